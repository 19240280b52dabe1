package claims

import (
	"slices"

	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// patients are predicate nouns whose subject undergoes the event in their of-phrase: "was the target of an attack".
var patients = map[string]bool{"subject": true, "target": true, "victim": true, "object": true, "recipient": true,
	"beneficiary": true}

// undergonePredicate reads "Iran has been the subject of United States sanctions".
func findUndergone(r *reader, t *tree, i int) []*event {
	if !patients[t.lemma(i)] || t.child(i, "cop") < 0 {
		return nil
	}
	s := t.child(i, "nsubj")
	if s < 0 {
		return nil
	}
	for _, k := range t.children(i, "nmod", "obl") {
		if t.prep(k) != "of" {
			continue
		}
		e, ok := r.nounEvent(t, k, nil)
		if !ok {
			continue
		}
		e.rule, e.clause = "undergone", i
		e.targets = addVia(r.actors(t.plain(s)), "predicate noun", 0)
		e.agents = without(e.agents, e.targets)
		r.light[nounKey(t, k)] = true
		return []*event{e}
	}
	return nil
}

// eventAgents finds who acts in a passive without by-phrase: the agents of the event in which it happened ("was
// killed in the airstrike"), or the state whose ban or arrest it is ("is outlawed in Turkey").
func (r *reader) eventAgents(e *event) {
	if len(e.agents) > 0 || !e.frame.passive || len(e.targets) == 0 {
		return
	}
	for _, p := range e.frame.preps {
		switch p.prep {
		case "in", "by", "during", "with", "after", "under":
		default:
			continue
		}
		inner, ok := r.nounEvent(p.tree, p.tok, nil)
		if ok && inner.sense.Class == e.sense.Class && p.prep != "after" {
			ws := inner.agents
			if same := r.sameEvent(p.tree, p.tok); len(ws) == 0 && same != nil {
				ws = addVia(same.agents, "same event", 0.5)
			}
			if e.agents = without(addVia(ws, "agent of the event", 0.3), e.targets); len(e.agents) > 0 {
				return
			}
		}
		if operations[p.tree.lemma(p.tok)] && p.prep != "after" && e.sense.Class == news.Assault {
			if e.agents = without(addVia(owned(r.inside(p.tree, p.tok, 1)), "agent of the event", 0.4), e.targets); len(e.agents) > 0 {
				return
			}
		}
		if p.prep == "in" && r.byAuthority(e) {
			if ws := r.states(r.actors(p)); len(ws) > 0 {
				e.agents = without(addVia(ws, "authority of the place", 0.6), e.targets)
				return
			}
		}
	}
	r.sameDeed(e)
}

// sameDeed gives a passive without by-phrase the agents of the same deed told just before: "The House impeached two
// others. Clinton was impeached in 1998."
func (r *reader) sameDeed(e *event) {
	switch e.sense.Class {
	case news.Assault, news.Coerce, news.Sanction:
	default:
		switch e.sense.Predicate {
		case "impeach", "charge", "indict", "convict", "sentence", "sue":
		default:
			return
		}
	}
	for _, b := range slices.Backward(r.events[max(0, len(r.events)-recentEvents):]) {
		if e.tree.index-b.tree.index > 1 {
			return
		}
		if b.sense.Predicate == e.sense.Predicate && len(b.agents) > 0 && b.tree != e.tree {
			e.agents = without(addVia(b.agents, "same event", 0.8), e.targets)
			return
		}
	}
}

// operations are nouns for violent acts that their modifiers have done: "killed in a US operation".
var operations = wordSet(`operation strike airstrike raid attack bombing shelling ambush offensive crackdown assault barrage
bombardment mission incursion custody drone missile rocket`)

// byAuthority reports whether the event is one that the state does where it happens: a ban.
func (r *reader) byAuthority(e *event) bool {
	switch e.sense.Predicate {
	case "ban", "outlaw", "prohibit", "forbid", "imprison", "jail", "sentence", "convict", "criminalize":
		return true
	}
	return false
}

// states keeps the countries.
func (r *reader) states(ws []who) []who {
	var out []who
	for _, w := range ws {
		if r.actor_[w.entity].Kind == news.Country {
			out = append(out, w)
		}
	}
	return out
}

// indirectTargets gives a light verb's event the indirect object as target: "was given assurances by", "gave Kiev a
// warning".
func (r *reader) indirectTargets(e *event, f frame) {
	if len(e.targets) > 0 {
		return
	}
	e.targets = without(r.all(f.indirect), e.agents)
	if len(e.targets) > 0 {
		e.slot = lexicon.Indirect
	}
}
