package doctor

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// graphml finds the constructs of GraphML (Brandes et al., GraphML Progress Report, 2002).
type graphml struct {
	*scanner
	keys       map[string]key
	names      map[[2]string]bool // what a key is for and its name
	inGraph    bool
	seenGraph  bool
	undirected bool
	element    string // node or edge that is open
	graphics   bool
	unresolved map[string][]place // data of keys not declared so far
}

// key is a declared attribute.
type key struct{ id, of, name, kind string }

func newGraphML(s *scanner) *graphml {
	return &graphml{scanner: s, keys: map[string]key{}, names: map[[2]string]bool{}, unresolved: map[string][]place{}}
}

// read reads everything within the root element.
func (g *graphml) read(root xml.StartElement) error {
	defer g.end()
	if root.Name.Space != "http://graphml.graphdrawing.org/xmlns" {
		g.found(noNamespace, "")
	}
	for {
		t, err := g.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := g.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			if t.Name.Local == g.element || t.Name.Local == "graph" {
				g.element = ""
			}
		}
	}
	return nil
}

// end reports what is known at the end of the file only.
func (g *graphml) end() {
	g.resolve()
	g.finish()
	if !g.graphics && g.nodes > 0 {
		g.foundAt(noGraphics, 1, "")
	}
}

// resolve reports data of keys that never came.
func (g *graphml) resolve() {
	for _, id := range sortedKeys(g.unresolved) {
		for _, p := range g.unresolved[id] {
			g.foundAt(undeclaredKey, p.lines[0], id)
		}
	}
}

func sortedKeys(m map[string][]place) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (g *graphml) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "key":
		return g.key(e)
	case "graph":
		if g.element != "" {
			g.found(nested, attr(e, "id"))
		}
		g.seenGraph = true
		g.undirected = attr(e, "edgedefault") == "undirected"
	case "node":
		g.element = "node"
		g.node(attr(e, "id"))
	case "edge":
		g.element = "edge"
		g.edgeElement(e)
	case "hyperedge", "port":
		g.found(nested, attr(e, "id"))
	case "desc":
		g.found(description, "")
		_, _, err := g.text()
		return err
	case "data":
		return g.data(e)
	}
	return nil
}

// edgeElement looks at the attributes of an edge.
func (g *graphml) edgeElement(e xml.StartElement) {
	id, source, target := attr(e, "id"), attr(e, "source"), attr(e, "target")
	switch d := attr(e, "directed"); {
	case d == "true" && g.undirected:
		g.found(directedEdge, id)
	case d == "false" && !g.undirected:
		g.found(undirectedEdge, id)
	}
	before := 0
	if p := g.places[parallel]; p != nil {
		before = p.count
	}
	g.edge(id, source, target, attr(e, "label"), g.undirected)
	if p := g.places[parallel]; id == "" && p != nil && p.count > before {
		g.found(noEdgeID, "")
	}
}

// reserved are the ids of keys that Gephi takes for more than they are, on nodes and on edges.
var reserved = map[string][]string{
	"node": {"x", "y", "z", "r", "g", "b", "size", "label", "nodelabel", "color"},
	"edge": {"r", "g", "b", "label", "edgelabel", "color", "weight"},
}

// key looks at a declaration.
func (g *graphml) key(e xml.StartElement) error {
	k := key{id: attr(e, "id"), of: attr(e, "for"), name: attr(e, "attr.name"), kind: strings.ToLower(attr(e, "attr.type"))}
	graphics := has(e, "yfiles.type")
	g.graphics = g.graphics || graphics
	if g.seenGraph {
		g.found(keyAfter, k.id)
		delete(g.unresolved, k.id)
	}
	if _, twice := g.keys[k.id]; twice {
		g.found(duplicateKey, k.id)
	}
	switch {
	case k.of == "port" || k.of == "" && graphics:
		g.found(portKey, k.id)
	case k.of == "all":
		g.found(forAll, k.id)
	case k.of == "":
		g.found(forMissing, k.id)
	}
	if !graphics {
		g.attribute(k)
	} else {
		k.kind = "graphics"
	}
	g.keys[k.id] = k
	return g.defaultOf(k)
}

// attribute looks at the name and type of a key that is no graphics.
func (g *graphml) attribute(k key) {
	if k.id == "" || k.name == "" {
		g.found(keyWithoutID, k.id)
	}
	switch k.kind {
	case "":
		g.found(typeMissing, k.name)
	case "integer":
		g.found(typeInteger, k.name)
	case "string", "int", "long", "float", "double", "boolean":
	default:
		g.found(typeDate, k.kind)
	}
	if k.name == "" {
		return
	}
	if g.names[[2]string{k.of, k.name}] {
		g.found(sameName, k.name)
	}
	g.names[[2]string{k.of, k.name}] = true
	if strings.EqualFold(k.name, "id") {
		g.found(attributeID, k.of)
	}
	if k.name == "name" && k.of == "node" {
		g.found(nameOverlay, k.id)
	}
	if id := strings.ToLower(k.id); slices.Contains(reserved[k.of], id) && !strings.EqualFold(k.id, k.name) {
		g.found(reservedKey, k.id)
	}
}

// defaultOf reads what stands in a declaration.
func (g *graphml) defaultOf(k key) error {
	for {
		t, err := g.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "default" {
				g.found(defaults, k.name)
			}
			if _, _, err := g.text(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// data looks at a value.
func (g *graphml) data(e xml.StartElement) error {
	line, _ := g.InputPos()
	id := attr(e, "key")
	text, elements, err := g.text()
	if err != nil {
		return err
	}
	k, ok := g.keys[id]
	switch {
	case !ok && len(g.unresolved[id]) < maxLines:
		g.unresolved[id] = append(g.unresolved[id], place{lines: []int{line}})
	case ok && (elements || k.kind == "graphics"):
		g.foundAt(yedGraphics, line, "")
	case ok && g.element == "":
		g.foundAt(forGraph, line, k.name)
	case ok:
		g.value(k, strings.TrimSpace(text), line)
	}
	return nil
}

// value looks at the value of an attribute of a node or an edge.
func (g *graphml) value(k key, text string, line int) {
	switch k.kind {
	case "int", "integer", "long", "float", "double":
		if text == "" {
			g.foundAt(emptyNumber, line, k.name)
		}
	case "boolean":
		if text == "1" || text == "0" {
			g.foundAt(boolOne, line, k.name)
		}
	}
	if k.kind == "int" || k.kind == "integer" || k.kind == "long" {
		g.integer(text, line)
	}
	if g.element == "edge" && isWeight(k.id, k.name) {
		g.weight(text, line)
	}
}

// isWeight reports whether Gephi takes an attribute for the weight.
func isWeight(names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, "weight") || strings.EqualFold(n, "edge weight") })
}

// weight looks at the weight of an edge.
func (s *scanner) weight(text string, line int) {
	switch w, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); {
	case text == "":
	case err != nil || math.IsNaN(w) || math.IsInf(w, 0):
		s.foundAt(weightNaN, line, text)
	case w <= 0:
		s.foundAt(weightZero, line, text)
	}
}

// integer looks at a whole number: what reads numbers as JavaScript does has 53 bits for it.
func (s *scanner) integer(text string, line int) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && (n > 1<<53 || n < -1<<53) {
		s.foundAt(bigInteger, line, text)
	}
}
