package doctor

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding/ianaindex"
)

// scanner reads XML and remembers what it found where.
type scanner struct {
	*xml.Decoder
	clean  *cleaner
	places map[string]*place

	nodes, edges int
	nodeIDs      map[uint64]bool
	edgeIDs      map[uint64]bool
	pairs        map[uint64]bool // source, target and kind of the edges
	loose        map[uint64]end  // ends of edges that are no nodes so far
}

// end is the first edge that ends in an unknown node.
type end struct {
	line int
	id   string
}

func newScanner(r io.Reader) *scanner {
	s := &scanner{places: map[string]*place{}, nodeIDs: map[uint64]bool{}, edgeIDs: map[uint64]bool{}, pairs: map[uint64]bool{}, loose: map[uint64]end{}}
	s.clean = &cleaner{r: bufio.NewReaderSize(r, 1<<16), line: 1, found: s.foundAt}
	s.Decoder = xml.NewDecoder(s.clean)
	s.CharsetReader = charset
	s.Entity = xml.HTMLEntity
	return s
}

// charset reads the encodings that XML declarations name.
func charset(name string, r io.Reader) (io.Reader, error) {
	e, err := ianaindex.IANA.Encoding(name)
	if err != nil || e == nil {
		return nil, fmt.Errorf("the encoding %s is not known", name)
	}
	return e.NewDecoder().Reader(r), nil
}

// root returns the first element.
func (s *scanner) root() (xml.StartElement, error) {
	for {
		t, err := s.Token()
		if errors.Is(err, io.EOF) {
			return xml.StartElement{}, fmt.Errorf("%w: there is no element in it", ErrForeign)
		}
		if err != nil {
			return xml.StartElement{}, fmt.Errorf("%w: %w", ErrForeign, err)
		}
		if e, ok := t.(xml.StartElement); ok {
			return e, nil
		}
	}
}

// found remembers a construct at the place that is being read.
func (s *scanner) found(name, example string) {
	line, _ := s.InputPos()
	s.foundAt(name, line, example)
}

func (s *scanner) foundAt(name string, line int, example string) {
	p := s.places[name]
	if p == nil {
		p = &place{example: shorten(example)}
		s.places[name] = p
	}
	p.count++
	if len(p.lines) < maxLines && !slices.Contains(p.lines, line) {
		p.lines = append(p.lines, line)
		slices.Sort(p.lines)
	}
}

// shorten cuts a text to what fits into a line.
func shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return text
}

// node remembers a node.
func (s *scanner) node(id string) {
	s.nodes++
	h := hash(id)
	if s.nodeIDs[h] {
		s.found(duplicateNode, id)
	}
	s.nodeIDs[h] = true
	if e, ok := s.loose[h]; ok {
		s.foundAt(edgeBeforeNode, e.line, e.id)
		delete(s.loose, h)
	}
}

// edge remembers an edge; kind is what Gephi tells parallel edges apart by.
func (s *scanner) edge(id, source, target, kind string, undirected bool) {
	s.edges++
	if id != "" {
		if s.edgeIDs[hash(id)] {
			s.found(duplicateEdge, id)
		}
		s.edgeIDs[hash(id)] = true
	}
	line, _ := s.InputPos()
	for _, at := range []string{source, target} {
		if at == "" {
			s.found(emptyEnd, id)
			continue
		}
		if h := hash(at); !s.nodeIDs[h] {
			if _, ok := s.loose[h]; !ok {
				s.loose[h] = end{line, at}
			}
		}
	}
	if undirected && source > target {
		source, target = target, source
	}
	h := hash(source + "\x00" + target + "\x00" + kind)
	if s.pairs[h] {
		s.found(parallel, source+" → "+target)
	}
	s.pairs[h] = true
}

// finish reports the ends of edges that were never declared.
func (s *scanner) finish() {
	left := make([]end, 0, len(s.loose))
	for _, e := range s.loose {
		left = append(left, e)
	}
	slices.SortFunc(left, func(a, b end) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return strings.Compare(a.id, b.id)
	})
	for _, e := range left {
		s.foundAt(missingNode, e.line, e.id)
	}
}

// text returns the text within the element that has begun, and whether elements stand in it too.
func (s *scanner) text() (text string, elements bool, err error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := s.Token()
		if err != nil {
			return "", false, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			elements = true
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	return b.String(), elements, nil
}

// attr returns the value of an attribute without a name space.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// has reports whether there is such an attribute, in whatever name space.
func has(e xml.StartElement, name string) bool {
	return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
}

// hash is the FNV-1a hash of s (Fowler, Noll and Vo, 1991).
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// cleaner takes out of the bytes what no XML file may hold, and reports it, so that the rest can still be read.
type cleaner struct {
	r     *bufio.Reader
	line  int
	found func(name string, line int, example string)
}

func (c *cleaner) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	for i, x := range b[:n] {
		switch {
		case x == '\n':
			c.line++
		case x < ' ' && x != '\t' && x != '\r':
			c.found(controlCharacter, c.line, fmt.Sprintf("U+%04X", x))
			b[i] = ' '
		}
	}
	if at := bytes.Index(b[:n], []byte("\xEF\xBB\xBF")); at == 0 && c.line == 1 { // a byte order mark
		copy(b, "   ")
	}
	return n, err
}
