package graph

import (
	"context"
	"fmt"

	"quadwire/graph/news"
)

// Stats counts what is in the database.
type Stats struct {
	Articles int
	Actors   int // subjects, objects and speakers of claims
	Claims   int
	Quads    int                // in the database
	Verbs    int                // lemmas of predicates
	Classes  map[news.Class]int // claims by class
	First    string             // earliest date of a claim; empty if no claim has one
	Last     string             // latest date of a claim
}

// Stats counts what is in the database.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	g, err := s.Graph(ctx)
	if err != nil {
		return Stats{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	size, err := s.size(ctx)
	if err != nil {
		return Stats{}, fmt.Errorf("count graph %s: %w", s.path, explained(err))
	}
	out := Stats{Articles: len(g.Articles), Actors: len(g.Actors), Claims: g.Len(), Quads: size,
		Classes: map[news.Class]int{}}
	verbs := map[string]bool{}
	for i := range g.Len() {
		e := g.Edge(i)
		verbs[e.Lemma] = true
		out.Classes[e.Class]++
		if e.Date != "" {
			if out.First == "" || e.Date < out.First {
				out.First = e.Date
			}
			out.Last = max(out.Last, e.Date)
		}
	}
	out.Verbs = len(verbs)
	return out, nil
}
