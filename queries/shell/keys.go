package shell

import (
	"io"
	"strings"
	"sync/atomic"
)

// Keys reads what is typed and turns an interrupt (Ctrl-C) into an empty line that can be told from others: to a
// terminal of package term it would be the end of the input.
type Keys struct {
	In      io.Reader
	pressed atomic.Bool
	rest    []byte
}

const ctrlC = 3

// emptied is what a terminal reads for Ctrl-C: to the end of the line, delete to its beginning, enter.
var emptied = []byte{5, 21, '\r'}

// Read reads keys.
func (k *Keys) Read(p []byte) (int, error) {
	if len(k.rest) == 0 {
		var buf [256]byte
		n, err := k.In.Read(buf[:])
		for _, c := range buf[:n] {
			if c == ctrlC {
				k.pressed.Store(true)
				k.rest = append(k.rest, emptied...)
				continue
			}
			k.rest = append(k.rest, c)
		}
		if n == 0 {
			return 0, err
		}
	}
	n := copy(p, k.rest)
	k.rest = k.rest[n:]
	return n, nil
}

// interrupted reports whether Ctrl-C was pressed since it was last asked.
func (k *Keys) interrupted() bool { return k != nil && k.pressed.Swap(false) }

// history is the queries that were asked, newest first. The terminal adds each line; kept are whole queries instead,
// those of several lines on one.
type history struct{ entries []string }

// maxHistory is how many queries are remembered.
const maxHistory = 500

// Add does nothing: see keep.
func (h *history) Add(string) {}

// Len returns the number of entries.
func (h *history) Len() int { return len(h.entries) }

// At returns an entry; 0 is the newest.
func (h *history) At(i int) string { return h.entries[len(h.entries)-1-i] }

// keep remembers a query.
func (h *history) keep(text string) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if !strings.Contains(text, "//") { // a comment ends with its line
		lines = []string{strings.Join(lines, " ")}
	}
	for _, l := range lines {
		if n := len(h.entries); n == 0 || h.entries[n-1] != l {
			h.entries = append(h.entries, l)
		}
	}
	if n := len(h.entries); n > maxHistory {
		h.entries = h.entries[n-maxHistory:]
	}
}
