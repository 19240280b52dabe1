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

	ForwardInTime bool // no hop is earlier than the one before: what is told of it may be of the same day or later

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

// finder looks for ways in one graph. Ties are read from the claims of an actor when the search comes to it, so that a
// search touches only what lies around the two actors, however large the graph is.
type finder struct {
	g        *graph.Graph
	o        PathOptions
	filter   graph.Filter
	counts   func(claim int) bool // whether a claim passes the filter
	from, to int
	via      []int
	avoid    map[int]bool
	ties     [2]map[int][]neighbour // with the direction and against it, by actor, as far as they are read
	tally    []int32                // by actor; zero but while ties are read
	toTarget map[int]int            // hops to the target, by actor, as far as they matter
	toVia    []map[int]int          // the same for each actor that must be passed
}

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
	f.prepare()
	return f, nil
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

// path fills a way in with what the claims say.
func (f *finder) path(way []int) Path {
	var p Path
	spans := f.spans(way)
	for i, a := range way {
		p.Actors = append(p.Actors, f.g.Actors[a].Actor)
		if i == 0 {
			continue
		}
		filter := f.filter
		if f.o.ForwardInTime {
			filter.Since, filter.Until = spans[i-1].first, spans[i-1].last
		}
		s := &search{g: f.g, filter: filter, subject: party{true, map[int]bool{way[i-1]: true}}, object: party{true, map[int]bool{a: true}}}
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
		if len(f.neighbours(i, onward)) == 0 && len(f.neighbours(i, back)) == 0 {
			out = append(out, fmt.Sprintf("%s does nothing to or with another actor in the claims that count", f.g.Actors[i].Name))
		}
	}
	if f.o.ForwardInTime && len(out) == 0 {
		out = append(out, "without --forward-in-time, a hop may be earlier than the one before, or have no date")
	}
	if f.o.Directed && len(out) == 0 {
		out = append(out, "without --directed, ways count whoever does it to whom")
	}
	if len(f.o.Include) == 0 {
		out = append(out, "only claims told as done count: --include all counts planned, possible, requested and negated ones too")
	}
	return append(out, fmt.Sprintf("ways have at most %s: --max-hops", Count(f.o.MaxHops, "hop")))
}
