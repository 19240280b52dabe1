package parse

import (
	"math/rand/v2"

	"quadwire/extract/parse/matrix"
)

// Dropout says which share of the activations is zeroed while training, the same ones at every position of a sentence
// (Y. Gal and Z. Ghahramani, "A theoretically grounded application of dropout in recurrent neural networks", 2016).
type Dropout struct {
	Input  float32 `json:"input"`  // of a word's input
	Layer  float32 `json:"layer"`  // of the output of a layer
	Hidden float32 `json:"hidden"` // of the vectors that arcs and relations are scored with
	Word   float32 `json:"word"`   // strength of replacing rare words by the unknown word
	Vector float32 `json:"vector"` // share of words without their pretrained vector
}

// learner is a pass that also computes gradients.
type learner struct {
	pass
	drop      Dropout
	smooth    float32
	random    *rand.Rand
	gradients []float32
	touched   [2][]bool // rows of the tables of words and affixes that have a gradient
	back      *backPacked
	loss      float64 // summed over all words
	right     int     // heads predicted right
	words     int
}

// backPacked are the transposed weights, for the way back; all learners of a network share them.
type backPacked struct {
	input, recurrent   [][2]matrix.Packed
	heads, arc, labels matrix.Packed
}

func newLearner(n *network, kernel *matrix.Kernel, back *backPacked) *learner {
	l := &learner{pass: pass{net: n, kernel: kernel}, gradients: make([]float32, n.total), back: back}
	l.touched = [2][]bool{make([]bool, n.words.rows), make([]bool, n.affixes.rows)}
	return l
}

// packBack lays out the transposed weights.
func (n *network) packBack(b *backPacked) {
	if b.input == nil {
		b.input = make([][2]matrix.Packed, len(n.cells))
		b.recurrent = make([][2]matrix.Packed, len(n.cells))
	}
	pack := func(p *matrix.Packed, t tensor) { p.Pack(t.of(n.params), t.cols, t.rows, 1, t.cols) }
	for l, both := range n.cells {
		for d, c := range both {
			pack(&b.input[l][d], c.input)
			pack(&b.recurrent[l][d], c.recurrent)
		}
	}
	pack(&b.heads, n.heads)
	pack(&b.arc, n.arc)
	pack(&b.labels, n.label)
}

// tape remembers what the way back through one direction of a layer needs.
type tape struct {
	gates, cells, tanhs []float32
}

// recurTape is recur with a tape.
func (l *learner) recurTape(layer, direction int, gates, out []float32) tape {
	h := l.net.size.Hidden
	weights := &l.net.packed.recurrent[layer][direction]
	out = out[direction*h:]
	t := tape{gates: gates, cells: l.memory.floats(l.batch.rows * h), tanhs: l.memory.raw(l.batch.rows * h)}
	for _, s := range l.batch.steps(direction == 1) {
		if s.common > 0 {
			l.kernel.MulAdd(gates[s.start*4*h:], 4*h, matrix.Rows(out[s.before*2*h:], s.common, 2*h), weights)
		}
		for i := range s.active {
			row := s.start + i
			cell := t.cells[row*h : (row+1)*h]
			if i < s.common {
				copy(cell, t.cells[(s.before+i)*h:])
			}
			hidden := out[row*2*h : row*2*h+h]
			gate := gates[row*4*h : (row+1)*4*h]
			l.kernel.Cell(gate, cell, hidden)
			tanh := t.tanhs[row*h : (row+1)*h]
			copy(tanh, cell)
			l.kernel.Tanh(tanh)
		}
	}
	return t
}

