// Package split finds the sentences and tokens of an English text.
//
//	Document.Text ──layout──▶ blocks ──atoms, token model──▶ tokens ──sentence model──▶ Document.Sentences
//
// Layout (empty lines, wrapped lines, headlines, list items, datelines) is a matter of rules; where a token or a
// sentence ends is learned from the treebanks EWT and GUM, whose tokenisation (Universal Dependencies for English) the
// tokens follow, with rules for what treebanks have too little of: titles, initials, datelines. Every byte that is
// neither white space nor metadata is in exactly one token. Time and memory are linear in the length of the text.
package split

import "quadwire/extract/text"

// Splitter divides text into sentences and tokens. It may be used by several goroutines at once.
type Splitter struct {
	model *model
}

// Split fills in doc.Sentences with their tokens: Start, End, Form and Glued. Any text will do.
func (s *Splitter) Split(doc *text.Document) {
	w := work{model: s.model, text: doc.Text}
	for _, b := range blocks(doc.Text, doc.Meta) {
		w.block(b)
	}
	doc.Sentences = w.sentences()
}
