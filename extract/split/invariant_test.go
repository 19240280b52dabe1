package split

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// checkInvariants fails unless tokens lie in order in the text, hold no white space, and cover all of it but white
// space and metadata.
func checkInvariants(t *testing.T, doc *text.Document) {
	t.Helper()
	covered := 0 // everything before this offset is token, white space or metadata
	gap := func(end int) {
		for i := covered; i < end; {
			r, n := utf8.DecodeRuneInString(doc.Text[i:])
			if !unicode.IsSpace(r) && !inMeta(doc.Meta, i) {
				t.Fatalf("%q at %d of %q is in no token", r, i, doc.Text)
			}
			i += n
		}
	}
	paragraph := 0
	for _, s := range doc.Sentences {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %+v does not span its tokens", s)
		}
		if s.Paragraph < paragraph {
			t.Fatalf("paragraph %d after %d", s.Paragraph, paragraph)
		}
		paragraph = s.Paragraph
		for _, tok := range s.Tokens {
			if tok.Start < covered || tok.End <= tok.Start || tok.End > len(doc.Text) || doc.Text[tok.Start:tok.End] != tok.Form {
				t.Fatalf("token %+v after offset %d of %q", tok, covered, doc.Text)
			}
			if strings.ContainsFunc(tok.Form, unicode.IsSpace) {
				t.Fatalf("white space in token %q", tok.Form)
			}
			gap(tok.Start)
			covered = tok.End
		}
	}
	gap(len(doc.Text))
}

// checkCoNLLU fails unless a document comes back as it was when written as CoNLL-U and read again.
func checkCoNLLU(t *testing.T, doc *text.Document) {
	t.Helper()
	var file bytes.Buffer
	if err := text.WriteCoNLLU(&file, doc); err != nil {
		t.Fatal(err)
	}
	again, err := text.ReadCoNLLU(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, file.String())
	}
	if len(doc.Sentences) == 0 {
		doc.Sentences = nil
	}
	if len(again) != 1 || !reflect.DeepEqual(again[0].Document, *doc) {
		t.Fatalf("got\n%+v\nwant\n%+v", again[0].Document, *doc)
	}
}

func inMeta(meta []news.Span, i int) bool {
	for _, m := range meta {
		if m.Start <= i && i < m.End {
			return true
		}
	}
	return false
}

func FuzzSplit(f *testing.F) {
	for _, s := range strange(8) {
		f.Add(s, uint(3), uint(9))
	}
	f.Add("Kim didn't go. http://a.b/c (x@y.z), U.S. [...] “No,” he said.\n\n- item\n\nSEOUL (AP) – It", uint(0), uint(4))
	s := loaded(f)
	f.Fuzz(func(t *testing.T, source string, from, to uint) {
		source = strings.ToValidUTF8(source, "?")
		doc := &text.Document{Text: source}
		if from < to && to <= uint(len(source)) && utf8.ValidString(source[:from]) && utf8.ValidString(source[from:to]) {
			doc.Meta = []news.Span{{Start: int(from), End: int(to)}}
		}
		s.Split(doc)
		checkInvariants(t, doc)
		checkCoNLLU(t, doc)
	})
}

// strange makes texts of n parts that programs made for English prose stumble over.
func strange(n int) map[string]string {
	parts := map[string]string{
		"one line": "word and Word. ", "no space": "a", "full stops": ".", "brackets": "([", "closed": "])", "quotes": "\"'“”",
		"dashes": "a — B ", "hyphens": "a-", "addresses": "http://a.b ", "one address": "http://", "mails": "a@b.c,", "ats": "@",
		"digits": "1,", "Chinese": "中文。", "Arabic": "كتاب ", "Thai": "ภาษาไทย", "emoji": "👩‍👩‍👧", "marks": "\u0301", "joiners": "\u200d",
		"control": "\x00\x1b", "markup": "<a href=\"x\">b</a>", "lines": "a\n", "long lines": strings.Repeat("word ", 14) + "\n",
		"empty lines": "\n\n", "spaces": " \u00a0\u3000", "initials": "J. ", "underscores": "a_", "clitics": "don't", "cuts": "cannot",
		"items": "- a\n", "invalid": "\ufffd", "soft hyphens": "a\u00adb", "capitals": "AB", "ligatures": "İſ", "slashes": "/",
	}
	for name, part := range parts {
		parts[name] = strings.Repeat(part, n)
	}
	return parts
}

func TestStrangeTexts(t *testing.T) {
	s := loaded(t)
	for name, source := range strange(2000) {
		doc := &text.Document{Text: source}
		s.Split(doc)
		t.Run(name, func(t *testing.T) {
			checkInvariants(t, doc)
			checkCoNLLU(t, doc)
		})
	}
}

// TestLinear splits texts of 100,000 parts, mostly without a line break. What takes more than linear time would need
// minutes; half a second for a megabyte is many times what is needed.
func TestLinear(t *testing.T) {
	s := loaded(t)
	for name, source := range strange(100_000) {
		start := time.Now()
		s.Split(&text.Document{Text: source})
		if took, limit := time.Since(start), time.Second+time.Duration(len(source))*2*time.Microsecond; took > limit {
			t.Errorf("%s: %d bytes took %v, want less than %v", name, len(source), took, limit)
		}
	}
}

func TestMeta(t *testing.T) {
	source := "Talks end\ndate 2020-01-02 The army left. More"
	doc := &text.Document{Text: source, Meta: []news.Span{{Start: 10, End: 25}}}
	loaded(t).Split(doc)
	checkInvariants(t, doc)
	want := "headline: Talks end\nThe army left .\nMore"
	if got := strings.Join(render(doc), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBadMeta(t *testing.T) {
	for _, meta := range [][]news.Span{{{Start: -1, End: 2}}, {{Start: 3, End: 1}}, {{Start: 2, End: 99}}, {{Start: 2, End: 4}, {Start: 1, End: 3}}} {
		doc := &text.Document{Text: "a b c d", Meta: meta}
		loaded(t).Split(doc) // must not panic
	}
}
