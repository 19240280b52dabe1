package claims

import (
	"slices"

	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// event is a predicate with the actors in its places: what a claim is made of for every pair of agent and target.
type event struct {
	tree    *tree
	trigger int // token of the trigger
	sense   lexicon.Sense
	rule    string // "verb", "noun", "light verb", …
	frame   frame
	agents  []who
	targets []who
	slot    lexicon.Slot  // where the targets were found
	theme   int           // token of the phrase or clause that says what it is about; -1 if none
	clause  int           // token where the walk for modality begins: the light verb, else the trigger
	light   lexicon.Sense // of the light verb, if there is one
	cost    float64       // doubt of the rule
}

// mutual reports whether both sides do it to each other.
func (e *event) mutual() bool { return e.sense.Is(lexicon.Mutual) }

// features describes the frame of a verb to the lexicon.
func (r *reader) features(t *tree, i int, f frame) lexicon.Features {
	x := lexicon.Features{Particle: f.particle, Passive: f.passive}
	if len(f.subjects) > 0 {
		s := f.subjects[0]
		x.Subject, x.SubjectActor = s.tree.lemma(s.tok), r.anyActor(f.subjects)
		x.Plural = len(s.tree.conjuncts(s.tok)) > 1 || s.tree.plural(s.tok)
	}
	if len(f.objects) > 0 {
		o := f.objects[0]
		x.HasObject, x.Object, x.ObjectActor = true, o.tree.lemma(o.tok), r.anyActor(f.objects)
		x.ObjectPerson = x.ObjectActor && r.person(o)
	}
	x.HasIndirect = len(f.indirect) > 0
	for _, p := range f.preps {
		x.Obliques = append(x.Obliques, lexicon.Oblique{Prep: slot(p.prep), Head: p.tree.lemma(p.tok), Actor: len(r.actors(p)) > 0})
	}
	if x.Particle == "" {
		x.Particle = t.adverb(i)
	}
	if c := f.complement; c >= 0 {
		x.XcompHead = t.lemma(c)
		switch {
		case t.rel(c, "xcomp") && t.pos(c, "VERB", "AUX"), t.rel(c, "ccomp") && (t.marker(c) == "to" || t.gerund(c)):
			x.Xcomp = true
		case t.rel(c, "ccomp"):
			x.Ccomp, x.Indicative = true, t.indicative(c)
		}
	}
	for _, k := range t.children(i, "advcl") {
		if t.child(k, "nsubj") >= 0 {
			continue
		}
		m := t.marker(k)
		if m == "" {
			m = t.prep(k)
		}
		if m == "to" {
			x.Xcomp = x.Xcomp || f.complement == k
		} else if m != "" {
			x.Obliques = append(x.Obliques, lexicon.Oblique{Prep: m, Head: t.lemma(k), Clause: true})
		}
	}
	return x
}

// indicative reports whether the clause with head i is finite in a tense that no request has: "knew", "has known".
func (t *tree) indicative(i int) bool {
	for _, k := range append(t.children(i, "aux", "aux:pass", "cop"), i) {
		switch t.toks[k].XPOS {
		case "MD":
			return false
		case "VBD", "VBZ":
			return true
		}
	}
	return false
}

// adverb returns an adverb of the verb i that changes its sense as a particle does, or "".
func (t *tree) adverb(i int) string {
	for _, k := range t.children(i, "advmod") {
		switch f := t.form(k); f {
		case "back", "away", "home", "ahead", "together", "apart":
			return f
		}
	}
	return ""
}

// person reports whether an argument is a person with a name.
func (r *reader) person(a arg) bool {
	m, ok := r.heads[a.tree.index][a.tok]
	if !ok {
		return false
	}
	e := r.doc.Mentions[m].Entity
	return e >= 0 && e < len(r.doc.Entities) && r.doc.Entities[e].Kind == news.Person
}

// plural reports whether token i is a plural noun or pronoun.
func (t *tree) plural(i int) bool {
	switch t.toks[i].XPOS {
	case "NNS", "NNPS":
		return true
	}
	return t.form(i) == "they" || t.form(i) == "we" || t.form(i) == "both"
}

// targetsOf fills the target of a verb or adjective: the first of the sense's slots that an actor fills.
func (r *reader) targetsOf(e *event, depth int) {
	if e.sense.Class == news.Request && !r.anyActor(e.frame.objects) {
		if got := r.all(r.addressees(e.tree, e.trigger)); len(got) > 0 {
			e.targets = addVia(got, "addressee", 0.3)
			return
		}
	}
	for _, s := range e.sense.Target {
		if got := r.inSlot(e, s, depth); len(got) > 0 {
			e.targets, e.slot = got, s
			return
		}
	}
	r.ownersOfObject(e)
}

// ownersOfObject takes the nationality or possessor of an object that is no actor where the sense wants an actor
// there: "accused Chinese vessels".
func (r *reader) ownersOfObject(e *event) {
	if !evaluated[e.sense.Class] && e.sense.Class != news.Request && e.sense.Class != news.Coerce ||
		!slices.Contains(e.sense.Target, lexicon.Object) {
		return
	}
	for _, o := range e.frame.objects {
		if got := owned(r.inside(o.tree, o.tok, 1)); len(got) > 0 {
			e.targets, e.slot = addVia(got, "possessor", o.cost+0.5), lexicon.InObject
			return
		}
	}
}

// unbound drops a plural reference that counts one of the agents in: who mediates "between the two countries" is
// neither of them.
func unbound(targets, agents []who) []who {
	bound := map[int]bool{}
	for _, w := range targets {
		if !slices.Contains(w.via, "plural reference") {
			continue
		}
		for _, a := range agents {
			if a.entity == w.entity && a.mention != w.mention {
				bound[w.mention] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(targets), func(w who) bool { return bound[w.mention] })
}

// inSlot returns the actors in one slot of a verb's or an adjective's frame.
func (r *reader) inSlot(e *event, s lexicon.Slot, depth int) []who {
	f := &e.frame
	switch s {
	case lexicon.Subject:
		return r.all(f.subjects)
	case lexicon.Object:
		if len(f.objects) > 0 && f.objects[0].tree.eachOther(f.objects[0].tok) {
			return addVia(r.all(f.subjects), "each other", 0.1)
		}
		return r.all(f.objects)
	case lexicon.Indirect:
		return r.all(f.indirect)
	case lexicon.InObject:
		var out []who
		for _, o := range f.objects {
			for _, w := range r.inside(o.tree, o.tok, 0) {
				if slices.Contains(w.via, "in-phrase") && e.sense.Class != news.Assault && e.sense.Class != news.Coerce {
					continue // "a vote in the Senate" is no target of a proposal, "facilities in Iran" are of an attack
				}
				if slices.Contains(o.via, "relative") && !slices.Contains(w.via, "same event") {
					w.cost += 0.9
				}
				w.via, w.cost = append(append([]string{}, o.via...), w.via...), w.cost+o.cost+0.3
				out = append(out, w)
			}
		}
		return distinct(out)
	case lexicon.ClauseSubj:
		if f.complement < 0 {
			return nil
		}
		return addVia(r.all(e.tree.subjectsOf(f.complement, 0)), "subject of the clause", 0.4)
	case lexicon.Clause:
		return r.embedded(e, depth)
	case lexicon.Reciprocal:
		return r.reciprocal(f)
	case lexicon.EventObject:
		return r.inObjectEvent(e, depth)
	}
	for _, p := range f.preps {
		if slot(p.prep) == string(s) {
			if p.tree.eachOther(p.tok) {
				return addVia(r.all(f.subjects), "each other", 0.1)
			}
			if got := r.actors(p); len(got) > 0 {
				return addVia(got, p.prep, 0)
			}
		}
	}
	return r.insidePhrase(e, s)
}

// evaluated are the classes whose target may stand inside a phrase: "spoke out against the attack by", "raised
// concerns about the role of".
var evaluated = map[news.Class]bool{news.Accuse: true, news.Reject: true, news.Support: true, news.Assault: true,
	news.Sanction: true, news.Threaten: true, news.Retreat: true}

// insidePhrase returns the actors inside the phrase of a preposition that denotes none itself.
func (r *reader) insidePhrase(e *event, s lexicon.Slot) []who {
	if !evaluated[e.sense.Class] {
		return nil
	}
	for _, p := range e.frame.preps {
		if slot(p.prep) == string(s) {
			if got := r.inside(p.tree, p.tok, 0); len(got) > 0 {
				return addVia(got, "inside the phrase", 0.4)
			}
		}
	}
	return nil
}

// eachOther reports whether token i heads "each other" or "one another".
func (t *tree) eachOther(i int) bool {
	f := t.form(i)
	return (f == "other" || f == "another") && (t.hasLemma(i, "each", "one") >= 0 || i > 0 && (t.form(i-1) == "each" || t.form(i-1) == "one")) ||
		f == "each" && i+1 < len(t.toks) && t.form(i+1) == "other"
}

// reciprocal returns the members of a coordinated or plural subject, if there are at least two.
func (r *reader) reciprocal(f *frame) []who {
	all := r.all(f.subjects)
	for _, w := range all {
		if slices.Contains(w.via, "examples") {
			return nil
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// embedded returns the targets of the verb in the clause that e embeds: "refused to meet Kim".
func (r *reader) embedded(e *event, depth int) []who {
	c := e.frame.complement
	if c < 0 || depth > 2 {
		return nil
	}
	inner, ok := r.verbEvent(e.tree, c, depth+1)
	if !ok {
		return nil
	}
	doubt := 0.3
	if e.sense.Predicate == "deny" {
		doubt = 1.3 // who denies having attacked X answers others than X
	}
	return addVia(inner.targets, "embedded target", doubt)
}

// inObjectEvent returns the targets of the event noun that is e's object: "cancelled a visit to Seoul".
func (r *reader) inObjectEvent(e *event, depth int) []who {
	if depth > 2 {
		return nil
	}
	for _, o := range e.frame.objects {
		inner, ok := r.nounEvent(o.tree, o.tok, e.frame.preps)
		if ok && len(inner.targets) > 0 {
			return addVia(inner.targets, "target of the event", 0.3)
		}
	}
	return nil
}
