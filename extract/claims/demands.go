package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// findDemand reads a statement that somebody must or should do something as a demand on them: "Merkel said Russia must
// withdraw its troops".
func findDemand(r *reader, t *tree, i int) []*event {
	if !t.rel(i, "aux") || t.head(i) < 0 {
		return nil
	}
	switch t.lemma(i) {
	case "must", "should", "ought":
	default:
		return nil
	}
	v := t.head(i)
	if s := t.child(v, "nsubj"); s >= 0 && (t.form(s) == "i" || t.form(s) == "we") {
		return nil
	}
	addressees := r.all(t.subjectsOf(v, 0))
	if len(addressees) == 0 || t.passive(v) || t.rel(v, "acl:relcl", "advcl") || t.question(t.root) || t.hasLemma(v, "not", "n't") >= 0 && t.lemma(i) != "must" {
		return nil
	}
	e := &event{tree: t, trigger: i, clause: i, rule: "demand", theme: v, targets: addressees, cost: 0.3}
	e.sense = lexicon.Sense{Lemma: t.lemma(i), Predicate: "demand", Class: news.Request, CAMEO: news.Request.CAMEO()}
	if t.lemma(i) != "must" {
		e.cost = 0.8
	}
	h := t.head(v)
	if h >= 0 && t.rel(v, "ccomp", "parataxis") {
		if sense, ok := r.senseAt(t, h); ok && (sense.Is(lexicon.Speech) || sense.Complement.Effect == lexicon.Reported) {
			e.agents = r.all(t.subjectsOf(h, 0))
			e.clause, e.sense.Predicate = h, t.lemma(h)
		}
	}
	if len(e.agents) == 0 {
		e.agents = r.quoted(e)
	}
	e.agents = without(e.agents, e.targets)
	return []*event{e}
}
