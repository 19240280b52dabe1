package coref

import (
	"sort"
	"strings"
	"unicode"
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

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func sortQuotes(quotes []quotation) {
	sort.SliceStable(quotes, func(a, b int) bool {
		if quotes[a].Start != quotes[b].Start {
			return quotes[a].Start < quotes[b].Start
		}
		return quotes[a].End > quotes[b].End
	})
}

// findSpeakers finds who says each quotation: the subject of a verb of saying in its sentences, who stands after
// "according to", else the speaker of the quotation before it in the same paragraph.
func (r *run) findSpeakers() {
	for i := range r.quotes {
		q := &r.quotes[i]
		k, cue := r.attribution(q)
		if b, by := r.byAfter(q); b >= 0 {
			k, cue = b, by
		}
		if k >= 0 {
			q.speaker, q.Cue = k, cue
			continue
		}
		q.speaker = r.carriedSpeaker(i)
	}
	for i := len(r.quotes) - 2; i >= 0; i-- {
		if q := &r.quotes[i]; q.speaker < 0 && q.outer < 0 && r.wholeSentence(q) {
			r.speakerFromAround(i)
		}
	}
	for i := range r.quotes {
		if q := &r.quotes[i]; q.speaker < 0 && q.outer < 0 && r.wholeSentence(q) {
			q.speaker, q.Cue = r.introduced(q)
		}
	}
}

// speakerFromAround gives a quotation without attribution the speaker of the next one in its paragraph.
func (r *run) speakerFromAround(i int) {
	q := &r.quotes[i]
	if k, cue := r.introduced(q); k >= 0 {
		q.speaker, q.Cue = k, cue
		return
	}
	for n := i + 1; n < len(r.quotes); n++ {
		next := &r.quotes[n]
		if r.doc.Sentences[next.first].Paragraph != r.doc.Sentences[q.last].Paragraph {
			return
		}
		if next.outer < 0 && next.speaker >= 0 {
			q.speaker = next.speaker
			return
		}
	}
}

// introduced returns the subject of the sentence before the quotation in its paragraph, if it reports: "McGurk also
// criticized the decision. “…”".
func (r *run) introduced(q *quotation) (int, text.TokenID) {
	none := text.TokenID{Sentence: -1, Token: -1}
	s := q.first - 1
	if s < 0 || r.doc.Sentences[s].Paragraph != r.doc.Sentences[q.first].Paragraph {
		return -1, none
	}
	for i := range r.doc.Sentences[s].Tokens {
		if t := &r.doc.Sentences[s].Tokens[i]; t.Head < 0 || base(t.Rel) == "conj" {
			if k := r.cueSubject(s, i); k >= 0 && !r.inQuote(k, q) && r.marks[k].class != thingNoun {
				return k, text.TokenID{Sentence: s, Token: i}
			}
		}
	}
	return -1, none
}

// attribution looks for the speaker in the sentences that the quotation touches.
func (r *run) attribution(q *quotation) (markable int, cue text.TokenID) {
	best, bestCue, bestCost := -1, text.TokenID{Sentence: -1, Token: -1}, 1<<30
	for s := q.first; s <= q.last; s++ {
		if s > q.first && s < q.last {
			continue // its tokens are all inside
		}
		tokens := r.doc.Sentences[s].Tokens
		for i := range tokens {
			if q.Start <= tokens[i].Start && tokens[i].Start < q.End {
				continue
			}
			k := r.cueSubject(s, i)
			if k < 0 || r.inQuote(k, q) {
				continue
			}
			if cost := r.attributionCost(q, s, i); cost < bestCost {
				best, bestCue, bestCost = k, text.TokenID{Sentence: s, Token: i}, cost
			}
		}
	}
	return best, bestCue
}

// byAfter returns who stands after "by" directly behind the quotation: "labelled as “…” by the spokesman".
func (r *run) byAfter(q *quotation) (int, text.TokenID) {
	s := q.last
	tokens := r.doc.Sentences[s].Tokens
	for i := range tokens {
		if tokens[i].Start < q.End {
			continue
		}
		if !strings.EqualFold(tokens[i].Form, "by") || tokens[i].Head <= i {
			break
		}
		if k := r.markAt(s, tokens[i].Head); k >= 0 && r.canSpeak(k) {
			return k, text.TokenID{Sentence: s, Token: i}
		}
		break
	}
	return -1, text.TokenID{Sentence: -1, Token: -1}
}

// inQuote says whether a markable stands inside a quotation.
func (r *run) inQuote(k int, q *quotation) bool {
	return q.Start <= r.marks[k].start && r.marks[k].start < q.End
}

// attributionCost prefers cues near the quotation and those that the tree ties to it.
func (r *run) attributionCost(q *quotation, s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	cost := 0
	if tokens[i].Start >= q.End {
		for j := i; j >= 0 && tokens[j].Start >= q.End; j-- {
			cost++
		}
	} else {
		for j := i; j < len(tokens) && tokens[j].Start < q.Start; j++ {
			cost++
		}
		cost++ // at equal distance the cue after the quotation is the likelier
	}
	if !r.tied(q, s, i) {
		cost += 12
	}
	return cost
}

// tied says whether the words of the quotation depend on token i, or the other way about.
func (r *run) tied(q *quotation, s, i int) bool {
	tokens := r.doc.Sentences[s].Tokens
	if h := tokens[i].Head; h >= 0 && q.Start <= tokens[h].Start && tokens[h].Start < q.End {
		return true
	}
	for _, c := range r.childrenOf(s, i) {
		if t := &tokens[c]; q.Start <= t.Start && t.Start < q.End && t.UPOS != "PUNCT" {
			return true
		}
		for _, d := range r.childrenOf(s, int(c)) {
			if t := &tokens[d]; q.Start <= t.Start && t.Start < q.End && t.UPOS != "PUNCT" {
				return true
			}
		}
	}
	return false
}

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

// carriedSpeaker returns the speaker of the quotation before, if it ends in the same paragraph or directly before the
// paragraph that this one fills.
func (r *run) carriedSpeaker(i int) int {
	q := &r.quotes[i]
	if q.outer >= 0 {
		return -1
	}
	for p := i - 1; p >= 0; p-- {
		before := &r.quotes[p]
		if before.outer >= 0 {
			continue
		}
		if before.speaker < 0 || !r.wholeSentence(q) {
			return -1
		}
		gap := r.doc.Sentences[q.first].Paragraph - r.doc.Sentences[before.last].Paragraph
		if gap == 0 || gap == 1 && r.startsParagraph(q) {
			return before.speaker
		}
		return -1
	}
	return -1
}

// wholeSentence says whether a quotation holds a whole sentence: it runs over more than one, or it holds a verb with its
// subject and begins with a capital.
func (r *run) wholeSentence(q *quotation) bool {
	if q.first != q.last {
		return true
	}
	tokens := r.doc.Sentences[q.first].Tokens
	first := true
	for i := range tokens {
		t := &tokens[i]
		if t.Start < q.Start || t.End > q.End || t.UPOS == "PUNCT" {
			continue
		}
		if first && !capital(t.Form) {
			return false
		}
		first = false
		if base(t.Rel) == "nsubj" && t.Head >= 0 && tokens[t.Head].Start >= q.Start && tokens[t.Head].End <= q.End {
			return true
		}
	}
	return false
}

func capital(form string) bool {
	c, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(c)
}

func (r *run) startsParagraph(q *quotation) bool {
	return q.first == 0 || r.doc.Sentences[q.first-1].Paragraph != r.doc.Sentences[q.first].Paragraph
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
