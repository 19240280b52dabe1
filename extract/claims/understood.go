package claims

import "strings"

// objectControl lists prepositions and markers after which the understood subject of a gerund is the object: "accused
// Rwanda of being", "warned them against moving", "banned it from flying".
var objectControl = map[string]bool{"of": true, "against": true, "from": true, "into": true, "for": true, "to": true}

// subjectControl lists verbs whose infinitive has the verb's own subject even when there is an object.
var subjectControl = map[string]bool{"promise": true, "threaten": true, "vow": true, "pledge": true, "use": true,
	"assure": true, "take": true, "seize": true, "make": true, "have": true, "hold": true, "issue": true,
	"give": true, "send": true, "meet": true, "visit": true, "sign": true, "join": true}

// platforms are where people write, and seldom actors themselves.
var platforms = map[string]bool{"twitter": true, "facebook": true, "instagram": true, "telegram": true, "tiktok": true,
	"youtube": true, "x": true, "weibo": true, "television": true, "tv": true, "radio": true}

// understood returns who does what the verb i says when the verb has no subject of its own: the subject of the verb
// it is coordinated with, the controller of an infinitive, the noun that a participle or a relative clause modifies.
func (t *tree) understood(i, depth int) []arg {
	h := t.head(i)
	if h < 0 || depth > maxDepth {
		return nil
	}
	switch {
	case t.rel(i, "acl:relcl"):
		if n := t.relativeNoun(i); n >= 0 && !t.hasRelativeOblique(i) {
			return []arg{{tree: t, tok: n, via: []string{"relative"}, cost: 0.3}}
		}
	case t.rel(i, "acl") && platforms[t.form(h)] && t.prep(h) != "": // "posted a message on Twitter blaming"
		for g, n := t.head(h), 0; g >= 0 && n < maxDepth; g, n = t.head(g), n+1 {
			if t.clausal(g) {
				return t.addVia(t.subjectsOf(g, depth+1), "participle", 0.4)
			}
		}
	case t.rel(i, "acl"):
		return t.ofNoun(i, h, depth)
	case t.rel(i, "conj"):
		return t.addVia(t.subjectsOf(h, depth+1), "conjunct", 0.2)
	case t.rel(i, "xcomp"):
		return t.controller(i, h, depth)
	case t.rel(i, "advcl", "obl", "nmod", "parataxis", "ccomp"):
		if t.rel(i, "parataxis", "ccomp") && !t.gerund(i) {
			return nil
		}
		return t.ofAdverbial(i, h, depth)
	case t.rel(i, "appos", "obj", "nsubj"):
		return nil
	}
	return nil
}

// gerund reports whether the verb i is a bare -ing form.
func (t *tree) gerund(i int) bool { return t.toks[i].XPOS == "VBG" && t.child(i, "aux", "nsubj") < 0 }

// hasRelativeOblique reports whether the relative pronoun is not the subject: "in which …".
func (t *tree) hasRelativeOblique(i int) bool {
	for _, k := range t.kids[i] {
		if t.rel(k, "obl", "obj") && t.antecedent(k) >= 0 {
			return true
		}
	}
	return false
}

// subjectsOf returns the subjects of the predicate h, understood ones included; of a passive, who is acted on.
func (t *tree) subjectsOf(h, depth int) []arg {
	if h < 0 || depth > maxDepth {
		return nil
	}
	var out []arg
	for _, k := range t.children(h, "nsubj", "nsubj:pass") {
		out = append(out, t.plain(k))
	}
	if len(out) == 0 {
		return t.understood(h, depth+1)
	}
	return out
}

// ofNoun finds the subject of a verb that modifies the noun h: of a participle the noun itself ("officials asking"),
// of an infinitive the owner of the noun ("Russia's plan to") or the subject of the verb that has the noun as object.
func (t *tree) ofNoun(i, h, depth int) []arg {
	if !t.nominal(h) {
		return t.addVia(t.subjectsOf(h, depth+1), "control", 0.3)
	}
	if !t.marked(i, "to", "of", "in", "for", "at", "from", "against") {
		return []arg{{tree: t, tok: h, via: []string{"participle"}, cost: 0.3}}
	}
	return t.ownersOf(h, depth)
}

