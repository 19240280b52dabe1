package graph

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	hkv "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// startChild starts the test binary in another role and returns its first line of output.
func startChild(t *testing.T, role, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), childEnv+"="+role)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

func filled(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), DefaultPath)
	s, err := Open(t.Context(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, warning("a.txt", "2023-11-06"))
	closeTest(t, s)
	return path
}

// TestOpenErrors: whatever is wrong with a file, the error says what to do.
func TestOpenErrors(t *testing.T) {
	write := func(name, content string) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	for _, c := range []struct {
		name  string
		path  func(t *testing.T) string
		o     Options
		want  error
		words string
	}{
		{"missing", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none.db") }, Options{}, ErrMissing, "quadwire build"},
		{"missing, read-only", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none.db") }, Options{ReadOnly: true, Create: true}, ErrMissing, "quadwire build"},
		{"missing folder", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none", "none.db") }, Options{Create: true}, nil, "there is no folder"},
		{"empty", write("empty.db", ""), Options{Create: true}, ErrForeign, "move this one away"},
		{"text", write("text.db", strings.Repeat("all is well\n", 4000)), Options{Create: true}, ErrForeign, "--db"},
		{"short text", write("text.db", "x"), Options{ReadOnly: true}, ErrForeign, "--db"},
		{"folder", func(t *testing.T) string { return t.TempDir() }, Options{Create: true}, ErrForeign, "--db"},
		{"another program's bbolt file", foreignBolt, Options{}, ErrForeign, "--db"},
		{"older", ofFormat(Format - 1), Options{ReadOnly: true}, ErrOlder, "build it anew"},
		{"older, for writing", ofFormat(Format - 1), Options{Create: true}, ErrOlder, "build it anew"},
		{"newer", ofFormat(Format + 1), Options{ReadOnly: true}, ErrNewer, "update quadwire"},
		{"locked", locking, Options{ReadOnly: true, Wait: 50 * time.Millisecond}, ErrLocked, "another process"},
		{"locked for writing", locking, Options{Wait: 50 * time.Millisecond}, ErrLocked, "another process"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.path(t)
			s, err := Open(t.Context(), path, c.o)
			if err == nil {
				s.Close()
			}
			if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.words) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			t.Log(err)
		})
	}
}

func foreignBolt(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "foreign.db")
	db, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// ofFormat makes databases that say they have another format.
func ofFormat(format int) func(t *testing.T) string {
	return func(t *testing.T) string {
		path := filled(t)
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.kv.Update(t.Context(), func(tx hkv.Tx) error {
			return tx.Put(t.Context(), formatKey, []byte(strconv.Itoa(format)))
		}); err != nil {
			t.Fatal(err)
		}
		return path
	}
}

func locking(t *testing.T) string {
	path := filled(t)
	_, out := startChild(t, "hold", path)
	if !out.Scan() {
		t.Fatal("the child did not open the database")
	}
	return path
}

// TestReadOnly: several may read at once, nobody can write then.
func TestReadOnly(t *testing.T) {
	path := filled(t)
	for range 2 {
		s, err := Open(t.Context(), path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { closeTest(t, s) })
		if _, err := s.Add(t.Context(), []ArticleClaims{warning("b.txt", "2023-11-07")}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("add: %v", err)
		}
		if _, err := s.Retract(t.Context(), "a.txt"); !errors.Is(err, ErrReadOnly) {
			t.Errorf("retract: %v", err)
		}
		if r := add(t, s, warning("a.txt", "2023-11-06")); r.Unchanged != 1 {
			t.Errorf("add what is there: %+v", r)
		}
	}
	if _, err := Open(t.Context(), path, Options{Wait: 50 * time.Millisecond}); !errors.Is(err, ErrLocked) {
		t.Errorf("open for writing: %v", err)
	}
}

// TestReadOnlyFolder: a database that cannot be written can be read.
func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := filled(t)
	if err := errors.Join(os.Chmod(path, 0o444), os.Chmod(filepath.Dir(path), 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o755) })
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("open for writing: %v", err)
	}
	if _, err := Open(t.Context(), path+"2", Options{Create: true}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("create: %v", err)
	}
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if g, err := s.Graph(t.Context()); err != nil || g.Len() != 1 {
		t.Errorf("read: %v", err)
	}
	closeTest(t, s)
}

