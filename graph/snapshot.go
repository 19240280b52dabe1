package graph

import (
	"context"
	"fmt"
	"sync"

	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"

	"quadwire/graph/news"
)

// Article is an article of the graph, without its text.
type Article struct {
	news.Article        // Text is empty
	SHA256       string // of the text
	Extractor    string // version of what found the claims
	Claims       int    // number of claims
	FirstClaim   int    // number of the first one in the Graph
}

// Actor is an actor as all articles together describe it: the name that most of them use, all aliases and roles, the
// kind and side that most of them give.
type Actor struct {
	news.Actor
	Kinds     []news.Kind // all that are given, the most frequent first
	Sides     []string    // all that are given, the most frequent first
	Articles  int         // number of articles that speak of it
	AsSubject int         // number of claims whose subject it is
	AsObject  int         // number of claims whose object it is
	AsSpeaker int         // number of claims that it says
}

// Graph is a snapshot of the database: every claim, article and actor at one moment. It never changes and is safe for
// concurrent use; callers must not change what they get from it.
type Graph struct {
	Version  string    // of the database, see Store.Version
	Actors   []Actor   // by id
	Articles []Article // by id

	col       columns
	text      stringTable
	records   []record
	articleOf []uint32 // by claim
	digests   []digest // by article

	actors   map[string]int
	articles map[string]int

	neighbours sync.Once
	first      []int32 // by actor: where its claims begin in touching; one more than there are actors
	touching   []int32
}

// record is an actor as one or several articles describe it.
type record struct {
	news.Actor
	index uint32 // in Graph.Actors
}

// Len returns the number of claims. Claims are numbered from 0, by article id and then in the order of the text.
func (g *Graph) Len() int { return len(g.articleOf) }

// Actor returns the index in Actors of the actor with the given id.
func (g *Graph) Actor(id string) (int, bool) {
	i, ok := g.actors[id]
	return i, ok
}

// Article returns the index in Articles of the article with the given id.
func (g *Graph) Article(id string) (int, bool) {
	i, ok := g.articles[id]
	return i, ok
}

// Edge is a claim as path queries see it.
type Edge struct {
	Subject  int  // index in Graph.Actors
	Object   int  // index in Graph.Actors; -1: none
	Article  int  // index in Graph.Articles
	Mutual   bool // subject and object do it to each other
	Class    news.Class
	Polarity news.Polarity
	Modality news.Modality
	Lemma    string // of the predicate
	Date     string // YYYY-MM-DD, YYYY-MM or YYYY; empty if unknown
}

// Edge returns the i-th claim as an edge, without allocating.
func (g *Graph) Edge(i int) Edge {
	return Edge{Subject: g.actorAt(fieldSubject, i), Object: g.actorAt(fieldObject, i), Article: int(g.articleOf[i]),
		Mutual: g.col[fieldMutual][i] != 0, Class: news.Class(g.string(fieldClass, i)),
		Polarity: news.Polarity(g.string(fieldPolarity, i)), Modality: news.Modality(g.string(fieldModality, i)),
		Lemma: g.string(fieldLemma, i), Date: g.string(fieldDate, i)}
}

// Ends returns the indexes in Actors of the subject and the object of the i-th claim; -1 if it has no object.
func (g *Graph) Ends(i int) (subject, object int) {
	return g.actorAt(fieldSubject, i), g.actorAt(fieldObject, i)
}

func (g *Graph) actorAt(f field, i int) int {
	r := g.col[f][i]
	if r == nobody {
		return -1
	}
	return int(g.records[r].index)
}

// Touching returns the numbers of the claims whose subject or object is the actor with index a, ascending.
func (g *Graph) Touching(a int) []int32 {
	g.neighbours.Do(g.connect)
	return g.touching[g.first[a]:g.first[a+1]]
}

// connect lists the claims of each actor, all lists in one (compressed sparse rows).
func (g *Graph) connect() {
	g.first = make([]int32, len(g.Actors)+1)
	each := func(fn func(actor, claim int)) {
		for i := range g.Len() {
			s, o := g.Ends(i)
			fn(s, i)
			if o >= 0 && o != s {
				fn(o, i)
			}
		}
	}
	each(func(a, _ int) { g.first[a+1]++ })
	for a := range g.Actors {
		g.first[a+1] += g.first[a]
	}
	g.touching = make([]int32, g.first[len(g.Actors)])
	next := make([]int32, len(g.Actors))
	copy(next, g.first)
	each(func(a, i int) {
		g.touching[next[a]] = int32(i)
		next[a]++
	})
}

