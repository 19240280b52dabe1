package lexicon

import (
	"os"
	"slices"
	"testing"

	"quadwire/graph/news"
)

// TestPhrases reads testdata/phrases.tsv: the features of invented phrases, class and target slot.
func TestPhrases(t *testing.T) {
	l := English()
	n := 0
	err := eachRow(os.DirFS("testdata"), "phrases.tsv", func(r row) error {
		n++
		frame, err := parseFrame(r.at(2))
		if err != nil {
			return err
		}
		f, filled := features(frame)
		senses := map[string]func(string) []Sense{"verb": l.Verb, "noun": l.Noun, "adjective": l.Adjective}[r.at(0)](r.at(1))
		s, ok := l.Match(senses, f)
		if !ok || s.Class != news.Class(r.at(3)) {
			t.Errorf("%q: %s by %q (%s:%d), want %s", r.at(5), s.Class, s.Frame, s.File, s.Line, r.at(3))
			return nil
		}
		used := Slot("")
		if s.Agent != nil {
			used, _ = s.Roles(filled)
		}
		if got := s.TargetSlot(filled, used); r.at(4) != "" && got != Slot(r.at(4)) {
			t.Errorf("%q: target %q by %q (%s:%d), want %s", r.at(5), got, s.Frame, s.File, s.Line, r.at(4))
		}
		return nil
	})
	if err != nil || n < 150 {
		t.Errorf("%d phrases, %v", n, err)
	}
}

// features turns a frame into features that fulfil it, and says which slots an actor fills then.
func features(frame Frame) (Features, func(Slot) bool) {
	var f Features
	slots := map[Slot]bool{}
	for _, c := range frame {
		t := c.Tests[0]
		actor, head := t.Kind == "actor", "thing"
		if t.Words != nil {
			head = t.Words[0]
		}
		switch t.Name {
		case "prt":
			f.Particle = t.Kind
		case "passive":
			f.Passive = true
		case "plural":
			f.Plural, slots[Reciprocal] = true, true
		case "iobj":
			f.HasIndirect, slots[Indirect] = true, true
		case "xcomp":
			f.Xcomp, f.XcompHead, slots[Clause] = t.Words == nil, head, true
		case "ccomp":
			f.Ccomp, slots[ClauseSubj] = true, true
		case "poss":
			f.Possessor, slots[Possessor] = true, true
		case "mod":
			f.Modifier, slots[Modifier] = true, true
		case "subj":
			f.Subject, f.SubjectActor = head, actor
		case "obj":
			f.HasObject, f.ObjectActor = true, f.ObjectActor || actor
			if f.Object == "" || t.Words != nil {
				f.Object = head
			}
			slots[Object], slots[InObject] = f.ObjectActor, !f.ObjectActor
		default:
			f.Obliques = append(f.Obliques, Oblique{Prep: t.Name, Head: head, Actor: actor, Clause: t.Kind == "clause"})
			slots[Slot(t.Name)] = slots[Slot(t.Name)] || actor
		}
	}
	return f, func(s Slot) bool { return slots[s] }
}

func TestPresent(t *testing.T) {
	for lemma, want := range map[string]string{"warn": "warns", "meet": "meets", "carry out": "carries out", "be": "is",
		"have": "has", "do": "does", "go": "goes", "undergo": "undergoes", "veto": "vetoes", "pass": "passes", "tax": "taxes",
		"buzz": "buzzes", "attach": "attaches", "crush": "crushes", "deny": "denies", "deploy": "deploys", "say": "says",
		"free": "frees", "agree with": "agrees with", "back down": "backs down", "will": "will", "boo": "boos", "": "",
		"co-sign": "co-signs", "y": "ys", "re-apply": "re-applies", "criticise": "criticises", "radio": "radios"} {
		if got := Present(lemma); got != want {
			t.Errorf("Present(%q) = %q, want %q", lemma, got, want)
		}
	}
}

func TestSpelling(t *testing.T) {
	l := English()
	for _, pair := range [][2]string{{"criticise", "criticize"}, {"honour", "honor"}, {"analyse", "analyze"}, {"favour", "favor"},
		{"mobilise", "mobilize"}, {"apologise", "apologize"}, {"harbour", "harbor"}, {"practise", "practice"}} {
		if got, want := l.Verb(pair[0]), l.Verb(pair[1]); len(want) == 0 || len(got) == 0 || got[0].Class != want[0].Class {
			t.Errorf("%s and %s have different senses", pair[0], pair[1])
		}
	}
	for noun, verb := range map[string]string{"defence": "defend", "honour": "honor", "mobilisation": "mobilize", "endeavour": ""} {
		s := l.Noun(noun)
		if verb == "" && s != nil || verb != "" && (s == nil || s[0].Predicate != verb) {
			t.Errorf("noun %s: %v", noun, s)
		}
	}
}

// TestSimilar checks that derived verbs take the senses of their base and that others take none.
func TestSimilar(t *testing.T) {
	l := English()
	for lemma, want := range map[string]news.Class{"re-arrest": news.Coerce, "reinvade": news.Assault, "co-sign": news.Agree,
		"drone-strike": news.Assault, "overfly": "", "prorogue": "", "blorp": "", "reign": "", "restrain": "", "attack": "",
		"respond": "", "record": ""} {
		got := news.Class("")
		if s := l.Similar(lemma); len(s) > 0 {
			got = s[len(s)-1].Class
			if s[0].Lemma != lemma {
				t.Errorf("Similar(%q) has the lemma %q", lemma, s[0].Lemma)
			}
		}
		if got != want {
			t.Errorf("Similar(%q) ends in %q, want %q", lemma, got, want)
		}
	}
}

func FuzzFrame(f *testing.F) {
	for _, s := range []string{"_", "obj=@sanction on/against", "!obj prt:out", "xcomp=free to:clause", "recip"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		frame, err := parseFrame(s)
		if err != nil {
			return
		}
		again, err := parseFrame(frame.String())
		if err != nil || !slices.EqualFunc(frame, again, func(a, b Condition) bool {
			return Frame{a}.String() == Frame{b}.String()
		}) {
			t.Errorf("%q is read again as %q, %v", frame, again, err)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	l := English()
	f := Features{HasObject: true, Object: "sanction", Obliques: []Oblique{{Prep: "on", Actor: true}}}
	senses := l.Verb("impose")
	for b.Loop() {
		l.Match(senses, f)
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := Read(files); err != nil {
			b.Fatal(err)
		}
	}
}
