package claims

import (
	"strings"

	"quadwire/extract/text"
)

// tree is one sentence with its dependents listed by head, in text order.
type tree struct {
	doc   *text.Document
	index int // in doc.Sentences
	toks  []text.Token
	kids  [][]int
	root  int
}

// newTree indexes the sentence at index i. A head out of range counts as the root, so that any document gets through.
func newTree(doc *text.Document, i int) *tree {
	t := &tree{doc: doc, index: i, toks: doc.Sentences[i].Tokens, root: -1}
	if len(t.toks) <= maxTokens {
		t.toks = repair(t.toks)
	}
	t.kids = make([][]int, len(t.toks))
	for k, tok := range t.toks {
		if tok.Head >= 0 && tok.Head < len(t.toks) && tok.Head != k {
			t.kids[tok.Head] = append(t.kids[tok.Head], k)
		} else if t.root < 0 {
			t.root = k
		}
	}
	return t
}

// head returns the head of token i, -1 for a root.
func (t *tree) head(i int) int {
	h := t.toks[i].Head
	if h < 0 || h >= len(t.toks) || h == i {
		return -1
	}
	return h
}

// lemma returns the lemma of token i, or its form in lower case where no lemma was found.
func (t *tree) lemma(i int) string {
	if i < 0 {
		return ""
	}
	if t.toks[i].Lemma != "" {
		return strings.ToLower(t.toks[i].Lemma)
	}
	return strings.ToLower(t.toks[i].Form)
}

// form returns the form of token i in lower case.
func (t *tree) form(i int) string { return strings.ToLower(t.toks[i].Form) }

// rel reports whether token i has one of the relations; "obl" matches "obl:agent" too, "nsubj:pass" itself only.
func (t *tree) rel(i int, rels ...string) bool {
	full := t.toks[i].Rel
	base, _, _ := strings.Cut(full, ":")
	for _, r := range rels {
		if r == full || r == base {
			return true
		}
	}
	return false
}

// pos reports whether token i has one of the universal parts of speech.
func (t *tree) pos(i int, tags ...string) bool {
	for _, p := range tags {
		if t.toks[i].UPOS == p {
			return true
		}
	}
	return false
}

// child returns the first dependent of i with one of the relations, or -1.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.rel(k, rels...) {
			return k
		}
	}
	return -1
}

// children returns the dependents of i with one of the relations.
func (t *tree) children(i int, rels ...string) []int {
	var out []int
	for _, k := range t.kids[i] {
		if t.rel(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// hasLemma returns the first dependent of i with one of the lemmas, or -1.
func (t *tree) hasLemma(i int, lemmas ...string) int {
	for _, k := range t.kids[i] {
		for _, l := range lemmas {
			if t.lemma(k) == l {
				return k
			}
		}
	}
	return -1
}

// prep returns the preposition that marks token i, its parts joined by blanks ("because of"), or "". A parser may hang
// it on a later part of a name.
func (t *tree) prep(i int) string {
	if p := t.ownPrep(i); p != "" {
		return p
	}
	for _, k := range t.children(i, "flat", "compound", "nmod:desc") {
		if p := t.ownPrep(k); p != "" {
			return p
		}
	}
	return ""
}

func (t *tree) ownPrep(i int) string {
	for _, k := range t.kids[i] {
		if !t.rel(k, "case") || t.form(k) == "'s" || t.form(k) == "’s" || t.form(k) == "'" || t.form(k) == "’" {
			continue
		}
		p := t.form(k)
		if n := k + 1; n < len(t.toks) && t.head(n) == i && t.rel(n, "case") && (p == "out" || p == "off") && t.form(n) == "of" {
			return p + " of"
		}
		for _, f := range t.kids[k] {
			if t.rel(f, "fixed") {
				p += " " + t.form(f)
			}
		}
		return p
	}
	return ""
}

// marker returns the subordinator of the clause headed by i ("to", "that", "if", "against"), or "".
func (t *tree) marker(i int) string {
	for _, k := range t.kids[i] {
		if t.rel(k, "mark") {
			return t.form(k)
		}
	}
	return ""
}

// marked reports whether the clause headed by i has one of the subordinators or prepositions.
func (t *tree) marked(i int, forms ...string) bool {
	for _, k := range t.kids[i] {
		if !t.rel(k, "mark", "case", "advmod") {
			continue
		}
		for _, f := range forms {
			if t.form(k) == f {
				return true
			}
		}
	}
	return false
}

// under reports whether token i is top or below it.
func (t *tree) under(i, top int) bool {
	for n := 0; i >= 0 && n <= len(t.toks); n++ {
		if i == top {
			return true
		}
		i = t.head(i)
	}
	return false
}

// span returns the first and last token below i, i included.
func (t *tree) span(i int) (first, last int) {
	first, last = i, i
	for _, k := range t.kids[i] {
		a, b := t.span2(k, 0)
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

func (t *tree) span2(i, depth int) (first, last int) {
	first, last = i, i
	if depth > len(t.toks) {
		return
	}
	for _, k := range t.kids[i] {
		a, b := t.span2(k, depth+1)
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// words returns the text from token first to token last.
func (t *tree) words(first, last int) string {
	return t.doc.Text[t.toks[first].Start:t.toks[last].End]
}

// nominal reports whether token i is a noun, name or pronoun.
func (t *tree) nominal(i int) bool {
	return t.pos(i, "NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET")
}

// participle reports whether token i is a past participle that no auxiliary makes active: "strikes launched by".
func (t *tree) participle(i int) bool {
	return t.toks[i].XPOS == "VBN" && t.child(i, "aux:pass") < 0 && t.hasLemma(i, "have") < 0
}

// passive reports whether the verb i is passive.
func (t *tree) passive(i int) bool {
	if t.child(i, "aux:pass", "nsubj:pass", "csubj:pass") >= 0 {
		return true
	}
	if t.toks[i].XPOS == "VBD" && t.byPhrase(i) && t.child(i, "obj", "aux") < 0 { // headline: "Iran sanctioned by EU"
		return true
	}
	if t.child(i, "nsubj") >= 0 && !(t.toks[i].XPOS == "VBN" && t.child(i, "aux") < 0 && t.byPhrase(i)) {
		return false
	}
	if t.rel(i, "advcl") && t.toks[i].XPOS == "VBD" && t.child(i, "obj") < 0 { // "when asked to resign"
		switch t.marker(i) {
		case "when", "if", "once", "while", "unless", "although", "though", "as", "until":
			return true
		}
	}
	return t.participle(i) && (t.rel(i, "acl", "advcl", "amod", "xcomp") || t.byPhrase(i))
}

// byPhrase reports whether the verb i has a phrase with "by" that may be its agent.
func (t *tree) byPhrase(i int) bool {
	for _, k := range t.children(i, "obl") {
		if t.prep(k) == "by" && !means[t.lemma(k)] && !t.pos(k, "NUM", "VERB") {
			return true
		}
	}
	return false
}

// means are nouns that say with "by" how or by when something is done, not who does it.
var means = wordSet(`telephone phone video videoconference videolink mail email e-mail letter post text radio television
air land sea road rail water train car bus plane boat ship helicopter foot hand force mistake accident chance default
law decree vote majority consensus acclamation nature name mean means way virtue dint percent per_cent monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september october november
december today tomorrow tonight midnight noon midday morning evening night dawn then now date deadline week month year
day hour minute time end`)
