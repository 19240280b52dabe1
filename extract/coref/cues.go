package coref

import (
	"strings"
	"unicode/utf8"

	"quadwire/extract/text"
)

// reportVerbs are the verbs whose subject says what stands in quotation marks or in the complement.
var reportVerbs = wordSet(`say tell state announce add write continue note explain declare claim ask reply respond argue insist warn
 report comment remark tweet post stress emphasize emphasise urge call acknowledge admit affirm allege assert assure conclude confirm
 deny describe disclose echo exclaim express hint indicate inform maintain mention observe promise pledge point praise predict proclaim
 quip read reaffirm recall reckon reiterate reveal speak suggest swear testify think thank threaten tout vow label brand dub condemn
 criticize criticise accuse blame agree answer appeal believe boast caution complain concede counter demand dismiss feel go
 hail inquire interject joke lament order plead protest question quote recount reject repeat reassure retort shout slam sum
 find rule decide hold appreciate underline underscore volunteer wonder declare deem demand lash weigh opine denounce decry defend justify`)

// cueSubject returns the markable that says something by token i: the subject of a verb of saying, also of one
// that is coordinated with or depends on i's clause, or the noun after "according to". -1 if i is no such word.
func (r *run) cueSubject(s, i int) int {
	t := &r.doc.Sentences[s].Tokens[i]
	word := lemma(t)
	if word == "according" || word == "accord" {
		return r.sourceAfter(s, i)
	}
	if t.UPOS != "VERB" {
		return -1
	}
	if !reportVerbs[baseVerb(t, word)] {
		if base(t.Rel) == "root" && r.colonAfter(s, i) {
			return r.subjectOf(s, i)
		}
		return r.issued(s, i)
	}
	if c := r.agent(s, i); c >= 0 {
		return c
	}
	return r.subjectOf(s, i)
}

// colonAfter says whether a colon and a quotation mark follow token i: "he appreciated his path: “…”".
func (r *run) colonAfter(s, i int) bool {
	tokens := r.doc.Sentences[s].Tokens
	for j := i + 1; j+1 < len(tokens); j++ {
		if tokens[j].Form == ":" {
			c, _ := utf8.DecodeRuneInString(tokens[j+1].Form)
			return isQuoteMark(c)
		}
	}
	return false
}

// issued returns the author of the statement that is the object of token i: "The palace issued the following statement".
func (r *run) issued(s, i int) int {
	if r.doc.Sentences[s].Tokens[i].UPOS != "VERB" {
		return -1
	}
	c := r.child(s, i, "obj")
	if c < 0 {
		return -1
	}
	return r.author(r.markAt(s, c))
}

// agent returns who does what a passive verb says: "labelled … by".
func (r *run) agent(s, i int) int {
	if t := &r.doc.Sentences[s].Tokens[i]; t.XPOS != "VBN" {
		return -1
	}
	for _, c := range r.childrenOf(s, i) {
		t := &r.doc.Sentences[s].Tokens[c]
		if t.Rel != "obl:agent" && t.Rel != "obl" {
			continue
		}
		if by := r.child(s, int(c), "case"); by >= 0 && lemma(&r.doc.Sentences[s].Tokens[by]) == "by" {
			if k := r.markAt(s, int(c)); k >= 0 && r.canSpeak(k) {
				return k
			}
		}
	}
	return -1
}

// sourceAfter returns the source that "according to" at token i introduces.
func (r *run) sourceAfter(s, i int) int {
	at := -1
	if h := r.doc.Sentences[s].Tokens[i].Head; h > i {
		at = r.markAt(s, h)
	} else if c := r.child(s, i, "obl", "nmod", "pobj"); c >= 0 {
		at = r.markAt(s, c)
	}
	if at >= 0 && !r.canSpeak(at) {
		return r.author(at)
	}
	return at
}

// subjectOf returns the markable that is the subject of a verb: its own, that of the verb it is coordinated with, or
// for a participle clause ("…, adding that") that of the clause above.
func (r *run) subjectOf(s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; i >= 0 && i < len(tokens) && n < 4; n++ {
		if c := r.child(s, i, "nsubj"); c >= 0 && tokens[c].Rel != "nsubj:pass" {
			k := r.markAt(s, c)
			if k >= 0 && r.marks[k].pron != nil && r.marks[k].pron.kind == relative {
				k = r.find(k)
			}
			if k >= 0 && r.canSpeak(k) {
				return k
			}
			return r.author(k)
		}
		switch base(tokens[i].Rel) {
		case "conj", "advcl", "xcomp":
			i = tokens[i].Head
		case "acl":
			h := tokens[i].Head
			if k := r.markAt(s, h); k >= 0 && r.canSpeak(k) {
				return k
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// author returns whose a statement, letter or report is: its possessor, who stands after from or by, the state that its adjective names,
// or the subject of the verb whose object it is; -1 if none is said.
func (r *run) author(k int) int {
	if k < 0 || !documents[r.marks[k].noun] {
		return -1
	}
	m := &r.marks[k]
	tokens := r.doc.Sentences[m.sentence].Tokens
	for _, c := range r.childrenOf(m.sentence, m.top) {
		t := &tokens[c]
		by := r.child(m.sentence, int(c), "case")
		switch {
		case t.Rel == "nmod:poss", base(t.Rel) == "amod", base(t.Rel) == "compound",
			base(t.Rel) == "nmod" && by >= 0 && (lemma(&tokens[by]) == "from" || lemma(&tokens[by]) == "by"):
			if a := r.markAt(m.sentence, int(c)); a >= 0 && r.marks[a].top == int(c) && r.canSpeak(a) {
				return a
			}
		case base(t.Rel) == "acl":
			if a := r.agent(m.sentence, int(c)); a >= 0 {
				return a
			}
		}
	}
	if m.role == roleObject && m.clause >= 0 {
		if c := r.child(m.sentence, m.clause, "nsubj"); c >= 0 {
			if a := r.markAt(m.sentence, c); a >= 0 && r.canSpeak(a) {
				return a
			}
		}
	}
	return -1
}

// documents are nouns for what words stand in.
var documents = wordSet(`statement letter report tweet message post release note memo speech remark address announcement
 declaration comment document interview article email warning appeal bulletin briefing communique communiqué press-release summary
 opinion ruling judgment judgement decision verdict website`)

// canSpeak says whether a markable may be a speaker: no thing but a statement's author.
func (r *run) canSpeak(k int) bool {
	m := &r.marks[k]
	if m.pron != nil {
		return m.pron.kind != demonstrative
	}
	return m.mention >= 0 || m.class != thingNoun && m.class != placeNoun
}

// baseVerb returns the lemma of a verb; without lemmas in the tree it takes off regular endings.
func baseVerb(t *text.Token, word string) string {
	if t.Lemma != "" || reportVerbs[word] {
		return word
	}
	if v, ok := irregularVerbs[word]; ok {
		return v
	}
	for _, ending := range []string{"s", "d", "ed", "ing", "es", "ied", "ies"} {
		if stem, ok := strings.CutSuffix(word, ending); ok {
			for _, v := range []string{stem, stem + "e", stem + "y"} {
				if reportVerbs[v] {
					return v
				}
			}
		}
	}
	return word
}

var irregularVerbs = map[string]string{"said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak",
	"thought": "think", "swore": "swear", "felt": "feel", "went": "go", "admitted": "admit", "quipped": "quip"}
