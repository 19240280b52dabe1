package claims

// trigger is a kind of predicate: how it is recognised and read.
type trigger struct {
	name string
	find func(r *reader, t *tree, i int) []*event
}

// triggers are tried at every token, in this order.
var triggers = []trigger{
	{"verb", findVerb},
	{"noun", findNoun},
	{"adjective", findAdjective},
	{"evaluation", findEvaluation},
	{"undergone", findUndergone},
	{"responsible", findResponsible},
	{"menace", findMenace},
	{"demand", findDemand},
}

// findVerb reads verbs, light verbs among them.
func findVerb(r *reader, t *tree, i int) []*event {
	if e, ok := r.verbEvent(t, i, 0); ok {
		return append([]*event{e}, r.calledOff(e)...)
	}
	return nil
}

// findNoun reads event nouns.
func findNoun(r *reader, t *tree, i int) []*event {
	if !t.pos(i, "NOUN") {
		return nil
	}
	e, ok := r.nounEvent(t, i, nil)
	if !ok {
		return nil
	}
	r.nounSubject(e)
	r.nounController(e)
	r.circumstance(e)
	return []*event{e}
}

// nounSubject gives a noun that is a predicate the subject of its clause: "Iran is a supporter of Syria".
func (r *reader) nounSubject(e *event) {
	t, i := e.tree, e.trigger
	if len(e.agents) > 0 || t.child(i, "cop") < 0 {
		return
	}
	if s := t.child(i, "nsubj"); s >= 0 {
		e.agents = without(addVia(r.actors(t.plain(s)), "predicate noun", 0.3), e.targets)
	}
}

// findAdjective reads predicative adjectives: "is critical of", "remained loyal to".
func findAdjective(r *reader, t *tree, i int) []*event {
	if !t.pos(i, "ADJ", "VERB") {
		return nil
	}
	senses := r.lex.Adjective(t.lemma(i))
	if t.toks[i].XPOS == "VBN" {
		senses = r.lex.Adjective(t.form(i))
	}
	if len(senses) == 0 {
		return nil
	}
	f := t.verbFrame(i)
	if len(f.subjects) == 0 {
		f.subjects = f.objects
	}
	sense, ok := r.lex.Match(senses, r.features(t, i, f))
	if !ok {
		return nil
	}
	sense.Predicate = "be " + sense.Predicate
	e := &event{tree: t, trigger: i, clause: i, sense: sense, rule: "adjective", frame: f, theme: -1}
	e.agents = r.all(f.subjects)
	r.targetsOf(e, 0)
	e.theme = r.themeOf(e)
	return []*event{e}
}
