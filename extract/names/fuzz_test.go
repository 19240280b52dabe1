package names

import (
	"strings"
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// FuzzFind builds a document of arbitrary words, tags, relations and heads: Find must not panic, and its mentions must
// lie in their sentences, sorted, each range once.
func FuzzFind(f *testing.F) {
	f.Add("Kremlin spokesman Dmitry Peskov said on Monday , 6 September", "PROPN NOUN PROPN PROPN VERB ADP PROPN PUNCT NUM PROPN", []byte{2, 1, 4, 2, 255, 6, 4, 6, 9, 6})
	f.Add("the U.S. 's - Al - Qaeda ' Jong - un ( D -", "DET PROPN PART PUNCT X", []byte{9, 9, 9, 1, 0})
	f.Add("last of of the March ,", "ADJ ADP", []byte{})
	finder, err := English()
	if err != nil {
		f.Fatal(err)
	}
	rels := []string{"nsubj", "obj", "compound", "amod", "appos", "flat", "case", "nmod:poss", "conj", "root", "", "x:y"}
	f.Fuzz(func(t *testing.T, words, tags string, heads []byte) {
		doc := &text.Document{Date: "2019-10-08"}
		var s text.Sentence
		tt := strings.Fields(tags)
		for i, w := range strings.Fields(words) {
			tok := text.Token{Form: w, Lemma: strings.ToLower(w), Head: -1, Glued: i%3 == 1, Rel: rels[(i*7)%len(rels)]}
			if len(tt) > 0 {
				tok.UPOS = tt[i%len(tt)]
			}
			if len(heads) > 0 {
				h := heads[i%len(heads)]
				tok.Head, tok.Rel = int(h)-1, rels[int(h)%len(rels)]
			}
			tok.Start = len(doc.Text)
			doc.Text += w
			tok.End = len(doc.Text)
			doc.Text += " "
			s.Tokens = append(s.Tokens, tok)
		}
		if n := len(s.Tokens); n > 0 {
			s.Span = news.Span{Start: 0, End: s.Tokens[n-1].End}
		}
		doc.Sentences = []text.Sentence{s, {}, s}
		finder.Find(doc)
		checkMentions(t, doc)
	})
}

// checkMentions fails t where a mention breaks the contract of text.Mention.
func checkMentions(t *testing.T, doc *text.Document) {
	t.Helper()
	for i, m := range doc.Mentions {
		toks := doc.Sentences[m.Sentence].Tokens
		if m.First < 0 || m.Last < m.First || m.Last >= len(toks) || m.Head < m.First || m.Head > m.Last {
			t.Fatalf("mention %d: tokens %d to %d, head %d of %d", i, m.First, m.Last, m.Head, len(toks))
		}
		if m.Start != toks[m.First].Start || m.End != toks[m.Last].End || m.Entity != -1 {
			t.Fatalf("mention %d: span %v, entity %d", i, m.Span, m.Entity)
		}
		if m.Name == "" || m.Kind == "" && !m.Place {
			t.Fatalf("mention %d has neither kind nor place, or no name: %+v", i, m)
		}
		if i == 0 {
			continue
		}
		p := doc.Mentions[i-1]
		if p.Sentence > m.Sentence || p.Sentence == m.Sentence && (p.First > m.First || p.First == m.First && p.Last <= m.Last) {
			t.Fatalf("mentions %d and %d are out of order", i-1, i)
		}
	}
	for i, x := range doc.Times {
		if n := len(doc.Sentences[x.Sentence].Tokens); x.First < 0 || x.Last < x.First || x.Last >= n {
			t.Fatalf("time %d: tokens %d to %d of %d", i, x.First, x.Last, n)
		}
	}
}
