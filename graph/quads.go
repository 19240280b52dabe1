package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	quadjson "github.com/cayleygraph/quad/json"
	"github.com/cayleygraph/quad/nquads"
	"github.com/cayleygraph/quad/pquads"
)

// QuadFormat is a format in which quads go to and come from other programs.
type QuadFormat struct {
	Name   string   `json:"id"`
	Read   bool     `json:"read,omitempty"`
	Write  bool     `json:"write,omitempty"`
	Nodes  bool     `json:"nodes,omitempty"` // single values can be written too
	Ext    []string `json:"ext,omitempty"`
	Mime   []string `json:"mime,omitempty"`
	Binary bool     `json:"binary,omitempty"`
}

// QuadFormats lists the formats, in Cayley's words. The first is the default.
func QuadFormats() []QuadFormat {
	return []QuadFormat{
		{Name: "nquads", Read: true, Write: true, Ext: []string{".nq", ".nt"}, Mime: []string{"application/n-quads", "application/n-triples"}},
		{Name: "pquads", Read: true, Write: true, Ext: []string{".pq"}, Mime: []string{pquads.ContentType, "application/octet-stream"}, Binary: true},
		{Name: "json", Read: true, Write: true, Ext: []string{".json"}, Mime: []string{"application/json"}},
		{Name: "json-stream", Read: true, Write: true, Mime: []string{"application/x-json-stream"}},
	}
}

// maxPquad is the longest quad of Cayley's binary format that is read, in bytes.
const maxPquad = 10 << 20

// quadReader reads one of the formats.
func quadReader(format string, r io.Reader) (quad.ReadCloser, error) {
	switch format {
	case "nquads":
		return nquads.NewReader(r, false), nil
	case "pquads":
		return pquads.NewReader(r, maxPquad), nil
	case "json":
		return quadjson.NewReader(r), nil
	case "json-stream":
		return quadjson.NewStreamReader(r), nil
	}
	return nil, fmt.Errorf("unknown format of quads %q", format)
}

// quadWriter writes one of the formats.
func quadWriter(format string, w io.Writer) (quad.WriteCloser, error) {
	switch format {
	case "nquads":
		return lines{w}, nil
	case "pquads":
		return pquads.NewWriter(w, &pquads.Options{}), nil
	case "json":
		return quadjson.NewWriter(w), nil
	case "json-stream":
		return quadjson.NewStreamWriter(w), nil
	}
	return nil, fmt.Errorf("unknown format of quads %q", format)
}

// lines writes N-Quads as WriteNQuads does.
type lines struct{ io.Writer }

func (l lines) WriteQuad(q quad.Quad) error {
	_, err := io.WriteString(l.Writer, nquad(q))
	return err
}

func (l lines) WriteQuads(quads []quad.Quad) (int, error) {
	for i, q := range quads {
		if err := l.WriteQuad(q); err != nil {
			return i, err
		}
	}
	return len(quads), nil
}

func (l lines) Close() error { return nil }

// Pattern chooses quads: those that have one of the values in each place. Values are written as Gizmo has them: <iri>,
// anything else is a string; an empty list admits all.
type Pattern struct{ Subjects, Predicates, Objects, Labels []string }

// matcher is a pattern made ready.
type matcher [4]map[string]bool

var directions = [4]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}

func (p Pattern) compile() matcher {
	var m matcher
	for i, values := range [][]string{p.Subjects, p.Predicates, p.Objects, p.Labels} {
		for _, v := range values {
			if m[i] == nil {
				m[i] = map[string]bool{}
			}
			m[i][fullValue(quad.StringToValue(v)).String()] = true
		}
	}
	return m
}

func (m matcher) fits(q quad.Quad) bool {
	for i, d := range directions {
		if m[i] != nil && (q.Get(d) == nil || !m[i][q.Get(d).String()]) {
			return false
		}
	}
	return true
}

// fullValue gives the short forms of the standard vocabularies their full IRIs.
func fullValue(v quad.Value) quad.Value {
	if iri, ok := v.(quad.IRI); ok {
		if prefix, rest, ok := strings.Cut(string(iri), ":"); ok && Prefixes()[prefix] != "" {
			return quad.IRI(Prefixes()[prefix] + rest)
		}
	}
	return v
}

// WriteQuads writes the quads of a pattern in one of QuadFormats, article by article in the order of WriteNQuads. It
// holds one article at a time in memory.
func (s *Store) WriteQuads(ctx context.Context, w io.Writer, format string, p Pattern) error {
	out, err := quadWriter(format, w)
	if err != nil {
		return err
	}
	m := p.compile()
	s.mu.RLock()
	defer s.mu.RUnlock()
	err = s.eachLabel(ctx, p.Labels, func(quads []quad.Quad) error {
		slices.SortFunc(quads, func(a, b quad.Quad) int { return strings.Compare(nquad(a), nquad(b)) })
		for _, q := range quads {
			if !m.fits(q) {
				continue
			}
			if err := out.WriteQuad(q); err != nil {
				return err
			}
		}
		return nil
	})
	if err = errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write quads of %s: %w", s.path, explained(err))
	}
	return nil
}

