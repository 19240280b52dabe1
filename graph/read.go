package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// labelQuads returns the quads of one article. The store is locked.
func (s *Store) labelQuads(ctx context.Context, label quad.IRI) ([]quad.Quad, error) {
	return s.quadsWith(ctx, quad.Label, label)
}

// subjectQuads returns the quads about one node. The store is locked.
func (s *Store) subjectQuads(ctx context.Context, subject quad.IRI) ([]quad.Quad, error) {
	return s.quadsWith(ctx, quad.Subject, subject)
}

func (s *Store) quadsWith(ctx context.Context, d quad.Direction, v quad.Value) (out []quad.Quad, err error) {
	err = s.read(func(r *reader) error {
		out, err = r.with(ctx, d, v)
		return err
	})
	return out, err
}

// eachArticle calls fn with the label and the quads of each article, by id. The store is locked.
func (s *Store) eachArticle(ctx context.Context, fn func(e entry, label quad.IRI, quads []quad.Quad) error) error {
	return s.read(func(r *reader) error {
		entries, err := ledger(r.tx)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := ctx.Err(); err != nil {
				return err
			}
			label := articleIRI(e.article)
			quads, err := r.with(ctx, quad.Label, label)
			if err != nil {
				return err
			}
			if err := fn(e, label, quads); err != nil {
				return err
			}
		}
		return nil
	})
}

// Article returns an article with its text and its claims, in the order of the text, or ErrNoArticle.
func (s *Store) Article(ctx context.Context, id string) (ArticleClaims, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	label := articleIRI(id)
	quads, err := s.labelQuads(ctx, label)
	if err == nil && len(quads) == 0 {
		err = ErrNoArticle
	}
	if err != nil {
		return ArticleClaims{}, fmt.Errorf("read article %s: %w", id, explained(err))
	}
	return decode(label, quads), nil
}

// Articles lists the articles by id.
func (s *Store) Articles(ctx context.Context) ([]Article, error) {
	g, err := s.Graph(ctx)
	if err != nil {
		return nil, err
	}
	return g.Articles, nil
}

// Actors lists the actors by id, each as all articles together describe it.
func (s *Store) Actors(ctx context.Context) ([]Actor, error) {
	g, err := s.Graph(ctx)
	if err != nil {
		return nil, err
	}
	return g.Actors, nil
}

// Claims yields the claims that pass the filter, by article id and then in the order of the text.
func (s *Store) Claims(ctx context.Context, f Filter) iter.Seq2[news.Claim, error] {
	return func(yield func(news.Claim, error) bool) {
		g, err := s.Graph(ctx)
		if err != nil {
			yield(news.Claim{}, err)
			return
		}
		for i := range g.Select(f) {
			if err := ctx.Err(); err != nil {
				yield(news.Claim{}, err)
				return
			}
			if !yield(g.Claim(i), nil) {
				return
			}
		}
	}
}

// Claim returns the claim with the given id, or ErrNoClaim.
func (s *Store) Claim(ctx context.Context, id string) (news.Claim, error) {
	s.mu.RLock()
	quads, err := s.subjectQuads(ctx, claimIRI(id))
	s.mu.RUnlock()
	if err != nil {
		return news.Claim{}, fmt.Errorf("read claim %s: %w", id, explained(err))
	}
	if len(quads) > 0 {
		ac, err := s.Article(ctx, articleID(quads[0].Label))
		if err != nil {
			return news.Claim{}, err
		}
		for _, c := range ac.Claims {
			if c.ID == id {
				return c, nil
			}
		}
	}
	return news.Claim{}, fmt.Errorf("read claim %s: %w", id, ErrNoClaim)
}

// size returns the number of quads. The store is locked.
func (s *Store) size(ctx context.Context) (int, error) {
	st, err := s.qs.Stats(ctx, false)
	if errors.Is(err, cayleykv.ErrNoBucket) { // nothing was ever written
		return 0, nil
	}
	return int(st.Quads.Value), err
}
