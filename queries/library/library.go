// Package library holds queries in Gizmo that people ask again and again, each a file of JavaScript with comments, and
// the functions that all queries may use.
//
//	NAME.gizmo ──Find──▶ Query ──Ask──▶ graph.Query ──graph.RunGizmo──▶ graph.Result ──Arrange──▶ the same, in the query's columns
//	helpers.js ──Prelude──────────────────▲
//
// The first line of a query is its description; the comments below say what arguments it takes, and the last of them its
// columns.
package library

import (
	"embed"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"quadwire/graph"
)

//go:embed *.gizmo helpers.js
var files embed.FS

const (
	extension    = ".gizmo"
	columnsMark  = "Columns: "
	helpersFile  = "helpers.js"
	argumentsVar = "args"
)

// Query is a query of the library.
type Query struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Notes       []string `json:"notes,omitempty"` // what arguments it takes, among others
	Columns     []string `json:"columns"`         // of its results, in the order in which people read them
	Text        string   `json:"text"`
}

// List returns the queries by name.
func List() []Query {
	names, err := fs.Glob(files, "*"+extension)
	if err != nil { // the pattern is constant
		return nil
	}
	slices.Sort(names)
	var out []Query
	for _, n := range names {
		text, err := files.ReadFile(n)
		if err != nil { // what Glob finds in an embedded file system is there
			continue
		}
		out = append(out, parse(strings.TrimSuffix(n, extension), string(text)))
	}
	return out
}

// parse reads what the comments at the head of a query say.
func parse(name, text string) Query {
	q := Query{Name: name, Text: text}
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "// ")
		if !ok {
			break
		}
		columns, isColumns := strings.CutPrefix(comment, columnsMark)
		switch {
		case q.Description == "":
			q.Description = comment
		case isColumns:
			q.Columns = strings.Fields(columns)
		default:
			q.Notes = append(q.Notes, comment)
		}
	}
	return q
}

// Find returns the query of a name.
func Find(name string) (Query, bool) {
	for _, q := range List() {
		if q.Name == name {
			return q, true
		}
	}
	return Query{}, false
}

// Helpers returns the functions that every query may use, as the JavaScript that they are.
func Helpers() string {
	text, err := files.ReadFile(helpersFile)
	if err != nil { // it is embedded
		return ""
	}
	return string(text)
}

// Prelude returns what runs before a query: its arguments and the helpers.
func Prelude(args []string) string {
	if len(args) == 0 {
		return Helpers()
	}
	list, err := json.Marshal(args)
	if err != nil { // strings can always be written
		return Helpers()
	}
	// JSON is JavaScript; the line separators that once made a difference are escaped by Marshal.
	return argumentsVar + " = " + string(list) + ";\n" + Helpers()
}

// Arrange puts the columns of a result into the order that the query names; others follow.
func (q Query) Arrange(r graph.Result) graph.Result {
	columns := slices.Clone(q.Columns)
	for _, c := range r.Columns {
		if !slices.Contains(columns, c) {
			columns = append(columns, c)
		}
	}
	out := graph.Result{Columns: columns, Rows: make([][]any, len(r.Rows)), Limited: r.Limited, Hint: r.Hint}
	for i, row := range r.Rows {
		out.Rows[i] = make([]any, len(columns))
		for j, c := range columns {
			if at := slices.Index(r.Columns, c); at >= 0 {
				out.Rows[i][j] = row[at]
			}
		}
	}
	return out
}
