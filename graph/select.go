package graph

import (
	"iter"
	"slices"

	"quadwire/graph/news"
)

// Select yields the numbers of the claims that pass the filter, ascending.
func (g *Graph) Select(f Filter) iter.Seq[int] {
	return func(yield func(int) bool) {
		q := g.compile(&f)
		for i := range g.candidates(&f) {
			if q.matches(i) && !yield(i) {
				return
			}
		}
	}
}

// Matcher returns whether the claim of a number passes the filter, made ready to be asked often: each string and each
// actor is judged once. It must not be called by two goroutines at once.
func (g *Graph) Matcher(f Filter) func(claim int) bool {
	q := g.compile(&f)
	chosen := map[int]bool{}
	for _, id := range f.Articles {
		if a, ok := g.articles[id]; ok {
			chosen[a] = true
		}
	}
	return func(i int) bool { return (len(f.Articles) == 0 || chosen[int(g.articleOf[i])]) && q.matches(i) }
}

// candidates yields the claims that can pass, ascending: those of the articles or the actors that are asked for.
func (g *Graph) candidates(f *Filter) iter.Seq[int] {
	return func(yield func(int) bool) {
		list, ok := g.listed(f)
		if !ok {
			for i := range g.Len() {
				if !yield(i) {
					return
				}
			}
		}
		for _, i := range list {
			if !yield(int(i)) {
				return
			}
		}
	}
}

// listed returns the claims of the articles or of the actors in the filter, ascending; ok is false if it has neither.
func (g *Graph) listed(f *Filter) (list []int32, ok bool) {
	actors := f.Actors
	if len(actors) == 0 {
		actors = f.Subjects
	}
	if len(actors) == 0 {
		actors = f.Objects
	}
	switch {
	case len(f.Articles) > 0:
		for _, id := range f.Articles {
			if a, ok := g.articles[id]; ok {
				for i := range g.Articles[a].Claims {
					list = append(list, int32(g.Articles[a].FirstClaim+i))
				}
			}
		}
	case len(actors) > 0:
		for _, id := range actors {
			if a, ok := g.actors[id]; ok {
				list = append(list, g.Touching(a)...)
			}
		}
	default:
		return nil, false
	}
	slices.Sort(list)
	return slices.Compact(list), true
}

// compiled is a filter made ready for one graph: each string and each actor is judged once.
type compiled struct {
	g        *Graph
	f        *Filter
	columns  []judged
	sources  bool
	subjects memo // records as subject
	objects  memo // records as object; the last place is that of nobody
	either   memo // records as one or the other
}

// judged is a column of strings and what is thought of each.
type judged struct {
	column []uint32
	memo
}

// memo remembers answers: 0 unknown, 1 yes, 2 no.
type memo struct {
	known []uint8
	fits  func(i uint32) bool
}

func (m *memo) ask(i uint32) bool {
	if m.known[i] == 0 {
		m.known[i] = 2
		if m.fits(i) {
			m.known[i] = 1
		}
	}
	return m.known[i] == 1
}

func (g *Graph) compile(f *Filter) *compiled {
	q := &compiled{g: g, f: f}
	column := func(x field, asked bool, fits func(s string) bool) {
		if asked {
			m := memo{known: make([]uint8, g.text.len()), fits: func(i uint32) bool { return fits(g.text.at(i)) }}
			q.columns = append(q.columns, judged{column: g.col[x], memo: m})
		}
	}
	column(fieldPredicate, len(f.Predicates) > 0, func(s string) bool { return among(f.Predicates, s) })
	column(fieldLemma, len(f.Lemmas) > 0, func(s string) bool { return among(f.Lemmas, s) })
	column(fieldClass, len(f.Classes) > 0, func(s string) bool { return among(f.Classes, news.Class(s)) })
	column(fieldPolarity, len(f.Polarities) > 0, func(s string) bool { return among(f.Polarities, news.Polarity(s)) })
	column(fieldModality, len(f.Modalities) > 0, func(s string) bool { return among(f.Modalities, news.Modality(s)) })
	column(fieldDate, f.Since != "" || f.Until != "", func(s string) bool { return within(s, f.Since, f.Until) })
	q.sources = len(f.Sources) > 0
	role := func(fits func(a news.Actor) bool) memo {
		return memo{known: make([]uint8, len(g.records)+1), fits: func(i uint32) bool {
			if int(i) == len(g.records) {
				return fits(news.Actor{})
			}
			return fits(g.records[i].Actor)
		}}
	}
	q.subjects = role(func(a news.Actor) bool { return among(f.Subjects, a.ID) && among(f.SubjectSides, a.Side) })
	q.objects = role(func(a news.Actor) bool { return among(f.Objects, a.ID) && among(f.ObjectSides, a.Side) })
	q.either = role(func(a news.Actor) bool { return among(f.Actors, a.ID) })
	return q
}

// matches does for columns what Filter.Matches does for a claim.
func (q *compiled) matches(i int) bool {
	for j := range q.columns {
		if !q.columns[j].ask(q.columns[j].column[i]) {
			return false
		}
	}
	g, f := q.g, q.f
	subject, object, speaker := g.col[fieldSubject][i], g.col[fieldObject][i], g.col[fieldSpeaker][i]
	if object == nobody {
		if f.WithObject {
			return false
		}
		object = uint32(len(g.records))
	}
	if len(f.Speakers) > 0 && (speaker == nobody || !slices.Contains(f.Speakers, g.records[speaker].ID)) {
		return false
	}
	if q.sources && !slices.Contains(f.Sources, g.Articles[g.articleOf[i]].Source) {
		return false
	}
	return g.confidence(i) >= f.MinConfidence && (q.either.ask(subject) || q.either.ask(object)) &&
		(q.subjects.ask(subject) && q.objects.ask(object) ||
			g.col[fieldMutual][i] != 0 && q.subjects.ask(object) && q.objects.ask(subject))
}
