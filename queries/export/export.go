// Package export writes a graph for other programs.
//
//	Graph ──Choose──▶ Network ──▶ GraphML (six dialects) · GEXF with a time axis · DOT · SVG
//	                     │
//	                     └──────▶ TriG, Turtle, JSON-LD (SEM, PROV-O) · FollowTheMoney · claims for tables and event rows
//
// Writers write as they go: what is held in memory is counts by actor, and for merged edges one record an edge. The same
// graph and choice give the same bytes. What each program makes of a file is told in package doctor.
package export

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// out is a buffered writer; its errors are kept until the end.
type out struct{ *bufio.Writer }

func newOut(w io.Writer) out { return out{bufio.NewWriterSize(w, 1<<16)} }

func (o out) printf(format string, args ...any) { fmt.Fprintf(o.Writer, format, args...) }

// number writes a number without an exponent, in as few digits as say it to two decimals.
func number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// legal strips what XML 1.0 does not allow: most control characters, surrogates, U+FFFE and U+FFFF.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r < 0xFFFE && r != 0x7F || r > 0xFFFF:
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
}

// The replacers of what has a meaning in XML: in text, as little as possible, because a reader of Cytoscape's cut long
// texts at entities; in attributes line ends and tabs too, which would be lost.
var (
	textMarks      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attributeMarks = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;")
)

// xmlText returns s as the text of an element.
func xmlText(s string) string { return textMarks.Replace(legal(s)) }

// attribute returns s as the value of an attribute.
func attribute(s string) string { return attributeMarks.Replace(legal(s)) }

// oneLine joins lines and runs of blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
