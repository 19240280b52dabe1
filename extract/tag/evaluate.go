package tag

import (
	"fmt"
	"strings"

	"quadwire/extract/text"
)

// Score counts what Evaluate compared.
type Score struct {
	Tokens, Lemmas int                // tokens with a lemma in the treebank; those whose lemma is right
	Words, Feats   int                // tokens; those all of whose features are right
	Claims         int                // tokens whose Number, Person, Tense, VerbForm, Voice, Mood, Degree and Polarity are right
	Errors         map[Difference]int // how often each wrong lemma was given
}

// Difference is a wrong lemma: a form with its Penn tag, the treebank's lemma and ours.
type Difference struct{ Form, XPOS, Want, Got string }

// LemmaAccuracy returns the share of right lemmas.
func (s Score) LemmaAccuracy() float64 { return float64(s.Lemmas) / float64(max(1, s.Tokens)) }

// String says the figures in one line.
func (s Score) String() string {
	percent := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
	return fmt.Sprintf("lemmas %.2f, features %.2f, features of claims %.2f (%d tokens)", percent(s.Lemmas, s.Tokens),
		percent(s.Feats, s.Words), percent(s.Claims, s.Words), s.Words)
}

// Evaluate compares lemmas and features with a treebank's, given its tags and trees.
func (l *Lemmatizer) Evaluate(docs []*text.CoNLLU) Score {
	score := Score{Errors: map[Difference]int{}}
	for _, d := range docs {
		for _, s := range d.Sentences {
			got := append([]text.Token(nil), s.Tokens...)
			l.Lemmatize([]text.Sentence{{Tokens: got}})
			for i, want := range s.Tokens {
				score.add(want, got[i])
			}
		}
	}
	return score
}

// add compares one token.
func (s *Score) add(want, got text.Token) {
	s.Words++
	if want.Feats == got.Feats {
		s.Feats++
	}
	if claimFeatures(want.Feats) == claimFeatures(got.Feats) {
		s.Claims++
	}
	if want.Lemma == "" {
		return
	}
	s.Tokens++
	if want.Lemma == got.Lemma {
		s.Lemmas++
	} else {
		s.Errors[Difference{want.Form, want.XPOS, want.Lemma, got.Lemma}]++
	}
}

// claimFeatures keeps the features that claims are made from.
func claimFeatures(feats string) string {
	var kept []string
	for f := range strings.SplitSeq(feats, "|") {
		switch name, _, _ := strings.Cut(f, "="); name {
		case "Number", "Person", "Tense", "VerbForm", "Voice", "Mood", "Degree", "Polarity":
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "|")
}
