package graph

import (
	"context"
	"errors"
	"io"
	"time"
)

// Query is a Gizmo query and its limits.
type Query struct {
	Text     string        `json:"text"`
	Name     string        `json:"name,omitempty"`    // file or library name, for error messages
	DB       string        `json:"db"`                // file of the database
	Limit    int           `json:"limit,omitempty"`   // most results; 0: 10,000
	Timeout  time.Duration `json:"timeout,omitempty"` // longest time; 0: 30 s
	MaxBytes int64         `json:"memory,omitempty"`  // most memory of the child's heap; 0: 1 GiB
}

// Result is the answer of a Gizmo query: a table. A query whose results have no tags has the one column "id".
type Result struct {
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`              // string, float64, int64, bool, nil, or what g.emit was given
	Limited bool     `json:"limited,omitempty"` // there were more results than the limit
}

// What can stop a Gizmo query. Each error says what to do.
var (
	ErrQuerySyntax = errors.New("syntax error")
	ErrQueryFailed = errors.New("the query failed")
	ErrQueryTime   = errors.New("the query took too long and was stopped")
	ErrQueryMemory = errors.New("the query needed too much memory and was stopped")
	ErrQueryCrash  = errors.New("the query crashed Cayley's Gizmo")
)

// RunGizmo runs a query in a child process, exe with args, which calls ServeGizmo. Whatever the query does, this
// process goes on.
func RunGizmo(ctx context.Context, exe string, args []string, q Query) (Result, error) {
	return Result{}, errors.ErrUnsupported
}

// ServeGizmo is the child's side: it reads one Query as JSON from in, runs it and writes JSON Lines to out. It opens
// the database for reading, which works while its parent has it open for reading too.
func ServeGizmo(ctx context.Context, in io.Reader, out io.Writer) error {
	return errors.ErrUnsupported
}