// snapshot is the store's own copy of the last Graph, and what is known about a new one.
type snapshot struct {
	mu        sync.Mutex
	graph     *Graph
	stale     *Graph           // the one before the last change: most of its articles are still the same
	recent    map[string]place // articles that this process has added since
	claims    int              // claims in recent
	temporary string           // folder to remove on Close
}

// place is where an article stands.
type place struct {
	g *Graph
	i int // index in g.Articles
}

// written is an article that was added, and the digest of its quads.
type written struct {
	ArticleClaims
	digest digest
}

// maxRecent bounds what is kept of the articles that were added; each claim takes about 250 bytes.
const maxRecent = 2_000_000

// learn keeps articles that were added in the form of a small Graph: whoever has loaded a million claims need not read
// them all again to answer the first question.
func (s *snapshot) learn(articles []written) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.claims > maxRecent || len(articles) == 0 {
		return
	}
	b := newGraphBuilder("")
	if s.recent == nil {
		s.recent = map[string]place{}
	}
	for i, w := range articles {
		b.add(summary(w.ArticleClaims), w.digest, w.Claims)
		s.recent[w.Article.ID] = place{b.g, i}
		s.claims += len(w.Claims)
	}
	b.finish()
}

// find returns where an article with this digest stands, the stale snapshot among the places.
func (s *snapshot) find(e entry) (place, bool) {
	p, ok := s.recent[e.article]
	if ok && p.g.digests[p.i] == e.digest {
		return p, true
	}
	if s.stale != nil {
		if i, ok := s.stale.articles[e.article]; ok && s.stale.digests[i] == e.digest {
			return place{s.stale, i}, true
		}
	}
	return place{}, false
}

// summary returns the article without its text.
func summary(ac ArticleClaims) Article {
	a := Article{Article: ac.Article, SHA256: textHash(ac.Article.Text), Extractor: ac.Extractor, Claims: len(ac.Claims)}
	a.Text = ""
	return a
}

// forget marks the snapshot as out of date.
func (s *snapshot) forget() {
	s.mu.Lock()
	if s.graph != nil {
		s.graph, s.stale = nil, s.graph
	}
	s.mu.Unlock()
}

// Graph returns a snapshot of the database. It is read once and kept until the database changes, in memory and, unless
// Options.NoCache is set, in a file beside the database, with which the next process need not read the database at
// all. After a change only what has changed is read anew.
func (s *Store) Graph(ctx context.Context) (*Graph, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	s.snap.mu.Lock()
	defer s.snap.mu.Unlock()
	if s.snap.graph == nil {
		g, err := s.readGraph(ctx)
		if err != nil {
			return nil, fmt.Errorf("read graph %s: %w", s.path, explained(err))
		}
		s.snap.graph, s.snap.stale, s.snap.recent, s.snap.claims = g, nil, nil, 0
	}
	return s.snap.graph, nil
}

// readGraph reads a snapshot: from the file beside the database if it is of the same version, else from the quads of the
// articles that no older snapshot has. The store and the snapshot are locked.
func (s *Store) readGraph(ctx context.Context) (g *Graph, err error) {
	var entries []entry
	err = s.view(func(tx *bolt.Tx) error {
		entries, err = ledger(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	version := versionOf(entries)
	if s.snap.stale == nil && !s.noCache {
		s.snap.stale = loadGraph(s.cachePath())
	}
	if old := s.snap.stale; old != nil && old.Version == version {
		return old, nil
	}
	b := newGraphBuilder(version)
	if err := s.gather(ctx, b, entries); err != nil {
		return nil, err
	}
	g = b.finish()
	if !s.noCache {
		saveGraph(s.cachePath(), g)
	}
	return g, nil
}

// gather puts the articles of the ledger together: those that an older snapshot has or this process has added come from
// there, the others from the database.
func (s *Store) gather(ctx context.Context, b *graphBuilder, entries []entry) error {
	return s.read(func(r *reader) error {
		for _, e := range entries {
			if p, ok := s.snap.find(e); ok {
				b.copy(p.g, p.i)
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			label := articleIRI(e.article)
			quads, err := r.with(ctx, quad.Label, label)
			if err != nil {
				return err
			}
			ac := decode(label, quads)
			b.add(summary(ac), e.digest, ac.Claims)
		}
		return nil
	})
}
