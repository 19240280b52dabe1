package claims

import (
	"strings"

	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// verbEvent reads the event whose trigger is the verb at token i. It reports false where the lexicon sees none.
func (r *reader) verbEvent(t *tree, i, depth int) (*event, bool) {
	if !t.pos(i, "VERB", "AUX", "ADJ") || t.rel(i, "aux", "aux:pass", "cop") {
		return nil, false
	}
	if naming[t.lemma(i)] && t.predicated(i) >= 0 && t.lemma(i) != "make" && t.lemma(i) != "declare" ||
		t.lemma(i) == "call" && t.passive(i) && t.child(i, "obj", "xcomp") >= 0 {
		return nil, false // "called it a lie" is an evaluation, "called Macao" a name
	}
	f := t.verbFrame(i)
	if t.lemma(i) == "call" && t.calledInQuotes(i) {
		return nil, false
	}
	r.controlled(t, i, &f)
	sense, ok := r.senseOf(t, i, &f)
	if !ok {
		return nil, false
	}
	e := &event{tree: t, trigger: i, clause: i, sense: sense, rule: "verb", frame: f, theme: -1}
	if sense.Is(lexicon.Light) {
		inner, light := r.lightEvent(e)
		if light && len(inner.agents) > 0 && len(inner.targets) > 0 {
			return inner, true
		}
		if sense, ok = r.fullSense(t, i, f); !ok || sense.Is(lexicon.Void) {
			return inner, light
		}
		e.sense = sense
		e.agents = r.subjectActors(f.subjects)
		if r.targetsOf(e, depth); light && (len(e.agents) == 0 || len(e.targets) == 0) {
			return inner, true
		}
	}
	if sense.Is(lexicon.Void) {
		return e, false
	}
	e.agents = r.subjectActors(f.subjects)
	if sense.Is(lexicon.Undergo) {
		r.undergo(e, e.agents, f)
		e.theme = r.themeOf(e)
		return e, true
	}
	r.targetsOf(e, depth)
	r.eventAgents(e)
	e.theme = r.themeOf(e)
	return e, true
}

// calledInQuotes reports whether a quotation follows the object of the verb i: "called Conway 'an incomparable ...'".
func (t *tree) calledInQuotes(i int) bool {
	o := t.child(i, "obj")
	for k := o + 1; o > i && k < len(t.toks) && k <= o+3; k++ {
		switch f := t.form(k); {
		case strings.ContainsAny(f, `"“‘«`) || f == "''" || f == "``":
			return true
		case !t.pos(k, "PROPN", "PART"):
			return false
		}
	}
	return false
}

// subjectActors returns the actors that act as subject; an event or thing in that place stands for whose it is: "the
// US airstrike killed".
func (r *reader) subjectActors(args []arg) []who {
	out := r.all(args)
	if len(out) > 0 {
		return out
	}
	for _, a := range args {
		if a.tree.scene(a.tok) {
			continue
		}
		doubt := 1.2
		if l := a.tree.lemma(a.tok); len(r.lex.Noun(l)) > 0 || r.lex.In("weapon", l) || r.lex.In("troops", l) || r.lex.In("evidence", l) {
			doubt = 0.5
		}
		for _, w := range r.inside(a.tree, a.tok, 1) {
			w.via, w.cost = append(append([]string{}, a.via...), append(w.via, "owner of the subject")...), w.cost+a.cost+doubt
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return r.makers(args)
	}
	return distinct(out)
}

// sending are verbs of making and sending things that act on others.
var sending = wordSet(`launch fire send post issue publish release write deliver make conduct carry order sign pass impose
deploy build file adopt introduce create drop plant shoot air broadcast stage mount run hold give submit pen`)

// makers returns who made or sent the thing that stands in the subject's place: "launched missiles targeting troops",
// "posted a message blaming Iran".
func (r *reader) makers(args []arg) []who {
	var out []who
	for _, a := range args {
		g := a.tree.head(a.tok)
		if g < 0 || !a.tree.rel(a.tok, "obj", "obl") || !sending[a.tree.lemma(g)] || len(a.via) == 0 || a.tree.passive(g) {
			continue
		}
		out = append(out, addVia(r.all(a.tree.subjectsOf(g, 0)), "maker of the subject", a.cost+0.5)...)
	}
	return distinct(out)
}

// scene reports whether noun i is an incident whose compound names the place: "Yemen bomb", "Texas shooting". Adjectives
// and acronyms name the agent: "Saudi bomb", "US bomb".
func (t *tree) scene(i int) bool {
	switch t.lemma(i) {
	case "bomb", "bombing", "blast", "explosion", "shooting", "crash", "earthquake", "fire", "flood", "storm", "accident", "attack":
	default:
		return false
	}
	for _, k := range t.children(i, "compound") {
		if f := t.toks[k].Form; t.pos(k, "PROPN") && f != strings.ToUpper(f) {
			return true
		}
	}
	return false
}

// lightEvent reads "issued a warning to", "held talks with": the noun in the object gives class and predicate, the
// verb's subject is the agent, or with verbs like "face" the target.
func (r *reader) lightEvent(e *event) (*event, bool) {
	f := e.frame
	for _, o := range append(append([]arg{}, f.objects...), f.preps...) {
		if o.tree != e.tree {
			continue
		}
		inner, ok := r.nounEvent(o.tree, o.tok, f.preps)
		if !ok {
			continue
		}
		inner.rule, inner.clause = "light verb", e.trigger
		inner.light = e.sense
		subjects := r.subjectActors(f.subjects)
		switch {
		case e.sense.Is(lexicon.Undergo):
			r.undergo(inner, subjects, f)
		case e.sense.Is(lexicon.Onlooker):
		case e.sense.Complement.Effect == lexicon.Implied || len(inner.agents) == 0:
			r.perform(inner, subjects)
			r.indirectTargets(inner, f)
		}
		if e.sense.Is(lexicon.Neg) {
			inner.sense.Flags |= lexicon.Neg
		}
		inner.frame = f
		r.light[o.tok+e.tree.index<<20] = true
		return inner, true
	}
	return nil, false
}

// calledOff returns the second event of a verb that calls an event off, "cancelled a visit to": what the subject does
// to the other side by that.
func (r *reader) calledOff(e *event) []*event {
	s := e.light
	if s.Complement.Effect != lexicon.Negated || s.Class == news.Other || s.Class == "" || s.Is(lexicon.Onlooker) {
		return nil
	}
	off := &event{tree: e.tree, trigger: e.clause, clause: e.clause, sense: s, rule: "verb", frame: e.frame, theme: e.trigger}
	off.sense.Flags &^= lexicon.Light | lexicon.Mutual
	off.agents = e.agents
	off.targets = addVia(without(e.targets, e.agents), "target of the event", 0.2)
	return []*event{off}
}

// perform puts the verb's subject in the agent's place of the noun.
func (r *reader) perform(e *event, subjects []who) {
	if len(subjects) == 0 {
		return
	}
	own := e.agents
	e.agents = subjects
	if len(e.targets) == 0 && len(own) > 0 { // "held talks between", "imposed Iran sanctions"
		e.targets = without(own, subjects)
	}
	e.targets = withoutUnless(e.targets, subjects, e.mutual())
	if len(e.targets) == 0 && e.mutual() && len(subjects) > 1 {
		e.targets = subjects
	}
}

// undergo puts the verb's subject in the target's place: "faced criticism from Seoul", "received aid from China".
func (r *reader) undergo(e *event, subjects []who, f frame) {
	if len(e.agents) == 0 || !e.sense.Is(lexicon.Light) && e.light.Lemma == "" {
		e.agents = nil
		for _, p := range f.preps {
			if p.prep == "from" || p.prep == "by" || p.prep == "of" && len(e.agents) == 0 {
				e.agents = r.actors(p)
				break
			}
		}
	}
	if len(e.agents) == 0 {
		e.agents = without(e.targets, subjects)
	}
	e.targets = subjects
	e.agents = without(e.agents, subjects)
}

// without returns ws without the entities of drop.
func without(ws, drop []who) []who {
	var out []who
next:
	for _, w := range ws {
		for _, d := range drop {
			if d.entity == w.entity {
				continue next
			}
		}
		out = append(out, w)
	}
	return out
}

// withoutUnless is without, but keeps ws whole where keep holds.
func withoutUnless(ws, drop []who, keep bool) []who {
	if keep {
		return ws
	}
	return without(ws, drop)
}
