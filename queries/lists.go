package queries

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"quadwire/graph"
)

// ListActors returns the actors whose names, aliases or ids have all words of the pattern, or begin with it; all of
// them if it is empty. Those with most claims come first.
func ListActors(g *graph.Graph, pattern string) []graph.Actor {
	wanted := fold(pattern)
	var out []graph.Actor
	for _, a := range g.Actors {
		if wanted == "" || startsWith(a, wanted) || hasWords(a.Actor, wanted) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b graph.Actor) int {
		return cmp.Or(claimsOf(b)-claimsOf(a), strings.Compare(a.Name, b.Name))
	})
	return out
}

// startsWith reports whether one of the actor's names has a word that begins with a folded text.
func startsWith(a graph.Actor, wanted string) bool {
	return slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(name string) bool {
		name = fold(name)
		return strings.HasPrefix(name, wanted) || strings.Contains(name, " "+wanted)
	})
}

// WriteActors prints actors as a table that fits the columns.
func WriteActors(w io.Writer, actors []graph.Actor, s Style) error {
	t := textTable{style: s, head: []string{"claims", "articles", "actor", "kind", "side", "also called"}, right: 2, shrink: []int{5, 2, 4}}
	for _, a := range actors {
		side := a.Side
		if side == a.Name {
			side = ""
		}
		t.add(Thousands(claimsOf(a)), Thousands(a.Articles), a.Name, string(a.Kind), side, strings.Join(a.Aliases, ", "))
	}
	return t.writeTo(w)
}

// Timeline returns what an actor does and what is done to it, or with two names what the two do to each other, in the
// order of the dates; claims without a date come last.
func Timeline(g *graph.Graph, names []string, s Selection) ([]Evidence, error) {
	f, err := s.filter()
	if err != nil {
		return nil, err
	}
	var actors []int
	for _, name := range names {
		i, err := FindActor(g, name)
		if err != nil {
			return nil, err
		}
		actors = append(actors, i)
	}
	var out []Evidence
	for _, n := range g.Touching(actors[0]) {
		e, c := g.Edge(int(n)), g.Claim(int(n))
		a := g.Articles[e.Article]
		if len(actors) > 1 && e.Subject != actors[1] && e.Object != actors[1] || !f.Matches(&c, a.Source) {
			continue
		}
		out = append(out, evidence(g, int(n)))
	}
	slices.SortStableFunc(out, func(a, b Evidence) int {
		if (a.Date == "") != (b.Date == "") {
			return len(b.Date) - len(a.Date)
		}
		return cmp.Or(strings.Compare(a.Date, b.Date), strings.Compare(a.Article, b.Article), a.TriggerStart-b.TriggerStart)
	})
	return out, nil
}

// WriteTimeline prints claims under their dates.
func WriteTimeline(w io.Writer, claims []Evidence, s Style) error {
	var b strings.Builder
	last := ""
	for i := range claims {
		e := &claims[i]
		date := e.Date
		if date == "" {
			date = "no date"
		}
		if date != last {
			if last != "" {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s\n", s.Bold(date))
			last = date
		}
		words := e.words()
		if e.Theme != "" {
			words += ": " + oneLine(e.Theme)
		}
		fmt.Fprintf(&b, "%s\n    %s\n", wrap("  "+words, s.columns(), "    "), s.Faint(oneLine(string(e.Class)+" · "+e.Article)))
		if s.All {
			fmt.Fprintf(&b, "%s\n", s.unmark(wrap("    "+marked(&e.Claim, bracketed), s.columns(), "    ")))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
