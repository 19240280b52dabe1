package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Dialects are the programs that WriteGraphML can write for, besides all of them at once ("").
//
// What all read is the house dialect: keys before the graph, types string, int, double and boolean only, no defaults,
// no empty data, dates as text. cytoscape and networkx are that. gephi tells parallel edges apart by an attribute of
// <edge> that the schema does not have, so strict leaves it out; gephi-lite puts colour and thickness on the edges,
// too, as graphology's viewers show them; igraph gets the names of its vertices, by which it finds and plots them; yed
// gets boxes, arrows and their labels, which other programs stumble over.
var Dialects = []string{"gephi", "gephi-lite", "yed", "cytoscape", "networkx", "igraph", "strict"}

// GraphML says how to write GraphML. The zero value writes an edge a claim for all programs.
type GraphML struct {
	For    string // one of Dialects; "": all programs
	Merged bool   // one edge for all claims of a verb between two actors
}

// attributeKey is a GraphML key: attribute name and type (Brandes et al., GraphML Progress Report, 2002). The ids are
// n_… for nodes and e_… for edges, because programs keep both in one table and take a key with the id "label" or "size"
// for more than it is.
type attributeKey struct{ name, kind string }

var (
	nodeKeys = []attributeKey{{"label", "string"}, {"kind", "string"}, {"side", "string"}, {"roles", "string"}, {"aliases", "string"},
		{"mentions", "int"}, {"articles", "int"}, {"first_date", "string"}, {"last_date", "string"}, {"color", "string"}, {"size", "double"}}
	edgeKeys = []attributeKey{{"label", "string"}, {"predicate", "string"}, {"interaction", "string"}, {"weight", "double"}, {"lemma", "string"},
		{"class", "string"}, {"cameo", "string"}, {"group", "string"}, {"polarity", "string"}, {"modality", "string"}, {"mutual", "boolean"},
		{"articles", "int"}, {"date", "string"}, {"first_date", "string"}, {"last_date", "string"}, {"theme", "string"}, {"speaker", "string"},
		{"place", "string"}, {"article", "string"}, {"sentence", "string"}, {"trigger", "string"}, {"rule", "string"}, {"confidence", "double"}}
)

// WriteGraphML writes a network as GraphML.
func WriteGraphML(w io.Writer, n *Network, o GraphML) error {
	if o.For != "" && !slices.Contains(Dialects, o.For) {
		return fmt.Errorf("there is no GraphML for %q: expected %s", o.For, strings.Join(Dialects, ", "))
	}
	x := &graphML{out: newOut(w), n: n, o: o}
	x.header()
	for i := range n.Nodes {
		x.node(i)
	}
	for e := range n.Edges(o.Merged) {
		x.edge(&e)
	}
	x.WriteString("  </graph>\n</graphml>\n")
	return x.Flush()
}

// graphML writes one file.
type graphML struct {
	out
	n *Network
	o GraphML
}

// header writes everything before the first node.
func (x *graphML) header() {
	yed := ""
	if x.o.For == "yed" {
		yed = ` xmlns:y="http://www.yworks.com/xml/graphml"`
	}
	x.printf(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"%s xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`, yed)
	nodes, edges := nodeKeys, edgeKeys
	switch x.o.For {
	case "yed":
		x.WriteString("  <key id=\"n_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n  <key id=\"e_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n")
	case "igraph":
		nodes = append(slices.Clip(nodes), attributeKey{"name", "string"})
	case "gephi-lite":
		edges = append(slices.Clip(edges), attributeKey{"color", "string"}, attributeKey{"size", "double"})
	}
	for _, k := range nodes {
		x.printf("  <key id=\"n_%s\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>\n", k.name, k.name, k.kind)
	}
	for _, k := range edges {
		x.printf("  <key id=\"e_%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"%s\"/>\n", k.name, k.name, k.kind)
	}
	x.WriteString("  <graph id=\"quadwire\" edgedefault=\"directed\">\n")
}

// data writes one attribute; empty ones are left out, since readers make NaN or 0 of them.
func (x *graphML) data(key, value string) {
	if value = xmlText(value); value != "" {
		x.printf("      <data key=\"%s\">%s</data>\n", key, value)
	}
}

// node writes an actor.
func (x *graphML) node(i int) {
	n := &x.n.Nodes[i]
	x.printf("    <node id=\"%s\">\n", attribute(n.ID))
	x.data("n_label", n.Name)
	x.data("n_kind", string(n.Kind))
	x.data("n_side", n.Side)
	x.data("n_roles", strings.Join(n.Roles, "; "))
	x.data("n_aliases", strings.Join(n.Aliases, "; "))
	x.data("n_mentions", strconv.Itoa(n.Degree))
	x.data("n_articles", strconv.Itoa(n.Told))
	x.data("n_first_date", n.First)
	x.data("n_last_date", n.Last)
	x.data("n_color", n.Color)
	x.data("n_size", number(n.Size))
	switch x.o.For {
	case "igraph":
		x.data("n_name", strings.TrimPrefix(n.ID, "n_"))
	case "yed":
		x.box(n, i)
	}
	x.WriteString("    </node>\n")
}

// edge writes an edge. The label beside source and target is what Gephi tells parallel edges apart by.
func (x *graphML) edge(e *Edge) {
	c := e.Claim
	x.printf("    <edge id=\"%s\" source=\"%s\" target=\"%s\"", attribute(e.ID), attribute(e.Subject.ID), attribute(e.Object.ID))
	if x.o.For != "strict" {
		x.printf(" label=\"%s\"", attribute(e.Kind))
	}
	x.WriteString(">\n")
	x.data("e_label", e.Label)
	x.data("e_predicate", c.Predicate)
	x.data("e_interaction", c.Predicate)
	x.data("e_weight", number(float64(e.Weight)))
	x.data("e_lemma", c.Lemma)
	x.data("e_class", string(c.Class))
	x.data("e_cameo", c.CAMEO)
	x.data("e_group", string(c.Class.Quadrant()))
	x.data("e_polarity", string(c.Polarity))
	x.data("e_modality", string(c.Modality))
	x.data("e_mutual", strconv.FormatBool(c.Mutual))
	x.data("e_articles", strconv.Itoa(e.Articles))
	x.data("e_first_date", e.First())
	x.data("e_last_date", e.Last())
	if !e.Merged {
		x.data("e_date", c.Date)
		x.data("e_theme", oneLine(c.Theme))
		x.data("e_speaker", actorOf(c.Speaker).Name)
		x.data("e_place", c.Place)
		x.data("e_trigger", c.Trigger)
		x.data("e_rule", c.Rule)
	}
	x.data("e_article", c.Article)
	x.data("e_sentence", oneLine(c.Sentence))
	x.data("e_confidence", number(c.Confidence))
	switch x.o.For {
	case "gephi-lite":
		x.data("e_color", quadrantColor(c.Class))
		x.data("e_size", number(thickness(e.Weight)))
	case "yed":
		x.arrow(e)
	}
	x.WriteString("    </edge>\n")
}
