// Package tag gives tokens their lemma and their morphological features, from their form, their tags and, where there
// is one, their tree.
//
//	Token.Form, UPOS, XPOS (Head, Rel) ──Lemmatize──▶ Token.Lemma, Token.Feats
//
// Lemmas are looked up by form and tag; forms not seen in training go through a decision list over suffixes whose
// decisions are edit scripts ("ies" → "y"), as in Chrupała, Simple Data-Driven Context-Sensitive Lemmatization (2006).
// What context alone can tell ('s for is or has) is decided by rule. Features follow from the tag, from tables of the
// closed classes, and from the tree: voice, mood, person and number of verbs.
package tag

import (
	"fmt"
	"strings"

	"quadwire/extract/english"
	"quadwire/extract/text"
)

// Lemmatizer fills in lemmas and features. It may be used by several goroutines at once.
type Lemmatizer struct {
	model *model
}

// English returns the lemmatizer for English. The error says that the embedded model cannot be read by this version.
func English() (*Lemmatizer, error) {
	l, err := Read(strings.NewReader(english.Lemma))
	if err != nil {
		return nil, fmt.Errorf("embedded English lemmas: %w", err)
	}
	return l, nil
}

// Lemmatize fills in Lemma and Feats of all tokens, given Form, UPOS and XPOS. Head and Rel, where the parser has
// filled them in, improve both.
func (l *Lemmatizer) Lemmatize(sentences []text.Sentence) {
	for i := range sentences {
		tokens := sentences[i].Tokens
		for j := range tokens {
			tokens[j].Lemma = l.lemma(tokens, j)
		}
		l.features(tokens)
	}
}

// Lemma returns the lemma of a form with its universal and Penn tag, out of context and as if inside a sentence.
func (l *Lemmatizer) Lemma(form, upos, xpos string) string {
	return l.lemma([]text.Token{{}, {Form: form, UPOS: upos, XPOS: xpos}}, 1)
}

// lemma decides on the lemma of the i-th token.
func (l *Lemmatizer) lemma(tokens []text.Token, i int) string {
	t := &tokens[i]
	if t.Form == "" {
		return ""
	}
	if lemma := auxiliary(tokens, i); lemma != "" {
		return lemma
	}
	form, tag := straight(t.Form), tagOf(t)
	if lemma, ok := l.model.exact[key{tag, form}]; ok {
		return lemma
	}
	return l.model.regular(tag, form, i == 0)
}

// auxiliary returns the lemma of "'s" and "'d" as verbs, which only the words around can tell.
func auxiliary(tokens []text.Token, i int) string {
	t := &tokens[i]
	if t.UPOS != "AUX" && t.UPOS != "VERB" {
		return ""
	}
	switch strings.ToLower(straight(t.Form)) {
	case "'s":
		if perfect(tokens, i) {
			return "have"
		}
		return "be"
	case "'d":
		if t.XPOS == "VBD" {
			return "have"
		}
		return "would"
	}
	return ""
}

// perfect reports whether the auxiliary i forms a perfect tense: by its relation if there is a tree, else by the
// participle after it.
func perfect(tokens []text.Token, i int) bool {
	if rel := tokens[i].Rel; rel != "" {
		head := tokens[i].Head
		return rel == "aux" && head >= 0 && head < len(tokens) && tokens[head].XPOS != "VBG"
	}
	for _, t := range tokens[i+1 : min(len(tokens), i+8)] {
		switch {
		case t.UPOS == "ADV" || t.UPOS == "PART":
			continue
		case t.XPOS != "VBN":
			return false
		}
		form := strings.ToLower(t.Form)
		return form == "been" || form == "got" || form == "had" || form == "become"
	}
	return false
}

// tagOf returns the Penn tag of a token, guessed from the universal one and the form where it is missing. A word of
// another class in a name, "United" (ADJ, NNP), has that class added.
func tagOf(t *text.Token) string {
	switch {
	case t.XPOS == "NNP" && t.UPOS == "VERB":
		return "NNP/VERB"
	case t.XPOS == "NNP" && t.UPOS == "ADJ":
		return "NNP/ADJ"
	case t.XPOS != "":
		return t.XPOS
	}
	switch t.UPOS {
	case "NOUN", "PROPN":
		tag := map[string]string{"NOUN": "NN", "PROPN": "NNP"}[t.UPOS]
		if strings.HasSuffix(t.Form, "s") && !strings.HasSuffix(t.Form, "ss") && !strings.HasSuffix(t.Form, "us") &&
			!strings.HasSuffix(t.Form, "is") {
			tag += "S"
		}
		return tag
	case "VERB", "AUX":
		switch {
		case strings.HasSuffix(t.Form, "ing"):
			return "VBG"
		case strings.HasSuffix(t.Form, "ed"):
			return "VBD"
		case strings.HasSuffix(t.Form, "s") && !strings.HasSuffix(t.Form, "ss"):
			return "VBZ"
		}
		return "VB"
	}
	return pennOf[t.UPOS]
}

// pennOf gives the commonest Penn tag of the other universal ones.
var pennOf = map[string]string{"ADJ": "JJ", "ADV": "RB", "PRON": "PRP", "DET": "DT", "ADP": "IN", "SCONJ": "IN",
	"CCONJ": "CC", "NUM": "CD", "PART": "TO", "INTJ": "UH", "PUNCT": ",", "SYM": "SYM", "X": "FW"}
