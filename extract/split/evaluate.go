package split

import (
	"fmt"

	"quadwire/extract/text"
)

// Score counts spans as the shared tasks on parsing raw text do (Zeman et al., CoNLL 2018 Shared Task, 2018): a token
// or sentence is right if it covers the same characters as one in the treebank.
type Score struct {
	Tokens, Sentences Count        // by the bytes that they cover
	Errors            []Difference // in the order of the text
}

// Count compares two sets of spans: those of the treebank, those found, and those in both.
type Count struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	if c.Gold+c.Found == 0 {
		return 0
	}
	return 2 * float64(c.Right) / float64(c.Gold+c.Found)
}

// Difference is a border of a token or sentence that is in the treebank only or was found only.
type Difference struct {
	Document string // id in the treebank
	Sentence bool   // a border of sentences, not of tokens
	Missed   bool   // it is in the treebank and was not found
	Before   string // the text before it
	After    string // the text after it
}

// String says the figures in one line.
func (s Score) String() string {
	return fmt.Sprintf("token F1 %.2f, sentence F1 %.2f (%d tokens, %d sentences)", 100*s.Tokens.F1(),
		100*s.Sentences.F1(), s.Tokens.Gold, s.Sentences.Gold)
}

// Evaluate splits the raw text of treebank documents, as ReadCoNLLU lays it out: sentences of a paragraph with a space
// between them, paragraphs with an empty line between them.
func (s *Splitter) Evaluate(docs []*text.CoNLLU) Score {
	var score Score
	for _, gold := range docs {
		found := text.Document{Text: gold.Text}
		s.Split(&found)
		score.add(gold, &found)
	}
	return score
}

// add compares one document.
func (s *Score) add(gold *text.CoNLLU, found *text.Document) {
	goldTokens, goldSentences := spans(gold.Sentences)
	tokens, sentences := spans(found.Sentences)
	s.Tokens.add(goldTokens, tokens)
	s.Sentences.add(goldSentences, sentences)
	s.differences(gold, goldSentences, sentences, true)
	s.differences(gold, goldTokens, tokens, false)
}

// span is a range of bytes.
type span struct{ start, end int }

// spans lists where the tokens and the sentences are.
func spans(sentences []text.Sentence) (tokens, whole []span) {
	for _, s := range sentences {
		whole = append(whole, span{s.Start, s.End})
		for _, t := range s.Tokens {
			tokens = append(tokens, span{t.Start, t.End})
		}
	}
	return tokens, whole
}

// add compares the spans of one document.
func (c *Count) add(gold, found []span) {
	c.Gold += len(gold)
	c.Found += len(found)
	in := make(map[span]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	for _, f := range found {
		if in[f] {
			c.Right++
		}
	}
}

// differences appends the borders that only one of the two has.
func (s *Score) differences(d *text.CoNLLU, gold, found []span, sentence bool) {
	inGold, inFound := startsOf(gold), startsOf(found)
	for _, list := range [][]span{gold, found} {
		for _, at := range list {
			if inGold[at.start] == inFound[at.start] {
				continue
			}
			s.Errors = append(s.Errors, Difference{d.ID, sentence, inGold[at.start],
				d.Text[max(0, at.start-60):at.start], d.Text[at.start:min(len(d.Text), at.start+40)]})
		}
	}
}

// startsOf is the set of the offsets where spans begin.
func startsOf(spans []span) map[int]bool {
	starts := make(map[int]bool, len(spans))
	for _, s := range spans {
		starts[s.start] = true
	}
	return starts
}
