package export

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
	"quadwire/queries"
)

// Slice is the part of a graph that is taken away. The zero value is everything that is told as done.
type Slice struct {
	queries.Selection
	Ego  string // name of an actor: only what lies around it
	Hops int    // with Ego: how many claims away; 0: one
	Top  int    // only so many actors, those with the most claims; 0: all
}

// Network is the chosen part of a graph: its actors and the claims between them.
type Network struct {
	g      *graph.Graph
	filter graph.Filter
	within []bool // by actor; nil: all

	Ego    int    // index in Nodes; -1: none
	Nodes  []Node // actors with a claim that has an object, by id
	nodeOf []int  // by actor: index in Nodes; -1: none
	degree []int  // by actor
}

// Node is an actor with what the chosen claims tell of it.
type Node struct {
	graph.Actor
	ID          string // for files: n_ and the slug, unique
	Degree      int    // claims
	Told        int    // articles
	First, Last string // dates
	Undated     bool   // one of the claims has no date
	Color       string // of the side: #rrggbb
	Size        float64
}

// Choose cuts a slice out of a graph.
func Choose(g *graph.Graph, s Slice) (*Network, error) {
	f, err := s.Filter()
	if err != nil {
		return nil, err
	}
	n := &Network{g: g, filter: f, Ego: -1}
	n.filter.WithObject = true
	ego := -1
	if s.Ego != "" {
		if ego, err = queries.FindActor(g, s.Ego); err != nil {
			return nil, err
		}
		n.around(ego, max(1, s.Hops))
	}
	n.count()
	if s.Top > 0 {
		n.busiest(s.Top, ego)
		n.count()
	}
	n.list(ego)
	return n, nil
}

// around keeps the actors that are so many claims away from one.
func (n *Network) around(ego, hops int) {
	n.within = make([]bool, len(n.g.Actors))
	n.within[ego] = true
	ring := []int{ego}
	for ; hops > 0 && len(ring) > 0; hops-- {
		at := make([]bool, len(n.g.Actors))
		for _, a := range ring {
			at[a] = true
		}
		ring = nil
		for i := range n.g.Select(n.filter) {
			s, o := n.g.Ends(i)
			for _, x := range [2][2]int{{s, o}, {o, s}} {
				if at[x[0]] && !n.within[x[1]] {
					n.within[x[1]] = true
					ring = append(ring, x[1])
				}
			}
		}
	}
}

// busiest keeps the actors with the most claims.
func (n *Network) busiest(top, ego int) {
	var order []int
	for a, d := range n.degree {
		if d > 0 && a != ego {
			order = append(order, a)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return n.degree[b] - n.degree[a] })
	n.within = make([]bool, len(n.g.Actors))
	if ego >= 0 {
		n.within[ego] = true
		top--
	}
	for _, a := range order[:min(max(top, 0), len(order))] {
		n.within[a] = true
	}
}

// count counts the claims of each actor within the slice.
func (n *Network) count() {
	n.degree = make([]int, len(n.g.Actors))
	for i := range n.edges() {
		s, o := n.g.Ends(i)
		n.degree[s]++
		n.degree[o]++
	}
}

// edges yields the claims that have an object, both ends of which are in the slice.
func (n *Network) edges() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n.g.Select(n.filter) {
			if s, o := n.g.Ends(i); n.within != nil && !(n.within[s] && n.within[o]) {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// Claims yields the numbers of all chosen claims, those without an object too.
func (n *Network) Claims() iter.Seq[int] {
	return func(yield func(int) bool) {
		f := n.filter
		f.WithObject = false
		for i := range n.g.Select(f) {
			if s, o := n.g.Ends(i); n.within != nil && !(n.within[s] && (o < 0 || n.within[o])) {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// list makes the nodes.
func (n *Network) list(ego int) {
	n.nodeOf = make([]int, len(n.g.Actors))
	taken := map[string]bool{}
	most := 1
	for a := range n.g.Actors {
		n.nodeOf[a] = -1
		if n.degree[a] == 0 && a != ego {
			continue
		}
		if a == ego {
			n.Ego = len(n.Nodes)
		}
		id := "n_" + strings.TrimPrefix(legal(n.g.Actors[a].ID), "actor:")
		for base, k := id, 2; taken[id]; k++ {
			id = fmt.Sprintf("%s_%d", base, k)
		}
		taken[id] = true
		n.nodeOf[a] = len(n.Nodes)
		n.Nodes = append(n.Nodes, Node{Actor: n.g.Actors[a], ID: id, Degree: n.degree[a]})
		most = max(most, n.degree[a])
	}
	n.describe()
	colors := sideColors(n.Nodes)
	for i := range n.Nodes {
		n.Nodes[i].Color = cmp.Or(colors[n.Nodes[i].Side], grey)
		n.Nodes[i].Size = 10 + 30*math.Sqrt(float64(n.Nodes[i].Degree)/float64(most)) // the area grows with the degree
	}
}

// describe gives the nodes their dates and counts their articles, which come one after the other.
func (n *Network) describe() {
	last := make([]int, len(n.Nodes))
	for i := range n.edges() {
		e := n.g.Edge(i)
		for _, a := range [2]int{n.nodeOf[e.Subject], n.nodeOf[e.Object]} {
			node := &n.Nodes[a]
			if last[a] != e.Article+1 {
				last[a] = e.Article + 1
				node.Told++
			}
			if e.Date == "" {
				node.Undated = true
				continue
			}
			if node.First == "" || e.Date < node.First {
				node.First = e.Date
			}
			node.Last = max(node.Last, e.Date)
		}
	}
}

// palette holds colours that differ for most eyes (Okabe and Ito, Color Universal Design, 2008), then lighter ones.
var palette = []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#8C6BB1", "#A65628", "#66A61E",
	"#E7298A", "#1B9E77"}

// grey is the colour of actors without a side, or with one that few have.
const grey = "#999999"

// sideColors gives the sides that most nodes have a colour each.
func sideColors(nodes []Node) map[string]string {
	counts := map[string]int{}
	var sides []string
	for _, n := range nodes {
		if n.Side == "" {
			continue
		}
		if counts[n.Side] == 0 {
			sides = append(sides, n.Side)
		}
		counts[n.Side]++
	}
	slices.SortFunc(sides, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	out := map[string]string{}
	for i, s := range sides[:min(len(sides), len(palette))] {
		out[s] = palette[i]
	}
	return out
}

// actorOf returns a participant's actor; an empty one if there is no participant.
func actorOf(p *news.Participant) news.Actor {
	if p == nil {
		return news.Actor{}
	}
	return p.Actor
}
