package claims_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"quadwire/extract"
	"quadwire/graph/news"
)

var (
	update  = flag.Bool("update", false, "rewrite the golden files")
	verbose = flag.Bool("misses", false, "print every miss and every wrong claim of the sentences")
)

// example is a text with the claims that it makes.
type example struct {
	file string
	line int
	text string
	want []expected
}

// expected is a claim that an example makes.
type expected struct {
	line             int
	subject, object  string
	lemmas, classes  []string
	polarity         news.Polarity
	modality         news.Modality
	speaker          string
	optional         bool
	found, attribute bool // filled by the test
}

// readExamples reads one file of sentences. See testdata/README.md.
func readExamples(t *testing.T, file string) []example {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []example
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= "):
			out = append(out, example{file: file, line: n, text: line[2:]})
		case len(out) == 0:
			t.Fatalf("%s:%d: claim before the first sentence", file, n)
		default:
			c, err := parseExpected(line)
			if err != nil {
				t.Fatalf("%s:%d: %v", file, n, err)
			}
			c.line = n
			e := &out[len(out)-1]
			e.want = append(e.want, c)
		}
	}
	return out
}

func parseExpected(line string) (expected, error) {
	c := expected{polarity: news.Affirmed, modality: news.Actual}
	line, c.optional = strings.CutPrefix(line, "? ")
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if len(f) < 4 || len(f) > 5 {
		return c, fmt.Errorf("want 4 or 5 fields, have %d: %s", len(f), line)
	}
	c.subject, c.object = f[0], f[3]
	c.lemmas, c.classes = strings.Split(f[1], "/"), strings.Split(f[2], "/")
	for _, k := range c.classes {
		if !slices.Contains(news.Classes, news.Class(k)) {
			return c, fmt.Errorf("unknown class %q", k)
		}
	}
	if len(f) == 5 {
		return c, c.attributes(f[4])
	}
	return c, nil
}

func (c *expected) attributes(s string) error {
	if before, name, ok := strings.Cut(s, "speaker="); ok {
		s, c.speaker = before, name
	}
	for _, w := range strings.Fields(s) {
		switch w {
		case string(news.Affirmed), string(news.Negated):
			c.polarity = news.Polarity(w)
		case string(news.Actual), string(news.Planned), string(news.Possible), string(news.Requested):
			c.modality = news.Modality(w)
		default:
			return fmt.Errorf("unknown attribute %q", w)
		}
	}
	return nil
}

// fits reports whether the claim has the actors, class and lemma that are expected.
func (c *expected) fits(got news.Claim) bool {
	if got.Object == nil || !slices.Contains(c.classes, string(got.Class)) ||
		!slices.ContainsFunc(c.lemmas, func(l string) bool { return american(l) == got.Lemma }) {
		return false
	}
	return is(got.Subject, c.subject) && is(*got.Object, c.object) ||
		got.Mutual && is(got.Subject, c.object) && is(*got.Object, c.subject)
}

// american returns the American spelling of a verb, in which lemmas are given.
func american(lemma string) string {
	if stem, ok := strings.CutSuffix(lemma, "ise"); ok && len(stem) > 4 {
		return stem + "ize"
	}
	return lemma
}

// is reports whether the participant has the name, as its own, as an alias or in the text.
func is(p news.Participant, name string) bool {
	fold := func(s string) string {
		s = strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), ".", ""))
		for _, a := range []string{"the ", "a ", "an "} {
			s = strings.TrimPrefix(s, a)
		}
		return s
	}
	for n := range strings.SplitSeq(name, "/") {
		for _, s := range append([]string{p.Name, p.Mention}, p.Aliases...) {
			if fold(s) == fold(n) {
				return true
			}
		}
	}
	return false
}

// agrees reports whether polarity, modality and speaker are right too.
func (c *expected) agrees(got news.Claim) bool {
	if c.speaker != "" && (got.Speaker == nil || !is(*got.Speaker, c.speaker)) {
		return false
	}
	return got.Polarity == c.polarity && got.Modality == c.modality
}

