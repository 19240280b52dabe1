package graph

import (
	"context"
	"fmt"

	"quadwire/graph/news"
)

// AddTo adds claims to articles: unlike Add it keeps what an article says already, so that the rows of one story can come
// from several files. New text is put after the old, and the offsets of the new claims are moved there; claims whose ids
// are there are left alone.
func (s *Store) AddTo(ctx context.Context, batch []ArticleClaims) (AddResult, error) {
	var joined []ArticleClaims
	known := 0
	for _, ac := range batch {
		old, err := s.article(ctx, ac.Article.ID)
		if err != nil {
			return AddResult{}, fmt.Errorf("add to article %s: %w", ac.Article.ID, explained(err))
		}
		fresh := without(ac.Claims, old.Claims)
		switch {
		case old.Article.ID == "":
			joined = append(joined, ac)
		case len(fresh) == 0:
			known++
		default:
			joined = append(joined, join(old, ac.Article, fresh))
		}
	}
	result, err := s.Add(ctx, joined)
	result.Unchanged += known
	return result, err
}

// article reads an article; it is empty if it is not there.
func (s *Store) article(ctx context.Context, id string) (ArticleClaims, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	label := articleIRI(id)
	quads, err := s.labelQuads(ctx, label)
	if err != nil || len(quads) == 0 {
		return ArticleClaims{}, err
	}
	return decode(label, quads), nil
}

// without returns the claims whose ids are not among the old ones.
func without(claims, old []news.Claim) []news.Claim {
	known := make(map[string]bool, len(old))
	for _, c := range old {
		known[c.ID] = true
	}
	var out []news.Claim
	for _, c := range claims {
		if !known[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// join puts the text of an article after that of the old one, and its claims with it.
func join(old ArticleClaims, a news.Article, claims []news.Claim) ArticleClaims {
	by := len(old.Article.Text)
	old.Article.Text += a.Text
	for _, c := range claims {
		c = validClaim(c) // shares no participant
		c.SentenceStart, c.SentenceEnd = c.SentenceStart+by, c.SentenceEnd+by
		c.TriggerStart, c.TriggerEnd = c.TriggerStart+by, c.TriggerEnd+by
		for _, p := range participants(&c) {
			p.Start, p.End = p.Start+by, p.End+by
		}
		old.Claims = append(old.Claims, c)
	}
	return old
}
