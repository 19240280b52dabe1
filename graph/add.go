package graph

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// AddResult says what Add did.
type AddResult struct {
	Added     int // articles that were not there
	Changed   int // articles whose old quads were replaced
	Unchanged int // articles that were there as they are

	Claims       int // claims in the articles added and changed
	QuadsAdded   int // quads that were not in the graph
	QuadsRemoved int // quads of changed articles that no longer hold

	Rejected []Rejection // articles that cannot be kept, in order; the others are in
}

// Rejection is an article that Add left out, and why.
type Rejection struct {
	Article string // its id
	Err     error  // the first thing wrong with it
}

// Plus returns the sum of two results.
func (r AddResult) Plus(o AddResult) AddResult {
	r.Added, r.Changed, r.Unchanged = r.Added+o.Added, r.Changed+o.Changed, r.Unchanged+o.Unchanged
	r.Claims, r.QuadsAdded, r.QuadsRemoved = r.Claims+o.Claims, r.QuadsAdded+o.QuadsAdded, r.QuadsRemoved+o.QuadsRemoved
	r.Rejected = append(r.Rejected, o.Rejected...)
	return r
}

// batchQuads is how many quads Add writes in one transaction, about: an article is never split. Ten times fewer cost
// twice the time, ten times more make bbolt slow.
const batchQuads = 10_000

// Add brings articles and their claims into the graph. An article that is there already keeps the quads that still
// hold, loses those that do not and gets those that are new; so adding twice is adding once. Each article is written
// in one transaction, several of them together: a process killed at any point leaves whole articles only, and running
// the same build again gives the graph that it would have given at once. After an error what was written before it is
// kept, and the store can be used on.
func (s *Store) Add(ctx context.Context, batch []ArticleClaims) (AddResult, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := writer{s: s, pending: map[string]bool{}}
	for _, ac := range batch {
		if err := w.article(ctx, ac); err != nil {
			return w.done, fmt.Errorf("add article %s: %w", ac.Article.ID, explained(err))
		}
	}
	if err := w.flush(ctx); err != nil {
		return w.done, fmt.Errorf("add to graph %s: %w", s.path, explained(err))
	}
	return w.done, nil
}

// writer gathers changes until they make a batch. The store is locked.
type writer struct {
	s       *Store
	changes changes
	pending map[string]bool // articles of the batch
	written []written       // the same, as they are
	sum     AddResult       // of the batch
	done    AddResult       // of what is written
}

// article puts one article into the batch, if it is not in the graph as it is.
func (w *writer) article(ctx context.Context, ac ArticleClaims) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	n, err := Normalize(ac)
	if err != nil {
		w.done.Rejected = append(w.done.Rejected, Rejection{Article: ac.Article.ID, Err: err})
		return nil
	}
	if w.pending[n.Article.ID] { // what it replaces has to be in the graph
		if err := w.flush(ctx); err != nil {
			return err
		}
	}
	was, err := w.s.entry(n.Article.ID)
	if err != nil {
		return err
	}
	quads := encode(n)
	now := entryOf(n, quads)
	if was == now {
		w.sum.Unchanged++
		return nil
	}
	var old []quad.Quad
	if was.digest != (digest{}) {
		if old, err = w.s.labelQuads(ctx, articleIRI(n.Article.ID)); err != nil {
			return err
		}
	}
	w.change(old, quads, now)
	w.written = append(w.written, written{n, now.digest})
	w.sum.Claims += len(n.Claims)
	if w.changes.size() >= batchQuads {
		return w.flush(ctx)
	}
	return nil
}

// change makes an article what the ledger is to say.
func (w *writer) change(old, quads []quad.Quad, now entry) {
	if len(old) == 0 {
		w.sum.Added++
	} else {
		w.sum.Changed++
	}
	added, removed := difference(old, quads)
	w.pending[now.article] = true
	w.sum.QuadsAdded += len(added)
	w.sum.QuadsRemoved += len(removed)
	w.changes.add = appendDeltas(w.changes.add, added, cayley.Add)
	w.changes.remove = appendDeltas(w.changes.remove, removed, cayley.Delete)
	w.changes.entries = append(w.changes.entries, now)
}

// flush writes the batch in one transaction.
func (w *writer) flush(ctx context.Context) error {
	if err := w.s.apply(ctx, w.changes); err != nil {
		return err
	}
	w.s.snap.learn(w.written)
	w.done = w.done.Plus(w.sum)
	w.changes, w.written, w.sum, w.pending = changes{}, nil, AddResult{}, map[string]bool{}
	return nil
}

// difference returns what is new and what is no longer there.
func difference(old, now []quad.Quad) (added, removed []quad.Quad) {
	was := make(map[quad.Quad]bool, len(old))
	for _, q := range old {
		was[q] = true
	}
	for _, q := range now {
		if !was[q] {
			added = append(added, q)
		}
		delete(was, q)
	}
	for _, q := range old {
		if was[q] {
			removed = append(removed, q)
		}
	}
	return added, removed
}

func appendDeltas(deltas []cayley.Delta, quads []quad.Quad, action cayley.Procedure) []cayley.Delta {
	for _, q := range quads {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: action})
	}
	return deltas
}

// Retract removes an article and everything that only it says, and returns how many quads that were. What is left is
// exactly the graph without it. An article that is not there is ErrNoArticle.
func (s *Store) Retract(ctx context.Context, id string) (removed int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old, err := s.labelQuads(ctx, articleIRI(id))
	if err == nil && len(old) == 0 {
		err = ErrNoArticle
	}
	if err == nil {
		err = s.apply(ctx, changes{remove: appendDeltas(nil, old, cayley.Delete), entries: []entry{{article: id}}})
	}
	if err != nil {
		return 0, fmt.Errorf("retract article %s: %w", id, explained(err))
	}
	return len(old), nil
}

// Unchanged reports whether the article is in the graph as it is, with claims found by this version of the extractor:
// then it need not be read again.
func (s *Store) Unchanged(ctx context.Context, a news.Article, extractor string) (bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	now, err := Normalize(ArticleClaims{Article: a, Extractor: extractor})
	if err != nil {
		return false, nil
	}
	was, err := s.entry(a.ID)
	if err != nil {
		return false, fmt.Errorf("look up article %s: %w", a.ID, explained(err))
	}
	return was.source == digestOf(encode(now)), nil
}
