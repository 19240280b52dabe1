package cmd

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/graph/events"
	"quadwire/queries"
	"quadwire/queries/export"
)

// exporter is the command that takes the graph away.
type exporter struct {
	*app
	selection
	slice  export.Slice
	file   string
	force  bool
	merged bool
	edges  string
	target string
}

// exportFormat is a format: its name, what it is for, and what writes it.
type exportFormat struct {
	name, what string
	write      func(w io.Writer, o *exporter, n *export.Network, g *graph.Graph) error
}

// exportFormats are the formats that hold what was chosen. N-Quads hold everything.
var exportFormats = []exportFormat{
	{"graphml", "actors and what they do to each other, for Gephi, Cytoscape, NetworkX, igraph, yEd (--for)", func(w io.Writer, o *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteGraphML(w, n, export.GraphML{For: o.target, Merged: o.merged})
	}},
	{"gexf", "the same with a time axis that plays in Gephi", func(w io.Writer, o *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteGEXF(w, n, o.merged)
	}},
	{"dot", "the same for Graphviz", func(w io.Writer, o *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteDOT(w, n, o.merged)
	}},
	{"svg", "a picture, best with --ego NAME or --top N", func(w io.Writer, _ *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteSVG(w, n)
	}},
	{"trig", "claims as linked data: events (SEM) with their provenance (PROV-O), a graph an article", func(w io.Writer, _ *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteTriG(w, n)
	}},
	{"turtle", "the same in one graph", func(w io.Writer, _ *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteTurtle(w, n)
	}},
	{"jsonld", "the same as JSON-LD", func(w io.Writer, _ *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteJSONLD(w, n)
	}},
	{"ftm", "actors, articles and claims as FollowTheMoney JSON Lines", func(w io.Writer, _ *exporter, n *export.Network, _ *graph.Graph) error {
		return export.WriteFTM(w, n)
	}},
	{"icews", "claims as event rows of ICEWS: 20 columns", eventRows(events.ICEWS)},
	{"polecat", "the same of POLECAT: 40 columns", eventRows(events.POLECAT)},
	{"gdelt", "the same of GDELT 2: 61 columns", eventRows(events.GDELT)},
	{"plover", "the same as PLOVER JSON Lines", eventRows(events.PLOVER)},
	{"csv", "claims as a table", func(w io.Writer, _ *exporter, n *export.Network, g *graph.Graph) error {
		return queries.WriteCSV(w, g, n.Claims())
	}},
	{"jsonl", "claims as JSON Lines", func(w io.Writer, _ *exporter, n *export.Network, g *graph.Graph) error {
		return queries.WriteJSONL(w, g, n.Claims())
	}},
}

// eventRows returns what writes event rows; it says how many claims are no events.
func eventRows(f events.Format) func(io.Writer, *exporter, *export.Network, *graph.Graph) error {
	return func(w io.Writer, o *exporter, n *export.Network, g *graph.Graph) error {
		done, err := events.Write(w, g, n.Claims(), f)
		if err == nil && done.Left > 0 {
			o.say("%s left out: %s has no place for them", queries.Count(done.Left, "claim"), f)
		}
		return err
	}
}

// nquads is the format that needs the store.
const nquads, nquadsWhat = "nquads", "everything, for RDF stores and stock Cayley"

// formatNames lists the formats, with a tab and what they are for if asked.
func formatNames(what bool) []string {
	names := []string{nquads}
	if what {
		names[0] += "\t" + nquadsWhat
	}
	for _, f := range exportFormats {
		name := f.name
		if what {
			name += "\t" + f.what
		}
		names = append(names, name)
	}
	return names
}

func newExport(a *app) *cobra.Command {
	o := &exporter{app: a}
	var long strings.Builder
	for _, f := range formatNames(true) {
		name, what, _ := strings.Cut(f, "\t")
		fmt.Fprintf(&long, "%-9s %s\n", name, what)
	}
	c := &cobra.Command{
		Use:     "export FORMAT",
		Short:   "Write the graph as GraphML, GEXF, N-Quads, linked data, event rows, tables or a picture",
		GroupID: "use",
		Long:    long.String() + "\nA file is written under a temporary name and takes its own when it is complete.",
		Example: "  quadwire export graphml -o graph.graphml\n  quadwire export graphml --for yed --edges merged --class conflict -o conflict.graphml\n" +
			"  quadwire export gexf --top 200 > graph.gexf\n  quadwire export svg --ego \"Jake Sullivan\" --hops 2 > sullivan.svg\n" +
			"  quadwire export nquads | gzip > graph.nq.gz\n  quadwire export icews > events.tab\n  quadwire export csv --include all -o claims.csv",
		Args:      wants(1, 1, "a format: "+strings.Join(formatNames(false), ", ")),
		ValidArgs: formatNames(true),
		RunE:      func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0]) },
	}
	o.selection.flags(a, c)
	f := c.Flags()
	f.StringVarP(&o.file, "output", "o", "-", "write to this `FILE`; -: standard output")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
	f.StringVar(&o.edges, "edges", "each", "graphs: an edge for `each` claim, or merged: one for all claims of a verb between two actors")
	f.StringVar(&o.target, "for", "", "GraphML: for this `PROGRAM`: "+strings.Join(export.Dialects, ", "))
	f.StringVar(&o.slice.Ego, "ego", "", "only what lies around this `ACTOR`")
	f.IntVar(&o.slice.Hops, "hops", 1, "with --ego: how many claims away")
	f.IntVar(&o.slice.Top, "top", 0, "only the `N` actors with the most claims")
	_ = c.RegisterFlagCompletionFunc("edges", cobra.FixedCompletions([]string{"each", "merged"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("for", cobra.FixedCompletions(export.Dialects, cobra.ShellCompDirectiveNoFileComp))
	a.complete(c, "ego", actorNames)
	return c
}

func (o *exporter) run(ctx context.Context, format string) error {
	if err := o.check(format); err != nil {
		return err
	}
	store, g, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	write := func(w io.Writer) error { return store.WriteNQuads(ctx, w) }
	if format != nquads {
		n, err := export.Choose(g, o.slice)
		if err != nil {
			return err
		}
		write = func(w io.Writer) error { return formatOf(format).write(w, o, n, g) }
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

// check reads the flags.
func (o *exporter) check(format string) (err error) {
	if o.slice.Selection, err = o.selection.parse(); err != nil {
		return err
	}
	switch {
	case format != nquads && formatOf(format).write == nil:
		return usagef("there is no format %q: expected %s", format, strings.Join(formatNames(false), ", "))
	case o.edges != "each" && o.edges != "merged":
		return usagef("edges can be each or merged, not %q", o.edges)
	case o.target != "" && (format != "graphml" || !slices.Contains(export.Dialects, o.target)):
		return usagef("--for %s: expected export graphml --for %s", o.target, strings.Join(export.Dialects, ", "))
	case o.slice.Hops < 1 || o.slice.Top < 0:
		return usagef("--hops and --top want a number above 0")
	case format == nquads && (o.slice.Ego != "" || o.slice.Top > 0):
		return usagef("nquads is everything: --ego and --top choose in the other formats")
	}
	o.merged = o.edges == "merged"
	return nil
}

// formatOf returns the format of a name.
func formatOf(name string) exportFormat {
	for _, f := range exportFormats {
		if f.name == name {
			return f
		}
	}
	return exportFormat{}
}
