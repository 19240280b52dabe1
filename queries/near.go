package queries

import (
	"cmp"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// distance returns the edit distance of a and b with swaps of neighbours (Damerau, 1964; the restricted form), or
// limit+1 if it is more than limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		best := i
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// nearest returns the names that come nearest to the wanted one, at most n: those within a third of its letters, by
// distance, then by weight. Key and weight are those of a name.
func nearest(wanted string, names []string, key func(string) string, weight func(string) int, n int) []string {
	limit := 1 + len([]rune(wanted))/3
	type near struct {
		name             string
		distance, weight int
	}
	var found []near
	for _, name := range names {
		if d := distance(wanted, key(name), limit); d <= limit {
			found = append(found, near{name, d, weight(name)})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		return cmp.Or(a.distance-b.distance, b.weight-a.weight, strings.Compare(a.name, b.name))
	})
	var out []string
	for _, f := range found {
		if !slices.Contains(out, f.name) && len(out) < n {
			out = append(out, f.name)
		}
	}
	return out
}

// maxNear is how many suggestions a message makes.
const maxNear = 5

// nearActors returns the names of the actors that come nearest to a folded name; if none is near, those that take part
// in most claims.
func nearActors(g *graph.Graph, wanted string) []string {
	weights := map[string]int{}
	owner := map[string]string{} // actor's name by each of its names
	var names []string
	for _, a := range g.Actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			names = append(names, name)
			weights[name] = max(weights[name], claimsOf(a))
			if owner[name] == "" || name == a.Name {
				owner[name] = a.Name
			}
		}
		for _, word := range strings.Fields(a.Name) { // "Sulivan" is near to a word of "Jake Sullivan"
			if len(word) > 3 && owner[word] == "" {
				names = append(names, word)
				owner[word] = a.Name
				weights[word] = claimsOf(a)
			}
		}
	}
	var out []string
	for _, name := range nearest(wanted, names, fold, func(s string) int { return weights[s] }, maxNear) {
		if !slices.Contains(out, owner[name]) {
			out = append(out, owner[name])
		}
	}
	if len(out) > 0 {
		return out
	}
	return busiest(g, maxNear)
}

// busiest returns the names of the actors with most claims.
func busiest(g *graph.Graph, n int) []string {
	actors := slices.Clone(g.Actors)
	slices.SortStableFunc(actors, func(a, b graph.Actor) int { return claimsOf(b) - claimsOf(a) })
	var out []string
	for _, a := range actors[:min(n, len(actors))] {
		out = append(out, a.Name)
	}
	return out
}

// lemmasOf returns the lemmas of the graph's claims, the most frequent first, and how often each is met.
func lemmasOf(g *graph.Graph) ([]string, map[string]int) {
	counts := map[string]int{}
	for i := range g.Len() {
		counts[g.Edge(i).Lemma]++
	}
	lemmas := make([]string, 0, len(counts))
	for l := range counts {
		lemmas = append(lemmas, l)
	}
	slices.SortFunc(lemmas, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	return lemmas, counts
}

// nearVerbs returns the verbs of the graph that come nearest to one in any form; if none is near, the most frequent.
func nearVerbs(in inflector, verb Verb, lemmas []string, counts map[string]int) []string {
	weight := func(s string) int { return counts[s] }
	base := func(lemma string) string { return lemma }
	out := nearest(verb[0], lemmas, base, weight, maxNear)
	for _, ending := range []string{"ing", "ed", "es", "s", "d"} { // "wanred": without its ending it is nearer to "warn"
		if stem, ok := strings.CutSuffix(verb[0], ending); ok && len(stem) > 2 {
			for _, l := range nearest(stem, lemmas, base, weight, maxNear) {
				if !slices.Contains(out, l) {
					out = append(out, l)
				}
			}
			break
		}
	}
	if len(out) == 0 {
		out = lemmas
	}
	return out[:min(maxNear, len(out))]
}

// ParseClasses reads event classes by name, and groups of them: conflict, cooperation, or one of PLOVER's quadrants
// ("verbal conflict"). Names are parted by commas.
func ParseClasses(list string) ([]news.Class, error) {
	var out []news.Class
	for name := range strings.SplitSeq(list, ",") {
		classes := classesOf(name)
		if len(classes) == 0 {
			return nil, &UnknownError{What: "class", Name: strings.TrimSpace(name), Near: nearClasses(name)}
		}
		for _, c := range classes {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// classesOf returns the classes that one name means.
func classesOf(name string) []news.Class {
	name = fold(name)
	var out []news.Class
	for _, c := range news.Classes {
		q := string(c.Quadrant())
		if fold(string(c)) == name || q != "" && (q == name || strings.HasSuffix(q, " "+name)) {
			out = append(out, c)
		}
	}
	return out
}

// nearClasses returns the names of classes and groups that come nearest to one; all of them if none is near.
func nearClasses(name string) []string {
	names := []string{"conflict", "cooperation"}
	for _, c := range news.Classes {
		names = append(names, string(c))
	}
	if near := nearest(fold(name), names, fold, func(string) int { return 0 }, 3); len(near) > 0 {
		return near
	}
	return names
}
