package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"quadwire/graph/news"
)

func TestRead(t *testing.T) {
	if _, err := Read(files); err != nil {
		t.Fatal(err)
	}
}

// every calls f with each sense and what kind of word it is of, in order.
func every(l *Lexicon, f func(kind string, senses []Sense, i int)) {
	for _, k := range []struct {
		name   string
		senses map[string][]Sense
	}{{"verb", l.verbs}, {"noun", l.nouns}, {"adjective", l.adjectives}} {
		for _, lemma := range slices.Sorted(maps.Keys(k.senses)) {
			for i := range k.senses[lemma] {
				f(k.name, k.senses[lemma], i)
			}
		}
	}
}

func TestSize(t *testing.T) {
	l := English()
	senses := 0
	every(l, func(string, []Sense, int) { senses++ })
	t.Logf("%d verbs, %d nouns, %d adjectives; %d senses", len(l.verbs), len(l.nouns), len(l.adjectives), senses)
	if len(l.verbs) < 900 || len(l.nouns) < 400 || len(l.verbs)+len(l.nouns)+len(l.adjectives) < 1200 {
		t.Error("the lexicon has shrunk")
	}
	void := 0
	for _, s := range l.verbs {
		if s[len(s)-1].Is(Void) && len(s) == 1 {
			void++
		}
	}
	if n := len(l.verbs) + len(l.nouns) + len(l.adjectives) - void; n < 1200 {
		t.Errorf("%d lemmas without those that name no event, want 1200", n)
	}
}

// TestReachable checks that no sense stands behind one whose frame it implies.
func TestReachable(t *testing.T) {
	l := English()
	every(l, func(kind string, senses []Sense, j int) {
		for i := range j {
			if s := senses[j]; implies(l, s.Frame, senses[i].Frame) {
				t.Errorf("%s:%d: %s %s %q can never match: %q of line %d comes first", s.File, s.Line, kind, s.Lemma, s.Frame,
					senses[i].Frame, senses[i].Line)
			}
		}
	})
}

// roots are the CAMEO root codes that go with a class.
var roots = map[news.Class]string{news.State: "01", news.Agree: "03", news.Consult: "04", news.Support: "05",
	news.Cooperate: "06", news.Aid: "07", news.Concede: "08", news.Retreat: "08", news.Request: "02 10",
	news.Accuse: "09 11", news.Reject: "12", news.Threaten: "13", news.Protest: "14", news.Mobilize: "15",
	news.Sanction: "16", news.Coerce: "17", news.Assault: "18 19 20", news.Other: ""}

func TestSenses(t *testing.T) {
	l := English()
	every(l, func(kind string, senses []Sense, i int) {
		s := senses[i]
		bad := func(what string) { t.Errorf("%s:%d: %s %s %q: %s", s.File, s.Line, kind, s.Lemma, s.Frame, what) }
		if s.CAMEO != "" && !slices.Contains(strings.Fields(roots[s.Class]), s.CAMEO) || (s.CAMEO == "") != (s.Class == news.Other) {
			bad("root code " + s.CAMEO + " does not go with class " + string(s.Class))
		}
		for _, c := range s.Frame {
			for _, u := range c.Tests {
				for _, w := range u.Words {
					if list, ok := strings.CutPrefix(w, "@"); ok && l.lists[list] == nil {
						bad("unknown list " + w)
					}
				}
			}
		}
		if kind == "noun" {
			if l.Verb(firstWord(s.Predicate)) == nil {
				bad("its verb " + s.Predicate + " is not in the lexicon")
			}
			if len(s.Agent) == 0 {
				bad("no slot for the agent")
			}
		} else {
			checkTargets(s, bad)
		}
		if s.Is(Void) && (s.Class != news.Other) && s.Class != news.Support && s.Class != news.State && s.Class != news.Assault {
			bad("no event, but of class " + string(s.Class))
		}
	})
}

// checkTargets checks the target slots of a verb or adjective against its frame.
func checkTargets(s Sense, bad func(string)) {
	seen := map[Slot]bool{}
	for _, slot := range s.Target {
		if seen[slot] {
			bad("target slot " + string(slot) + " twice")
		}
		seen[slot] = true
		switch slot {
		case Possessor, Modifier, Subject:
			bad("target slot " + string(slot) + " is for nouns")
		case Object, InObject, EventObject:
			if forbids(s.Frame, "obj") {
				bad("target slot " + string(slot) + " in a frame without object")
			}
		case Reciprocal:
			if !s.Is(Mutual) && s.Complement.Effect == NoEffect && s.Class != news.Consult {
				bad("recip without the flag mutual")
			}
		}
	}
	event := !s.Is(Undergo) && s.Class != news.Other && s.Class != news.State && !s.Is(Void) && !s.Is(Aux) && !s.Is(Weak)
	if event && len(s.Target) == 0 && s.Complement.Effect == NoEffect && s.Class != news.Mobilize && s.Class != news.Retreat {
		bad("no target")
	}
	if c := s.Complement; c.Control != "" && c.Control != Subject && c.Control != Object && !seen[c.Control] {
		bad("the clause's subject is " + string(c.Control) + ", which is no target")
	}
	if s.Is(Mutual) && !seen["with"] && !seen[Object] && !seen[Reciprocal] && !seen["alongside"] && !seen["together_with"] {
		bad("mutual without a place for the other side")
	}
}

func forbids(f Frame, name string) bool {
	return slices.ContainsFunc(f, func(c Condition) bool {
		return c.Not && slices.ContainsFunc(c.Tests, func(t Test) bool { return t.Name == name && t.Kind == "" && t.Words == nil }) ||
			!c.Not && name == "obj" && len(c.Tests) == 1 && c.Tests[0].Name == "recip"
	})
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func TestSorted(t *testing.T) {
	for _, file := range []string{"verbs.tsv", "light.tsv", "nouns.tsv", "adjectives.tsv", "lists.tsv", "roles.tsv"} {
		last := ""
		err := eachRow(files, file, func(r row) error {
			if cmp.Compare(r.at(0), last) < 0 {
				t.Errorf("%s:%d: %s stands behind %s", file, r.number, r.at(0), last)
			}
			last = r.at(0)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
