package cmd

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// question is the commands who, whom and what: the first word of a question.
type question struct {
	*app
	selection
	output
	word string

	about, saidBy string
	sides         bool
	minArticles   int
	order         string
	limit         int
	why, table    bool
}

// newQuestions builds the commands that questions begin with.
func newQuestions(a *app) []*cobra.Command {
	who := newQuestion(a, "who", "VERB whom | who VERB NAME", "Who did it? (who warned whom)",
		"  quadwire who warned whom\n  quadwire who warned \"North Korea\"\n  quadwire who did what to whom --class conflict --since 2023-11\n"+
			"  quadwire who threatened whom --class\n  quadwire who was warned by Sullivan")
	whom := newQuestion(a, "whom", "did NAME VERB", "Whom did they do it to? (whom did Sullivan warn)",
		"  quadwire whom did Sullivan warn\n  quadwire whom did \"United States\" warn --side\n  quadwire whom did Putin meet --json")
	what := newQuestion(a, "what", "did NAME do [to NAME]", "What did they do? (what did Russia do to Ukraine)",
		"  quadwire what did Putin do\n  quadwire what did \"North Korea\" do to Russia --include all\n  quadwire what did Sullivan do --about sanctions")
	return []*cobra.Command{who, whom, what}
}

func newQuestion(a *app, word, use, short, example string) *cobra.Command {
	o := &question{app: a, word: word}
	c := &cobra.Command{
		Use:     word + " " + use,
		Short:   short,
		GroupID: "ask",
		Long: "Verbs may be in any form (warn, warned, warning), actors go by any of their names or by their id; names of several\n" +
			"words may stand in quotation marks. Answers are what the articles tell as done; --include adds what they tell as\n" +
			"planned, possible or requested, and what they say was not done. A date with ~ before it is only the article's.",
		Example:           example,
		RunE:              func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
		ValidArgsFunction: o.completeWords,
	}
	f := c.Flags()
	o.selection.flags(a, c)
	f.Lookup("class").NoOptDefVal = verbClass
	f.Lookup("class").Usage += "; without a value, the verb stands for its class"
	f.StringVar(&o.about, "about", "", "only claims whose theme or sentence has these `WORDS`")
	f.StringVar(&o.saidBy, "said-by", "", "only claims that this `ACTOR` makes")
	f.BoolVar(&o.sides, "side", false, "a name stands for everybody on its side: Sullivan's warning is the United States'")
	f.IntVar(&o.minArticles, "min-articles", 0, "only what `N` articles tell, copies of one another counted once")
	f.StringVar(&o.order, "sort", string(queries.ByArticles), "`ORDER` of the answers: articles, date, confidence, name")
	f.IntVar(&o.limit, "limit", 20, "print at most `N` answers; 0: all")
	f.BoolVar(&o.why, "why", false, "print every sentence that an answer stands on")
	f.BoolVar(&o.table, "table", false, "print a table, an answer a row")
	o.output.flags(c, "json", "jsonl", "csv")
	a.complete(c, "said-by", actorNames)
	return c
}

func (o *question) run(ctx context.Context, words []string) error {
	q, err := queries.Parse(queries.Quote(append([]string{o.word}, words...)))
	if err != nil {
		return err
	}
	options, err := o.options()
	if err != nil {
		return err
	}
	return o.withGraph(ctx, func(g *graph.Graph) error {
		subject, object := nameOf(q.Subject), nameOf(q.Object)
		var r *queries.Result
		err := o.settle(func() (err error) {
			q := q
			q.Subject, q.Object = rename(q.Subject, subject), rename(q.Object, object)
			r, err = queries.Ask(g, q, options)
			return err
		}, &subject, &object, &options.SaidBy)
		if err != nil {
			return err
		}
		style := o.style()
		style.All = o.why
		return o.output.print(o.out, r, func(w io.Writer) error {
			if o.table {
				return r.WriteTable(w, style)
			}
			return r.WriteText(w, style)
		})
	})
}

// nameOf returns the name that a term is; "" if it is none.
func nameOf(t queries.Term) string {
	name, _ := t.(queries.Name)
	return string(name)
}

// rename returns a term, under another name if it is one.
func rename(t queries.Term, name string) queries.Term {
	if _, ok := t.(queries.Name); ok {
		return queries.Name(name)
	}
	return t
}

// options reads the flags.
func (o *question) options() (queries.Options, error) {
	s, err := o.selection.parse()
	if err != nil {
		return queries.Options{}, err
	}
	order := queries.Order(strings.ToLower(o.order))
	known := false
	for _, x := range queries.Orders {
		known = known || x == order
	}
	if !known {
		return queries.Options{}, usagef("--sort %s: expected articles, date, confidence or name", o.order)
	}
	return queries.Options{Selection: s, About: o.about, SaidBy: o.saidBy, ByClass: o.selection.classes == verbClass, Sides: o.sides,
		MinArticles: o.minArticles, Order: order, Limit: o.limit}, nil
}

// completeWords completes the words of a question: verbs and names where they can stand.
func (o *question) completeWords(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	values := queries.Completions(o.word, args)
	return o.completions(c, typed, values), cobra.ShellCompDirectiveNoFileComp
}
