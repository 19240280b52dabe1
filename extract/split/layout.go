package split

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// block is a stretch of text that no sentence crosses the borders of: a paragraph, a heading, an item of a list.
type block struct {
	start, end int // without white space at the ends
	kind       text.SentenceKind
	paragraph  int
}

// line is a line of the text without white space at its ends; start == end if it is empty.
type line struct {
	start, end int
	width      int  // characters
	cut        bool // metadata lies between this line and the one before
}

// blocks divides the text at empty lines, at metadata, and at those line breaks that do not just wrap a paragraph.
func blocks(s string, meta []news.Span) []block {
	lines := linesOf(s, meta)
	wrap := wrapWidth(lines)
	var found []block
	var tall []bool // the block has more than three lines, which no heading has
	for i := 0; i < len(lines); {
		if lines[i].start == lines[i].end {
			i++
			continue
		}
		j := i + 1
		for j < len(lines) && continues(s, lines[j-1], lines[j], wrap) {
			j++
		}
		found = append(found, block{start: lines[i].start, end: lines[j-1].end, paragraph: len(found)})
		tall = append(tall, j-i > 3)
		i = j
	}
	for i := range found {
		if !tall[i] && !(i+1 < len(found) && beginsLower(s[found[i+1].start:])) {
			found[i].kind = kindOf(s[found[i].start:found[i].end], i == 0, i == len(found)-1)
		}
	}
	return found
}

// linesOf lists the lines of the text outside metadata.
func linesOf(s string, meta []news.Span) []line {
	var lines []line
	at := 0
	for _, m := range meta {
		if m.Start < at || m.End > len(s) || m.End < m.Start {
			continue
		}
		lines = appendLines(lines, s, at, m.Start)
		at = m.End
		for at < len(s) && !utf8.RuneStart(s[at]) {
			at++
		}
	}
	return appendLines(lines, s, at, len(s))
}

func appendLines(lines []line, s string, start, end int) []line {
	for first := true; start <= end; first = false {
		stop := end
		if i := strings.IndexByte(s[start:end], '\n'); i >= 0 {
			stop = start + i
		}
		l := line{cut: first}
		left := strings.TrimLeftFunc(s[start:stop], unicode.IsSpace)
		l.start = stop - len(left)
		l.end = l.start + len(strings.TrimRightFunc(left, unicode.IsSpace))
		l.width = utf8.RuneCountInString(s[l.start:l.end])
		lines = append(lines, l)
		start = stop + 1
	}
	return lines
}

// The widths that text is wrapped at by mail programs, editors and agencies' wires.
const minWrap, maxWrap = 40, 130

// A line is full if the next word would not have fitted: most words have fewer than longWord characters. wrapSlack
// allows for lines that were measured with a word's final space or mark.
const longWord, wrapSlack = 15, 4

// wrapWidth returns the width at which the text's lines were wrapped, 0 if they were not.
func wrapWidth(lines []line) int {
	widest, filled, long := 0, 0, 0
	for _, l := range lines {
		widest = max(widest, l.width)
	}
	if widest < minWrap || widest > maxWrap {
		return 0
	}
	for i, l := range lines {
		if l.width == 0 {
			continue
		}
		long++
		if l.width >= widest-longWord && i+1 < len(lines) && lines[i+1].width > 0 {
			filled++
		}
	}
	if filled < 2 || filled*4 < long {
		return 0
	}
	return widest
}

// continues reports whether the line b goes on with the paragraph of the line a.
func continues(s string, a, b line, wrap int) bool {
	if b.cut || b.width == 0 {
		return false
	}
	first := s[b.start:b.end]
	if i := strings.IndexFunc(first, unicode.IsSpace); i >= 0 {
		first = first[:i]
	}
	full := wrap > 0 && a.width+1+utf8.RuneCountInString(first) > wrap-wrapSlack
	if isItem(s[b.start:b.end]) && !(full && doubtful(first) && !endsSentence(s[a.start:a.end])) {
		return false
	}
	if full {
		return true
	}
	r, _ := utf8.DecodeRuneInString(first)
	return unicode.IsLower(r) && !endsSentence(s[a.start:a.end])
}

// doubtful reports whether what looks like the mark of an item may as well stand inside a sentence: a dash, a number.
func doubtful(mark string) bool {
	return mark == "—" || mark == "–" || mark == "-" || mark == "+" || isASCIIDigit(mark[0])
}

// isItem reports whether a line begins with the mark of a list item: "-", "*", "•", "1.", "2)", "(a)".
func isItem(s string) bool {
	mark, _, ok := strings.Cut(s, " ")
	if !ok {
		return false
	}
	switch mark {
	case "-", "*", "•", "–", "—", "·", "o", "+", "▪", "‣", "◦", "●", "■", "►":
		return true
	}
	body := strings.TrimLeft(mark, "(")
	trimmed := strings.TrimRight(body, ".)")
	if trimmed == body || trimmed == "" || len(trimmed) > 3 {
		return false
	}
	for _, r := range trimmed {
		if !unicode.IsDigit(r) && len(trimmed) > 1 {
			return false
		}
	}
	return len(trimmed) > 1 || isASCIIDigit(trimmed[0]) || isASCIILetter(trimmed[0]) && strings.HasSuffix(mark, ")")
}

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// endsSentence reports whether a line ends with a full stop, question mark or exclamation mark, perhaps inside quotes.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r)
}

// The widest headlines and headings, in characters.
const headlineWidth, headingWidth = 160, 80

// kindOf tells from its form whether a block is a headline, a heading or prose.
func kindOf(s string, first, last bool) text.SentenceKind {
	if last && first {
		return text.Prose
	}
	width := utf8.RuneCountInString(s)
	r, _ := utf8.DecodeLastRuneInString(s)
	open := strings.ContainsRune(".,;:…。", r) && !strings.HasSuffix(s, "U.S.") && !strings.HasSuffix(s, "U.N.")
	switch {
	case first && width <= headlineWidth && !open:
		return text.Headline
	case width <= headingWidth && !open && !endsSentence(s) && !isItem(s) && headingStart(s):
		return text.Heading
	}
	return text.Prose
}

// beginsLower reports whether a block begins with a lower-case letter: then it goes on with what is before it.
func beginsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// headingStart reports whether a block begins as headings do: with a capital letter or a digit.
func headingStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“'‘="))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
