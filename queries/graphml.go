package queries

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// GraphML keys: attribute name and type (Brandes et al., GraphML Progress Report, 2002), ids n_… for nodes and e_… for
// edges, because programs keep both in one table and take a key with the id "label" or "size" for more than it is.
var (
	nodeKeys = [][2]string{{"label", "string"}, {"kind", "string"}, {"side", "string"}, {"roles", "string"}, {"aliases", "string"},
		{"mentions", "int"}, {"articles", "int"}, {"first_date", "string"}, {"last_date", "string"}, {"color", "string"}, {"size", "double"}}
	edgeKeys = [][2]string{{"label", "string"}, {"predicate", "string"}, {"interaction", "string"}, {"weight", "double"}, {"lemma", "string"},
		{"class", "string"}, {"cameo", "string"}, {"group", "string"}, {"polarity", "string"}, {"modality", "string"}, {"mutual", "boolean"},
		{"articles", "int"}, {"date", "string"}, {"first_date", "string"}, {"last_date", "string"}, {"theme", "string"}, {"speaker", "string"},
		{"place", "string"}, {"article", "string"}, {"sentence", "string"}, {"trigger", "string"}, {"rule", "string"}, {"confidence", "double"}}
)

// WriteGraphML writes the graph of actors in the dialect of GraphML that NetworkX, igraph and graphology all read
// without loss: an edge for every claim that has an object, or with merged one for all claims of the same verb, class,
// polarity and modality between two actors. It is written as it is made; only counts are held in memory.
func WriteGraphML(w io.Writer, g *graph.Graph, s Selection, merged bool) error {
	f, err := s.filter()
	if err != nil {
		return err
	}
	f.WithObject = true
	x := &graphML{g: g, w: bufio.NewWriterSize(w, 1<<16), filter: f}
	x.gather()
	x.header()
	for _, i := range x.nodes {
		x.node(i)
	}
	if merged {
		x.mergedEdges()
	} else {
		for i := range g.Select(f) {
			x.claimEdge(i)
		}
	}
	x.w.WriteString("  </graph>\n</graphml>\n")
	return x.w.Flush()
}

// graphML writes one file.
type graphML struct {
	g      *graph.Graph
	w      *bufio.Writer
	filter graph.Filter

	nodes    []int // actors of the selected claims
	ids      []string
	degrees  []int
	articles []map[int]bool
	dates    []dates
	colors   map[string]string
	most     int                       // highest degree
	kinds    map[[2]int]map[string]int // by subject and object: how many edges have a label
}

// gather counts what the nodes show.
func (x *graphML) gather() {
	n := len(x.g.Actors)
	x.degrees, x.dates, x.articles, x.ids = make([]int, n), make([]dates, n), make([]map[int]bool, n), make([]string, n)
	for i := range x.g.Select(x.filter) {
		e := x.g.Edge(i)
		for _, a := range []int{e.Subject, e.Object} {
			x.degrees[a]++
			x.dates[a].add(e.Date)
			if x.articles[a] == nil {
				x.articles[a] = map[int]bool{}
			}
			x.articles[a][e.Article] = true
			x.most = max(x.most, x.degrees[a])
		}
	}
	taken := map[string]bool{}
	for a, degree := range x.degrees {
		if degree == 0 {
			continue
		}
		x.nodes = append(x.nodes, a)
		id := "n_" + strings.TrimPrefix(legal(x.g.Actors[a].ID), "actor:")
		for base, k := id, 2; taken[id]; k++ {
			id = fmt.Sprintf("%s_%d", base, k)
		}
		taken[id], x.ids[a] = true, id
	}
	x.colors = sideColors(x.nodes, x.g)
}

// header writes everything before the first node; keys come before the graph, or igraph loses their data.
func (x *graphML) header() {
	x.w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, k := range nodeKeys {
		fmt.Fprintf(x.w, "  <key id=\"n_%s\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>\n", k[0], k[0], k[1])
	}
	for _, k := range edgeKeys {
		fmt.Fprintf(x.w, "  <key id=\"e_%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"%s\"/>\n", k[0], k[0], k[1])
	}
	x.w.WriteString("  <graph id=\"quadwire\" edgedefault=\"directed\">\n")
}

// data writes one attribute; empty ones are left out, since readers make NaN or 0 of them.
func (x *graphML) data(key, value string) {
	if value = legal(value); value != "" {
		fmt.Fprintf(x.w, "      <data key=\"%s\">%s</data>\n", key, escape(value))
	}
}