// eachLabel gives fn the quads of each article, or of those that are named only. The store is locked.
func (s *Store) eachLabel(ctx context.Context, labels []string, fn func([]quad.Quad) error) error {
	if len(labels) == 0 {
		return s.eachArticle(ctx, func(_ entry, _ quad.IRI, quads []quad.Quad) error { return fn(quads) })
	}
	for _, l := range slices.Compact(slices.Sorted(slices.Values(labels))) {
		iri, ok := quad.StringToValue(l).(quad.IRI)
		if !ok {
			continue
		}
		quads, err := s.labelQuads(ctx, iri)
		if err != nil {
			return err
		}
		if err := fn(quads); err != nil {
			return err
		}
	}
	return nil
}

// ErrQuads says that quads cannot be written: they cannot be read, or what would be there then is no article with its
// claims.
var ErrQuads = errors.New("these quads do not fit")

// ReadQuads reads quads in one of QuadFormats, to be written with ChangeQuads. Errors wrap ErrQuads.
func ReadQuads(r io.Reader, format string) (Quads, error) {
	in, err := quadReader(format, r)
	if err != nil {
		return Quads{}, fmt.Errorf("%w: %w", ErrQuads, err)
	}
	defer in.Close()
	var out Quads
	for {
		q, err := in.ReadQuad()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return Quads{}, fmt.Errorf("%w: quad %d: %w", ErrQuads, len(out.list)+1, err)
		}
		out.list = append(out.list, canonical(q))
	}
}

// canonical gives a quad the values that the graph has for it: full IRIs, and numbers of their own types.
func canonical(q quad.Quad) quad.Quad {
	for _, d := range directions {
		v := q.Get(d)
		if t, ok := v.(quad.TypedString); ok && t.Type != "" {
			if parsed, err := t.ParseValue(); err == nil && !isTime(parsed) {
				v = parsed
			}
		}
		q.Set(d, fullValue(v))
	}
	return q
}

func isTime(v quad.Value) bool {
	_, ok := v.(quad.Time)
	return ok
}

// ReadQuadList reads quads as the first version of Cayley's HTTP interface has them: a JSON array of objects with
// strings. Errors wrap ErrQuads.
func ReadQuadList(data []byte) (Quads, error) {
	var in []struct{ Subject, Predicate, Object, Label string }
	if err := json.Unmarshal(data, &in); err != nil {
		return Quads{}, fmt.Errorf("%w: %w", ErrQuads, err)
	}
	var out Quads
	for i, x := range in {
		q := quad.Quad{Subject: quad.StringToValue(x.Subject), Predicate: quad.StringToValue(x.Predicate), Object: quad.StringToValue(x.Object),
			Label: quad.StringToValue(x.Label)}
		if !q.IsValid() {
			return Quads{}, fmt.Errorf("%w: invalid quad at index %d: %s", ErrQuads, i, q)
		}
		out.list = append(out.list, canonical(q))
	}
	return out, nil
}

// Quads is a list of quads from elsewhere.
type Quads struct{ list []quad.Quad }

// Len returns the number of quads.
func (q Quads) Len() int { return len(q.list) }

// ChangeQuads adds quads to the graph, or deletes them; those that are there already, or not there, make no difference.
// The graph holds articles with their claims and nothing else, so after the change each article must be whole, or gone:
// quads for which that is not so are refused together, with an error that wraps ErrQuads and names one of them.
func (s *Store) ChangeQuads(ctx context.Context, quads Quads, remove bool) error {
	changed := map[quad.Value][]quad.Quad{}
	var labels []quad.IRI
	for _, q := range quads.list {
		iri, ok := q.Label.(quad.IRI)
		if !ok || articleIRI(articleID(iri)) != iri {
			return fmt.Errorf("%w: the label %v is no article, <%s…>: %s", ErrQuads, q.Label, ArticleScheme, describeQuad(q))
		}
		if changed[iri] == nil {
			labels = append(labels, iri)
		}
		changed[iri] = append(changed[iri], q)
	}
	var add []ArticleClaims
	var gone []string
	for _, label := range labels {
		now, err := s.quadsAfter(ctx, label, changed[label], remove)
		if err != nil {
			return err
		}
		if len(now) == 0 {
			gone = append(gone, articleID(label))
			continue
		}
		ac, err := exactly(label, now)
		if err != nil {
			return fmt.Errorf("%w: article %s would not be whole: %w", ErrQuads, articleID(label), err)
		}
		add = append(add, ac)
	}
	for _, id := range gone {
		if _, err := s.Retract(ctx, id); err != nil && !errors.Is(err, ErrNoArticle) {
			return err
		}
	}
	_, err := s.Add(ctx, add)
	return err
}

// quadsAfter returns what an article has after a change.
func (s *Store) quadsAfter(ctx context.Context, label quad.IRI, change []quad.Quad, remove bool) ([]quad.Quad, error) {
	s.mu.RLock()
	old, err := s.labelQuads(ctx, label)
	s.mu.RUnlock()
	if err != nil {
		return nil, fmt.Errorf("read %v: %w", label, explained(err))
	}
	in := make(map[quad.Quad]bool, len(change))
	for _, q := range change {
		in[q] = true
	}
	now := slices.DeleteFunc(old, func(q quad.Quad) bool { return in[q] })
	if remove {
		return now, nil
	}
	for _, q := range change {
		if in[q] {
			now = append(now, q)
			delete(in, q)
		}
	}
	return now, nil
}
