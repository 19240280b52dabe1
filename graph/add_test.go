package graph

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"testing"

	"quadwire/graph/news"
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
	g, err := s.Graph(context.Background())
	if err != nil {
		t.Error(err)
	}
	s.noCache, s.snap = true, snapshot{temporary: s.snap.temporary}
	read, err := s.Graph(context.Background())
	if err != nil {
		t.Error(err)
	}
	if g != nil && read != nil && !reflect.DeepEqual(contentOf(g), contentOf(read)) {
		t.Error("inconsistent: the snapshot is not what the database has")
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

// TestRetractUndoesAdd: retracting an article gives the graph without it, whatever it shares with others.
func TestRetractUndoesAdd(t *testing.T) {
	s := openTest(t)
	batch := newSample(3).articles(12)
	add(t, s, batch[0])
	for i := 1; i < len(batch); i++ {
		before := dump(t, s)
		added := add(t, s, batch[i]).QuadsAdded
		n, err := s.Retract(t.Context(), batch[i].Article.ID)
		if err != nil || n != added {
			t.Errorf("retract: %d quads, %v; added were %d", n, err, added)
		}
		if dump(t, s) != before {
			t.Errorf("retracting article %d does not undo adding it", i)
		}
		add(t, s, batch[i])
	}
	if _, err := s.Retract(t.Context(), "nosuch"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("retract what is not there: %v", err)
	}
}

// TestRetractLeavesNoNodes: Cayley keeps no node that no quad needs.
func TestRetractLeavesNoNodes(t *testing.T) {
	s := openTest(t)
	batch := newSample(4).articles(6)
	add(t, s, batch...)
	add(t, s, batch...)
	for _, ac := range batch {
		if _, err := s.Retract(t.Context(), ac.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	st, err := s.qs.Stats(t.Context(), true)
	if err != nil || st.Nodes.Value != 0 || st.Quads.Value != 0 {
		t.Errorf("%d nodes and %d quads are left, %v", st.Nodes.Value, st.Quads.Value, err)
	}
}

// TestOrder: the same articles give the same bytes, in whatever order and batches they come.
func TestOrder(t *testing.T) {
	batch := newSample(7).articles(15)
	a, b := openTest(t), openTest(t)
	add(t, a, batch...)
	for i := range slices.Backward(batch) {
		add(t, b, batch[i])
	}
	if dump(t, a) != dump(t, b) {
		t.Error("the graph depends on the order of the articles")
	}
}

// TestChanged: an article that comes again with other claims replaces what it said before.
func TestChanged(t *testing.T) {
	old, now := newSample(8).articles(10), newSample(80).articles(10)
	a, b := openTest(t), openTest(t)
	add(t, a, old...)
	add(t, b, now...)
	if r := add(t, a, now...); r.Changed != len(now) || r.QuadsRemoved == 0 {
		t.Errorf("changing: %+v", r)
	}
	if dump(t, a) != dump(t, b) {
		t.Error("something of the old articles is left")
	}
	// Twice in one batch: the last one holds.
	add(t, a, slices.Concat(old, now)...)
	if dump(t, a) != dump(t, b) {
		t.Error("an article that comes twice in a batch is not the last one")
	}
}

func TestUnchanged(t *testing.T) {
	s := openTest(t)
	ac := newSample(9).article("a.txt", 5)
	ask := func(want bool, a news.Article, extractor string) {
		t.Helper()
		got, err := s.Unchanged(t.Context(), a, extractor)
		if err != nil || got != want {
			t.Errorf("unchanged: %v, %v", got, err)
		}
	}
	ask(false, ac.Article, ac.Extractor)
	add(t, s, ac)
	ask(true, ac.Article, ac.Extractor)
	ask(false, ac.Article, "other")
	changed := ac.Article
	changed.Text += "."
	ask(false, changed, ac.Extractor)
	changed = ac.Article
	changed.Date = "1999-01-01"
	ask(false, changed, ac.Extractor)
}

func TestRejected(t *testing.T) {
	s := openTest(t)
	broken := func(change func(*ArticleClaims)) ArticleClaims {
		ac := warning("a.txt", "")
		change(&ac)
		return ac
	}
	batch := []ArticleClaims{
		broken(func(ac *ArticleClaims) { ac.Article.ID = "" }),
		broken(func(ac *ArticleClaims) { ac.Claims[0].Article = "b.txt" }),
		broken(func(ac *ArticleClaims) { ac.Claims[0].ID = "" }),
		broken(func(ac *ArticleClaims) { ac.Claims[0].Subject.ID = "" }),
		broken(func(ac *ArticleClaims) { ac.Claims[0].Confidence = 1.5 }),
		broken(func(ac *ArticleClaims) {
			other := ac.Claims[0]
			other.Theme = "something else"
			ac.Claims = append(ac.Claims, other)
		}),
		warning("good.txt", ""),
	}
	r, err := s.Add(t.Context(), batch)
	if err != nil || len(r.Rejected) != len(batch)-1 || r.Added != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestInvalidUTF8: whatever a reader lets through, the graph can keep.
func TestInvalidUTF8(t *testing.T) {
	s := openTest(t)
	ac := warning("caf\xe9 <a>.txt", "")
	ac.Claims[0].Theme = "a \xff theme"
	ac.Claims[0].Predicate = "warns\x80"
	ac.Claims[0].Subject.Roles = []string{"\xc3("}
	add(t, s, ac)
	got, err := s.Article(t.Context(), ac.Article.ID)
	if err != nil || got.Article.ID != ac.Article.ID || got.Claims[0].Predicate != "warns\x80" || got.Claims[0].Theme != "a \uFFFD theme" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestConcurrent: readers and a writer do not disturb each other, and each reader sees whole articles.
func TestConcurrent(t *testing.T) {
	s := openTest(t)
	batch := newSample(10).articles(30)
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			for range 20 {
				g, err := s.Graph(t.Context())
				if err != nil {
					t.Error(err)
					return
				}
				for _, a := range g.Articles {
					ac, err := s.Article(t.Context(), a.ID)
					if err != nil || len(ac.Claims) != a.Claims {
						t.Errorf("article %s has %d claims, then %d, %v", a.ID, a.Claims, len(ac.Claims), err)
					}
				}
			}
		})
	}
	for _, ac := range batch {
		add(t, s, ac)
	}
	wait.Wait()
}
