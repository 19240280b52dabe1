package parse

import "slices"

// batch is a set of sentences that go through the network in lockstep. The rows of every matrix lie time step by time
// step, and within a step by sentence, longer sentences first: those that reach a step are a prefix of all, and a step of
// a layer is one product of matrices without copying.
type batch struct {
	lengths []int // words and root of each sentence, falling
	starts  []int // row at which each time step begins
	active  []int // number of sentences that reach each time step
	rows    int
}

// newBatch lays out sentences of the given lengths, which must fall.
func newBatch(lengths []int) *batch {
	b := &batch{lengths: lengths}
	if len(lengths) == 0 {
		return b
	}
	active := len(lengths)
	for step := range lengths[0] {
		for lengths[active-1] <= step {
			active--
		}
		b.starts = append(b.starts, b.rows)
		b.active = append(b.active, active)
		b.rows += active
	}
	return b
}

// row returns the row of a position of a sentence.
func (b *batch) row(sentence, position int) int { return b.starts[position] + sentence }

// order returns the indexes of lengths, longest first.
func order(lengths []int) []int {
	index := make([]int, len(lengths))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return lengths[b] - lengths[a] })
	return index
}

// arena hands out zeroed memory that is taken back all at once.
type arena struct {
	blocks [][]float32
	block  int
	used   int
}

const blockSize = 1 << 20

// floats returns n zeros.
func (a *arena) floats(n int) []float32 {
	x := a.raw(n)
	clear(x)
	return x
}

// raw returns n numbers of any value, for a caller that sets all of them.
func (a *arena) raw(n int) []float32 {
	for ; a.block < len(a.blocks); a.block, a.used = a.block+1, 0 {
		if b := a.blocks[a.block]; a.used+n <= len(b) {
			x := b[a.used : a.used+n : a.used+n]
			a.used += (n + 15) &^ 15
			return x
		}
	}
	a.blocks = append(a.blocks, make([]float32, max(n, blockSize)))
	a.used = (n + 15) &^ 15
	return a.blocks[a.block][:n:n]
}

// reset takes all memory back.
func (a *arena) reset() { a.block, a.used = 0, 0 }
