package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	cayley "github.com/cayleygraph/cayley/graph"
)

// ServeGizmo is the child's side of RunGizmo: it reads one Query as JSON from in, runs it and writes JSON Lines to
// out. It opens the database for reading, which works while others have it open for reading too, its parent among
// them. It ends the process when the query needs more memory than it may, and the query may end the process with a
// panic in a goroutine of Gizmo's: so it is for a process of its own.
func ServeGizmo(ctx context.Context, in io.Reader, out io.Writer) error {
	var q Query
	if err := json.NewDecoder(in).Decode(&q); err != nil {
		return fmt.Errorf("read query: %w", err)
	}
	q = q.withDefaults()
	c := child{query: q, w: bufio.NewWriter(out)}
	c.enc = json.NewEncoder(c.w)
	debug.SetMaxStack(64 << 20)
	debug.SetMemoryLimit(q.MaxBytes)
	limitData(q.MaxBytes)
	go watchMemory(q.MaxBytes)
	ctx, cancel := context.WithTimeout(ctx, q.Timeout)
	defer cancel()
	if err := c.serve(ctx); err != nil {
		c.enc.Encode(message{Error: failureOf(err)})
	}
	return c.w.Flush()
}

// memoryExit is the exit status of a child that needed too much memory.
const memoryExit = 75

