package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// blame are words whose subject is the agent of the event in their phrase: "is responsible for the deaths of", "is
// behind the attack on", "took part in".
var blame = map[string][]string{"responsible": {"for"}, "guilty": {"of"}, "accountable": {"for"}, "culpable": {"for"},
	"responsibility": {"for"}, "complicit": {"in"}, "instrumental": {"in"}, "part": {"in"}}

// findResponsible reads "Soleimani was responsible for the deaths of soldiers", "the rebels claimed responsibility for
// the attack on the port".
func findResponsible(r *reader, t *tree, i int) []*event {
	preps, ok := blame[t.lemma(i)]
	if !ok {
		return nil
	}
	agents := r.responsible(t, i)
	if len(agents) == 0 {
		return nil
	}
	phrases := t.children(i, "obl", "nmod", "obj")
	if h := t.head(i); h >= 0 && t.rel(i, "obj") {
		phrases = append(phrases, t.children(h, "obl")...)
	}
	var out []*event
	for _, k := range phrases {
		for _, p := range preps {
			if t.prep(k) != p {
				continue
			}
			for _, c := range t.conjuncts(k) {
				out = append(out, r.responsibleFor(t, c, i, agents)...)
			}
		}
	}
	return out
}

// responsibleFor makes the event of the noun at k with the given agents.
func (r *reader) responsibleFor(t *tree, k, i int, agents []who) []*event {
	e, ok := r.nounEvent(t, k, nil)
	if !ok {
		e, ok = r.harmOf(t, k)
	}
	if !ok {
		return nil
	}
	if same := r.sameTargets(t, k); len(e.targets) == 0 && same != nil {
		e.targets = addVia(same.targets, "same event", 0.5)
	}
	e.rule, e.clause = "responsible", i
	e.agents = agents
	e.targets = without(e.targets, agents)
	r.light[nounKey(t, k)] = true
	return []*event{e}
}

// responsible returns who the adjective or noun at token i says is responsible.
func (r *reader) responsible(t *tree, i int) []who {
	if s := t.child(i, "nsubj"); s >= 0 {
		return r.actors(t.plain(s))
	}
	h := t.head(i)
	if h < 0 || !t.rel(i, "obj", "xcomp") || !t.pos(h, "VERB", "AUX") {
		return nil
	}
	switch t.lemma(h) {
	case "claim", "take", "accept", "admit", "acknowledge", "bear", "hold", "have", "play":
		return r.all(t.subjectsOf(h, 0))
	}
	return nil
}

// harms are nouns for what was done to somebody, with the verb for doing it.
var harms = map[string]string{"death": "kill", "injury": "wound", "loss": "kill", "destruction": "destroy",
	"disappearance": "abduct", "suffering": "harm"}

// harmOf makes an event of "the deaths of soldiers".
func (r *reader) harmOf(t *tree, k int) (*event, bool) {
	verb, ok := harms[t.lemma(k)]
	if !ok {
		return nil, false
	}
	e := &event{tree: t, trigger: k, clause: k, theme: k}
	e.sense = lexicon.Sense{Lemma: t.lemma(k), Predicate: verb, Class: news.Assault, CAMEO: news.Assault.CAMEO()}
	for _, p := range t.children(k, "nmod") {
		if t.prep(p) == "of" {
			e.targets = r.phrase(t.plain(p))
		}
	}
	return e, len(e.targets) > 0
}
