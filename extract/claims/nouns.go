package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// nounEvent reads the event whose trigger is the noun at token i: "the Russian invasion of Ukraine", "talks between X
// and Y". The prepositional phrases in more hang on the verb around it and may be the noun's.
func (r *reader) nounEvent(t *tree, i int, more []arg) (*event, bool) {
	if !t.pos(i, "NOUN", "PROPN", "VERB") {
		return nil, false
	}
	senses := r.lex.Noun(r.nounLemma(t, i))
	if len(senses) == 0 {
		return nil, false
	}
	places := r.nounPlaces(t, i, more)
	sense, ok := r.lex.Match(senses, r.nounFeatures(t, i, places))
	if !ok || sense.Is(lexicon.Void) {
		return nil, false
	}
	e := &event{tree: t, trigger: i, clause: i, sense: sense, rule: "noun", theme: -1}
	filled := func(s lexicon.Slot) bool { return len(places[s]) > 0 }
	agent, target := sense.Roles(filled)
	e.agents, e.targets, e.slot = places[agent], places[target], target
	r.nounClause(e)
	if len(e.targets) == 0 && len(e.agents) > 1 && e.mutual() { // "the China-Russia summit"
		e.targets = e.agents
	}
	if len(e.agents) == 0 {
		e.agents = without(places[lexicon.Subject], e.targets)
	}
	e.theme = i
	return e, true
}

// nounClause takes the target of the clause that a noun embeds: "the threat of pursuing the rebels", "its refusal to
// meet Kim".
func (r *reader) nounClause(e *event) {
	t, i := e.tree, e.trigger
	switch e.sense.Class {
	case news.Threaten, news.Request, news.Reject, news.Accuse:
	default:
		return
	}
	for _, c := range t.children(i, "acl", "ccomp") { // "a warning from Putin that South Korea would"
		if len(e.targets) == 0 && len(e.agents) > 0 && t.marker(c) == "that" {
			e.targets = without(addVia(r.all(t.subjectsOf(c, 0)), "subject of the clause", 0.5), e.agents)
		}
	}
	if len(e.targets) > 0 || e.sense.Complement.Effect == lexicon.NoEffect || e.sense.Complement.Effect == lexicon.Reported {
		return
	}
	for _, c := range t.children(i, "acl", "advcl") {
		if !t.marked(c, "to", "of", "against") {
			continue
		}
		inner, ok := r.verbEvent(t, c, 2)
		if !ok {
			continue
		}
		if len(e.agents) == 0 {
			e.agents = inner.agents
		}
		e.targets = without(addVia(inner.targets, "embedded target", 0.4), e.agents)
		return
	}
}

// nounPlaces returns the actors in the slots of the noun i.
func (r *reader) nounPlaces(t *tree, i int, more []arg) map[lexicon.Slot][]who {
	places := map[lexicon.Slot][]who{}
	put := func(s lexicon.Slot, ws []who) {
		if len(ws) > 0 && len(places[s]) == 0 {
			places[s] = ws
		}
	}
	for _, k := range t.kids[i] {
		a := t.plain(k)
		switch {
		case t.rel(k, "nmod:poss"):
			put(lexicon.Possessor, addVia(r.actors(a), "possessor", 0))
		case t.rel(k, "amod", "compound", "nmod:desc"):
			put(lexicon.Modifier, addVia(r.modifiers(t, k), "modifier", 0.2))
		case t.rel(k, "nmod", "obl"):
			if p := t.prep(k); p != "" {
				a.prep = p
				put(lexicon.Slot(slot(p)), addVia(r.phrase(a), p, 0))
				r.byBelow(t, k, put)
			}
		case t.rel(k, "acl"):
			r.participlePlaces(t, k, put)
		}
	}
	put(lexicon.Subject, r.saidOf(t, i))
	for _, a := range append(more, t.nextPhrase(i)...) {
		if a.tok != i && !t.under(a.tok, i) && a.tok > i {
			put(lexicon.Slot(slot(a.prep)), addVia(r.phrase(a), a.prep, 0.2))
		}
	}
	return places
}

// saidOf returns whom the noun i is said of: the subject of "is an ally of Syria", the noun before the apposition
// "Iran, an ally of Syria".
func (r *reader) saidOf(t *tree, i int) []who {
	if s := t.child(i, "nsubj"); s >= 0 && t.child(i, "cop") >= 0 {
		return addVia(r.actors(t.plain(s)), "predicate noun", 0.1)
	}
	if h := t.head(i); h >= 0 && t.rel(i, "appos") {
		return addVia(r.mentioned(t, h), "apposition", 0.2)
	}
	return nil
}

// nextPhrase returns the prepositional phrase after noun i that hangs on the word above: parsers often miss that it is
// the noun's ("seeks help in its battle against rebels").
func (t *tree) nextPhrase(i int) []arg {
	h := t.head(i)
	if h < 0 || !t.rel(i, "obj", "obl", "nmod") {
		return nil
	}
	_, last := t.span(i)
	for _, k := range t.children(h, "obl", "nmod") {
		first, _ := t.span(k)
		if first == last+1 && t.prep(k) != "" {
			return []arg{{tree: t, tok: k, prep: t.prep(k), cost: 0.3}}
		}
	}
	return nil
}

// phrase returns the actors of a prepositional phrase: what it denotes, else whose it is ("on the US embassy").
func (r *reader) phrase(a arg) []who {
	if w := r.actors(a); len(w) > 0 {
		return w
	}
	return addVia(r.inside(a.tree, a.tok, 1), "inside the phrase", 0.5)
}

// byBelow reads a by-phrase that the parser hung on the phrase before it: "the attack on Israel by Hamas".
func (r *reader) byBelow(t *tree, k int, put func(lexicon.Slot, []who)) {
	for _, b := range t.children(k, "nmod") {
		if t.prep(b) == "by" {
			put("by", addVia(r.actors(t.plain(b)), "by", 0.2))
		}
	}
}

// modifiers returns the actors that an adjective or compound denotes; "DPRK-Russia" denotes both.
func (r *reader) modifiers(t *tree, k int) []who {
	out := r.actors(t.plain(k))
	for _, c := range t.children(k, "compound", "nmod", "dep", "conj", "amod", "flat") {
		out = append(out, r.actors(t.plain(c))...)
	}
	return distinct(out)
}

// participlePlaces reads a participle that only joins an actor to the noun: "sanctions imposed by the EU".
func (r *reader) participlePlaces(t *tree, k int, put func(lexicon.Slot, []who)) {
	if !t.participle(k) {
		return
	}
	for _, o := range t.children(k, "obl") {
		a := t.plain(o)
		a.prep = t.prep(o)
		if a.prep != "" {
			put(lexicon.Slot(slot(a.prep)), addVia(r.actors(a), a.prep, 0.2))
		}
	}
}

// nounFeatures describes the surroundings of a noun to the lexicon.
func (r *reader) nounFeatures(t *tree, i int, places map[lexicon.Slot][]who) lexicon.Features {
	x := lexicon.Features{Plural: t.plural(i)}
	x.Possessor = t.child(i, "nmod:poss") >= 0
	x.Modifier = len(places[lexicon.Modifier]) > 0
	for _, k := range t.kids[i] {
		if t.rel(k, "nmod", "obl") && t.prep(k) != "" {
			x.Obliques = append(x.Obliques, lexicon.Oblique{Prep: slot(t.prep(k)), Head: t.lemma(k),
				Actor: len(places[lexicon.Slot(slot(t.prep(k)))]) > 0})
		}
		if t.rel(k, "acl") && t.marked(k, "to") {
			x.Xcomp = true
		}
	}
	return x
}
