package doctor

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// gexf finds the constructs of GEXF.
type gexf struct {
	*scanner
	types      map[[2]string]string // class and id of an attribute: its type
	titles     map[[2]string]bool
	class      string // of the attributes that are being declared
	undirected bool
	open       []string // the elements that are open
	intervals  bool
	stamps     bool
}

func newGEXF(s *scanner) *gexf {
	return &gexf{scanner: s, types: map[[2]string]string{}, titles: map[[2]string]bool{}}
}

// read reads everything within the root element.
func (g *gexf) read(root xml.StartElement) error {
	defer g.finish()
	g.foundAt(noReader, 1, "")
	switch strings.TrimPrefix(strings.TrimPrefix(root.Name.Space, "http://"), "www.") {
	case "gexf.net/1.2draft", "gexf.net/1.1draft":
	default:
		g.found(otherVersion, attr(root, "version"))
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
			g.start(t)
			g.open = append(g.open, t.Name.Local)
		case xml.EndElement:
			if len(g.open) > 0 {
				g.open = g.open[:len(g.open)-1]
			}
		}
	}
	return nil
}

// within returns the innermost open element of the given names.
func (g *gexf) within(names ...string) string {
	for i := len(g.open) - 1; i >= 0; i-- {
		if slices.Contains(names, g.open[i]) {
			return g.open[i]
		}
	}
	return ""
}

func (g *gexf) start(e xml.StartElement) {
	switch e.Name.Local {
	case "graph":
		g.undirected = attr(e, "defaultedgetype") == "undirected"
	case "attributes":
		g.class = attr(e, "class")
		if attr(e, "mode") == "dynamic" {
			g.found(timeData, "")
		}
	case "attribute":
		g.attribute(attr(e, "id"), attr(e, "title"), attr(e, "type"))
	case "default":
		g.found(defaults, "")
	case "node":
		if g.within("node") != "" {
			g.found(hierarchy, attr(e, "id"))
		}
		g.node(attr(e, "id"))
		g.time(e)
	case "edge":
		g.edgeElement(e)
		g.time(e)
	case "attvalue":
		g.value(e)
		g.time(e)
	case "spell":
		g.time(e)
		if !has(e, "timestamp") && (attr(e, "start") == "" || attr(e, "end") == "") {
			g.found(openInterval, "")
		}
	case "color":
		if has(e, "a") {
			g.found(vizAlpha, "")
		}
	}
}

// attribute looks at a declaration.
func (g *gexf) attribute(id, title, kind string) {
	g.types[[2]string{g.class, id}] = kind
	if g.titles[[2]string{g.class, title}] {
		g.found(sameTitle, title)
	}
	g.titles[[2]string{g.class, title}] = true
	switch kind {
	case "integer", "long", "float", "double", "boolean", "string", "liststring", "anyURI":
	default:
		g.found(foreignType, kind)
	}
}

// edgeElement looks at the attributes of an edge.
func (g *gexf) edgeElement(e xml.StartElement) {
	id := attr(e, "id")
	direction := attr(e, "type")
	switch {
	case direction == "directed" && g.undirected:
		g.found(directedEdge, id)
	case (direction == "undirected" || direction == "mutual") && !g.undirected:
		g.found(undirectedEdge, id)
	}
	g.edge(id, attr(e, "source"), attr(e, "target"), attr(e, "kind"), g.undirected)
	line, _ := g.InputPos()
	g.weight(attr(e, "weight"), line)
}

// time looks at what an element says about when.
func (g *gexf) time(e xml.StartElement) {
	interval := has(e, "start") || has(e, "end") || has(e, "startopen") || has(e, "endopen")
	stamp := has(e, "timestamp") || has(e, "timestamps")
	if !interval && !stamp {
		return
	}
	g.found(timeData, "")
	mixed := g.intervals && g.stamps
	g.intervals, g.stamps = g.intervals || interval, g.stamps || stamp
	if !mixed && g.intervals && g.stamps {
		g.found(mixedTime, "")
	}
	if e.Name.Local != "spell" && interval && !(has(e, "start") && has(e, "end")) {
		g.found(openInterval, "")
	}
}

// value looks at a value of a node or an edge.
func (g *gexf) value(e xml.StartElement) {
	line, _ := g.InputPos()
	id := attr(e, "for")
	if id == "" {
		id = attr(e, "id") // GEXF 1.1
	}
	kind, ok := g.types[[2]string{g.within("node", "edge"), id}]
	text := attr(e, "value")
	switch {
	case !ok:
		g.found(undeclaredKey, id)
	case text == "" && slices.Contains([]string{"integer", "long", "float", "double"}, kind):
		g.found(emptyNumber, id)
	case kind == "boolean" && (text == "1" || text == "0"):
		g.found(boolOne, id)
	case kind == "integer" || kind == "long":
		g.integer(text, line)
	}
}
