package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// Format is the version of the layout of a database, stored in it.
//
//	1: Cayley's key-value layout 2 on bbolt; vocabulary and indexes changed while the number stayed
//	2: the same with indexes SP, OPS and L, a ledger of articles and digests, vocabulary as in vocabulary.go
const Format = 2

// DefaultPath is the database that commands use unless told otherwise.
const DefaultPath = "quadwire.db"

// Options says how to open a database. The zero value opens an existing one for reading and writing.
type Options struct {
	ReadOnly bool          // several processes may read at once; nobody can write meanwhile
	Create   bool          // make the database if there is none
	Wait     time.Duration // how long to wait for another process to let go; 0: two seconds
	NoCache  bool          // neither read nor write the snapshot kept beside the database
}

// Store is a database of claims: one file. It is safe for concurrent use by the goroutines of one process; one process
// at a time may have it open for writing, or several for reading.
type Store struct {
	path     string
	readOnly bool
	noCache  bool
	db       *bolt.DB
	kv       *joinedKV

	mu   sync.RWMutex // guards quads, and keeps readers out while it is rebuilt
	qs   cayley.QuadStore
	snap snapshot
}

// The keys of our own beside Cayley's.
var formatKey = hkv.SKey("quadwire", "format")

// Open opens the database in the file path. Its errors wrap ErrMissing, ErrForeign, ErrOlder, ErrNewer, ErrLocked or
// ErrReadOnly and say what to do.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	var s *Store
	err := guarded(func() (err error) {
		s, err = open(ctx, path, o)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open graph %s: %w", path, explained(err))
	}
	return s, nil
}

func open(ctx context.Context, path string, o Options) (*Store, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.Create && !o.ReadOnly:
		return create(ctx, path, o)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() == 0:
		return nil, ErrForeign
	}
	if err := checkSize(path, info.Size(), o); err != nil {
		return nil, err
	}
	db, err := openBolt(path, o)
	if err != nil {
		return nil, err
	}
	s, err := newStore(ctx, path, db, o)
	if err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

// OpenTemporary makes an empty database in a temporary file that Close removes: for tests, and for questions about
// articles that nobody wants to keep.
func OpenTemporary(ctx context.Context) (*Store, error) {
	dir, err := os.MkdirTemp("", "quadwire-")
	if err != nil {
		return nil, fmt.Errorf("open temporary graph: %w", explained(err))
	}
	s, err := Open(ctx, filepath.Join(dir, DefaultPath), Options{Create: true, NoCache: true})
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	s.snap.temporary = dir
	return s, nil
}

// create makes a database under a temporary name and gives it its own when it is complete, so that a process killed
// meanwhile leaves no half of a database.
func create(ctx context.Context, path string, o Options) (*Store, error) {
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s", filepath.Dir(path))
	}
	draft := path + ".new"
	db, err := openBolt(draft, o)
	if err != nil && !errors.Is(explained(err), ErrForeign) {
		return nil, err
	}
	if err != nil { // left by a process that was killed
		if err = os.Remove(draft); err == nil {
			db, err = openBolt(draft, o)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := errors.Join(initialize(ctx, hbolt.New(db)), db.Close()); err != nil {
		return nil, err
	}
	if err := settle(draft, path); err != nil {
		return nil, err
	}
	o.Create = false
	return open(ctx, path, o)
}

// settle gives the draft its own name, unless another process has made the database meanwhile.
func settle(draft, path string) error {
	err := os.Link(draft, path)
	if _, missing := os.Stat(path); err != nil && missing != nil {
		return os.Rename(draft, path) // a file system without links
	}
	if err := os.Remove(draft); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// checkSize opens the file for reading, which looks at little of it, and reports whether it was cut: opening it for
// writing would panic then, and keep its lock.
func checkSize(path string, size int64, o Options) error {
	o.ReadOnly = true
	db, err := openBolt(path, o)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bolt.Tx) error {
		if tx.Size() > size {
			return fmt.Errorf("%w (it has %d bytes and should have %d)", ErrDamaged, size, tx.Size())
		}
		return nil
	})
}

