package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// controlled corrects the understood subjects of the verb i by what the lexicon knows of the verb that embeds it:
// "called on Iran to stop", "promised Poland to send".
func (r *reader) controlled(t *tree, i int, f *frame) {
	h := t.head(i)
	if h < 0 || f.passive || t.child(i, "nsubj") >= 0 || !t.rel(i, "xcomp", "advcl", "ccomp") || !t.pos(h, "VERB") {
		return
	}
	g := t.verbFrame(h)
	if r.phase(t, h) { // "called on China to stop supplying": who is to stop supplies
		r.controlled(t, h, &g)
	}
	if g.complement != i {
		return
	}
	sense, ok := r.senseOf(t, h, &g)
	if !ok || sense.Complement.Effect == lexicon.NoEffect {
		return
	}
	args := controllers(&g, sense.Complement.Control)
	if to := r.addressees(t, h); sense.Class == news.Request && len(g.objects) == 0 && len(to) > 0 {
		args = to
	}
	if len(args) > 0 || sense.Complement.Effect == lexicon.Requested && sense.Complement.Control != lexicon.Subject {
		f.subjects = t.addVia(args, "control", 0.1) // "asked to see": who is asked is not told
	}
}

// phase reports whether the verb i says that what its complement tells begins, goes on or ends, and is itself the
// complement of a verb that is none of these, which bounds the search.
func (r *reader) phase(t *tree, i int) bool {
	h := t.head(i)
	return phases[t.lemma(i)] && h >= 0 && t.pos(h, "VERB") && !phases[t.lemma(h)]
}

var phases = wordSet("stop start begin continue cease resume keep quit halt refrain avoid help")

// addressees returns to whom a participle of saying is said that names nobody: "wrote to the embassy asking to".
func (r *reader) addressees(t *tree, i int) []arg {
	h := t.head(i)
	if h < 0 || !t.rel(i, "advcl") || !t.gerund(i) || !t.pos(h, "VERB") {
		return nil
	}
	f := t.verbFrame(h)
	for _, p := range f.preps {
		if p.prep == "to" && len(r.actors(p)) > 0 {
			return []arg{p}
		}
	}
	if r.anyActor(f.objects) {
		return f.objects
	}
	return nil
}

// controllers returns the arguments in the slot that controls a complement.
func controllers(f *frame, s lexicon.Slot) []arg {
	switch s {
	case lexicon.Object:
		return append(append([]arg{}, f.objects...), f.indirect...)
	case lexicon.Subject, "":
		return f.subjects
	case lexicon.Indirect:
		return f.indirect
	}
	for _, p := range f.preps {
		if slot(p.prep) == string(s) {
			return []arg{p}
		}
	}
	return nil
}

// strangers are prepositions before a meeting that the subject has no part in.
var strangers = map[string]bool{"on": true, "about": true, "over": true, "of": true, "against": true, "regarding": true,
	"from": true, "despite": true, "than": true, "as": true, "by": true, "like": true}

// nounController finds who does what an event noun without an agent says: the controller of the verb that has the
// noun as its object, "seeks talks with", "ordered an attack on", or the verb's subject for verbs of phase.
func (r *reader) nounController(e *event) {
	t, i := e.tree, e.trigger
	h := t.head(i)
	if len(e.agents) > 0 || h < 0 || !t.rel(i, "obj", "obl", "nsubj:pass") || !t.pos(h, "VERB") {
		return
	}
	if e.sense.Class == news.Consult && e.mutual() && len(e.targets) > 0 && t.rel(i, "obl") && !strangers[t.prep(i)] {
		// "travelled to Ankara for talks with", "said after a meeting with"
		e.agents = without(addVia(r.all(t.subjectsOf(h, 0)), "control", 0.5), e.targets)
		return
	}
	f := t.verbFrame(h)
	sense, ok := r.senseOf(t, h, &f)
	if !ok || sense.Complement.Effect == lexicon.NoEffect && !sense.Is(lexicon.Aux) && !sense.Is(lexicon.Light) {
		return
	}
	if sense.Complement.Effect == lexicon.Reported || sense.Is(lexicon.Undergo) {
		return
	}
	if t.rel(i, "obl") && !sense.Is(lexicon.Light) && !sense.Is(lexicon.Aux) {
		return
	}
	control := sense.Complement.Control
	if control == lexicon.Object && len(f.objects) > 0 && f.objects[0].tok == i {
		control = lexicon.Subject
	}
	e.agents = without(addVia(r.all(controllers(&f, control)), "control", 0.4), e.targets)
}

// circumstances are prepositions before what somebody did to the subject: "despite warnings from Seoul, Pyongyang …".
var circumstances = map[string]bool{"despite": true, "amid": true, "amidst": true, "under": true, "after": true,
	"following": true, "upon": true, "per": true, "at": true, "in response to": true, "in spite of": true, "because of": true, "on": true}

// behests are nouns of asking whose of-phrase asks after "at".
var behests = wordSet("request behest urging insistence invitation demand instigation")

// circumstance gives the words of others that a clause mentions beside it the subject of the clause as target: "despite
// criticism by Greece, Erdogan announced".
func (r *reader) circumstance(e *event) {
	t, i := e.tree, e.trigger
	h := t.head(i)
	if t.prep(i) == "at" && behests[t.lemma(i)] && len(e.agents) == 0 { // "at the request of Beijing"
		e.agents, e.targets = e.targets, nil
	}
	if len(e.targets) > 0 || len(e.agents) == 0 || h < 0 || !t.rel(i, "obl") || !t.clausal(h) || !circumstances[t.prep(i)] {
		return
	}
	switch e.sense.Class {
	case news.Accuse, news.Request, news.Threaten, news.Reject, news.Support:
		e.targets = without(addVia(r.all(t.subjectsOf(h, 0)), "circumstance", 0.5), e.agents)
	}
}
