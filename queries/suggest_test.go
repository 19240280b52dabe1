package queries

import (
	"strings"
	"testing"
)

// Every suggested question has an answer.
func TestSuggest(t *testing.T) {
	g := sampleGraph(t, newsLines)
	questions := Suggest(g)
	if len(questions) != 3 {
		t.Fatalf("%q", questions)
	}
	for _, question := range questions[:2] {
		q, err := Parse(question)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := Ask(g, q, Options{}); err != nil || r.Total == 0 {
			t.Errorf("%s: %+v, %v", question, r, err)
		}
	}
	var names []string
	for _, w := range tokenize(questions[2]) {
		names = append(names, w.text)
	}
	if names[0] != "path" || len(names) != 3 {
		t.Fatalf("%q", questions[2])
	}
	if p, err := FindPaths(g, names[1], names[2], PathOptions{}); err != nil || len(p.Paths) == 0 || len(p.Paths[0].Hops) < 2 {
		t.Errorf("%s: %+v, %v", questions[2], p, err)
	}
	if got := Suggest(sampleGraph(t, "a1 2023-11-06 protest protest -")); len(got) != 0 {
		t.Errorf("%q for a graph without two actors", got)
	}
}

func TestCompletions(t *testing.T) {
	g := sampleGraph(t, newsLines)
	for words, want := range map[string]string{"who": "warned", "who warned": "North Korea", "whom": "did", "whom did": "Jake Sullivan",
		"whom did Sullivan": "warn", "what did Russia": "do", "what did Russia do": "to", "what did Russia do to": "North Korea", "who did": "what"} {
		f := strings.Fields(words)
		if list := Completions(f[0], f[1:])(g); !strings.Contains(strings.Join(list, "|")+"|", want+"|") {
			t.Errorf("after %q: %q", words, list)
		}
	}
}
