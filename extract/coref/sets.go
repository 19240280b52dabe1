package coref

import (
	"slices"
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// actorClass is the kind of actors that a phrase like "both leaders" gathers.
type actorClass uint8

const (
	noActors actorClass = iota
	countryActors
	personActors
	organizationActors
	anyActors // sides, parties
)

// setClass says what a plural noun after "both" or "the two" gathers.
func setClass(noun string) actorClass {
	switch noun {
	case "country", "nation", "state", "government", "neighbor", "neighbour", "power", "republic", "capital", "superpower", "kingdom":
		return countryActors
	case "leader", "president", "man", "woman", "minister", "politician", "official", "diplomat", "statesman", "premier", "candidate",
		"senator", "counterpart", "pair", "duo", "lawmaker", "suspect", "person":
		return personActors
	case "company", "organization", "organisation", "group", "party", "agency", "team", "firm", "club":
		return organizationActors
	case "side", "adversary", "ally", "rival", "foe", "enemy", "other":
		return anyActors
	}
	return noActors
}

// setSize returns the number of actors that a phrase gathers: 2 for "both leaders", "the pair", "the two nations"; 0 if it
// does not say.
func (r *run) setSize(k int) int {
	m := &r.marks[k]
	if (m.noun == "pair" || m.noun == "duo") && m.definite {
		return 2
	}
	if m.number != plural {
		return 0
	}
	n := 0
	for _, c := range r.childrenOf(m.sentence, m.top) {
		switch t := &r.doc.Sentences[m.sentence].Tokens[c]; strings.ToLower(t.Form) {
		case "both":
			return 2
		case "two":
			n = 2
		case "three":
			n = 3
		case "four":
			n = 4
		}
	}
	if !m.definite {
		return 0
	}
	return n
}

// resolveSet gathers the n most salient actors of a class.
func (r *run) resolveSet(k, n int, class actorClass) {
	classes := []actorClass{class}
	if class == anyActors {
		classes = []actorClass{countryActors, organizationActors, personActors}
	}
	for _, c := range classes {
		if set := r.salient(k, n, c); len(set) == n {
			r.sets[k] = set
			return
		}
	}
}

// salient returns a markable of each of the n most salient actors of a class before k, in the order of the text.
// Mentions weigh more the nearer they are, as arguments of verbs, and in coordination with one another.
func (r *run) salient(k, n int, class actorClass) []int {
	weight := map[int]float64{}
	var order []int
	for a := k - 1; a >= 0 && a >= k-nominalWindow; a-- {
		x := &r.marks[a]
		distance := r.marks[k].sentence - x.sentence
		if distance > 4 {
			break
		}
		if !r.inClass(a, class) || r.nested(a, k) || x.sentence == r.marks[k].sentence && r.attributive(a) {
			continue
		}
		c := r.find(a)
		if _, ok := weight[c]; !ok {
			order = append(order, c)
		}
		w := 1 / float64(1+distance)
		if r.attributive(a) {
			w *= 0.4
		}
		if r.coordinated(a) {
			w *= 2
		}
		if x.role == roleSubject || x.role == roleObject {
			w *= 1.3
		}
		if x.sentence == r.marks[k].sentence && x.role == roleSubject {
			w *= 0.5 // who deals with "the two countries" is seldom one of them
		}
		weight[c] += w
	}
	for _, c := range order {
		weight[c] += r.pairing(c, order)
	}
	return topClusters(order, weight, n)
}

// pairing weighs how often the article names an actor together with another one of the list: "North Korea and Russia",
// "between Putin and Kim", here or later.
func (r *run) pairing(c int, list []int) float64 {
	if r.pairs == nil {
		r.pairs = r.findPairs()
	}
	n := 0
	for _, d := range list {
		if d != c {
			n = max(n, r.pairs[[2]int{min(c, d), max(c, d)}])
		}
	}
	return 0.5 * float64(min(n, 4))
}

// findPairs counts the coordinations of two actors.
func (r *run) findPairs() map[[2]int]int {
	pairs := map[[2]int]int{}
	for b := range r.marks {
		y := &r.marks[b]
		t := &r.doc.Sentences[y.sentence].Tokens[y.top]
		if y.form != text.Named || base(t.Rel) != "conj" || t.Head < 0 {
			continue
		}
		a := r.markAt(y.sentence, t.Head)
		if a < 0 || r.marks[a].form != text.Named || r.same(a, b) {
			continue
		}
		c, d := r.find(a), r.find(b)
		pairs[[2]int{min(c, d), max(c, d)}]++
	}
	return pairs
}

// topClusters picks the n heaviest, the more recent of equals, and puts them in the order of the text.
func topClusters(order []int, weight map[int]float64, n int) []int {
	var out []int
	for len(out) < n {
		best := -1
		for _, c := range order {
			if weight[c] > 0 && (best < 0 || weight[c] > weight[best]) {
				best = c
			}
		}
		if best < 0 {
			return nil
		}
		out = append(out, best)
		weight[best] = 0
	}
	slices.Sort(out)
	return out
}

// inClass says whether the actor of a named markable is of a class.
func (r *run) inClass(a int, class actorClass) bool {
	c := r.of(a)
	if !c.named {
		return false
	}
	switch class {
	case countryActors:
		return c.kind == news.Country
	case personActors:
		return c.kind == news.Person && c.number&singular != 0
	case organizationActors:
		return c.kind == news.Organization || c.kind == news.Group
	}
	return false
}

// attributive says whether a markable only modifies a noun: "US officials".
func (r *run) attributive(a int) bool {
	m := &r.marks[a]
	switch base(r.doc.Sentences[m.sentence].Tokens[m.top].Rel) {
	case "compound", "amod":
		return true
	}
	return false
}

// coordinated says whether a markable is part of a coordination.
func (r *run) coordinated(a int) bool {
	m := &r.marks[a]
	return base(r.doc.Sentences[m.sentence].Tokens[m.top].Rel) == "conj" || r.child(m.sentence, m.top, "conj") >= 0
}