// TestSentences is the ratchet over our own sentences: the counts are those of testdata/score.golden.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sentences: %v", err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Skip(err) // no model is embedded yet
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-24s %9s %8s %6s %10s %6s\n", "file", "sentences", "expected", "found", "attributes", "wrong")
	var total [5]int
	for _, f := range files {
		row := judgeFile(t, x, f)
		for i, n := range row {
			total[i] += n
		}
		writeRow(&table, filepath.Base(f), row)
	}
	writeRow(&table, "total", total)
	compareGolden(t, "testdata/score.golden", table.String())
}

func writeRow(b *strings.Builder, name string, row [5]int) {
	fmt.Fprintf(b, "%-24s %9d %8d %6d %10d %6d\n", name, row[0], row[1], row[2], row[3], row[4])
}

// judgeFile counts sentences, expected claims, those found, those found with the right attributes, and wrong claims.
func judgeFile(t *testing.T, x *extract.Extractor, file string) (row [5]int) {
	for _, e := range readExamples(t, file) {
		row[0]++
		wrong := judge(t, x, &e)
		row[4] += wrong
		for _, c := range e.want {
			if c.optional {
				continue
			}
			row[1]++
			if c.found {
				row[2]++
			} else if *verbose {
				t.Logf("%s:%d missed %s %v %s in: %s", file, c.line, c.subject, c.lemmas, c.object, e.text)
			}
			if c.attribute {
				row[3]++
			} else if c.found && *verbose {
				t.Logf("%s:%d wrong attributes: %s %v %s in: %s", file, c.line, c.subject, c.lemmas, c.object, e.text)
			}
		}
	}
	return row
}

// judge marks what was found of an example and returns the number of other claims.
func judge(t *testing.T, x *extract.Extractor, e *example) (wrong int) {
	for _, got := range x.Extract(e.article(t)) {
		if got.Object == nil || e.sample() && !e.expects(got) {
			continue
		}
		ok := false
		for i := range e.want {
			if e.want[i].fits(got) {
				ok, e.want[i].found = true, true
				e.want[i].attribute = e.want[i].attribute || e.want[i].agrees(got)
			}
		}
		if !ok {
			wrong++
			if *verbose {
				t.Logf("%s:%d wrong %s %s %s %s by %s in: %s", e.file, e.line, got.Subject.Name, got.Lemma, got.Class, got.Object.Name, got.Rule, e.text)
			}
		}
	}
	return wrong
}

// sample reports whether the example is a sample article, of which only what it certainly says is written down.
func (e *example) sample() bool { return strings.HasPrefix(e.text, "@") }

// expects reports whether a claim is among the expected ones.
func (e *example) expects(got news.Claim) bool {
	return slices.ContainsFunc(e.want, func(c expected) bool { return c.fits(got) })
}

// article makes the article that the example stands for.
func (e *example) article(t *testing.T) news.Article {
	name, ok := strings.CutPrefix(e.text, "@")
	if !ok {
		return news.Article{ID: "example", Text: e.text, Date: "2024-03-20"}
	}
	b, err := os.ReadFile(filepath.Join("../../testdata/articles", name))
	if err != nil {
		t.Fatal(err)
	}
	a := news.Article{ID: name, Text: string(b)}
	if m := sampleDate.FindStringSubmatchIndex(a.Text); m != nil {
		a.Date = a.Text[m[2]:m[3]]
		a.Meta = []news.Span{{Start: m[0], End: m[1]}}
	}
	return a
}

var sampleDate = regexp.MustCompile(`^ date (\d{4}-\d{2}-\d{2})`)

// compareGolden compares a text with a golden file, or rewrites the file.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s: figures have changed; if for the better, run with -update\nhave:\n%s\nwant:\n%s", file, got, want)
	}
}
