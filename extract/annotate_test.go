package extract

import (
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// oddTexts are the kinds of text that no treebank has.
var oddTexts = []string{
	"",
	" \n\t\r\n\u00a0\u2028",
	"Sullivan warned North Korea. He said it “will pay a price”.",
	"SEOUL, Sept. 6 (Reuters) – Kim Jong Un, who met both leaders, didn't say when.\n\nTHE TALKS\n- one\n- two",
	"Россия напала на Украину. 北朝鮮は警告した。 الرئيس قال إن\u200f",
	"🙂🇰🇵👩‍👩‍👧 e\u0301\u0301\u0301 \ufeff\u200b\u202e\u2066 \x00\x01\x1b[31m\x7f",
	"<p class=\"x\">Russia</p> &amp; &nbsp;[[Kim|his]] {{date|May}} http://a.b/c?d=e#f a@b.c **bold** </div",
	"((((\"\"\"''''“‘«»—–…!!!???,,,,;;;;::::",
	"“I said ‘we “warned” them",
	"January 99, 0000 on Monday 31 February 2024-13-45 last month 99999999999999999999",
	"Kim Kim Kim Kim and Kim or Kim, the the the of of 's 's n't n't cannot gonna",
	"MINISTER U.S. U.K. J. K. Gen. No. a.m. Mr. Mr. Mr.",
}

// FuzzAnnotate runs any text through all stages before claims and holds the document to what it promises.
func FuzzAnnotate(f *testing.F) {
	for _, s := range oddTexts {
		f.Add(s)
	}
	x := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		checkDocument(t, x.Annotate(news.Article{ID: "fuzz", Text: strings.ToValidUTF8(s, "\ufffd"), Date: "2024-03-20"}))
	})
}

// TestAnnotateInvalidUTF8 gives the stages what read would never let through.
func TestAnnotateInvalidUTF8(t *testing.T) {
	for _, s := range []string{"\xff", "Kim \xe2\x80 said \xc3\x28.", "\xf0\x9f\x99 Russia\xed\xa0\x80 warned Japan", "“\xe2 he said"} {
		checkDocument(t, load(t).Annotate(news.Article{ID: "bad", Text: s, Date: "not a date"}))
	}
}

// checkDocument checks offsets, trees, mentions, times, entities and quotations.
func checkDocument(t *testing.T, doc *text.Document) {
	t.Helper()
	last, valid := 0, utf8.ValidString(doc.Text)
	span := func(what string, s news.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(doc.Text) {
			t.Fatalf("%s at %d:%d of %d bytes", what, s.Start, s.End, len(doc.Text))
		}
	}
	for _, s := range doc.Sentences {
		span("sentence", s.Span)
		if len(s.Tokens) == 0 {
			t.Fatal("sentence without tokens")
		}
		for _, tok := range s.Tokens {
			span("token", tok.Span)
			if tok.Start < last || tok.Start == tok.End || tok.Start < s.Start || tok.End > s.End {
				t.Fatalf("token %q at %d:%d, after one that ends at %d, in sentence %d:%d", tok.Form, tok.Start, tok.End, last, s.Start, s.End)
			}
			if last = tok.End; valid && !utf8.ValidString(tok.Form) {
				t.Fatalf("token %q cuts a character", tok.Form)
			}
		}
		checkTree(t, doc.Text, s)
		checkSubjects(t, s)
	}
	checkMentions(t, doc, span)
}

// checkSubjects checks that heads are in range, relations and tags are there and no word has two subjects.
func checkSubjects(t *testing.T, s text.Sentence) {
	t.Helper()
	subject := make([]bool, len(s.Tokens))
	for i, tok := range s.Tokens {
		if tok.Head < -1 || tok.Head >= len(s.Tokens) || (tok.Head < 0) != (tok.Rel == "root") || tok.Rel == "" || tok.UPOS == "" || tok.XPOS == "" || tok.Lemma == "" {
			t.Fatalf("token %d of %d: %+v", i, len(s.Tokens), tok)
		}
		if relation, _, _ := strings.Cut(tok.Rel, ":"); relation == "nsubj" && !strings.HasPrefix(tok.Rel, "nsubj:outer") {
			if subject[tok.Head] {
				t.Fatalf("%q has two subjects", s.Tokens[tok.Head].Form)
			}
			subject[tok.Head] = true
		}
	}
}

