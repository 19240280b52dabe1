package cmd

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// actors is the command that lists actors.
type actors struct {
	*app
	json  bool
	limit int
}

func newActors(a *app) *cobra.Command {
	o := &actors{app: a}
	c := &cobra.Command{
		Use:               "actors [PATTERN]",
		Short:             "List the actors whose names have these words",
		GroupID:           "ask",
		Example:           "  quadwire actors\n  quadwire actors korea\n  quadwire actors sull --json",
		RunE:              func(c *cobra.Command, args []string) error { return o.run(c.Context(), strings.Join(args, " ")) },
		ValidArgsFunction: a.completeActors(1),
	}
	c.Flags().IntVar(&o.limit, "limit", 50, "print at most `N` actors; 0: all")
	c.Flags().BoolVar(&o.json, "json", false, "print one JSON value")
	return c
}

func (o *actors) run(ctx context.Context, pattern string) error {
	return o.withGraph(ctx, func(g *graph.Graph) error {
		found := queries.ListActors(g, pattern)
		if len(g.Actors) == 0 {
			o.say("%s holds no actors", o.db)
			return nil
		}
		if len(found) == 0 {
			_, err := queries.FindActor(g, pattern)
			return err
		}
		n := len(found)
		if o.limit > 0 && n > o.limit {
			found = found[:o.limit]
		}
		if o.json {
			encoder := json.NewEncoder(o.out)
			encoder.SetEscapeHTML(false)
			encoder.SetIndent("", "  ")
			return encoder.Encode(found)
		}
		if err := queries.WriteActors(o.out, found, o.style()); err != nil {
			return err
		}
		if n > len(found) {
			fmt.Fprintf(o.out, "%s more; --limit 0 shows all\n", queries.Count(n-len(found), "actor"))
		}
		return nil
	})
}
