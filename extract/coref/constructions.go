package coref

import (
	"slices"
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// joinRelatives joins a relative pronoun with the noun that its clause modifies. "Who" wants a person or body and "which" none:
// if the parser has attached the clause to the wrong noun, the phrase above it is tried.
func (r *run) joinRelatives() {
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron == nil || m.pron.kind != relative {
			continue
		}
		h := r.relativeHead(m.sentence, m.top)
		for n := 0; h >= 0 && n < 3; n++ {
			if a := r.doer(m.sentence, h, k); a >= 0 {
				r.merge(a, k)
				break
			}
			if a := r.markAt(m.sentence, h); a >= 0 && a != k && r.relates(a, k) {
				r.merge(a, k)
				break
			}
			t := &r.doc.Sentences[m.sentence].Tokens[h]
			switch base(t.Rel) {
			case "nmod", "obl", "appos", "conj":
				h = t.Head
			default:
				h = -1
			}
		}
	}
}

// doer returns the actor in the phrase of h that a relative clause must mean: a body where h is a thing and the verb wants an actor,
// "the offices of Hezbollah, which denied any role"; a person where h is a body, "the campaign of Babaryka, who was arrested";
// -1 if there is none.
func (r *run) doer(s, h, k int) int {
	a := r.markAt(s, h)
	c := r.child(s, h, "nmod")
	if a < 0 || c < h {
		return -1
	}
	b := r.markAt(s, c)
	if b < 0 || b == k {
		return -1
	}
	x, y := &r.marks[a], &r.marks[b]
	switch r.marks[k].noun {
	case "which":
		if x.class == thingNoun && organised(y.class) && prefers(r.doc.Sentences[s].Tokens, r.marks[k].top) == preferenceSteps-1 {
			return b
		}
	case "who":
		if x.class != personNoun && x.class != groupNoun && y.class == personNoun {
			return b
		}
	}
	return -1
}

// relates says whether a relative pronoun's form fits its antecedent.
func (r *run) relates(a, k int) bool {
	x := r.of(a)
	switch r.marks[k].noun {
	case "who", "whom":
		return x.class != thingNoun && x.class != placeNoun && (x.class != countryNoun || x.kind != "")
	case "which":
		return x.class != personNoun || x.gender == anyGender
	}
	return true
}

// joinAcronyms joins "SDF" with "Syrian Democratic Forces", wherever the two stand.
func (r *run) joinAcronyms() {
	full := map[string]int{}
	for k := range r.marks {
		m := &r.marks[k]
		if m.form == text.Named && len(m.name) > 1 && m.class != personNoun {
			for _, a := range acronyms(m.name) {
				if _, ok := full[a]; !ok {
					full[a] = k
				}
			}
		}
	}
	for k := range r.marks {
		m := &r.marks[k]
		if m.form != text.Named || len(m.name) != 1 || len(m.name[0]) < 3 || m.class == personNoun {
			continue
		}
		if a, ok := full[m.name[0]]; ok && r.upper(k) && (r.marks[a].kind == m.kind || m.mention < 0 || r.marks[a].mention < 0) {
			if m.mention < 0 {
				m.class, m.kind = r.marks[a].class, r.marks[a].kind
			}
			r.join(a, k)
		}
	}
}

// upper says whether a markable's head is written in capitals.
func (r *run) upper(k int) bool {
	form := r.doc.Sentences[r.marks[k].sentence].Tokens[r.marks[k].head].Form
	return form == strings.ToUpper(form) && form != strings.ToLower(form)
}

// acronyms returns the initials of a name's words, with and without its small words.
func acronyms(words []string) []string {
	var all, content strings.Builder
	for _, w := range words {
		all.WriteByte(w[0])
		switch w {
		case "of", "and", "for", "the", "in", "on", "de", "du", "des", "la", "to":
		default:
			content.WriteByte(w[0])
		}
	}
	if all.Len() == content.Len() {
		return []string{all.String()}
	}
	return []string{content.String(), all.String()}
}

// joinAppositions joins the two parts of an apposition: "Qasem Soleimani, head of the Quds Force".
func (r *run) joinAppositions() {
	for k := range r.marks {
		m := &r.marks[k]
		t := &r.doc.Sentences[m.sentence].Tokens[m.top]
		if m.pron != nil || base(t.Rel) != "appos" || t.Head < 0 {
			continue
		}
		a := r.markAt(m.sentence, t.Head)
		if a < 0 || a == k || r.marks[a].pron != nil && !r.marks[k].definite {
			continue
		}
		if r.apposable(a, k) {
			r.join(a, k)
		}
	}
}

