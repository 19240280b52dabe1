package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// Words of threats that are put as forecasts: "Israel will pay a price", "the deal would have consequences for Seoul".
var (
	suffering = wordSet("pay face suffer bear regret meet have bring carry feel reap")
	harm      = wordSet(`price consequence repercussion retaliation response reprisal punishment penalty cost wrath destruction
defeat ruin hell vengeance revenge reckoning ramification fury`)
)

// findMenace reads what a speaker says will happen to somebody as a threat: "Khamenei said Israel would pay a price".
func findMenace(r *reader, t *tree, i int) []*event {
	if !t.pos(i, "VERB") || !suffering[t.lemma(i)] || !t.foretold(i) {
		return nil
	}
	targets := r.menaced(t, i)
	if len(targets) == 0 {
		return nil
	}
	e := &event{tree: t, trigger: i, clause: i, rule: "menace", theme: i, cost: 0.3}
	e.sense = lexicon.Sense{Lemma: t.lemma(i), Predicate: "threaten", Class: news.Threaten, CAMEO: news.Threaten.CAMEO()}
	e.targets = targets
	st := r.statusOf(e)
	if st.attested {
		e.agents = r.all([]arg{st.speaker})
		e.trigger, e.clause = st.cue, st.cue
		e.sense.Predicate = t.lemma(st.cue)
	} else {
		e.agents = r.quoted(e)
		e.clause = -1
	}
	e.targets = without(e.targets, e.agents)
	return []*event{e}
}

// foretold reports whether the verb i is in the future or conditional and not denied.
func (t *tree) foretold(i int) bool {
	if t.hasLemma(i, "not", "n't", "never") >= 0 {
		return false
	}
	for _, k := range t.children(i, "aux") {
		switch t.lemma(k) {
		case "will", "would", "shall", "'ll", "'d":
			return true
		}
	}
	return false
}

// menaced returns who will suffer: the subject of "will pay a price", the for-phrase of "will have consequences for".
func (r *reader) menaced(t *tree, i int) []who {
	harmed := t.lemma(i) == "regret"
	for _, k := range t.children(i, "obj") {
		harmed = harmed || harm[t.lemma(k)]
		if !harm[t.lemma(k)] {
			continue
		}
		for _, p := range append(t.children(k, "nmod"), t.children(i, "obl")...) {
			if t.prep(p) == "for" && t.lemma(i) != "pay" && t.lemma(i) != "face" {
				return r.actors(t.plain(p))
			}
		}
	}
	switch t.lemma(i) {
	case "have", "bring", "carry":
		return nil
	}
	if !harmed {
		return nil
	}
	return r.all(t.subjectsOf(i, 0))
}
