package coref

import (
	"slices"
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

const (
	nominalWindow = 250  // markables that the search for a definite description's antecedent goes back
	roleWindow    = 2000 // markables that the search for the bearer of a role goes back
	sentenceSpan  = 12   // sentences that it goes back, except for roles
)

// describes joins a description with its antecedent, unless the antecedent is its own possessor or the two have different
// ones: "her mother" is not she, nor his mother.
func (r *run) describes(a, k int) bool {
	if a < 0 {
		return false
	}
	if p := r.possessor(k); p >= 0 {
		if r.same(p, a) {
			return false
		}
		if q := r.possessor(a); q >= 0 && !r.same(p, q) {
			return false
		}
	}
	return r.join(a, k)
}

// possessor returns the markable of the possessive pronoun or noun in a phrase, or -1.
func (r *run) possessor(k int) int {
	m := &r.marks[k]
	for _, c := range r.childrenOf(m.sentence, m.top) {
		if r.doc.Sentences[m.sentence].Tokens[c].Rel == "nmod:poss" {
			return int(r.topOf[m.sentence][c])
		}
	}
	return -1
}

// resolveNominal finds the antecedent of a noun phrase without a name.
func (r *run) resolveNominal(k int) {
	m := &r.marks[k]
	if n := r.setSize(k); n >= 2 {
		if class := setClass(m.noun); class != noActors {
			r.resolveSet(k, n, class)
			return
		}
	}
	if r.describes(r.sameWords(k), k) || !m.definite {
		return
	}
	for _, find := range []func(int) int{r.possessed, r.byRole, r.sameHead, r.byHypernym} {
		if r.describes(find(k), k) {
			return
		}
	}
}

// sameWords finds a phrase of the same words, determiners aside: "protesters … the protesters".
func (r *run) sameWords(k int) int {
	m := &r.marks[k]
	if m.class == thingNoun && !m.definite {
		return -1
	}
	indefinite := r.indefinite(k)
	words := r.content(k)
	for a := k - 1; a >= 0 && a >= k-nominalWindow; a-- {
		x := &r.marks[a]
		if x.form == text.Nominal && x.noun == m.noun && x.number&m.number != 0 && slices.Equal(r.content(a), words) && !r.nested(a, k) {
			if r.doc.Sentences[x.sentence].Kind != text.Prose || !indefinite &&
				(m.definite || m.class == groupNoun || m.class == organizationNoun || m.class == personNoun && m.number == plural) {
				return a
			}
		}
	}
	return -1
}

// sameHead finds a phrase with the same head noun whose modifiers include those of k, or a name that ends in it: "the
// committee" after "the Judiciary Committee".
func (r *run) sameHead(k int) int {
	m := &r.marks[k]
	words := r.content(k)
	for a := k - 1; a >= 0 && a >= k-nominalWindow; a-- {
		x := &r.marks[a]
		if x.pron != nil || r.nested(a, k) || m.sentence-x.sentence > sentenceSpan {
			continue
		}
		if x.form == text.Named && x.class != personNoun && len(x.name) > 1 && roleHead(x.name) == m.noun && includes(x.name, words) {
			return a
		}
		if x.form == text.Named && x.class == m.class && len(words) == 1 && r.describedAs(a, m.noun) {
			return a
		}
		if x.noun == m.noun && x.form == text.Nominal && x.number&m.number != 0 && includes(r.content(a), words) {
			return a
		}
	}
	return -1
}

// describedAs says whether a name stands in a phrase with the noun: "Iranian airline Mahan Air".
func (r *run) describedAs(a int, noun string) bool {
	x := &r.marks[a]
	tokens := r.doc.Sentences[x.sentence].Tokens
	for i := max(0, x.first-1); i <= x.last; i++ {
		if tokens[i].UPOS == "NOUN" && lemma(&tokens[i]) == noun {
			return true
		}
	}
	return false
}

// possessed finds what "his country" and "their government" are: the state of the possessor.
func (r *run) possessed(k int) int {
	m := &r.marks[k]
	switch m.noun {
	case "country", "nation", "homeland", "motherland", "fatherland", "republic", "government":
	default:
		return -1
	}
	if m.quote >= 0 && lemma(&r.doc.Sentences[m.sentence].Tokens[m.first]) == "this" {
		if speaker := r.speakerOf(m.quote); speaker >= 0 && r.of(speaker).side != "" {
			return r.named(r.of(speaker).side)
		}
		return -1
	}
	p := r.possessor(k)
	if p < 0 {
		return -1
	}
	owner := r.of(p)
	if owner.side != "" {
		return r.named(owner.side)
	}
	return -1
}

// byHypernym finds the actor that a general noun denotes: "the country", "the company", "the group", "the city".
func (r *run) byHypernym(k int) int {
	m := &r.marks[k]
	if m.number == plural || len(r.content(k)) > 1 || r.child(m.sentence, m.top, "nmod", "acl") > m.top {
		return -1
	}
	var want func(a int) bool
	switch {
	case m.class == countryNoun || m.noun == "government" || m.noun == "regime":
		want = func(a int) bool { return r.of(a).class == countryNoun && r.of(a).named }
	case m.class == placeNoun && (m.noun == "city" || m.noun == "town" || m.noun == "village" || m.noun == "region" || m.noun == "island"):
		want = func(a int) bool {
			return r.marks[a].place && r.marks[a].form == text.Named && r.of(a).class == placeNoun
		}
	case hypernyms[m.noun]:
		want = func(a int) bool {
			c := r.of(a)
			return (c.class == organizationNoun || c.class == groupNoun) && c.named && c.kind != news.Government && r.marks[a].mention >= 0
		}
	default:
		return -1
	}
	best, bestCost := -1, 1<<30
	for a := k - 1; a >= 0 && a >= k-nominalWindow; a-- {
		x := &r.marks[a]
		distance := m.sentence - x.sentence
		if distance > 4 {
			break
		}
		if !want(a) || r.nested(a, k) {
			continue
		}
		cost := 4*distance + roleCost[x.role]
		if cost < bestCost {
			best, bestCost = a, cost
		}
	}
	return best
}

// hypernyms are general nouns for organisations and groups, which a text uses instead of a name.
var hypernyms = wordSet("organization organisation company firm group agency institution union party corporation alliance bloc body movement militia")

// roleCost ranks grammatical functions by the salience of what bears them.
var roleCost = [roleCount]int{roleSubject: 0, roleObject: 2, roleOblique: 2, rolePossessor: 1, roleModifier: 3, roleOther: 3}

// nested says whether one of two phrases contains the other: then they denote different things (i within i).
func (r *run) nested(a, k int) bool {
	x, y := &r.marks[a], &r.marks[k]
	return x.sentence == y.sentence && (x.first <= y.first && y.last <= x.last || y.first <= x.first && x.last <= y.last ||
		r.dominates(x.sentence, y.top, x.top))
}

// indefinite says whether a phrase has an indefinite article or a quantifier.
func (r *run) indefinite(k int) bool {
	m := &r.marks[k]
	for i := m.first; i < m.head; i++ {
		switch strings.ToLower(r.doc.Sentences[m.sentence].Tokens[i].Form) {
		case "a", "an", "some", "any", "no", "another", "many", "several", "more", "other", "few", "most", "every", "each":
			return true
		}
	}
	return false
}

// content returns the words of a phrase without determiners, lower-case lemmas.
func (r *run) content(k int) []string {
	m := &r.marks[k]
	if m.content != nil {
		return m.content
	}
	for i := m.first; i <= m.last; i++ {
		t := &r.doc.Sentences[m.sentence].Tokens[i]
		if i != m.head && (t.UPOS == "DET" || t.UPOS == "PRON" || t.UPOS == "PUNCT" || t.UPOS == "PART") {
			continue
		}
		m.content = append(m.content, lemma(t))
	}
	return m.content
}

// includes says whether all words of b are among those of a.
func includes(a, b []string) bool {
	for _, w := range b {
		if !slices.Contains(a, w) {
			return false
		}
	}
	return true
}