// node writes an actor.
func (x *graphML) node(i int) {
	a := x.g.Actors[i]
	color := x.colors[a.Side]
	if color == "" {
		color = grey
	}
	fmt.Fprintf(x.w, "    <node id=\"%s\">\n", escape(x.ids[i]))
	x.data("n_label", a.Name)
	x.data("n_kind", string(a.Kind))
	x.data("n_side", a.Side)
	x.data("n_roles", strings.Join(a.Roles, "; "))
	x.data("n_aliases", strings.Join(a.Aliases, "; "))
	x.data("n_mentions", strconv.Itoa(x.degrees[i]))
	x.data("n_articles", strconv.Itoa(len(x.articles[i])))
	x.data("n_first_date", x.dates[i].first)
	x.data("n_last_date", x.dates[i].last)
	x.data("n_color", color)
	x.data("n_size", number(10+30*math.Sqrt(float64(x.degrees[i])/float64(x.most)))) // area grows with the degree
	x.w.WriteString("    </node>\n")
}

// edge is what both sorts of edges show.
type edge struct {
	id               string
	subject, object  int
	claim            news.Claim // the surest one
	weight, articles int
	dates            dates
}

// claimEdge writes an edge for one claim.
func (x *graphML) claimEdge(i int) {
	e, c := x.g.Edge(i), x.g.Claim(i)
	x.edge(edge{id: "e_" + strings.TrimPrefix(legal(c.ID), "claim:"), subject: e.Subject, object: e.Object, claim: c, weight: 1, articles: 1,
		dates: dates{c.Date, c.Date}}, true)
}

// mergedEdges writes an edge for all claims that say the same.
func (x *graphML) mergedEdges() {
	type same struct {
		subject, object int
		lemma           string
		class           news.Class
		polarity        news.Polarity
		modality        news.Modality
	}
	found := map[same]*edge{}
	articles := map[same]map[int]bool{}
	var order []same
	for i := range x.g.Select(x.filter) {
		e := x.g.Edge(i)
		k := same{e.Subject, e.Object, e.Lemma, e.Class, e.Polarity, e.Modality}
		m := found[k]
		if m == nil {
			m = &edge{id: fmt.Sprintf("e_%d", len(order)+1), subject: e.Subject, object: e.Object, claim: x.g.Claim(i)}
			found[k], articles[k] = m, map[int]bool{}
			order = append(order, k)
		}
		m.weight++
		m.dates.add(e.Date)
		articles[k][e.Article] = true
		if c := x.g.Claim(i); c.Confidence > m.claim.Confidence {
			m.claim = c
		}
	}
	slices.SortStableFunc(order, func(a, b same) int { return found[b].weight - found[a].weight })
	for n, k := range order {
		m := found[k]
		m.id, m.articles = fmt.Sprintf("e_%d", n+1), len(articles[k])
		x.edge(*m, false)
	}
}

// edge writes an edge. The label beside source and target is what Gephi tells parallel edges apart by.
func (x *graphML) edge(e edge, single bool) {
	c := e.claim
	label := c.Predicate
	if c.Polarity == news.Negated {
		label = "does not " + c.Lemma
	}
	fmt.Fprintf(x.w, "    <edge id=\"%s\" source=\"%s\" target=\"%s\" label=\"%s\">\n", escape(e.id), escape(x.ids[e.subject]),
		escape(x.ids[e.object]), escape(legal(x.kind(e, label))))
	x.data("e_label", label)
	x.data("e_predicate", c.Predicate)
	x.data("e_interaction", c.Predicate)
	x.data("e_weight", number(float64(e.weight)))
	x.data("e_lemma", c.Lemma)
	x.data("e_class", string(c.Class))
	x.data("e_cameo", c.CAMEO)
	x.data("e_group", string(c.Class.Quadrant()))
	x.data("e_polarity", string(c.Polarity))
	x.data("e_modality", string(c.Modality))
	x.data("e_mutual", strconv.FormatBool(c.Mutual))
	x.data("e_articles", strconv.Itoa(e.articles))
	x.data("e_first_date", e.dates.first)
	x.data("e_last_date", e.dates.last)
	if single {
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
	x.w.WriteString("    </edge>\n")
}

// kind returns the label with a number if there was such an edge already: Gephi makes one edge of parallel ones of a kind.
func (x *graphML) kind(e edge, label string) string {
	if x.kinds == nil {
		x.kinds = map[[2]int]map[string]int{}
	}
	pair := [2]int{e.subject, e.object}
	if x.kinds[pair] == nil {
		x.kinds[pair] = map[string]int{}
	}
	x.kinds[pair][label]++
	if n := x.kinds[pair][label]; n > 1 {
		return fmt.Sprintf("%s (%d)", label, n)
	}
	return label
}

// number writes a number without an exponent, in as few digits as say it to two decimals.
func number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// legal strips what XML 1.0 does not allow: most control characters, surrogates, U+FFFE and U+FFFF.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r < 0xFFFE && r != 0x7F || r > 0xFFFF:
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
}

// escape writes what has a meaning in XML as entities; line ends too, which attributes would lose.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;").Replace
