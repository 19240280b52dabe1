package graph

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// WriteNQuads writes the whole graph as N-Quads (W3C, RDF 1.1 N-Quads), one article after the other in the order of
// their ids and the quads of each sorted, so that the same graph gives the same bytes however it was built. It holds
// one article at a time in memory.
func (s *Store) WriteNQuads(ctx context.Context, w io.Writer) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.writeNQuads(ctx, w); err != nil {
		return fmt.Errorf("write N-Quads of %s: %w", s.path, explained(err))
	}
	return nil
}

func (s *Store) writeNQuads(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := s.eachArticle(ctx, func(_ entry, _ quad.IRI, quads []quad.Quad) error {
		lines := make([]string, len(quads))
		for i, q := range quads {
			lines[i] = nquad(q)
		}
		slices.Sort(lines)
		for _, line := range lines {
			if _, err := out.WriteString(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// nquad returns one line of N-Quads. Cayley's own writer gives numbers types like <xsd:integer>, which only Cayley
// understands.
func nquad(q quad.Quad) string {
	var b strings.Builder
	for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v != nil {
			term(&b, v)
			b.WriteByte(' ')
		}
	}
	b.WriteString(".\n")
	return b.String()
}

func term(b *strings.Builder, v quad.Value) {
	switch v := v.(type) {
	case quad.String:
		literal(b, string(v), "")
	case quad.TypedString:
		literal(b, string(v.Value), v.Type)
	case quad.Int:
		literal(b, strconv.FormatInt(int64(v), 10), XSDInteger)
	case quad.Float:
		literal(b, strconv.FormatFloat(float64(v), 'E', -1, 64), XSDDouble)
	case quad.Bool:
		literal(b, strconv.FormatBool(bool(v)), XSDBoolean)
	default:
		b.WriteString(v.String())
	}
}

// literal writes a quoted string. Line ends of every sort and control characters are escaped: no program cuts the
// line there.
func literal(b *strings.Builder, s string, datatype quad.IRI) {
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	if datatype != "" {
		b.WriteString("^^" + datatype.String())
	}
}
