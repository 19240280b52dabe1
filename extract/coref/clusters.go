package coref

import (
	"slices"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// cluster is what the markables that were joined know together.
type cluster struct {
	parent int // the representative's index is its own
	size   int
	gender gender
	number number
	kind   news.Kind
	class  nounClass
	place  bool
	named  bool
	side   string
	roles  [][]string
	name   []string // the fullest name

	ownGender    gender // what its names and nouns tell, pronouns aside
	onlyPronouns bool   // no name or noun among its members
	standsFor    string // "we" of a side that the text does not name
}

// newClusters makes a cluster of each markable.
func (r *run) newClusters() {
	r.clusters = make([]cluster, len(r.marks))
	for i := range r.marks {
		m := &r.marks[i]
		r.clusters[i] = cluster{parent: i, size: 1, gender: m.gender, number: m.number, kind: m.kind, class: m.class, place: m.place,
			named: m.form == text.Named, side: m.side, roles: m.roles, name: m.name, onlyPronouns: m.pron != nil, ownGender: m.gender}
		if m.pron != nil {
			r.clusters[i].ownGender = anyGender
		}
	}
}

// find returns the representative of a markable's cluster: its first markable.
func (r *run) find(k int) int {
	for r.clusters[k].parent != k {
		r.clusters[k].parent = r.clusters[r.clusters[k].parent].parent
		k = r.clusters[k].parent
	}
	return k
}

// of returns the cluster of a markable.
func (r *run) of(k int) *cluster { return &r.clusters[r.find(k)] }

// same says whether two markables are in one cluster.
func (r *run) same(a, b int) bool { return r.find(a) == r.find(b) }

// join makes one cluster of the clusters of two markables, if what is known of them does not forbid it.
func (r *run) join(a, b int) bool {
	if r.same(a, b) {
		return true
	}
	if !r.compatible(a, b) {
		return false
	}
	r.merge(a, b)
	return true
}

// merge joins without asking. The first markable represents the cluster.
func (r *run) merge(a, b int) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	x, y := &r.clusters[a], &r.clusters[b]
	y.parent = a
	x.size += y.size
	x.gender, x.ownGender = narrowGender(x.gender, y.gender), narrowGender(x.ownGender, y.ownGender)
	if both := x.number & y.number; both != 0 {
		x.number = both
	}
	if x.kind == "" {
		x.kind = y.kind
	}
	if r.marks[a].pron != nil && x.size-y.size == 1 || x.class == thingNoun || x.class == unknownNoun || x.class == unknownName {
		x.class = y.class
	}
	if x.side == "" {
		x.side = y.side
	}
	x.onlyPronouns = x.onlyPronouns && y.onlyPronouns
	x.place, x.named = x.place || y.place, x.named || y.named
	for _, role := range y.roles {
		if !x.hasRole(role) && len(x.roles) < clusterRoles {
			x.roles = append(x.roles[:len(x.roles):len(x.roles)], role)
		}
	}
	if len(y.name) > len(x.name) {
		x.name = y.name
	}
	if x.standsFor == "" {
		x.standsFor = y.standsFor
	}
}

// clusterRoles bounds the roles that a cluster remembers.
const clusterRoles = 12

// hasRole says whether the cluster remembers the role.
func (c *cluster) hasRole(role []string) bool {
	for _, r := range c.roles {
		if slices.Equal(r, role) {
			return true
		}
	}
	return false
}

// narrowGender returns the genders that both may have; those of a where they contradict each other.
func narrowGender(a, b gender) gender {
	if a&b != 0 {
		return a & b
	}
	return a
}

// compatible says whether the clusters of two markables may be one.
func (r *run) compatible(a, b int) bool {
	x, y := r.of(a), r.of(b)
	if x.gender&y.gender == 0 || x.number&y.number == 0 {
		return false
	}
	if x.side != "" && y.side != "" && x.side != y.side && x.class == personNoun && y.class == personNoun {
		return false
	}
	return compatibleKinds(x.kind, y.kind)
}

// compatibleKinds says whether two kinds may be kinds of one actor. A government stands for its country.
func compatibleKinds(a, b news.Kind) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	if a == news.Person || b == news.Person {
		return a == news.Group || b == news.Group
	}
	return (a == news.Country || b == news.Country) == (a == news.Government || b == news.Government) ||
		a != news.Country && b != news.Country
}
