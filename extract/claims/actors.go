package claims

import (
	"strings"

	"quadwire/extract/text"
)

// who is an actor that fills a place: an entity, the mention that denotes it there, and the rules that led to it.
type who struct {
	entity  int
	mention int
	via     []string
	cost    float64
}

// quantities pass their of-phrase on: "thousands of protesters", "one of these groups", "members of the army".
var quantities = map[string]bool{"one": true, "some": true, "many": true, "most": true, "both": true, "all": true,
	"each": true, "several": true, "two": true, "three": true, "number": true, "majority": true, "group": true,
	"thousand": true, "hundred": true, "dozen": true, "million": true, "series": true, "couple": true, "part": true,
	"rest": true, "none": true, "any": true, "few": true, "half": true, "scores": true, "score": true, "tens": true,
	"those": true, "kind": true, "form": true, "type": true, "sort": true, "coalition": true, "range": true}

// actors returns the actors that the noun phrase of a denotes: one for each of coordinated nouns, and each member of
// a plural reference ("the two countries").
func (r *reader) actors(a arg) []who {
	var out []who
	for _, k := range a.tree.conjuncts(a.tok) {
		got := r.actor(a.tree, k, 0)
		for i := range got {
			got[i].via = append(append([]string{}, a.via...), got[i].via...)
			got[i].cost += a.cost
			if k != a.tok {
				got[i].via = append(got[i].via, "coordination")
				got[i].cost += 0.1
			}
		}
		out = append(out, got...)
	}
	return distinct(out[:min(len(out), maxActors)])
}

// maxActors bounds the actors in one place, and so the pairs that a long list makes.
const maxActors = 24

// conjuncts returns token i and the nouns coordinated with it, in text order. A conjunct with a preposition of its
// own belongs to the phrase all the same: "with Seoul and with Tokyo".
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range t.children(i, "conj") {
		if t.nominal(k) && t.child(k, "nsubj") < 0 {
			out = append(out, k)
		}
	}
	for _, c := range t.children(i, "compound", "flat") { // a parser may hang them on a part of the name
		for _, k := range t.children(c, "conj") {
			if t.pos(k, "PROPN") && k > i {
				out = append(out, k)
			}
		}
	}
	return out
}

// actor returns the actors that the word at token i denotes, coordination left aside.
func (r *reader) actor(t *tree, i, depth int) []who {
	if depth > 3 {
		return nil
	}
	if quantities[t.lemma(i)] && !t.named(i, r) {
		if w := r.quantified(t, i); len(w) > 0 {
			return w
		}
	}
	if w := r.represented(t, i); len(w) > 0 {
		return w
	}
	if w := append(r.mentioned(t, i), r.examples(t, i)...); len(w) > 0 {
		return w
	}
	for _, k := range t.children(i, "appos", "flat") {
		if w := r.actor(t, k, depth+1); w != nil {
			return addVia(w, "apposition", 0.1)
		}
	}
	return nil
}

// representatives are plural nouns for those who act for the states or bodies in their of-phrase.
var representatives = map[string]bool{"leader": true, "president": true, "minister": true, "government": true,
	"representative": true, "delegation": true, "official": true, "diplomat": true, "side": true, "army": true}

// represented returns the states that "the leaders of the two countries" act for.
func (r *reader) represented(t *tree, i int) []who {
	if !t.plural(i) || !representatives[t.lemma(i)] || t.named(i, r) {
		return nil
	}
	for _, k := range t.children(i, "nmod") {
		if t.prep(k) != "of" {
			continue
		}
		if w := r.actors(t.plain(k)); len(w) > 1 {
			return addVia(w, "representatives", 0.3)
		}
	}
	return nil
}

// quantified returns the actors in the of-phrase of a quantity.
func (r *reader) quantified(t *tree, i int) []who {
	for _, k := range t.children(i, "appos") {
		if w := r.actors(t.plain(k)); len(w) > 0 {
			return addVia(w, "apposition", 0.1)
		}
	}
	for _, k := range t.children(i, "nmod", "obl") {
		if t.prep(k) == "of" {
			return addVia(r.actors(t.plain(k)), "quantity", 0.2)
		}
	}
	return nil
}

// named reports whether token i heads a mention with a name.
func (t *tree) named(i int, r *reader) bool {
	m, ok := r.heads[t.index][i]
	return ok && r.doc.Mentions[m].Form == text.Named
}

// mentioned returns the actors that the mention with head i denotes.
func (r *reader) mentioned(t *tree, i int) []who {
	m, ok := r.heads[t.index][i]
	if !ok {
		return nil
	}
	mention := r.doc.Mentions[m]
	cost := mentionCost(mention.Form)
	var out []who
	for _, x := range mention.Members {
		if r.actorKind(x) {
			out = append(out, who{entity: x, mention: m, via: []string{"plural reference"}, cost: cost + 0.3})
		}
	}
	if r.actorKind(mention.Entity) {
		out = append(out, who{entity: mention.Entity, mention: m, cost: cost})
	}
	return out
}

