// Package doctor says what graph programs will drop, merge or reject in a GraphML or GEXF file, whoever wrote it.
//
//	file ──scan──▶ constructs with their lines ──× programs──▶ Report ──▶ table · JSON
//
// What a program does with a construct was found by reading its importer and by loading files: NetworkX 2.8, igraph
// 0.10, graphology-graphml 0.5 (Gephi Lite, sigma.js), Gephi 0.10 and 0.11, Cytoscape 3, yEd 3. It stands in the
// tables graphmlConstructs and gexfConstructs, a row a construct; the scanners only find the constructs. A file is
// read once, from front to back; the ids of its nodes and edges are kept as hashes.
package doctor

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Program is a program that people load graphs into.
type Program string

// The programs.
const (
	Gephi     Program = "Gephi"
	GephiLite Program = "Gephi Lite" // and everything else that reads by graphology: sigma.js
	NetworkX  Program = "NetworkX"
	IGraph    Program = "igraph"
	Cytoscape Program = "Cytoscape"
	YEd       Program = "yEd"
)

// Programs lists the programs in the order in which findings are shown.
var Programs = []Program{Gephi, GephiLite, NetworkX, IGraph, Cytoscape, YEd}

// Effect is what a program does with a construct.
type Effect string

// The effects, worst first.
const (
	Rejects Effect = "rejects" // the whole file
	Drops   Effect = "drops"   // a node, an edge or a value is not there
	Merges  Effect = "merges"  // several edges become one
	Changes Effect = "changes" // something is there, but not as it was
	Notes   Effect = "notes"   // nothing is lost; good to know
)

var effects = []Effect{Rejects, Drops, Merges, Changes, Notes}

// Finding is one construct of the file and what one program does with it.
type Finding struct {
	Program   Program `json:"program"`
	Effect    Effect  `json:"effect"`
	Construct string  `json:"construct"` // what stands in the file: "duplicate edge id"
	What      string  `json:"what"`      // what the program makes of it
	Example   string  `json:"example,omitempty"`
	Lines     []int   `json:"lines"` // the first places, ascending
	Count     int     `json:"count"` // number of places
}

// Report is what was found in a file.
type Report struct {
	Format   string    `json:"format"` // "GraphML", "GEXF"
	Nodes    int       `json:"nodes"`
	Edges    int       `json:"edges"`
	Findings []Finding `json:"findings"` // by program, then worst first
}

// Lost reports whether one of the programs loses something.
func (r Report) Lost() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Effect != Notes })
}

// ErrForeign says that a file is neither GraphML nor GEXF.
var ErrForeign = errors.New("this is neither GraphML nor GEXF")

// Examine reads a file. What is no XML at all is an error; XML that breaks off is a finding.
func Examine(r io.Reader) (Report, error) {
	s := newScanner(r)
	root, err := s.root()
	if err != nil {
		return Report{}, err
	}
	var table []construct
	var format string
	switch root.Name.Local {
	case "graphml":
		format, table = "GraphML", graphmlConstructs
		err = newGraphML(s).read(root)
	case "gexf":
		format, table = "GEXF", gexfConstructs
		err = newGEXF(s).read(root)
	default:
		return Report{}, fmt.Errorf("%w: it begins with <%s>", ErrForeign, root.Name.Local)
	}
	if syntax := (*xml.SyntaxError)(nil); errors.As(err, &syntax) {
		s.foundAt(notWellFormed, syntax.Line, syntax.Msg)
	} else if err != nil {
		return Report{}, err
	}
	return Report{Format: format, Nodes: s.nodes, Edges: s.edges, Findings: s.findings(table)}, nil
}

// construct is a row of the table: something that can stand in a file, and what becomes of it.
type construct struct {
	name    string
	becomes map[Program]fate
}

// fate is what a program makes of a construct.
type fate struct {
	effect Effect
	what   string
}

// everywhere is the fate of a construct in all programs.
func everywhere(f fate) map[Program]fate {
	out := map[Program]fate{}
	for _, p := range Programs {
		out[p] = f
	}
	return out
}

// place is where a construct was found.
type place struct {
	lines   []int
	count   int
	example string
}

// maxLines is how many lines of a construct are remembered.
const maxLines = 5

// findings crosses what was found with the programs.
func (s *scanner) findings(table []construct) []Finding {
	out := []Finding{}
	for _, c := range table {
		at := s.places[c.name]
		if at == nil {
			continue
		}
		for _, p := range Programs {
			if f, ok := c.becomes[p]; ok {
				out = append(out, Finding{Program: p, Effect: f.effect, Construct: c.name, What: f.what, Example: at.example,
					Lines: at.lines, Count: at.count})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(slices.Index(Programs, a.Program)-slices.Index(Programs, b.Program),
			slices.Index(effects, a.Effect)-slices.Index(effects, b.Effect))
	})
	return out
}
