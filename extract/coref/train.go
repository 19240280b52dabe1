package coref

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"quadwire/extract/text"
)

// TrainOptions says how to train the ranking of pronouns' antecedents.
type TrainOptions struct {
	Epochs int     // passes over the documents; 0 means 20
	L2     float64 // strength of the prior that weights are small; 0 means 1
	Seed   uint64  // of the order of the documents
}

// Train learns the weights that rank antecedents from documents with gold entities, and writes them in the form that the
// program embeds. The model is log-linear over the possible antecedents of a pronoun, and what is made likely is that the
// antecedent is one of the right ones, whichever (Durrett and Klein, Easy Victories and Uphill Battles in Coreference
// Resolution, 2013), by stochastic gradients with a step for each weight (Duchi et al., Adaptive Subgradient Methods,
// 2011).
func Train(w io.Writer, docs []*text.CoNLLU, o TrainOptions) error {
	if o.Epochs == 0 {
		o.Epochs = 20
	}
	if o.L2 == 0 {
		o.L2 = 1
	}
	t := &trainer{now: &ranking{}, options: o}
	t.collect(docs)
	order := make([]int, len(t.cases))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			t.learn(&t.cases[i])
		}
	}
	return t.write(w)
}

// pronounCase is a pronoun with its possible antecedents.
type pronounCase struct {
	group    group
	features [][]feature
	right    []bool
}

// trainer holds the weights and, for each, the sum of its squared gradients.
type trainer struct {
	options TrainOptions
	now     *ranking
	squares [groupCount][featureCount]float64
	cases   []pronounCase
	groups  []string // gold entity of each markable of the document; empty if none
	run     *run
}

// collect runs the passes before the ranking over the documents and keeps the cases that the ranking decides. Behind a
// pronoun everything goes on as if it had been right.
func (t *trainer) collect(docs []*text.CoNLLU) {
	for _, d := range docs {
		gold := goldMentions(d)
		doc := d.Document
		doc.Mentions, doc.Entities, doc.Quotes = nil, nil, nil
		giveMentions(&doc, gold)
		r := newRun(&doc, t.now)
		t.run, t.groups = r, nil
		r.choose = func(k int) int {
			if t.groups == nil {
				t.groups = markGroups(r, gold)
			}
			return t.keep(k)
		}
		r.resolve()
	}
}

// keep records the case of pronoun k and returns its nearest right antecedent.
func (t *trainer) keep(k int) int {
	c := pronounCase{group: groupOf(&t.run.marks[k])}
	want, answer := t.groups[k], -1
	for _, cand := range t.run.candidates(k) {
		right := cand.mark >= 0 && want != "" && t.groups[cand.mark] == want
		if right && answer < 0 {
			answer = cand.mark
		}
		c.features = append(c.features, append([]feature(nil), cand.features...))
		c.right = append(c.right, right)
	}
	c.right[0] = answer < 0
	t.cases = append(t.cases, c)
	return answer
}

// learn makes one step for one pronoun.
func (t *trainer) learn(c *pronounCase) {
	p := make([]float64, len(c.features))
	top := math.Inf(-1)
	for i, f := range c.features {
		p[i] = float64(t.now.score(c.group, f))
		top = max(top, p[i])
	}
	all, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if c.right[i] {
			right += p[i]
		}
	}
	gradient := map[feature]float64{}
	var touched []feature
	for i, f := range c.features {
		g := -p[i] / all
		if c.right[i] {
			g += p[i] / right
		}
		for _, x := range f {
			if _, ok := gradient[x]; !ok {
				touched = append(touched, x)
			}
			gradient[x] += g
		}
	}
	for _, x := range touched {
		t.step(c.group, x, gradient[x])
	}
}

const (
	rate = 0.1  // first step of a weight
	tiny = 1e-8 // keeps the division from zero
)

// step moves one weight.
func (t *trainer) step(g group, x feature, gradient float64) {
	w := float64(t.now.weights[g][x])
	gradient -= t.options.L2 * w / float64(len(t.cases)) * 10
	t.squares[g][x] += gradient * gradient
	t.now.weights[g][x] = float32(w + rate*gradient/math.Sqrt(t.squares[g][x]+tiny))
}

// write writes the weights.
func (t *trainer) write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# pronoun, feature, weight: log-linear ranking learned from %d pronouns; features as in rank.go, version %d\n", len(t.cases), rankVersion)
	for g := range groupCount {
		for f := range featureCount {
			if v := t.now.weights[g][f]; v != 0 {
				fmt.Fprintf(b, "%s\t%d\t%.4f\n", groupNames[g], f, v)
			}
		}
	}
	return b.Flush()
}

// markGroups returns for each markable its gold entity.
func markGroups(r *run, gold []goldMention) []string {
	bySpan, byTop := map[[3]int]string{}, map[[2]int]string{}
	for _, g := range gold {
		bySpan[[3]int{g.sentence, g.first, g.last}] = g.group
		if _, ok := byTop[[2]int{g.sentence, g.top}]; !ok {
			byTop[[2]int{g.sentence, g.top}] = g.group
		}
	}
	groups := make([]string, len(r.marks))
	for k := range r.marks {
		m := &r.marks[k]
		if g, ok := bySpan[[3]int{m.sentence, m.first, m.last}]; ok {
			groups[k] = g
		} else if !m.coordination {
			groups[k] = byTop[[2]int{m.sentence, m.top}]
		}
	}
	return groups
}
