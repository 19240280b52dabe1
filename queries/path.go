package queries

import (
	"cmp"
	"fmt"
	"slices"

	"quadwire/graph"
	"quadwire/graph/news"
)

// PathOptions narrow down which ways between two actors count. The zero value looks for the three shortest over claims
// told as done, whoever does them to whom, at most six hops long.
type PathOptions struct {
	Count    int      // ways to find; 0: 3
	MaxHops  int      // 0: 6
	Directed bool     // every hop goes from the one who does it to the one it is done to
	Via      []string // actors that the way must pass
	Avoid    []string // actors that it must not pass

	Selection // the claims that count
}

// Path is a way between two actors.
type Path struct {
	Actors []news.Actor `json:"actors"`
	Hops   []Hop        `json:"hops"`
}

// Hop is one step of a way: everything that the claims say between two actors, best first.
type Hop struct {
	From       string      `json:"from"`
	To         string      `json:"to"`
	Statements []Statement `json:"statements"`
}

// Paths is the answer to the question how two actors are tied.
type Paths struct {
	From  news.Actor `json:"from"`
	To    news.Actor `json:"to"`
	Paths []Path     `json:"paths"`
	Hints []string   `json:"hints,omitempty"`
}

// FindPaths returns the shortest ways between two actors, each actor passed once at most: shorter ones first, of equal
// ones those whose weakest hop is told by most claims, then by name. Errors are those of names and options.
func FindPaths(g *graph.Graph, from, to string, o PathOptions) (*Paths, error) {
	f, err := newFinder(g, from, to, o)
	if err != nil {
		return nil, err
	}
	out := &Paths{From: g.Actors[f.from].Actor, To: g.Actors[f.to].Actor}
	for _, way := range f.find() {
		out.Paths = append(out.Paths, f.path(way))
	}
	if len(out.Paths) == 0 {
		out.Hints = f.hints()
	}
	return out, nil
}

// finder looks for ways in one graph.
type finder struct {
	g          *graph.Graph
	o          PathOptions
	filter     graph.Filter
	from, to   int
	via        []int
	avoid      map[int]bool
	neighbours [][]neighbour // by actor
	toTarget   []int         // hops to the target, by actor; -1: more than allowed
	toVia      [][]int       // the same for each actor that must be passed
}

// neighbour is another actor and how many claims tie the two.
type neighbour struct{ actor, claims int }

func newFinder(g *graph.Graph, from, to string, o PathOptions) (*finder, error) {
	if o.Count <= 0 {
		o.Count = 3
	}
	if o.MaxHops <= 0 {
		o.MaxHops = 6
	}
	f := &finder{g: g, o: o, avoid: map[int]bool{}}
	var err error
	if f.filter, err = o.filter(); err != nil {
		return nil, err
	}
	f.filter.WithObject = true
	if f.from, err = FindActor(g, from); err != nil {
		return nil, err
	}
	if f.to, err = FindActor(g, to); err != nil {
		return nil, err
	}
	if f.from == f.to {
		return nil, fmt.Errorf("%q and %q are the same actor, %s", from, to, g.Actors[f.from].Name)
	}
	for _, name := range o.Via {
		i, err := FindActor(g, name)
		if err != nil {
			return nil, err
		}
		f.via = append(f.via, i)
	}
	for _, name := range o.Avoid {
		i, err := FindActor(g, name)
		if err != nil {
			return nil, err
		}
		f.avoid[i] = true
	}
	f.connect()
	return f, nil
}

// connect reads the claims that count into lists of neighbours; claims between the same two actors become one tie.
func (f *finder) connect() {
	f.neighbours = make([][]neighbour, len(f.g.Actors))
	tie := func(a, b int) { f.neighbours[a] = append(f.neighbours[a], neighbour{b, 1}) }
	for i := range f.g.Select(f.filter) {
		e := f.g.Edge(i)
		if e.Object < 0 || e.Object == e.Subject || f.avoid[e.Subject] || f.avoid[e.Object] {
			continue
		}
		tie(e.Subject, e.Object)
		if !f.o.Directed || e.Mutual {
			tie(e.Object, e.Subject)
		}
	}
	for a, list := range f.neighbours {
		slices.SortFunc(list, func(x, y neighbour) int { return x.actor - y.actor })
		merged := list[:0]
		for _, n := range list {
			if last := len(merged) - 1; last >= 0 && merged[last].actor == n.actor {
				merged[last].claims++
			} else {
				merged = append(merged, n)
			}
		}
		f.neighbours[a] = merged
	}
}

// find returns the ways as lists of actors. It asks first how far the two are apart, from both ends at once; only if
// they are near enough it counts the hops from everywhere to the target, which then keep the search on the way.
func (f *finder) find() [][]int {
	shortest := f.apart()
	if shortest < 0 {
		return nil
	}
	back := f.reversed()
	f.toTarget = distances(back, f.to, f.o.MaxHops)
	f.toVia = nil
	for _, v := range f.via {
		f.toVia = append(f.toVia, distances(back, v, f.o.MaxHops))
	}
	var out [][]int
	for hops := shortest; hops <= f.o.MaxHops && len(out) < f.o.Count; hops++ {
		ways := f.ofLength(hops)
		f.rank(ways)
		out = append(out, ways...)
	}
	return out[:min(f.o.Count, len(out))]
}

