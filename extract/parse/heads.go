package parse

import "quadwire/extract/parse/matrix"

// Heads and relations are scored after T. Dozat and C. Manning, "Deep biaffine attention for neural dependency parsing"
// (2017), with a term for the distance between word and head as in P. Qi and others, "Universal Dependency parsing from
// scratch" (2018). A relation is predicted from a hidden layer over word, head and their distance.

// encode runs the layers and returns the output of the last one. First gives the projected gates of the first layer, by
// row, forward and backward side by side.
func (p *pass) encode(first [][]float32) []float32 {
	n := p.net
	width := 4 * n.size.Hidden
	var out []float32
	for layer := range n.cells {
		below := out
		out = p.memory.raw(p.batch.rows * 2 * n.size.Hidden)
		for d := range 2 {
			if layer == 0 {
				p.recur(0, d, func(row int) []float32 { return first[row][d*width : (d+1)*width] }, out)
				continue
			}
			gates := p.project(layer, d, below, 2*n.size.Hidden)
			p.recur(layer, d, func(row int) []float32 { return gates[row*width : (row+1)*width] }, out)
		}
	}
	return out
}

// headsOf returns the vectors that tags, heads and relations are scored with, one row a word: see network.arcHeadAt and
// its neighbours.
func (p *pass) headsOf(last []float32) []float32 {
	n := p.net
	heads := p.affine(last, 2*n.size.Hidden, &n.packed.heads, n.headBias)
	width := n.heads.cols
	for r := range p.batch.rows {
		rectify(heads[r*width : r*width+n.labelHeadAt()])
	}
	return heads
}

// affine returns x·weights + bias for every row of the batch; rows of x lie stride apart.
func (p *pass) affine(x []float32, stride int, weights *matrix.Packed, bias tensor) []float32 {
	out := p.memory.raw(p.batch.rows * weights.Cols)
	b := bias.of(p.net.params)
	for r := range p.batch.rows {
		copy(out[r*weights.Cols:], b)
	}
	p.kernel.MulAdd(out, weights.Cols, matrix.Rows(x, p.batch.rows, stride), weights)
	return out
}

func rectify(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}

// arcScores are the scores of all heads of all words of a sentence; position 0 is the root.
type arcScores struct {
	n, stride int
	scores    []float32 // of head h for word d at d*stride+h
	heads     []float32 // n vectors of heads
	words     []float32 // n vectors of words, to compare with those of heads
}

func (a *arcScores) of(word int) []float32 { return a.scores[word*a.stride : word*a.stride+a.n] }

// arcs scores the heads of one sentence of the batch. Compared holds the result of the arc tensor.
func (p *pass) arcs(sentence int, heads, compared []float32, packed *matrix.Packed) *arcScores {
	n := p.net
	arc, width, wide := n.size.Arc, n.heads.cols, n.size.Arc+distances
	a := &arcScores{n: p.batch.lengths[sentence]}
	a.stride = matrix.Round(a.n)
	a.heads, a.words = p.memory.raw(a.n*arc), p.memory.raw(a.n*arc)
	a.scores = p.memory.floats(a.n * a.stride)
	for i := range a.n {
		row := p.batch.row(sentence, i)
		copy(a.heads[i*arc:(i+1)*arc], heads[row*width+n.arcHeadAt():])
		copy(a.words[i*arc:(i+1)*arc], compared[row*wide:])
	}
	packed.Pack(a.heads, arc, a.n, 1, arc)
	p.kernel.MulAdd(a.scores, a.stride, matrix.Rows(a.words, a.n, arc), packed)
	for d := 1; d < a.n; d++ {
		near := compared[p.batch.row(sentence, d)*wide+arc:][:distances]
		of := a.of(d)
		for h := range of {
			of[h] += near[distance(d, h)]
		}
	}
	return a
}

// labelHidden writes the hidden layer for a word and its head to x.
func (p *pass) labelHidden(sentence, word, head int, heads, x []float32) {
	n := p.net
	width := n.heads.cols
	of := heads[p.batch.row(sentence, word)*width+n.labelWordAt():][:len(x)]
	by := heads[p.batch.row(sentence, head)*width+n.labelHeadAt():][:len(x)]
	near := n.near.row(n.params, distance(word, head))[:len(x)]
	for j := range x {
		x[j] = max(of[j]+by[j]+near[j], 0)
	}
}

// single adds to out the scores of the relations for one hidden layer.
func (p *pass) single(out, hidden []float32) {
	p.kernel.MulAdd(out, p.net.label.cols, matrix.Rows(hidden, 1, len(hidden)), &p.net.packed.label)
}
