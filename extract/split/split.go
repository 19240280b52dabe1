// Package split finds the sentences and tokens of an English text.
//
//	Document.Text ──layout──▶ blocks ──atoms, token model──▶ tokens ──sentence model──▶ Document.Sentences
//
// Layout (empty lines, wrapped lines, headlines, list items, datelines) is a matter of rules; where a token or a
// sentence ends is learned from the treebanks EWT and GUM, whose tokenisation (Universal Dependencies for English) the
// tokens follow, with rules for what treebanks have too little of: titles, initials, datelines. Every byte that is
// neither white space nor metadata is in exactly one token. Time and memory are linear in the length of the text.
package split

import (
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// Splitter divides text into sentences and tokens. It may be used by several goroutines at once.
type Splitter struct {
	model *model
}

// Split fills in doc.Sentences with their tokens: Start, End, Form and Glued. Any text will do.
func (s *Splitter) Split(doc *text.Document) {
	w := work{model: s.model, text: doc.Text, words: make([]word, 0, len(doc.Text)/5)}
	found := blocks(doc.Text, doc.Meta)
	for i := range found {
		w.block(&found[i])
	}
	doc.Sentences = w.sentences()
}

// work is the state of one call of Split.
type work struct {
	model    *model
	text     string
	words    []word     // of the whole text
	starts   []sentence // sentences found
	chunk    chunk
	features features
}

// sentence is where a sentence begins and what it is.
type sentence struct {
	first int // its first word
	kind  text.SentenceKind
	block *block
}

// word is a token with what the sentence model looks at.
type word struct {
	start, end int
	shape      uint32 // of its first atom; for tokens of several atoms one of the shapes below
	hash       uint32 // of its letters in lower case
	glued      bool   // no white space before it
	capital    bool   // begins with a capital letter
}

// The shapes of tokens of several atoms.
const (
	abbreviation uint32 = outside + 1 + iota // "U.S.", "Inc."
	clitic                                   // "'s", "n't"
	number                                   // "1,000"
	compound                                 // anything else
)

// block divides one block into words and sentences.
func (w *work) block(b *block) {
	first := len(w.words)
	w.divide(b)
	if len(w.words) > first {
		w.sentencesOf(b, first)
	}
}

// divide divides a block into words.
func (w *work) divide(b *block) {
	s := w.text[:b.end]
	for at := b.start; at < b.end; {
		r, n := decode(s, at)
		if kindOfRune(r) == kindSpace {
			at += n
			continue
		}
		c := &w.chunk
		c.scan(w.model, s, at)
		w.features = c.divide(w.model, w.features, w.word)
		at = c.end
	}
}

// word appends the token that consists of the atoms of the chunk from first up to end.
func (w *work) word(first, end int) {
	c := &w.chunk
	head, last := &c.atoms[first], &c.atoms[end-1]
	t := word{start: head.start, end: last.end, shape: head.shape, hash: head.hash, glued: first > 0}
	t.capital = head.shape > lowerLetters && head.shape < otherLetters && head.capital(c.s)
	if end-first > 1 {
		for i := first + 1; i < end; i++ {
			t.hash = join(t.hash, c.atoms[i].hash)
		}
		switch {
		case head.shape > sign && isFinal(last.shape):
			t.shape = last.shape // "?!"
		case head.shape < digits1 && last.shape == sign+'.':
			t.shape = abbreviation
		case head.shape == sign+'\'' || last.hash == hashT && last.end-last.start == 1 && head.end-head.start == 1:
			t.shape = clitic
		case head.shape >= digits1 && head.shape < outside:
			t.shape = number
		default:
			t.shape = compound
		}
	}
	w.words = append(w.words, t)
}

// The hashes of the letter t, by which "n't" ends, and of one full stop, whatever marks go with it.
var (
	hashT    = (hashSeed ^ uint32("t"[0])) * hashPrime
	hashStop = (hashSeed ^ uint32("."[0])) * hashPrime
)

// sentences makes sentences of the words found.
func (w *work) sentences() []text.Sentence {
	tokens := make([]text.Token, len(w.words))
	for i, v := range w.words {
		t := &tokens[i]
		t.Start, t.End, t.Form = v.start, v.end, w.text[v.start:v.end]
		t.Glued = i > 0 && (v.glued || !spaceBefore(w.text, v.start))
	}
	sentences := make([]text.Sentence, len(w.starts))
	for i, s := range w.starts {
		last := len(tokens)
		if i+1 < len(w.starts) {
			last = w.starts[i+1].first
		}
		out := &sentences[i]
		out.Kind, out.Paragraph, out.Tokens = s.kind, s.block.paragraph, tokens[s.first:last:last]
		out.Start, out.End = tokens[s.first].Start, tokens[last-1].End
	}
	return sentences
}

// spaceBefore reports whether white space stands before offset.
func spaceBefore(s string, offset int) bool {
	if offset == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:offset])
	return unicode.IsSpace(r)
}
