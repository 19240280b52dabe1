package graph

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// TestQuadFormats: what is written in any format comes back as the same graph. JSON as Cayley has it cannot tell strings
// that look like other values from them, so it gets an article without such.
func TestQuadFormats(t *testing.T) {
	for _, f := range QuadFormats() {
		from := openTest(t)
		add(t, from, warning("a.txt", "2023-11-06"), warning("b.txt", "2023-10-01"))
		if !strings.HasPrefix(f.Name, "json") {
			add(t, from, newSample(5).articles(4)...)
		}
		var b bytes.Buffer
		if err := from.WriteQuads(t.Context(), &b, f.Name, Pattern{}); err != nil {
			t.Fatal(f.Name, err)
		}
		if f.Name == "nquads" && b.String() != dump(t, from) {
			t.Error("WriteQuads differs from WriteNQuads")
		}
		quads, err := ReadQuads(&b, f.Name)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		to := openTest(t)
		if err := to.ChangeQuads(t.Context(), quads, false); err != nil {
			t.Fatal(f.Name, err)
		}
		if dump(t, to) != dump(t, from) {
			t.Errorf("%s does not come back as it was", f.Name)
		}
		if err := to.ChangeQuads(t.Context(), quads, false); err != nil {
			t.Errorf("%s twice: %v", f.Name, err)
		}
		if err := to.ChangeQuads(t.Context(), quads, true); err != nil || dump(t, to) != "" {
			t.Errorf("%s: deleting leaves %d bytes, %v", f.Name, len(dump(t, to)), err)
		}
	}
}

func TestWriteQuadsOfAPattern(t *testing.T) {
	s := openTest(t)
	add(t, s, warning("a.txt", "2023-11-06"), warning("b.txt", "2023-10-01"))
	for _, c := range []struct {
		p    Pattern
		want int
	}{
		{Pattern{Subjects: []string{"<actor:jake_sullivan>"}, Predicates: []string{"<verb:warns>"}}, 2},
		{Pattern{Predicates: []string{"<verb:warns>"}, Labels: []string{"<article:b.txt>"}}, 1},
		{Pattern{Predicates: []string{"<rdf:type>"}, Objects: []string{"<claim:Claim>"}}, 2},
		{Pattern{Objects: []string{"THREATEN"}}, 2},
		{Pattern{Labels: []string{"<article:none>", "no iri"}}, 0},
	} {
		var b bytes.Buffer
		if err := s.WriteQuads(t.Context(), &b, "nquads", c.p); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "\n"); n != c.want {
			t.Errorf("%+v: %d quads, want %d\n%s", c.p, n, c.want, b.String())
		}
	}
}

// TestChangeQuadsKeepsArticlesWhole: nothing can be written that is no article with its claims.
func TestChangeQuadsKeepsArticlesWhole(t *testing.T) {
	s := openTest(t)
	add(t, s, warning("a.txt", "2023-11-06"))
	before := dump(t, s)
	for name, text := range map[string]string{
		"foreign label":     `[{"subject": "alice", "predicate": "follows", "object": "bob", "label": "x"}]`,
		"no label":          `[{"subject": "alice", "predicate": "follows", "object": "bob"}]`,
		"a quad too many":   `[{"subject": "<actor:a>", "predicate": "<verb:warns>", "object": "<actor:b>", "label": "<article:a.txt>"}]`,
		"an article's part": `[{"subject": "<actor:a>", "predicate": "<verb:warns>", "object": "<actor:b>", "label": "<article:new>"}]`,
	} {
		quads, err := ReadQuadList([]byte(text))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := s.ChangeQuads(t.Context(), quads, false); !errors.Is(err, ErrQuads) {
			t.Errorf("%s: %v", name, err)
		}
	}
	quads, err := ReadQuadList([]byte(`[{"subject": "<actor:jake_sullivan>", "predicate": "<verb:warns>", "object": "<actor:north_korea>", "label": "<article:a.txt>"}]`))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChangeQuads(t.Context(), quads, true); !errors.Is(err, ErrQuads) {
		t.Errorf("deleting a part: %v", err)
	}
	if dump(t, s) != before {
		t.Error("something was written all the same")
	}
	for _, bad := range []string{`{`, `[{"subject": "a"}]`, `[1]`} {
		if _, err := ReadQuadList([]byte(bad)); !errors.Is(err, ErrQuads) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	for _, f := range QuadFormats() {
		if _, err := ReadQuads(strings.NewReader("{nonsense"), f.Name); !errors.Is(err, ErrQuads) {
			t.Errorf("%s of nonsense: %v", f.Name, err)
		}
	}
	if _, err := ReadQuads(strings.NewReader(""), "gml"); !errors.Is(err, ErrQuads) {
		t.Errorf("unknown format: %v", err)
	}
}

func FuzzReadQuads(f *testing.F) {
	f.Add([]byte("<a> <b> \"c\" <article:d> .\n"), 0)
	f.Fuzz(func(t *testing.T, data []byte, format int) {
		formats := QuadFormats()
		_, _ = ReadQuads(bytes.NewReader(data), formats[(format%len(formats)+len(formats))%len(formats)].Name)
		_, _ = ReadQuadList(data)
	})
}
