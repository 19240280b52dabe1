package queries

import (
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Suggest returns up to three commands that the graph has answers to, made from what it holds: who does the most
// telling thing to whom, what the busiest actor does to another, and a way between two actors who have no direct tie.
func Suggest(g *graph.Graph) []string {
	r, err := Ask(g, Question{Subject: Anyone{}, Object: Anyone{}}, Options{})
	if err != nil || r.Total == 0 {
		return nil
	}
	var out []string
	if st := telling(r.Statements); st != nil {
		out = append(out, Quote([]string{"who", st.Predicate, "whom"}))
		out = append(out, Quote([]string{"what", "did", st.Subject.Name, "do"}))
	}
	if from, to, ok := apart(r.Statements); ok {
		out = append(out, Quote([]string{"path", from, to}))
	}
	return out
}

// telling returns the statement that is most worth asking for: told by most articles, of an event class, surest.
func telling(list []Statement) *Statement {
	for i := range list {
		if st := &list[i]; st.Classes[0] != news.State && st.Classes[0] != news.Other && st.Subject.Kind == news.Person {
			return st
		}
	}
	return &list[0]
}

// apart returns two actors who both deal with a third, but not with each other: the third has most dealings.
func apart(list []Statement) (from, to string, ok bool) {
	ties := map[string][]string{} // names by name, in the order of the statements
	var names []string
	tie := func(a, b string) {
		if ties[a] == nil {
			names = append(names, a)
		}
		if !slices.Contains(ties[a], b) {
			ties[a] = append(ties[a], b)
		}
	}
	for i := range list {
		a, b := list[i].Subject.Name, objectName(list[i])
		if a != b {
			tie(a, b)
			tie(b, a)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(ties[b]) - len(ties[a]) })
	for _, middle := range names {
		for i, a := range ties[middle] {
			for _, b := range ties[middle][i+1:] {
				if !slices.Contains(ties[a], b) && strings.Contains(a+b, " ") {
					return a, b, true
				}
			}
		}
	}
	return "", "", false
}