// ownersOf returns whose plan, effort or right the noun h is.
func (t *tree) ownersOf(h, depth int) []arg {
	for _, k := range t.kids[h] {
		if t.rel(k, "nmod:poss") || t.rel(k, "nmod") && (t.prep(k) == "of" || t.prep(k) == "by") {
			return []arg{{tree: t, tok: k, via: []string{"control"}, cost: 0.3}}
		}
	}
	g := t.head(h)
	if t.rel(h, "root") && t.pos(h, "PROPN") { // headline: "Macron to visit Rwanda"
		return []arg{{tree: t, tok: h, via: []string{"headline"}, cost: 0.2}}
	}
	if g < 0 || depth > maxDepth {
		return t.compoundOwners(h)
	}
	if t.rel(h, "obj", "obl", "xcomp") && t.pos(g, "VERB", "AUX") {
		return t.addVia(t.subjectsOf(g, depth+1), "control", 0.5)
	}
	if t.rel(h, "conj", "nmod") && t.nominal(g) {
		return t.addVia(t.ownersOf(g, depth+1), "control", 0.3)
	}
	if a := t.child(h, "nsubj"); a >= 0 { // "their aim is to": the noun is a predicate
		return []arg{t.plain(a, "control")}
	}
	return t.compoundOwners(h)
}

// compoundOwners returns the modifiers of the noun h that may say whose it is: "the Russian plan to".
func (t *tree) compoundOwners(h int) []arg {
	var out []arg
	for _, k := range t.children(h, "compound", "amod") {
		if t.pos(k, "PROPN") || t.rel(k, "amod") && strings.ToLower(t.toks[k].Form) != t.toks[k].Form {
			out = append(out, arg{tree: t, tok: k, via: []string{"control", "modifier"}, cost: 0.4})
		}
	}
	return out
}

// controller finds the subject of the open complement i of the verb h.
func (t *tree) controller(i, h, depth int) []arg {
	if o := t.child(h, "obj", "iobj"); o >= 0 && !subjectControl[t.lemma(h)] && t.pos(h, "VERB") {
		return []arg{t.plain(o, "control")}
	}
	return t.addVia(t.subjectsOf(h, depth+1), "control", 0.1)
}

// ofAdverbial finds the subject of an adverbial clause without one.
func (t *tree) ofAdverbial(i, h, depth int) []arg {
	if t.nominal(h) && !t.pos(h, "DET") && t.child(h, "cop") < 0 {
		return t.ofNounAdverbial(i, h, depth)
	}
	if t.clausal(h) && !t.passive(h) {
		m := t.marker(i)
		if m == "" {
			m = t.prep(i)
		}
		o := t.child(h, "obj")
		if o >= 0 && objectControl[m] && m != "to" && o < i && !subjectControl[t.lemma(h)] {
			return []arg{t.plain(o, "control")}
		}
	}
	return t.addVia(t.subjectsOf(h, depth+1), "participle", 0.3)
}

// ofNounAdverbial is ofAdverbial for a clause that hangs on a noun: "its commitment to enforce". A bare participle
// there mostly goes with the clause around.
func (t *tree) ofNounAdverbial(i, h, depth int) []arg {
	if t.marker(i) != "" {
		return t.ownersOf(h, depth)
	}
	for n, g := 0, t.head(h); g >= 0 && n < maxDepth; n, g = n+1, t.head(g) {
		if t.clausal(g) {
			return t.addVia(t.subjectsOf(g, depth+1), "participle", 0.6)
		}
	}
	return nil
}

// clausal reports whether token i is the head of a clause.
func (t *tree) clausal(i int) bool { return t.pos(i, "VERB") || t.child(i, "cop", "nsubj") >= 0 }

// addVia returns args with one more rule named and its doubt added.
func (t *tree) addVia(args []arg, name string, cost float64) []arg {
	out := make([]arg, 0, len(args))
	for _, a := range args {
		a.via = append([]string{name}, a.via...)
		a.cost += cost
		out = append(out, a)
	}
	return out
}
