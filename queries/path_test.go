package queries

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

const ties = `
a1 2023-11-06 sullivan warn nk
a1 2023-11-06 kim meet putin mutual
a1 2023-11-07 kim call nk
a2 2023-11-08 us sanction russia
a2 2023-11-08 sullivan call us
a2 2023-11-09 putin call russia
a3 2023-11-10 sullivan warn nk
a3 2023-11-11 sullivan criticize putin planned
`

// ways returns the ways found as lines of names.
func ways(p *Paths) string {
	var lines []string
	for _, path := range p.Paths {
		var names []string
		for _, a := range path.Actors {
			names = append(names, strings.TrimPrefix(a.ID, "actor:"))
		}
		lines = append(lines, strings.Join(names, " "))
	}
	return strings.Join(lines, "\n")
}

func TestFindPaths(t *testing.T) {
	g := sampleGraph(t, ties)
	const northern, western = "jake_sullivan north_korea kim_jong_un vladimir_putin", "jake_sullivan united_states russia vladimir_putin"
	for name, c := range map[string]struct {
		o    PathOptions
		want string
	}{
		"default":   {PathOptions{}, northern + "\n" + western},
		"one":       {PathOptions{Count: 1}, northern},
		"directed":  {PathOptions{Directed: true}, ""},
		"via":       {PathOptions{Via: []string{"Russia"}}, western},
		"avoid":     {PathOptions{Avoid: []string{"Kim"}}, western},
		"too far":   {PathOptions{MaxHops: 2}, ""},
		"planned":   {PathOptions{Count: 1, Selection: Selection{Include: []string{"planned"}}}, "jake_sullivan vladimir_putin"},
		"until":     {PathOptions{Selection: Selection{Until: "2023-11-07"}}, northern},
		"both vias": {PathOptions{Via: []string{"Kim", "Russia"}}, ""},
	} {
		p, err := FindPaths(g, "Sullivan", "Putin", c.o)
		if err != nil || ways(p) != c.want {
			t.Errorf("%s:\n%s\nwant\n%s\n%v", name, ways(p), c.want, err)
		}
		if (len(p.Paths) == 0) != (len(p.Hints) > 0) {
			t.Errorf("%s: hints %q", name, p.Hints)
		}
	}
	p, err := FindPaths(g, "Kim", "Putin", PathOptions{Directed: true, Count: 1})
	if err != nil || ways(p) != "kim_jong_un vladimir_putin" {
		t.Errorf("directed: %s, %v", ways(p), err)
	}
	if p, err = FindPaths(g, "Putin", "Kim", PathOptions{Directed: true, Count: 1}); err != nil || ways(p) != "vladimir_putin kim_jong_un" {
		t.Errorf("what both do goes both ways: %s, %v", ways(p), err)
	}
}

func TestFindPathsErrors(t *testing.T) {
	g := sampleGraph(t, ties)
	var unknown *UnknownError
	if _, err := FindPaths(g, "Sullivan", "Nobody", PathOptions{}); !errors.As(err, &unknown) {
		t.Error(err)
	}
	if _, err := FindPaths(g, "Kremlin", "Russia", PathOptions{}); err == nil || !strings.Contains(err.Error(), "same actor") {
		t.Error(err)
	}
}

// Every hop of every way is a claim between its two actors, ways are simple, sorted by length, and the first is as
// short as breadth-first search says.
func TestFindPathsProperties(t *testing.T) {
	names := []string{"sullivan", "us", "nk", "kim", "putin", "russia", "miller", "anna", "protest"}
	for seed := range 16 {
		var lines strings.Builder
		x := uint32(seed*2654435761 + 1)
		for i := range 14 {
			x = x*1664525 + 1013904223
			a, b := names[x>>8%9], names[x>>16%9]
			fmt.Fprintf(&lines, "a%d 2023-11-06 %s warn %s\n", i%3, a, b)
		}
		g := sampleGraph(t, lines.String())
		for _, directed := range []bool{false, true} {
			p, err := FindPaths(g, "actor:jake_sullivan", "actor:russia", PathOptions{Directed: directed, Count: 50})
			if err != nil {
				continue // one of the two is not in this graph
			}
			checkPaths(t, p, directed)
		}
	}
}

