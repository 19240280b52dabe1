package export

import (
	"fmt"
	"io"
	"strings"
)

// WriteDOT writes a network in the language of Graphviz (Gansner and North, An open graph visualization system, 2000).
func WriteDOT(w io.Writer, n *Network, merged bool) error {
	x := newOut(w)
	x.WriteString("digraph quadwire {\n  graph [overlap=false, splines=true, outputorder=edgesfirst];\n" +
		"  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", color=\"#333333\"];\n  edge [fontname=\"Helvetica\", fontsize=9];\n")
	for i := range n.Nodes {
		a := &n.Nodes[i]
		x.printf("  %s [label=%s, fillcolor=\"%s\", fontcolor=\"%s\", tooltip=%s];\n", dotString(a.ID), dotString(a.Name), a.Color, inkOn(a.Color),
			dotString(fmt.Sprintf("%s; claims: %d", a.Kind, a.Degree)))
	}
	for e := range n.Edges(merged) {
		style, both := "", ""
		if lineType(e.Claim) == "dashed" {
			style = ", style=dashed"
		}
		if e.Claim.Mutual {
			both = ", dir=both"
		}
		label := e.Label
		if e.Weight > 1 {
			label = fmt.Sprintf("%s (%d)", label, e.Weight)
		}
		x.printf("  %s -> %s [label=%s, color=\"%s\", penwidth=%s, weight=%d, tooltip=%s%s%s];\n", dotString(e.Subject.ID), dotString(e.Object.ID),
			dotString(label), quadrantColor(e.Claim.Class), number(thickness(e.Weight)), e.Weight, dotString(e.Claim.Sentence), style, both)
	}
	x.WriteString("}\n")
	return x.Flush()
}

// dotString quotes a text for Graphviz. Backslashes are escapes in labels; control characters and line ends become blanks.
func dotString(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(oneLine(legal(s)), `\`, `\\`), `"`, `\"`)
	return `"` + s + `"`
}

// inkOn returns black or white, whichever is read better on a colour (relative luminance, WCAG 2.1).
func inkOn(color string) string {
	r, g, b := rgb(color)
	if 299*r+587*g+114*b > 140_000 {
		return "#000000"
	}
	return "#FFFFFF"
}
