// Package parse tags the words of sentences and finds their dependency trees, with one network that was trained on
// Universal Dependencies treebanks.
//
//	split ──▶ Sentence.Tokens (Form) ──▶ Parser.Parse ──▶ Token.UPOS, XPOS, Head, Rel ──▶ tag, names, coref, claims
//
//	treebanks, word vectors ──▶ Train ──▶ Parser ──Save──▶ english/parse.model ──English, Load──▶ Parser
//
// A word enters as a pretrained vector, a trained vector and its spelling; two-way LSTM layers read the sentence; then
// each word chooses its tags, its head and its relation. Every sentence gets a tree with exactly one root, and no word
// has two subjects or two objects.
package parse

import (
	"bytes"
	"sync"

	"quadwire/extract/english"
	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// Parser tags and parses sentences. It is safe for concurrent use.
type Parser struct {
	net     *network
	kernel  *matrix.Kernel
	header  Header
	cache   projections
	scratch sync.Pool
	root    int   // relation of the root
	family  []int // of each relation; see familyOf
}

// English returns the parser with the embedded model. Loading takes about a tenth of a second: do it once.
func English() (*Parser, error) {
	return Load(bytes.NewReader(english.ParseModel()))
}

// newParser wraps a network whose weights are packed.
func newParser(n *network, kernel *matrix.Kernel) *Parser {
	p := &Parser{net: n, kernel: kernel, root: n.vocab.relation("root")}
	p.cache.rows = map[string][]float32{}
	for _, r := range n.vocab.relations {
		p.family = append(p.family, familyOf(r))
	}
	p.scratch.New = func() any { return &scratch{pass: pass{net: n, kernel: kernel}} }
	return p
}

// Header says what the parser's model was made from and how good it is.
func (p *Parser) Header() Header { return p.header }

// Parse fills in UPOS, XPOS, Head and Rel of all tokens. It takes linear time: sentences of more than 240 tokens are
// parsed in parts, whose roots depend on that of the first part as parataxis. The result for a sentence does not
// depend on the others.
func (p *Parser) Parse(sentences []text.Sentence) {
	all := chunks(sentences)
	lengths := make([]int, len(all))
	for i, c := range all {
		lengths[i] = len(c.tokens)
	}
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	var group []chunk
	words := 0
	for _, i := range order(lengths) {
		if len(group) == batchChunks || words+lengths[i] > batchWords && len(group) > 0 {
			p.predict(s, group)
			group, words = group[:0], 0
		}
		group = append(group, all[i])
		words += lengths[i]
	}
	if len(group) > 0 {
		p.predict(s, group)
	}
	for i := range sentences {
		join(sentences[i].Tokens)
	}
}

// join makes the roots of later chunks depend on the first one.
func join(tokens []text.Token) {
	root := -1
	for i := range tokens {
		if tokens[i].Head >= 0 {
			continue
		}
		if root < 0 {
			root = i
			continue
		}
		tokens[i].Head, tokens[i].Rel = root, "parataxis"
	}
}
