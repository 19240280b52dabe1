package cmd

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// timeline is the command that tells what happened when.
type timeline struct {
	*app
	selection
	jsonl, why bool
}

func newTimeline(a *app) *cobra.Command {
	o := &timeline{app: a}
	c := &cobra.Command{
		Use:     "timeline ACTOR [ACTOR]",
		Short:   "What an actor does, or two do to each other, in the order of the dates",
		GroupID: "ask",
		Example: "  quadwire timeline Putin\n  quadwire timeline \"North Korea\" Russia --include planned,possible\n" +
			"  quadwire timeline Sullivan --why",
		Args:              wants(1, 2, "one actor or two"),
		RunE:              func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
		ValidArgsFunction: a.completeActors(2),
	}
	o.selection.flags(a, c)
	c.Flags().BoolVar(&o.jsonl, "jsonl", false, "print the claims as JSON Lines")
	c.Flags().BoolVar(&o.why, "why", false, "print the sentences too")
	return c
}

func (o *timeline) run(ctx context.Context, names []string) error {
	s, err := o.selection.parse()
	if err != nil {
		return err
	}
	return o.withGraph(ctx, func(g *graph.Graph) error {
		var claims []queries.Evidence
		err := o.settle(func() (err error) {
			claims, err = queries.Timeline(g, names, s)
			return err
		}, pointers(names)...)
		if err != nil {
			return err
		}
		if o.jsonl {
			encoder := json.NewEncoder(o.out)
			encoder.SetEscapeHTML(false)
			for i := range claims {
				if err := encoder.Encode(&claims[i]); err != nil {
					return err
				}
			}
			return nil
		}
		if len(claims) == 0 {
			fmt.Fprintln(o.out, "No claim fits; --include all adds what is planned, possible, requested or negated.")
			return nil
		}
		style := o.style()
		style.All = o.why
		return queries.WriteTimeline(o.out, claims, style)
	})
}
