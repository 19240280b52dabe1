package queries

import (
	"io"
	"strings"
)

// textTable is a table of text whose columns are as wide as their cells need, and narrower where the screen ends.
type textTable struct {
	style  Style
	head   []string
	right  int   // so many columns, from the left, hold numbers
	shrink []int // columns that may lose width, the first one first
	rows   [][]string
}

// add adds a row.
func (t *textTable) add(cells ...string) {
	for i, c := range cells {
		cells[i] = oneLine(c)
	}
	t.rows = append(t.rows, cells)
}

// writeTo prints the table; nothing if it has no rows.
func (t *textTable) writeTo(w io.Writer) error {
	if len(t.rows) == 0 {
		return nil
	}
	widths := t.widths()
	var b strings.Builder
	b.WriteString(t.style.Faint(t.line(t.head, widths)))
	b.WriteByte('\n')
	for _, row := range t.rows {
		b.WriteString(t.line(row, widths))
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// minColumn is the least width that a column is shrunk to.
const minColumn = 12

// widths returns the widths of the columns.
func (t *textTable) widths() []int {
	widths := make([]int, len(t.head))
	total := -2
	for i := range widths {
		widths[i] = displayWidth(t.head[i])
		for _, row := range t.rows {
			widths[i] = max(widths[i], displayWidth(row[i]))
		}
		total += widths[i] + 2
	}
	for _, i := range t.shrink {
		if over := total - t.style.columns(); over > 0 {
			narrower := max(min(widths[i], minColumn), widths[i]-over)
			total -= widths[i] - narrower
			widths[i] = narrower
		}
	}
	return widths
}

// line lays out one row.
func (t *textTable) line(cells []string, widths []int) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteString("  ")
		}
		c = cut(c, widths[i])
		gap := strings.Repeat(" ", widths[i]-displayWidth(c))
		if i < t.right {
			c, gap = gap+c, ""
		}
		b.WriteString(c + gap)
	}
	return strings.TrimRight(b.String(), " ")
}

// cut shortens a text to so many columns, with an ellipsis at its end.
func cut(s string, columns int) string {
	if displayWidth(s) <= columns {
		return s
	}
	used, end := 1, 0
	for i, r := range s {
		n := displayWidth(string(r))
		if used+n > columns {
			break
		}
		used += n
		end = i + len(string(r))
	}
	return strings.TrimRight(s[:end], " ") + "…"
}
