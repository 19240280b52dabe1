package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// path is the command that ties two actors.
type path struct {
	*app
	selection
	queries.PathOptions
	json, why bool
}

func newPath(a *app) *cobra.Command {
	o := &path{app: a}
	c := &cobra.Command{
		Use:     "path FROM TO",
		Short:   "How are two actors tied? The shortest ways, every hop with its sentence",
		GroupID: "ask",
		Long: "Prints the shortest ways between two actors over what the articles tell as done, in whichever direction it is done;\n" +
			"the statements of each hop say who does it to whom.",
		Example: "  quadwire path \"Jake Sullivan\" \"Vladimir Putin\"\n  quadwire path Sullivan Putin --directed --max-hops 4\n" +
			"  quadwire path Sullivan Putin --avoid \"Kim Jong Un\" --include all",
		Args:              wants(2, 2, "two actors: quadwire path FROM TO"),
		RunE:              func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0], args[1]) },
		ValidArgsFunction: a.completeActors(2),
	}
	o.selection.flags(a, c)
	f := c.Flags()
	f.IntVar(&o.Count, "count", 3, "find the `N` shortest ways")
	f.IntVar(&o.MaxHops, "max-hops", 6, "ways of at most `N` hops")
	f.BoolVar(&o.Directed, "directed", false, "every hop must go from the one who does it to the one it is done to")
	f.BoolVar(&o.ForwardInTime, "forward-in-time", false, "no hop may be earlier than the one before")
	f.StringArrayVar(&o.Via, "via", nil, "ways that pass this `ACTOR`; may be given several times")
	f.StringArrayVar(&o.Avoid, "avoid", nil, "ways that do not pass this `ACTOR`; may be given several times")
	f.BoolVar(&o.why, "why", false, "print everything that ties two actors")
	f.BoolVar(&o.json, "json", false, "print one JSON value")
	a.complete(c, "via", actorNames)
	a.complete(c, "avoid", actorNames)
	return c
}

func (o *path) run(ctx context.Context, from, to string) error {
	s, err := o.selection.parse()
	if err != nil {
		return err
	}
	o.Selection = s
	return o.withGraph(ctx, func(g *graph.Graph) error {
		names := append(pointers(o.Via), pointers(o.Avoid)...)
		var paths *queries.Paths
		err := o.settle(func() (err error) {
			paths, err = queries.FindPaths(g, from, to, o.PathOptions)
			return err
		}, append(names, &from, &to)...)
		if err != nil {
			return err
		}
		if o.json {
			return paths.WriteJSON(o.out)
		}
		style := o.style()
		style.All = o.why
		return paths.WriteText(o.out, style)
	})
}
