package web

import (
	"context"
	"errors"
	"sync"

	"quadwire/graph"
)

// source is the database as the server has it: open for reading by many, or for writing by one.
type source struct {
	db    string
	mu    sync.RWMutex
	store *graph.Store
	graph *graph.Graph
}

// errClosed says that the database could not be opened again after a change.
var errClosed = errors.New("the database is closed")

func (s *source) open(ctx context.Context) error {
	store, err := graph.Open(ctx, s.db, graph.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	g, err := store.Graph(ctx)
	if err != nil {
		return errors.Join(err, store.Close())
	}
	s.store, s.graph = store, g
	return nil
}

// read calls f with the database, which does not change meanwhile.
func (s *source) read(ctx context.Context, f func(*graph.Store, *graph.Graph) error) error {
	if err := s.ensure(ctx); err != nil {
		return err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.store == nil {
		return errClosed
	}
	return f(s.store, s.graph)
}

// ensure opens the database again if a change left it closed.
func (s *source) ensure(ctx context.Context) error {
	s.mu.RLock()
	open := s.store != nil
	s.mu.RUnlock()
	if open {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store != nil {
		return nil
	}
	return s.open(ctx)
}

// write calls f with the database open for writing, when nobody reads it: a Gizmo process could not open it meanwhile.
// What was begun is ended, whatever becomes of the request.
func (s *source) write(ctx context.Context, f func(context.Context, *graph.Store) error) (err error) {
	ctx = context.WithoutCancel(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store != nil {
		err := s.store.Close()
		s.store, s.graph = nil, nil
		if err != nil {
			return err
		}
	}
	defer func() { err = errors.Join(err, s.open(ctx)) }()
	store, err := graph.Open(ctx, s.db, graph.Options{})
	if err != nil {
		return err
	}
	return errors.Join(f(ctx, store), store.Close())
}

func (s *source) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store == nil {
		return nil
	}
	err := s.store.Close()
	s.store, s.graph = nil, nil
	return err
}
