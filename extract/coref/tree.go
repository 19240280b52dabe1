package coref

import (
	"sort"
	"strings"

	"quadwire/extract/text"
)

// base returns a dependency relation without its subtype.
func base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

// offset returns the number of tokens before sentence s.
func (r *run) offset(s int) int { return r.starts[s] }

// childrenOf returns the children of a token, in order.
func (r *run) childrenOf(s, i int) []int32 {
	k := r.offset(s) + i
	return r.children[r.childStart[k]:r.childStart[k+1]]
}

// index builds the table of children of all tokens.
func (r *run) index() {
	total := 0
	for s := range r.doc.Sentences {
		r.starts = append(r.starts, total)
		total += len(r.doc.Sentences[s].Tokens)
	}
	r.childStart = make([]int32, total+1)
	for s := range r.doc.Sentences {
		tokens := r.doc.Sentences[s].Tokens
		for i := range tokens {
			if h := tokens[i].Head; h >= 0 && h < len(tokens) {
				r.childStart[r.starts[s]+h+1]++
			}
		}
	}
	for i := 1; i <= total; i++ {
		r.childStart[i] += r.childStart[i-1]
	}
	r.children = make([]int32, r.childStart[total])
	fill := append([]int32(nil), r.childStart...)
	for s := range r.doc.Sentences {
		tokens := r.doc.Sentences[s].Tokens
		for i := range tokens {
			if h := tokens[i].Head; h >= 0 && h < len(tokens) {
				k := r.starts[s] + h
				r.children[fill[k]] = int32(i)
				fill[k]++
			}
		}
	}
}

// child returns the first child of a token with one of the relations (subtypes included), or -1.
func (r *run) child(s, i int, rels ...string) int {
	for _, c := range r.childrenOf(s, i) {
		b := base(r.doc.Sentences[s].Tokens[c].Rel)
		for _, rel := range rels {
			if b == rel {
				return int(c)
			}
		}
	}
	return -1
}

// topWithin returns the token of a span whose head lies outside of it; the first, if there are several.
func (r *run) topWithin(s, first, last int) int {
	tokens := r.doc.Sentences[s].Tokens
	for i := first; i <= last; i++ {
		if h := tokens[i].Head; (h < first || h > last) && tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return first
}

// deepest bounds the steps towards the root, so that a malformed tree, or one that is a single chain, costs little.
const deepest = 64

// climb goes from token i towards the root until stop says so; it returns -1 at the root.
func (r *run) climb(s, i int, stop func(t *text.Token) bool) int {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; i >= 0 && i < len(tokens) && n < len(tokens) && n < deepest; n++ {
		if stop(&tokens[i]) {
			return i
		}
		i = tokens[i].Head
	}
	return -1
}

// dominates says whether token a is b or stands above it.
func (r *run) dominates(s, a, b int) bool {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; b >= 0 && b < len(tokens) && n < len(tokens) && n < deepest; n++ {
		if a == b {
			return true
		}
		b = tokens[b].Head
	}
	return false
}

// clauseOf returns the predicate that governs token i: the nearest token above it that is a verb or has a subject.
func (r *run) clauseOf(s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	h := tokens[i].Head
	for n := 0; h >= 0 && h < len(tokens) && n < deepest; n++ {
		if tokens[h].UPOS == "VERB" || r.child(s, h, "nsubj", "cop") >= 0 {
			return h
		}
		h = tokens[h].Head
	}
	return -1
}

// roleOf returns the grammatical function of the phrase at token i. A conjunct has the function of the first, an
// apposition that of the noun before it.
func (r *run) roleOf(s, i int) role {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; n < 16; n++ {
		h, b := tokens[i].Head, base(tokens[i].Rel)
		if h < 0 || h >= len(tokens) || b != "conj" && b != "appos" && !(b == "nmod" && r.quantity(s, h)) {
			break
		}
		i = h
	}
	switch tokens[i].Rel {
	case "nmod:poss":
		return rolePossessor
	}
	switch base(tokens[i].Rel) {
	case "nsubj", "csubj":
		return roleSubject
	case "obj", "iobj":
		return roleObject
	case "obl":
		return roleOblique
	case "nmod", "compound", "amod":
		return roleModifier
	}
	return roleOther
}

// quantity says whether token i only says how many: "thousands of protesters".
func (r *run) quantity(s, i int) bool {
	t := &r.doc.Sentences[s].Tokens[i]
	if !quantities[lemma(t)] {
		return false
	}
	c := r.child(s, i, "nmod")
	return c > i && r.doc.Sentences[s].Tokens[c].Rel != "nmod:poss"
}

// quantities are the words that may only say how many.
var quantities = wordSet("thousand hundred dozen million ten score number majority lot handful plenty series couple rest half quarter third percent one some many most all several")

// phrase returns the first and last token of the noun phrase that token i heads: without clauses after it,
// coordination and what stands before it but does not belong to it.
func (r *run) phrase(s, i int) (first, last int) {
	first, last = i, i
	for _, c := range r.childrenOf(s, i) {
		t := &r.doc.Sentences[s].Tokens[c]
		switch base(t.Rel) {
		case "det", "amod", "compound", "nummod", "flat", "advmod":
		case "nmod":
			if t.Rel != "nmod:poss" {
				continue
			}
		default:
			continue
		}
		a, b := int(c), int(c)
		if base(t.Rel) == "nmod" {
			a, b = r.possessorPhrase(s, int(c))
		}
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// possessorPhrase is phrase for a possessor, one level deep.
func (r *run) possessorPhrase(s, i int) (first, last int) {
	first, last = i, i
	for _, c := range r.childrenOf(s, i) {
		switch base(r.doc.Sentences[s].Tokens[c].Rel) {
		case "det", "amod", "compound", "nummod", "flat":
			first, last = min(first, int(c)), max(last, int(c))
		}
	}
	return first, last
}

// nameText returns the proper nouns around token i that make one name.
func (r *run) nameText(s, i int) string {
	words := []string{}
	at := []int{i}
	for _, c := range r.childrenOf(s, i) {
		t := &r.doc.Sentences[s].Tokens[c]
		if b := base(t.Rel); t.UPOS == "PROPN" && (b == "compound" || b == "flat") {
			at = append(at, int(c))
		}
	}
	sort.Ints(at)
	for _, c := range at {
		words = append(words, r.doc.Sentences[s].Tokens[c].Form)
	}
	return strings.Join(words, " ")
}

// mentionsByTop lists, for each token of the document, the mentions whose topmost token it is, longest first.
func (r *run) mentionsByTop() [][]int {
	out := make([][]int, r.total())
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if !r.valid(m) {
			continue
		}
		k := r.offset(m.Sentence) + r.topWithin(m.Sentence, m.First, m.Last)
		out[k] = append(out[k], i)
	}
	return out
}

// valid says whether a mention lies in its sentence.
func (r *run) valid(m *text.Mention) bool {
	if m.Sentence < 0 || m.Sentence >= len(r.doc.Sentences) {
		return false
	}
	n := len(r.doc.Sentences[m.Sentence].Tokens)
	return 0 <= m.First && m.First <= m.Last && m.Last < n && m.First <= m.Head && m.Head <= m.Last
}

// total returns the number of tokens.
func (r *run) total() int { return len(r.childStart) - 1 }
