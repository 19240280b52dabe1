package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// extractor is loaded once for all tests of the package.
var extractor = sync.OnceValues(func() (*Extractor, error) { return New(Options{Threshold: -1}) })

func load(t testing.TB) *Extractor {
	t.Helper()
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// samples reads the sample articles.
func samples(t testing.TB) []news.Article {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var out []news.Article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, news.Article{ID: filepath.Base(f), Text: string(b), Date: "2023-11-06"})
	}
	return out
}

func TestExtractIsDeterministic(t *testing.T) {
	x := load(t)
	for _, a := range samples(t) {
		first := x.Extract(a)
		if len(first) == 0 {
			t.Errorf("%s: no claims", a.ID)
		}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if again := x.Extract(a); !reflect.DeepEqual(first, again) {
					t.Errorf("%s: another run gave other claims", a.ID)
				}
			})
		}
		wg.Wait()
	}
}

func TestClaimsOfSamples(t *testing.T) {
	x := load(t)
	for _, a := range samples(t) {
		ids := map[string]bool{}
		for _, c := range x.Extract(a) {
			check(t, a, c)
			if ids[c.ID] {
				t.Errorf("%s: id %s twice", a.ID, c.ID)
			}
			ids[c.ID] = true
		}
	}
}

// check holds a claim to what every claim promises.
func check(t *testing.T, a news.Article, c news.Claim) {
	t.Helper()
	in := func(what string, start, end int, want string) {
		if start < 0 || end < start || end > len(a.Text) || a.Text[start:end] != want {
			t.Fatalf("%s: %s [%d:%d] is not %q", c.ID, what, start, end, want)
		}
	}
	in("sentence", c.SentenceStart, c.SentenceEnd, c.Sentence)
	in("trigger", c.TriggerStart, c.TriggerEnd, c.Trigger)
	in("subject", c.Subject.Start, c.Subject.End, c.Subject.Mention)
	if c.Object != nil {
		in("object", c.Object.Start, c.Object.End, c.Object.Mention)
		if c.Object.ID == c.Subject.ID {
			t.Errorf("%s: %s does it to itself", c.ID, c.Subject.ID)
		}
	}
	if c.Speaker != nil {
		in("speaker", c.Speaker.Start, c.Speaker.End, c.Speaker.Mention)
	}
	if c.Confidence < 0 || c.Confidence > 1 || c.Rule == "" || c.Lemma == "" || c.Predicate == "" || c.Class == "" {
		t.Errorf("incomplete claim %+v", c)
	}
	if c.Article != a.ID || !strings.HasPrefix(c.ID, "claim:") || !strings.HasPrefix(c.Subject.ID, "actor:") {
		t.Errorf("ids: %q %q %q", c.Article, c.ID, c.Subject.ID)
	}
}

// FuzzExtract runs any text through all stages: no panic, tokens where they say they are, trees, evidence in the text.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{"", "Sullivan warned North Korea.", "“We call on Iran,” he said. They must go!", "a\x00b — \u00a0 U.S.", "🙂 Россия напала", "((("} {
		f.Add(s)
	}
	x := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		a := news.Article{ID: "fuzz", Text: strings.ToValidUTF8(s, "\ufffd"), Date: "2024-03-20"}
		claims, doc := x.ExtractWithDocument(a)
		for _, sent := range doc.Sentences {
			checkTree(t, doc.Text, sent)
		}
		for _, c := range claims {
			check(t, a, c)
		}
	})
}

// checkTree checks the offsets of a sentence's tokens and that their heads make a tree.
func checkTree(t *testing.T, s string, sent text.Sentence) {
	roots := 0
	for i, tok := range sent.Tokens {
		if s[tok.Start:tok.End] != tok.Form {
			t.Fatalf("token %q at %d:%d", tok.Form, tok.Start, tok.End)
		}
		h, n := i, 0
		for ; h >= 0 && n <= len(sent.Tokens); n++ {
			h = sent.Tokens[h].Head
		}
		if h >= 0 {
			t.Fatalf("cycle at token %d", i)
		}
		if tok.Head < 0 {
			roots++
		}
	}
	if len(sent.Tokens) > 0 && roots != 1 {
		t.Fatalf("%d roots in %q", roots, s[sent.Start:sent.End])
	}
}

func BenchmarkExtract(b *testing.B) {
	x := load(b)
	all := samples(b)
	tokens := 0
	for b.Loop() {
		for _, a := range all {
			_, doc := x.ExtractWithDocument(a)
			for _, s := range doc.Sentences {
				tokens += len(s.Tokens)
			}
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(b.N*len(all))/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkClaims times the last stage alone.
func BenchmarkClaims(b *testing.B) {
	x := load(b)
	all := samples(b)
	var docs []*text.Document
	tokens := 0
	for _, a := range all {
		docs = append(docs, x.Annotate(a))
	}
	for b.Loop() {
		for i, d := range docs {
			x.claims.Claims(d, all[i])
			for _, s := range d.Sentences {
				tokens += len(s.Tokens)
			}
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
