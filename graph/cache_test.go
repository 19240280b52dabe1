package graph

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"quadwire/graph/news"
)

// content is what a Graph shows.
type content struct {
	Version  string
	Articles []Article
	Actors   []Actor
	Claims   []news.Claim
	Touching [][]int32
}

func contentOf(g *Graph) content {
	c := content{Version: g.Version, Articles: g.Articles, Actors: g.Actors}
	for i := range g.Len() {
		c.Claims = append(c.Claims, g.Claim(i))
	}
	for a := range g.Actors {
		c.Touching = append(c.Touching, slices.Clone(g.Touching(a)))
	}
	return c
}

// opened opens the database in a new store, as another process would.
func opened(t *testing.T, path string, o Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeTest(t, s) })
	return s
}

func graphOf(t *testing.T, s *Store) *Graph {
	t.Helper()
	g, err := s.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestCache: with the file beside the database, and with one of another version of it, and without, and with a broken
// one, the snapshot is the same.
func TestCache(t *testing.T) {
	path := filepath.Join(t.TempDir(), DefaultPath)
	s, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	batch := newSample(31).articles(20)
	add(t, s, batch[:15]...)
	graphOf(t, s) // writes the file
	add(t, s, batch[15:]...)
	add(t, s, newSample(32).articles(4)...) // changes four
	if _, err := s.Retract(t.Context(), batch[9].Article.ID); err != nil {
		t.Fatal(err)
	}
	closeTest(t, s)
	want := contentOf(graphOf(t, opened(t, path, Options{ReadOnly: true, NoCache: true})))

	old, err := os.ReadFile(path + ".cache")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func(b []byte) []byte
	}{
		{"older", func(b []byte) []byte { return b }},
		{"right", nil},
		{"missing", func(b []byte) []byte { return nil }},
		{"short", func(b []byte) []byte { return b[:len(b)/2] }},
		{"damaged", func(b []byte) []byte { b[len(b)/2] ^= 1; return b }},
		{"of another format", func(b []byte) []byte { return bytes.Replace(b, []byte("cache 1"), []byte("cache 9"), 1) }},
		{"foreign", func(b []byte) []byte { return []byte("hello") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.change != nil {
				if b := c.change(slices.Clone(old)); b == nil {
					os.Remove(path + ".cache")
				} else if err := os.WriteFile(path+".cache", b, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got := contentOf(graphOf(t, opened(t, path, Options{ReadOnly: true}))); !reflect.DeepEqual(got, want) {
				t.Errorf("the snapshot differs from the database: %d claims of %d, %d actors of %d", len(got.Claims), len(want.Claims), len(got.Actors), len(want.Actors))
			}
			if g := loadGraph(path + ".cache"); g == nil || !reflect.DeepEqual(contentOf(g), want) {
				t.Error("the file was not written anew")
			}
		})
	}
}

// TestVersion: equal graphs have equal versions, others have others.
func TestVersion(t *testing.T) {
	a, b := openTest(t), openTest(t)
	version := func(s *Store) string {
		v, err := s.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if g := graphOf(t, s); g.Version != v {
			t.Errorf("the snapshot has version %s, the database %s", g.Version, v)
		}
		return v
	}
	batch := newSample(33).articles(8)
	empty := version(a)
	add(t, a, batch...)
	full := version(a)
	for _, ac := range slices.Backward(batch) {
		add(t, b, ac)
	}
	if version(b) != full || full == empty {
		t.Errorf("versions %s, %s, %s", empty, full, version(b))
	}
	for _, ac := range batch {
		if _, err := b.Retract(t.Context(), ac.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	if version(b) != empty {
		t.Error("an empty graph is not like another")
	}
}

// FuzzDecodeGraph: no file makes loading panic.
func FuzzDecodeGraph(f *testing.F) {
	b := newGraphBuilder("v")
	n, err := Normalize(warning("a.txt", "2023-11-06"))
	if err != nil {
		f.Fatal(err)
	}
	b.add(summary(n), digest{}, n.Claims)
	f.Add(encodeGraph(b.finish())[cacheHeader:])
	f.Fuzz(func(t *testing.T, numbers []byte) {
		var s scanner
		s.list = numbers
		if !s.strings() {
			return
		}
		if g := s.graph(); g != nil {
			contentOf(g)
		}
	})
}

// million makes a graph of k articles of ten claims each.
func million(tb testing.TB, k int) *Graph {
	b := newGraphBuilder("v")
	for ac := range corpusArticles(k) {
		n, err := Normalize(ac)
		if err != nil {
			tb.Fatal(err)
		}
		b.add(summary(n), digest{}, n.Claims)
	}
	return b.finish()
}

func BenchmarkLoadGraph(b *testing.B) {
	g := million(b, 10_000)
	path := filepath.Join(b.TempDir(), "cache")
	saveGraph(path, g)
	for b.Loop() {
		if loadGraph(path) == nil {
			b.Fatal("not loaded")
		}
	}
	b.ReportMetric(float64(b.N*g.Len())/b.Elapsed().Seconds(), "claims/s")
}

func BenchmarkSelect(b *testing.B) {
	g := million(b, 10_000)
	for _, c := range []struct {
		name string
		f    Filter
	}{
		{"all", Filter{}},
		{"lemma", Filter{Lemmas: []string{"warn"}}},
		{"actor", Filter{Subjects: []string{"actor:number_77"}}},
		{"much", Filter{Classes: []news.Class{news.Threaten}, Since: "2023-11", Polarities: []news.Polarity{news.Affirmed}, SubjectSides: []string{"Side 7"}, MinConfidence: 0.3}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				for range g.Select(c.f) {
				}
			}
		})
	}
}

// BenchmarkTouching walks over all claims of all actors, as a search for ways does.
func BenchmarkTouching(b *testing.B) {
	g := million(b, 10_000)
	g.Touching(0)
	n := 0
	for b.Loop() {
		for a := range g.Actors {
			for _, i := range g.Touching(a) {
				s, o := g.Ends(int(i))
				n += s + o
			}
		}
	}
}
