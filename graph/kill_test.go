package graph

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"
)

func killArticles() []ArticleClaims { return newSample(5).articles(40) }

// TestKill kills a process while it adds articles, again and again. What it said it had added is there, what is there
// is whole, and adding everything gives the graph that an undisturbed run gives.
func TestKill(t *testing.T) {
	whole := openTest(t)
	add(t, whole, killArticles()...)
	want := dump(t, whole)
	path := filepath.Join(t.TempDir(), DefaultPath)
	for _, after := range []int{0, 1, 3, 10, 22} {
		cmd, out := startChild(t, "add", path)
		var said []string
		for len(said) < after && out.Scan() {
			said = append(said, out.Text())
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		s, err := Open(t.Context(), path, Options{Create: true, NoCache: true})
		if err != nil {
			t.Fatal(err)
		}
		have := dump(t, s)
		for _, id := range said {
			if !strings.Contains(have, articleIRI(id).String()) {
				t.Errorf("after %d articles: %s is lost", after, id)
			}
		}
		closeTest(t, s)
	}
	s, err := Open(t.Context(), path, Options{NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer closeTest(t, s)
	add(t, s, killArticles()...)
	if dump(t, s) != want {
		t.Error("the graph is not that of an undisturbed run")
	}
}

// failingKV is a store whose disk is full at every other commit.
type failingKV struct {
	hkv.KV
	commits *int
}

func (f failingKV) Tx(ctx context.Context, rw bool) (hkv.Tx, error) {
	tx, err := f.KV.Tx(ctx, rw)
	if err != nil || !rw {
		return tx, err
	}
	return failingTx{Tx: tx, commits: f.commits}, nil
}

type failingTx struct {
	hkv.Tx
	commits *int
}

func (f failingTx) Commit(ctx context.Context) error {
	if *f.commits++; *f.commits%2 == 1 {
		return syscall.ENOSPC
	}
	return f.Tx.Commit(ctx)
}

// TestDiskFull: a write that fails changes nothing, says so, and the store can be used on.
func TestDiskFull(t *testing.T) {
	whole := openTest(t)
	batch := newSample(6).articles(12)
	add(t, whole, batch...)
	s := openTest(t)
	s.kv.KV = failingKV{KV: s.kv.KV, commits: new(int)}
	if err := s.rebuild(); err != nil {
		t.Fatal(err)
	}
	for _, ac := range batch {
		before := dump(t, s)
		if _, err := s.Add(t.Context(), []ArticleClaims{ac}); !errors.Is(err, ErrDiskFull) || !strings.Contains(err.Error(), "make room") {
			t.Fatalf("error %v, want %v", err, ErrDiskFull)
		}
		if dump(t, s) != before {
			t.Fatal("a failed write changed the graph")
		}
		add(t, s, ac)
	}
	if dump(t, s) != dump(t, whole) {
		t.Error("the graph differs from one that was written without failures")
	}
}