// apart returns the number of hops between the two actors by breadth-first search from both ends, the smaller front
// first (Pohl, Bi-directional search, 1971); -1 if they are farther apart than allowed.
func (f *finder) apart() int {
	back := f.reversed()
	fronts := [2][]int{{f.from}, {f.to}}
	graphs := [2][][]neighbour{f.neighbours, back}
	seen := [2]map[int]bool{{f.from: true}, {f.to: true}}
	for hops := 1; hops <= f.o.MaxHops; hops++ {
		side := 0
		if len(fronts[1]) < len(fronts[0]) {
			side = 1
		}
		var next []int
		for _, a := range fronts[side] {
			for _, n := range graphs[side][a] {
				if seen[1-side][n.actor] {
					return hops
				}
				if !seen[side][n.actor] {
					seen[side][n.actor] = true
					next = append(next, n.actor)
				}
			}
		}
		if len(next) == 0 {
			return -1
		}
		fronts[side] = next
	}
	return -1
}

// reversed returns the neighbours against the direction of the ties.
func (f *finder) reversed() [][]neighbour {
	if !f.o.Directed {
		return f.neighbours
	}
	out := make([][]neighbour, len(f.neighbours))
	for a, list := range f.neighbours {
		for _, n := range list {
			out[n.actor] = append(out[n.actor], neighbour{a, n.claims})
		}
	}
	return out
}

// distances counts the hops from every actor to one, following the ties backwards; -1 if there are more than limit.
func distances(back [][]neighbour, to, limit int) []int {
	out := make([]int, len(back))
	for i := range out {
		out[i] = -1
	}
	out[to] = 0
	for front, hops := []int{to}, 1; len(front) > 0 && hops <= limit; hops++ {
		var next []int
		for _, a := range front {
			for _, n := range back[a] {
				if out[n.actor] < 0 {
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

// ofLength returns the ways with exactly so many hops.
func (f *finder) ofLength(hops int) [][]int {
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
		for _, n := range f.neighbours[at] {
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
	return ways
}

// reaches reports whether the target can be reached from an actor in so many hops, all that must be passed included.
func (f *finder) reaches(actor, left int, on map[int]bool) bool {
	if d := f.toTarget[actor]; d < 0 || d > left {
		return false
	}
	for i, v := range f.via {
		if on[v] || v == actor {
			continue
		}
		there, onward := f.toVia[i][actor], f.toTarget[v]
		if there < 0 || onward < 0 || there+onward > left {
			return false
		}
	}
	return true
}

// passes reports whether a way has all the actors that it must pass.
func (f *finder) passes(on map[int]bool) bool {
	return !slices.ContainsFunc(f.via, func(v int) bool { return !on[v] })
}

// rank sorts ways of the same length.
func (f *finder) rank(ways [][]int) {
	weakest := func(way []int) (least, sum int) {
		for i := range way[1:] {
			n := f.claims(way[i], way[i+1])
			if i == 0 || n < least {
				least = n
			}
			sum += n
		}
		return least, sum
	}
	slices.SortStableFunc(ways, func(x, y []int) int {
		leastX, sumX := weakest(x)
		leastY, sumY := weakest(y)
		return cmp.Or(leastY-leastX, sumY-sumX, slices.Compare(x, y)) // actors are numbered by id
	})
}

// claims returns how many claims tie one actor to another.
func (f *finder) claims(a, b int) int {
	i, ok := slices.BinarySearchFunc(f.neighbours[a], b, func(n neighbour, b int) int { return n.actor - b })
	if !ok {
		return 0
	}
	return f.neighbours[a][i].claims
}

// path fills a way in with what the claims say.
func (f *finder) path(way []int) Path {
	var p Path
	for i, a := range way {
		p.Actors = append(p.Actors, f.g.Actors[a].Actor)
		if i == 0 {
			continue
		}
		s := &search{g: f.g, filter: f.filter, subject: party{true, map[int]bool{way[i-1]: true}}, object: party{true, map[int]bool{a: true}}}
		hop := Hop{From: f.g.Actors[way[i-1]].Name, To: f.g.Actors[a].Name, Statements: s.statements()}
		if !f.o.Directed {
			s.subject, s.object = s.object, s.subject
			for _, st := range s.statements() {
				if !hop.has(st) {
					hop.Statements = append(hop.Statements, st)
				}
			}
			sortStatements(hop.Statements, ByArticles)
		}
		fill(f.g, hop.Statements)
		p.Hops = append(p.Hops, hop)
	}
	return p
}

// has reports whether the hop has the statement already: what two actors do to each other is found from both sides.
func (h *Hop) has(st Statement) bool {
	return slices.ContainsFunc(h.Statements, func(o Statement) bool { return o.numbers[0] == st.numbers[0] })
}

// hints says why there may be no way.
func (f *finder) hints() []string {
	var out []string
	for _, i := range []int{f.from, f.to} {
		if len(f.neighbours[i]) == 0 && len(f.reversed()[i]) == 0 {
			out = append(out, fmt.Sprintf("%s does nothing to or with another actor in the claims that count", f.g.Actors[i].Name))
		}
	}
	if f.o.Directed && len(out) == 0 {
		out = append(out, "without --directed, ways count whoever does it to whom")
	}
	if len(f.o.Include) == 0 {
		out = append(out, "only claims told as done count: --include all counts planned, possible, requested and negated ones too")
	}
	return append(out, fmt.Sprintf("ways have at most %s: --max-hops", Count(f.o.MaxHops, "hop")))
}
