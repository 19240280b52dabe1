package queries

import (
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Suggest returns up to three commands that the graph has answers to, made from what it holds: who does the most
// telling thing to whom, what a person does, and a way between two actors of different sides who have no direct tie.
func Suggest(g *graph.Graph) []string {
	s, err := newSearch(g, Question{Subject: Anyone{}, Object: Anyone{}}, Options{})
	if err != nil {
		return nil
	}
	list := s.statements()
	if len(list) == 0 {
		return nil
	}
	st, verb := telling(g, list)
	out := []string{Quote(append(append([]string{"who"}, verb...), "whom")), Quote([]string{"what", "did", st.Subject.Name, "do"})}
	if from, to, ok := apart(list); ok {
		out = append(out, Quote([]string{"path", from, to}))
	}
	return out
}

// telling returns the statement that is most worth asking for, and its verb as a question has it: what a person does,
// of an event class, told by most articles; or else the first statement.
func telling(g *graph.Graph, list []Statement) (*Statement, Verb) {
	in := newInflector()
	for i := range list {
		st := &list[i]
		if st.Classes[0] == news.State || st.Classes[0] == news.Other || st.Subject.Kind != news.Person {
			continue
		}
		first := evidence(g, st.numbers[0])
		link := strings.TrimSuffix(joined(&first.Claim, st.Object.ID, st.Object.Name, false), st.Object.Name)
		if !strings.Contains(link, "…") {
			return st, strings.Fields(in.past(st.Lemma) + " " + link)
		}
	}
	return &list[0], strings.Fields(in.past(list[0].Lemma))
}

// maxTried is how many actors, and how many dealings of each, are looked at for a suggestion.
const maxTried = 40

// apart returns two actors of different sides who both deal with a third, but not with each other: persons first, then
// those whose third has most dealings.
func apart(list []Statement) (from, to string, ok bool) {
	ties := map[string][]news.Actor{} // by name, in the order of the statements
	var names []string
	tie := func(a, b news.Actor) {
		if ties[a.Name] == nil {
			names = append(names, a.Name)
		}
		if len(ties[a.Name]) < 10*maxTried && !has(ties[a.Name], b.Name) {
			ties[a.Name] = append(ties[a.Name], b)
		}
	}
	for i := range list {
		if a, b := list[i].Subject, list[i].Object; b != nil && a.ID != b.ID {
			tie(a, *b)
			tie(*b, a)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(ties[b]) - len(ties[a]) })
	best := -1
	for _, middle := range names[:min(len(names), maxTried)] {
		tied := ties[middle][:min(len(ties[middle]), maxTried)]
		for i, a := range tied {
			for _, b := range tied[i+1:] {
				worth := btoi(a.Kind == news.Person) + btoi(b.Kind == news.Person)
				if a.Side != b.Side && worth > best && !has(ties[a.Name], b.Name) {
					from, to, best = a.Name, b.Name, worth
				}
			}
		}
	}
	return from, to, best >= 0
}

// has reports whether a list has an actor of this name.
func has(list []news.Actor, name string) bool {
	return slices.ContainsFunc(list, func(a news.Actor) bool { return a.Name == name })
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
