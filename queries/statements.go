package queries

import (
	"cmp"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// key is what makes claims one statement.
type key struct {
	subject, object int
	lemma           string
	polarity        news.Polarity
	modality        news.Modality
}

// statements gathers the claims that fit into statements and sorts them.
func (s *search) statements() []Statement {
	groups := map[key][]int{}
	flips := map[key]bool{}
	var keys []key
	for _, n := range s.claims() {
		i := int(n)
		fits, flipped := s.match(i)
		if !fits {
			continue
		}
		e := s.g.Edge(i)
		k := key{e.Subject, e.Object, e.Lemma, e.Polarity, e.Modality}
		if flipped {
			k.subject, k.object = e.Object, e.Subject
		}
		if other := (key{k.object, k.subject, k.lemma, k.polarity, k.modality}); e.Mutual && groups[other] != nil && flips[other] {
			k = other // "Kim met Putin" and "Putin met Kim" are one statement
		}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], i)
		flips[k] = flips[k] || e.Mutual
	}
	copies := newCopies(s.g)
	var out []Statement
	for _, k := range keys {
		if st := s.statement(k, groups[k], copies); st.Articles >= s.o.MinArticles {
			out = append(out, st)
		}
	}
	sortStatements(out, s.o.Order)
	return out
}

// statement makes one answer of the claims that say the same; its claims are only numbered, since most answers of a
// large graph are never shown.
func (s *search) statement(k key, claims []int, copies *copies) Statement {
	st := Statement{Subject: s.g.Actors[k.subject].Actor, Lemma: k.lemma, Polarity: k.polarity, Modality: k.modality, numbers: claims}
	if k.object >= 0 {
		object := s.g.Actors[k.object].Actor
		st.Object = &object
	}
	var articles []int
	var span dates
	confidence := make(map[int]float64, len(claims))
	for _, i := range claims {
		c := s.g.Claim(i)
		articles = append(articles, s.g.Edge(i).Article)
		span.add(c.Date)
		st.Predicate = c.Predicate
		if !slices.Contains(st.Classes, c.Class) {
			st.Classes = append(st.Classes, c.Class)
		}
		st.Confidence = max(st.Confidence, c.Confidence)
		confidence[i] = c.Confidence
	}
	slices.Sort(st.Classes)
	st.First, st.Last = span.first, span.last
	st.Articles = copies.independent(articles)
	slices.SortStableFunc(st.numbers, func(a, b int) int { return cmp.Compare(int(confidence[b]*10), int(confidence[a]*10)) })
	return st
}

// fill gives statements their claims.
func fill(g *graph.Graph, list []Statement) {
	for i := range list {
		for _, n := range list[i].numbers {
			list[i].Claims = append(list[i].Claims, evidence(g, n))
		}
	}
}

// sortStatements sorts answers.
func sortStatements(list []Statement, order Order) {
	name := func(a, b Statement) int {
		return cmp.Or(strings.Compare(a.Subject.Name, b.Subject.Name), strings.Compare(a.Lemma, b.Lemma),
			strings.Compare(objectName(a), objectName(b)))
	}
	slices.SortStableFunc(list, func(a, b Statement) int {
		articles := cmp.Or(b.Articles-a.Articles, len(b.numbers)-len(a.numbers))
		sure := cmp.Compare(b.Confidence, a.Confidence)
		date := strings.Compare(a.First, b.First)
		switch order {
		case ByDate:
			return cmp.Or(date, articles, sure, name(a, b))
		case ByConfidence:
			return cmp.Or(sure, articles, date, name(a, b))
		case ByName:
			return cmp.Or(name(a, b), date)
		}
		return cmp.Or(articles, sure, date, name(a, b))
	})
}

// objectName returns the object's name; empty if there is none.
func objectName(s Statement) string {
	if s.Object == nil {
		return ""
	}
	return s.Object.Name
}
