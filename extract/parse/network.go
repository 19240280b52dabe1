package parse

import (
	"math"
	"math/rand/v2"

	"quadwire/extract/parse/matrix"
)

// Size is the size of a network. The zero value of a field means its default.
type Size struct {
	Hidden int `json:"hidden"` // cells of each direction of a layer; a multiple of 32; default 192
	Layers int `json:"layers"` // default 2
	Arc    int `json:"arc"`    // width of the vectors that arcs are scored with; a multiple of 32; default 128
	Label  int `json:"label"`  // width of the hidden layer that relations are predicted from; a multiple of 32; default 128
	Word   int `json:"word"`   // width of a trained word vector; default 88
	Affix  int `json:"affix"`  // width of a spelling feature; default 32
}

func (s *Size) fill() {
	for _, f := range []struct {
		field *int
		value int
	}{{&s.Hidden, 192}, {&s.Layers, 2}, {&s.Arc, 128}, {&s.Label, 128}, {&s.Word, 88}, {&s.Affix, 32}} {
		if *f.field == 0 {
			*f.field = f.value
		}
	}
}

// Offsets in the input of a word.
const (
	unseenAt = dimensions     // 1 if there is no pretrained vector
	wordAt   = dimensions + 4 // trained word vector, then the spelling features
)

// input returns the width of the input of the first layer.
func (s Size) input() int { return matrix.Round(wordAt + s.Word + affixes*s.Affix) }

// distances is the number of classes of distance between a word and its head; see distance.
const distances = 32

// distance returns the class of the distance from a word to a head, both counted from 1; head 0 is the root.
func distance(word, head int) int {
	if head == 0 {
		return 0
	}
	d := head - word
	sign := 0
	if d < 0 {
		d, sign = -d, 15
	}
	switch {
	case d > 30:
		d = 15
	case d > 20:
		d = 14
	case d > 14:
		d = 13
	case d > 10:
		d = 12
	}
	return sign + min(max(d, 1), 15)
}

// tensor is a matrix among the parameters of a network.
type tensor struct{ at, rows, cols int }

func (t tensor) of(params []float32) []float32 { return params[t.at : t.at+t.rows*t.cols] }

func (t tensor) row(params []float32, i int) []float32 {
	return params[t.at+i*t.cols : t.at+(i+1)*t.cols]
}

// cell holds the tensors of one direction of a layer. The gates lie side by side: input, forget, output, candidate.
type cell struct{ input, recurrent, bias tensor }

// layout says where each tensor lies among the parameters. The tables of embeddings come last: they are updated row by
// row.
type layout struct {
	cells    [][2]cell // by layer, then forward and backward
	heads    tensor    // from the last layer to: arc head, arc dependent, label head, label dependent, tags
	headBias tensor
	arc      tensor // from arc dependent to: what is compared with arc heads, then a score for each distance
	arcBias  tensor
	near     tensor // label hidden layer: what each distance adds
	label    tensor // from label hidden layer to relations
	labBias  tensor
	dense    int // number of parameters up to here
	words    tensor
	affixes  tensor
	total    int
}

// Columns of the heads.
func (n *network) arcHeadAt() int   { return 0 }
func (n *network) arcWordAt() int   { return n.size.Arc }
func (n *network) labelHeadAt() int { return 2 * n.size.Arc }
func (n *network) labelWordAt() int { return 2*n.size.Arc + n.size.Label }
func (n *network) tagsAt() int      { return 2*n.size.Arc + 2*n.size.Label }

// network is a tagger and parser: two-way LSTM layers, then scores for tags, heads and relations.
type network struct {
	size    Size
	vocab   *vocabulary
	vectors *Vectors
	layout
	params []float32
	packed packedWeights
}

// packedWeights are the matrices of a network, ready to multiply with.
type packedWeights struct {
	input, recurrent [][2]matrix.Packed
	heads            matrix.Packed
	arc, label       matrix.Packed
}