func checkPaths(t *testing.T, p *Paths, directed bool) {
	t.Helper()
	last := 0
	for _, path := range p.Paths {
		if len(path.Hops) < last || len(path.Hops) != len(path.Actors)-1 {
			t.Errorf("a way of %d hops after one of %d", len(path.Hops), last)
		}
		last = len(path.Hops)
		seen := map[string]bool{}
		for i, a := range path.Actors {
			if seen[a.ID] {
				t.Errorf("%s is passed twice", a.ID)
			}
			seen[a.ID] = true
			if i == 0 {
				continue
			}
			from := path.Actors[i-1]
			for _, st := range path.Hops[i-1].Statements {
				forward := st.Subject.ID == from.ID && st.Object.ID == a.ID
				backward := st.Subject.ID == a.ID && st.Object.ID == from.ID
				if !forward && (directed || !backward) {
					t.Errorf("hop %s — %s stands on %q", from.ID, a.ID, st.Sentence())
				}
			}
			if len(path.Hops[i-1].Statements) == 0 {
				t.Errorf("hop %s — %s stands on nothing", from.ID, a.ID)
			}
		}
	}
}

// TestFindPathsFindsAll compares the ways with those that trying everything gives, also with hops in the order of time.
func TestFindPathsFindsAll(t *testing.T) {
	names := []string{"sullivan", "us", "nk", "kim", "putin", "russia", "miller", "anna", "protest"}
	dates := []string{"2023-11-01", "2023-11-02", "2023-11", "2023-11-03", "2023-11-04", "2022"}
	found := 0
	for seed := range 40 {
		var lines strings.Builder
		x := uint32(seed*2654435761 + 99)
		for i := range 12 {
			x = x*1664525 + 1013904223
			fmt.Fprintf(&lines, "a%d %s %s warn %s\n", i%3, dates[x>>24%6], names[x>>8%9], names[x>>16%9])
		}
		g := sampleGraph(t, lines.String())
		from, ok := g.Actor("actor:jake_sullivan")
		to, also := g.Actor("actor:russia")
		if !ok || !also {
			continue
		}
		for _, o := range []PathOptions{{}, {Directed: true}, {ForwardInTime: true}, {ForwardInTime: true, Directed: true}} {
			o.Count, o.MaxHops = 1000, 5
			p, err := FindPaths(g, "actor:jake_sullivan", "actor:russia", o)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]bool{}
			tryAll(g, o, []int{from}, to, firstDay, want)
			got := strings.Split(ways(p), "\n")
			if len(p.Paths) != len(want) {
				t.Errorf("seed %d, %+v: %d ways, want %d", seed, o, len(p.Paths), len(want))
			}
			for _, w := range got {
				if len(want) > 0 && !want[w] {
					t.Errorf("seed %d, %+v: %s is no way", seed, o, w)
				}
			}
			checkPaths(t, p, o.Directed)
			found += len(want)
		}
	}
	if found < 100 {
		t.Errorf("%d ways tried", found)
	}
}

// tryAll follows every claim from the last actor of a way.
func tryAll(g *graph.Graph, o PathOptions, way []int, to int, day string, found map[string]bool) {
	at := way[len(way)-1]
	if at == to {
		var names []string
		for _, a := range way {
			names = append(names, strings.TrimPrefix(g.Actors[a].ID, "actor:"))
		}
		found[strings.Join(names, " ")] = true
		return
	}
	for i := range g.Len() {
		e := g.Edge(i)
		other := e.Object
		if e.Subject != at {
			other = e.Subject
		}
		if e.Subject != at && (e.Object != at || o.Directed && !e.Mutual) || other < 0 || slices.Contains(way, other) || len(way) > o.MaxHops {
			continue
		}
		first, last := days(e.Date)
		if o.ForwardInTime && last < day {
			continue
		}
		tryAll(g, o, append(slices.Clone(way), other), to, max(day, first), found)
	}
}

