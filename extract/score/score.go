package score

import (
	"slices"

	"quadwire/graph/news"
)

// Level says how closely actors have to match.
type Level string

// The levels.
const (
	Exact Level = "exact" // the same actor, by name, mention or alias
	Side  Level = "side"  // an actor of the same side
)

// Criterion says what besides the actors has to match.
type Criterion string

// The criteria.
const (
	Pair   Criterion = "pair"   // nothing
	Class  Criterion = "class"  // the class
	Lemma  Criterion = "lemma"  // the lemma
	Either Criterion = "either" // class or lemma
)

// Criteria lists the criteria.
var Criteria = []Criterion{Pair, Class, Lemma, Either}

// Verdict says what became of a claim.
type Verdict string

// The verdicts.
const (
	Right    Verdict = "right"    // matched with a required gold claim
	Wrong    Verdict = "wrong"    // matches none
	Optional Verdict = "optional" // matches an optional gold claim, or says again what another has said
)

// Judged is a claim with its verdict.
type Judged struct {
	news.Claim
	Verdict Verdict
	Gold    int // index of the gold claim that it was matched with; -1 if none
}

// Result is the comparison of one document, by one criterion.
type Result struct {
	Judged   []Judged // claims with an object, each once
	Missed   []int    // indexes of required gold claims that no claim was matched with
	Required int      // number of required gold claims
}

// Count returns the number of claims with the verdict.
func (r *Result) Count(v Verdict) int {
	n := 0
	for _, j := range r.Judged {
		if j.Verdict == v {
			n++
		}
	}
	return n
}

// Score compares the claims of one document with g.
func (g *Gold) Score(claims []news.Claim, level Level, by Criterion) Result {
	var res Result
	m := matcher{}
	for _, c := range once(claims) {
		edges, optional := g.fits(c, level, by)
		v := Optional
		if len(edges) == 0 && !optional {
			v = Wrong
		}
		res.Judged = append(res.Judged, Judged{c, v, -1})
		m.edges = append(m.edges, edges)
	}
	m.run()
	for i, c := range g.Claims {
		if c.Optional {
			continue
		}
		res.Required++
		if k, ok := m.taken[i]; ok {
			res.Judged[k].Verdict, res.Judged[k].Gold = Right, i
		} else {
			res.Missed = append(res.Missed, i)
		}
	}
	return res
}

// once returns the claims that have an object, repeated ones once.
func once(claims []news.Claim) []news.Claim {
	type key struct{ subject, class, lemma, object string }
	seen := map[key]bool{}
	var out []news.Claim
	for _, c := range claims {
		if c.Object == nil {
			continue
		}
		k := key{normal(c.Subject.Name), string(c.Class), c.Lemma, normal(c.Object.Name)}
		if !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	return out
}

// fits returns the required gold claims that c matches, and whether it matches an optional one.
func (g *Gold) fits(c news.Claim, level Level, by Criterion) (required []int, optional bool) {
	for i, x := range g.Claims {
		s, o := g.Actors[x.Subject], g.Actors[x.Object]
		ok := s.is(c.Subject, level) && o.is(*c.Object, level)
		if !ok && x.Mutual {
			ok = o.is(c.Subject, level) && s.is(*c.Object, level)
		}
		if !ok || !x.says(c, by) {
			continue
		}
		if x.Optional {
			optional = true
		} else {
			required = append(required, i)
		}
	}
	return required, optional
}

// says reports whether the predicate of c matches by the criterion.
func (x *Claim) says(c news.Claim, by Criterion) bool {
	class, lemma := slices.Contains(x.Classes, string(c.Class)), slices.Contains(x.Lemmas, c.Lemma)
	switch by {
	case Class:
		return class
	case Lemma:
		return lemma
	case Either:
		return class || lemma
	}
	return true
}

// is reports whether p is this actor, or at Level Side one of its side.
func (a Actor) is(p news.Participant, level Level) bool {
	keys := map[string]bool{}
	for _, s := range append([]string{a.Name}, a.Aliases...) {
		keys[normal(s)] = true
	}
	delete(keys, "")
	if level == Side {
		s := normal(p.Side)
		if p.Side == "" {
			s = normal(p.Name)
		}
		if side := normal(a.Side); side != "" {
			return s == side
		}
		return keys[s]
	}
	for _, s := range append([]string{p.Name, p.Mention}, p.Aliases...) {
		if keys[normal(s)] {
			return true
		}
	}
	return false
}

// matcher finds a maximum matching by augmenting paths.
type matcher struct {
	edges [][]int     // claim → gold claims
	taken map[int]int // gold claim → claim
}

func (m *matcher) run() {
	m.taken = map[int]int{}
	for k := range m.edges {
		m.assign(k, map[int]bool{})
	}
}

func (m *matcher) assign(k int, seen map[int]bool) bool {
	for _, i := range m.edges[k] {
		if seen[i] {
			continue
		}
		seen[i] = true
		if other, ok := m.taken[i]; !ok || m.assign(other, seen) {
			m.taken[i] = k
			return true
		}
	}
	return false
}
