package queries

import (
	"errors"
	"fmt"
	"strings"
	"testing"

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

// BenchmarkFindPaths looks for ways between two actors of a graph of some thousand claims.
func BenchmarkFindPaths(b *testing.B) {
	var lines strings.Builder
	x := uint32(7)
	next := func(n uint32) uint32 {
		x = x*1664525 + 1013904223
		return x >> 8 % n
	}
	for i := range 300 { // people that only the benchmark knows
		id := fmt.Sprintf("p%d", i)
		people[id] = news.Actor{ID: "actor:" + id, Name: "Person " + id, Kind: news.Person}
		defer delete(people, id)
	}
	for i := range 3000 {
		fmt.Fprintf(&lines, "a%d 2023-11-06 p%d warn p%d\n", i%50, min(next(300), next(300)), next(300))
	}
	g := sampleGraph(b, lines.String())
	for b.Loop() {
		if p, err := FindPaths(g, "actor:p298", "actor:p299", PathOptions{}); err != nil || len(p.Paths) == 0 {
			b.Fatal(p, err)
		}
	}
	b.ReportMetric(float64(g.Len()), "claims")
}
