package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The attributes of GEXF nodes and edges: title and type. Dates are there as text too, since readers without a timeline
// drop the spells.
var (
	gexfNodes = [][2]string{{"kind", "string"}, {"side", "string"}, {"roles", "string"}, {"aliases", "string"}, {"mentions", "integer"},
		{"articles", "integer"}, {"first_date", "string"}, {"last_date", "string"}}
	gexfEdges = [][2]string{{"predicate", "string"}, {"lemma", "string"}, {"class", "string"}, {"group", "string"}, {"polarity", "string"},
		{"modality", "string"}, {"articles", "integer"}, {"first_date", "string"}, {"last_date", "string"}, {"theme", "string"},
		{"speaker", "string"}, {"article", "string"}, {"sentence", "string"}, {"confidence", "double"}}
)

// WriteGEXF writes a network as GEXF 1.2, the version that Gephi, graphology and NetworkX read, with a time axis that
// plays in Gephi: an edge lasts from the day of its claim to the next, or has a spell for each day when it is merged; a
// node lasts from its first to its last day. What has no date is always there.
func WriteGEXF(w io.Writer, n *Network, merged bool) error {
	x := &gexf{out: newOut(w)}
	x.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
  <meta><creator>quadwire</creator></meta>
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
`)
	x.attributes("node", gexfNodes)
	x.attributes("edge", gexfEdges)
	x.WriteString("    <nodes>\n")
	for i := range n.Nodes {
		x.node(&n.Nodes[i])
	}
	x.WriteString("    </nodes>\n    <edges>\n")
	for e := range n.Edges(merged) {
		x.edge(&e)
	}
	x.WriteString("    </edges>\n  </graph>\n</gexf>\n")
	return x.Flush()
}

// gexf writes one file.
type gexf struct{ out }

func (x *gexf) attributes(class string, list [][2]string) {
	x.printf("    <attributes class=\"%s\" mode=\"static\">\n", class)
	for _, a := range list {
		x.printf("      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n", a[0], a[0], a[1])
	}
	x.WriteString("    </attributes>\n")
}

// values writes attribute values in the order of the list; empty ones are left out.
func (x *gexf) values(list [][2]string, values ...string) {
	x.WriteString("        <attvalues>\n")
	for i, v := range values {
		if v = attribute(oneLine(v)); v != "" {
			x.printf("          <attvalue for=\"%s\" value=\"%s\"/>\n", list[i][0], v)
		}
	}
	x.WriteString("        </attvalues>\n")
}

// spells writes when something is there.
func (x *gexf) spells(list []span) {
	if len(list) == 0 {
		return
	}
	x.WriteString("        <spells>")
	for _, s := range list {
		x.printf("<spell start=\"%s\" end=\"%s\"/>", s.start, s.end)
	}
	x.WriteString("</spells>\n")
}

func (x *gexf) node(n *Node) {
	x.printf("      <node id=\"%s\" label=\"%s\">\n", attribute(n.ID), attribute(n.Name))
	x.values(gexfNodes, string(n.Kind), n.Side, strings.Join(n.Roles, "; "), strings.Join(n.Aliases, "; "), strconv.Itoa(n.Degree),
		strconv.Itoa(n.Told), n.First, n.Last)
	if !n.Undated {
		first, ok := days(n.First)
		last, ok2 := days(n.Last)
		if ok && ok2 {
			x.spells([]span{{first.start, max(first.end, last.end)}})
		}
	}
	r, g, b := rgb(n.Color)
	x.printf("        <viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>\n        <viz:size value=\"%s\"/>\n      </node>\n", r, g, b, number(n.Size))
}

func (x *gexf) edge(e *Edge) {
	c := e.Claim
	x.printf("      <edge id=\"%s\" source=\"%s\" target=\"%s\" label=\"%s\" kind=\"%s\" weight=\"%d\">\n", attribute(e.ID), attribute(e.Subject.ID),
		attribute(e.Object.ID), attribute(e.Label), attribute(e.Kind), e.Weight)
	x.values(gexfEdges, c.Predicate, c.Lemma, string(c.Class), string(c.Class.Quadrant()), string(c.Polarity), string(c.Modality),
		strconv.Itoa(e.Articles), e.First(), e.Last(), c.Theme, actorOf(c.Speaker).Name, c.Article, c.Sentence, number(c.Confidence))
	x.spells(spans(e.Dates))
	r, g, b := rgb(quadrantColor(c.Class))
	x.printf("        <viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>\n      </edge>\n", r, g, b)
}

// span is a range of days, the end not included.
type span struct{ start, end string }

// days returns the days of a date: one, those of a month or of a year.
func days(date string) (span, bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, date); err == nil {
			return span{t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.days).Format(time.DateOnly)}, true
		}
	}
	return span{}, false
}

// spans returns the days of dates; what overlaps or touches is one span.
func spans(dates []string) []span {
	var list []span
	for _, d := range dates {
		if s, ok := days(d); ok {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b span) int { return strings.Compare(a.start, b.start) })
	var joined []span
	for _, s := range list {
		if n := len(joined); n > 0 && s.start <= joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, s.end)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

// rgb returns the parts of a colour #rrggbb.
func rgb(color string) (r, g, b int64) {
	n, _ := strconv.ParseInt(strings.TrimPrefix(color, "#"), 16, 64)
	return n >> 16 & 255, n >> 8 & 255, n & 255
}