// watchMemory ends the process when its heap grows over the limit. Go's own limit only makes the collector work
// harder.
func watchMemory(limit int64) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for {
		metrics.Read(sample)
		if sample[0].Value.Uint64() > uint64(limit) {
			os.Exit(memoryExit)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// child runs one query.
type child struct {
	query Query
	w     *bufio.Writer
	enc   *json.Encoder
	qs    cayley.QuadStore
}

// serve opens the database, runs the query and writes its results.
func (c *child) serve(ctx context.Context) error {
	s, err := Open(ctx, c.query.DB, Options{ReadOnly: true, NoCache: true})
	if err != nil {
		return err
	}
	defer s.db.Close()
	c.qs = sessionStore{QuadStore: s.qs, prefixes: Prefixes()}
	session := gizmo.NewSession(c.qs)
	for _, text := range []string{locked, c.query.Prelude} {
		if _, err := c.run(ctx, session, text, func(any) error { return nil }); err != nil {
			return err
		}
	}
	end := message{End: true}
	rows := 0
	end.Hint, err = c.run(ctx, session, c.query.Text, func(v any) error {
		if rows++; rows > c.query.Limit {
			end.More = true
			return errEnough
		}
		return c.enc.Encode(message{Row: c.row(v)})
	})
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if rows > 0 {
		end.Hint = ""
	}
	return c.enc.Encode(end)
}

// errEnough ends a query that has as many results as it may.
var errEnough = errors.New("enough results")

// locked takes from the query what compiles text: compiling can read files (source maps), and nothing in a query
// needs it.
const locked = `(function () {
	var kinds = [function () {}, function* () {}, async function () {}];
	for (var i = 0; i < kinds.length; i++) {
		Object.defineProperty(Object.getPrototypeOf(kinds[i]), "constructor", {value: undefined});
	}
	delete this.eval; delete this.Function;
})();`

// run runs one script and calls yield with each of its results. It returns a hint if the script ends with a path that
// nobody asked for.
func (c *child) run(ctx context.Context, session *gizmo.Session, text string, yield func(any) error) (hint string, err error) {
	if _, err := parser.ParseFile(nil, "", text, 0, parser.WithDisableSourceMaps); err != nil {
		return "", err
	}
	text += "\n;var " + ended + " = true;\n//" // a source map is only looked for in the last line
	// The session's own limit would count anew with each .all(); one more than the limit tells that there is more.
	it, err := session.Execute(ctx, text, query.Options{Collation: query.Raw, Limit: c.query.Limit + 1})
	if err != nil {
		return "", err
	}
	for it.Next(ctx) {
		r, _ := it.Result().(*gizmo.Result)
		switch {
		case r == nil:
		case r.Meta:
			hint = hintFor(r.Val)
		default:
			if err := yield(r.Result()); err != nil {
				return "", err
			}
		}
	}
	if err := errors.Join(ctx.Err(), it.Err()); err != nil { // a cancelled iteration can end without an error
		return "", err
	}
	return hint, c.finished(ctx, session)
}

// ended is a variable that a script sets at its end; a declaration does not change the value of the script.
const ended = "__quadwire_ended"

// finished sees to it that the script ran to its end. When Gizmo panics, its goroutine says first that there are no
// more results, and only then ends the process: without waiting for that, the panic could go unnoticed.
func (c *child) finished(ctx context.Context, session *gizmo.Session) error {
	it, err := session.Execute(ctx, "var was = "+ended+"; "+ended+" = false; was", query.Options{Collation: query.Raw})
	if err != nil {
		return err
	}
	done := false
	for it.Next(ctx) { // no Close, here as above: it would interrupt the next script
		r, ok := it.Result().(*gizmo.Result)
		done = done || ok && r.Meta && r.Val == true
	}
	if done {
		return nil
	}
	time.Sleep(time.Second)
	return errors.New("the query ended early")
}

// hintFor tells what to do about a query that ends with a value instead of asking for results.
func hintFor(v any) string {
	switch t := fmt.Sprintf("%T", v); t {
	case "*gizmo.pathObject":
		return "the query describes a path but does not ask for its results: end it with .all()"
	case "string", "int64", "float64", "bool":
		return fmt.Sprintf("the value of the query is %v; g.emit(value) makes it a result", v)
	}
	return ""
}

// row turns a result into columns.
func (c *child) row(v any) map[string]any {
	tags, ok := v.(map[string]cayley.Ref)
	if !ok {
		if m, ok := v.(map[string]any); ok {
			return m
		}
		return map[string]any{"value": v}
	}
	out := make(map[string]any, len(tags))
	for tag, ref := range tags {
		value, err := c.qs.NameOf(ref)
		if err != nil {
			out[tag] = nil
			continue
		}
		out[tag] = cell(value)
	}
	return out
}

// cell returns a value as JSON has it: strings as they are, IRIs as <iri>, numbers as numbers.
func cell(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.Int:
		return int64(v)
	case quad.Float:
		return float64(v)
	case quad.Bool:
		return bool(v)
	}
	return v.String()
}

// failureOf describes an error for the parent.
func failureOf(err error) *failure {
	var list parser.ErrorList
	var compile *goja.CompilerSyntaxError
	var exception *goja.Exception
	switch {
	case errors.As(err, &list) && len(list) > 0:
		return &failure{Kind: "syntax", Text: list[0].Message, Line: list[0].Position.Line, Column: list[0].Position.Column}
	case errors.As(err, &compile):
		f := &failure{Kind: "syntax", Text: compile.Message}
		if compile.File != nil {
			p := compile.File.Position(compile.Offset)
			f.Line, f.Column = p.Line, p.Column
		}
		return f
	case errors.Is(err, context.DeadlineExceeded):
		return &failure{Kind: "time"}
	case errors.As(err, &exception):
		f := &failure{Kind: "failed", Text: exception.Value().String()}
		for _, frame := range exception.Stack() {
			if p := frame.Position(); p.Line > 0 {
				f.Line, f.Column = p.Line, p.Column
				break
			}
		}
		return f
	case isStoreError(err):
		return &failure{Kind: "store", Text: err.Error()}
	}
	return &failure{Kind: "failed", Text: err.Error()}
}

// storeErrors are the errors of opening a database that keep their identity on the way to the parent.
var storeErrors = []error{ErrMissing, ErrForeign, ErrOlder, ErrNewer, ErrLocked, ErrReadOnly, ErrDamaged}

func isStoreError(err error) bool {
	return slices.ContainsFunc(storeErrors, func(e error) bool { return errors.Is(err, e) })
}
