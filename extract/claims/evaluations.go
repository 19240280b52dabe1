package claims

import (
	"slices"
	"strings"

	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// judging are verbs that say what somebody holds somebody or something to be: "called Trump a clown", "described the
// attack as cowardly".
var judging = wordSet(`call label describe brand dub deem consider find term view regard see characterize characterise
declare judge denounce portray depict paint name claim allege believe`)

// good and bad are words of praise and blame, of our own compiling.
var (
	good = wordSet(`swift forceful decisive brave courageous heroic excellent great good wonderful fantastic remarkable
outstanding admirable justified right wise important historic successful welcome constructive helpful
encouraging honest fair generous legitimate lawful hero friend partner ally leader champion visionary success
breakthrough achievement victory milestone reliable strong sincere loyal trustworthy impressive perfect
necessary essential crucial appropriate proportionate smart genius patriot martyr brilliant noble honourable honorable
inspiring inspirational exemplary stellar pleased hopeful commendable praiseworthy tremendous terrific`)
	bad = wordSet(`illegal unlawful unjust unjustified wrong unacceptable outrageous shameful disgraceful disgusting cowardly
barbaric brutal cruel criminal dangerous reckless irresponsible provocative hostile aggressive illegitimate corrupt
racist fascist terrorist murderer killer criminal thug dictator tyrant liar clown traitor coward enemy threat menace
mistake error blunder disaster catastrophe failure betrayal crime atrocity massacre genocide aggression violation
provocation escalation interference sham farce lie hoax disgrace scandal outrage insult hypocrisy nonsense propaganda
unprovoked inhumane inhuman deplorable despicable heinous horrific abhorrent appalling intolerable inexcusable
unconstitutional undemocratic immoral unfair absurd baseless false foolish stupid weak incompetent evil worst bad
terrible horrible awful inadequate insufficient counterproductive disproportionate excessive misguided misleading
dishonest hypocritical regrettable unfortunate disappointing worrying alarming troubling disturbing concerning
negligent discriminatory oppressive repressive authoritarian autocratic totalitarian lawless rogue pariah butcher
mercenary spy militant gunman invader aggressor occupier puppet stooge extremist radical stab slap blackmail extortion piracy coup invasion madness`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// verdict returns the class of calling somebody what token p and its modifiers and conjuncts say: praise is SUPPORT,
// blame ACCUSE.
func (t *tree) verdict(p int) (news.Class, bool) {
	words := append([]int{p}, t.children(p, "conj", "amod", "nmod", "compound")...)
	score := 0
	for _, w := range words {
		switch l, f := t.lemma(w), t.form(w); {
		case bad[l] || bad[f]:
			score--
		case good[l] || good[f]:
			score++
		}
	}
	if t.hasLemma(p, "not", "n't", "no", "never") >= 0 {
		score = -score
	}
	switch {
	case score < 0:
		return news.Accuse, true
	case score > 0:
		return news.Support, true
	}
	return "", false
}

// predicated returns the word that says what the object of the judging verb i is held to be, or -1.
func (t *tree) predicated(i int) int {
	objects := t.children(i, "obj")
	for _, k := range t.kids[i] {
		switch {
		case t.rel(k, "xcomp") && !t.pos(k, "VERB") || t.rel(k, "xcomp", "obl", "advcl") && (t.prep(k) == "as" || t.marker(k) == "as"):
			return k
		case t.rel(k, "obj") && (len(objects) > 1 && k == objects[1] || t.child(i, "iobj") >= 0):
			return k
		case t.rel(k, "xcomp") && t.toks[k].XPOS == "VBN":
			return k
		}
	}
	for _, o := range objects {
		for _, k := range t.children(o, "amod") {
			if k > o { // "called the order swift", read as an adjective after its noun
				return k
			}
		}
		if k := t.child(o, "xcomp", "acl", "nmod"); k >= 0 && (t.prep(k) == "as" || t.marker(k) == "as") {
			return k
		}
	}
	return -1
}

// findEvaluation reads what somebody calls somebody, or somebody's deed, and what a speaker says that it is: "called
// the strike illegal", "'leaving them is a mistake,' she said".
func findEvaluation(r *reader, t *tree, i int) []*event {
	if judging[t.lemma(i)] && t.pos(i, "VERB") {
		return r.judged(t, i)
	}
	if t.child(i, "cop") >= 0 && t.pos(i, "NOUN", "ADJ") {
		return r.predication(t, i)
	}
	return nil
}

// judged reads a judging verb with its object.
func (r *reader) judged(t *tree, i int) []*event {
	p := t.predicated(i)
	if p < 0 {
		return nil
	}
	class, ok := t.verdict(p)
	if !ok {
		return nil
	}
	f := t.verbFrame(i)
	e := &event{tree: t, trigger: i, clause: i, rule: "evaluation", frame: f, theme: p, sense: evaluation(t, i, class)}
	e.agents = r.subjectActors(f.subjects)
	for _, o := range append(append([]arg{}, f.objects...), f.indirect...) {
		if o.tok == p {
			continue
		}
		if f := o.tree.form(o.tok); f == "it" || f == "this" || f == "that" {
			return nil // what happened, not who
		}
		e.targets = r.all([]arg{o})
		if len(e.targets) == 0 {
			e.targets = addVia(deeds(r.inside(o.tree, o.tok, 0)), "possessor", 0.3)
		}
		break
	}
	e.targets = without(e.targets, e.agents)
	return []*event{e}
}

// predication reads a judgement with "is" that a speaker makes.
func (r *reader) predication(t *tree, i int) []*event {
	class, ok := t.verdict(i)
	s := t.child(i, "nsubj", "csubj")
	if !ok || s < 0 {
		return nil
	}
	e := &event{tree: t, trigger: i, clause: i, rule: "evaluation", theme: i, cost: 0.8, sense: evaluation(t, i, class)}
	st := r.statusOf(e)
	if st.attested {
		e.agents = r.all([]arg{st.speaker})
		e.trigger, e.clause = st.cue, st.cue
	}
	if len(e.agents) == 0 {
		e.agents = r.quoted(e)
	}
	if st.modality != news.Actual || st.negated || len(e.agents) == 0 {
		return nil
	}
	e.targets = r.actors(t.plain(s))
	if len(e.targets) == 0 {
		e.targets = addVia(owned(r.inside(t, s, 1)), "possessor", 0.3)
	}
	if len(e.targets) == 0 && t.rel(s, "csubj") {
		e.targets = addVia(r.all(t.subjectsOf(s, 0)), "control", 0.3)
	}
	e.targets = r.others(without(e.targets, e.agents), e.agents)
	return []*event{e}
}

// deeds drops those who are only where something happened.
func deeds(ws []who) []who {
	return slices.DeleteFunc(slices.Clone(ws), func(w who) bool { return slices.Contains(w.via, "in-phrase") })
}

// owned keeps the possessors among actors found inside a phrase.
func owned(ws []who) []who {
	var out []who
	for _, w := range ws {
		if slices.Contains(w.via, "possessor") {
			out = append(out, w)
		}
	}
	return out
}

// others drops the states that the agents act for.
func (r *reader) others(ws, agents []who) []who {
	var out []who
	for _, w := range ws {
		if len(agents) == 0 || !r.own(agents[0], w) {
			out = append(out, w)
		}
	}
	return out
}

// evaluation makes the sense of a judgement whose trigger is token i.
func evaluation(t *tree, i int, class news.Class) lexicon.Sense {
	lemma := t.lemma(i)
	if !t.pos(i, "VERB") {
		lemma = map[news.Class]string{news.Accuse: "criticize", news.Support: "praise"}[class]
	}
	return lexicon.Sense{Lemma: t.lemma(i), Predicate: lemma, Class: class, CAMEO: class.CAMEO()}
}
