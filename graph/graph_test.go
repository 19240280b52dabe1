package graph

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"quadwire/graph/news"
)

// all collects claims.
func all(t *testing.T, s *Store, f Filter) []news.Claim {
	t.Helper()
	var out []news.Claim
	for c, err := range s.Claims(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// TestClaims: all claims come back, in the order of articles and texts.
func TestClaims(t *testing.T) {
	s := openTest(t)
	batch := newSample(21).articles(20)
	add(t, s, batch...)
	var want []news.Claim
	for _, ac := range batch {
		n, err := Normalize(ac)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, n.Claims...)
	}
	if got := all(t, s, Filter{}); !reflect.DeepEqual(got, want) {
		t.Errorf("%d claims came back, %d were added, and they differ", len(got), len(want))
	}
	for i, c := range want {
		if got, err := s.Claim(t.Context(), c.ID); err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("claim %d: %+v, %v", i, got, err)
		}
	}
}

// TestFilter compares each field of a filter with a plain reading of what it means.
func TestFilter(t *testing.T) {
	s := openTest(t)
	batch := newSample(22).articles(40)
	add(t, s, batch...)
	sources := map[string]string{}
	for _, ac := range batch {
		sources[ac.Article.ID] = ac.Article.Source
	}
	either := func(c news.Claim, ok func(s, o news.Actor) bool) bool {
		var o news.Actor
		if c.Object != nil {
			o = c.Object.Actor
		}
		return ok(c.Subject.Actor, o) || c.Mutual && ok(o, c.Subject.Actor)
	}
	const kim, dprk, js = "actor:kim", "actor:north_korea", "actor:jake_sullivan"
	for _, c := range []struct {
		name string
		f    Filter
		fits func(c news.Claim) bool
	}{
		{"subjects", Filter{Subjects: []string{kim, js}}, func(c news.Claim) bool {
			return either(c, func(s, _ news.Actor) bool { return s.ID == kim || s.ID == js })
		}},
		{"object", Filter{Objects: []string{dprk}}, func(c news.Claim) bool {
			return either(c, func(_, o news.Actor) bool { return o.ID == dprk })
		}},
		{"both", Filter{Subjects: []string{kim}, Objects: []string{dprk}}, func(c news.Claim) bool {
			return either(c, func(s, o news.Actor) bool { return s.ID == kim && o.ID == dprk })
		}},
		{"either", Filter{Actors: []string{kim}}, func(c news.Claim) bool {
			return c.Subject.ID == kim || c.Object != nil && c.Object.ID == kim
		}},
		{"unknown actor", Filter{Actors: []string{"actor:nobody"}}, func(c news.Claim) bool { return false }},
		{"sides", Filter{SubjectSides: []string{"United States"}, ObjectSides: []string{"North Korea"}}, func(c news.Claim) bool {
			return either(c, func(s, o news.Actor) bool { return s.Side == "United States" && o.Side == "North Korea" })
		}},
		{"speaker", Filter{Speakers: []string{js}}, func(c news.Claim) bool { return c.Speaker != nil && c.Speaker.ID == js }},
		{"with object", Filter{WithObject: true}, func(c news.Claim) bool { return c.Object != nil }},
		{"predicate", Filter{Predicates: []string{"pulls out of"}}, func(c news.Claim) bool { return c.Predicate == "pulls out of" }},
		{"lemmas", Filter{Lemmas: []string{"warn", "lie"}}, func(c news.Claim) bool { return c.Lemma == "warn" || c.Lemma == "lie" }},
		{"class", Filter{Classes: []news.Class{news.Threaten, news.Aid}}, func(c news.Claim) bool { return c.Class == news.Threaten || c.Class == news.Aid }},
		{"polarity and modality", Filter{Polarities: []news.Polarity{news.Affirmed}, Modalities: []news.Modality{news.Planned, news.Possible}}, func(c news.Claim) bool {
			return c.Polarity == news.Affirmed && (c.Modality == news.Planned || c.Modality == news.Possible)
		}},
		{"day", Filter{Since: "2023-11-06", Until: "2023-11-06"}, func(c news.Claim) bool {
			return slices.Contains([]string{"2023-11-06", "2023-11", "2023"}, c.Date)
		}},
		{"after", Filter{Since: "2023-11-07", Until: "2024"}, func(c news.Claim) bool { return c.Date == "2023-11" || c.Date == "2023" }},
		{"article", Filter{Articles: []string{batch[5].Article.ID}}, func(c news.Claim) bool { return c.Article == batch[5].Article.ID }},
		{"source", Filter{Sources: []string{"The Daily \\ Example"}}, func(c news.Claim) bool { return sources[c.Article] == "The Daily \\ Example" }},
		{"confidence", Filter{MinConfidence: 0.8}, func(c news.Claim) bool { return c.Confidence >= 0.8 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want []news.Claim
			for _, x := range all(t, s, Filter{}) {
				if c.f.Matches(&x, sources[x.Article]) != c.fits(x) {
					t.Errorf("Matches and the meaning differ for %+v", x)
				}
				if c.fits(x) {
					want = append(want, x)
				}
			}
			if got := all(t, s, c.f); !reflect.DeepEqual(got, want) {
				t.Errorf("%d claims fit, want %d", len(got), len(want))
			}
			if len(want) == 0 && c.name != "unknown actor" {
				t.Error("nothing fits: the test tests nothing")
			}
		})
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		date, since, until string
		want               bool
	}{
		{"2023-11-06", "", "", true}, {"", "", "", true}, {"", "2023", "", false},
		{"2023-11-06", "2023-11-06", "2023-11-06", true}, {"2023-11-06", "2023-11-07", "", false}, {"2023-11-06", "", "2023-11-05", false},
		{"2023-11-06", "2023-11", "2023-11", true}, {"2023-11-06", "2023", "2023", true}, {"2023-11-06", "2024", "", false},
		{"2023-11", "2023-11-06", "", true}, {"2023-11", "2023-12-01", "", false}, {"2023", "2023-12-31", "", true},
		{"2023-11", "", "2023-11-01", true}, {"2023-11", "", "2023-10-31", false}, {"2023", "", "2022-12-31", false},
	} {
		if got := within(c.date, c.since, c.until); got != c.want {
			t.Errorf("%q within %q and %q: %v", c.date, c.since, c.until, got)
		}
	}
}

