package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/graph/news"
	"quadwire/queries"
)

// selection is the flags that choose claims, as they were typed.
type selection struct {
	since, until  string
	articles      []string
	sources       []string
	classes       string
	include       []string
	minConfidence float64
}

// flags adds the flags.
func (s *selection) flags(a *app, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&s.since, "since", "", "only claims of this `DATE` or later: 2023-11-06, 2023-11, 2023, \"6 November 2023\"")
	f.StringVar(&s.until, "until", "", "only claims of this `DATE` or earlier")
	f.StringSliceVar(&s.articles, "article", nil, "only claims of this article, by `ID`")
	f.StringSliceVar(&s.sources, "source", nil, "only claims of this `PUBLISHER`")
	f.StringVar(&s.classes, "class", "", "only claims of these event `CLASSES`, parted by commas: THREATEN, …, conflict, cooperation")
	f.StringSliceVar(&s.include, "include", nil, "also claims that are `KIND`: planned, possible, requested, negated, all")
	f.Float64Var(&s.minConfidence, "min-confidence", 0, "only claims of this `CONFIDENCE` or more, 0 to 1")
	a.complete(c, "include", func(*graph.Graph) []string { return queries.Included })
	a.complete(c, "class", func(*graph.Graph) []string { return classNames() })
	a.complete(c, "article", func(g *graph.Graph) []string {
		var ids []string
		for _, x := range g.Articles {
			ids = append(ids, x.ID)
		}
		return ids
	})
}

// classNames lists the names of event classes and groups.
func classNames() []string {
	names := []string{"conflict", "cooperation"}
	for _, c := range news.Classes {
		names = append(names, string(c))
	}
	return names
}

// parse reads what was typed.
func (s *selection) parse() (queries.Selection, error) {
	out := queries.Selection{Articles: s.articles, Sources: s.sources, Include: s.include, MinConfidence: s.minConfidence}
	var err error
	if out.Since, err = dateFlag("since", s.since); err != nil {
		return out, err
	}
	if out.Until, err = dateFlag("until", s.until); err != nil {
		return out, err
	}
	for _, word := range s.include {
		if !containsFold(queries.Included, word) {
			return out, usagef("--include %s: expected %s", word, strings.Join(queries.Included, ", "))
		}
	}
	if s.classes != "" && s.classes != verbClass {
		if out.Classes, err = queries.ParseClasses(s.classes); err != nil {
			return out, usagef("--class: %w", err)
		}
	}
	return out, nil
}

// verbClass is the value of --class without one: the verb of the question stands for its class.
const verbClass = "verb"

// dateFlag reads a date.
func dateFlag(name, value string) (string, error) {
	if value == "" {
		return "", nil
	}
	date, err := news.ParseDate(value)
	if err != nil {
		return "", usagef("--%s: %w", name, err)
	}
	return date, nil
}

// containsFold reports whether list has the word, in any case.
func containsFold(list []string, word string) bool {
	for _, w := range list {
		if strings.EqualFold(w, strings.TrimSpace(word)) {
			return true
		}
	}
	return false
}

// complete lets the shell complete a flag's value from the database.
func (a *app) complete(c *cobra.Command, flag string, values func(*graph.Graph) []string) {
	_ = c.RegisterFlagCompletionFunc(flag, func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return a.completions(c, typed, values), cobra.ShellCompDirectiveNoFileComp
	})
}

// completions returns the values that begin with what is typed; none if there is no database.
func (a *app) completions(c *cobra.Command, typed string, values func(*graph.Graph) []string) []string {
	var out []string
	_ = a.withGraph(c.Context(), func(g *graph.Graph) error {
		for _, v := range values(g) {
			if len(v) >= len(typed) && strings.EqualFold(v[:len(typed)], typed) {
				out = append(out, v)
			}
		}
		return nil
	})
	return out
}

// completeActors completes arguments that are names of actors, at most n of them; n < 0: any number.
func (a *app) completeActors(n int) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if n >= 0 && len(args) >= n {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.completions(c, typed, actorNames), cobra.ShellCompDirectiveNoFileComp
	}
}

// actorNames lists the names of the actors, busiest first.
func actorNames(g *graph.Graph) []string {
	var names []string
	for _, x := range queries.ListActors(g, "") {
		names = append(names, x.Name)
	}
	return names
}
