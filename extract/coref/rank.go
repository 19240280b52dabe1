package coref

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// ranking scores the possible antecedents of a pronoun: for each group of pronouns a weight for each feature.
// Trained by Train.
type ranking struct {
	weights [groupCount][featureCount]float32
}

// group is a group of pronouns with weights of their own.
type group uint8

const (
	groupHe group = iota
	groupHis
	groupIt
	groupIts
	groupThey
	groupTheir
	groupCount
)

var groupNames = [groupCount]string{"he", "his", "it", "its", "they", "their"}

// groupOf returns the group of a third person pronoun. It relies on the order of the constants: kinds of pronouns, and he, his.
func groupOf(m *markable) group {
	g := group(2 * uint8(m.pron.kind))
	if m.role == rolePossessor {
		g++
	}
	return g
}

// newsBias lowers the score of "no antecedent" for "it" and "its": in news they denote states and organisations more often than in
// the conversations and lectures that make up much of GUM.
var newsBias = [groupCount]float32{groupIt: 1.2, groupIts: 0.7, groupThey: 0.4, groupTheir: 0.6}

const (
	pronounSentences = 7  // sentences that the search for a pronoun's antecedent goes back
	pronounClusters  = 40 // clusters that it looks at
)

// candidate is a possible antecedent and its features.
type candidate struct {
	mark     int // -1: none
	features []feature
}

// best returns the antecedent of pronoun k, or -1.
func (w *ranking) best(r *run, k int) int {
	cands := r.candidates(k)
	g := groupOf(&r.marks[k])
	best, bestScore := -1, w.score(g, cands[0].features)
	if m := &r.marks[k]; prefers(r.doc.Sentences[m.sentence].Tokens, m.top) != 1 {
		bestScore -= newsBias[g] // unless the place is one for things
	}
	for _, c := range cands[1:] {
		if s := w.score(g, c.features); s > bestScore {
			best, bestScore = c.mark, s
		}
	}
	return best
}

// score sums the weights of an antecedent's features.
func (w *ranking) score(g group, features []feature) float32 {
	var sum float32
	for _, f := range features {
		sum += w.weights[g][f]
	}
	return sum
}

//go:embed pronouns.tsv
var pronounWeights string

// embeddedRanking reads the weights that are part of the program.
func embeddedRanking() *ranking {
	w, err := parseRanking(pronounWeights)
	if err != nil {
		panic("coref: embedded pronouns.tsv: " + err.Error()) // cannot happen: a test reads it
	}
	return w
}

// parseRanking reads lines of group, feature and weight, tab-separated.
func parseRanking(s string) (*ranking, error) {
	w := &ranking{}
	for n, line := range strings.Split(s, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("line %d: %d fields, want 3", n+1, len(f))
		}
		g := groupByName(f[0])
		i, err := strconv.Atoi(f[1])
		if g == groupCount || err != nil || i < 0 || i >= int(featureCount) {
			return nil, fmt.Errorf("line %d: no feature %s of %s", n+1, f[1], f[0])
		}
		v, err := strconv.ParseFloat(f[2], 32)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		w.weights[g][i] = float32(v)
	}
	return w, nil
}

// groupByName returns the group of a row of the table, groupCount if there is none of that name.
func groupByName(name string) group {
	for g, s := range groupNames {
		if s == name {
			return group(g)
		}
	}
	return groupCount
}
