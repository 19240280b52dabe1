package parse

import (
	"math"

	"quadwire/extract/parse/matrix"
)

// example is a sentence of the treebank as the network sees it; position 0 is the root.
type example struct {
	inputs []input
	heads  []int
	tags   []int
	labels []int
}

// learn runs a batch of examples, longest first, forth and back, and adds to the gradients.
func (l *learner) learn(examples []*example) {
	n := l.net
	l.memory.reset()
	lengths := make([]int, len(examples))
	for i, e := range examples {
		lengths[i] = len(e.inputs)
	}
	l.batch = newBatch(lengths)
	width, hidden := n.size.input(), 2*n.size.Hidden
	words := make([]int32, l.batch.rows)
	x := l.embedBatch(examples, words)
	inputs, widths := [][]float32{x}, []int{width}
	masks := [][]float32{l.mask(x, width, 0, width, l.drop.Input)}
	var raw [][]float32 // outputs of the layers before dropout
	tapes := make([][2]tape, len(n.cells))
	for layer := range n.cells {
		out := l.memory.raw(l.batch.rows * hidden)
		for d := range 2 {
			gates := l.project(layer, d, inputs[layer], widths[layer])
			tapes[layer][d] = l.recurTape(layer, d, gates, out)
		}
		dropped := l.memory.raw(len(out))
		copy(dropped, out)
		raw = append(raw, out)
		masks = append(masks, l.mask(dropped, hidden, 0, hidden, l.drop.Layer))
		inputs, widths = append(inputs, dropped), append(widths, hidden)
	}
	grad := l.learnHeads(examples, inputs[len(n.cells)])
	for layer := len(n.cells) - 1; layer >= 0; layer-- {
		l.apply(masks[layer+1], grad, hidden, 0, hidden)
		dx := l.memory.floats(l.batch.rows * widths[layer])
		for d := range 2 {
			l.recurBack(layer, d, tapes[layer][d], inputs[layer], widths[layer], raw[layer], grad, dx)
		}
		grad = dx
	}
	l.apply(masks[0], grad, width, 0, width)
	l.embedBack(examples, words, grad)
}

// embedBatch writes the inputs of all rows. It replaces some words by the unknown word, rare ones more often, and notes
// in words which rows of the table it took.
func (l *learner) embedBatch(examples []*example, words []int32) []float32 {
	n := l.net
	width := n.size.input()
	x := l.memory.floats(l.batch.rows * width)
	for s, e := range examples {
		for i, in := range e.inputs {
			row := l.batch.row(s, i)
			if in.word >= firstWord && l.drop.Word > 0 {
				frequency := float32(n.vocab.frequency[in.word])
				if l.random.Float32() < l.drop.Word/(frequency+l.drop.Word) {
					in.word = unknownWord
				}
			}
			words[row] = in.word
			if l.drop.Vector > 0 && l.random.Float32() < l.drop.Vector {
				in.vector = -1
			}
			n.embed(in, x[row*width:(row+1)*width])
		}
	}
	return x
}

// embedBack adds the gradients of the inputs to those of the tables.
func (l *learner) embedBack(examples []*example, words []int32, grad []float32) {
	n := l.net
	width := n.size.input()
	for s, e := range examples {
		for i, in := range e.inputs {
			row := l.batch.row(s, i)
			g := grad[row*width:]
			l.touched[0][words[row]] = true
			addTo(n.words.row(l.gradients, int(words[row])), g[wordAt:])
			at := wordAt + n.size.Word
			for _, r := range in.affixes {
				l.touched[1][r] = true
				addTo(n.affixes.row(l.gradients, int(r)), g[at:])
				at += n.size.Affix
			}
		}
	}
}

// addTo adds x to sum, which may be shorter.
func addTo(sum, x []float32) {
	x = x[:len(sum)]
	for j, v := range x {
		sum[j] += v
	}
}

// learnHeads computes the loss from the last layer and returns the gradient of that layer.
func (l *learner) learnHeads(examples []*example, last []float32) []float32 {
	n := l.net
	size, width := n.size, n.heads.cols
	heads := l.headsOf(last)
	arcMask := l.mask(heads, width, 0, n.labelHeadAt(), l.drop.Hidden)
	compared := l.affine(heads[n.arcWordAt():], width, &n.packed.arc, n.arcBias)
	dCompared := l.memory.floats(len(compared))
	dHeads := l.memory.floats(len(heads))
	hidden := l.memory.floats(l.batch.rows * size.Label)
	for s, e := range examples {
		l.learnArcs(s, e, heads, compared, dHeads, dCompared)
		for d := 1; d < len(e.inputs); d++ {
			row := l.batch.row(s, d)
			l.labelHidden(s, d, e.heads[d], heads, hidden[row*size.Label:(row+1)*size.Label])
			l.learnTag(e.tags[d], heads, dHeads, row)
		}
	}
	l.learnLabels(examples, hidden, dHeads)

	var packed matrix.Packed
	wide := size.Arc + distances
	packed.Pack(dCompared, l.batch.rows, wide, wide, 1)
	l.kernel.MulAdd(n.arc.of(l.gradients), wide, matrix.Transposed(heads[n.arcWordAt():], size.Arc, width), &packed)
	addRows(n.arcBias.of(l.gradients), dCompared, l.batch.rows)
	l.kernel.MulAdd(dHeads[n.arcWordAt():], width, matrix.Rows(dCompared, l.batch.rows, wide), &l.back.arc)

	l.apply(arcMask, dHeads, width, 0, n.labelHeadAt())
	for r := range l.batch.rows {
		rectifyBack(heads[r*width:r*width+n.labelHeadAt()], dHeads[r*width:])
	}
	packed.Pack(dHeads, l.batch.rows, width, width, 1)
	l.kernel.MulAdd(n.heads.of(l.gradients), width, matrix.Transposed(last, n.heads.rows, n.heads.rows), &packed)
	addRows(n.headBias.of(l.gradients), dHeads, l.batch.rows)
	grad := l.memory.floats(len(last))
	l.kernel.MulAdd(grad, n.heads.rows, matrix.Rows(dHeads, l.batch.rows, width), &l.back.heads)
	return grad
}

