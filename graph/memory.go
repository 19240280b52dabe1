package graph

import (
	"fmt"
	"slices"
	"strings"
)

// InMemory returns the graph of articles without a database: for questions about articles that nobody wants to keep.
// The claims are as Add would have stored them.
func InMemory(articles []ArticleClaims) (*Graph, error) {
	sorted := slices.Clone(articles)
	slices.SortStableFunc(sorted, func(a, b ArticleClaims) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	b := newGraphBuilder("in memory")
	for _, ac := range sorted {
		n, err := Normalize(ac)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", ac.Article.ID, err)
		}
		b.add(summary(n), digest{}, n.Claims)
	}
	return b.finish(), nil
}
