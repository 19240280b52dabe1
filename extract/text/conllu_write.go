package text

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"quadwire/graph/news"
)

// WriteCoNLLU writes a document as CoNLL-U. ReadCoNLLU gives the same document back, with two reservations: mentions of
// one entity that overlap without one enclosing the other, and spans that are not those of their tokens.
func WriteCoNLLU(w io.Writer, doc *Document) error {
	return (&CoNLLU{Document: *doc}).Write(w)
}

// Write writes the document with the id and comments that it was read with, and the attributes in MISC that are not
// ours.
func (d *CoNLLU) Write(w io.Writer) error {
	out := conlluWriter{d: d, w: bufio.NewWriter(w), opening: map[TokenID][]int{}, closing: map[TokenID][]int{}}
	out.index()
	out.header()
	for i := range d.Sentences {
		out.sentence(i)
	}
	if err := out.w.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

// conlluWriter holds what is looked up by token while a document is written.
type conlluWriter struct {
	d       *CoNLLU
	w       *bufio.Writer
	opening map[TokenID][]int // mentions that begin at a token, longer first
	closing map[TokenID][]int // mentions of several tokens that end at a token, shorter first
	times   map[TokenID]string
}

// index sorts mentions and times by their tokens.
func (o *conlluWriter) index() {
	for i, m := range o.d.Mentions {
		first, last := TokenID{m.Sentence, m.First}, TokenID{m.Sentence, m.Last}
		o.opening[first] = append(o.opening[first], i)
		if m.First != m.Last {
			o.closing[last] = append(o.closing[last], i)
		}
	}
	for _, list := range o.opening {
		slices.SortStableFunc(list, func(a, b int) int { return o.d.Mentions[b].Last - o.d.Mentions[a].Last })
	}
	for _, list := range o.closing {
		slices.SortStableFunc(list, func(a, b int) int { return o.d.Mentions[b].First - o.d.Mentions[a].First })
	}
	o.times = map[TokenID]string{}
	for _, t := range o.d.Times {
		id := TokenID{t.Sentence, t.First}
		if o.times[id] != "" {
			o.times[id] += "+"
		}
		o.times[id] += strconv.Itoa(t.Last-t.First+1) + ":" + escape(t.Value, reservedList)
	}
}

// comment writes a comment line.
func (o *conlluWriter) comment(s string) {
	o.w.WriteString("# ")
	o.w.WriteString(lineBreaks.Replace(s))
	o.w.WriteByte('\n')
}

// lineBreaks become spaces in comments, which are single lines.
var lineBreaks = strings.NewReplacer("\n", " ", "\r", " ")

// header writes the comments of the document.
func (o *conlluWriter) header() {
	d := o.d
	if d.ID != "" {
		o.comment("newdoc id = " + d.ID)
	} else {
		o.comment("newdoc")
	}
	if len(d.Mentions) > 0 {
		o.comment("global.Entity = " + entityFields)
	}
	for _, c := range d.Comments {
		if key, _, _ := strings.Cut(c, " = "); !strings.HasPrefix(c, "newdoc") && !strings.HasPrefix(key, "document_") &&
			(key != "global.Entity" || len(d.Mentions) == 0) {
			o.comment(c)
		}
	}
	if d.Date != "" {
		o.comment(commentDate + " = " + d.Date)
	}
	for _, m := range d.Meta {
		o.comment(fmt.Sprintf("%s = %d:%d", commentMeta, m.Start, m.End))
	}
	o.gaps()
	for i, e := range d.Entities {
		o.comment(fmt.Sprintf("%s = e%d|%s|%s|%s|%s|%s", commentEntity, i, escape(e.Name, reserved),
			escape(string(e.Kind), reserved), escape(e.Side, reserved), escape(joinList(e.Roles), reserved),
			escape(joinList(e.Aliases), reserved)))
	}
	for _, q := range d.Quotes {
		o.comment(fmt.Sprintf("%s = %d:%d|%d|%d:%d", commentQuote, q.Start, q.End, q.Speaker, q.Cue.Sentence, q.Cue.Token))
	}
}

// gaps writes the text between tokens that is more than white space.
func (o *conlluWriter) gaps() {
	at := 0
	gap := func(end int) {
		if s := o.d.Text[at:end]; s != "" && (at == 0 || !blankText(s)) {
			o.comment(fmt.Sprintf("%s = %d %s", commentGap, at, strconv.QuoteToASCII(s)))
		}
	}
	for _, s := range o.d.Sentences {
		for _, t := range s.Tokens {
			gap(t.Start)
			at = t.End
		}
	}
	gap(len(o.d.Text))
}

// blankText reports whether s is white space.
func blankText(s string) bool { return strings.TrimSpace(s) == "" }

// generated are the keys of sentence comments that Write makes itself.
var generated = []string{"sent_id", "newpar", "newpar id", "kind", "text"}

// sentence writes the i-th sentence and the empty line after it.
func (o *conlluWriter) sentence(i int) {
	s := &o.d.Sentences[i]
	var source CoNLLUSentence
	if i < len(o.d.Source) {
		source = o.d.Source[i]
	}
	id, named := source.Comment("newpar id")
	switch {
	case named:
		o.comment("newpar id = " + id)
	case slices.Contains(source.Comments, "newpar") || i > 0 && s.Paragraph != o.d.Sentences[i-1].Paragraph:
		o.comment("newpar")
	}
	if id = source.ID; id == "" {
		id = strconv.Itoa(i + 1)
	}
	o.comment("sent_id = " + id)
	o.comment("kind = " + kindNames[min(int(s.Kind), len(kindNames)-1)])
	for _, c := range source.Comments {
		if key, _, _ := strings.Cut(c, " = "); !slices.Contains(generated, strings.TrimSpace(key)) {
			o.comment(c)
		}
	}
	o.comment("text = " + o.d.Text[s.Start:s.End])
	words := source.Words
	if source.Misc == nil {
		words = multiTokens(s.Tokens)
	}
	o.tokens(i, words, source.Misc)
	o.w.WriteByte('\n')
}

// tokens writes the lines of the words of a sentence.
func (o *conlluWriter) tokens(i int, words []MultiToken, misc []string) {
	s := &o.d.Sentences[i]
	inside := -1 // last token of the multiword token being written
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if len(words) > 0 && words[0].First == j {
			inside = words[0].Last
			span := news.Span{Start: t.Start, End: s.Tokens[inside].End}
			fmt.Fprintf(o.w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", j+1, inside+1, o.d.Text[span.Start:span.End],
				o.space(i, inside, "", span))
			words = words[1:]
		}
		column := ""
		if j < len(misc) {
			column = misc[j]
		}
		column = o.misc(TokenID{i, j}, column)
		if j > inside {
			column = o.space(i, j, column, t.Span)
		} else {
			column = appendAttribute(column, "TokenRange", tokenRange(t.Span))
		}
		head := "_"
		if t.Rel != "" || t.Head != 0 {
			head = strconv.Itoa(t.Head + 1)
		}
		fmt.Fprintf(o.w, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t_\t%s\n", j+1, t.Form, orBlank(t.Lemma), orBlank(t.UPOS),
			orBlank(t.XPOS), orBlank(t.Feats), head, orBlank(t.Rel), orBlank(column))
	}
}

// orBlank returns what a column holds for a value: "_" for none.
func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

func tokenRange(s news.Span) string { return strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End) }

func appendAttribute(column, key, value string) string {
	if column != "" {
		column += "|"
	}
	return column + key + "=" + value
}

// misc returns a token's attributes: those read that are not ours, its mentions and times.
func (o *conlluWriter) misc(id TokenID, read string) string {
	column := ""
	for item := range strings.SplitSeq(read, "|") {
		switch key, value, _ := strings.Cut(item, "="); key {
		case "", "TokenRange", "SpaceAfter", "SpacesAfter", "SpacesBefore", "Time":
		case "Entity":
			if len(o.d.Mentions) == 0 {
				column = appendAttribute(column, key, value)
			}
		default:
			if column != "" {
				column += "|"
			}
			column += item
		}
	}
	if brackets := o.brackets(id); brackets != "" {
		column = appendAttribute(column, "Entity", brackets)
	}
	if times := o.times[id]; times != "" {
		column = appendAttribute(column, "Time", times)
	}
	return column
}

// brackets returns the Entity attribute of a token.
func (o *conlluWriter) brackets(id TokenID) string {
	var b strings.Builder
	for _, i := range o.closing[id] {
		b.WriteString(o.mentionID(i) + ")")
	}
	for _, i := range o.opening[id] {
		m := &o.d.Mentions[i]
		place := ""
		if m.Place {
			place = "place"
		}
		members := make([]string, len(m.Members))
		for k, e := range m.Members {
			members[k] = "e" + strconv.Itoa(e)
		}
		fields := []string{string(m.Kind), strconv.Itoa(m.Head - m.First + 1), formNames[min(int(m.Form), len(formNames)-1)],
			place, m.Name, joinList(m.Roles), m.Side, joinList(members)}
		b.WriteString("(" + o.mentionID(i))
		for _, f := range fields {
			b.WriteString("-" + escape(f, reserved))
		}
		if m.First == m.Last {
			b.WriteByte(')')
		}
	}
	return b.String()
}

// mentionID returns the id of the entity of a mention, or one of its own.
func (o *conlluWriter) mentionID(i int) string {
	if e := o.d.Mentions[i].Entity; e >= 0 {
		return "e" + strconv.Itoa(e)
	}
	return "m" + strconv.Itoa(i)
}
