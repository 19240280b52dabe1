package queries

import (
	"fmt"
	"slices"
	"strings"

	"quadwire/graph"
)

// hints says what comes near to a question that has no answer: other verbs, other actors, claims of another kind.
func (s *search) hints() []string {
	if s.g.Len() == 0 {
		return []string{"the graph holds no claims"}
	}
	var out []string
	if s.impossible != "" {
		out = append(out, s.impossible)
		if classes := classesOfVerb(s.g, newInflector(), s.q.Verb, nil); len(classes) > 0 {
			if n := s.without(func(t *search) { t.verbs, t.filter.Classes = nil, classes }); n > 0 {
				out = append(out, fmt.Sprintf("%s of the class %s: add --class", fit(n), classes[0]))
			}
		}
	}
	for _, r := range s.relaxed() {
		if n := s.without(r.change); r.narrow && n > 0 {
			out = append(out, fmt.Sprintf(r.text, fit(n)))
		}
	}
	if !s.o.Sides {
		out = append(out, s.sideHint()...)
	}
	return append(out, s.neighbours()...)
}

// relaxation is a way in which a question could ask for more.
type relaxation struct {
	narrow bool // the question is narrowed in this way
	text   string
	change func(*search)
}

// relaxed lists the ways in which the question could ask for more.
func (s *search) relaxed() []relaxation {
	o := s.o
	return []relaxation{
		{s.filter.Modalities != nil, "%s as planned, possible, requested or negated: add --include all", func(t *search) {
			t.filter.Polarities, t.filter.Modalities = nil, nil
		}},
		{o.Since != "" || o.Until != "", "%s at other dates", func(t *search) { t.filter.Since, t.filter.Until = "", "" }},
		{o.MinArticles > 1, "%s, told by fewer articles", func(*search) {}},
		{len(s.about) > 0, "%s about other things", func(t *search) { t.about = nil }},
		{o.SaidBy != "", "%s, said by others", func(t *search) { t.filter.Speakers = nil }},
		{len(o.Articles) > 0, "%s in other articles", func(t *search) { t.filter.Articles = nil }},
		{len(o.Sources) > 0, "%s from other publishers", func(t *search) { t.filter.Sources = nil }},
		{len(o.Classes) > 0, "%s of other classes", func(t *search) { t.filter.Classes = nil }},
		{o.MinConfidence > 0, "%s with less confidence", func(t *search) { t.filter.MinConfidence = 0 }},
	}
}

// fit says how many claims fit, as the beginning of a sentence.
func fit(n int) string {
	if n == 1 {
		return "1 claim fits"
	}
	return fmt.Sprintf("%d claims fit", n)
}

// without counts the claims that would fit if the search were changed.
func (s *search) without(change func(*search)) int {
	t := *s
	change(&t)
	n := 0
	for _, i := range t.claims() {
		if ok, _ := t.match(int(i)); ok {
			n++
		}
	}
	return n
}

// sideHint says that the sides of the named actors do what they themselves do not.
func (s *search) sideHint() []string {
	o := s.o
	o.Sides = true
	t, err := newSearch(s.g, s.q, o)
	if err != nil || t.impossible != "" {
		return nil
	}
	_, subject := s.q.Subject.(Name)
	_, object := s.q.Object.(Name)
	if n := t.without(func(*search) {}); n > 0 && (subject || object) {
		return []string{fmt.Sprintf("%s for everybody on the same side: add --side", fit(n))}
	}
	return nil
}

// neighbours says what the named actors do instead.
func (s *search) neighbours() []string {
	var out []string
	subject, subjectNamed := s.q.Subject.(Name)
	object, objectNamed := s.q.Object.(Name)
	list := func(format string, names []string) {
		if len(names) > 0 {
			out = append(out, fmt.Sprintf(format, strings.Join(names, ", ")))
		}
	}
	if subjectNamed {
		list("what "+escaped(subject)+" does: %s", s.around(s.subject, s.object, func(e graph.Edge) string { return e.Lemma }))
		if objectNamed {
			list("what "+escaped(subject)+" does to others: %s", s.around(s.subject, party{}, func(e graph.Edge) string { return e.Lemma }))
		}
		list("whom "+escaped(subject)+" deals with: %s", s.around(s.subject, party{required: true}, func(e graph.Edge) string { return s.g.Actors[e.Object].Name }))
	}
	if objectNamed {
		list("what is done to "+escaped(object)+": %s", s.around(party{}, s.object, func(e graph.Edge) string { return e.Lemma }))
	}
	return out
}

// escaped returns a name for use in a format.
func escaped(n Name) string { return strings.ReplaceAll(string(n), "%", "%%") }

// around returns what the claims between two parties have, most frequent first.
func (s *search) around(subject, object party, of func(graph.Edge) string) []string {
	counts := map[string]int{}
	var names []string
	for i := range s.g.Len() {
		e := s.g.Edge(i)
		if !subject.admits(e.Subject) || !object.admits(e.Object) {
			continue
		}
		name := of(e)
		if counts[name]++; counts[name] == 1 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	return names[:min(maxNear, len(names))]
}
