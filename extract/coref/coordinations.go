package coref

import (
	"quadwire/extract/text"
)

// spansCoordination says whether a mention covers several conjuncts.
func (r *run) spansCoordination(k *markable) bool {
	for _, c := range r.childrenOf(k.sentence, k.top) {
		t := &r.doc.Sentences[k.sentence].Tokens[c]
		if base(t.Rel) == "conj" && int(c) <= k.last && t.UPOS != "ADJ" && t.UPOS != "VERB" && r.child(k.sentence, int(c), "cc") >= 0 {
			return true
		}
	}
	return false
}

// collectCoordinations adds a markable for each coordination of actors, "Putin and Kim", so that "they" and "both" can
// denote the conjuncts together.
func (r *run) collectCoordinations() {
	n := len(r.marks)
	top := map[[2]int]int{}
	taken := map[[3]int]bool{}
	for k := range n {
		m := &r.marks[k]
		if m.content != nil {
			taken[[3]int{m.sentence, m.first, m.last}] = true
			continue
		}
		top[[2]int{m.sentence, m.top}] = k
	}
	for k := range n {
		if r.marks[k].content != nil {
			continue
		}
		if c, ok := r.coordination(k, top); ok && !taken[[3]int{c.sentence, c.first, c.last}] {
			r.add(c)
		}
	}
}

// coordination returns the markable of the coordination that markable k is the first conjunct of.
func (r *run) coordination(k int, top map[[2]int]int) (markable, bool) {
	m := r.marks[k]
	if m.pron != nil && m.pron.kind != personalHe {
		return m, false
	}
	out := m
	conjuncts := 1
	for _, c := range r.childrenOf(m.sentence, m.top) {
		t := &r.doc.Sentences[m.sentence].Tokens[c]
		if base(t.Rel) != "conj" {
			continue
		}
		other, ok := top[[2]int{m.sentence, int(c)}]
		if !ok || r.child(m.sentence, int(c), "cc") < 0 && conjuncts == 1 && r.lastConjunct(m.sentence, m.top) == int(c) {
			return m, false
		}
		x := &r.marks[other]
		if cc := r.child(m.sentence, int(c), "cc"); cc >= 0 && lemma(&r.doc.Sentences[m.sentence].Tokens[cc]) == "or" {
			return m, false
		}
		if out.last = max(out.last, x.last); x.class != m.class {
			out.class = mixedClass(out.class, x.class)
		}
		conjuncts++
	}
	if conjuncts < 2 {
		return m, false
	}
	out.mention, out.coordination, out.form, out.kind, out.place = -1, true, text.Nominal, "", false
	out.number, out.gender, out.pron, out.name, out.side, out.roles = plural, anyGender, nil, nil, "", nil
	out.noun, out.content, out.definite = "", []string{}, m.definite
	return out, true
}

// conjunct returns the first or the last of the two conjuncts named last before "the former" or "the latter".
func (r *run) conjunct(k int) int {
	m := &r.marks[k]
	for a := k - 1; a >= 0 && m.sentence-r.marks[a].sentence <= 1; a-- {
		set := r.sets[a]
		if !r.marks[a].coordination || len(set) != 2 || r.marks[a].class == thingNoun {
			continue
		}
		if m.noun == "former" {
			return set[0]
		}
		return set[1]
	}
	return -1
}

func (r *run) lastConjunct(s, i int) int {
	last := -1
	for _, c := range r.childrenOf(s, i) {
		if base(r.doc.Sentences[s].Tokens[c].Rel) == "conj" {
			last = int(c)
		}
	}
	return last
}

// mixedClass returns what conjuncts of two classes denote together.
func mixedClass(a, b nounClass) nounClass {
	if a == thingNoun || b == thingNoun {
		return thingNoun
	}
	return groupNoun
}

// linkCoordinations finds the markables of each coordination's conjuncts.
func (r *run) linkCoordinations() {
	for k := range r.marks {
		m := &r.marks[k]
		if !m.coordination {
			continue
		}
		var set []int
		if a := r.topOf[m.sentence][m.top]; a >= 0 {
			set = append(set, int(a))
		}
		for _, c := range r.childrenOf(m.sentence, m.top) {
			if base(r.doc.Sentences[m.sentence].Tokens[c].Rel) == "conj" {
				if a := r.topOf[m.sentence][c]; a >= 0 {
					set = append(set, int(a))
				}
			}
		}
		if len(set) > 1 {
			r.sets[k] = set
			if r.whole == nil {
				r.whole = map[int]int{}
			}
			r.whole[set[0]] = k
		} else {
			m.coordination = false
		}
	}
}
