package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

const foreignQuads = `# people
<http://example.org/JakeSullivan> <http://example.org/warned> <http://example.org/north_korea> <http://news.example.org/1> .
<http://example.org/JakeSullivan> <http://www.w3.org/2000/01/rdf-schema#label> "Jake  Sullivan"@en .
<http://example.org/north_korea> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Country> .
this is no quad
<http://example.org/JakeSullivan> <http://example.org/age> "46"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/north_korea> <http://example.org/metWith> <http://example.org/JakeSullivan> .
<http://example.org/north_korea> <http://example.org/metWith> <http://example.org/JakeSullivan> .
_:b1 <http://example.org/metWith> <http://example.org/JakeSullivan> .
`

func TestImportForeign(t *testing.T) {
	s, err := OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var bad []int
	o := ForeignOptions{Article: "people.nq", Bad: func(line int, _ error) { bad = append(bad, line) },
		Verb: func(words string) (string, string, news.Class) {
			if words == "warned" {
				return "warns", "warn", news.Threaten
			}
			return words, words, news.Other
		}}
	for round := range 2 {
		bad = nil
		r, err := s.ImportForeign(t.Context(), strings.NewReader(foreignQuads), o)
		if err != nil || fmt.Sprint(bad) != "[5]" || r.Quads != 7 || r.Left != 4 || r.Added != 2*(1-round) || r.Unchanged != 2*round {
			t.Fatalf("round %d: %+v, %v, bad lines %v", round, r, err, bad)
		}
	}
	g, err := s.Graph(t.Context())
	if err != nil || g.Len() != 2 {
		t.Fatalf("%d claims, %v", g.Len(), err)
	}
	c := g.Claim(0)
	if c.Article != "http://news.example.org/1" || c.Subject.Name != "Jake Sullivan" || c.Subject.ID != "actor:jake_sullivan" || c.Lemma != "warn" || c.Class != news.Threaten ||
		c.Object.Name != "north korea" || c.Object.Kind != news.Country || c.Trigger != "<http://example.org/warned>" || c.Subject.Mention != "<http://example.org/JakeSullivan>" {
		t.Errorf("%+v", c)
	}
	if c := g.Claim(1); c.Article != "people.nq" || c.Lemma != "met with" {
		t.Errorf("%+v", c)
	}
	report, err := s.Verify(t.Context())
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("%v %v", report.Problems, err)
	}
	if _, err := s.ImportForeign(t.Context(), strings.NewReader("hello\n"), o); err == nil {
		t.Error("what is no N-Quads is imported")
	}
}

func FuzzForeign(f *testing.F) {
	f.Add(foreignQuads)
	f.Add(`<a:b> <c:d> <a:b> <a:b> .`)
	f.Fuzz(func(t *testing.T, text string) {
		in := &foreign{names: map[quad.Value]string{}, kinds: map[quad.Value]news.Kind{}}
		in.o.Article = "fuzz"
		for i, line := range strings.Split(text, "\n") {
			in.line(i+1, line)
		}
		for _, ac := range in.articles() {
			n, err := Normalize(ac)
			if err != nil {
				t.Fatal(err)
			}
			for i := range n.Claims {
				if err := checkEvidence(&n.Claims[i], n.Article.Text); err != nil {
					t.Error(err)
				}
			}
		}
	})
}
