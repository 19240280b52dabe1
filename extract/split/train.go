package split

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"quadwire/extract/text"
)

// TrainOptions says how to train. The zero value is what the embedded model was trained with.
type TrainOptions struct {
	Epochs int     // passes over the data; 0 means 12
	Rate   float64 // learning rate of AdaGrad; 0 means 0.3
	Decay  float64 // L2 regularisation per example; 0 means 1e-4
	Seed   uint64  // of the order of examples
}

func (o TrainOptions) withDefaults() TrainOptions {
	if o.Epochs == 0 {
		o.Epochs = 12
	}
	if o.Rate == 0 {
		o.Rate = 0.3
	}
	if o.Decay == 0 {
		o.Decay = 1e-4
	}
	return o
}

// Train learns from treebanks where tokens and sentences end. The provenance lines are kept in the model file, the
// second value; equal data and options give equal bytes.
func Train(docs []*text.CoNLLU, o TrainOptions, provenance []string) (*Splitter, []byte, error) {
	o = o.withDefaults()
	m := &model{cuts: learnCuts(docs)}
	var examples learner
	for _, d := range docs {
		examples.tokens(m, d)
	}
	m.tokens = examples.fit(tokenWeights, o)
	examples = learner{}
	for _, d := range docs {
		examples.sentences(m, d)
	}
	m.sentences = examples.fit(sentenceWeights, o)
	var cuts []string
	for word, at := range m.cuts {
		cuts = append(cuts, word[:at]+"|"+word[at:])
	}
	sort.Strings(cuts)
	header := strings.Join(append([]string{magic}, provenance...), "\n")
	file := header + "\n\n" + strings.Join(cuts, "\n") + "\n\n" + m.tokens + m.sentences
	s, err := Read(file)
	if err != nil {
		return nil, nil, fmt.Errorf("read back the trained splitter: %w", err)
	}
	return s, []byte(file), nil
}

// learnCuts lists the words of letters only that are two tokens in the treebanks more than once, and more often than
// one.
func learnCuts(docs []*text.CoNLLU) map[string]int {
	found := map[string]map[int]int{}
	whole := map[string]int{}
	for _, d := range docs {
		for i, s := range d.Sentences {
			for _, t := range s.Tokens {
				whole[strings.ToLower(t.Form)]++
			}
			for _, w := range d.Source[i].Words {
				form := strings.ToLower(w.Form)
				if w.Last != w.First+1 || len(form) > longestCut || strings.ContainsFunc(form, notASCIILetter) {
					continue
				}
				at := s.Tokens[w.First].End - s.Tokens[w.First].Start
				if found[form] == nil {
					found[form] = map[int]int{}
				}
				found[form][at]++
			}
		}
	}
	cuts := map[string]int{}
	for form, at := range found {
		for cut := 1; cut < len(form); cut++ {
			if n := at[cut]; n > 1 && n > at[cuts[form]] && n > whole[form] {
				cuts[form] = cut
			}
		}
	}
	return cuts
}

func notASCIILetter(r rune) bool { return r >= 0x80 || !isASCIILetter(byte(r)) }

// learner collects examples of borders: features, and whether there is one.
type learner struct {
	features []uint32
	ends     []int // one past the last feature of each example
	labels   []bool
}

func (l *learner) add(f features, label bool) {
	l.features = append(l.features, f...)
	l.ends = append(l.ends, len(l.features))
	l.labels = append(l.labels, label)
}

// tokens adds the borders between atoms of a document.
func (l *learner) tokens(m *model, d *text.CoNLLU) {
	starts := map[int]bool{}
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			starts[t.Start] = true
		}
	}
	var c chunk
	var f features
	for at := 0; at < len(d.Text); {
		r, n := decode(d.Text, at)
		if kindOfRune(r) == kindSpace {
			at += n
			continue
		}
		c.scan(m, d.Text, at)
		first, before := 0, true
		for i := 1; i < len(c.atoms); i++ {
			f = c.describe(f[:0], i, first, before)
			before = starts[c.atoms[i].start]
			if _, known := c.decided(i, before); !known {
				l.add(f, before)
			}
			if before {
				first = i
			}
		}
		at = c.end
	}
}

// sentences adds the borders between words of a document, with words as the trained token model finds them.
func (l *learner) sentences(m *model, d *text.CoNLLU) {
	starts := map[int]bool{}
	for _, s := range d.Sentences {
		starts[s.Start] = true
	}
	for _, b := range blocks(d.Text, nil) {
		w := work{model: m, text: d.Text}
		w.divide(&b)
		g := guess{words: w.words}
		for i := 0; i+1 < len(w.words); i++ {
			g.step(i)
			border := starts[w.words[i+1].start]
			if g.candidate(i, b.kind) {
				g.features = g.describe(g.features[:0], i)
				l.add(g.features, border)
			}
			if border {
				g.restart(i + 1)
			}
		}
	}
}

const (
	settled = 1e-4 // examples whose gradient is smaller are passed over: they are learned
	damping = 0.1  // keeps the first steps of a weight small
	topCut  = 5000 // one weight in so many is cut off
)

// fit trains a logistic regression by AdaGrad (Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011), averaged
// over the second half of the passes, and rounds its weights to signed bytes.
func (l *learner) fit(size int, o TrainOptions) string {
	weights, squares, sum := make([]float64, size), make([]float64, size), make([]float64, size)
	order := make([]int, len(l.ends))
	for i := range order {
		order[i] = i
	}
	shuffle := rand.New(rand.NewPCG(o.Seed, 1))
	mask := uint32(size - 1)
	for epoch := range o.Epochs {
		shuffle.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			f := l.features[l.first(i):l.ends[i]]
			z := 0.0
			for _, h := range f {
				z += weights[h&mask]
			}
			gradient := 1 / (1 + math.Exp(-z))
			if l.labels[i] {
				gradient--
			}
			if math.Abs(gradient) < settled {
				continue
			}
			for _, h := range f {
				w := h & mask
				g := gradient + o.Decay*weights[w]
				squares[w] += g * g
				weights[w] -= o.Rate * g / (damping + math.Sqrt(squares[w]))
			}
		}
		if epoch >= o.Epochs/2 {
			for i, w := range weights {
				sum[i] += w
			}
		}
	}
	return quantise(sum)
}

func (l *learner) first(i int) int {
	if i == 0 {
		return 0
	}
	return l.ends[i-1]
}

// quantise scales weights to signed bytes. Only the sign of a sum of weights matters, so the scale is free; the few
// largest are cut off to leave the others more steps.
func quantise(weights []float64) string {
	sorted := make([]float64, 0, len(weights))
	for _, w := range weights {
		if w != 0 {
			sorted = append(sorted, math.Abs(w))
		}
	}
	sort.Float64s(sorted)
	if len(sorted) == 0 {
		return string(make([]byte, len(weights)))
	}
	scale := 127 / sorted[len(sorted)-1-len(sorted)/topCut]
	out := make([]byte, len(weights))
	for i, w := range weights {
		out[i] = byte(int8(math.Round(max(-127, min(127, w*scale)))))
	}
	return string(out)
}
