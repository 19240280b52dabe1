package coref

import "quadwire/extract/text"

// byRole finds the person whom a role denotes: "the president", "the South Korean leader".
func (r *run) byRole(k int) int {
	m := &r.marks[k]
	if m.class != personNoun || m.number == plural {
		return -1
	}
	words := r.roleWords(k)
	tried := 0
	for a := k - 1; a >= 0 && a > k-roleWindow && tried < nominalWindow; a-- {
		x := &r.marks[a]
		if x.class != personNoun || r.nested(a, k) {
			continue
		}
		tried++
		c := r.of(a)
		if c.number&singular == 0 || m.side != "" && c.side != "" && m.side != c.side {
			continue
		}
		for _, role := range c.roles {
			if sameRole(role, words) && (m.side == "" || c.side == m.side || c.side == "") {
				return a
			}
		}
	}
	if g := titleGender(m.noun); g != 0 && len(words) == 1 || m.noun == "leader" && m.side != "" {
		return r.recentPerson(k)
	}
	return -1
}

// recentPerson finds the last singular person of the last two sentences whom nothing contradicts.
func (r *run) recentPerson(k int) int {
	m := &r.marks[k]
	for a := k - 1; a >= 0 && m.sentence-r.marks[a].sentence <= 2; a-- {
		x := &r.marks[a]
		if x.class == personNoun && x.number == singular && !r.nested(a, k) && r.compatible(a, k) && r.of(a).named &&
			(m.side == "" || r.of(a).side == m.side) {
			return a
		}
	}
	return -1
}

// roleWords returns the words of a role without the adjective or name of its side.
func (r *run) roleWords(k int) []string {
	m := &r.marks[k]
	words := []string{}
	for i := m.first; i <= m.last; i++ {
		t := &r.doc.Sentences[m.sentence].Tokens[i]
		if i > m.head && (t.UPOS == "VERB" || t.UPOS == "PUNCT" || t.UPOS == "PRON" || t.UPOS == "AUX") {
			break
		}
		if t.UPOS == "NOUN" || t.UPOS == "ADJ" && m.side == "" || t.UPOS == "PROPN" && m.side == "" || t.UPOS == "ADP" || i == m.head {
			words = append(words, lemma(t))
		}
	}
	return words
}

// sameRole says whether a description can mean the bearer of a role: its words are among the role's and the heads
// agree, or it is "leader" and the role that of a head of state or government.
func sameRole(role, words []string) bool {
	if len(role) == 0 || len(words) == 0 {
		return false
	}
	if len(words) == 1 && words[0] == "leader" {
		for _, w := range role {
			if headsOfState[w] {
				return true
			}
		}
	}
	return roleHead(role) == roleHead(words) && includes(role, words)
}

// roleHead returns the head noun of a role: the word before "of" or "to", else the last one.
func roleHead(words []string) string {
	for i, w := range words {
		if i > 0 && (w == "of" || w == "to" || w == "for" || w == "at") {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

// headsOfState are the roles that "the leader" may mean.
var headsOfState = wordSet("president premier minister chancellor king queen emir sultan leader dictator ruler monarch")

// joinHeadlines joins a role in a headline with the first person of the text who has it: "Princess …" after "party withdraws
// nomination of princess".
func (r *run) joinHeadlines() {
	for k := range r.marks {
		m := &r.marks[k]
		if r.doc.Sentences[m.sentence].Kind != text.Headline {
			return
		}
		if m.form != text.Nominal || m.class != personNoun || m.number == plural || m.coordination {
			continue
		}
		words := r.roleWords(k)
		for a := k + 1; a < len(r.marks) && r.marks[a].sentence <= m.sentence+4; a++ {
			x := &r.marks[a]
			if x.form == text.Named && x.class == personNoun && r.bearsRole(a, words) && r.join(k, a) {
				break
			}
		}
	}
}

// bearsRole says whether a markable's own words give it the role.
func (r *run) bearsRole(a int, words []string) bool {
	for _, role := range r.marks[a].roles {
		if sameRole(role, words) {
			return true
		}
	}
	return false
}
