package parse

import (
	"math"
	"math/rand/v2"
	"testing"
)

// best returns the greatest score of a tree with one root, by trying all heads.
func best(a *arcScores) float64 {
	heads := make([]int, a.n)
	top := math.Inf(-1)
	var try func(d, roots int, sum float64)
	try = func(d, roots int, sum float64) {
		if d == a.n {
			if roots == 1 && isTree(heads) {
				top = max(top, sum)
			}
			return
		}
		for h, s := range a.of(d) {
			if h == d || h == 0 && roots == 1 {
				continue
			}
			heads[d] = h
			r := roots
			if h == 0 {
				r++
			}
			try(d+1, r, sum+float64(s))
		}
	}
	try(1, 0, 0)
	return top
}

// TestDecode compares the tree found with the best of all trees, on random scores of small sentences.
func TestDecode(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for trial := range 3000 {
		n := 2 + trial%6
		a := &arcScores{n: n, stride: n, scores: make([]float32, n*n)}
		for i := range a.scores {
			a.scores[i] = float32(rng.IntN(40)) / 4
		}
		want := best(a)
		for _, exact := range []bool{false, true} {
			heads := make([]int, n)
			if decode(a, heads); exact {
				spanning(a, heads)
			}
			roots, sum := 0, 0.0
			for d := 1; d < n; d++ {
				if heads[d] == 0 {
					roots++
				}
				sum += float64(a.of(d)[heads[d]])
			}
			if roots != 1 || !isTree(heads) || math.Abs(sum-want) > 1e-4 {
				t.Fatalf("trial %d, exact=%v: heads %v with %d roots score %g, best %g", trial, exact, heads, roots, sum, want)
			}
		}
	}
}
