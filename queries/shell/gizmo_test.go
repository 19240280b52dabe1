package shell

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"quadwire/graph"
)

const childEnv = "QUADWIRE_TEST_CHILD"

// TestMain makes the test binary the child process that runs a query.
func TestMain(m *testing.M) {
	if os.Getenv(childEnv) == "" {
		os.Exit(m.Run())
	}
	if err := graph.ServeGizmo(context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestStepsAreThoseOfGizmo: the shell completes and explains exactly what Gizmo has, capitals and the short name of g
// aside.
func TestStepsAreThoseOfGizmo(t *testing.T) {
	db := filepath.Join(t.TempDir(), graph.DefaultPath)
	s, err := graph.Open(t.Context(), db, graph.Options{Create: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv(childEnv, "1")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r, err := graph.RunGizmo(t.Context(), exe, nil, graph.Query{DB: db,
		Text: `for (var k in g.M()) if (k[0] === k[0].toLowerCase()) g.emit(k); ["V", "M", "emit"].forEach(function (k) { if (g[k]) g.emit(k) })`})
	if err != nil {
		t.Fatal(err)
	}
	var has, know []string
	for _, row := range r.Rows {
		has = append(has, fmt.Sprint(row[0]))
	}
	for _, x := range steps {
		know = append(know, x.name)
	}
	for _, name := range know {
		if !slices.Contains(has, name) {
			t.Errorf("Gizmo has no step %s", name)
		}
	}
	for _, name := range has {
		if !slices.Contains(know, name) {
			t.Errorf("the shell does not know the step %s", name)
		}
	}
}
