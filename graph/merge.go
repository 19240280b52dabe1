package graph

import (
	"cmp"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// graphBuilder makes a Graph out of articles, which come in the order of their ids.
type graphBuilder struct {
	g      Graph
	actors map[string]*actorCount
}

// actorCount counts what articles say about one actor.
type actorCount struct {
	Actor
	names, sides map[string]int
	kinds        map[news.Kind]int
}

func newGraphBuilder() *graphBuilder {
	return &graphBuilder{g: Graph{actors: map[string]int{}, articles: map[string]int{}}, actors: map[string]*actorCount{}}
}

func (b *graphBuilder) add(ac ArticleClaims) {
	b.g.articles[ac.Article.ID] = len(b.g.Articles)
	a := Article{Article: ac.Article, SHA256: textHash(ac.Article.Text), Extractor: ac.Extractor, Claims: len(ac.Claims)}
	a.Text = ""
	b.g.Articles = append(b.g.Articles, a)
	for _, x := range actorsOf(ac.Claims) {
		b.actor(x)
	}
	for i := range ac.Claims {
		c := &ac.Claims[i]
		b.actors[c.Subject.ID].AsSubject++
		if c.Object != nil {
			b.actors[c.Object.ID].AsObject++
		}
		if c.Speaker != nil {
			b.actors[c.Speaker.ID].AsSpeaker++
		}
	}
	b.g.claims = append(b.g.claims, ac.Claims...)
}

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
	c.Aliases = append(append(c.Aliases, x.Name), x.Aliases...)
	c.Roles = append(c.Roles, x.Roles...)
}

func (b *graphBuilder) finish() *Graph {
	g := &b.g
	for _, c := range b.actors {
		g.Actors = append(g.Actors, c.merged())
	}
	slices.SortFunc(g.Actors, func(a, b Actor) int { return strings.Compare(a.ID, b.ID) })
	for i, a := range g.Actors {
		g.actors[a.ID] = i
	}
	g.touching = make([][]int32, len(g.Actors))
	for i := range g.claims {
		e := g.Edge(i)
		g.touching[e.Subject] = append(g.touching[e.Subject], int32(i))
		if e.Object >= 0 && e.Object != e.Subject {
			g.touching[e.Object] = append(g.touching[e.Object], int32(i))
		}
	}
	return g
}

// merged returns the actor as most articles describe it.
func (c *actorCount) merged() Actor {
	a := c.Actor
	a.Name = ranked(c.names)[0]
	a.Aliases = sortedSet(a.Aliases, a.Name)
	a.Roles = sortedSet(a.Roles, "")
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