// rectifyBack zeroes the gradient where the rectified value is zero.
func rectifyBack(value, grad []float32) {
	for j, v := range value {
		if v == 0 {
			grad[j] = 0
		}
	}
}

// learnArcs adds the loss of the heads of a sentence.
func (l *learner) learnArcs(s int, e *example, heads, compared, dHeads, dCompared []float32) {
	n := l.net
	arc, width, wide := n.size.Arc, n.heads.cols, n.size.Arc+distances
	var packed matrix.Packed
	a := l.arcs(s, heads, compared, &packed)
	clear(a.scores[:a.stride])
	for d := 1; d < a.n; d++ {
		of := a.of(d)
		of[d] = -1e4
		best := l.crossEntropy(of, e.heads[d], 0) // not smoothed: a word is no head of itself, and the rest must sum to one
		of[d] = 0
		clear(a.scores[d*a.stride+a.n : (d+1)*a.stride])
		l.words++
		if best == e.heads[d] {
			l.right++
		}
		near := dCompared[l.batch.row(s, d)*wide+arc:]
		for h, g := range of {
			near[distance(d, h)] += g
		}
	}
	dWords, dOfHeads := l.memory.floats(a.n*arc), l.memory.floats(a.n*arc)
	packed.Pack(a.heads, a.n, arc, arc, 1)
	l.kernel.MulAdd(dWords, arc, matrix.Rows(a.scores, a.n, a.stride), &packed)
	packed.Pack(a.words, a.n, arc, arc, 1)
	l.kernel.MulAdd(dOfHeads, arc, matrix.Transposed(a.scores, a.n, a.stride), &packed)
	for i := range a.n {
		row := l.batch.row(s, i)
		addTo(dCompared[row*wide:row*wide+arc], dWords[i*arc:])
		addTo(dHeads[row*width+n.arcHeadAt():][:arc], dOfHeads[i*arc:])
	}
}

// learnTag adds the loss of the tag of a word.
func (l *learner) learnTag(tag int, heads, dHeads []float32, row int) {
	n := l.net
	at := row*n.heads.cols + n.tagsAt()
	grad := dHeads[at:][:len(n.vocab.tags)]
	copy(grad, heads[at:])
	l.crossEntropy(grad, tag, l.smooth)
}

// learnLabels adds the loss of the relations.
func (l *learner) learnLabels(examples []*example, hidden, dHeads []float32) {
	n := l.net
	label, width := n.size.Label, n.heads.cols
	mask := l.mask(hidden, label, 0, label, l.drop.Hidden)
	scores := l.affine(hidden, label, &n.packed.label, n.labBias)
	wide := n.label.cols
	for s, e := range examples {
		clear(scores[l.batch.row(s, 0)*wide:][:wide])
		for d := 1; d < len(e.inputs); d++ {
			of := scores[l.batch.row(s, d)*wide:][:wide]
			l.crossEntropy(of[:len(n.vocab.relations)], e.labels[d], l.smooth)
			clear(of[len(n.vocab.relations):])
		}
	}
	var packed matrix.Packed
	packed.Pack(scores, l.batch.rows, wide, wide, 1)
	l.kernel.MulAdd(n.label.of(l.gradients), wide, matrix.Transposed(hidden, label, label), &packed)
	addRows(n.labBias.of(l.gradients), scores, l.batch.rows)
	dHidden := l.memory.floats(len(hidden))
	l.kernel.MulAdd(dHidden, label, matrix.Rows(scores, l.batch.rows, wide), &l.back.labels)
	l.apply(mask, dHidden, label, 0, label)
	for s, e := range examples {
		for d := 1; d < len(e.inputs); d++ {
			row := l.batch.row(s, d)
			g := dHidden[row*label : (row+1)*label]
			rectifyBack(hidden[row*label:(row+1)*label], g)
			addTo(dHeads[row*width+n.labelWordAt():][:label], g)
			addTo(dHeads[l.batch.row(s, e.heads[d])*width+n.labelHeadAt():][:label], g)
			addTo(n.near.row(l.gradients, distance(d, e.heads[d])), g)
		}
	}
}

// crossEntropy replaces scores by the gradient of the loss of the softmax and returns the index of the best score. The
// target gives a share of smooth to all classes (C. Szegedy and others, "Rethinking the Inception architecture", 2016).
func (l *learner) crossEntropy(scores []float32, gold int, smooth float32) int {
	best := argmax(scores)
	top := float64(scores[best])
	goldScore := float64(scores[gold])
	var sum float64
	for i, s := range scores {
		e := math.Exp(float64(s) - top)
		scores[i] = float32(e)
		sum += e
	}
	l.loss += math.Log(sum) + top - goldScore
	for i, e := range scores {
		scores[i] = float32(float64(e) / sum)
	}
	scores[gold]--
	if smooth > 0 {
		scores[gold] += smooth
		share := smooth / float32(len(scores))
		for i := range scores {
			scores[i] -= share
		}
	}
	return best
}

// argmax returns the index of the greatest element, the first one of equals.
func argmax(x []float32) int {
	best, at := x[0], 0
	for i, v := range x {
		if v > best {
			best, at = v, i
		}
	}
	return at
}
