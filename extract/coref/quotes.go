package coref

import (
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// findQuotes finds the stretches of direct speech, paragraph by paragraph. Curly marks say themselves whether they open or close; a straight
// one opens where white space, an opening bracket or a dash stands before it and none after it. A quotation that is open at the end of its
// paragraph ends there, or runs on if the next paragraph begins with an opening mark.
func (r *run) findQuotes() {
	carried := -1
	for s := 0; s < len(r.doc.Sentences); {
		end := s + 1
		for end < len(r.doc.Sentences) && r.doc.Sentences[end].Paragraph == r.doc.Sentences[s].Paragraph {
			end++
		}
		carried = r.quotesIn(s, end, carried)
		s = end
	}
	sortQuotes(r.quotes)
	r.indexQuotes()
}

// quotation is a quote and what the resolver knows of it.
type quotation struct {
	text.Quote
	speaker int // markable; -1 if none was found
	outer   int // the quotation around it; -1 if none
	first   int // first sentence
	last    int // last sentence
}

// nestedQuotes is how many quotations before one are looked at for the one around it.
const nestedQuotes = 8

// quotesIn finds the quotations of the paragraph of sentences [s, end). carried is the quotation still open at the end
// of the paragraph before, or -1; the one open at the end of this paragraph is returned.
func (r *run) quotesIn(s, end, carried int) int {
	start, stop := r.doc.Sentences[s].Start, r.doc.Sentences[end-1].End
	// A mark may stand just outside of the first and last token.
	start, stop = r.widen(start, stop)
	body := r.doc.Text[start:stop]
	var open []int
	for i := 0; i < len(body); {
		c, size := utf8.DecodeRuneInString(body[i:])
		at := start + i
		switch quoteMarkAt(body, i, c, len(open) > 0) {
		case opens:
			if carried >= 0 && len(open) == 0 && onlySpace(body[:i]) {
				open = append(open, carried)
			} else {
				r.quotes = append(r.quotes, quotation{Quote: text.Quote{Span: news.Span{Start: at, End: stop}, Speaker: -1,
					Cue: text.TokenID{Sentence: -1, Token: -1}}, speaker: -1, outer: -1})
				open = append(open, len(r.quotes)-1)
			}
		case closes:
			if n := len(open); n > 0 {
				r.quotes[open[n-1]].End = at + size
				open = open[:n-1]
			}
		}
		i += size
	}
	for _, q := range open {
		r.quotes[q].End = stop
	}
	if len(open) > 0 {
		return open[0]
	}
	return -1
}

// widen extends a range over quotation marks directly at its ends.
func (r *run) widen(start, stop int) (int, int) {
	for start > 0 {
		c, size := utf8.DecodeLastRuneInString(r.doc.Text[:start])
		if !isQuoteMark(c) {
			break
		}
		start -= size
	}
	for stop < len(r.doc.Text) {
		c, size := utf8.DecodeRuneInString(r.doc.Text[stop:])
		if !isQuoteMark(c) {
			break
		}
		stop += size
	}
	return start, stop
}

// isQuoteMark says whether a character is a double quotation mark of some kind.
func isQuoteMark(c rune) bool {
	return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»'
}

// quoteMark says what a character does to quotations.
type quoteMark uint8

const (
	noMark quoteMark = iota
	opens
	closes
)

// quoteMarkAt classifies the rune c at body[i:].
func quoteMarkAt(body string, i int, c rune, inside bool) quoteMark {
	switch c {
	case '“', '„', '«':
		return opens
	case '”', '»':
		return closes
	case '"':
	default:
		return noMark
	}
	before, _ := utf8.DecodeLastRuneInString(body[:i])
	after, _ := utf8.DecodeRuneInString(body[i+1:])
	left := i == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '—' || before == '–'
	right := i+1 >= len(body) || unicode.IsSpace(after) || unicode.IsPunct(after) && after != '[' && after != '(' && after != '\''
	switch {
	case left && !right:
		return opens
	case right && !left:
		return closes
	case inside:
		return closes
	}
	return opens
}

// onlySpace says whether s is white space.
func onlySpace(s string) bool {
	for _, c := range s {
		if !unicode.IsSpace(c) {
			return false
		}
	}
	return true
}

// indexQuotes finds each quotation's sentences and the quotation around it.
func (r *run) indexQuotes() {
	s := 0
	for i := range r.quotes {
		q := &r.quotes[i]
		for s < len(r.doc.Sentences)-1 && r.doc.Sentences[s].End <= q.Start {
			s++
		}
		q.first, q.last = s, s
		for q.last < len(r.doc.Sentences)-1 && r.doc.Sentences[q.last+1].Start < q.End {
			q.last++
		}
		q.outer = -1
		for o := i - 1; o >= 0 && o > i-nestedQuotes; o-- {
			if r.quotes[o].Start <= q.Start && q.End <= r.quotes[o].End {
				q.outer = o
				break
			}
		}
	}
}

// quoteAt returns the innermost quotation around a byte offset, or -1.
func (r *run) quoteAt(offset int) int {
	lo, hi := 0, len(r.quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.quotes[mid].Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for i := lo - 1; i >= 0 && i >= lo-nestedQuotes; i-- {
		if r.quotes[i].Start <= offset && offset < r.quotes[i].End {
			return i
		}
	}
	return -1
}
