package figures

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Table is a set of figures.
type Table []Figure

// WriteJSON writes the figures as one JSON value.
func (t Table) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(t) }

// Write writes a line for each stage and name, with a column for each treebank.
func (t Table) Write(w io.Writer) error {
	var columns []string
	for _, f := range t {
		if !slices.Contains(columns, f.Data) {
			columns = append(columns, f.Data)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-35s", "")
	for _, c := range columns {
		fmt.Fprintf(&b, "%16s", c)
	}
	b.WriteByte('\n')
	for _, line := range t.lines() {
		fmt.Fprintf(&b, "%-10s%-25s", line[0].Stage, line[0].Name)
		for _, c := range columns {
			fmt.Fprintf(&b, "%16s", cell(line, c))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lines gathers the figures of one stage and name, in the order in which they first come.
func (t Table) lines() [][]Figure {
	at := map[[2]string]int{}
	var out [][]Figure
	for _, f := range t {
		k := [2]string{f.Stage, f.Name}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// cell returns what the table shows for a treebank.
func cell(line []Figure, data string) string {
	for _, f := range line {
		switch {
		case f.Data != data:
		case f.Stage == speed:
			return fmt.Sprintf("%.0f", f.Value)
		default:
			return fmt.Sprintf("%.2f", f.Value)
		}
	}
	return "–"
}
