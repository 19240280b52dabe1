package doctor

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteJSON writes the report as one JSON object.
func (r Report) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// WriteText writes the report as a table: a program, what it does, with what, and where.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, nodes: %d, edges: %d\n", r.Format, r.Nodes, r.Edges)
	wide := 0
	for _, f := range r.Findings {
		wide = max(wide, len([]rune(f.construct())))
	}
	wide = min(wide, 52)
	for _, p := range Programs {
		n := 0
		for _, f := range r.Findings {
			if f.Program != p {
				continue
			}
			name := ""
			if n == 0 {
				name = string(p)
			}
			n++
			fmt.Fprintf(&b, "%-11s %-8s %s  %s (%s)\n", name, f.Effect, padded(f.construct(), wide), f.What, f.where())
		}
		if n == 0 {
			fmt.Fprintf(&b, "%-11s reads everything\n", p)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// construct returns the construct with its example.
func (f Finding) construct() string {
	if f.Example == "" {
		return f.Construct
	}
	return f.Construct + ": " + f.Example
}

func padded(s string, wide int) string {
	return s + strings.Repeat(" ", max(0, wide-len([]rune(s))))
}

// where returns the lines of a finding: "line 3", "lines 3, 4, …; 17 places".
func (f Finding) where() string {
	lines := make([]string, len(f.Lines))
	for i, n := range f.Lines {
		lines[i] = fmt.Sprint(n)
	}
	text := "line " + strings.Join(lines, ", ")
	if len(lines) > 1 {
		text = "lines " + strings.Join(lines, ", ")
	}
	if f.Count > len(lines) {
		text += fmt.Sprintf("; %d places", f.Count)
	}
	return text
}
