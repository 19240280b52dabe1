package parse

import "quadwire/extract/parse/matrix"

// The layers are long short-term memories without peepholes (S. Hochreiter and J. Schmidhuber, "Long short-term memory",
// 1997; F. Gers, J. Schmidhuber and F. Cummins, "Learning to forget", 2000) that read the sentence in both directions
// (M. Schuster and K. Paliwal, "Bidirectional recurrent neural networks", 1997).

// pass is one run of a batch through the network: the scratch memory and the kernel it is computed with.
type pass struct {
	net    *network
	kernel *matrix.Kernel
	batch  *batch
	memory arena
}

// step is a time step of a batch in one direction: its rows, and those of the step before it in that direction.
type step struct{ start, active, before, common int }

// steps lists the time steps of a batch in the order in which a direction takes them; common is how many sentences also
// take the step before.
func (b *batch) steps(backward bool) []step {
	steps := make([]step, len(b.starts))
	for q := range b.starts {
		s := step{start: b.starts[q], active: b.active[q]}
		at := q
		if backward {
			at = len(b.starts) - 1 - q
			if q+1 < len(b.starts) {
				s.before, s.common = b.starts[q+1], b.active[q+1]
			}
		} else if q > 0 {
			s.before, s.common = b.starts[q-1], b.active[q]
		}
		steps[at] = s
	}
	return steps
}

// project returns the gates before the recurrent part: x·input + bias.
func (p *pass) project(layer, direction int, x []float32, width int) []float32 {
	c := p.net.cells[layer][direction]
	gates := p.memory.raw(p.batch.rows * c.bias.cols)
	bias := c.bias.of(p.net.params)
	for r := range p.batch.rows {
		copy(gates[r*len(bias):], bias)
	}
	p.kernel.MulAdd(gates, c.bias.cols, matrix.Rows(x, p.batch.rows, width), &p.net.packed.input[layer][direction])
	return gates
}

// recur runs one direction of a layer and writes its half of out. Gates gives the projected gates of a row; they are
// copied step by step into a place that stays in the cache.
func (p *pass) recur(layer, direction int, gates func(row int) []float32, out []float32) {
	h := p.net.size.Hidden
	weights := &p.net.packed.recurrent[layer][direction]
	out = out[direction*h:]
	cells := p.memory.floats(len(p.batch.lengths) * h)
	now := p.memory.raw(len(p.batch.lengths) * 4 * h)
	for _, s := range p.batch.steps(direction == 1) {
		for i := range s.active {
			copy(now[i*4*h:(i+1)*4*h], gates(s.start+i))
		}
		if s.common > 0 {
			p.kernel.MulAdd(now, 4*h, matrix.Rows(out[s.before*2*h:], s.common, 2*h), weights)
		}
		for i := range s.active {
			row := s.start + i
			p.kernel.Cell(now[i*4*h:(i+1)*4*h], cells[i*h:(i+1)*h], out[row*2*h:row*2*h+h])
		}
	}
}
