package coref_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// stages are the stages before this one.
type stages struct {
	split *split.Splitter
	parse *parse.Parser
	tag   *tag.Lemmatizer
	names *names.Finder
}

var pipeline = sync.OnceValues(func() (*stages, error) {
	var x stages
	var err error
	if x.split, err = split.English(); err != nil {
		return nil, err
	}
	if x.parse, err = parse.English(); err != nil {
		return nil, err
	}
	if x.tag, err = tag.English(); err != nil {
		return nil, err
	}
	x.names, err = names.English()
	return &x, err
})

// Annotate runs the stages before coreference.
func (x *stages) Annotate(a news.Article) *text.Document {
	doc := &text.Document{Text: a.Text, Date: a.Date, Meta: a.Meta}
	x.split.Split(doc)
	x.parse.Parse(doc.Sentences)
	x.tag.Lemmatize(doc.Sentences)
	x.names.Find(doc)
	return doc
}

// annotate runs the stages before coreference over a text.
func annotate(t testing.TB, body string) *text.Document {
	t.Helper()
	x, err := pipeline()
	if err != nil {
		t.Fatal(err)
	}
	return x.Annotate(news.Article{Text: body, Date: "2023-11-06"})
}

var update = flag.Bool("update", false, "parse testdata/links.txt anew")

// linkCase is one text of testdata/links.txt.
type linkCase struct {
	name, text string
	want       []link
}

// link says what the words denote.
type link struct {
	words  string
	nth    int
	entity string
	quote  bool // the speaker of the quotation around the words is asked for
}

func readLinks(t testing.TB) []linkCase {
	t.Helper()
	data, err := os.ReadFile("testdata/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []linkCase
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		c := linkCase{name: name}
		var lines []string
		for _, line := range strings.Split(body, "\n") {
			left, right, ok := strings.Cut(line, " => ")
			if !ok {
				lines = append(lines, line)
				continue
			}
			l := link{words: left, nth: 1, entity: right}
			if words, n, ok := strings.Cut(left, "#"); ok {
				l.words = words
				l.nth, _ = strconv.Atoi(n)
			}
			if words, ok := strings.CutPrefix(l.words, "speaker: "); ok {
				l.words, l.quote = words, true
			}
			c.want = append(c.want, l)
		}
		c.text = strings.TrimSpace(strings.Join(lines, "\n"))
		out = append(out, c)
	}
	return out
}

// parsedLinks returns the documents of testdata/links.conllu: the texts with the trees and names that the stages before gave
// them when they were last updated, so that this stage is tested alone.
func parsedLinks(t testing.TB, cases []linkCase) []*text.CoNLLU {
	t.Helper()
	const file = "testdata/links.conllu"
	if *update {
		var b bytes.Buffer
		for _, c := range cases {
			doc := annotate(t, c.text)
			if err := text.WriteCoNLLU(&b, doc); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != len(cases) {
		t.Fatalf("%d parsed texts, want %d: run with -update", len(docs), len(cases))
	}
	return docs
}

// knownFailures are links that are not found yet. One that is found must be taken from the list.
var knownFailures = map[string]bool{
	"relative which: which": true,
}

func TestLinks(t *testing.T) {
	cases := readLinks(t)
	docs := parsedLinks(t, cases)
	links := 0
	for i, c := range cases {
		doc := docs[i].Document
		coref.English().Resolve(&doc)
		checkInvariants(t, &doc)
		for _, l := range c.want {
			links++
			got := denoted(&doc, l)
			id := c.name + ": " + l.words
			switch ok := got == l.entity; {
			case !ok && !knownFailures[id]:
				t.Errorf("%s: %q denotes %s, want %s", c.name, l.words, got, l.entity)
			case ok && knownFailures[id]:
				t.Errorf("%s: right now: take it from the known failures", id)
			}
		}
	}
	if len(cases) < 60 {
		t.Errorf("%d texts, want 60", len(cases))
	}
	t.Logf("%d texts, %d links, %d known failures", len(cases), links, len(knownFailures))
}

// denoted returns the name of the entity that the words denote, "-" if none.
func denoted(doc *text.Document, l link) string {
	at := place(doc.Text, l.words, l.nth)
	if at < 0 {
		return "no such words"
	}
	if l.quote {
		return speaker(doc, at)
	}
	best := -1
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Start <= at && at+len(l.words) <= m.End && (best < 0 || m.End-m.Start < doc.Mentions[best].End-doc.Mentions[best].Start) &&
			(m.Start == at || m.End == at+len(l.words)) {
			best = i
		}
	}
	return entityOf(doc, best)
}

// place returns where the words stand for the nth time, as whole words; -1 if nowhere.
func place(s, words string, nth int) int {
	for at := 0; ; {
		i := strings.Index(s[at:], words)
		if i < 0 {
			return -1
		}
		start, end := at+i, at+i+len(words)
		if (start == 0 || !letter(s[start-1])) && (end == len(s) || !letter(s[end])) {
			if nth--; nth == 0 {
				return start
			}
		}
		at = start + 1
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func speaker(doc *text.Document, at int) string {
	for _, q := range doc.Quotes {
		if q.Start <= at && at < q.End {
			return entityOf(doc, q.Speaker)
		}
	}
	return "no quotation"
}

func entityOf(doc *text.Document, mention int) string {
	if mention < 0 {
		return "-"
	}
	m := &doc.Mentions[mention]
	if m.Entity >= 0 {
		return doc.Entities[m.Entity].Name
	}
	var members []string
	for _, e := range m.Members {
		members = append(members, doc.Entities[e].Name)
	}
	if len(members) == 0 {
		return "-"
	}
	return strings.Join(members, " & ")
}

// checkInvariants verifies what every resolved document must hold.
func checkInvariants(t testing.TB, doc *text.Document) {
	t.Helper()
	fail := func(format string, args ...any) { t.Errorf("%.60q: %s", doc.Text, fmt.Sprintf(format, args...)) }
	for i, m := range doc.Mentions {
		s := doc.Sentences[m.Sentence]
		if m.First > m.Head || m.Head > m.Last || m.Last >= len(s.Tokens) || m.Start != s.Tokens[m.First].Start || m.End != s.Tokens[m.Last].End {
			fail("mention %d %+v out of bounds", i, m)
		}
		if m.Entity >= len(doc.Entities) || m.Entity >= 0 && len(m.Members) > 0 || m.Entity < -1 {
			fail("mention %d has entity %d and members %v", i, m.Entity, m.Members)
		}
		if i > 0 && (doc.Mentions[i-1].Sentence > m.Sentence || doc.Mentions[i-1].Sentence == m.Sentence && doc.Mentions[i-1].First > m.First) {
			fail("mention %d out of order", i)
		}
		for _, e := range m.Members {
			if e < 0 || e >= len(doc.Entities) {
				fail("mention %d has member %d", i, e)
			}
		}
	}
	first := -1
	for e, entity := range doc.Entities {
		if len(entity.Mentions) == 0 || entity.Mentions[0] < first {
			fail("entity %d out of order", e)
			continue
		}
		first = entity.Mentions[0]
		for _, i := range entity.Mentions {
			if doc.Mentions[i].Entity != e {
				fail("entity %d lists mention %d, whose entity is %d", e, i, doc.Mentions[i].Entity)
			}
		}
	}
	for i, q := range doc.Quotes {
		if q.Start < 0 || q.End > len(doc.Text) || q.Start >= q.End || q.Speaker >= len(doc.Mentions) {
			fail("quote %d %+v", i, q)
		}
	}
}
