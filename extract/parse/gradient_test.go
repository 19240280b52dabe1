package parse

import (
	"math"
	"math/rand/v2"
	"testing"

	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// toy returns a small network and examples with random structure.
func toy(t testing.TB) (*network, []*example) {
	rng := rand.New(rand.NewPCG(3, 4))
	var sentences []text.Sentence
	for _, words := range [][]string{{"Dogs", "bark", "and", "dogs", "bite", "."}, {"Peace", "talks", "failed"}, {"Dogs", "failed"}} {
		s := text.Sentence{}
		for i, w := range words {
			s.Tokens = append(s.Tokens, text.Token{Form: w, UPOS: []string{"NOUN", "VERB"}[i%2], Head: i - 1, Rel: []string{"root", "nsubj", "obj"}[min(i, 2)]})
		}
		sentences = append(sentences, s)
	}
	values := make([]float32, 2*dimensions)
	for i := range values {
		values[i] = float32(rng.NormFloat64())
	}
	vocab := newVocabulary(sentences)
	vocab.relations = []string{"root", "nsubj", "obj"}
	vocab.index()
	n := newNetwork(Size{Hidden: 32, Arc: 32, Label: 32, Word: 8, Affix: 8}, vocab, NewVectors([]string{"dogs", "bark"}, values))
	n.randomize(rng)
	var examples []*example
	for i := range sentences {
		examples = append(examples, n.example(&sentences[i]))
	}
	return n, examples
}

// TestGradients compares the gradients with differences of the loss.
func TestGradients(t *testing.T) {
	n, examples := toy(t)
	back := &backPacked{}
	run := func() *learner {
		n.pack()
		n.packBack(back)
		l := newLearner(n, matrix.Portable(), back)
		l.drop = Dropout{Input: 0.2, Layer: 0.2, Hidden: 0.2}
		l.random = rand.New(rand.NewPCG(5, 6))
		l.learn(examples)
		return l
	}
	gradients := run().gradients
	tensors := map[string]tensor{
		"heads": n.heads, "headBias": n.headBias, "arc": n.arc, "arcBias": n.arcBias, "near": n.near, "label": n.label, "labBias": n.labBias, "words": n.words, "affixes": n.affixes,
		"input0": n.cells[0][0].input, "recurrent0": n.cells[0][0].recurrent, "bias0": n.cells[0][0].bias, "back0": n.cells[0][1].recurrent,
		"input1": n.cells[1][0].input, "recurrent1": n.cells[1][0].recurrent, "bias1": n.cells[1][0].bias, "back1": n.cells[1][1].recurrent,
	}
	for name, x := range tensors {
		// Along the gradient itself the loss changes most, and one difference tests all elements at once.
		g := x.of(gradients)
		var norm float64
		for _, v := range g {
			norm += float64(v) * float64(v)
		}
		norm = math.Sqrt(norm)
		if norm == 0 {
			t.Errorf("%s: no gradient", name)
			continue
		}
		const eps = 2e-3
		move := func(by float64) {
			p := x.of(n.params)
			for i, v := range g {
				p[i] += float32(by * float64(v) / norm)
			}
		}
		move(eps)
		up := run().loss
		move(-2 * eps)
		down := run().loss
		move(eps)
		if got := (up - down) / (2 * eps); math.Abs(got-norm) > 0.02*norm+2e-3 {
			t.Errorf("%s: the loss changes by %g a unit, the gradient says %g", name, got, norm)
		}
	}
}
