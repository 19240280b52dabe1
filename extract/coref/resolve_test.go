package coref_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"quadwire/extract/coref"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// FuzzResolve resolves documents whose words come from the fuzzer and whose trees, tags and mentions are random: whatever the
// stages before may give, nothing panics and the invariants hold.
func FuzzResolve(f *testing.F) {
	f.Add("Kim Jong Un met Putin . He said , “ We agree . ” The two leaders left .", uint64(1))
	f.Add("it it it the president who which that \" \" \" 's both the latter", uint64(2))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		doc := randomDocument(s, seed)
		coref.English().Resolve(doc)
		checkInvariants(t, doc)
		again := randomDocument(s, seed)
		coref.English().Resolve(again)
		if len(again.Mentions) != len(doc.Mentions) || len(again.Entities) != len(doc.Entities) {
			t.Fatal("two runs differ")
		}
	})
}

func randomDocument(s string, seed uint64) *text.Document {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	s = strings.ToValidUTF8(s, "?")
	doc := &text.Document{Text: s}
	var sent text.Sentence
	flush := func() {
		if n := len(sent.Tokens); n > 0 {
			sent.Start, sent.End = sent.Tokens[0].Start, sent.Tokens[n-1].End
			sent.Paragraph = len(doc.Sentences) / 3
			sent.Kind = text.SentenceKind(r.IntN(3))
			for i := range sent.Tokens {
				sent.Tokens[i].Head = r.IntN(n+1) - 1
			}
			doc.Sentences = append(doc.Sentences, sent)
		}
		sent = text.Sentence{}
	}
	at := 0
	for _, w := range strings.Fields(s) {
		i := at + strings.Index(s[at:], w)
		at = i + len(w)
		sent.Tokens = append(sent.Tokens, text.Token{Span: news.Span{Start: i, End: at}, Form: w,
			UPOS: pick("NOUN", "PROPN", "PRON", "VERB", "DET", "ADJ", "PUNCT", "ADP"), XPOS: pick("NN", "NNS", "NNP", "PRP", "VBD", "VBN", "WP", "POS"),
			Rel: pick("nsubj", "obj", "nmod", "nmod:poss", "conj", "cc", "appos", "acl:relcl", "root", "case", "det", "flat", "compound", "cop", "xcomp", "obl", "advcl", "ccomp")})
		if r.IntN(8) == 0 {
			flush()
		}
	}
	flush()
	for i, s := range doc.Sentences {
		for range r.IntN(4) {
			first := r.IntN(len(s.Tokens))
			last := min(first+r.IntN(4), len(s.Tokens)-1)
			doc.Mentions = append(doc.Mentions, text.Mention{Sentence: i, First: first, Last: last, Head: first + r.IntN(last-first+1),
				Span: news.Span{Start: s.Tokens[first].Start, End: s.Tokens[last].End}, Form: text.MentionForm(r.IntN(2)),
				Kind:  news.Kind(pick("", "person", "country", "organization", "group", "government", "military")),
				Place: r.IntN(3) == 0, Name: s.Tokens[last].Form, Side: pick("", "", "France"), Roles: []string{pick("president", "minister of the interior")}})
		}
	}
	return doc
}

// TestLinear checks that a document twenty times as long takes about twenty times as long, and not the square of it.
func TestLinear(t *testing.T) {
	docs := parsedLinks(t, readLinks(t))
	resolver := coref.English()
	measure := func(doc *text.Document) time.Duration {
		best := time.Hour
		for range 3 {
			again := *doc
			start := time.Now()
			resolver.Resolve(&again)
			best = min(best, time.Since(start))
		}
		return best
	}
	a, b := measure(repeated(docs, 4)()), measure(repeated(docs, 80)())
	if ratio := float64(b) / float64(a); ratio > 100 {
		t.Errorf("twenty times the text takes %.1f times as long", ratio)
	}
}

// repeated joins the texts n times into one document.
func repeated(docs []*text.CoNLLU, n int) func() *text.Document {
	return func() *text.Document {
		out := &text.Document{}
		var b strings.Builder
		paragraph := 0
		for range n {
			for _, d := range docs {
				shift, first := b.Len(), len(out.Sentences)
				b.WriteString(d.Text + "\n\n")
				for _, s := range d.Sentences {
					s.Start, s.End, s.Paragraph = s.Start+shift, s.End+shift, paragraph
					s.Tokens = append([]text.Token(nil), s.Tokens...)
					for i := range s.Tokens {
						s.Tokens[i].Start += shift
						s.Tokens[i].End += shift
					}
					out.Sentences = append(out.Sentences, s)
				}
				for _, m := range d.Mentions {
					m.Start, m.End, m.Sentence = m.Start+shift, m.End+shift, m.Sentence+first
					out.Mentions = append(out.Mentions, m)
				}
				paragraph++
			}
		}
		out.Text = b.String()
		return out
	}
}

func BenchmarkResolve(b *testing.B) {
	docs := parsedLinks(b, readLinks(b))
	doc := repeated(docs, 1)()
	tokens := 0
	for _, s := range doc.Sentences {
		tokens += len(s.Tokens)
	}
	resolver := coref.English()
	b.ResetTimer()
	for range b.N {
		again := *doc
		resolver.Resolve(&again)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
