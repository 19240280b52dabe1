package cmd

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
	"quadwire/queries"
)

// TestSettle plays a user at a terminal who is asked which Miller they mean.
func TestSettle(t *testing.T) {
	miller := &queries.AmbiguousError{Name: "Miller"}
	for _, name := range []string{"Anna", "John"} {
		miller.Actors = append(miller.Actors, graph.Actor{AsSubject: 1,
			Actor: news.Actor{ID: "actor:" + strings.ToLower(name) + "_miller", Name: name + " Miller", Kind: news.Person}})
	}
	for _, c := range []struct {
		name, typed string
		asks        bool
		want        string
		calls       int
	}{
		{"chosen", "2\n", true, "actor:john_miller", 2},
		{"chosen at the second try", "seven\n0\n3\n1\n", true, "actor:anna_miller", 2},
		{"last line without its end", "1", true, "actor:anna_miller", 2},
		{"none", "\n", true, "", 1},
		{"end of input", "", true, "", 1},
		{"no terminal", "2\n", false, "", 1},
	} {
		var talk bytes.Buffer
		a := &app{in: strings.NewReader(c.typed), err: &talk, asks: c.asks}
		from, to, calls := "Miller", "Iran", 0
		err := a.settle(func() error {
			if calls++; from == "Miller" {
				return miller
			}
			return nil
		}, &from, &to)
		switch {
		case c.want == "" && (!errors.Is(err, miller) || exitCode(err) != exitUsage || from != "Miller"):
			t.Errorf("%s: %v, asked for %s", c.name, err, from)
		case c.want != "" && (err != nil || from != c.want):
			t.Errorf("%s: %v, asked for %s, want %s", c.name, err, from, c.want)
		}
		if calls != c.calls || to != "Iran" || c.asks != strings.Contains(talk.String(), "   2  John Miller, person (1 claim)\n") {
			t.Errorf("%s: %d calls, to %s, talk %q", c.name, calls, to, talk.String())
		}
	}
}
