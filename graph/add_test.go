package graph

import (
	"bytes"
	"context"
	"reflect"
	"testing"
)

// closeTest checks the consistency of a database and closes it: the end of every test that has one.
func closeTest(t testing.TB, s *Store) {
	t.Helper()
	r, err := s.Verify(context.Background())
	if err != nil {
		t.Error(err)
	}
	for _, p := range r.Problems {
		t.Errorf("inconsistent: article %q claim %q: %s", p.Article, p.Claim, p.Text)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// dump returns the whole graph as N-Quads.
func dump(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.WriteNQuads(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func add(t testing.TB, s *Store, batch ...ArticleClaims) AddResult {
	t.Helper()
	r, err := s.Add(t.Context(), batch)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Rejected {
		t.Fatalf("rejected %s: %v", x.Article, x.Err)
	}
	return r
}

// TestRoundTrip adds articles and reads back what was added.
func TestRoundTrip(t *testing.T) {
	s := openTest(t)
	batch := newSample(1).articles(30)
	add(t, s, batch...)
	for _, ac := range batch {
		want, err := Normalize(ac)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Article(t.Context(), ac.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Claims) == 0 && len(want.Claims) == 0 {
			got.Claims, want.Claims = nil, nil
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("article %s came back as\n%+v\nnot as\n%+v", ac.Article.ID, got, want)
		}
	}
}

// TestAddTwice: adding twice is adding once.
func TestAddTwice(t *testing.T) {
	s := openTest(t)
	batch := newSample(2).articles(20)
	add(t, s, batch...)
	once := dump(t, s)
	if r := add(t, s, batch...); r.Unchanged != len(batch) || r.QuadsAdded+r.QuadsRemoved+r.Added+r.Changed != 0 {
		t.Errorf("adding again: %+v", r)
	}
	if dump(t, s) != once {
		t.Error("adding again changed the graph")
	}
}
