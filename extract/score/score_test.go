package score

import (
	"math"
	"testing"

	"quadwire/graph/news"
)

// claim makes a claim of two names; "name@side" gives a side.
func claim(s, lemma string, class news.Class, o string) news.Claim {
	c := news.Claim{Subject: actor(s), Lemma: lemma, Class: class}
	if o != "" {
		p := actor(o)
		c.Object = &p
	}
	return c
}

func actor(s string) news.Participant {
	var p news.Participant
	p.Name = s
	for i := range s {
		if s[i] == '@' {
			p.Name, p.Side = s[:i], s[i+1:]
		}
	}
	return p
}

func gold(t *testing.T) Gold {
	all, err := ReadGold("testdata")
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func TestScore(t *testing.T) {
	g := gold(t)
	claims := []news.Claim{
		claim("Sullivan", "warn", news.Threaten, "Pyongyang"),                 // right
		claim("Jake Sullivan", "caution", news.Threaten, "The North"),         // says it again
		claim("Jose Ramos-Horta", "meet", news.Consult, "SULLIVAN"),           // right: mutual, accents
		claim("Sullivan", "thank", news.Support, "José Ramos-Horta"),          // wrong direction
		claim("US officials", "tell", news.State, "Jake Sullivan"),            // optional
		claim("Sullivan", "say", news.State, ""),                              // no object
		claim("Sullivan", "thank", news.Support, "José Ramos-Horta's"),        // repeats
		claim("Kim@North Korea", "meet", news.Consult, "Sullivan@East Timor"), // wrong
	}
	r := g.Score(claims, Exact, Class)
	if r.Count(Right) != 2 || r.Count(Wrong) != 2 || r.Count(Optional) != 2 || len(r.Missed) != 1 || r.Required != 3 {
		t.Errorf("exact class: %+v", r)
	}
	if r := g.Score(claims, Exact, Lemma); r.Count(Right) != 2 || r.Count(Wrong) != 3 {
		t.Errorf("exact lemma: right %d wrong %d", r.Count(Right), r.Count(Wrong))
	}
	if r := g.Score(claims[7:], Side, Class); r.Count(Wrong) != 1 {
		t.Errorf("side: %+v", r)
	}
	if r := g.Score([]news.Claim{claim("Kim@United States", "meet", news.Consult, "X@East Timor")}, Side, Class); r.Count(Right) != 1 {
		t.Errorf("side: %+v", r)
	}
}

func TestMaximumMatching(t *testing.T) {
	m := matcher{edges: [][]int{{0, 1}, {0}, {0}}}
	m.run()
	if len(m.taken) != 2 || m.taken[1] != 0 {
		t.Errorf("taken %v, want the first claim moved to 1", m.taken)
	}
}

func TestFigures(t *testing.T) {
	f := Figures{Right: 3, Wrong: 1, Required: 6}
	if f.Precision() != 0.75 || f.Recall() != 0.5 || math.Abs(f.F1()-0.6) > 1e-9 {
		t.Errorf("%v %v %v", f.Precision(), f.Recall(), f.F1())
	}
	if (Figures{}).F1() != 0 {
		t.Error("F1 of nothing is not 0")
	}
}

func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"The U.S. officials": "us officials", "José Ramos-Horta’s": "jose ramos horta", "DPRK–Russia": "dprk russia",
		"An actor": "actor", "": "", "Erdoğan": "erdogan", "U.N.": "un",
	} {
		if got := normal(in); got != want {
			t.Errorf("normal(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIs(t *testing.T) {
	g := gold(t)
	for id, want := range map[string]bool{"x1": true, "x1_example.txt": true, "dir/x1_example.html": true, "x1_example": true, "x2": false} {
		if g.Is(id) != want {
			t.Errorf("Is(%q) = %v", id, !want)
		}
	}
}

func TestReasons(t *testing.T) {
	g := gold(t)
	g.Claims[0].Sentences = []string{"Sullivan warned the North"}
	in := func(c news.Claim, dropped string) Made {
		c.Sentence = "Sullivan warned the North of consequences."
		return Made{c, dropped}
	}
	for _, c := range []struct {
		made Made
		want Reason
	}{
		{in(claim("Sullivan", "warn", news.Threaten, "Pyongyang"), "confidence 0.2"), WasDropped},
		{in(claim("Sullivan", "warn", news.State, "Pyongyang"), ""), OtherClass},
		{in(claim("Pyongyang", "warn", news.Threaten, "Sullivan"), ""), Reversed},
		{in(claim("Sullivan", "warn", news.Threaten, "Seoul"), ""), OtherObject},
		{in(claim("Kim", "warn", news.Threaten, "the North"), ""), OtherSubject},
		{in(claim("Kim", "warn", news.State, "Seoul"), ""), OtherActors},
		{in(claim("Kim", "meet", news.Consult, "Seoul"), ""), NotFound},
	} {
		if got, _ := g.Missed(0, []Made{c.made}, Exact); got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.made.Subject.Name, c.made.Class, c.made.Object.Name, got, c.want)
		}
	}
	if got := g.Wrong(claim("Sullivan", "warn", news.State, "the North"), Exact); got != OtherClass {
		t.Errorf("wrong class: %q", got)
	}
	if got := g.Wrong(claim("Xi", "meet", news.Consult, "Putin"), Exact); got != NotInGold {
		t.Errorf("not in gold: %q", got)
	}
}
