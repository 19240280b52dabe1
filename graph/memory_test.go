package graph

import (
	"slices"
	"testing"
)

// TestInMemory compares the graph of articles with that of a database that holds them.
func TestInMemory(t *testing.T) {
	var articles []ArticleClaims
	for ac := range corpusArticles(20) {
		articles = append(articles, ac)
	}
	store, err := OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Add(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	want, err := store.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(articles)
	g, err := InMemory(articles)
	if err != nil || g.Len() != want.Len() || len(g.Actors) != len(want.Actors) || len(g.Articles) != len(want.Articles) {
		t.Fatalf("%v, %d claims, want %d", err, g.Len(), want.Len())
	}
	for i := range g.Len() {
		if g.Claim(i).ID != want.Claim(i).ID || g.Edge(i) != want.Edge(i) {
			t.Fatalf("claim %d: %+v, want %+v", i, g.Claim(i), want.Claim(i))
		}
	}
	articles[0].Claims[0].ID = ""
	if _, err := InMemory(articles); err == nil {
		t.Error("a claim without an id passes")
	}
}

// TestMatcher compares it with Select.
func TestMatcher(t *testing.T) {
	g := million(t, 20)
	for _, f := range []Filter{{}, {Since: "2023-11"}, {MinConfidence: 0.5, WithObject: true}, {Articles: []string{g.Articles[1].ID}}, {Lemmas: []string{"warn"}}} {
		var want, got []int
		for i := range g.Select(f) {
			want = append(want, i)
		}
		matches := g.Matcher(f)
		for i := range g.Len() {
			if matches(i) {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, want) || len(got) == 0 && f.Lemmas == nil {
			t.Errorf("%+v: %d claims, want %d", f, len(got), len(want))
		}
	}
}
