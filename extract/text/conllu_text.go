package text

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layOut rebuilds the text of the document and the offsets of its tokens. MISC's TokenRange decides where it is given;
// SpacesAfter gives white space other than one space; "# text" decides between words without TokenRange.
func (d *CoNLLU) layOut() error {
	b := layout{gaps: map[int]string{}}
	if err := b.readGaps(d); err != nil {
		return err
	}
	for i := range d.Sentences {
		if err := b.sentence(d, i); err != nil {
			return err
		}
	}
	b.tail(d)
	d.Text = b.text.String()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
		for j := range s.Tokens {
			t := &s.Tokens[j]
			t.Form = d.Text[t.Start:t.End]
			t.Glued = t.Start > 0 && !spaceBefore(d.Text, t.Start)
			t.Glued = t.Glued && (j > 0 || i > 0)
		}
	}
	return nil
}

// spaceBefore reports whether the character before offset is white space.
func spaceBefore(text string, offset int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:offset])
	return unicode.IsSpace(r)
}

// layout is a text under construction.
type layout struct {
	text   strings.Builder
	after  string         // white space owed before the next word
	gaps   map[int]string // text outside all sentences, by its offset: metadata
	plain  string         // what is left of the sentence's "# text"
	last   string         // SpacesAfter of the last word
	filled int            // spaces that stand for text not in the file
}

// readGaps takes the text outside the tokens from the document's comments.
func (b *layout) readGaps(d *CoNLLU) error {
	for _, c := range d.Comments {
		value, ok := strings.CutPrefix(c, commentGap+" = ")
		if !ok {
			continue
		}
		offset, quoted, _ := strings.Cut(value, " ")
		at, err := strconv.Atoi(offset)
		gap, err2 := strconv.Unquote(quoted)
		if err != nil || err2 != nil || at < 0 || !utf8.ValidString(gap) {
			return fmt.Errorf("comment %q: want an offset and a quoted text", c)
		}
		b.gaps[at] = gap
	}
	return nil
}

// sentence appends the words of the i-th sentence.
func (b *layout) sentence(d *CoNLLU, i int) error {
	s, source := &d.Sentences[i], &d.Source[i]
	if i > 0 && s.Paragraph > d.Sentences[i-1].Paragraph && (b.after == " " || b.after == "") {
		b.after = "\n\n"
	} else if i == 0 && b.text.Len() == 0 {
		b.after, _ = readSpaces(source.Misc[0], "SpacesBefore")
	}
	if gap, ok := b.gaps[0]; ok && i == 0 {
		b.after = gap
	}
	b.plain, _ = source.Comment("text")
	for _, w := range source.spans {
		if err := b.word(s, w); err != nil {
			return fmt.Errorf("line %d: %w", w.line, err)
		}
	}
	source.spans = nil
	return nil
}

// word appends one orthographic word and gives its tokens their bytes.
func (b *layout) word(s *Sentence, w surfaceForm) error {
	if value, ok := Attribute(w.misc, "TokenRange"); ok {
		if err := b.moveTo(value, w.form); err != nil {
			return err
		}
	}
	b.text.WriteString(b.after)
	start := b.text.Len()
	b.text.WriteString(w.form)
	placeTokens(s.Tokens[w.first:w.last+1], w.form, start)
	b.after = b.spaceAfter(w)
	if gap, ok := b.gaps[b.text.Len()]; ok {
		b.after = gap
	}
	return nil
}

// moveTo fills the text up to the start of a TokenRange: with the white space owed and more spaces.
func (b *layout) moveTo(value, form string) error {
	start, end, err := pair(value)
	if err != nil || end-start != len(form) {
		return fmt.Errorf("TokenRange %q does not span %q", value, form)
	}
	missing := start - b.text.Len() - len(b.after)
	if start < b.text.Len() || missing > maxFill-b.filled {
		return fmt.Errorf("TokenRange %q after offset %d", value, b.text.Len())
	}
	if missing >= 0 {
		b.filled += missing
		b.after += strings.Repeat(" ", missing)
	} else {
		b.after = strings.Repeat(" ", start-b.text.Len())
	}
	return nil
}

// maxFill bounds the spaces that stand for text not in the file, so that a file of a few bytes cannot ask for gigabytes.
const maxFill = 1 << 20

// tail writes what follows the last word.
func (b *layout) tail(d *CoNLLU) {
	if len(d.Sentences) == 0 {
		b.text.WriteString(b.gaps[0])
		return
	}
	if gap, ok := b.gaps[b.text.Len()]; ok {
		b.text.WriteString(gap)
		return
	}
	b.text.WriteString(b.last)
}

// spaceAfter tells the white space after a word.
func (b *layout) spaceAfter(w surfaceForm) string {
	spaces, ok := readSpaces(w.misc, "SpacesAfter")
	b.last = spaces
	if ok {
		return spaces
	}
	if no, _ := Attribute(w.misc, "SpaceAfter"); no == "No" {
		b.plain = strings.TrimPrefix(strings.TrimLeftFunc(b.plain, unicode.IsSpace), w.form)
		return ""
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeftFunc(b.plain, unicode.IsSpace), w.form); ok {
		b.plain = rest
		if rest != "" && strings.TrimLeftFunc(rest, unicode.IsSpace) == rest {
			return "" // "# text" says so, though SpaceAfter=No is missing
		}
	}
	return " "
}

// placeTokens divides the bytes of an orthographic word among its tokens: in order and without overlap. Tokens whose
// forms do not make up the word (Portuguese "no" for "em o") share it as far as it goes.
func placeTokens(tokens []Token, form string, start int) {
	at := 0
	for i := range tokens {
		t := &tokens[i]
		end := min(len(form), at+len(t.Form))
		for end < len(form) && !utf8.RuneStart(form[end]) {
			end++
		}
		if i == len(tokens)-1 {
			end = len(form)
		}
		t.Start, t.End = start+at, start+end
		at = end
	}
}

// readSpaces reads the value of SpacesAfter or SpacesBefore, with the escapes of UDPipe (Straka and Straková 2017).
func readSpaces(misc, key string) (string, bool) {
	value, ok := Attribute(misc, key)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 's':
			b.WriteByte(' ')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'n':
			b.WriteByte('\n')
		case 'p':
			b.WriteByte('|')
		case 'u':
			if code, err := strconv.ParseUint(value[i+1:min(i+5, len(value))], 16, 32); err == nil && i+5 <= len(value) {
				b.WriteRune(rune(code))
				i += 4
				continue
			}
			b.WriteByte('u')
		default:
			b.WriteByte(value[i])
		}
	}
	return b.String(), true
}

// writeSpaces is the inverse of readSpaces.
func writeSpaces(spaces string) string {
	return spaceEscapes.Replace(spaces)
}

var spaceEscapes = strings.NewReplacer(`\`, `\\`, " ", `\s`, "\t", `\t`, "\r", `\r`, "\n", `\n`, "|", `\p`)