// TestActors: an actor is what most articles say of it.
func TestActors(t *testing.T) {
	s := openTest(t)
	for i, name := range []string{"Kim Jong Un", "Kim Jong-un", "Kim Jong Un"} {
		ac := warning(fmt.Sprint(i), "")
		a := news.Actor{ID: "actor:kim_jong_un", Name: name, Aliases: []string{"Kim"}, Kind: news.Person}
		if i > 0 {
			a.Side, a.Roles = "North Korea", []string{"leader"}
		}
		ac.Claims[0].Object.Actor = a
		add(t, s, ac)
	}
	actors, err := s.Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Actor{Actor: news.Actor{ID: "actor:kim_jong_un", Name: "Kim Jong Un", Aliases: []string{"Kim", "Kim Jong-un"},
		Kind: news.Person, Side: "North Korea", Roles: []string{"leader"}}, Kinds: []news.Kind{news.Person},
		Sides: []string{"North Korea"}, Articles: 3, AsObject: 3}
	if len(actors) != 2 || !reflect.DeepEqual(actors[1], want) {
		t.Errorf("got %+v, want %+v", actors, want)
	}
}

// TestGraph: the snapshot's edges and lists fit its claims, and it is read anew when the database changes.
func TestGraph(t *testing.T) {
	s := openTest(t)
	add(t, s, newSample(23).articles(15)...)
	g, err := s.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	touching := map[int][]int32{}
	for i := range g.Len() {
		c, e := g.Claim(i), g.Edge(i)
		if g.Actors[e.Subject].ID != c.Subject.ID || (e.Object >= 0) != (c.Object != nil) || g.Articles[e.Article].ID != c.Article {
			t.Errorf("edge %d: %+v", i, e)
		}
		touching[e.Subject] = append(touching[e.Subject], int32(i))
		if e.Object >= 0 && e.Object != e.Subject {
			touching[e.Object] = append(touching[e.Object], int32(i))
		}
	}
	for a := range g.Actors {
		if !slices.Equal(g.Touching(a), touching[a]) {
			t.Errorf("actor %d: %v, want %v", a, g.Touching(a), touching[a])
		}
		if i, ok := g.Actor(g.Actors[a].ID); !ok || i != a {
			t.Errorf("actor %d is found at %d", a, i)
		}
	}
	if !slices.IsSortedFunc(g.Actors, func(a, b Actor) int { return cmp.Compare(a.ID, b.ID) }) {
		t.Error("actors are not sorted")
	}
	before := len(g.Articles)
	add(t, s, warning("zzz.txt", ""))
	if g, err = s.Graph(t.Context()); err != nil || len(g.Articles) != before+1 || g.Articles[before].ID != "zzz.txt" {
		t.Errorf("the snapshot is not read anew: %d articles, %v", len(g.Articles), err)
	}
}

func TestStats(t *testing.T) {
	s := openTest(t)
	if st, err := s.Stats(t.Context()); err != nil || st.Quads != 0 || st.Claims != 0 {
		t.Errorf("empty: %+v, %v", st, err)
	}
	r := add(t, s, warning("a.txt", "2023-11-06"), warning("b.txt", "2023-10-01"))
	st, err := s.Stats(t.Context())
	want := Stats{Articles: 2, Actors: 2, Claims: 2, Quads: r.QuadsAdded, Verbs: 1, Classes: map[news.Class]int{news.Threaten: 2},
		First: "2023-10-01", Last: "2023-11-06"}
	if err != nil || !reflect.DeepEqual(st, want) {
		t.Errorf("got %+v, %v; want %+v", st, err, want)
	}
}
