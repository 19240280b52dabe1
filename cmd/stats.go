package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// stats is the command that counts.
type stats struct {
	*app
	selection
	json  bool
	dyads int
}

func newStats(a *app) *cobra.Command {
	o := &stats{app: a}
	c := &cobra.Command{
		Use:     "stats",
		Short:   "Count claims by class, by month and by who does it to whom",
		GroupID: "ask",
		Example: "  quadwire stats\n  quadwire stats --class conflict --since 2023-11\n  quadwire stats --json",
		Args:    wants(0, 0, "no arguments"),
		RunE:    func(c *cobra.Command, _ []string) error { return o.run(c.Context()) },
	}
	o.selection.flags(a, c)
	c.Flags().IntVar(&o.dyads, "dyads", 10, "print the `N` pairs of sides with most claims")
	c.Flags().BoolVar(&o.json, "json", false, "print one JSON value")
	return c
}

func (o *stats) run(ctx context.Context) (err error) {
	s, err := o.selection.parse()
	if err != nil {
		return err
	}
	store, g, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	all, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	counts, err := queries.CountClaims(g, s, max(0, o.dyads))
	if err != nil {
		return err
	}
	if o.json {
		encoder := json.NewEncoder(o.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(struct {
			Graph graph.Stats     `json:"graph"`
			Told  *queries.Counts `json:"selected"`
		}{all, counts})
	}
	fmt.Fprintf(o.out, "%s, %s, %s with %s, %s", queries.Count(all.Articles, "article"), queries.Count(all.Actors, "actor"),
		queries.Count(all.Claims, "claim"), queries.Count(all.Verbs, "verb"), queries.Count(all.Quads, "quad"))
	if all.First != "" {
		fmt.Fprintf(o.out, ", dated %s to %s", all.First, all.Last)
	}
	fmt.Fprint(o.out, "\n\n")
	return counts.WriteText(o.out, o.style())
}
