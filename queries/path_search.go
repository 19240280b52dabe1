package queries

import (
	"slices"
)

// direction says which way ties are followed.
type direction int

const (
	onward direction = iota // from the one who does it to the one it is done to
	back                    // against that
)

// neighbour is another actor and how many claims tie the two.
type neighbour struct{ actor, claims int }

// prepare makes the finder ready to read ties.
func (f *finder) prepare() {
	if f.o.ForwardInTime && f.filter.Since == "" {
		f.filter.Since = firstDay // claims without a date do not count
	}
	f.counts = f.g.Matcher(f.filter)
	f.tally = make([]int32, len(f.g.Actors))
	f.ties = [2]map[int][]neighbour{{}, {}}
}

// neighbours returns the actors that claims tie to actor a, by number; the claims between the same two are one tie.
func (f *finder) neighbours(a int, d direction) []neighbour {
	if !f.o.Directed {
		d = onward
	}
	if list, ok := f.ties[d][a]; ok {
		return list
	}
	var list []neighbour
	f.each(a, d, func(other, _ int) {
		if f.tally[other]++; f.tally[other] == 1 {
			list = append(list, neighbour{actor: other})
		}
	})
	for i := range list {
		list[i].claims = int(f.tally[list[i].actor])
		f.tally[list[i].actor] = 0
	}
	slices.SortFunc(list, func(x, y neighbour) int { return x.actor - y.actor })
	f.ties[d][a] = list
	return list
}

// each calls fn for every claim that ties actor a to another one in the direction d.
func (f *finder) each(a int, d direction, fn func(other, claim int)) {
	if f.avoid[a] {
		return
	}
	for _, n := range f.g.Touching(a) {
		i := int(n)
		subject, object := f.g.Ends(i)
		other, straight := object, d == onward
		if object == a {
			other, straight = subject, d == back
		}
		if object < 0 || other == a || f.avoid[other] || !f.counts(i) {
			continue
		}
		if straight || !f.o.Directed || f.g.Edge(i).Mutual {
			fn(other, i)
		}
	}
}

// find returns the ways as lists of actors, shorter ones first.
func (f *finder) find() [][]int {
	if f.o.ForwardInTime {
		return f.findInTime()
	}
	if len(f.via) > 0 {
		return f.findVia()
	}
	m := newMeeting(f)
	var out [][]int
	for hops := 1; hops <= f.o.MaxHops && len(out) < f.o.Count; hops++ {
		if !m.reach(hops) {
			if m.dead() {
				break
			}
			continue
		}
		f.toTarget = m.toTarget(hops)
		out = append(out, f.ranked(hops)...)
	}
	return out[:min(f.o.Count, len(out))]
}

// findVia finds ways that pass certain actors: the hops from everywhere to each of them keep the search on the way.
func (f *finder) findVia() [][]int {
	f.toTarget = f.distances(f.to)
	f.toVia = nil
	for _, v := range f.via {
		f.toVia = append(f.toVia, f.distances(v))
	}
	var out [][]int
	for hops := 1; hops <= f.o.MaxHops && len(out) < f.o.Count; hops++ {
		if f.reaches(f.from, hops, map[int]bool{f.from: true}) {
			out = append(out, f.ranked(hops)...)
		}
	}
	return out[:min(f.o.Count, len(out))]
}

// distances counts the hops from every actor to one; actors that are farther than allowed are left out.
func (f *finder) distances(to int) map[int]int {
	out := map[int]int{to: 0}
	for front, hops := []int{to}, 1; len(front) > 0 && hops <= f.o.MaxHops; hops++ {
		var next []int
		for _, a := range front {
			for _, n := range f.neighbours(a, back) {
				if _, ok := out[n.actor]; !ok {
					out[n.actor] = hops
					next = append(next, n.actor)
				}
			}
		}
		front = next
	}
	return out
}

// maxWays and maxSteps bound the search between two hubs, which can be tied in tens of thousands of ways.
const (
	maxWays  = 20_000
	maxSteps = 2_000_000
)

// ranked returns the ways with exactly so many hops, best first.
func (f *finder) ranked(hops int) [][]int {
	var ways [][]int
	way := []int{f.from}
	on := map[int]bool{f.from: true}
	steps := 0
	var walk func()
	walk = func() {
		at, left := way[len(way)-1], hops-(len(way)-1)
		if at == f.to {
			if left == 0 && f.passes(on) {
				ways = append(ways, slices.Clone(way))
			}
			return
		}
		var next []neighbour
		switch {
		case left == 0:
			return
		case left == 1: // what ties the actor to the target is known without reading all its ties
			next = []neighbour{{actor: f.to}}
			if f.claims(at, f.to) == 0 {
				return
			}
		default:
			next = f.neighbours(at, onward)
		}
		for _, n := range next {
			if steps++; len(ways) >= maxWays || steps > maxSteps {
				return
			}
			if on[n.actor] || !f.reaches(n.actor, left-1, on) {
				continue
			}
			way = append(way, n.actor)
			on[n.actor] = true
			walk()
			delete(on, n.actor)
			way = way[:len(way)-1]
		}
	}
	walk()
	f.rank(ways)
	return ways
}

// reaches reports whether the target can be reached from an actor in so many hops, all that must be passed included.
func (f *finder) reaches(actor, left int, on map[int]bool) bool {
	if d, ok := f.toTarget[actor]; !ok || d > left {
		return false
	}
	for i, v := range f.via {
		if on[v] || v == actor {
			continue
		}
		there, ok := f.toVia[i][actor]
		onward, also := f.toTarget[v]
		if !ok || !also || there+onward > left {
			return false
		}
	}
	return true
}

// passes reports whether a way has all the actors that it must pass.
func (f *finder) passes(on map[int]bool) bool {
	return !slices.ContainsFunc(f.via, func(v int) bool { return !on[v] })
}

// claims returns how many claims tie one actor to another. The target's ties are always read, those of others need not.
func (f *finder) claims(a, b int) int {
	if b == f.to {
		a, b = b, a
	}
	d := onward
	if a == f.to {
		d = back
	}
	list := f.neighbours(a, d)
	i, ok := slices.BinarySearchFunc(list, b, func(n neighbour, b int) int { return n.actor - b })
	if !ok {
		return 0
	}
	return list[i].claims
}
