package parse

import (
	"fmt"

	"quadwire/graph/news"

	"quadwire/extract/text"
)

// TextScores compare sentences that were split from raw text with gold ones, as the CoNLL 2018 shared task does (D.
// Zeman and others, "CoNLL 2018 shared task: multilingual parsing from raw text to Universal Dependencies", 2018): a
// word is right if it has the bytes of a gold word, a head is right if it is the gold word's, and each share is an F1.
type TextScores struct {
	Gold, System    int // words
	Words           int // that agree
	Sentences       int // that agree
	GoldSentences   int
	SystemSentences int
	UPOS, XPOS      int
	UAS, LAS        int // LAS without subtypes
	LASWithSubtypes int
}

// Add adds the counts of other texts.
func (s *TextScores) Add(o TextScores) {
	s.Gold += o.Gold
	s.System += o.System
	s.Words += o.Words
	s.Sentences += o.Sentences
	s.GoldSentences += o.GoldSentences
	s.SystemSentences += o.SystemSentences
	s.UPOS += o.UPOS
	s.XPOS += o.XPOS
	s.UAS += o.UAS
	s.LAS += o.LAS
	s.LASWithSubtypes += o.LASWithSubtypes
}

// f1 returns a share in per cent.
func f1(right, gold, system int) float64 {
	return 200 * float64(right) / float64(max(gold+system, 1))
}

// String prints the shares.
func (s TextScores) String() string {
	p := func(n int) float64 { return f1(n, s.Gold, s.System) }
	return fmt.Sprintf("words %.2f  sentences %.2f  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  LAS with subtypes %.2f", p(s.Words),
		f1(s.Sentences, s.GoldSentences, s.SystemSentences), p(s.UPOS), p(s.XPOS), p(s.UAS), p(s.LAS), p(s.LASWithSubtypes))
}

// placed is a token with the span of its head; a root has the empty span.
type placed struct {
	*text.Token
	head news.Span
}

// CompareText compares sentences over the same text.
func CompareText(gold, system []text.Sentence) TextScores {
	var sc TextScores
	words, sentences := map[news.Span]placed{}, map[news.Span]bool{}
	for _, s := range gold {
		sc.GoldSentences++
		for _, w := range placeAll(s) {
			sc.Gold++
			words[w.Span] = w
		}
		sentences[extent(s)] = true
	}
	for _, s := range system {
		sc.SystemSentences++
		if sentences[extent(s)] {
			sc.Sentences++
		}
		for _, w := range placeAll(s) {
			sc.System++
			if g, ok := words[w.Span]; ok {
				sc.add(g, w)
			}
		}
	}
	return sc
}

// add counts what agrees in two tokens of the same bytes.
func (s *TextScores) add(gold, system placed) {
	count := func(n *int, right bool) {
		if right {
			*n++
		}
	}
	s.Words++
	count(&s.UPOS, gold.UPOS == system.UPOS)
	count(&s.XPOS, gold.XPOS == system.XPOS)
	head := gold.head == system.head
	count(&s.UAS, head)
	count(&s.LAS, head && universal(gold.Rel) == universal(system.Rel))
	count(&s.LASWithSubtypes, head && gold.Rel == system.Rel)
}

// placeAll returns the tokens of a sentence with the spans of their heads.
func placeAll(s text.Sentence) []placed {
	all := make([]placed, len(s.Tokens))
	for i := range s.Tokens {
		all[i].Token = &s.Tokens[i]
		if h := s.Tokens[i].Head; h >= 0 {
			all[i].head = s.Tokens[h].Span
		}
	}
	return all
}

// extent returns the span from the first token to the last.
func extent(s text.Sentence) news.Span {
	if len(s.Tokens) == 0 {
		return news.Span{}
	}
	return news.Span{Start: s.Tokens[0].Start, End: s.Tokens[len(s.Tokens)-1].End}
}
