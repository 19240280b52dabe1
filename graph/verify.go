package graph

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Problem is something that Verify found.
type Problem struct {
	Article string // id; empty if it belongs to none
	Claim   string // id; empty if it is not about one claim
	Text    string // what is wrong
}

// Report is the answer of Verify.
type Report struct {
	Articles, Claims, Quads int       // that were read
	Problems                []Problem // by article
}

// Verify reads the whole database and checks it: every quad belongs to an article that is there, the text of an
// article has the hash that is stored, every claim is complete, its offsets show the words that it quotes, its actors
// are described, and the shortcuts are exactly those of the claims. Problems are listed, not repaired: build the
// article anew, or retract it.
func (s *Store) Verify(ctx context.Context) (Report, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var r Report
	err := s.eachArticle(ctx, func(e entry, label quad.IRI, quads []quad.Quad) error {
		if ac := decode(label, quads); entryOf(ac, quads) != e {
			r.add(e.article, "", "its quads are not those that were added")
		}
		r.article(label, quads)
		return nil
	})
	if err != nil {
		return r, fmt.Errorf("verify graph %s: %w", s.path, explained(err))
	}
	size, err := s.size(ctx)
	if err != nil {
		return r, fmt.Errorf("verify graph %s: %w", s.path, explained(err))
	}
	if n := size - r.Quads; n != 0 {
		r.add("", "", "%d quads belong to no article", n)
	}
	return r, nil
}

// add lists a problem.
func (r *Report) add(article, claim, format string, args ...any) {
	r.Problems = append(r.Problems, Problem{Article: article, Claim: claim, Text: fmt.Sprintf(format, args...)})
}

// article checks one article.
func (r *Report) article(label quad.IRI, quads []quad.Quad) {
	r.Articles++
	r.Quads += len(quads)
	ac := decode(label, quads)
	r.Claims += len(ac.Claims)
	id := ac.Article.ID
	for i := range ac.Claims {
		if err := checkEvidence(&ac.Claims[i], ac.Article.Text); err != nil {
			r.add(id, ac.Claims[i].ID, "%v", err)
		}
	}
	n, err := Normalize(ac)
	if err != nil {
		r.add(id, "", "%v", err)
		return
	}
	missing, surplus := difference(quads, encode(n))
	for _, q := range missing {
		r.add(id, "", "missing quad: %s", describeQuad(q))
	}
	for _, q := range surplus {
		r.add(id, "", "quad that follows from no claim: %s", describeQuad(q))
	}
}