func newNetwork(size Size, vocab *vocabulary, vectors *Vectors) *network {
	size.fill()
	n := &network{size: size, vocab: vocab, vectors: vectors}
	add := func(rows, cols int) tensor {
		t := tensor{n.total, rows, cols}
		n.total += rows * cols
		return t
	}
	width := size.input()
	for range size.Layers {
		var both [2]cell
		for d := range both {
			both[d] = cell{add(width, 4*size.Hidden), add(size.Hidden, 4*size.Hidden), add(1, 4*size.Hidden)}
		}
		n.cells = append(n.cells, both)
		width = 2 * size.Hidden
	}
	heads := n.tagsAt() + matrix.Round(len(vocab.tags))
	n.heads, n.headBias = add(width, heads), add(1, heads)
	n.arc, n.arcBias = add(size.Arc, size.Arc+distances), add(1, size.Arc+distances)
	n.near = add(distances, size.Label)
	relations := matrix.Round(len(vocab.relations))
	n.label, n.labBias = add(size.Label, relations), add(1, relations)
	n.dense = n.total
	n.words = add(firstWord+len(vocab.words), size.Word)
	n.affixes = add(affixRows(), size.Affix)
	n.params = make([]float32, n.total)
	return n
}

// randomize sets the parameters to where training begins: uniform after X. Glorot and Y. Bengio, "Understanding the
// difficulty of training deep feedforward neural networks" (2010); forget gates open (Jozefowicz, Zaremba and Sutskever,
// "An empirical exploration of recurrent network architectures", 2015).
func (n *network) randomize(rng *rand.Rand) {
	uniform := func(t tensor, gain float64) {
		limit := gain * math.Sqrt(6/float64(t.rows+t.cols))
		x := t.of(n.params)
		for i := range x {
			x[i] = float32((2*rng.Float64() - 1) * limit)
		}
	}
	for _, both := range n.cells {
		for _, c := range both {
			uniform(c.input, 1.3)
			uniform(c.recurrent, 1.3)
			forget := c.bias.of(n.params)[n.size.Hidden : 2*n.size.Hidden]
			for i := range forget {
				forget[i] = 1
			}
		}
	}
	uniform(n.heads, 1)
	uniform(n.arc, 0.5)
	uniform(n.label, 1)
	normal := func(t tensor, deviation float64) {
		x := t.of(n.params)
		for i := range x {
			x[i] = float32(rng.NormFloat64() * deviation)
		}
	}
	normal(n.words, 0.15)
	normal(n.affixes, 0.25)
}

// pack lays out the weights for multiplication. It must be called whenever the parameters have changed.
func (n *network) pack() {
	if n.packed.input == nil {
		n.packed.input = make([][2]matrix.Packed, len(n.cells))
		n.packed.recurrent = make([][2]matrix.Packed, len(n.cells))
	}
	for l, both := range n.cells {
		for d, c := range both {
			n.packTensor(&n.packed.input[l][d], c.input)
			n.packTensor(&n.packed.recurrent[l][d], c.recurrent)
		}
	}
	n.packTensor(&n.packed.heads, n.heads)
	n.packTensor(&n.packed.arc, n.arc)
	n.packTensor(&n.packed.label, n.label)
}

func (n *network) packTensor(p *matrix.Packed, t tensor) {
	p.Pack(t.of(n.params), t.rows, t.cols, t.cols, 1)
}

// embed writes the input of a word to x, which is zero.
func (n *network) embed(in input, x []float32) {
	if in.vector >= 0 {
		n.vectors.read(in.vector, x[:dimensions])
	} else {
		x[unseenAt] = 1
	}
	copy(x[wordAt:], n.words.row(n.params, int(in.word)))
	at := wordAt + n.size.Word
	for _, row := range in.affixes {
		copy(x[at:], n.affixes.row(n.params, int(row)))
		at += n.size.Affix
	}
}
