package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"sort"
)

// lineReader remembers where the lines of a JSON text begin and the bytes of the record that is being read, so that a
// fault can be told by its line.
type lineReader struct {
	io.Reader
	feeds  []int64 // offsets of the line feeds
	at     int64   // bytes read
	last   int64   // offset behind the last byte that is no white space
	start  int64   // where the present record began
	recent []byte  // the bytes read last, from before the record's beginning on
	limit  int64   // most bytes of a record
}

// Read implements io.Reader.
func (l *lineReader) Read(p []byte) (int, error) {
	if l.at-l.start > l.limit {
		return 0, errRecordSize
	}
	n, err := l.Reader.Read(p)
	for i, c := range p[:n] {
		switch c {
		case '\n':
			l.feeds = append(l.feeds, l.at+int64(i))
		case ' ', '\t', '\r':
		default:
			l.last = l.at + int64(i) + 1
		}
	}
	l.recent = append(l.recent, p[:n]...)
	l.at += int64(n)
	return n, err
}

// begin says that a record begins at offset or behind it: what lies before it is not needed any more.
func (l *lineReader) begin(offset int64) {
	l.start = offset
	if len(l.recent) > 1<<20 {
		l.recent = append(l.recent[:0], l.from(offset)...)
	}
}

// from returns the bytes read from offset on.
func (l *lineReader) from(offset int64) []byte {
	return l.recent[max(0, int64(len(l.recent))-(l.at-offset)):]
}

// faultAfter returns the offset of the first byte that is not right in JSON, given that all is well up to offset. (The
// decoder's own errors leave out of the count what was read as tokens.)
func (l *lineReader) faultAfter(offset int64) int64 {
	text := l.from(offset)
	value := bytes.TrimLeft(text, " \t\r\n,:")
	var skipped json.RawMessage
	var syntax *json.SyntaxError
	if err := json.Unmarshal(value, &skipped); errors.As(err, &syntax) {
		return offset + int64(len(text)-len(value)) + syntax.Offset - 1
	}
	return offset
}

// lineAt returns the number of the line, from 1, that the byte at offset lies in.
func (l *lineReader) lineAt(offset int64) int {
	return 1 + sort.Search(len(l.feeds), func(i int) bool { return l.feeds[i] >= offset })
}