// mentionCost is the doubt that the form of a mention adds: names are surer than descriptions and pronouns.
func mentionCost(f text.MentionForm) float64 {
	switch f {
	case text.Named:
		return 0
	case text.Nominal:
		return 0.4
	}
	return 0.6
}

// actorKind reports whether entity e is an actor, not a mere place or thing.
func (r *reader) actorKind(e int) bool {
	return e >= 0 && e < len(r.doc.Entities) && r.doc.Entities[e].Kind != ""
}

// inside returns the actors within the noun phrase at token i: possessor, nationality, compound, of-phrase; of an
// event noun its agents: "condemned Russia's invasion", "rejected calls by Egypt".
func (r *reader) inside(t *tree, i int, depth int) []who {
	if depth > 2 {
		return nil
	}
	var out []who
	for _, k := range t.conjuncts(i) {
		out = append(out, r.insideOne(t, k, depth)...)
	}
	return distinct(out)
}

// insidePreps lead to actors inside a noun phrase.
var insidePreps = map[string]bool{"of": true, "by": true, "between": true, "from": true, "in": true, "for": true}

func (r *reader) insideOne(t *tree, i int, depth int) []who {
	for _, k := range t.kids[i] {
		if t.rel(k, "nmod:poss", "amod", "compound", "nmod:desc") {
			if w := r.actors(t.plain(k)); len(w) > 0 {
				return addVia(w, "possessor", 0.3)
			}
		}
	}
	for _, k := range t.children(i, "nmod", "acl") {
		switch p := t.prep(k); {
		case t.rel(k, "nmod") && (insidePreps[p] || p == "with" && r.lex.In("agreement", t.lemma(i))):
			if w := r.actors(t.plain(k)); len(w) > 0 && p == "in" {
				return addVia(w, "in-phrase", 0.5)
			} else if len(w) > 0 {
				return addVia(w, "of-phrase", 0.4)
			}
			if w := r.insideOne(t, k, depth+1); depth < 2 && len(w) > 0 {
				return addVia(w, "of-phrase", 0.5)
			}
		case t.rel(k, "acl") && t.lemma(k) == "belong":
			for _, o := range t.children(k, "obl") {
				if w := r.actors(t.plain(o)); len(w) > 0 {
					return addVia(w, "possessor", 0.4)
				}
				if w := r.insideOne(t, o, depth+1); depth < 2 && len(w) > 0 {
					return addVia(w, "possessor", 0.6)
				}
			}
		}
	}
	for _, k := range t.children(i, "acl:relcl") { // "the emergency that Trump declared"
		if s := t.child(k, "nsubj"); s >= 0 && t.antecedent(s) < 0 && !retorts[t.lemma(i)] {
			if w := r.actors(t.plain(s)); len(w) > 0 {
				return addVia(w, "relative", 0.4)
			}
		}
	}
	for _, k := range t.children(i, "nmod") { // "the proclamation of the Golan Heights as territory by the president"
		for _, b := range append(t.children(k, "nmod"), k) {
			if t.prep(b) == "by" {
				if w := r.actors(t.plain(b)); len(w) > 0 {
					return addVia(w, "by-phrase", 0.4)
				}
			}
		}
	}
	if e := r.sameEvent(t, i); e != nil {
		if retorts[t.lemma(i)] {
			return addVia(e.agents, "same event", 0.5)
		}
		return addVia(e.agents, "same event", 0.9)
	}
	return r.headlineActor(t, i)
}

// anyActor reports whether one of the arguments denotes an actor.
func (r *reader) anyActor(args []arg) bool {
	for _, a := range args {
		if len(r.actors(a)) > 0 {
			return true
		}
	}
	return false
}

// all returns the actors of all the arguments.
func (r *reader) all(args []arg) []who {
	var out []who
	for _, a := range args {
		out = append(out, r.actors(a)...)
	}
	return distinct(out)
}

// addVia returns ws with one more rule named and its doubt added.
func addVia(ws []who, name string, cost float64) []who {
	out := make([]who, 0, len(ws))
	for _, w := range ws {
		w.via = append([]string{name}, w.via...)
		w.cost += cost
		out = append(out, w)
	}
	return out
}

// distinct drops repeated entities.
func distinct(ws []who) []who {
	var out []who
next:
	for _, w := range ws {
		for _, o := range out {
			if o.entity == w.entity {
				continue next
			}
		}
		out = append(out, w)
	}
	return out
}

// slot turns a preposition into the name of its slot.
func slot(prep string) string { return strings.ReplaceAll(prep, " ", "_") }
