package split

import (
	"fmt"
	"strings"

	"quadwire/extract/english"
)

// magic begins every model file; the number is the version of format and features.
// 1: header lines, an empty line, words cut inside one a line, an empty line, weights of tokens, of sentences.
const magic = "quadwire split 1"

// The number of weights of each classifier, powers of two. Features share weights by hash (Weinberger et al., Feature
// Hashing for Large Scale Multitask Learning, 2009).
const (
	tokenWeights    = 1 << 17
	sentenceWeights = 1 << 18
)

// model holds what was learned: two linear classifiers and the words that are cut inside.
type model struct {
	header    []string
	cuts      map[string]int // "cannot" → 3
	tokens    string         // weights, one signed byte each
	sentences string
}

// English returns the splitter for English. The error says that the embedded model cannot be read by this version.
func English() (*Splitter, error) {
	s, err := Read(english.Split)
	if err != nil {
		return nil, fmt.Errorf("embedded English splitter: %w", err)
	}
	return s, nil
}

// Read makes a splitter from the bytes of a model file, which it goes on using.
func Read(file string) (*Splitter, error) {
	m := &model{cuts: map[string]int{}}
	header, rest, ok := strings.Cut(file, "\n\n")
	m.header = strings.Split(header, "\n")
	if m.header[0] != magic {
		first := m.header[0][:min(len(m.header[0]), 40)]
		return nil, fmt.Errorf("file begins with %q, want %q: train the splitter anew", first, magic)
	}
	words, weights, ok2 := strings.Cut(rest, "\n\n")
	if !ok || !ok2 || len(weights) != tokenWeights+sentenceWeights {
		return nil, fmt.Errorf("file of %d bytes is cut short", len(file))
	}
	for _, w := range strings.Fields(words) {
		if a, b, ok := strings.Cut(w, "|"); ok {
			m.cuts[a+b] = len(a)
		}
	}
	m.tokens, m.sentences = weights[:tokenWeights], weights[tokenWeights:]
	return &Splitter{model: m}, nil
}

// Provenance returns what the model file says about its making: data, hash, scores; one line each.
func (s *Splitter) Provenance() []string { return s.model.header[1:] }

// features is a list of hashed features.
type features []uint32

// add appends the feature of kind id with two values.
func (f *features) add(id, a, b uint32) {
	h := (id+1)*0x9E3779B1 ^ a
	h = (h ^ h>>15) * 0x85EBCA77
	h ^= b
	h = (h ^ h>>13) * 0xC2B2AE3D
	*f = append(*f, h^h>>16)
}

// join makes one value of two.
func join(a, b uint32) uint32 {
	h := a*0x9E3779B1 ^ b
	return (h ^ h>>15) * 0x85EBCA77
}

// score sums the weights of the features; positive means a border.
func score(weights string, f features) int {
	mask := uint32(len(weights) - 1)
	sum := 0
	for _, h := range f {
		sum += int(int8(weights[h&mask]))
	}
	return sum
}
