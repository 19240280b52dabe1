package cmd

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/extract/claims"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// explain is the command that shows how claims are found.
type explain struct {
	*app
	authority
	date string
}

func newExplain(a *app) *cobra.Command {
	o := &explain{app: a}
	c := &cobra.Command{
		Use:     "explain SENTENCE…",
		Short:   "Show how claims are found in a sentence: tokens, tree, names, candidates",
		GroupID: "make",
		Long: "Prints what every stage makes of a text: its tokens with tags and tree, who is spoken of, and every candidate claim\n" +
			"with the rule that made it and, if it was dropped, why.",
		Example: "  quadwire explain 'Sullivan warned North Korea of the consequences.'\n  quadwire explain - < article.txt",
		Args:    wants(1, -1, "a sentence, or - for standard input"),
		RunE:    func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
	}
	o.addTo(c.Flags())
	c.Flags().StringVar(&o.date, "date", "", "`DATE` of the article, for words like \"on Monday\"")
	return c
}

func (o *explain) run(_ context.Context, args []string) error {
	date, err := dateFlag("date", o.date)
	if err != nil {
		return err
	}
	words := strings.Join(args, " ")
	if words == "-" {
		in, err := io.ReadAll(o.in)
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		words = strings.ToValidUTF8(string(in), "\uFFFD")
	}
	x, _, err := o.extractor(-1)
	if err != nil {
		return err
	}
	candidates, doc := x.Explain(news.Article{ID: "text", Date: date, Text: words})
	for i := range doc.Sentences {
		o.sentence(doc, i)
	}
	o.entities(doc)
	o.claims(candidates)
	return nil
}

// sentence prints the tokens of a sentence with their tags and heads.
func (o *explain) sentence(doc *text.Document, i int) {
	s := doc.Sentences[i]
	fmt.Fprintf(o.out, "%s\n", doc.Text[s.Start:s.End])
	for j, t := range s.Tokens {
		head := "root"
		if t.Head >= 0 {
			head = fmt.Sprintf("%d %s", t.Head+1, s.Tokens[t.Head].Form)
		}
		fmt.Fprintf(o.out, "%4d  %-18s %-18s %-6s %-5s %-12s ← %s\n", j+1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, head)
	}
	fmt.Fprintln(o.out)
}

// entities prints who is spoken of.
func (o *explain) entities(doc *text.Document) {
	for _, e := range doc.Entities {
		mentions := make([]string, len(e.Mentions))
		for i, m := range e.Mentions {
			mentions[i] = doc.Text[doc.Mentions[m].Start:doc.Mentions[m].End]
		}
		fmt.Fprintf(o.out, "%s (%s, %s): %s\n", e.Name, e.Kind, e.Side, strings.Join(mentions, " | "))
	}
	fmt.Fprintln(o.out)
}

// claims prints the candidates.
func (o *explain) claims(candidates []claims.Candidate) {
	for _, c := range candidates {
		object := "–"
		if c.Object != nil {
			object = c.Object.Name
		}
		fmt.Fprintf(o.out, "%s %s %s  %s, %s, %s  rule %s, confidence %.2f\n", c.Subject.Name, c.Predicate, object, c.Class, c.Polarity,
			c.Modality, c.Rule, c.Confidence)
		if c.Theme != "" {
			fmt.Fprintf(o.out, "    about: %s\n", c.Theme)
		}
		if c.Dropped != "" {
			fmt.Fprintf(o.out, "    dropped: %s\n", c.Dropped)
		}
	}
	if len(candidates) == 0 {
		fmt.Fprintln(o.out, "no candidates")
	}
}