func TestForwardInTime(t *testing.T) {
	g := sampleGraph(t, `
a1 2023-11-06 sullivan warn nk
a1 2023-11-09 sullivan warn nk
a1 2023-11-05 nk call kim
a2 2023-11-07 nk warn kim
a2 2023-11-08 kim call putin
a3 2023-11-01 sullivan call us
a3 2023-10-30 us call putin
`)
	p, err := FindPaths(g, "Sullivan", "Putin", PathOptions{ForwardInTime: true})
	if err != nil || ways(p) != "jake_sullivan north_korea kim_jong_un vladimir_putin" {
		t.Fatalf("%s, %v", ways(p), err)
	}
	for i, want := range []string{"2023-11-06", "2023-11-07", "2023-11-08"} { // not the claims of 9 and 5 November
		if st := p.Paths[0].Hops[i].Statements; len(st) != 1 || st[0].First != want || st[0].Last != want {
			t.Errorf("hop %d: %+v", i+1, st)
		}
	}
	if p, err = FindPaths(g, "Putin", "Sullivan", PathOptions{ForwardInTime: true}); err != nil || ways(p) != "vladimir_putin united_states jake_sullivan" {
		t.Errorf("%s, %v", ways(p), err)
	}
}

// BenchmarkPath looks for ways between two actors of a graph in which some actors take part in very many claims, as
// in news. QUADWIRE_PATH_CLAIMS sets how many claims it has.
func BenchmarkPath(b *testing.B) {
	size := 100_000
	if s := os.Getenv("QUADWIRE_PATH_CLAIMS"); s != "" {
		size, _ = strconv.Atoi(s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	actors := rand.NewZipf(random, 1.1, 20, uint64(size/10))
	actor := func(n int) news.Actor {
		return news.Actor{ID: fmt.Sprintf("actor:p%d", n), Name: fmt.Sprintf("Person %d", n), Kind: news.Person}
	}
	var articles []graph.ArticleClaims
	for i := range size / 20 {
		ac := graph.ArticleClaims{Article: news.Article{ID: fmt.Sprintf("a%d", i), Text: fmt.Sprintf("Somebody warned somebody. %d", i)}}
		for k := range 20 {
			x, y := int(actors.Uint64()), int(actors.Uint64())
			subject, object := news.Participant{Actor: actor(x)}, news.Participant{Actor: actor(y)}
			ac.Claims = append(ac.Claims, news.Claim{ID: fmt.Sprintf("claim:%d", 20*i+k), Article: ac.Article.ID, Subject: subject, Object: &object, Predicate: "warns", Lemma: "warn",
				Class: news.Threaten, Polarity: news.Affirmed, Modality: news.Actual, Date: fmt.Sprintf("2023-11-%02d", 1+i%28), Sentence: "Somebody warned somebody.",
				SentenceEnd: 25, Trigger: "warned", TriggerStart: 9, TriggerEnd: 15, Rule: "verb", Confidence: 0.9})
		}
		articles = append(articles, ac)
	}
	g, err := graph.InMemory(articles)
	if err != nil {
		b.Fatal(err)
	}
	g.Touching(0)
	far := g.Actors[len(g.Actors)-1].ID
	for _, c := range []struct {
		name, to string
		o        PathOptions
	}{
		{"rare", far, PathOptions{}},
		{"hubs", "actor:p1", PathOptions{}},
		{"directed", far, PathOptions{Directed: true}},
		{"in time", far, PathOptions{ForwardInTime: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			from := "actor:p0"
			if c.to == far {
				from = g.Actors[len(g.Actors)/2].ID
			}
			for b.Loop() {
				if p, err := FindPaths(g, from, c.to, c.o); err != nil || len(p.Paths)+len(p.Hints) == 0 {
					b.Fatal(p, err)
				}
			}
			b.ReportMetric(float64(g.Len()), "claims")
		})
	}
}
