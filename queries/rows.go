package queries

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"quadwire/graph"
)

// WriteRows prints the results of a Gizmo query as a table.
func WriteRows(w io.Writer, r graph.Result, s Style) error {
	t := textTable{style: s, head: r.Columns}
	for i := len(r.Columns) - 1; i >= 0; i-- {
		t.shrink = append(t.shrink, i)
	}
	for _, row := range r.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		t.add(cells...)
	}
	if len(r.Rows) == 0 {
		_, err := fmt.Fprintln(w, "no results")
		return err
	}
	return t.writeTo(w)
}

// cell returns a value as text.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case map[string]any, []any:
		text, err := json.Marshal(v)
		if err != nil {
			return fmt.Sprint(v)
		}
		return string(text)
	}
	return fmt.Sprint(v)
}

// WriteRowsJSON writes the results as an array of objects; values that a row lacks are left out.
func WriteRowsJSON(w io.Writer, r graph.Result) error {
	rows := make([]map[string]any, len(r.Rows))
	for i, row := range r.Rows {
		rows[i] = map[string]any{}
		for j, v := range row {
			if v != nil {
				rows[i][r.Columns[j]] = v
			}
		}
	}
	return writeJSON(w, rows)
}

// WriteRowsCSV writes the results as comma-separated values with a line of headings.
func WriteRowsCSV(w io.Writer, r graph.Result) error {
	t := csv.NewWriter(w)
	_ = t.Write(r.Columns) // errors are kept until Flush
	for _, row := range r.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		_ = t.Write(cells)
	}
	t.Flush()
	return t.Error()
}
