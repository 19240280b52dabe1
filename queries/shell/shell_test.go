package shell

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/term"

	"quadwire/graph"
)

// session types keys into a shell and returns what its screen shows and the queries that it ran.
func session(t *testing.T, typed string, run func(graph.Query) (graph.Result, error)) (screen string, ran []graph.Query) {
	t.Helper()
	var out bytes.Buffer
	keys := &Keys{In: strings.NewReader(typed)}
	s := Shell{Keys: keys, Terminal: term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{keys, &out}, ""), Words: Words{Actors: []string{"actor:north_korea"}, Names: []string{"Jake Sullivan", "Jakarta"}, Verbs: []string{"verb:warns"}, Lemmas: []string{"warn"}}}
	s.Run = func(_ context.Context, q graph.Query) (graph.Result, error) {
		ran = append(ran, q)
		if run == nil {
			return graph.Result{Columns: []string{"id"}, Rows: [][]any{{"<actor:x>"}}}, nil
		}
		return run(q)
	}
	if err := s.Loop(t.Context()); err != nil {
		t.Fatal(err)
	}
	return out.String(), ran
}

func TestQueriesOfSeveralLines(t *testing.T) {
	_, ran := session(t, "g.V(\r\"a\")\r.all()\rg.V(// (\r\r:quit\rnever\r", nil)
	var got []string
	for _, q := range ran {
		got = append(got, q.Text)
	}
	want := []string{"g.V(\n\"a\")\n", "g.V(\n\"a\")\n.all()\n", "g.V(// (\n"}
	if !slices.Equal(got, want) {
		t.Errorf("ran %q, want %q", got, want)
	}
}

func TestCommands(t *testing.T) {
	screen, ran := session(t, ":limit 7\r:timeout 2s\r:limit none\r:timeout -1\r:nonsense\r:help\r:help saveOpt\r:help nothing\r1\r"+
		":explain g.V().in(\"x\").all()\r:explain warned()\r:list\r:run nothing\r:run brokers \"United States\" Russia\r:json\r2\r:quit\r", nil)
	for _, want := range []string{"at most 7 results", "stopped after 2s", `not "none"`, `not "-1"`, "no command :nonsense", ":explain [QUERY]",
		"keeps what has none", "no step nothing", "goes back to the subjects", "who warned whom", "who-warned-whom", "no query nothing", "as JSON", `"id": "<actor:x>"`} {
		if !strings.Contains(screen, want) {
			t.Errorf("the screen lacks %q:\n%s", want, screen)
		}
	}
	if len(ran) != 3 || ran[0].Limit != 7 || ran[0].Timeout != 2*time.Second || !strings.HasPrefix(ran[1].Prelude, `args = ["United States","Russia"]`) {
		t.Errorf("ran %d queries", len(ran))
	}
}

func TestErrorsDoNotEndTheShell(t *testing.T) {
	screen, ran := session(t, "a\rb\r", func(q graph.Query) (graph.Result, error) {
		if q.Text == "a\n" {
			return graph.Result{}, &graph.QueryError{Kind: graph.ErrQueryCrash, Text: "boom"}
		}
		return graph.Result{}, context.Canceled
	})
	if len(ran) != 2 || !strings.Contains(screen, "boom") || !strings.Contains(screen, "stopped") {
		t.Errorf("%d queries:\n%s", len(ran), screen)
	}
}

func TestInterruptDropsTheQuery(t *testing.T) {
	_, ran := session(t, "g.V(\r\"half\x03g.V()\r", nil)
	if len(ran) != 1 || ran[0].Text != "g.V()\n" {
		t.Errorf("ran %d, the first %.80q", len(ran), ran[0].Text)
	}
}

func TestTabAndHistory(t *testing.T) {
	_, ran := session(t, "g.V(\"<actor:n\t>\").in(\"<verb:w\t>\").uniq\t).al\t)\r\x1b[A\r", nil)
	want := "g.V(\"<actor:north_korea>\").in(\"<verb:warns>\").unique().all()\n"
	if len(ran) != 2 || ran[0].Text != want || ran[1].Text != want {
		for _, q := range ran {
			t.Errorf("ran %q, want twice %q", q.Text, want)
		}
	}
}

func TestControlCharactersStayOut(t *testing.T) {
	screen, _ := session(t, "1\r", func(graph.Query) (graph.Result, error) {
		return graph.Result{Columns: []string{"id"}, Rows: [][]any{{"title\x1b]0;owned\x07"}}}, nil
	})
	if got := visible("a\x1b[31m\x9b\nb"); got != "a[31m\nb" {
		t.Errorf("visible: %q", got)
	}
	if strings.Contains(screen, "\x1b]0") || strings.Contains(screen, "\x07") {
		t.Errorf("the screen shows %q", screen)
	}
}

func TestComplete(t *testing.T) {
	w := Words{Actors: []string{"actor:russia"}, Names: []string{"Russia", "Rutland"}, Lemmas: []string{"warn"}, Sides: []string{"Russia"}}
	for _, c := range []struct {
		before, typed string
		want          []string
	}{
		{`:he`, ":he", []string{":help ", ":helpers"}},
		{`:run who-w`, "who-w", []string{"who-warned-whom"}},
		{`g.`, "", []string{"M(", "V(", "emit("}},
		{`g.V().saveO`, "saveO", []string{"saveOpt(", "saveOptR(", "saveOutPredicates("}},
		{`actor("ru`, "ru", []string{"Russia", "Rutland"}},
		{`side("`, "", []string{"Russia"}},
		{`did("w`, "w", []string{"warn"}},
		{`g.V("<actor:r`, "actor:r", []string{"actor:role", "actor:russia"}},
		{`war`, "war", []string{"warned("}},
		{`x = "no such`, "", nil},
	} {
		typed, options := w.Complete(c.before)
		if c.want != nil && typed != c.typed || !slices.Equal(options, c.want) {
			t.Errorf("%s: %q %q, want %q %q", c.before, typed, options, c.typed, c.want)
		}
	}
}

func TestUnfinished(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "g.V()": false, "g.V(": true, "g.V([{": true, "g.V(]": false, "'(' + \"[\"": false, "`(": true, "`(`": false,
		"// (\n": false, "/* ": true, "/* ( */": false, "/[(]/.test(x)": false, "a / (b": true, "\"open": false, "g.V().": true,
		"f(function () {": true, "f(function () {\n})": false, `"\"("`: false, "x = /\\//": false,
	} {
		if got := Unfinished(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func FuzzUnfinished(f *testing.F) {
	f.Add("g.V(\"<actor:x>\").in([\"a\", 'b']).all() // `")
	f.Fuzz(func(t *testing.T, text string) {
		if Unfinished(text) && Unfinished(text+"\n)") && Unfinished(text+"\n*/\n") && Unfinished(text+"\n`") && Unfinished(text+"\n]") && Unfinished(text+"\n}") && Unfinished(text+"x") {
			if !strings.ContainsAny(text, "([{`/.") {
				t.Errorf("%q waits for nothing", text)
			}
		}
		arguments(text)
		Words{}.Complete(text)
	})
}

func TestLoopEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := Shell{Terminal: term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{strings.NewReader(""), io.Discard}, "")}
	if err := s.Loop(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
