package cmd

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// export is the command that takes the graph away.
type export struct {
	*app
	selection
	file  string
	force bool
	edges string
}

// exportFormats are the formats and what they are for.
var exportFormats = []string{"graphml\tactors and what they do to each other, for Gephi, Cytoscape, NetworkX, igraph",
	"nquads\teverything, for RDF stores and stock Cayley", "csv\tclaims as a table", "jsonl\tclaims as JSON Lines"}

func newExport(a *app) *cobra.Command {
	o := &export{app: a}
	c := &cobra.Command{
		Use:     "export FORMAT",
		Short:   "Write the graph as GraphML, N-Quads, CSV or JSON Lines",
		GroupID: "use",
		Long: "graphml  actors and what they do to each other, for Gephi, Cytoscape, NetworkX, igraph\n" +
			"nquads   everything, for RDF stores and stock Cayley\ncsv      claims as a table\njsonl    claims as JSON Lines\n\n" +
			"A file is written under a temporary name and takes its own when it is complete.",
		Example: "  quadwire export graphml -o graph.graphml\n  quadwire export graphml --edges merged --class conflict -o conflict.graphml\n" +
			"  quadwire export nquads | gzip > graph.nq.gz\n  quadwire export csv --include all -o claims.csv",
		Args:      wants(1, 1, "a format: graphml, nquads, csv or jsonl"),
		ValidArgs: exportFormats,
		RunE:      func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0]) },
	}
	o.selection.flags(a, c)
	f := c.Flags()
	f.StringVarP(&o.file, "output", "o", "-", "write to this `FILE`; -: standard output")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
	f.StringVar(&o.edges, "edges", "each", "GraphML: an edge for `each` claim, or merged: one for all claims of a verb between two actors")
	_ = c.RegisterFlagCompletionFunc("edges", cobra.FixedCompletions([]string{"each", "merged"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (o *export) run(ctx context.Context, format string) error {
	s, err := o.selection.parse()
	if err != nil {
		return err
	}
	merged, err := queries.ParseMerged(o.edges)
	if err != nil {
		return usageError{err}
	}
	store, g, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	write, err := writerOf(ctx, format, store, g, s, merged)
	if err != nil {
		return err
	}
	if o.file == "-" {
		return write(o.out)
	}
	if err := writeFile(o.file, o.force, write); err != nil {
		return err
	}
	o.say("%s is written", o.file)
	return nil
}

// writerOf returns what writes a format.
func writerOf(ctx context.Context, format string, store *graph.Store, g *graph.Graph, s queries.Selection, merged bool) (func(io.Writer) error, error) {
	switch format {
	case "graphml":
		return func(w io.Writer) error { return queries.WriteGraphML(w, g, s, merged) }, nil
	case "nquads":
		return func(w io.Writer) error { return store.WriteNQuads(ctx, w) }, nil
	case "csv":
		return func(w io.Writer) error { return queries.WriteCSV(w, g, s) }, nil
	case "jsonl":
		return func(w io.Writer) error { return queries.WriteJSONL(w, g, s) }, nil
	}
	return nil, usagef("there is no format %q: expected graphml, nquads, csv or jsonl", format)
}
