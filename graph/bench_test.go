package graph

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"quadwire/graph/news"
)

// corpus returns the articles of corpusArticles.
func corpus(k int) []ArticleClaims { return slices.Collect(corpusArticles(k)) }

// corpusArticles yields k articles of ten claims each between many actors, some of them in most articles.
func corpusArticles(k int) iter.Seq[ArticleClaims] {
	return func(yield func(ArticleClaims) bool) {
		s := newSample(9)
		for i := range k {
			if !yield(s.corpusArticle(i)) {
				return
			}
		}
	}
}

func (s *sample) corpusArticle(i int) ArticleClaims {
	id := fmt.Sprintf("%06d.txt", i)
	s.text = ""
	ac := ArticleClaims{Extractor: "1"}
	for j := range 10 {
		c := s.claim(id, j, i)
		c.ID = fmt.Sprintf("claim:%06d_%d", i, j)
		for _, p := range participants(&c) {
			n := int(s.ExpFloat64() * 400)
			p.Actor = news.Actor{ID: fmt.Sprintf("actor:number_%d", n), Name: fmt.Sprintf("Number %d", n), Aliases: []string{fmt.Sprint(n)}, Kind: news.Person, Side: fmt.Sprintf("Side %d", n%40)}
		}
		c.Theme = fmt.Sprintf("theme %d of %d", j, i)
		ac.Claims = append(ac.Claims, c)
	}
	ac.Article = news.Article{ID: id, Date: fmt.Sprintf("2023-%02d-%02d", 1+i%12, 1+i%28), Title: "Title " + id, Text: s.text}
	return ac
}

func BenchmarkAdd(b *testing.B) {
	batch := corpus(1000)
	var quads, claims int
	for b.Loop() {
		s, err := OpenTemporary(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		r := add(b, s, batch...)
		quads, claims = quads+r.QuadsAdded, claims+r.Claims
		s.Close()
	}
	b.ReportMetric(float64(quads)/b.Elapsed().Seconds(), "quads/s")
	b.ReportMetric(float64(claims)/b.Elapsed().Seconds(), "claims/s")
}

func BenchmarkAddUnchanged(b *testing.B) {
	batch := corpus(200)
	s, err := OpenTemporary(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	add(b, s, batch...)
	for b.Loop() {
		add(b, s, batch...)
	}
	b.ReportMetric(float64(b.N*len(batch))/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkGraph reads the whole database into memory.
func BenchmarkGraph(b *testing.B) {
	s, err := OpenTemporary(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	add(b, s, corpus(1000)...)
	claims := 0
	for b.Loop() {
		s.snap.graph, s.snap.stale, s.snap.recent = nil, nil, nil
		g, err := s.Graph(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		claims += g.Len()
	}
	b.ReportMetric(float64(claims)/b.Elapsed().Seconds(), "claims/s")
}
