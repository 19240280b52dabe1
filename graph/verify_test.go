package graph

import (
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// TestVerify breaks a database in one way after the other and sees whether it is noticed.
func TestVerify(t *testing.T) {
	const a, c = quad.IRI("article:a.txt"), quad.IRI("claim:a.txt")
	s, v, o := quad.IRI("actor:jake_sullivan"), quad.IRI("verb:warns"), quad.IRI("actor:north_korea")
	for _, x := range []struct {
		name        string
		add, remove []quad.Quad
		words       string
	}{
		{"sound", nil, nil, ""},
		{"no article", []quad.Quad{{Subject: s, Predicate: v, Object: o, Label: quad.IRI("article:none")}}, nil, "1 quads belong to no article"},
		{"no label", []quad.Quad{{Subject: s, Predicate: v, Object: o}}, nil, "1 quads belong to no article"},
		{"no shortcut", nil, []quad.Quad{{Subject: s, Predicate: v, Object: o, Label: a}}, "missing quad: <actor:jake_sullivan> <verb:warns>"},
		{"invented shortcut", []quad.Quad{{Subject: o, Predicate: v, Object: s, Label: a}}, nil, "follows from no claim: <actor:north_korea> <verb:warns>"},
		{"no predicate", nil, []quad.Quad{{Subject: c, Predicate: ClaimPredicate, Object: v, Label: a}}, "has no predicate"},
		{"no subject", nil, []quad.Quad{{Subject: c, Predicate: ClaimSubject, Object: s, Label: a}}, "actor without an id"},
		{"wrong hash", []quad.Quad{{Subject: a, Predicate: ArticleSHA256, Object: quad.String("0"), Label: a}}, nil, "follows from no claim: <article:a.txt> <article:sha256>"},
		{"other text", nil, []quad.Quad{{Subject: a, Predicate: ArticleText, Object: quad.String(warning("a.txt", "").Article.Text), Label: a}}, "outside the text"},
		{"offset", nil, []quad.Quad{{Subject: c, Predicate: ClaimTriggerStart, Object: quad.Int(14), Label: a}}, "the trigger at bytes 0 to 6 is not"},
		{"undescribed actor", nil, []quad.Quad{{Subject: s, Predicate: RDFType, Object: ActorType, Label: a}}, "missing quad: <actor:jake_sullivan>"},
	} {
		t.Run(x.name, func(t *testing.T) {
			st, err := OpenTemporary(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer st.Close()
			add(t, st, warning("a.txt", "2023-11-06"))
			ch := changes{add: appendDeltas(nil, x.add, cayley.Add), remove: appendDeltas(nil, x.remove, cayley.Delete)}
			if err := st.apply(t.Context(), ch); err != nil {
				t.Fatal(err)
			}
			r, err := st.Verify(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var found bool
			for _, p := range r.Problems {
				found = found || strings.Contains(p.Text, x.words)
			}
			if (x.words == "") != (len(r.Problems) == 0) || x.words != "" && !found {
				t.Errorf("problems %+v, want one that says %q", r.Problems, x.words)
			}
		})
	}
}
