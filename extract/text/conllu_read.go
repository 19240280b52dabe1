package text

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadCoNLLU reads all documents of a CoNLL-U file. A newdoc comment begins a document; a file without one is one
// document. Text is rebuilt so that every token lies in it: from TokenRange where MISC has it, else from "# text" or
// SpaceAfter, with one space between sentences and an empty line between paragraphs. Empty nodes and enhanced
// dependencies are passed over. Errors name the line.
func ReadCoNLLU(r io.Reader) ([]*CoNLLU, error) {
	p := conlluReader{in: bufio.NewReaderSize(r, 1<<16)}
	for {
		line, err := p.in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("read CoNLL-U: %w", err)
		}
		if line != "" {
			p.line++
			if e := p.take(strings.TrimRight(line, "\r\n")); e != nil {
				return nil, fmt.Errorf("read CoNLL-U: line %d: %w", p.line, e)
			}
		}
		if err != nil {
			break
		}
	}
	if err := p.endSentence(); err != nil {
		return nil, fmt.Errorf("read CoNLL-U: line %d: %w", p.line, err)
	}
	if err := p.endDocument(); err != nil {
		return nil, fmt.Errorf("read CoNLL-U: %w", err)
	}
	return p.docs, nil
}

// conlluReader holds the document and the sentence that are being read.
type conlluReader struct {
	in       *bufio.Reader
	line     int
	docs     []*CoNLLU
	doc      *CoNLLU
	newpar   bool     // the sentence being read begins a paragraph
	comments []string // of the sentence being read
	started  bool     // a word of it was read
	sentence Sentence
	source   CoNLLUSentence
	covered  int // tokens up to this one belong to a multiword token already read
}

// take reads one line without its line break.
func (p *conlluReader) take(line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return p.endSentence()
	case line[0] == '#':
		return p.comment(strings.TrimSpace(line[1:]))
	}
	if p.doc == nil {
		p.doc = &CoNLLU{}
	}
	if !utf8.ValidString(line) {
		return errors.New("not UTF-8")
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("%d columns, want 10 separated by tabs", len(columns))
	}
	if !p.started {
		p.started = true
		p.source.line = p.line
	}
	return p.word(columns)
}

// word reads a line that is not a comment.
func (p *conlluReader) word(c []string) error {
	if strings.Contains(c[0], ".") {
		return nil // empty node of the enhanced graph
	}
	if c[1] == "" {
		return errors.New("empty form")
	}
	next := len(p.sentence.Tokens)
	if first, last, ok := strings.Cut(c[0], "-"); ok {
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(last)
		if errA != nil || errB != nil || a != next+1 || b < a || next < p.covered || b-a > len(c[1]) {
			return fmt.Errorf("multiword token %q after word %d", c[0], next)
		}
		p.source.Words = append(p.source.Words, MultiToken{First: a - 1, Last: b - 1, Form: c[1]})
		p.source.spans = append(p.source.spans, surfaceForm{c[1], a - 1, b - 1, blank(c[9]), p.line})
		p.covered = b
		return nil
	}
	if n, err := strconv.Atoi(c[0]); err != nil || n != next+1 {
		return fmt.Errorf("word %q after word %d", c[0], next)
	}
	if next >= p.covered {
		p.source.spans = append(p.source.spans, surfaceForm{c[1], next, next, blank(c[9]), p.line})
	}
	token := Token{Form: c[1], Lemma: c[2], UPOS: blank(c[3]), XPOS: blank(c[4]), Feats: blank(c[5]), Rel: blank(c[7])}
	if c[2] == "_" && (c[1] != "_" || token.UPOS == "") {
		token.Lemma = "" // an underscore is its own lemma, where there are lemmas at all
	}
	if c[6] != "_" {
		head, err := strconv.Atoi(c[6])
		if err != nil || head < 0 {
			return fmt.Errorf("head %q", c[6])
		}
		token.Head = head - 1
	}
	p.sentence.Tokens = append(p.sentence.Tokens, token)
	p.source.Misc = append(p.source.Misc, blank(c[9]))
	return nil
}

// comment reads a comment line without its mark.
func (p *conlluReader) comment(c string) error {
	if p.started {
		return errors.New("comment inside a sentence")
	}
	key, value, _ := strings.Cut(c, " = ")
	switch {
	case c == "newdoc" || strings.HasPrefix(c, "newdoc "):
		if err := p.endDocument(); err != nil {
			return err
		}
		p.doc = &CoNLLU{Comments: []string{c}}
		if key == "newdoc id" {
			p.doc.ID = value
		}
		p.newpar = true
	case c == "newpar" || strings.HasPrefix(c, "newpar "):
		p.newpar = true
		p.comments = append(p.comments, c)
	case isDocumentComment(key):
		if p.doc == nil {
			p.doc = &CoNLLU{}
		}
		p.doc.Comments = append(p.doc.Comments, c)
	default:
		p.comments = append(p.comments, c)
	}
	return nil
}

// isDocumentComment reports whether a comment speaks of the document, not of the sentence that follows it.
func isDocumentComment(key string) bool {
	return strings.HasPrefix(key, "meta::") || strings.HasPrefix(key, "global.") || strings.HasPrefix(key, "document_")
}

// endSentence checks the sentence read and hands it to the document.
func (p *conlluReader) endSentence() error {
	if !p.started {
		return nil // comments wait for the next sentence
	}
	n := len(p.sentence.Tokens)
	if p.covered > n {
		return fmt.Errorf("multiword token up to word %d in a sentence of %d", p.covered, n)
	}
	for i, t := range p.sentence.Tokens {
		if t.Head >= n || t.Head == i && t.Rel != "" {
			return fmt.Errorf("word %d of the sentence has head %d of %d words", i+1, t.Head+1, n)
		}
	}
	d := p.doc
	p.source.Comments = p.comments
	p.source.ID, _ = p.source.Comment("sent_id")
	if kind, ok := p.source.Comment("kind"); ok {
		p.sentence.Kind = kindNamed(kind)
	} else if block, _ := p.source.Comment("newpar_block"); strings.HasPrefix(block, "head") {
		p.sentence.Kind = Heading
	}
	if last := len(d.Sentences) - 1; last >= 0 {
		p.sentence.Paragraph = d.Sentences[last].Paragraph
		if p.newpar {
			p.sentence.Paragraph++
		} else if _, ok := p.source.Comment("kind"); !ok && d.Sentences[last].Kind == Heading {
			p.sentence.Kind = Heading // a newpar_block speaks of all sentences of its paragraph
		}
	}
	if n > 0 {
		d.Sentences = append(d.Sentences, p.sentence)
		d.Source = append(d.Source, p.source)
	}
	p.sentence, p.source, p.comments = Sentence{}, CoNLLUSentence{}, nil
	p.started, p.newpar, p.covered = false, false, 0
	return nil
}

// endDocument rebuilds the text of the document read and stores it.
func (p *conlluReader) endDocument() error {
	d := p.doc
	p.doc = nil
	if d == nil || len(d.Sentences) == 0 && len(d.Comments) == 0 {
		return nil
	}
	if err := d.layOut(); err != nil {
		return err
	}
	d.Genre = d.genre()
	if err := d.readAnnotations(); err != nil {
		return fmt.Errorf("document %q: %w", d.ID, err)
	}
	p.docs = append(p.docs, d)
	return nil
}

// genre tells the genre from the document's comments or, in EWT, from its id.
func (d *CoNLLU) genre() string {
	if g, ok := d.Comment("meta::genre"); ok {
		return g
	}
	for _, g := range []string{"answers", "email", "newsgroup", "reviews", "weblog"} {
		if strings.HasPrefix(d.ID, g+"-") {
			return g
		}
	}
	if rest, ok := strings.CutPrefix(d.ID, "GUM_"); ok {
		g, _, _ := strings.Cut(rest, "_")
		return g
	}
	return ""
}

// blank returns a column's value, empty for "_".
func blank(column string) string {
	if column == "_" {
		return ""
	}
	return column
}

func commentValue(comments []string, key string) (string, bool) {
	for _, c := range comments {
		if k, v, ok := strings.Cut(c, "="); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}
