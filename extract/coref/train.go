package coref

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"

	"quadwire/extract/text"
)

// TrainOptions says how to train the ranking of pronouns' antecedents.
type TrainOptions struct {
	Epochs int    // passes over the documents; 0 means 12
	Seed   uint64 // of the order of the documents
}

// Train learns the weights that rank antecedents from documents with gold entities, by the averaged perceptron (Collins,
// Discriminative Training Methods for Hidden Markov Models, 2002) with the best-scored right antecedent as the latent
// target (Fernandes et al., Latent Structure Perceptron with Feature Induction for Unrestricted Coreference Resolution,
// 2012), and writes them in the form that the program embeds.
func Train(w io.Writer, docs []*text.CoNLLU, o TrainOptions) error {
	if o.Epochs == 0 {
		o.Epochs = 12
	}
	t := &trainer{now: &ranking{}}
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	for range o.Epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			t.document(docs[i])
		}
	}
	return t.write(w)
}

// trainer holds the weights and, for each, the sum of weight × step at which it changed, from which the average comes.
type trainer struct {
	now    *ranking
	sums   [groupCount][featureCount]float64
	step   float64
	groups []string // gold entity of each markable of the document; empty if none
	run    *run
}

// document makes one pass over a document, following the gold antecedents.
func (t *trainer) document(d *text.CoNLLU) {
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
		return t.learn(k)
	}
	r.resolve()
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

// learn moves the weights towards the right antecedents of pronoun k and away from the one that they prefer, and
// returns the right one.
func (t *trainer) learn(k int) int {
	cands := t.run.candidates(k)
	g := groupOf(&t.run.marks[k])
	want := t.groups[k]
	guess, right := 0, -1
	var guessScore, rightScore float32
	for i, c := range cands {
		score := t.now.score(g, c.features)
		if i == 0 || score > guessScore {
			guess, guessScore = i, score
		}
		if c.mark >= 0 && want != "" && t.groups[c.mark] == want && (right < 0 || score > rightScore) {
			right, rightScore = i, score
		}
	}
	if right < 0 {
		right = 0
	}
	t.step++
	if guess != right {
		t.update(g, cands[right].features, 1)
		t.update(g, cands[guess].features, -1)
	}
	return cands[right].mark
}

func (t *trainer) update(g group, features []feature, by float32) {
	for _, f := range features {
		t.now.weights[g][f] += by
		t.sums[g][f] += float64(by) * t.step
	}
}

// write writes the averaged weights.
func (t *trainer) write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# pronoun, feature, weight: averaged perceptron over %.0f pronouns; features as in rank.go, version %d\n", t.step, rankVersion)
	for g := range groupCount {
		for f := range featureCount {
			if v := float64(t.now.weights[g][f]) - t.sums[g][f]/max(t.step, 1); v != 0 {
				fmt.Fprintf(b, "%s\t%d\t%.4f\n", groupNames[g], f, v)
			}
		}
	}
	return b.Flush()
}
