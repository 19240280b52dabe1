package parse

import (
	"math"

	"quadwire/extract/text"
)

// relabeler chooses the relations of a sentence and repairs what a greedy choice gets wrong: a head with two subjects
// or two objects. That happens where a title stands before a name ("spokesman Dmitry Peskov declined": both nouns look
// like subjects) and where a verb has an indirect object ("gave Russia any support").
type relabeler struct {
	*scratch
	parser   *Parser
	sentence int
	arcs     *arcScores
	heads    []int     // of the words from 1; may be changed
	vectors  []float32 // result of headsOf
}

// The families of relations of which a head has one at most. Outer subjects ("the problem is that he left") stand
// beside an inner one.
const (
	subjects = iota
	objects
	families
	many = -1 // all other relations
)

// familyOf returns the family of a relation.
func familyOf(relation string) int {
	switch relation {
	case "nsubj", "nsubj:pass", "csubj", "csubj:pass":
		return subjects
	case "obj":
		return objects
	}
	return many
}

// alternatives is how many heads are tried for a second subject or object.
const alternatives = 4

// label fills in the relations from the scores of the batch.
func (r *relabeler) label(scores []float32, tokens []text.Token) {
	n := r.net
	width := n.label.cols
	known := len(n.vocab.relations)
	rels := make([]int, len(r.heads))
	for d := 1; d < len(r.heads); d++ {
		of := scores[r.batch.row(r.sentence, d)*width:][:known]
		rels[d] = r.best(of, r.heads[d] == 0, [families]int{})
	}
	taken := make([][families]int, len(r.heads)) // by head: the word that is its subject, its object
	for d := 1; d < len(r.heads); d++ {
		h, family := r.heads[d], r.parser.family[rels[d]]
		if family == many {
			continue
		}
		if taken[h][family] == 0 {
			taken[h][family] = d
			continue
		}
		keep, move := taken[h][family], d
		if r.certainty(scores, move, rels[move]) > r.certainty(scores, keep, rels[keep]) {
			keep, move = move, keep
		}
		taken[h][family] = keep
		rels[move] = r.reattach(move, taken)
	}
	for d := 1; d < len(r.heads); d++ {
		tokens[d-1].Rel = n.vocab.relations[rels[d]]
	}
}

// best returns the best relation: the root's is for the root alone, and what the head has already is left out.
func (r *relabeler) best(scores []float32, root bool, taken [families]int) int {
	if root {
		return r.parser.root
	}
	top := -1
	for i, s := range scores {
		if family := r.parser.family[i]; i == r.parser.root || family != many && taken[family] != 0 {
			continue
		}
		if top < 0 || s > scores[top] {
			top = i
		}
	}
	return max(top, 0)
}

// certainty returns the logarithm of the probability of a relation of a word to its head.
func (r *relabeler) certainty(scores []float32, d, rel int) float64 {
	of := scores[r.batch.row(r.sentence, d)*r.net.label.cols:][:len(r.net.vocab.relations)]
	return logShare(of, rel)
}

// logShare returns the logarithm of the softmax of scores at i.
func logShare(scores []float32, i int) float64 {
	top := float64(scores[argmax(scores)])
	var sum float64
	for _, s := range scores {
		sum += math.Exp(float64(s) - top)
	}
	return float64(scores[i]) - top - math.Log(sum)
}

// reattach finds another head or relation for a second subject or object: what head and relation together make most
// likely, without giving any head two of them. It changes the head and returns the relation.
func (r *relabeler) reattach(d int, taken [][families]int) int {
	scores := r.arcs.of(d)
	tried := make([]bool, len(scores))
	tried[0], tried[d] = true, true
	bestHead, bestRel, bestScore := r.heads[d], 0, math.Inf(-1)
	for try := range alternatives {
		h := r.heads[d]
		if try > 0 {
			if h = r.next(d, tried); h < 0 {
				break
			}
		}
		tried[h] = true
		of := r.relations(d, h)
		rel := r.best(of, false, taken[h])
		if s := float64(scores[h]) + logShare(of, rel); s > bestScore {
			bestHead, bestRel, bestScore = h, rel, s
		}
	}
	r.heads[d] = bestHead
	if family := r.parser.family[bestRel]; family != many {
		taken[bestHead][family] = d
	}
	return bestRel
}

// next returns the best head for a word that was not tried and does not depend on the word itself, or -1.
func (r *relabeler) next(d int, tried []bool) int {
	best := -1
	for h, s := range r.arcs.of(d) {
		if !tried[h] && (best < 0 || s > r.arcs.of(d)[best]) && !r.under(h, d) {
			best = h
		}
	}
	return best
}

// under says whether a word depends, over any number of arcs, on another.
func (r *relabeler) under(word, other int) bool {
	for ; word != 0; word = r.heads[word] {
		if word == other {
			return true
		}
	}
	return false
}

// relations scores the relations of a word to any head.
func (r *relabeler) relations(d, h int) []float32 {
	n := r.net
	hidden := r.memory.floats(n.size.Label)
	r.labelHidden(r.sentence, d, h, r.vectors, hidden)
	out := r.memory.floats(n.label.cols)
	copy(out, n.labBias.of(n.params))
	r.single(out, hidden)
	return out[:len(n.vocab.relations)]
}
