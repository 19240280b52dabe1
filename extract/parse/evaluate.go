package parse

import (
	"fmt"

	"quadwire/extract/text"
)

// Scores counts how many words were tagged and attached right, punctuation included.
type Scores struct {
	Words int `json:"words"`
	UPOS  int `json:"upos"`
	XPOS  int `json:"xpos"`
	UAS   int `json:"uas"`  // head
	LAS   int `json:"las"`  // head and relation without its subtype, as in the CoNLL 2018 shared task
	Full  int `json:"full"` // head and relation with its subtype
}

// Add adds other counts.
func (s *Scores) Add(o Scores) {
	s.Words += o.Words
	s.UPOS += o.UPOS
	s.XPOS += o.XPOS
	s.UAS += o.UAS
	s.LAS += o.LAS
	s.Full += o.Full
}

// String prints the counts as percentages.
func (s Scores) String() string {
	p := func(n int) float64 { return 100 * float64(n) / float64(max(s.Words, 1)) }
	return fmt.Sprintf("words %d  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  LAS with subtypes %.2f", s.Words, p(s.UPOS), p(s.XPOS), p(s.UAS), p(s.LAS), p(s.Full))
}

// Evaluate parses copies of gold sentences, with their tokens, and compares.
func (p *Parser) Evaluate(gold []text.Sentence) Scores {
	system := make([]text.Sentence, len(gold))
	for i, s := range gold {
		system[i] = s
		system[i].Tokens = make([]text.Token, len(s.Tokens))
		for j, t := range s.Tokens {
			system[i].Tokens[j] = text.Token{Span: t.Span, Form: t.Form, Glued: t.Glued}
		}
	}
	p.Parse(system)
	return Compare(gold, system)
}

// Compare counts the words of sentences that agree with gold ones of the same tokens.
func Compare(gold, system []text.Sentence) Scores {
	var sc Scores
	count := func(n *int, right bool) {
		if right {
			*n++
		}
	}
	for i := range gold {
		for j := range gold[i].Tokens {
			g, s := &gold[i].Tokens[j], &system[i].Tokens[j]
			sc.Words++
			count(&sc.UPOS, g.UPOS == s.UPOS)
			count(&sc.XPOS, g.XPOS == s.XPOS)
			head := g.Head == s.Head
			count(&sc.UAS, head)
			count(&sc.LAS, head && universal(g.Rel) == universal(s.Rel))
			count(&sc.Full, head && g.Rel == s.Rel)
		}
	}
	return sc
}
