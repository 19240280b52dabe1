package coref

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// wordSet makes a set of the words of a list.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// sortQuotes orders quotations by where they begin, outer ones before those inside.
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
	tokens := r.doc.Sentences[s].Tokens
	for i := max(0, len(tokens)-speakerWindow); i < len(tokens); i++ {
		if t := &tokens[i]; t.Head < 0 || base(t.Rel) == "conj" {
			if k := r.cueSubject(s, i); k >= 0 && !r.inQuote(k, q) && r.marks[k].class != thingNoun {
				return k, text.TokenID{Sentence: s, Token: i}
			}
		}
	}
	return -1, none
}

// speakerWindow is how many tokens from a quotation its speaker is looked for, so that a sentence without end, full of
// quotations, takes linear time.
const speakerWindow = 200

// around returns the range of tokens in which the speaker of a quotation is looked for.
func around(q *quotation, tokens []text.Token) (from, to int) {
	return max(0, tokenFrom(tokens, q.Start)-speakerWindow), min(len(tokens), tokenFrom(tokens, q.End)+speakerWindow)
}

// tokenFrom returns the first token that begins at a byte or behind it.
func tokenFrom(tokens []text.Token, at int) int {
	return sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= at })
}

// attribution looks for the speaker in the sentences that the quotation touches.
func (r *run) attribution(q *quotation) (markable int, cue text.TokenID) {
	best, bestCue, bestCost := -1, text.TokenID{Sentence: -1, Token: -1}, 1<<30
	for s := q.first; s <= q.last; s++ {
		if s > q.first && s < q.last {
			continue // its tokens are all inside
		}
		tokens := r.doc.Sentences[s].Tokens
		from, to := around(q, tokens)
		for i := from; i < to; i++ {
			if q.Start <= tokens[i].Start && tokens[i].Start < q.End {
				i = tokenFrom(tokens, q.End) - 1
				continue
			}
			k := r.cueSubject(s, i)
			if k < 0 {
				k = r.strandedSubject(q, s, i)
			}
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

// strandedSubject returns the subject of the verb of saying at token i that the parser has given to a verb of the quotation; -1 if
// there is none.
func (r *run) strandedSubject(q *quotation, s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	if tokens[i].UPOS != "VERB" || !reportVerbs[baseVerb(&tokens[i], lemma(&tokens[i]))] || r.child(s, i, "nsubj") >= 0 {
		return -1
	}
	from, to := around(q, tokens)
	for j := from; j < to; j++ {
		h := tokens[j].Head
		if h < 0 || tokens[j].Rel != "nsubj" || q.Start <= tokens[j].Start && tokens[j].Start < q.End ||
			tokens[h].Start < q.Start || tokens[h].Start >= q.End {
			continue
		}
		if k := r.markAt(s, j); k >= 0 && r.canSpeak(k) {
			return k
		}
	}
	return -1
}

// byAfter returns who stands after "by" directly behind the quotation: "labelled as “…” by the spokesman".
func (r *run) byAfter(q *quotation) (int, text.TokenID) {
	s := q.last
	tokens := r.doc.Sentences[s].Tokens
	if i := tokenFrom(tokens, q.End); i < len(tokens) && strings.EqualFold(tokens[i].Form, "by") && tokens[i].Head > i {
		if k := r.markAt(s, tokens[i].Head); k >= 0 && r.canSpeak(k) {
			return k, text.TokenID{Sentence: s, Token: i}
		}
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
	for i := tokenFrom(tokens, q.Start); i < tokenFrom(tokens, q.End); i++ {
		t := &tokens[i]
		if t.End > q.End || t.UPOS == "PUNCT" {
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

// capital says whether a word begins with a capital letter.
func capital(form string) bool {
	c, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(c)
}

// startsParagraph says whether a paragraph begins with the quotation.
func (r *run) startsParagraph(q *quotation) bool {
	if q.Start > r.doc.Sentences[q.first].Start {
		return false
	}
	return q.first == 0 || r.doc.Sentences[q.first-1].Paragraph != r.doc.Sentences[q.first].Paragraph
}
