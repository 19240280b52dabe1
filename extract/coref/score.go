package coref

import "math"

// Ratio is recall and precision as sums, so that documents add up.
type Ratio struct {
	RecallNum, RecallDen       float64
	PrecisionNum, PrecisionDen float64
}

// Recall returns the recall, 0 if there was nothing to find.
func (r Ratio) Recall() float64 { return quotient(r.RecallNum, r.RecallDen) }

// Precision returns the precision, 0 if nothing was found.
func (r Ratio) Precision() float64 { return quotient(r.PrecisionNum, r.PrecisionDen) }

// F1 returns the harmonic mean of recall and precision.
func (r Ratio) F1() float64 {
	p, q := r.Precision(), r.Recall()
	return quotient(2*p*q, p+q)
}

func quotient(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Add adds another document's sums.
func (r *Ratio) Add(o Ratio) {
	r.RecallNum += o.RecallNum
	r.RecallDen += o.RecallDen
	r.PrecisionNum += o.PrecisionNum
	r.PrecisionDen += o.PrecisionDen
}

// Scores holds the three measures whose mean is the CoNLL score (Pradhan et al., Scoring Coreference Partitions of
// Predicted Mentions: A Reference Implementation, 2014).
type Scores struct {
	MUC   Ratio // links (Vilain et al., A Model-Theoretic Coreference Scoring Scheme, 1995)
	B3    Ratio // mentions (Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998)
	CEAFE Ratio // entities, aligned one to one (Luo, On Coreference Resolution Performance Metrics, 2005)
}

// CoNLL returns the mean of the three F1.
func (s Scores) CoNLL() float64 { return (s.MUC.F1() + s.B3.F1() + s.CEAFE.F1()) / 3 }

// Add adds another document's sums.
func (s *Scores) Add(o Scores) {
	s.MUC.Add(o.MUC)
	s.B3.Add(o.B3)
	s.CEAFE.Add(o.CEAFE)
}

// Score compares two partitions of mentions, which are numbers. A mention may be in one of them only.
func Score(key, response [][]int) Scores {
	keyOf, responseOf := clusterOf(key), clusterOf(response)
	var s Scores
	s.MUC.RecallNum, s.MUC.RecallDen = links(key, responseOf)
	s.MUC.PrecisionNum, s.MUC.PrecisionDen = links(response, keyOf)
	s.B3.RecallNum, s.B3.RecallDen = bcubed(key, response, responseOf)
	s.B3.PrecisionNum, s.B3.PrecisionDen = bcubed(response, key, keyOf)
	same := ceafe(key, response)
	s.CEAFE = Ratio{same, float64(len(key)), same, float64(len(response))}
	return s
}

func clusterOf(clusters [][]int) map[int]int {
	of := map[int]int{}
	for c, mentions := range clusters {
		for _, m := range mentions {
			of[m] = c
		}
	}
	return of
}

// links returns how many of the links that hold the clusters together the other partition has too.
func links(clusters [][]int, other map[int]int) (found, all float64) {
	for _, mentions := range clusters {
		parts, alone := map[int]bool{}, 0
		for _, m := range mentions {
			if c, ok := other[m]; ok {
				parts[c] = true
			} else {
				alone++
			}
		}
		found += float64(len(mentions) - len(parts) - alone)
		all += float64(len(mentions) - 1)
	}
	return found, all
}

// bcubed returns the sum over mentions of the share of their cluster that the other partition's cluster covers.
func bcubed(clusters, others [][]int, other map[int]int) (sum, mentions float64) {
	for _, cluster := range clusters {
		overlap := map[int]int{}
		for _, m := range cluster {
			if c, ok := other[m]; ok {
				overlap[c]++
			}
		}
		squares := 0
		for _, n := range overlap {
			squares += n * n
		}
		sum += float64(squares) / float64(len(cluster))
		mentions += float64(len(cluster))
	}
	return sum, mentions
}

// ceafe returns the similarity of the best one-to-one alignment of the clusters: for two clusters twice the number of
// mentions they share over the number they have.
func ceafe(key, response [][]int) float64 {
	if len(key) == 0 || len(response) == 0 {
		return 0
	}
	of := clusterOf(response)
	n := max(len(key), len(response))
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
	}
	for k, mentions := range key {
		shared := map[int]int{}
		for _, m := range mentions {
			if c, ok := of[m]; ok {
				shared[c]++
			}
		}
		for c, both := range shared {
			cost[k][c] = -2 * float64(both) / float64(len(mentions)+len(response[c]))
		}
	}
	total := 0.0
	for i, j := range assign(cost) {
		total -= cost[i][j]
	}
	return total
}

// assign solves the assignment problem for a square matrix of costs by the Hungarian method with potentials (Kuhn
// 1955, Munkres 1957), in cubic time: row i gets column assign(cost)[i].
func assign(cost [][]float64) []int {
	n := len(cost)
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		augment(cost, i, u, v, match, way)
	}
	out := make([]int, n)
	for j := 1; j <= n; j++ {
		out[match[j]-1] = j - 1
	}
	return out
}

// augment finds the cheapest alternating path from row i to a free column and turns it round.
func augment(cost [][]float64, i int, u, v []float64, match, way []int) {
	n := len(cost)
	least, used := make([]float64, n+1), make([]bool, n+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	j0 := 0
	for {
		used[j0] = true
		i0, j1, delta := match[j0], 0, math.Inf(1)
		for j := 1; j <= n; j++ {
			if used[j] {
				continue
			}
			if c := cost[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
				least[j], way[j] = c, j0
			}
			if least[j] < delta {
				delta, j1 = least[j], j
			}
		}
		for j := 0; j <= n; j++ {
			if used[j] {
				u[match[j]] += delta
				v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		if j0 = j1; match[j0] == 0 {
			break
		}
	}
	for j0 != 0 {
		match[j0] = match[way[j0]]
		j0 = way[j0]
	}
}
