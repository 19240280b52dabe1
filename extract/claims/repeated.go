package claims

import (
	"slices"

	"quadwire/extract/text"
)

// recentSentences is how far back "the attack" may mean an event of the same class told with another word.
const recentSentences = 3

// recentEvents is how many events back one may be meant at all.
const recentEvents = 400

// sameEvent returns the event told before that the definite noun at token i means: "the attack", "this visit", or nil.
// The same predicate anywhere before counts, another of its class only in the sentences just before.
func (r *reader) sameEvent(t *tree, i int) *event {
	return r.earlier(t, i, func(e *event) bool { return len(e.agents) > 0 && len(e.targets) > 0 })
}

// sameTargets is sameEvent for an event whose agents need not have been told: "claimed responsibility for the attack".
func (r *reader) sameTargets(t *tree, i int) *event {
	return r.earlier(t, i, func(e *event) bool { return len(e.targets) > 0 })
}

// retorts are nouns that take up what was just said: "a charge that Kigali denies".
var retorts = wordSet("charge claim accusation allegation assertion suggestion criticism demand threat")

// earlier returns the event before the definite noun at token i that it may mean, of those that fit.
func (r *reader) earlier(t *tree, i int, fits func(*event) bool) *event {
	if !t.definite(i) && !(retorts[t.lemma(i)] && t.child(i, "acl:relcl") >= 0) {
		return nil
	}
	senses := r.lex.Noun(r.nounLemma(t, i))
	if len(senses) == 0 {
		return nil
	}
	sense := senses[len(senses)-1]
	var similar *event
	for _, e := range slices.Backward(r.events[max(0, len(r.events)-recentEvents):]) {
		if e.tree == t && e.trigger >= i || !fits(e) {
			continue
		}
		if e.sense.Predicate == sense.Predicate {
			return e
		}
		if similar == nil && e.sense.Class == sense.Class && t.index-e.tree.index <= recentSentences {
			similar = e
		}
	}
	return similar
}

// beside are prepositions of phrases that do not tell which event is meant: "the decision via Twitter".
var beside = map[string]bool{"via": true, "through": true, "during": true, "before": true, "after": true, "as": true}

// definite reports whether noun i has a determiner that points back and nothing that tells which event is meant.
func (t *tree) definite(i int) bool {
	pointed := false
	for _, k := range t.kids[i] {
		switch {
		case t.rel(k, "det"):
			switch t.form(k) {
			case "the", "this", "that", "these", "those", "such":
				pointed = true
			}
		case t.rel(k, "nmod") && beside[t.prep(k)]:
		case t.rel(k, "nmod", "nmod:poss", "acl", "compound"):
			return false
		}
	}
	return pointed
}

// reactions are nouns for what an article is about, to which others react: "criticised the move".
var reactions = wordSet(`move decision plan announcement step measure policy proposal action order withdrawal ruling law bill
legislation verdict statement remark comment declaration initiative pledge`)

// headlineActor returns who does what the headline tells, where a definite noun such as "the move" stands for it.
func (r *reader) headlineActor(t *tree, i int) []who {
	if !reactions[t.lemma(i)] || !t.definite(i) || t.index == 0 || len(r.trees) == 0 {
		return nil
	}
	h := r.trees[0]
	if r.doc.Sentences[0].Kind != text.Headline || h.root < 0 || !h.pos(h.root, "VERB") {
		return nil
	}
	return addVia(r.all(h.subjectsOf(h.root, 0)), "headline", 0.7)
}