// apposable says whether two phrases can name one actor: not two different names unless one abbreviates the other, and
// no name of a person with one that is none.
func (r *run) apposable(a, k int) bool {
	x, y := &r.marks[a], &r.marks[k]
	if x.form == text.Named && y.form == text.Named && x.name != nil && y.name != nil {
		return x.class == personNoun && y.class == personNoun && samePerson(x.name, y.name) || r.upper(k) && slices.Contains(acronyms(x.name), joined(y.name))
	}
	if x.place && x.kind == "" || y.place && y.kind == "" {
		return x.class == placeNoun && y.class == placeNoun && (x.name == nil || y.name == nil)
	}
	return x.class == y.class || x.class == unknownNoun || y.class == unknownNoun || x.class == unknownName ||
		organised(x.class) && organised(y.class)
}

// organised says whether a class is one of bodies that act.
func organised(c nounClass) bool { return c == groupNoun || c == organizationNoun || c == countryNoun }

// joinPredicates joins the subject with a nominal predicate: "Watson is the spokesperson of the council". Negation and
// modal verbs forbid it.
func (r *run) joinPredicates() {
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron != nil || m.name != nil && m.class == personNoun && m.form == text.Named {
			continue
		}
		s, i := m.sentence, m.top
		if r.child(s, i, "cop") < 0 || !r.asserted(s, i) {
			continue
		}
		subject := r.child(s, i, "nsubj")
		if subject < 0 {
			continue
		}
		a := r.markAt(s, subject)
		if a < 0 || a == k || !r.predicable(a, k) {
			continue
		}
		r.join(a, k)
	}
}

// asserted says whether a clause is neither negated nor modal.
func (r *run) asserted(s, i int) bool {
	for _, c := range r.childrenOf(s, i) {
		t := &r.doc.Sentences[s].Tokens[c]
		switch lemma(t) {
		case "not", "n't", "no", "never", "may", "might", "could", "would", "should", "can", "must", "if", "like", "among":
			return false
		}
		if t.Rel == "case" {
			return false
		}
	}
	return true
}

// predicable says whether the predicate k can denote its subject a.
func (r *run) predicable(a, k int) bool {
	x, y := &r.marks[a], &r.marks[k]
	if x.pron != nil && x.pron.kind == relative {
		a = r.find(a)
		x = &r.marks[a]
	}
	if x.pron != nil {
		return x.gender&y.gender != 0
	}
	if x.class == placeNoun || y.class == placeNoun {
		return x.class == y.class || x.class == countryNoun || x.class == unknownName
	}
	return x.class == y.class || x.class == unknownName || organised(x.class) && organised(y.class)
}

// joinReflexives joins himself, itself and themselves with the subject of their clause.
func (r *run) joinReflexives() {
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron == nil || m.pron.kind != reflexive && m.pron.kind != reciprocal {
			continue
		}
		a := r.clauseSubject(k)
		if a < 0 || a == k {
			continue
		}
		if c, ok := r.whole[a]; ok && m.number == plural {
			r.refer(c, k)
		} else {
			r.join(a, k)
		}
	}
}

// clauseSubject returns the subject of the clause around a markable, said or understood: that of an infinitive is the
// object of the verb above it, if it has one, else its subject; a participle after a noun belongs to the noun.
func (r *run) clauseSubject(k int) int { return r.subjectAbove(r.marks[k].sentence, r.marks[k].clause) }

// subjectAbove returns the subject of the clause of token i of sentence s.
func (r *run) subjectAbove(s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; i >= 0 && i < len(tokens) && n < 8; n++ {
		if c := r.child(s, i, "nsubj"); c >= 0 {
			return r.markAt(s, c)
		}
		h := tokens[i].Head
		switch base(tokens[i].Rel) {
		case "acl":
			return r.markAt(s, h)
		case "xcomp", "ccomp":
			if h >= 0 && h < len(tokens) {
				if c := r.child(s, h, "obj", "iobj"); c >= 0 && c < i {
					return r.markAt(s, c)
				}
			}
		}
		i = h
	}
	return -1
}

// joinSpeech joins "I" in a quotation with its speaker; "we" with the speaker's organisation or side is left to walk,
// which knows the entities by then.
func (r *run) joinSpeech() {
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron == nil || m.pron.kind != firstPerson || m.quote < 0 {
			continue
		}
		speaker := r.speakerOf(m.quote)
		if speaker < 0 {
			continue
		}
		x := r.of(speaker)
		if m.number == singular && x.class != organizationNoun || m.number == plural && (x.number == plural || x.kind != news.Person && x.kind != "") {
			r.merge(speaker, k)
			r.speaks[speaker] = true
		}
	}
}

// speakerOf returns the speaker of a quotation or of the one around it.
func (r *run) speakerOf(q int) int {
	for q >= 0 {
		if r.quotes[q].speaker >= 0 {
			return r.quotes[q].speaker
		}
		q = r.quotes[q].outer
	}
	return -1
}
