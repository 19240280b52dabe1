package cmd

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"quadwire/queries/doctor"
)

func newDoctor(a *app) *cobra.Command {
	var o output
	c := &cobra.Command{
		Use:     "doctor FILE",
		Short:   "Say what graph programs will drop, merge or reject in a GraphML or GEXF file",
		GroupID: "use",
		Long: "Say what Gephi, Gephi Lite, NetworkX, igraph, Cytoscape and yEd will drop, merge or reject in a GraphML or GEXF\n" +
			"file, ours or not, with the lines. The exit code is 1 if one of them loses something.",
		Example: "  quadwire export graphml -o graph.graphml && quadwire doctor graph.graphml\n  quadwire export graphml | quadwire doctor - --json",
		Args:    wants(1, 1, "a GraphML or GEXF file, or - for standard input"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.doctor(args[0], o.json) },
	}
	o.flags(c, "json")
	return c
}

func (a *app) doctor(file string, asJSON bool) error {
	in := a.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return fmt.Errorf("examine %s: %w", file, bare(err))
		}
		defer f.Close()
		in = f
	}
	r, err := doctor.Examine(in)
	if err != nil {
		return fmt.Errorf("examine %s: %w", file, err)
	}
	write := r.WriteText
	if asJSON {
		write = r.WriteJSON
	}
	return errors.Join(write(a.out), lost(file, r))
}

// lost is the error of a file in which a program loses something.
func lost(file string, r doctor.Report) error {
	if !r.Lost() {
		return nil
	}
	return fmt.Errorf("%s will not be read whole by every program", file)
}