// openBolt opens the file as bbolt needs it: mapped large from the start, because a writer that maps anew waits for
// all readers, and never waiting for ever for another process. The list of free pages is written with each batch;
// without it, opening would read the whole file to find them.
func openBolt(path string, o Options) (*bolt.DB, error) {
	wait := o.Wait
	if wait <= 0 {
		wait = 2 * time.Second
	}
	bo := &bolt.Options{Timeout: wait, ReadOnly: o.ReadOnly, FreelistType: bolt.FreelistMapType, InitialMmapSize: mapSize}
	if runtime.GOOS == "windows" { // there the file would get that size
		bo.InitialMmapSize = 0
	}
	db, err := bolt.Open(path, 0o644, bo)
	if errors.Is(err, syscall.ENOMEM) { // the address space is limited (ulimit -v)
		bo.InitialMmapSize = 0
		db, err = bolt.Open(path, 0o644, bo)
	}
	return db, err
}

// growth returns by how much a file of this size grows: small ones by little, so that five articles do not take 16 MB,
// large ones by much, because each step waits for the disk.
func growth(size int64) int { return int(min(max(size/4, 1<<20), 64<<20)) }

// mapSize is 64 GiB of address space, not of memory; 1 GiB where addresses have 32 bits.
const mapSize = 1 << (24 + 6*(strconv.IntSize/32))

// initialize writes Cayley's metadata, our indexes and our mark. Everything may be there already, in part.
func initialize(ctx context.Context, kv hkv.KV) error {
	if err := cayleykv.Init(kv, nil); err != nil && !errors.Is(err, cayley.ErrDatabaseExists) {
		return err
	}
	indexes, err := json.Marshal([]cayleykv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
		{Dirs: []quad.Direction{quad.Label}},
	})
	if err != nil {
		return err
	}
	return kv.Update(ctx, func(tx hkv.Tx) error {
		if err := tx.Put(ctx, hkv.SKey("meta", "indexes"), indexes); err != nil {
			return err
		}
		return tx.Put(ctx, formatKey, []byte(strconv.Itoa(Format)))
	})
}

func newStore(ctx context.Context, path string, db *bolt.DB, o Options) (*Store, error) {
	s := &Store{path: path, readOnly: o.ReadOnly, noCache: o.NoCache, db: db, kv: &joinedKV{KV: hbolt.New(db)}}
	if err := s.checkFormat(ctx); err != nil {
		return nil, err
	}
	if err := s.rebuild(); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Store) checkFormat(ctx context.Context) error {
	return s.kv.View(ctx, func(tx hkv.Tx) error {
		v, err := tx.Get(ctx, formatKey)
		if errors.Is(err, hkv.ErrNotFound) {
			return ErrForeign
		}
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(string(v))
		switch {
		case err != nil || n < 1:
			return ErrForeign
		case n < Format:
			return fmt.Errorf("%w (its format is %d, this program's is %d)", ErrOlder, n, Format)
		case n > Format:
			return fmt.Errorf("%w (its format is %d, this program knows %d)", ErrNewer, n, Format)
		}
		return nil
	})
}

// rebuild makes Cayley's store object anew on the open file. Cayley keeps ids of nodes in memory, also those of a
// transaction that failed; going on with them would corrupt the graph.
func (s *Store) rebuild() error {
	qs, err := cayleykv.New(s.kv, cayley.Options{cayleykv.OptNoBloom: true})
	if err != nil {
		return err
	}
	s.qs = qs
	return nil
}

// Path returns the file of the database.
func (s *Store) Path() string { return s.path }

// Close closes the database. Nothing is lost without it: what Add has returned from is on the disk.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.db.Close()
	if s.snap.temporary != "" {
		err = errors.Join(err, os.RemoveAll(s.snap.temporary))
	}
	if err != nil {
		return fmt.Errorf("close graph %s: %w", s.path, explained(err))
	}
	return nil
}
