package queries

import (
	"strings"

	"quadwire/graph"
)

// Completions returns what can stand next in a question that begins with a word (who, whom, what) and goes on with
// others, as a function of the graph: verbs, names, or words of the language.
func Completions(first string, words []string) func(*graph.Graph) []string {
	fixed := func(list ...string) func(*graph.Graph) []string {
		return func(*graph.Graph) []string { return list }
	}
	n := len(words)
	last := func(w string) bool { return n > 0 && strings.EqualFold(words[n-1], w) }
	switch {
	case first == "who" && n == 0:
		return func(g *graph.Graph) []string { return append(verbs(g), "did") }
	case first == "who" && last("did") && n == 1:
		return func(g *graph.Graph) []string { return append([]string{"what"}, names(g)...) }
	case first == "who" && last("what"):
		return fixed("to")
	case first == "who":
		return func(g *graph.Graph) []string { return append([]string{"whom"}, names(g)...) }
	case n == 0:
		return fixed("did")
	case last("did"), last("to"):
		return names
	case first == "whom":
		return bases
	case last("do"):
		return fixed("to")
	case n == 2:
		return func(g *graph.Graph) []string { return append([]string{"do"}, bases(g)...) }
	}
	return names
}

// names lists the names of the actors, busiest first.
func names(g *graph.Graph) []string {
	var out []string
	for _, a := range ListActors(g, "") {
		out = append(out, a.Name)
	}
	return out
}

// bases lists the lemmas of the claims.
func bases(g *graph.Graph) []string {
	lemmas, _ := lemmasOf(g)
	return lemmas
}

// verbs lists the verbs of the claims as a question after "who" has them: in the past, as claims are told.
func verbs(g *graph.Graph) []string {
	in := newInflector()
	out := bases(g)
	for i, l := range out {
		out[i] = in.past(l)
	}
	return out
}
