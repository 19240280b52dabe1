package queries

import (
	"maps"
	"slices"
)

// The first and the last day that a date can be.
const (
	firstDay = "0000-01-01"
	lastDay  = "9999-12-31"
)

// days returns the first and the last day of a date; a month or a year is all of its days.
func days(date string) (first, last string) {
	return date + firstDay[len(date):], date + lastDay[len(date):]
}

// span is a time, from day to day.
type span struct{ first, last string }

// findInTime finds ways on which no hop is earlier than the one before. The latest day on which one can still leave an
// actor and reach the target in so many hops keeps the search on the way (Wu et al., Path problems in temporal graphs,
// 2014).
func (f *finder) findInTime() [][]int {
	latest := []map[int]string{{f.to: lastDay}} // by hops left, and actor
	front := []int{f.to}
	var out [][]int
	for hops := 1; hops <= f.o.MaxHops && len(out) < f.o.Count; hops++ {
		ways := f.inTime(hops, latest)
		f.rank(ways)
		out = append(out, ways...)
		var farther map[int]string
		farther, front = f.latest(latest[hops-1], front)
		latest = append(latest, farther)
	}
	return out[:min(f.o.Count, len(out))]
}

// latest returns, by actor, the latest day on which one can be there and still reach the target, with one hop more than
// before; front and next are the actors whose day has changed.
func (f *finder) latest(before map[int]string, front []int) (now map[int]string, next []int) {
	now = maps.Clone(before)
	for _, a := range front {
		f.each(a, back, func(other, claim int) {
			first, last := days(f.g.Edge(claim).Date)
			if last = min(last, before[a]); first <= last && last > now[other] {
				now[other] = last
				next = append(next, other)
			}
		})
	}
	slices.Sort(next)
	return now, slices.Compact(next)
}

// hop is a claim's other actor and its days.
type hop struct {
	actor int
	span
}

// inTime returns the ways with exactly so many hops.
func (f *finder) inTime(hops int, latest []map[int]string) [][]int {
	var ways [][]int
	way := []int{f.from}
	read := map[int][]hop{}
	steps := 0
	var walk func(day string)
	walk = func(day string) {
		at, left := way[len(way)-1], hops-(len(way)-1)
		if at == f.to {
			if left == 0 && f.passesAll(way) {
				ways = append(ways, slices.Clone(way))
			}
			return
		}
		if left == 0 {
			return
		}
		list, ok := read[at]
		if !ok {
			list = f.hops(at)
			read[at] = list
		}
		tried := -1
		for _, n := range list {
			if steps++; len(ways) >= maxWays || steps > maxSteps {
				return
			}
			// Of the claims between two actors, the first that is not too early leaves most time for what follows.
			if n.last < day || n.actor == tried {
				continue
			}
			tried = n.actor
			arrival := max(day, n.first)
			if arrival > latest[left-1][n.actor] || slices.Contains(way, n.actor) {
				continue
			}
			way = append(way, n.actor)
			walk(arrival)
			way = way[:len(way)-1]
		}
	}
	walk(firstDay)
	return ways
}

// hops returns the claims that lead on from an actor, by the other actor and then by day.
func (f *finder) hops(a int) []hop {
	var out []hop
	f.each(a, onward, func(other, claim int) {
		first, last := days(f.g.Edge(claim).Date)
		out = append(out, hop{other, span{first, last}})
	})
	slices.SortFunc(out, func(x, y hop) int {
		switch {
		case x.actor != y.actor:
			return x.actor - y.actor
		case x.first < y.first || x.first == y.first && x.last < y.last:
			return -1
		case x == y:
			return 0
		}
		return 1
	})
	return slices.Compact(out)
}

// passesAll reports whether a way has all the actors that it must pass.
func (f *finder) passesAll(way []int) bool {
	return !slices.ContainsFunc(f.via, func(v int) bool { return !slices.Contains(way, v) })
}

// spans returns the time in which each hop of a way must lie so that none is earlier than the one before.
func (f *finder) spans(way []int) []span {
	if !f.o.ForwardInTime {
		return nil
	}
	out := make([]span, len(way)-1)
	day := firstDay
	for i := range out {
		out[i].first = day
		arrival := lastDay
		for _, n := range f.hops(way[i]) {
			if n.actor == way[i+1] && n.last >= day {
				arrival = min(arrival, max(day, n.first))
			}
		}
		day = arrival
	}
	day = lastDay
	for i := len(out) - 1; i >= 0; i-- {
		out[i].last = day
		departure := firstDay
		for _, n := range f.hops(way[i]) {
			if n.actor == way[i+1] && n.last >= out[i].first && n.first <= day {
				departure = max(departure, min(day, n.last))
			}
		}
		day = departure
	}
	return out
}
