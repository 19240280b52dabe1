package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// gizmoDB returns a database file with two articles, open for reading.
func gizmoDB(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), DefaultPath)
	s, err := Open(t.Context(), path, Options{Create: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, warning("a.txt", "2023-11-06"), warning("b.txt", "2023-10-01"))
	closeTest(t, s)
	r, err := Open(t.Context(), path, Options{ReadOnly: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeTest(t, r) })
	return path
}

func run(t *testing.T, q Query) (Result, error) {
	t.Helper()
	t.Setenv(childEnv, "gizmo")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return RunGizmo(t.Context(), exe, nil, q)
}

func TestGizmo(t *testing.T) {
	db := gizmoDB(t)
	for _, c := range []struct{ name, text, want string }{
		{"who warns", `g.V("<actor:north_korea>").In("<verb:warns>").Unique().All()`, "id; <actor:jake_sullivan>"},
		{"a result for each article", `g.V("<actor:north_korea>").in("<verb:warns>").all()`, "id; <actor:jake_sullivan>; <actor:jake_sullivan>"},
		{"tags", `g.V("<actor:jake_sullivan>").unique().tag("who").out("<verb:warns>").tag("whom").unique().all()`, "id who whom; <actor:north_korea> <actor:jake_sullivan> <actor:north_korea>"},
		{"short and full prefixes", `g.V("<claim:Claim>").in("<rdf:type>").out("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>").unique().all()`, "id; <claim:Claim>"},
		{"dates are strings", `g.V("<claim:Claim>").in("<rdf:type>").out("<claim:date>").filter(gte("2023-11")).all()`, "id; 2023-11-06"},
		{"dates are found", `g.V().has("<claim:date>", "2023-10-01").out("<claim:class>").all()`, "id; THREATEN"},
		{"numbers", `g.V("<claim:b.txt>").out("<claim:end>").all()`, "id; 35"},
		{"emit", `g.emit({b: 1.5, a: "x"}); g.emit("plain"); g.emit([1, 2])`, "a b value; x 1.5 <nil>; <nil> <nil> plain; <nil> <nil> [1 2]"},
		{"label", `g.V("<actor:north_korea>").labelContext("<article:a.txt>").in("<verb:warns>").all()`, "id; <actor:jake_sullivan>"},
		{"two hops back", `g.V("<claim:a.txt>").out("<claim:subject>").in("<claim:subject>").unique().order().all()`, "id; <claim:a.txt>; <claim:b.txt>"},
		{"a node that is not there", `g.V("<actor:nobody>").in("<verb:warns>").all()`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := run(t, Query{Text: c.text, DB: db})
			if err != nil {
				t.Fatal(err)
			}
			lines := []string{strings.Join(r.Columns, " ")}
			for _, row := range r.Rows {
				line := fmt.Sprint(row)
				lines = append(lines, line[1:len(line)-1])
			}
			if got := strings.Join(lines, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestGizmoStops: no query harms the process that asks, and each says why it was stopped.
func TestGizmoStops(t *testing.T) {
	db := gizmoDB(t)
	for _, c := range []struct {
		name, text string
		kind       error
		words      string
	}{
		{"syntax", "g.V(\n  (", ErrQuerySyntax, "line 2, column 4"},
		{"early error", "var a = 1;\nlet a = 2;", ErrQuerySyntax, "line 2"},
		{"exception", "\n nosuch.thing()", ErrQueryFailed, "nosuch is not defined"},
		{"thrown", `throw "enough"`, ErrQueryFailed, "enough"},
		{"endless loop", `while (true) {}`, ErrQueryTime, "1s"},
		{"string bomb", `var s = "x"; while (true) { s += s }`, ErrQueryMemory, "128 MiB"},
		{"array bomb", `var a = []; while (true) { a.push([1, 2, 3]) }`, ErrQueryMemory, "128 MiB"},
		{"output bomb", `var s = "0123456789".repeat(100000); while (true) { g.emit(s) }`, ErrQueryMemory, "128 MiB"},
		{"object for a predicate", `g.V().out({a:1}).all()`, ErrQueryCrash, "unsupported type"},
		{"object for an iri", `iri({})`, ErrQueryCrash, "expected string"},
		{"path for a string", `str(g.V())`, ErrQueryCrash, "expected string"},
		{"object for a label", `g.V().labelContext({}).all()`, ErrQueryCrash, ""},
		{"a value that contains itself", `var a = {}; a.a = a; g.emit(a)`, ErrQueryCrash, "contains itself"},
		{"source map", "g.V().all()\n//# sourceMappingURL=/etc/passwd\n", nil, ""},
		{"eval", "eval('1')", ErrQueryFailed, "eval is not defined"},
		{"function constructor", "(function(){}).constructor('return 1')()", ErrQueryFailed, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if raceDetector && c.kind == ErrQueryMemory {
				t.Skip("the race detector needs the memory that the query may not have")
			}
			q := Query{Text: c.text, DB: db, Timeout: time.Minute, MaxBytes: 128 << 20, Limit: 1_000_000}
			if c.kind == ErrQueryTime {
				q.Timeout = time.Second
			}
			if c.kind == ErrQueryCrash { // before it crashes it takes memory, and much of it under the race detector
				q.MaxBytes = 1 << 30
			}
			_, err := run(t, q)
			if !errors.Is(err, c.kind) && c.kind != nil || c.kind == nil && err != nil {
				t.Fatalf("error %v, want %v", err, c.kind)
			}
			if err != nil && !strings.Contains(err.Error(), c.words) {
				t.Errorf("error %q does not say %q", err, c.words)
			}
			t.Log(err)
		})
	}
}

func TestGizmoLimit(t *testing.T) {
	db := gizmoDB(t)
	for _, text := range []string{`g.V().all()`, `g.V().getLimit(-1)`, `for (;;) g.V("<actor:jake_sullivan>").all()`} {
		r, err := run(t, Query{Text: text, DB: db, Limit: 5})
		if err != nil || len(r.Rows) != 5 || !r.Limited {
			t.Errorf("%s: %d rows, limited %v, %v", text, len(r.Rows), r.Limited, err)
		}
	}
	r, err := run(t, Query{Text: `g.V("<verb:warns>").all()`, DB: db, Limit: 1})
	if err != nil || r.Limited || !reflect.DeepEqual(r.Rows, [][]any{{"<verb:warns>"}}) {
		t.Errorf("exactly the limit: %+v, %v", r, err)
	}
}

func TestGizmoHint(t *testing.T) {
	db := gizmoDB(t)
	r, err := run(t, Query{Text: `g.V("<verb:warns>")`, DB: db})
	if err != nil || !strings.Contains(r.Hint, ".all()") {
		t.Errorf("a path without .all(): %+v, %v", r, err)
	}
	r, err = run(t, Query{Text: `twice(21)`, Prelude: `function twice(n) { return 2 * n }`, DB: db})
	if err != nil || !strings.Contains(r.Hint, "42") {
		t.Errorf("a value: %+v, %v", r, err)
	}
}

func TestGizmoStoreErrors(t *testing.T) {
	if _, err := run(t, Query{Text: `1`, DB: filepath.Join(t.TempDir(), "none.db")}); !errors.Is(err, ErrMissing) {
		t.Errorf("missing database: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := RunGizmo(ctx, os.Args[0], nil, Query{Text: `1`, DB: "x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
