package graph

import (
	"context"
	"errors"
	"os"

	cayley "github.com/cayleygraph/cayley/graph"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// changes are quads to add and quads to delete, none of them both, and what the ledger says then.
type changes struct {
	add, remove []cayley.Delta
	entries     []entry
}

func (c changes) size() int { return len(c.add) + len(c.remove) + len(c.entries) }

// apply writes changes, all or none. The store is locked. Cayley loses nodes when one call adds a quad and deletes
// another (a node that is used less often afterwards is not found for the quad that is added), so there are two calls,
// in one transaction of ours. After an error Cayley's object remembers nodes that were never written, and is made anew.
func (s *Store) apply(ctx context.Context, c changes) error {
	if c.size() == 0 {
		return nil
	}
	if s.readOnly {
		return ErrReadOnly
	}
	s.snap.forget()
	err := guarded(func() error { return s.write(ctx, c) })
	if err != nil {
		err = errors.Join(err, s.rebuild())
	}
	return err
}

func (s *Store) write(ctx context.Context, c changes) error {
	if info, err := os.Stat(s.path); err == nil {
		s.db.AllocSize = growth(info.Size())
	}
	return s.kv.together(ctx, func(tx hkv.Tx) error {
		for _, deltas := range [][]cayley.Delta{c.add, c.remove} {
			if len(deltas) == 0 {
				continue
			}
			if err := s.qs.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
				return err
			}
		}
		return post(ctx, tx, c.entries)
	})
}

// joinedKV is a key-value store in which several writing transactions of Cayley's can be joined to one.
type joinedKV struct {
	hkv.KV
	tx hkv.Tx // the joint transaction, while there is one
}

// together runs fn, in which all writing transactions are parts of one. The caller sees to it that there is one
// together at a time.
func (k *joinedKV) together(ctx context.Context, fn func(tx hkv.Tx) error) error {
	tx, err := k.KV.Tx(ctx, true)
	if err != nil {
		return err
	}
	defer tx.Close() // does nothing after Commit
	k.tx = tx
	defer func() { k.tx = nil }()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// Tx begins a transaction, or joins the joint one.
func (k *joinedKV) Tx(ctx context.Context, rw bool) (hkv.Tx, error) {
	if rw && k.tx != nil {
		return part{k.tx}, nil
	}
	return k.KV.Tx(ctx, rw)
}

// part is a part of a joint transaction: its end is not the end of the whole.
type part struct{ hkv.Tx }

// Commit does nothing: the whole is committed at its end.
func (part) Commit(context.Context) error { return nil }

// Close does nothing: after a failed part the whole is rolled back.
func (part) Close() error { return nil }
