package parse

import (
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

func TestCompareText(t *testing.T) {
	token := func(start, end, head int, rel string) text.Token {
		return text.Token{Span: news.Span{Start: start, End: end}, Head: head, Rel: rel, UPOS: "X"}
	}
	gold := []text.Sentence{{Tokens: []text.Token{token(0, 3, 1, "nsubj:pass"), token(4, 8, -1, "root"), token(8, 9, 1, "punct")}}, {Tokens: []text.Token{token(10, 14, -1, "root")}}}
	if s := CompareText(gold, gold); s.Words != 4 || s.LASWithSubtypes != 4 || s.Sentences != 2 {
		t.Errorf("gold against itself: %v", s)
	}
	// The sentences are joined, one token is cut in two, one label has another subtype.
	system := []text.Sentence{{Tokens: []text.Token{token(0, 3, 1, "nsubj"), token(4, 8, -1, "root"), token(8, 9, 1, "punct"), token(10, 12, 4, "x"), token(12, 14, 1, "parataxis")}}}
	s := CompareText(gold, system)
	if s.Gold != 4 || s.System != 5 || s.Words != 3 || s.UAS != 3 || s.LAS != 3 || s.LASWithSubtypes != 2 || s.Sentences != 0 {
		t.Errorf("%+v", s)
	}
}
