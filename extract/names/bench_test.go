package names

import (
	"bytes"
	"os"
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
