package queries

// meeting is a breadth-first search from both ends, the smaller front first (Pohl, Bi-directional search, 1971): it
// reads the ties of those actors only that lie less than half a way from one of the ends.
type meeting struct {
	f      *finder
	fronts [2][]int       // the actors last come to, from the start and from the target
	hops   [2]map[int]int // by actor: hops from the start, and to the target
	order  []int          // the actors come to from the start, nearest first
	radius [2]int         // how far both have come
	met    bool
}

func newMeeting(f *finder) *meeting {
	return &meeting{f: f, fronts: [2][]int{{f.from}, {f.to}}, hops: [2]map[int]int{{f.from: 0}, {f.to: 0}}, order: []int{f.from}}
}

// dead reports whether one side can grow no more and the two have not met: then there is no way.
func (m *meeting) dead() bool { return !m.met && (len(m.fronts[0]) == 0 || len(m.fronts[1]) == 0) }

// reach grows both sides until a way of so many hops must have met, and reports whether one of at most so many has.
func (m *meeting) reach(hops int) bool {
	for m.radius[0]+m.radius[1] < hops {
		side := 0
		if len(m.fronts[1]) < len(m.fronts[0]) {
			side = 1
		}
		m.grow(side)
	}
	return m.met
}

// grow takes one side a hop farther.
func (m *meeting) grow(side int) {
	var next []int
	for _, a := range m.fronts[side] {
		for _, n := range m.f.neighbours(a, direction(side)) {
			if _, ok := m.hops[side][n.actor]; ok {
				continue
			}
			m.hops[side][n.actor] = m.radius[side] + 1
			next = append(next, n.actor)
			_, there := m.hops[1-side][n.actor]
			m.met = m.met || there
		}
	}
	if side == 0 {
		m.order = append(m.order, next...)
	}
	m.fronts[side] = next
	m.radius[side]++
}

// toTarget returns the hops to the target of all actors that can stand on a way of so many hops. Those nearer to the
// target than its side has come are known. Another one on such a way is nearer to the start than its side has come, so
// its ties are read, and so are those of the actors between it and the target's side.
func (m *meeting) toTarget(hops int) map[int]int {
	out := make(map[int]int, len(m.hops[1]))
	for a, d := range m.hops[1] {
		out[a] = d
	}
	for d := m.radius[1] + 1; d <= hops; d++ {
		for _, a := range m.order {
			if m.hops[0][a] >= m.radius[0] || m.hops[0][a]+d > hops {
				break // all others are farther
			}
			if _, ok := out[a]; ok {
				continue
			}
			for _, n := range m.f.neighbours(a, onward) {
				if there, ok := out[n.actor]; ok && there == d-1 {
					out[a] = d
					break
				}
			}
		}
	}
	return out
}
