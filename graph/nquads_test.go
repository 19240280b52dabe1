package graph

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// readAll reads N-Quads with Cayley's own reader.
func readAll(t *testing.T, text string) []quad.Quad {
	t.Helper()
	r := nquads.NewReader(strings.NewReader(text), false)
	var out []quad.Quad
	for {
		q, err := r.ReadQuad()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
}

// TestNQuads: what Cayley's reader finds in the export is what is stored.
func TestNQuads(t *testing.T) {
	s := openTest(t)
	batch := newSample(11).articles(25)
	add(t, s, batch...)
	var want []quad.Quad
	for _, ac := range batch {
		n, err := Normalize(ac)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, encode(n)...)
	}
	got := readAll(t, dump(t, s))
	byText := func(a, b quad.Quad) int { return strings.Compare(a.NQuad(), b.NQuad()) }
	slices.SortFunc(want, byText)
	slices.SortFunc(got, byText)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%d quads were read, %d are stored, and they differ", len(got), len(want))
	}
}

// TestNQuadsForEverybody: the export has one quad on a line, full names of types, and nothing that N-Quads forbids.
func TestNQuadsForEverybody(t *testing.T) {
	s := openTest(t)
	add(t, s, newSample(12).articles(10)...)
	text := dump(t, s)
	for _, bad := range []string{"<xsd:", "<rdf:", "<rdfs:", "<dcterms:", "True", "\u2028", "\r", "\t"} {
		if strings.Contains(text, bad) {
			t.Errorf("the export contains %q", bad)
		}
	}
	var label string
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if l := fields[len(fields)-2]; l < label {
			t.Errorf("the label %s comes after %s", l, label)
		} else {
			label = l
		}
	}
}

// TestStockCayley loads the export into a Cayley that knows nothing of us and asks it.
func TestStockCayley(t *testing.T) {
	s := openTest(t)
	add(t, s, warning("a.txt", "2023-11-06"), warning("b.txt", "2023-11-07"))
	stock := memstore.New(readAll(t, dump(t, s))...)
	it, err := gizmo.NewSession(stock).Execute(t.Context(), `g.V("<actor:north_korea>").In("<verb:warns>").All()`,
		query.Options{Collation: query.JSON})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	var got []any
	for it.Next(t.Context()) {
		got = append(got, it.Result())
	}
	row := map[string]any{"id": "<actor:jake_sullivan>"}
	if want := []any{row, row}; it.Err() != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v; want %v", got, it.Err(), want)
	}
}

// FuzzIRI: any name becomes an IRI that RDF allows, and comes back.
func FuzzIRI(f *testing.F) {
	for _, s := range []string{"", "north_korea", "a b_c%20", "\xff<>\"{}|^`\\", "côte d’ivoire", "actor:x", "100%", "\u2028\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range []struct {
			iri  quad.IRI
			back string
			want string
		}{
			{actorIRI("actor:" + s), actorID(actorIRI("actor:" + s)), "actor:" + s},
			{claimIRI("claim:" + s), claimID(claimIRI("claim:" + s)), "claim:" + s},
			{articleIRI(s), articleID(articleIRI(s)), s},
			{verbIRI(s), predicateOf(verbIRI(s)), s},
		} {
			if c.back != c.want {
				t.Errorf("%q came back as %q from %s", c.want, c.back, c.iri)
			}
			if strings.ContainsAny(string(c.iri), "<>\"{}|^`\\ \n\t") {
				t.Errorf("%q became the IRI %s", s, c.iri)
			}
		}
	})
}

// FuzzLiteral: any text comes back from N-Quads.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{"", `a "b" \ c`, "tab\tand\r\nlines\u2028", "\x00\x7f\u0085", "“€” 😀", `\u0041`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = valid(s)
		line := nquad(quad.Quad{Subject: quad.IRI("a:b"), Predicate: ClaimTheme, Object: quad.String(s), Label: quad.IRI("c:d")})
		q, err := nquads.NewReader(strings.NewReader(line), false).ReadQuad()
		if err != nil || q.Object != quad.String(s) {
			t.Errorf("%q came back as %#v, %v, from %s", s, q.Object, err, line)
		}
	})
}

// TestImportNQuads: what is exported can be imported, and gives the same graph.
func TestImportNQuads(t *testing.T) {
	a, b := openTest(t), openTest(t)
	batch := newSample(13).articles(30)
	add(t, a, batch...)
	want := dump(t, a)
	r, err := b.ImportNQuads(t.Context(), strings.NewReader(want))
	if err != nil || r.Added != len(batch) || len(r.Rejected) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	if dump(t, b) != want {
		t.Error("the imported graph differs")
	}
}

func TestImportNQuadsErrors(t *testing.T) {
	s := openTest(t)
	src := openTest(t)
	add(t, src, warning("a.txt", ""), warning("b.txt", ""))
	good := dump(t, src)
	first, rest, _ := strings.Cut(good, "\n")
	const shortcut = "<actor:jake_sullivan> <verb:warns> <actor:north_korea> <article:a.txt> .\n"
	for _, c := range []struct{ name, text, words string }{
		{"no N-Quad", first + "\nwhat is this?\n", "quad 2"},
		{"scattered", rest + first + "\n", "comes again"},
	} {
		if _, err := s.ImportNQuads(t.Context(), strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
	for _, c := range []struct{ name, text, words string }{
		{"foreign quad", good + "<a:b> <c:d> \"e\" <article:b.txt> .\n", "no part of a claim: <a:b>"},
		{"missing quad", strings.Replace(good, shortcut, "", 1), "missing: " + strings.TrimSuffix(shortcut, " .\n")},
		{"no article", "<a:b> <c:d> <e:f> .\n", "is no article"},
	} {
		r, err := s.ImportNQuads(t.Context(), strings.NewReader(c.text))
		if err != nil || len(r.Rejected) != 1 || !strings.Contains(r.Rejected[0].Err.Error(), c.words) {
			t.Errorf("%s: %+v, %v", c.name, r, err)
		}
	}
}
