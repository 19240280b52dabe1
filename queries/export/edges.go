package export

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// Edge is one claim, or all claims of one verb, class, polarity and modality between two actors.
type Edge struct {
	ID               string
	Subject, Object  *Node
	Claim            news.Claim // the surest one
	Merged           bool
	Weight, Articles int
	Dates            []string // of the claims, ascending, each once
	Label            string   // "warns", "does not warn"
	Kind             string   // the label, with a number where it would not tell parallel edges apart
}

// First returns the earliest date of the claims; empty if there is none.
func (e *Edge) First() string {
	if len(e.Dates) == 0 {
		return ""
	}
	return e.Dates[0]
}

// Last returns the latest date of the claims; empty if there is none.
func (e *Edge) Last() string {
	if len(e.Dates) == 0 {
		return ""
	}
	return e.Dates[len(e.Dates)-1]
}

// Edges yields the edges: one a claim in the order of the claims, or merged, heaviest first.
func (n *Network) Edges(merged bool) iter.Seq[Edge] {
	kinds := kinds{}
	return func(yield func(Edge) bool) {
		if merged {
			for _, e := range n.merged() {
				e.Kind = kinds.of(e)
				if !yield(*e) {
					return
				}
			}
			return
		}
		for i := range n.edges() {
			e := n.edge(i)
			e.ID = "e_" + strings.TrimPrefix(legal(e.Claim.ID), "claim:")
			e.Weight, e.Articles = 1, 1
			if e.Claim.Date != "" {
				e.Dates = []string{e.Claim.Date}
			}
			e.Kind = kinds.of(&e)
			if !yield(e) {
				return
			}
		}
	}
}

// edge makes an edge of the i-th claim.
func (n *Network) edge(i int) Edge {
	s, o := n.g.Ends(i)
	c := n.g.Claim(i)
	return Edge{Subject: &n.Nodes[n.nodeOf[s]], Object: &n.Nodes[n.nodeOf[o]], Claim: c, Label: label(c)}
}

// label says what a claim says in a word or three.
func label(c news.Claim) string {
	if c.Polarity == news.Negated {
		return "does not " + c.Lemma
	}
	return c.Predicate
}

// merged makes the merged edges.
func (n *Network) merged() []*Edge {
	type same struct {
		subject, object int
		lemma           string
		class           news.Class
		polarity        news.Polarity
		modality        news.Modality
	}
	found := map[same]*Edge{}
	last := map[same]int{}
	var order []*Edge
	for i := range n.edges() {
		x := n.g.Edge(i)
		k := same{x.Subject, x.Object, x.Lemma, x.Class, x.Polarity, x.Modality}
		e := found[k]
		if e == nil {
			first := n.edge(i)
			e = &first
			e.Merged = true
			found[k] = e
			order = append(order, e)
		} else if c := n.g.Claim(i); c.Confidence > e.Claim.Confidence {
			e.Claim = c
		}
		e.Weight++
		if last[k] != x.Article+1 {
			last[k] = x.Article + 1
			e.Articles++
		}
		if at, there := slices.BinarySearch(e.Dates, x.Date); x.Date != "" && !there {
			e.Dates = slices.Insert(e.Dates, at, x.Date)
		}
	}
	slices.SortStableFunc(order, func(a, b *Edge) int { return b.Weight - a.Weight })
	for i, e := range order {
		e.ID = fmt.Sprintf("e_%d", i+1)
	}
	return order
}

// kinds counts the edges of a label between two nodes: Gephi makes one edge of parallel ones of one kind.
type kinds map[kind]int

type kind struct {
	subject, object *Node
	label           string
}

func (k kinds) of(e *Edge) string {
	at := kind{e.Subject, e.Object, e.Label}
	k[at]++
	if n := k[at]; n > 1 {
		return fmt.Sprintf("%s (%d)", e.Label, n)
	}
	return e.Label
}
