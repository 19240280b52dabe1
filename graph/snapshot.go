package graph

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// Article is an article of the graph, without its text.
type Article struct {
	news.Article        // Text is empty
	SHA256       string // of the text
	Extractor    string // version of what found the claims
	Claims       int    // number of claims
}

// Actor is an actor as all articles together describe it: the name that most of them use, all aliases and roles, the
// kind and side that most of them give.
type Actor struct {
	news.Actor
	Kinds     []news.Kind // all that are given, the most frequent first
	Sides     []string    // all that are given, the most frequent first
	Articles  int         // number of articles that speak of it
	AsSubject int         // number of claims
	AsObject  int
	AsSpeaker int
}

// Graph is a snapshot of the database: every claim, article and actor at one moment. It never changes and is safe for
// concurrent use; callers must not change what they get from it.
type Graph struct {
	Actors   []Actor   // by id
	Articles []Article // by id

	claims   []news.Claim
	actors   map[string]int
	articles map[string]int
	touching [][]int32
}

// Len returns the number of claims. Claims are numbered from 0, by article id and then in the order of the text.
func (g *Graph) Len() int { return len(g.claims) }

// Claim returns the i-th claim.
func (g *Graph) Claim(i int) news.Claim { return g.claims[i] }

// Actor returns the index in Actors of the actor with the given id.
func (g *Graph) Actor(id string) (int, bool) {
	i, ok := g.actors[id]
	return i, ok
}

// Article returns the index in Articles of the article with the given id.
func (g *Graph) Article(id string) (int, bool) {
	i, ok := g.articles[id]
	return i, ok
}

// Edge is a claim as path queries see it.
type Edge struct {
	Subject  int // index in Graph.Actors
	Object   int // index in Graph.Actors; -1: none
	Article  int // index in Graph.Articles
	Class    news.Class
	Lemma    string
	Polarity news.Polarity
	Modality news.Modality
	Mutual   bool
	Date     string
}

// Edge returns the i-th claim as an edge.
func (g *Graph) Edge(i int) Edge {
	c := &g.claims[i]
	e := Edge{Subject: g.actors[c.Subject.ID], Object: -1, Article: g.articles[c.Article], Class: c.Class, Lemma: c.Lemma,
		Polarity: c.Polarity, Modality: c.Modality, Mutual: c.Mutual, Date: c.Date}
	if c.Object != nil {
		e.Object = g.actors[c.Object.ID]
	}
	return e
}

// Touching returns the numbers of the claims whose subject or object is the actor with index a, ascending.
func (g *Graph) Touching(a int) []int32 { return g.touching[a] }

// Select yields the numbers of the claims that pass the filter, ascending.
func (g *Graph) Select(f Filter) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range g.claims {
			c := &g.claims[i]
			if f.Matches(c, g.Articles[g.articles[c.Article]].Source) && !yield(i) {
				return
			}
		}
	}
}

// snapshot is the store's own copy of the last Graph.
type snapshot struct {
	mu        sync.Mutex
	graph     *Graph
	temporary string // folder to remove on Close
}

func (s *snapshot) forget() {
	s.mu.Lock()
	s.graph = nil
	s.mu.Unlock()
}

// Graph returns a snapshot of the database. It is read once and kept until the database changes.
func (s *Store) Graph(ctx context.Context) (*Graph, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	s.snap.mu.Lock()
	defer s.snap.mu.Unlock()
	if s.snap.graph == nil {
		g, err := s.readGraph(ctx)
		if err != nil {
			return nil, fmt.Errorf("read graph %s: %w", s.path, explained(err))
		}
		s.snap.graph = g
	}
	return s.snap.graph, nil
}

func (s *Store) readGraph(ctx context.Context) (*Graph, error) {
	b := newGraphBuilder()
	err := s.eachArticle(ctx, func(_ entry, label quad.IRI, quads []quad.Quad) error {
		b.add(decode(label, quads))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return b.finish(), nil
}
