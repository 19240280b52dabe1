package names

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"

	"quadwire/extract/text"
)

// TrainOptions says how to train the recogniser. The embedded model was trained with seed 1 and the other fields zero.
type TrainOptions struct {
	Epochs int    // passes over the data; 0 means 8
	Seed   uint64 // of the order of the sentences
}

// perceptron holds the weights while they are learned; the averages come out of the sum of weights times the number of
// the update at which they changed.
type perceptron struct {
	w, sum []float64               // by feature*labels + label
	step   [labels][labels]float64 // of transitions
	stepS  [labels][labels]float64 // the sum that belongs to step
	n      float64                 // sentences seen, from 1
}

func (p *perceptron) add(feature uint32, to *[labels]int32) {
	w := p.w[int(feature)*labels:][:labels]
	for l := range to {
		to[l] += int32(w[l])
	}
}

func (p *perceptron) transition(from, to int) int32 { return int32(p.step[from][to]) }

func (p *perceptron) change(feature uint32, l label, by float64) {
	i := int(feature)*labels + int(l)
	p.w[i] += by
	p.sum[i] += by * p.n
}

func (p *perceptron) changeStep(from, to label, by float64) {
	p.step[from][to] += by
	p.stepS[from][to] += by * p.n
}

// Train learns the recogniser from treebanks with entities in the manner of GUM and returns the model file. Equal data
// and options give equal bytes. The provenance lines go into the header.
func Train(docs []*text.CoNLLU, o TrainOptions, provenance []string) ([]byte, error) {
	t, err := tables()
	if err != nil {
		return nil, err
	}
	f := &Finder{lists: t}
	if o.Epochs == 0 {
		o.Epochs = 8
	}
	type example struct {
		x    *features
		gold []label
	}
	var examples []example
	for _, d := range docs {
		names := f.goldNames(d)
		for i := range d.Sentences {
			s := newSentence(i, &d.Sentences[i])
			x := f.features(s)
			gold := labelled(len(s.toks), names[i])
			examples = append(examples, example{x, gold})
		}
	}
	p := &perceptron{w: make([]float64, labels<<featureBits), sum: make([]float64, labels<<featureBits), n: 1}
	random := rand.New(rand.NewPCG(o.Seed, 7))
	for range o.Epochs {
		for _, k := range random.Perm(len(examples)) {
			p.learn(examples[k].x, examples[k].gold)
			p.n++
		}
	}
	var b bytes.Buffer
	if err := p.average().write(&b, provenance); err != nil {
		return nil, fmt.Errorf("write names model: %w", err)
	}
	return b.Bytes(), nil
}

// learn updates the weights where the decoded labels are wrong.
func (p *perceptron) learn(x *features, gold []label) {
	guess := decode(x, p)
	prevG, prevS := outside, outside
	for i := range gold {
		g, s := gold[i], guess[i]
		if !x.eligible(i) {
			prevG, prevS = outside, outside
			continue
		}
		if !follows(prevG, g) {
			g = begin(g.typ()) // the name's first word is not eligible
		}
		if g != s {
			for _, f := range x.of(i) {
				p.change(f, g, 1)
				p.change(f, s, -1)
			}
		}
		if g != s || prevG != prevS {
			p.changeStep(prevG, g, 1)
			p.changeStep(prevS, s, -1)
		}
		prevG, prevS = g, s
	}
}

// average returns the averaged weights, scaled to small integers.
func (p *perceptron) average() *recogniser {
	top := 1.0
	mean := func(w, sum float64) float64 { return w - sum/p.n }
	for i := range p.w {
		top = math.Max(top, math.Abs(mean(p.w[i], p.sum[i])))
	}
	for i := range p.step {
		for j := range p.step[i] {
			top = math.Max(top, math.Abs(mean(p.step[i][j], p.stepS[i][j])))
		}
	}
	weights := make([]byte, len(p.w))
	scale := 127 / top
	for i := range p.w {
		weights[i] = byte(int8(math.Round(mean(p.w[i], p.sum[i]) * scale)))
	}
	r := &recogniser{weights: string(weights)}
	for i := range p.step {
		for j := range p.step[i] {
			r.step[i][j] = int8(math.Round(mean(p.step[i][j], p.stepS[i][j]) * scale))
		}
	}
	return r
}
