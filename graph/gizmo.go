package graph

import (
	"errors"
	"time"
)

// Query is a Gizmo query and its limits.
type Query struct {
	Text     string        `json:"text"`              // JavaScript: Gizmo
	DB       string        `json:"db"`                // file of the database
	Prelude  string        `json:"prelude,omitempty"` // JavaScript that runs before: functions for the query to use
	Limit    int           `json:"limit,omitempty"`   // most results; 0: 10,000
	Timeout  time.Duration `json:"timeout,omitempty"` // longest time, opening included; 0: 30 s
	MaxBytes int64         `json:"memory,omitempty"`  // most memory of the child's heap, in bytes; 0: 1 GiB
}

// withDefaults returns q with its limits filled in.
func (q Query) withDefaults() Query {
	if q.Limit <= 0 {
		q.Limit = 10_000
	}
	if q.Timeout <= 0 {
		q.Timeout = 30 * time.Second
	}
	if q.MaxBytes <= 0 {
		q.MaxBytes = 1 << 30
	}
	return q
}

// Result is the answer of a Gizmo query: a table with a column for each tag, "id" first, the others by name. A cell is
// a string, int64, float64, bool, nil, or whatever g.emit was given, as encoding/json decodes it. What g.emit gets and
// is no object stands in the column "value".
type Result struct {
	Columns []string `json:"columns"`           // names of the tags
	Rows    [][]any  `json:"rows"`              // a cell for each column; in the order in which Gizmo finds them
	Limited bool     `json:"limited,omitempty"` // there were more results than Query.Limit
	Hint    string   `json:"hint,omitempty"`    // what was probably meant, if a query asks for nothing
}

// What can stop a Gizmo query. The text of an error of RunGizmo says the rest: where the syntax error is, which limit
// was reached.
var (
	ErrQuerySyntax = errors.New("syntax error in the query")
	ErrQueryFailed = errors.New("the query failed")
	ErrQueryTime   = errors.New("the query was stopped")
	ErrQueryMemory = errors.New("the query was stopped")
	ErrQueryCrash  = errors.New("the query crashed Cayley's Gizmo")
)

// QueryError is the error of a query that did not run to its end.
type QueryError struct {
	Kind   error  // one of ErrQuerySyntax, ErrQueryFailed, ErrQueryTime, ErrQueryMemory, ErrQueryCrash
	Text   string // what happened
	Line   int    // of a syntax error or exception, from 1; 0: unknown
	Column int    // in characters, from 1
}

// Error says what kind of error it is and what happened.
func (e *QueryError) Error() string { return e.Kind.Error() + ": " + e.Text }

// Unwrap returns the kind.
func (e *QueryError) Unwrap() error { return e.Kind }

// queryKinds names the kinds of errors between child and parent.
var queryKinds = map[string]error{"syntax": ErrQuerySyntax, "failed": ErrQueryFailed, "time": ErrQueryTime, "memory": ErrQueryMemory}

// message is one line from the child to its parent: a row, or the end.
type message struct {
	Row   map[string]any `json:"row,omitempty"`
	End   bool           `json:"end,omitempty"`
	More  bool           `json:"more,omitempty"` // at the end: there were more results than the limit
	Hint  string         `json:"hint,omitempty"`
	Error *failure       `json:"error,omitempty"`
}

// failure is a QueryError, or an error of the store, on its way to the parent.
type failure struct {
	Kind   string `json:"kind"` // a key of queryKinds, or "store" for an error of the store
	Text   string `json:"text"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}
