package coref

import "slices"

// candidates returns the possible antecedents of pronoun k: first that it has none, then one markable for each cluster,
// the nearest first.
func (r *run) candidates(k int) []candidate {
	m := &r.marks[k]
	r.featureBuf = r.featureBuf[:0]
	r.candidateBuf = append(r.candidateBuf[:0], candidate{-1, r.noneFeatures(k)})
	r.seen = r.seen[:0]
	tried := 0
	for a := k - 1; a >= max(0, k-pronounMarkables) && tried < pronounClusters; a-- {
		x := &r.marks[a]
		if m.sentence-x.sentence > pronounSentences {
			break
		}
		c := r.find(a)
		if c == r.find(k) || slices.Contains(r.seen, c) || r.shadowed(a) {
			continue
		}
		r.seen = append(r.seen, c)
		tried++
		if !r.possible(a, k) {
			continue
		}
		r.candidateBuf = append(r.candidateBuf, candidate{a, r.pairFeatures(a, k, tried-1)})
	}
	return r.candidateBuf
}

// pronounMarkables is how many markables before a pronoun are looked at, so that a sentence without end takes linear time.
const pronounMarkables = 300

// shadowed says whether a markable stands for its cluster badly, since another is near that says more: a relative pronoun,
// an apposition, a predicate, or an adjective of nationality inside a phrase for the same actor.
func (r *run) shadowed(a int) bool {
	x := &r.marks[a]
	if x.pron != nil {
		return x.pron.kind == relative
	}
	if b := r.standsBehind(a); b >= 0 && b != a {
		return r.same(a, b)
	}
	return r.attributive(a) && a > 0 && r.marks[a-1].sentence == x.sentence && r.marks[a-1].last >= x.last && r.same(a-1, a)
}

// possible applies what grammar forbids: disagreement in gender and number, a phrase that contains the pronoun, another
// argument of the pronoun's own verb, a first person in a quotation that is not the pronoun's.
func (r *run) possible(a, k int) bool {
	m, x := &r.marks[k], &r.marks[a]
	c := r.of(a)
	if x.pron != nil && (x.pron.kind == secondPerson || x.pron.kind == firstPerson && m.quote == x.quote) {
		return false
	}
	if _, set := r.sets[a]; set && m.pron.kind != personalThey {
		return false
	}
	if r.predicative(a) && !x.definite && c.size == 1 {
		return false
	}
	if r.ownSpeaker(a, k) || r.inside(a, k) {
		return false
	}
	if c.gender&m.gender == 0 && m.pron.kind != personalThey {
		return false
	}
	switch m.pron.kind {
	case personalThey:
		if c.class == countryNoun && c.named && m.role != rolePossessor {
			return false
		}
	case personalHe:
		if c.number&singular == 0 || c.class == placeNoun || c.class == thingNoun {
			return false
		}
	case personalIt:
		if c.number&singular == 0 || c.class == personNoun {
			return false
		}
	}
	if x.sentence != m.sentence {
		return true
	}
	return !r.clash(a, k)
}

// standsBehind returns the markable that an apposition or predicate says something of, -1 if a is neither.
func (r *run) standsBehind(a int) int {
	x := &r.marks[a]
	t := &r.doc.Sentences[x.sentence].Tokens[x.top]
	switch {
	case base(t.Rel) == "appos":
		return r.markAt(x.sentence, t.Head)
	case r.predicative(a):
		return r.markAt(x.sentence, r.child(x.sentence, x.top, "nsubj"))
	}
	return -1
}

// predicative says whether a phrase says what something is or is called, rather than naming it.
func (r *run) predicative(a int) bool {
	x := &r.marks[a]
	t := &r.doc.Sentences[x.sentence].Tokens[x.top]
	return base(t.Rel) == "xcomp" || r.child(x.sentence, x.top, "cop") >= 0
}

// inside says whether pronoun k is the possessor in a phrase of a's cluster: "his" cannot be his father.
func (r *run) inside(a, k int) bool {
	m := &r.marks[k]
	h := r.doc.Sentences[m.sentence].Tokens[m.top].Head
	if m.role != rolePossessor || h < 0 || r.topOf[m.sentence][h] < 0 {
		return false
	}
	return r.same(a, int(r.topOf[m.sentence][h]))
}

// ownSpeaker says whether pronoun k would make a speaker call himself he.
func (r *run) ownSpeaker(a, k int) bool {
	m := &r.marks[k]
	if m.quote < 0 || r.wordsOnly(m.quote) {
		return false
	}
	speaker := r.speakerOf(m.quote)
	return speaker >= 0 && r.same(speaker, a)
}

// wordsOnly says whether a quotation is no sentence: then third persons in it may mean the speaker.
func (r *run) wordsOnly(q int) bool { return !r.wholeSentence(&r.quotes[q]) }

// clash says whether a and pronoun k of one sentence cannot corefer by their places in the tree.
func (r *run) clash(a, k int) bool {
	m, x := &r.marks[k], &r.marks[a]
	if x.first <= m.first && m.last <= x.last {
		return true
	}
	if m.role == rolePossessor {
		// "his" may not be the head that it modifies.
		return r.doc.Sentences[m.sentence].Tokens[m.top].Head == x.top
	}
	return m.clause >= 0 && m.clause == x.clause && argument(m.role) && argument(x.role)
}

// argument says whether a function is that of an argument of a verb.
func argument(x role) bool { return x == roleSubject || x == roleObject || x == roleOblique }
