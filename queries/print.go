package queries

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"quadwire/graph/news"
)

// Style says how text is laid out. The zero value is plain text of 100 columns, with triggers in **asterisks**.
type Style struct {
	Color bool // use a terminal's bold and faint
	Width int  // columns; 0: 100
	All   bool // print all evidence, not only the best
}

// columns returns the width of a line.
func (s Style) columns() int {
	if s.Width > 0 {
		return max(s.Width, 40)
	}
	return 100
}

// Bold returns text in bold; without colours, as it is.
func (s Style) Bold(text string) string { return s.escape("1", text) }

// Faint returns text in a weaker tone; without colours, as it is.
func (s Style) Faint(text string) string { return s.escape("2", text) }

func (s Style) escape(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// mark shows a trigger within its sentence.
func (s Style) mark(trigger string) string {
	if s.Color {
		return s.escape("1;33", trigger)
	}
	return "**" + trigger + "**"
}

// maxShown is how many claims of one statement are shown unless all are asked for.
const maxShown = 2

// WriteText prints the answers to a question for people to read.
func (r *Result) WriteText(w io.Writer, s Style) error {
	var b strings.Builder
	if r.Total == 0 {
		fmt.Fprintf(&b, "No claim answers %s.\n", s.Bold(r.Question))
		for _, h := range r.Hints {
			fmt.Fprintf(&b, "%s\n", wrap("  "+h, s.columns(), "    "))
		}
	}
	for i, st := range r.Statements {
		if i > 0 {
			b.WriteByte('\n')
		}
		st.write(&b, s)
	}
	if left := r.Total - len(r.Statements); left > 0 {
		fmt.Fprintf(&b, "\n%s\n", s.Faint(fmt.Sprintf("%s more; --limit 0 shows all", Count(left, "answer"))))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteTable prints the answers as a table, an answer a row.
func (r *Result) WriteTable(w io.Writer, s Style) error {
	t := textTable{style: s, head: []string{"articles", "claims", "first", "last", "class", "who", "does", "whom"}, right: 2, shrink: []int{7, 5, 6, 4}}
	for i := range r.Statements {
		st := &r.Statements[i]
		verb := sentence("", st.Predicate, st.Lemma, "", st.Polarity, st.Modality)
		t.add(Thousands(st.Articles), Thousands(len(st.Claims)), st.First, st.Last, st.classes(), st.Subject.Name, verb, st.objectText())
	}
	if len(r.Statements) == 0 {
		return r.WriteText(w, s)
	}
	return t.writeTo(w)
}

// write prints a statement and its evidence.
func (st *Statement) write(b *strings.Builder, s Style) {
	tail := st.classes()
	if st.Articles > 1 {
		tail += ", " + Count(st.Articles, "article")
	}
	fmt.Fprintf(b, "%s  %s\n", s.Bold(st.Sentence()), s.Faint(tail))
	shown := st.Claims
	if !s.All && len(shown) > maxShown {
		shown = shown[:maxShown]
	}
	for i := range shown {
		shown[i].write(b, s, "  ")
	}
	if left := len(st.Claims) - len(shown); left > 0 {
		fmt.Fprintf(b, "  %s\n", s.Faint(fmt.Sprintf("%s more; --why shows all", Count(left, "sentence"))))
	}
}

// Sentence returns the statement in words: "Jake Sullivan warns North Korea".
func (st *Statement) Sentence() string {
	return sentence(st.Subject.Name, st.Predicate, st.Lemma, st.objectText(), st.Polarity, st.Modality)
}

// objectText returns the object's name with what joins it to the verb.
func (st *Statement) objectText() string {
	if st.Object == nil || len(st.Claims) == 0 {
		return objectName(*st)
	}
	return joined(&st.Claims[0].Claim, st.Object.ID, st.Object.Name, len(st.Claims) == 1)
}

// joined puts before an object's name what joins it to the verb in the claim's sentence: "with" in "aligning with
// Russia", "… to" in "providing arms to Russia", or "arms to" if what stands between is asked for and short.
func joined(c *news.Claim, id, name string, between bool) string {
	if c.Object != nil && c.Object.ID == id && c.Object.Start >= c.TriggerEnd && c.TriggerEnd >= c.SentenceStart && c.Object.Start <= c.SentenceEnd {
		words := strings.Fields(c.Sentence[c.TriggerEnd-c.SentenceStart : c.Object.Start-c.SentenceStart])
		if n := len(words); n > 0 && n < 10 && slices.Contains(prepositions, words[n-1]) {
			middle := strings.Join(words[:n-1], " ")
			if middle != "" && (!between || len(middle) > maxBetween || strings.ContainsAny(middle, ",;:\"“”()") ||
				slices.Contains(prepositions, words[0])) {
				middle = "…"
			}
			return strings.TrimSpace(middle + " " + words[n-1] + " " + name)
		}
	}
	if c.Mutual && c.Lemma != "meet" {
		return "with " + name
	}
	return name
}

// maxBetween is how many bytes of the words between a verb and the preposition of its object are shown.
const maxBetween = 30

// sentence puts a claim in words; what is not told as done is said so in brackets.
func sentence(subject, predicate, lemma, object string, polarity news.Polarity, modality news.Modality) string {
	verb := predicate
	if polarity == news.Negated {
		verb = "does not " + lemma
	}
	out := oneLine(subject + " " + verb + " " + object)
	if modality != news.Actual && modality != "" {
		out += " (" + string(modality) + ")"
	}
	return out
}

// words returns the claim in words.
func (e *Evidence) words() string {
	object := ""
	if e.Object != nil {
		object = joined(&e.Claim, e.Object.ID, e.Object.Name, true)
	}
	return sentence(e.Subject.Name, e.Predicate, e.Lemma, object, e.Polarity, e.Modality)
}

// classes lists the statement's event classes.
func (st *Statement) classes() string {
	names := make([]string, len(st.Classes))
	for i, c := range st.Classes {
		names[i] = string(c)
	}
	return strings.Join(names, ", ")
}

// write prints a claim's date, article and sentence.
func (e *Evidence) write(b *strings.Builder, s Style, indent string) {
	fmt.Fprintf(b, "%s%s\n", indent, s.Faint(e.heading()))
	text := wrap(indent+"  "+marked(&e.Claim, bracketed), s.columns(), indent+"  ")
	b.WriteString(s.unmark(text))
	b.WriteByte('\n')
}

// unmark replaces the marks around triggers, which may lie on two lines, by those of the style.
func (s Style) unmark(text string) string {
	for {
		before, rest, ok := strings.Cut(text, "\x00")
		if !ok {
			return text
		}
		trigger, after, _ := strings.Cut(rest, "\x01")
		text = before + s.mark(trigger) + after
	}
}

// heading returns date, article and what else places a claim.
func (e *Evidence) heading() string {
	parts := []string{dateText(&e.Claim), e.Article}
	if e.Source != "" {
		parts = append(parts, e.Source)
	}
	if e.Speaker != nil {
		parts = append(parts, "says "+e.Speaker.Name)
	}
	if e.Modality != news.Actual && e.Modality != "" {
		parts = append(parts, string(e.Modality))
	}
	if e.Polarity == news.Negated {
		parts = append(parts, "negated")
	}
	return oneLine(strings.Join(parts, " · "))
}

// dateText returns a claim's date; "~" before it says that it is only the article's.
func dateText(c *news.Claim) string {
	switch {
	case c.Date == "":
		return "no date"
	case c.DateSource == news.DateFromArticle:
		return "~" + c.Date
	}
	return c.Date
}

// marked returns a claim's sentence on one line with the trigger marked.
func marked(c *news.Claim, mark func(string) string) string {
	start, end := c.TriggerStart-c.SentenceStart, c.TriggerEnd-c.SentenceStart
	if start < 0 || end > len(c.Sentence) || start >= end {
		return oneLine(c.Sentence)
	}
	return oneLine(c.Sentence[:start]) + spaceAt(c.Sentence, start) + mark(oneLine(c.Sentence[start:end])) +
		spaceAt(c.Sentence, end) + oneLine(c.Sentence[end:])
}

// spaceAt returns a space if oneLine takes one away at this place of s, before or behind it.
func spaceAt(s string, at int) string {
	left, right := s[:at], s[at:]
	if left != strings.TrimRight(left, " \t\r\n") || right != strings.TrimLeft(right, " \t\r\n") {
		return " "
	}
	return ""
}

// oneLine makes white space single and takes control characters out; non-breaking spaces stay.
func oneLine(s string) string {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r < ' ' || r == 0x7F })
	return strings.Join(fields, " ")
}

// wrap breaks a line at spaces so that it fits the columns; lines after the first begin with the indent.
func wrap(text string, columns int, indent string) string {
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	var b strings.Builder
	b.WriteString(lead)
	used, first := len(lead), true
	for word := range strings.SplitSeq(strings.TrimSpace(text), " ") {
		n := displayWidth(word)
		switch {
		case first:
		case used+1+n > columns:
			b.WriteString("\n" + indent)
			used = len(indent)
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
		first = false
	}
	return b.String()
}

// displayWidth returns how many columns of a terminal a text takes: East Asian wide characters take two, marks none.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case r == 0 || r == 1: // the marks around a trigger become two asterisks each
			n += 2
		case r < ' ' || r >= 0x300 && r < 0x370:
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// Thousands writes a number with commas: 1,234,567.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// bracketed puts a trigger between marks that unmark knows; lines can be broken meanwhile.
func bracketed(trigger string) string { return "\x00" + trigger + "\x01" }
