package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// The ledger says which articles are in the graph, and as what: for each id a digest of all its quads, and one of those
// about the article itself, without its claims. It is written in the transaction that writes the quads, so that both
// always agree. It tells without reading a quad whether an article is there as it is, and whether a snapshot is that of
// the database.

const ledgerBucket = "quadwire-articles"

// digest identifies the quads of one article, whatever their order.
type digest [sha256.Size]byte

func digestOf(quads []quad.Quad) digest {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = nquad(q)
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, l := range lines {
		h.Write([]byte(l))
	}
	return digest(h.Sum(nil))
}

// entry is an article of the ledger.
type entry struct {
	article string
	digest  digest // of all its quads
	source  digest // of the quads about the article itself
}

// entryOf returns the entry of an article with these quads.
func entryOf(ac ArticleClaims, quads []quad.Quad) entry {
	return entry{article: ac.Article.ID, digest: digestOf(quads), source: digestOf(encode(ArticleClaims{Article: ac.Article, Extractor: ac.Extractor}))}
}

// read reads the value of an entry.
func (e *entry) read(value []byte) bool {
	return copy(e.digest[:], value) == len(e.digest) && copy(e.source[:], value[len(e.digest):]) == len(e.source)
}

func ledgerKey(article string) hkv.Key { return hkv.SKey(ledgerBucket, article) }

// post writes entries into the ledger; an entry without a digest strikes its article out.
func post(ctx context.Context, tx hkv.Tx, entries []entry) error {
	for _, e := range entries {
		var err error
		if e.digest == (digest{}) {
			err = tx.Del(ctx, ledgerKey(e.article))
		} else {
			err = tx.Put(ctx, ledgerKey(e.article), append(e.digest[:], e.source[:]...))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// entry looks an article up; its digest is zero if it is not there. The store is locked.
func (s *Store) entry(article string) (e entry, err error) {
	e.article = article
	err = s.view(func(tx *bolt.Tx) error {
		if b := tx.Bucket([]byte(ledgerBucket)); b != nil {
			if v := b.Get([]byte(article)); v != nil && !e.read(v) {
				return ErrDamaged
			}
		}
		return nil
	})
	return e, err
}

// ledger lists the articles of the database by id.
func ledger(tx *bolt.Tx) ([]entry, error) {
	b := tx.Bucket([]byte(ledgerBucket))
	if b == nil {
		return nil, nil // nothing was ever written
	}
	var out []entry
	err := b.ForEach(func(k, v []byte) error {
		e := entry{article: string(k)}
		if !e.read(v) {
			return ErrDamaged
		}
		out = append(out, e)
		return nil
	})
	return out, err
}

// versionOf identifies the content of a whole graph: the same articles with the same quads have the same version,
// whenever and in whatever order they were added.
func versionOf(entries []entry) string {
	h := sha256.New()
	for _, e := range entries {
		h.Write([]byte(e.article))
		h.Write([]byte{0})
		h.Write(e.digest[:])
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Version identifies the content of the database: it changes when the graph does, and graphs that are equal have
// equal versions.
func (s *Store) Version(context.Context) (version string, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	err = s.view(func(tx *bolt.Tx) error {
		entries, err := ledger(tx)
		version = versionOf(entries)
		return err
	})
	return version, explained(err)
}