// TestCreateAfterKill: half of a new database, left by a process that was killed, is in nobody's way.
func TestCreateAfterKill(t *testing.T) {
	for _, left := range []string{"", "half", strings.Repeat("\x00", 1<<15)} {
		path := filepath.Join(t.TempDir(), DefaultPath)
		if err := os.WriteFile(path+".new", []byte(left), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		add(t, s, warning("a.txt", ""))
		closeTest(t, s)
		if _, err := os.Stat(path + ".new"); err == nil {
			t.Error("the draft is still there")
		}
	}
}

// TestDamaged: a database with wrong bytes, or cut, is an error and never the end of the process.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), DefaultPath)
	s, err := Open(t.Context(), path, Options{Create: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, newSample(41).articles(10)...)
	var used int
	s.db.View(func(tx *bolt.Tx) error { used = int(tx.Size()); return nil })
	closeTest(t, s)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	all, noticed := 0, 0
	for at := 4 * page; at < used; at += max(1, used/40/page) * page {
		for _, damaged := range [][]byte{slices.Clone(sound), slices.Clone(sound[:at])} {
			if len(damaged) == len(sound) {
				copy(damaged[at:], strings.Repeat("\xa5", page))
			}
			all++
			broken := fmt.Sprint(path, all)
			if err := os.WriteFile(broken, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if use(t, broken) != nil {
				noticed++
			}
			os.Remove(broken)
		}
	}
	if noticed < all*3/4 { // a page may be free, or the root of what nobody asked for
		t.Errorf("only %d of %d damages were noticed", noticed, all)
	}
}

// use does everything with a database that can be done.
func use(t *testing.T, path string) error {
	s, err := Open(t.Context(), path, Options{NoCache: true})
	if err != nil {
		return err
	}
	defer s.Close()
	_, graphErr := s.Graph(t.Context())
	_, verifyErr := s.Verify(t.Context())
	_, addErr := s.Add(t.Context(), newSample(42).articles(3))
	_, retractErr := s.Retract(t.Context(), newSample(41).articles(10)[5].Article.ID)
	return errors.Join(graphErr, verifyErr, addErr, retractErr)
}

// TestCreateTogether: of several processes that create one database at once, each gets it or is told that it is in use.
func TestCreateTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), DefaultPath)
	var wait sync.WaitGroup
	for i := range 6 {
		wait.Go(func() {
			s, err := Open(t.Context(), path, Options{Create: true, NoCache: true, Wait: 10 * time.Second})
			if err != nil {
				t.Error(err)
				return
			}
			_, err = s.Add(t.Context(), []ArticleClaims{warning(fmt.Sprint(i), "")})
			if err := errors.Join(err, s.Close()); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	s := opened(t, path, Options{})
	if g := graphOf(t, s); g.Len() != 6 {
		t.Errorf("%d claims of 6 are there", g.Len())
	}
}

// FuzzPrimitive: no entry of a damaged log makes reading it panic.
func FuzzPrimitive(f *testing.F) {
	f.Add([]byte{8, 1, 16, 2, 24, 3, 32, 4, 40, 5, 72, 1})
	f.Add([]byte{8, 1, 66, 3, 10, 1, 'x'})
	f.Add([]byte{66, 255, 255, 255, 255, 15})
	f.Fuzz(func(t *testing.T, data []byte) {
		p, ok := parsePrimitive(data)
		if ok && len(p.value) > len(data) {
			t.Error("the value is longer than the entry")
		}
	})
}
