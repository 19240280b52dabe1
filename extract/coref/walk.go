package coref

import "quadwire/extract/text"

// walk goes through the markables in the order of the text and finds antecedents for those that no pass so far has
// joined to something earlier: definite descriptions by what they say, pronouns by rank.
func (r *run) walk() {
	r.settled = make([]bool, len(r.marks))
	for k := range r.marks {
		r.settle(k)
	}
}

// settle finds the antecedent of a markable; of its possessor first, since "his country" depends on him.
func (r *run) settle(k int) {
	if r.settled[k] {
		return
	}
	r.settled[k] = true
	m := &r.marks[k]
	if m.form == text.Nominal && k+1 < len(r.marks) {
		if p := &r.marks[k+1]; p.pron != nil && p.sentence == m.sentence && p.first == m.first {
			r.settle(k + 1)
		}
	}
	if m.coordination || r.find(k) != k && !r.unnamedSpeaker(k) {
		return
	}
	switch {
	case m.pron == nil && m.form == text.Nominal:
		r.resolveNominal(k)
	case m.pron != nil:
		r.resolvePronoun(k)
	}
}

// unnamedSpeaker says whether k is the "he" of "he said": joined with the "I" of the quotation before it, but with nobody else.
func (r *run) unnamedSpeaker(k int) bool {
	m := &r.marks[k]
	return m.pron != nil && m.pron.kind <= personalThey && r.speaks[k] && r.of(k).onlyPronouns
}

// resolvePronoun finds the antecedent of a pronoun that stands alone so far.
func (r *run) resolvePronoun(k int) {
	m := &r.marks[k]
	switch m.pron.kind {
	case personalHe, personalIt, personalThey:
		if a := r.antecedent(k); a >= 0 {
			r.refer(a, k)
		}
	case firstPerson:
		r.resolveWe(k)
	case oneOfTwo:
		if a := r.conjunct(k); a >= 0 {
			r.refer(a, k)
		}
	case demonstrative:
		r.resolveSet(k, 2, anyActors)
	case reflexive, reciprocal:
		if a := r.clauseSubject(k); a >= 0 && a != k && r.of(a).number&m.number != 0 {
			r.refer(a, k)
		}
	}
}

// ahead returns the name that a possessive at the beginning of the sentence anticipates: "In his statement, the prime minister
// Benjamin Netanyahu said"; -1 if the subject is no name or stands before.
func (r *run) ahead(k int) int {
	m := &r.marks[k]
	if m.pron.kind != personalHe || m.role != rolePossessor || m.clause < 0 {
		return -1
	}
	c := r.child(m.sentence, m.clause, "nsubj")
	if c < m.top {
		return -1
	}
	a := r.markAt(m.sentence, c)
	if a < 0 || r.marks[a].form != text.Named || r.marks[a].class != personNoun || r.of(a).gender&m.gender == 0 {
		return -1
	}
	return a
}

// antecedent returns the antecedent of a pronoun, or -1.
func (r *run) antecedent(k int) int {
	if a := r.ahead(k); a >= 0 {
		return a
	}
	if r.choose != nil {
		return r.choose(k)
	}
	return r.rank.best(r, k)
}

// refer makes k denote what a denotes: its set of entities, if it has several, else its cluster.
func (r *run) refer(a, k int) {
	if set, ok := r.sets[a]; ok {
		r.sets[k] = set
	}
	r.merge(a, k)
}

// resolveWe joins "we" outside of quotations with the last such "we"; inside, with the state or organisation that the
// speaker acts for, if the text names it.
func (r *run) resolveWe(k int) {
	m := &r.marks[k]
	if m.quote < 0 {
		r.joinAuthor(k)
		return
	}
	speaker := r.speakerOf(m.quote)
	if speaker < 0 {
		r.joinSameQuote(k)
		return
	}
	if m.number == singular {
		return
	}
	side := r.of(speaker).side
	if r.performative(k) || side == "" && r.marks[speaker].pron == nil {
		r.merge(speaker, k)
		return
	}
	if a := r.named(side); a >= 0 {
		r.merge(a, k)
		return
	}
	if side != "" {
		r.joinUnnamed(side, k)
		return
	}
	r.joinSameQuote(k)
}

// joinUnnamed joins "we" with the other ones of a side that the text does not name.
func (r *run) joinUnnamed(side string, k int) {
	if r.sideOf == nil {
		r.sideOf = map[string]int{}
	}
	if a, ok := r.sideOf[side]; ok {
		r.merge(a, k)
		return
	}
	r.sideOf[side] = k
	c := r.of(k)
	c.standsFor, c.side = side, side
}

// performative says whether "we" does by saying: "We call on …", "We condemn …", "We expect …". That is the speaker's own act,
// while "we abandoned them" is his side's.
func (r *run) performative(k int) bool {
	m := &r.marks[k]
	t := &r.doc.Sentences[m.sentence].Tokens[m.top]
	if t.Rel != "nsubj" || t.Head < 0 {
		return false
	}
	v := &r.doc.Sentences[m.sentence].Tokens[t.Head]
	switch base(v.Rel) {
	case "advcl", "acl":
		return false
	}
	return v.XPOS == "VBP" && (reportVerbs[lemma(v)] || performatives[lemma(v)]) && r.child(m.sentence, t.Head, "aux") < 0
}

// performatives are verbs, beside those of saying, by which one does what one says.
var performatives = wordSet(`expect hope want wish apologize apologise regret thank congratulate welcome support oppose reject ask deplore
 encourage implore beg trust know`)

// Markables that the search for an earlier first person goes back: one of the article's own voice, one of the same quotation.
const authorWindow, quoteWindow = 1000, 200

// joinAuthor joins first persons of the article's own voice.
func (r *run) joinAuthor(k int) {
	for a := k - 1; a >= 0 && a > k-authorWindow; a-- {
		x := &r.marks[a]
		if x.pron != nil && x.pron.kind == firstPerson && x.quote < 0 && x.number == r.marks[k].number {
			r.merge(a, k)
			return
		}
	}
}

// joinSameQuote joins first persons of one number in one quotation, whoever speaks.
func (r *run) joinSameQuote(k int) {
	for a := k - 1; a >= 0 && a > k-quoteWindow; a-- {
		x := &r.marks[a]
		if x.pron != nil && x.pron.kind == firstPerson && x.quote >= 0 && x.number == r.marks[k].number &&
			(x.quote == r.marks[k].quote || r.speakerOf(x.quote) >= 0 && r.speakerOf(x.quote) == r.speakerOf(r.marks[k].quote)) {
			r.merge(a, k)
			return
		}
	}
}

// named returns the first markable, no person's, that bears a name; -1 if none does.
func (r *run) named(name string) int {
	words := nameWords(name)
	if len(words) == 0 {
		return -1
	}
	if r.byName == nil {
		r.byName = map[string]int{}
		for i := range r.marks {
			if m := &r.marks[i]; m.form == text.Named && m.class != personNoun && m.mention >= 0 {
				if _, ok := r.byName[joined(m.name)]; !ok {
					r.byName[joined(m.name)] = i
				}
			}
		}
	}
	if a, ok := r.byName[joined(words)]; ok {
		return a
	}
	return -1
}
