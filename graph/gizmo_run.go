package graph

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// RunGizmo runs a query in a child process: exe with args, which must call ServeGizmo on its standard input and
// output. A query can crash Gizmo, run for ever or fill the memory; then the child ends, and this process goes on. The
// store may be open for reading meanwhile, here and elsewhere, but not for writing.
//
// Errors of the query are *QueryError; the others are those of Open. A result that is too long is cut and marked, and
// no error.
func RunGizmo(ctx context.Context, exe string, args []string, q Query) (Result, error) {
	q = q.withDefaults()
	request, err := json.Marshal(q)
	if err != nil {
		return Result{}, fmt.Errorf("run query: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, q.Timeout+time.Second) // the child has stopped by itself before
	defer cancel()
	cmd := exec.CommandContext(ctx, exe, args...)
	cmd.Stdin = bytes.NewReader(request)
	cmd.Env = append(os.Environ(), "GOTRACEBACK=none")
	cmd.WaitDelay = time.Second
	complaint := &head{max: 1 << 16}
	cmd.Stderr = complaint
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return Result{}, fmt.Errorf("run query: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return Result{}, fmt.Errorf("run query: %w", err)
	}
	t := table{index: map[string]bool{}, left: q.MaxBytes}
	end, readErr := t.read(stdout)
	if readErr != nil {
		cancel()
	}
	waitErr := cmd.Wait()
	if end == nil || readErr != nil {
		return Result{}, died(ctx, q, readErr, waitErr, cmd.ProcessState.ExitCode(), complaint.String())
	}
	if end.Error != nil {
		return Result{}, end.Error.asError(q)
	}
	return t.result(end), nil
}

// table gathers rows.
type table struct {
	rows  []map[string]any
	index map[string]bool
	left  int64 // bytes that the rows may still take
}

// errTooLong is the error of a child that writes more than a query may need memory.
var errTooLong = errors.New("the result is too large")

// read reads messages until the end of the query, or until the child falls silent: then there is no end.
func (t *table) read(r io.Reader) (end *message, err error) {
	limited := &io.LimitedReader{R: bufio.NewReaderSize(r, 1<<16), N: t.left}
	dec := json.NewDecoder(limited)
	dec.UseNumber()
	for {
		var m message
		if err := dec.Decode(&m); err != nil {
			if limited.N <= 0 {
				return nil, errTooLong
			}
			return nil, nil
		}
		if m.End || m.Error != nil {
			return &m, nil
		}
		t.rows = append(t.rows, m.Row)
		for k := range m.Row {
			t.index[k] = true
		}
	}
}

func (t *table) result(end *message) Result {
	out := Result{Columns: []string{}, Rows: make([][]any, len(t.rows)), Limited: end.More, Hint: end.Hint}
	for c := range t.index {
		out.Columns = append(out.Columns, c)
	}
	slices.SortFunc(out.Columns, func(a, b string) int {
		if (a == "id") != (b == "id") {
			if a == "id" {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for i, row := range t.rows {
		out.Rows[i] = make([]any, len(out.Columns))
		for j, c := range out.Columns {
			out.Rows[i][j] = native(row[c])
		}
	}
	return out
}

// native turns numbers of JSON into those of Go, whole ones into int64.
func native(v any) any {
	n, ok := v.(json.Number)
	if !ok {
		return v
	}
	if i, err := n.Int64(); err == nil {
		return i
	}
	f, _ := n.Float64()
	return f
}

// asError turns what the child reported into an error.
func (f *failure) asError(q Query) error {
	kind, ok := queryKinds[f.Kind]
	if !ok {
		return storeFailure(f.Text)
	}
	e := &QueryError{Kind: kind, Text: f.Text, Line: f.Line, Column: f.Column}
	if f.Kind == "time" {
		e.Text = timeText(q)
	}
	if f.Line > 0 {
		e.Text = fmt.Sprintf("line %d, column %d: %s", f.Line, f.Column, f.Text)
	}
	return e
}

// storeFailure gives an error of the child's store its identity back.
func storeFailure(text string) error {
	for _, e := range storeErrors {
		if strings.Contains(text, e.Error()) {
			return &remote{text: text, what: e}
		}
	}
	return errors.New(text)
}

// remote is an error that came over from the child.
type remote struct {
	text string
	what error
}

func (r *remote) Error() string { return r.text }
func (r *remote) Unwrap() error { return r.what }

func timeText(q Query) string {
	return fmt.Sprintf("it took longer than %v; narrow it, or give it more time", q.Timeout)
}

// died explains why a child ended without an end of its answer.
func died(ctx context.Context, q Query, readErr, waitErr error, exit int, complaint string) error {
	switch {
	case readErr != nil:
		return &QueryError{Kind: ErrQueryMemory, Text: fmt.Sprintf("its results take more than %d MiB; narrow it, or allow it more memory", q.MaxBytes>>20)}
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &QueryError{Kind: ErrQueryTime, Text: timeText(q)}
	case ctx.Err() != nil:
		return fmt.Errorf("run query: %w", ctx.Err())
	case exit == memoryExit || strings.Contains(complaint, "out of memory") || strings.Contains(complaint, "cannot allocate memory"):
		return &QueryError{Kind: ErrQueryMemory, Text: fmt.Sprintf("it needed more than %d MiB of memory; narrow it, or allow it more", q.MaxBytes>>20)}
	case strings.Contains(complaint, "stack overflow") || strings.Contains(complaint, "stack exceeds"):
		return &QueryError{Kind: ErrQueryCrash, Text: "a value contains itself, or a function calls itself without end"}
	}
	for line := range strings.Lines(complaint) {
		for _, prefix := range []string{"panic: ", "fatal error: "} {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(line), prefix); ok {
				rest, _, _ = strings.Cut(rest, " [recovered")
				return &QueryError{Kind: ErrQueryCrash, Text: rest + "; look at the arguments of its steps"}
			}
		}
	}
	return fmt.Errorf("run query: the child process ended early: %w %s", errors.Join(waitErr), strings.TrimSpace(complaint))
}

// head keeps the first bytes of what is written to it.
type head struct {
	bytes.Buffer
	max int
}

func (h *head) Write(p []byte) (int, error) {
	if room := h.max - h.Len(); room > 0 {
		h.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
