package graph

import (
	"context"
	"regexp"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// sessionStore is the quad store as a Gizmo session sees it: <rdf:type> is the full IRI, both ways, and dates are
// strings, so that .filter(gte("2023-11-01")) works and results read well.
type sessionStore struct {
	cayley.QuadStore
	prefixes map[string]string
}

var datePattern = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

// ValueOf finds the node that a query names.
func (s sessionStore) ValueOf(v quad.Value) (cayley.Ref, error) {
	switch x := v.(type) {
	case quad.IRI:
		if prefix, rest, ok := strings.Cut(string(x), ":"); ok && s.prefixes[prefix] != "" {
			v = quad.IRI(s.prefixes[prefix] + rest)
		}
	case quad.String:
		if datePattern.MatchString(string(x)) {
			if ref, err := s.QuadStore.ValueOf(dateValue(string(x))); err != nil || ref != nil {
				return ref, err
			}
		}
	}
	return s.QuadStore.ValueOf(v)
}

// NameOf gives the value of a node to a query.
func (s sessionStore) NameOf(r cayley.Ref) (quad.Value, error) {
	v, err := s.QuadStore.NameOf(r)
	switch x := v.(type) {
	case quad.IRI:
		return quad.IRI(s.short(string(x))), err
	case quad.TypedString:
		if x.Type == XSDDate || x.Type == XSDYearMonth || x.Type == XSDYear {
			return x.Value, err
		}
	}
	return v, err
}

func (s sessionStore) short(iri string) string {
	if !strings.HasPrefix(iri, "http") {
		return iri
	}
	for prefix, ns := range s.prefixes { // no name space is the beginning of another
		if rest, ok := strings.CutPrefix(iri, ns); ok {
			return prefix + ":" + rest
		}
	}
	return iri
}

// RefsOf finds the nodes that a query names; like Cayley's, it gives 0 for what is not there.
func (s sessionStore) RefsOf(_ context.Context, values []quad.Value) ([]cayley.Ref, error) {
	out := make([]cayley.Ref, len(values))
	for i, v := range values {
		ref, err := s.ValueOf(v)
		if err != nil {
			return nil, err
		}
		if ref == nil {
			ref = cayleykv.Int64Value(0)
		}
		out[i] = ref
	}
	return out, nil
}

// ValuesOf gives the values of nodes to a query.
func (s sessionStore) ValuesOf(_ context.Context, nodes []cayley.Ref) ([]quad.Value, error) {
	out := make([]quad.Value, len(nodes))
	for i, r := range nodes {
		if r == nil {
			continue
		}
		v, err := s.NameOf(r)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

var (
	_ refs.BatchNamer = sessionStore{}
	_ shape.Optimizer = sessionStore{}
)

// OptimizeShape lets Cayley's key-value store choose one of its indexes, and gives the scan of that index the store
// that it expects instead of this one.
func (s sessionStore) OptimizeShape(ctx context.Context, sh shape.Shape) (shape.Shape, bool) {
	action, ok := sh.(shape.QuadsAction)
	inner, isOptimizer := s.QuadStore.(shape.Optimizer)
	if !ok || !isOptimizer {
		return sh, false
	}
	optimized, ok := inner.OptimizeShape(ctx, shape.QuadsAction{Result: action.Result, Filter: action.Filter})
	nodes, isNodes := optimized.(shape.NodesFrom)
	if !ok || !isNodes {
		return sh, false
	}
	return action.SimplifyFrom(scan{Shape: nodes.Quads, qs: s.QuadStore}), true
}

// scan is a shape that is built on a store of its own.
type scan struct {
	shape.Shape
	qs cayley.QuadStore
}

// BuildIterator builds the shape on its own store.
func (s scan) BuildIterator(cayley.QuadStore) iterator.Shape { return s.Shape.BuildIterator(s.qs) }

// Optimize leaves the scan as it is.
func (s scan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }
