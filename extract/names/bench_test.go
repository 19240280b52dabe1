package names

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// BenchmarkFind finds names in the sentences of the phrases, as one document, and reports tokens per second.
func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile(phrasesFile)
	if err != nil {
		b.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	finder, err := English()
	if err != nil {
		b.Fatal(err)
	}
	doc := &text.Document{Text: docs[0].Text, Date: "2019-10-10", Sentences: docs[0].Sentences}
	tokens := 0
	for _, s := range doc.Sentences {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		finder.Find(doc)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkEnglish loads the word lists and the model.
func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		if _, err := readTables(); err != nil {
			b.Fatal(err)
		}
		if _, err := English(); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLongSentences lets sentences of 40,000 words through, of which some would take hours in quadratic time.
func TestLongSentences(t *testing.T) {
	finder, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"police in Paris", "General", "Paris", "Al - Qaeda of", "on Monday , President", "the x of the", "D -", "John", "Ministry of and"} {
		doc := &text.Document{Date: "2019-10-10"}
		var s text.Sentence
		var body strings.Builder
		words := strings.Fields(pattern)
		for i := range 40000 {
			w := words[i%len(words)]
			tag := "PROPN"
			if w[0] >= 'a' {
				tag = "NOUN"
			}
			tok := text.Token{Form: w, Lemma: w, UPOS: tag, Head: max(-1, i-1), Rel: "obl"}
			tok.Start = body.Len()
			body.WriteString(w + " ")
			tok.End = body.Len() - 1
			s.Tokens = append(s.Tokens, tok)
		}
		doc.Text = body.String()
		s.End = s.Tokens[len(s.Tokens)-1].End
		doc.Sentences = []text.Sentence{s}
		finder.Find(doc)
		checkMentions(t, doc)
	}
}