// checkMentions checks that what names and coref found lies in sentences and that mentions and entities know each other.
func checkMentions(t *testing.T, doc *text.Document, span func(string, news.Span)) {
	t.Helper()
	within := func(what string, sentence, first, last int) {
		if sentence < 0 || sentence >= len(doc.Sentences) || first < 0 || last < first || last >= len(doc.Sentences[sentence].Tokens) {
			t.Fatalf("%s in sentence %d, tokens %d to %d", what, sentence, first, last)
		}
	}
	for i, m := range doc.Mentions {
		span("mention", m.Span)
		within("mention", m.Sentence, m.First, m.Last)
		if m.Head < 0 || m.Head >= len(doc.Sentences[m.Sentence].Tokens) || m.Entity < -1 || m.Entity >= len(doc.Entities) {
			t.Fatalf("mention %d: head %d, entity %d of %d", i, m.Head, m.Entity, len(doc.Entities))
		}
		for _, e := range m.Members {
			if e < 0 || e >= len(doc.Entities) || m.Entity >= 0 {
				t.Fatalf("mention %d: member %d of %d entities, entity %d", i, e, len(doc.Entities), m.Entity)
			}
		}
	}
	for i, e := range doc.Entities {
		for _, m := range e.Mentions {
			if m < 0 || m >= len(doc.Mentions) || doc.Mentions[m].Entity != i {
				t.Fatalf("entity %d has mention %d, which is of another", i, m)
			}
		}
	}
	for _, x := range doc.Times {
		span("time", x.Span)
		within("time", x.Sentence, x.First, x.Last)
	}
	for _, q := range doc.Quotes {
		span("quotation", q.Span)
		if q.Speaker < -1 || q.Speaker >= len(doc.Mentions) {
			t.Fatalf("speaker %d of %d mentions", q.Speaker, len(doc.Mentions))
		}
	}
}

// TestLongTexts annotates texts of one line, and the same twice as long: time and memory may grow with the length, not
// with its square. Growth to the fourfold would be quadratic; the limit leaves room for the garbage collector.
func TestLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	x := load(t)
	for _, c := range []struct{ name, unit string }{
		{"one sentence of words", "word "},
		{"names", "Kim Jong Un and Jake Sullivan, Moscow, "},
		{"pronouns", "he told them that it "},
		{"sentences", "Kim warned him that the leaders met. "},
		{"quotations", "“We “said ‘it’ "},
		{"one token", "aé"},
		{"scripts", "北朝鮮は警告した。Россия "},
		{"emoji", "🙂🇰🇵👩‍👩‍👧 "},
		{"controls", "a\x00\x01\x1b[0m\u202e\u200b "},
		{"markup", "<a href=\"x\">[[Kim]]</a>&amp; {{"},
		{"brackets", "((“[{"},
		{"numbers", "12.5% 2024-03-20 on Monday, "},
		{"lines", "- Item\n"},
		{"paragraphs", "The army\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 3000 / max(1, len(strings.Fields(c.unit)))
			annotate(t, x, c.unit, n/4) // warms up
			time1, bytes1 := annotate(t, x, c.unit, n)
			time2, bytes2 := annotate(t, x, c.unit, 2*n)
			t.Logf("%d: %v %d kB; %d: %v %d kB", n, time1, bytes1>>10, 2*n, time2, bytes2>>10)
			if time2 > 3*time1+200*time.Millisecond || bytes2 > 3*bytes1+1<<25 {
				t.Errorf("twice the text takes %v and %d kB, the text %v and %d kB", time2, bytes2>>10, time1, bytes1>>10)
			}
		})
	}
}

// annotate annotates n repetitions of unit and returns the time and the bytes that were allocated on the way.
func annotate(t *testing.T, x *Extractor, unit string, n int) (time.Duration, uint64) {
	t.Helper()
	a := news.Article{ID: "long", Text: strings.Repeat(unit, n), Date: "2024-03-20"}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	doc := x.Annotate(a)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	checkDocument(t, doc)
	return took, after.TotalAlloc - before.TotalAlloc
}

// TestLongLine annotates a line of 100,000 words. A sentence so long makes no claims, but its document must hold.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	a := news.Article{ID: "long", Text: strings.Repeat("the minister warned Japan and ", 20000), Date: "2024-03-20"}
	_, doc := load(t).ExtractWithDocument(a)
	checkDocument(t, doc)
	words := 0
	for _, s := range doc.Sentences {
		words += len(s.Tokens)
	}
	if words != 100_000 {
		t.Errorf("%d words, want 100,000", words)
	}
}

// TestLoad checks that starting up takes no longer than people notice.
func TestLoad(t *testing.T) {
	best := time.Hour
	for range 5 {
		start := time.Now()
		if _, err := New(Options{}); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	t.Logf("loading takes %v", best)
	if limit := 150 * time.Millisecond; best > limit && !raceDetector {
		t.Errorf("loading takes %v, more than %v", best, limit)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnnotate times the way from raw text to trees, to entities and to claims.
func BenchmarkAnnotate(b *testing.B) {
	x := load(b)
	all := samples(b)
	tokens := 0
	for _, a := range all {
		for _, s := range x.Annotate(a).Sentences {
			tokens += len(s.Tokens)
		}
	}
	for _, way := range []struct {
		name string
		run  func(news.Article)
	}{
		{"trees", func(a news.Article) {
			doc := &text.Document{Text: a.Text, Meta: a.Meta}
			x.split.Split(doc)
			x.parse.Parse(doc.Sentences)
		}},
		{"entities", func(a news.Article) { x.Annotate(a) }},
		{"claims", func(a news.Article) { x.Extract(a) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				for _, a := range all {
					way.run(a)
				}
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