// recurBack goes back through one direction of a layer: from the gradient of out to those of the weights and, added to
// it, of x. A nil dx is left out.
func (l *learner) recurBack(layer, direction int, t tape, x []float32, width int, out, dOut, dx []float32) {
	n, h := l.net, l.net.size.Hidden
	c := n.cells[layer][direction]
	out, dOut = out[direction*h:], dOut[direction*h:]
	steps := l.batch.steps(direction == 1)
	dGates := l.memory.raw(l.batch.rows * 4 * h)
	dHidden := l.memory.floats(len(l.batch.lengths) * h)
	dCell := l.memory.floats(len(l.batch.lengths) * h)
	previous := l.memory.floats(l.batch.rows * h)
	zero := l.memory.floats(h)
	for at := len(steps) - 1; at >= 0; at-- {
		s := steps[at]
		for i := range s.active {
			row := s.start + i
			before := zero
			if i < s.common {
				before = t.cells[(s.before+i)*h : (s.before+i+1)*h]
				copy(previous[row*h:(row+1)*h], out[(s.before+i)*2*h:])
			}
			cellBack(h, t.gates[row*4*h:], t.tanhs[row*h:], before, dOut[row*2*h:], dHidden[i*h:], dCell[i*h:], dGates[row*4*h:])
		}
		clear(dHidden)
		if s.common > 0 {
			l.kernel.MulAdd(dHidden, h, matrix.Rows(dGates[s.start*4*h:], s.common, 4*h), &l.back.recurrent[layer][direction])
		}
		clear(dCell[s.common*h:])
	}
	var packed matrix.Packed
	packed.Pack(dGates, l.batch.rows, 4*h, 4*h, 1)
	l.kernel.MulAdd(c.input.of(l.gradients), 4*h, matrix.Transposed(x, width, width), &packed)
	l.kernel.MulAdd(c.recurrent.of(l.gradients), 4*h, matrix.Transposed(previous, h, h), &packed)
	addRows(c.bias.of(l.gradients), dGates, l.batch.rows)
	if dx != nil {
		l.kernel.MulAdd(dx, width, matrix.Rows(dGates, l.batch.rows, 4*h), &l.back.input[layer][direction])
	}
}

// cellBack goes back through a step of one cell of h numbers; dCell becomes the gradient of the cell before.
func cellBack(h int, gates, tanhs, before, dOut, dHidden, dCell, dGates []float32) {
	in, forget, out, candidate := gates[:h], gates[h:2*h], gates[2*h:3*h], gates[3*h:4*h]
	dIn, dForget, dOutGate, dCandidate := dGates[:h], dGates[h:2*h], dGates[2*h:3*h], dGates[3*h:4*h]
	tanhs, before, dOut, dHidden, dCell = tanhs[:h], before[:h], dOut[:h], dHidden[:h], dCell[:h]
	for j := range h {
		i, f, o, g, th := in[j], forget[j], out[j], candidate[j], tanhs[j]
		d := dOut[j] + dHidden[j]
		dc := d*o*(1-th*th) + dCell[j]
		dIn[j] = dc * g * i * (1 - i)
		dForget[j] = dc * before[j] * f * (1 - f)
		dOutGate[j] = d * th * o * (1 - o)
		dCandidate[j] = dc * i * (1 - g*g)
		dCell[j] = dc * f
	}
}

// addRows adds n rows of x to sum.
func addRows(sum, x []float32, n int) {
	for r := range n {
		row := x[r*len(sum):][:len(sum)]
		for j, v := range row {
			sum[j] += v
		}
	}
}

// mask draws a dropout mask for every sentence and applies it to columns [from, to) of x, whose rows are width wide.
func (l *learner) mask(x []float32, width, from, to int, share float32) []float32 {
	if share == 0 {
		return nil
	}
	n := to - from
	mask := l.memory.floats(len(l.batch.lengths) * n)
	keep, bound := 1/(1-share), uint32(share*(1<<16))
	for i := 0; i < len(mask); {
		r := l.random.Uint64()
		for range 4 {
			if i < len(mask) && uint32(r&0xffff) >= bound {
				mask[i] = keep
			}
			r >>= 16
			i++
		}
	}
	l.apply(mask, x, width, from, to)
	return mask
}

// apply multiplies columns [from, to) of every row of x by the mask of its sentence.
func (l *learner) apply(mask, x []float32, width, from, to int) {
	if mask == nil {
		return
	}
	n := to - from
	for q, start := range l.batch.starts {
		for s := range l.batch.active[q] {
			row := x[(start+s)*width+from:][:n]
			m := mask[s*n:][:n]
			for j := range row {
				row[j] *= m[j]
			}
		}
	}
}
