package parse

import "math"

// decode finds the tree of a sentence: heads[d] for d from 1. It takes the best head of every word where these form a
// tree with one root, and otherwise the best such tree.
func decode(a *arcScores, heads []int) {
	roots := 0
	for d := 1; d < a.n; d++ {
		of := a.of(d)
		of[d] = float32(math.Inf(-1))
		heads[d] = argmax(of)
		if heads[d] == 0 {
			roots++
		}
	}
	if a.n > 1 && (roots != 1 || !isTree(heads[:a.n])) {
		spanning(a, heads)
	}
}

// isTree says whether the heads, of words from 1, lead to 0 without a cycle.
func isTree(heads []int) bool {
	seen := make([]int, len(heads)) // the word from which a walk first came by
	for d := 1; d < len(heads); d++ {
		at := d
		for ; at != 0 && seen[at] == 0; at = heads[at] {
			seen[at] = d
		}
		if at != 0 && seen[at] == d {
			return false
		}
	}
	return true
}

// spanning finds the tree with the greatest sum of scores and one root: a penalty on arcs from the root, greater than
// all other scores together can outweigh, leaves exactly one of them.
func spanning(a *arcScores, heads []int) {
	g := &graph{n: a.n, score: make([]float64, a.n*a.n)}
	low, high := math.Inf(1), math.Inf(-1)
	for d := 1; d < a.n; d++ {
		for h, s := range a.of(d) {
			if h != d {
				low, high = min(low, float64(s)), max(high, float64(s))
			}
		}
	}
	penalty := (high - low + 1) * float64(a.n)
	for d := 1; d < a.n; d++ {
		for h, s := range a.of(d) {
			g.score[d*a.n+h] = float64(s)
		}
		g.score[d*a.n] -= penalty
		g.score[d*a.n+d] = math.Inf(-1)
	}
	copy(heads, g.arborescence())
}

// graph is a complete directed graph with scores of arcs: score[d*n+h] is that of the arc from h to d. Node 0 is the root.
type graph struct {
	n     int
	score []float64
}

// arborescence returns the heads of the best tree from node 0: Y. Chu and T. Liu, "On the shortest arborescence of a
// directed graph" (1965), J. Edmonds, "Optimum branchings" (1967). Cycles are contracted in place, as R. Tarjan does in
// "Finding optimum branchings" (1977), in O(n²).
func (g *graph) arborescence() []int {
	n := g.n
	m := newMerger(g)
	state := make([]int8, 2*n) // 0 not visited, 1 on the path, 2 done
	state[0] = 2
	for start := 1; start < n; start++ {
		if state[m.find(start)] != 0 {
			continue
		}
		path := []int{}
		for at := m.find(start); ; {
			if state[at] == 2 {
				break
			}
			if state[at] == 1 {
				at = m.contract(path, at)
				for len(path) > 0 && m.find(path[len(path)-1]) == at {
					path = path[:len(path)-1]
				}
			}
			state[at] = 1
			path = append(path, at)
			at = m.find(m.enter(at))
		}
		for _, v := range path {
			state[v] = 2
		}
	}
	return m.expand()
}

// merger is the state of the algorithm: nodes from n on are contracted cycles.
type merger struct {
	g      *graph
	size   int
	parent []int       // contracted node that a node went into; -1 for none
	into   [][]float64 // by active node: adjusted score of the best arc to it from each original node
	to     [][]int     // by active node: the original node at which that arc ends
	bestIn []arc       // the arc chosen for each node
	member []int       // active node of each original node
}

type arc struct{ head, word int }

func newMerger(g *graph) *merger {
	m := &merger{g: g, size: g.n, parent: make([]int, 2*g.n), into: make([][]float64, 2*g.n), to: make([][]int, 2*g.n), bestIn: make([]arc, 2*g.n), member: make([]int, g.n)}
	for v := range m.parent {
		m.parent[v] = -1
	}
	for v := range g.n {
		m.into[v] = append([]float64(nil), g.score[v*g.n:(v+1)*g.n]...)
		m.to[v] = make([]int, g.n)
		for h := range m.to[v] {
			m.to[v][h] = v
		}
		m.member[v] = v
	}
	return m
}

// find returns the active node that an original or contracted node is part of.
func (m *merger) find(v int) int {
	for m.parent[v] >= 0 {
		v = m.parent[v]
	}
	return v
}

// enter chooses the best arc into an active node from outside and returns where it comes from.
func (m *merger) enter(v int) int {
	best := -1
	for h, s := range m.into[v] {
		if m.member[h] != v && (best < 0 || s > m.into[v][best]) {
			best = h
		}
	}
	m.bestIn[v] = arc{best, m.to[v][best]}
	return best
}

// contract makes one node of the cycle that ends the path at node at.
func (m *merger) contract(path []int, at int) int {
	begin := len(path) - 1
	for path[begin] != at {
		begin--
	}
	cycle := path[begin:]
	c := m.size
	m.size++
	into, to := make([]float64, m.g.n), make([]int, m.g.n)
	for h := range into {
		into[h] = math.Inf(-1)
	}
	for _, v := range cycle {
		lost := m.into[v][m.bestIn[v].head]
		for h, s := range m.into[v] {
			if s-lost > into[h] {
				into[h], to[h] = s-lost, m.to[v][h]
			}
		}
	}
	m.into[c], m.to[c] = into, to
	for _, v := range cycle {
		m.parent[v] = c
		m.into[v], m.to[v] = nil, nil
	}
	for v, active := range m.member {
		if m.parent[active] == c {
			m.member[v] = c
		}
	}
	return c
}

// expand resolves the contracted cycles, the last one first, and returns the heads.
func (m *merger) expand() []int {
	heads := make([]int, m.g.n)
	settled := make([]bool, 2*m.g.n)
	for c := m.size - 1; c > 0; c-- {
		if settled[c] {
			continue
		}
		chosen := m.bestIn[c]
		heads[chosen.word] = chosen.head
		for v := chosen.word; v != c; v = m.parent[v] {
			settled[v] = true
		}
	}
	return heads
}
