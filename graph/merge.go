package graph

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// graphBuilder makes a Graph out of articles, which come in the order of their ids.
type graphBuilder struct {
	g       *Graph
	text    *stringNumbers
	records map[string]uint32
	actors  map[string]*actorCount
}

// actorCount counts what articles say about one actor.
type actorCount struct {
	Actor
	names, sides map[string]int
	kinds        map[news.Kind]int
}

func newGraphBuilder(version string) *graphBuilder {
	return &graphBuilder{g: &Graph{Version: version}, text: newStringNumbers(), records: map[string]uint32{},
		actors: map[string]*actorCount{}}
}

// add adds an article and its claims.
func (b *graphBuilder) add(a Article, d digest, claims []news.Claim) {
	a.FirstClaim = b.g.Len()
	for _, x := range actorsOf(claims) {
		b.actor(x)
	}
	for i := range claims {
		c := &claims[i]
		b.actors[c.Subject.ID].AsSubject++
		if c.Object != nil {
			b.actors[c.Object.ID].AsObject++
		}
		if c.Speaker != nil {
			b.actors[c.Speaker.ID].AsSpeaker++
		}
		b.appendClaim(c)
		b.g.articleOf = append(b.g.articleOf, uint32(len(b.g.Articles)))
	}
	b.g.Articles = append(b.g.Articles, a)
	b.g.digests = append(b.g.digests, d)
}

// copy adds the i-th article of another graph.
func (b *graphBuilder) copy(old *Graph, i int) {
	a := old.Articles[i]
	claims := make([]news.Claim, a.Claims)
	for j := range claims {
		claims[j] = old.Claim(a.FirstClaim + j)
	}
	b.add(a, old.digests[i], claims)
}

// record returns the number of an actor as it is described.
func (b *graphBuilder) record(a news.Actor) uint32 {
	key, _ := json.Marshal(a) // of strings and lists of strings: cannot fail
	n, ok := b.records[string(key)]
	if !ok {
		n = uint32(len(b.g.records))
		b.records[string(key)] = n
		b.g.records = append(b.g.records, record{Actor: a})
	}
	return n
}

// actor counts what one article says about an actor.
func (b *graphBuilder) actor(x news.Actor) {
	c := b.actors[x.ID]
	if c == nil {
		c = &actorCount{names: map[string]int{}, sides: map[string]int{}, kinds: map[news.Kind]int{}}
		c.ID = x.ID
		b.actors[x.ID] = c
	}
	c.Articles++
	c.names[x.Name]++
	if x.Kind != "" {
		c.kinds[x.Kind]++
	}
	if x.Side != "" {
		c.sides[x.Side]++
	}
	c.Aliases = gain(c.Aliases, append(x.Aliases[:len(x.Aliases):len(x.Aliases)], x.Name))
	c.Roles = gain(c.Roles, x.Roles)
}

// gain adds to a short list what is not in it.
func gain(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// finish makes the Graph.
func (b *graphBuilder) finish() *Graph {
	g := b.g
	g.text = b.text.table()
	for _, c := range b.actors {
		g.Actors = append(g.Actors, c.merged())
	}
	slices.SortFunc(g.Actors, func(a, b Actor) int { return strings.Compare(a.ID, b.ID) })
	g.number()
	return g
}

// number makes the lists that follow from others.
func (g *Graph) number() {
	g.actors = make(map[string]int, len(g.Actors))
	for i := range g.Actors {
		g.actors[g.Actors[i].ID] = i
	}
	g.articles = make(map[string]int, len(g.Articles))
	for i := range g.Articles {
		g.articles[g.Articles[i].ID] = i
	}
	for i := range g.records {
		g.records[i].index = uint32(g.actors[g.records[i].ID])
	}
}

// merged returns the actor as most articles describe it.
func (c *actorCount) merged() Actor {
	a := c.Actor
	a.Name = ranked(c.names)[0]
	a.Aliases = sortedSet(a.Aliases, a.Name)
	if a.Roles != nil {
		a.Roles = sortedSet(a.Roles, "")
	}
	a.Kinds, a.Sides = ranked(c.kinds), ranked(c.sides)
	if len(a.Kinds) > 0 {
		a.Kind = a.Kinds[0]
	}
	if len(a.Sides) > 0 {
		a.Side = a.Sides[0]
	}
	return a
}

// ranked lists what was counted: the most frequent first, of equals the longest, then by the alphabet.
func ranked[T ~string](counts map[T]int) []T {
	out := make([]T, 0, len(counts))
	for x := range counts {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b T) int {
		return cmp.Or(counts[b]-counts[a], len(b)-len(a), strings.Compare(string(a), string(b)))
	})
	return out
}
