package export

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// MaxDrawn is the number of actors that a picture can hold; more are left out, those with the fewest claims first.
const MaxDrawn = 60

// The picture's size in pixels.
const pictureWidth, pictureHeight, margin = 1200.0, 900.0, 90.0

// WriteSVG draws a network as SVG: an arrow for everything that one actor does to another, as thick as there are claims,
// coloured by the group of its most frequent class, labelled with its most frequent verbs. The ego stands in the middle.
func WriteSVG(w io.Writer, n *Network) error {
	d := n.drawing()
	x := newOut(w)
	x.printf(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" font-family="Helvetica, Arial, sans-serif">
<rect width="100%%" height="100%%" fill="#ffffff"/>
<defs>
`, number(pictureWidth), number(pictureHeight))
	for _, color := range arrowColors {
		x.printf(`<marker id="a%s" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="%s"/></marker>
`, color[1:], color)
	}
	x.WriteString("</defs>\n")
	for i := range d.arrows {
		d.arrow(x, &d.arrows[i])
	}
	for i, node := range d.nodes {
		d.node(x, i, node)
	}
	x.WriteString("</svg>\n")
	return x.Flush()
}

// arrowColors are the colours that quadrantColor gives.
var arrowColors = []string{"#009E73", "#56B4E9", "#C62828", "#E69F00", grey}

// drawing is a picture before it is written.
type drawing struct {
	nodes  []*Node
	at     []point // in pixels
	arrows []arrow
	both   map[[2]int]bool
}

// arrow is everything that one actor does to another.
type arrow struct {
	from, to int
	claims   int
	verbs    []counted
	groups   []counted
}

// counted is a word and how often it was met.
type counted struct {
	word  string
	count int
}

// tally adds a word.
func tally(list []counted, word string, n int) []counted {
	for i := range list {
		if list[i].word == word {
			list[i].count += n
			return list
		}
	}
	return append(list, counted{word, n})
}

// drawing chooses what is drawn and places it.
func (n *Network) drawing() *drawing {
	d := &drawing{both: map[[2]int]bool{}}
	place := n.drawn(d)
	index := map[[2]int]int{}
	var pairs [][2]int
	for e := range n.Edges(true) {
		from, ok := place[e.Subject]
		to, ok2 := place[e.Object]
		if !ok || !ok2 || from == to {
			continue
		}
		k := [2]int{from, to}
		i, there := index[k]
		if !there {
			i = len(d.arrows)
			index[k] = i
			d.arrows = append(d.arrows, arrow{from: from, to: to})
			d.both[k] = true
			if !d.both[[2]int{to, from}] {
				pairs = append(pairs, k)
			}
		}
		a := &d.arrows[i]
		a.claims += e.Weight
		a.verbs = tally(a.verbs, e.Label, e.Weight)
		a.groups = tally(a.groups, string(e.Claim.Class), e.Weight)
	}
	centre := -1
	if n.Ego >= 0 {
		centre = place[&n.Nodes[n.Ego]]
	}
	d.fit(layout(len(d.nodes), pairs, centre), centre)
	return d
}

// drawn chooses the nodes of a picture and returns their numbers in it.
func (n *Network) drawn(d *drawing) map[*Node]int {
	for i := range n.Nodes {
		d.nodes = append(d.nodes, &n.Nodes[i])
	}
	slices.SortStableFunc(d.nodes, func(a, b *Node) int {
		if n.Ego >= 0 && (a == &n.Nodes[n.Ego]) != (b == &n.Nodes[n.Ego]) {
			if a == &n.Nodes[n.Ego] {
				return -1
			}
			return 1
		}
		return b.Degree - a.Degree
	})
	d.nodes = d.nodes[:min(MaxDrawn, len(d.nodes))]
	place := map[*Node]int{}
	for i, node := range d.nodes {
		place[node] = i
	}
	return place
}

// fit stretches the layout over the picture; the centre stays in the middle.
func (d *drawing) fit(at []point, centre int) {
	low, high := point{1, 1}, point{0, 0}
	for _, p := range at {
		low, high = point{math.Min(low.x, p.x), math.Min(low.y, p.y)}, point{math.Max(high.x, p.x), math.Max(high.y, p.y)}
	}
	if centre >= 0 {
		rx := math.Max(high.x-0.5, 0.5-low.x)
		ry := math.Max(high.y-0.5, 0.5-low.y)
		low, high = point{0.5 - rx, 0.5 - ry}, point{0.5 + rx, 0.5 + ry}
	}
	scale := func(v, low, high, size float64) float64 {
		if high-low < 1e-6 {
			return size / 2
		}
		return margin + float64((v-low)/(high-low)*(size-2*margin))
	}
	for _, p := range at {
		d.at = append(d.at, point{scale(p.x, low.x, high.x, pictureWidth), scale(p.y, low.y, high.y, pictureHeight)})
	}
}

// radius is that of a node's circle.
func radius(n *Node) float64 { return 6 + n.Size*0.55 }

// arrow draws an arrow; two that go opposite ways bend apart.
func (d *drawing) arrow(x out, a *arrow) {
	most := func(a, b counted) int { return cmp.Or(b.count-a.count, strings.Compare(a.word, b.word)) }
	slices.SortFunc(a.verbs, most)
	slices.SortFunc(a.groups, most)
	from, to := d.at[a.from], d.at[a.to]
	dx, dy, far := apart(to, from)
	dx, dy = dx/far, dy/far
	from = plus(from, dx, dy, radius(d.nodes[a.from]))
	to = plus(to, dx, dy, -radius(d.nodes[a.to])-2)
	bend := 0.0
	if d.both[[2]int{a.to, a.from}] {
		bend = math.Min(40, far/5)
	}
	middle := point{(from.x+to.x)/2 - float64(dy*bend), (from.y+to.y)/2 + float64(dx*bend)}
	label := a.verbs[0].word
	if a.claims > a.verbs[0].count {
		label = fmt.Sprintf("%s, … (%d)", label, a.claims)
	} else if a.claims > 1 {
		label = fmt.Sprintf("%s (%d)", label, a.claims)
	}
	var all []string
	for _, v := range a.verbs {
		all = append(all, fmt.Sprintf("%s (%d)", v.word, v.count))
	}
	color := quadrantColor(news.Class(a.groups[0].word))
	x.printf("<g><title>%s → %s: %s</title><path d=\"M%s %s Q%s %s %s %s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" marker-end=\"url(#a%s)\"/>",
		xmlText(d.nodes[a.from].Name), xmlText(d.nodes[a.to].Name), xmlText(strings.Join(all, ", ")), number(from.x), number(from.y), number(middle.x), number(middle.y),
		number(to.x), number(to.y), color, number(thickness(a.claims)), color[1:])
	x.printf("<text x=\"%s\" y=\"%s\" font-size=\"10\" fill=\"#444444\" text-anchor=\"middle\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\">%s</text></g>\n",
		number((from.x+to.x)/4+middle.x/2), number((from.y+to.y)/4+middle.y/2), xmlText(label))
}

// node draws an actor.
func (d *drawing) node(x out, i int, n *Node) {
	x.printf("<g><title>%s: %s</title><circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"#333333\"/>", xmlText(n.Name),
		xmlText(strings.Join(slices.DeleteFunc([]string{string(n.Kind), n.Side, strings.Join(n.Roles, ", "), fmt.Sprintf("claims: %d", n.Degree)}, func(s string) bool { return s == "" }), "; ")),
		number(d.at[i].x), number(d.at[i].y), number(radius(n)), n.Color)
	x.printf("<text x=\"%s\" y=\"%s\" font-size=\"13\" font-weight=\"bold\" text-anchor=\"middle\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\">%s</text></g>\n",
		number(d.at[i].x), number(d.at[i].y+radius(n)+14), xmlText(n.Name))
}
