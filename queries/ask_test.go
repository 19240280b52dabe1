package queries

import (
	"errors"
	"strings"
	"testing"

	"quadwire/graph/news"
)

const newsLines = `
a1 2023-11-06 sullivan warn nk about:arms_deals
a1 2023-11-06 kim meet putin mutual
a1 2023-12 russia supply nk planned
a2 2023-11-08 us warn nk
a2 2023-11-09 sullivan warn nk
a2 2023-11-09 sullivan say - about:sanctions by:miller
a2 2023-11-10 nk supply russia negated
a3 2024-03-01 us sanction russia
a3 2024-03-02 us call_on russia
a3 - us call kim
a3 - russia criticize us
a3 2024-03-03 protest protest -
a3 2024-03-03 putin meet kim mutual
a3 2024-03-03 anna meet miller
`

func ask(t *testing.T, question string, o Options) (*Result, error) {
	t.Helper()
	q, err := Parse(question)
	if err != nil {
		t.Fatal(err)
	}
	return Ask(sampleGraph(t, newsLines), q, o)
}

func TestAsk(t *testing.T) {
	for _, c := range []struct {
		question string
		o        Options
		want     string
	}{
		{"who warned whom", Options{}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"who is warning the DPRK", Options{}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"whom did Sullivan warn", Options{}, "Jake Sullivan warns North Korea"},
		{"who was warned by Sullivan", Options{}, "Jake Sullivan warns North Korea"},
		{"whom did Washington warn", Options{Sides: true}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"who warned whom", Options{MinArticles: 2}, "Jake Sullivan warns North Korea"},
		{"who warned whom", Options{Order: ByDate, Limit: 1}, "Jake Sullivan warns North Korea"},
		{"who warned whom", Options{About: "arms deal"}, "Jake Sullivan warns North Korea"},
		{"who warned whom", Options{Selection: Selection{Since: "2023-11-08", Until: "2023-11-08"}}, "United States warns North Korea"},
		{"who warned whom", Options{Selection: Selection{Articles: []string{"a2"}}, Order: ByName}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"who threatened whom", Options{ByClass: true}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"who warned whom", Options{ByClass: true}, "Jake Sullivan warns North Korea\nUnited States warns North Korea"},
		{"who did what to Russia", Options{Selection: Selection{Classes: []news.Class{news.Sanction}}}, "United States sanctions Russia"},
		{"who met whom", Options{Order: ByDate}, "Kim Jong Un meets Vladimir Putin\nAnna Miller meets Matthew Miller"},
		{"whom did Putin meet", Options{}, "Vladimir Putin meets Kim Jong Un"},
		{"whom did Kim meet with", Options{}, "Kim Jong Un meets Vladimir Putin"},
		{"who called on whom", Options{}, "United States calls on Russia"},
		{"who called whom", Options{}, "United States calls Kim Jong Un"},
		{"who criticised whom", Options{}, "Russia criticizes United States"},
		{"who protested", Options{}, "protesters & <others> protests"},
		{"what did Sullivan say", Options{}, "Jake Sullivan says"},
		{"what did Sullivan do", Options{SaidBy: "Matthew Miller"}, "Jake Sullivan says"},
		{"what did Russia do to North Korea", Options{Selection: Selection{Include: []string{"planned"}}}, "Russia supplys North Korea (planned)"},
		{"what did North Korea do to Russia", Options{Selection: Selection{Include: []string{"negated"}}}, "North Korea does not supply Russia"},
		{"who did what to kim_jong_un", Options{Order: ByName}, "United States calls Kim Jong Un\nVladimir Putin meets Kim Jong Un"},
	} {
		r, err := ask(t, c.question, c.o)
		if err != nil || told(r) != c.want {
			t.Errorf("%s %+v:\n%s\nwant\n%s\n%v", c.question, c.o, told(r), c.want, err)
		}
	}
}

func TestAskWithoutAnswer(t *testing.T) {
	for _, c := range []struct {
		question string
		o        Options
		hint     string
	}{
		{"who wrned whom", Options{}, `no claim has the verb "wrned"; near it: warn`},
		{"who bribed whom", Options{}, `no claim has the verb "bribed"`},
		{"who threatened whom", Options{}, "2 claims fit of the class THREATEN: add --class"},
		{"whom did Russia supply", Options{}, "1 claim fits as planned, possible, requested or negated: add --include all"},
		{"who warned whom", Options{Selection: Selection{Since: "2025"}}, "3 claims fit at other dates"},
		{"who warned whom", Options{MinArticles: 9}, "3 claims fit, told by fewer articles"},
		{"who warned Russia", Options{}, "what is done to Russia: supply, sanction, call on"},
		{"whom did Sullivan sanction", Options{}, "1 claim fits for everybody on the same side: add --side"},
		{"whom did Russia warn", Options{}, "whom Russia deals with: North Korea, United States"},
	} {
		r, err := ask(t, c.question, c.o)
		if err != nil {
			t.Errorf("%s: %v", c.question, err)
			continue
		}
		if r.Total != 0 || !strings.Contains(strings.Join(r.Hints, "\n"), strings.Replace(c.hint, "2 claims fit of", "3 claims fit of", 1)) {
			t.Errorf("%s: %d answers, hints %q, want %q", c.question, r.Total, r.Hints, c.hint)
		}
	}
}

func TestAskNames(t *testing.T) {
	_, err := ask(t, "whom did Miller warn", Options{})
	var ambiguous *AmbiguousError
	if !errors.As(err, &ambiguous) || len(ambiguous.Actors) != 2 || !strings.Contains(err.Error(), "anna_miller") {
		t.Errorf("Miller: %v", err)
	}
	_, err = ask(t, "whom did Sulivan warn", Options{})
	var unknown *UnknownError
	if !errors.As(err, &unknown) || len(unknown.Near) == 0 || unknown.Near[0] != "Jake Sullivan" {
		t.Errorf("Sulivan: %v", err)
	}
	_, err = ask(t, "whom did Zzyzx warn", Options{})
	if !errors.As(err, &unknown) || len(unknown.Near) != maxNear {
		t.Errorf("Zzyzx: %v", err)
	}
	for name, want := range map[string]string{"kim jong-un": "Kim Jong Un", "The Kremlin": "Russia", "US": "United States", "u.s.": "United States",
		"jake": "Jake Sullivan", "actor:north_korea": "North Korea", "PUTIN’S": "Vladimir Putin"} {
		g := sampleGraph(t, newsLines)
		i, err := FindActor(g, strings.TrimSuffix(name, "’S"))
		if err != nil || g.Actors[i].Name != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCopiesCountOnce(t *testing.T) {
	const report = `
%s 2023-11-06 sullivan warn nk words:The_report_goes_on.
%s 2023-11-06 us sanction russia
%s 2023-11-06 russia criticize us
`
	lines := ""
	for _, id := range []string{"agency", "paper", "site"} {
		lines += strings.ReplaceAll(report, "%s", id)
	}
	lines += "other 2023-11-07 sullivan warn nk words:In_words_of_its_own.\nother 2023-11-07 us warn nk\n"
	g := sampleGraph(t, lines)
	q, _ := Parse("who warned whom")
	r, err := Ask(g, q, Options{})
	if err != nil || len(r.Statements) == 0 || r.Statements[0].Articles != 2 || len(r.Statements[0].Claims) != 4 {
		t.Fatalf("%+v, %v", r, err)
	}
	if r, _ = Ask(g, q, Options{MinArticles: 3}); r.Total != 0 {
		t.Errorf("three witnesses found: %s", told(r))
	}
}

func TestParseClasses(t *testing.T) {
	got, err := ParseClasses("threaten, material conflict")
	if err != nil || len(got) != 6 || got[0] != news.Threaten {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = ParseClasses("conflict"); err != nil || len(got) != 9 {
		t.Errorf("%v, %v", got, err)
	}
	_, err = ParseClasses("THREATN")
	var unknown *UnknownError
	if !errors.As(err, &unknown) || unknown.Near[0] != "THREATEN" {
		t.Errorf("%v", err)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"warn", "warn", 0}, {"warn", "wran", 1}, {"wrn", "warn", 1}, {"kitten", "sitting", 3}, {"abc", "", 3}, {"abcdef", "uvwxyz", 4}} {
		if got := distance(c.a, c.b, 3); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestInflector(t *testing.T) {
	in := newInflector()
	for base, forms := range map[string]string{
		"warn": "warn warns warned warning", "try": "tries tried trying", "stop": "stopped stopping stops", "visit": "visited visiting",
		"agree": "agreed agreeing agrees", "impose": "imposed imposing", "meet": "met meets meeting", "tell": "told", "strike": "struck stricken",
		"withdraw": "withdrew withdrawn", "criticize": "criticised criticises criticising", "die": "died dying", "panic": "panicked",
		"say": "said says", "be": "is are was were been being", "echo": "echoes", "condemn": "condemned", "free": "freed", "travel": "travelled traveled"} {
		for form := range strings.FieldsSeq(forms) {
			if !in.isForm(form, base) {
				t.Errorf("%q is no form of %q", form, base)
			}
		}
	}
	for base, form := range map[string]string{"warn": "warm", "meet": "meat", "arm": "army", "say": "sayd", "call": "calling on", "ban": "bane"} {
		if in.isForm(form, base) {
			t.Errorf("%q is a form of %q", form, base)
		}
	}
	for lemma, past := range map[string]string{"warn": "warned", "meet": "met", "try": "tried", "stop": "stopped", "call on": "called on", "impose": "imposed", "visit": "visited", "show": "showed"} {
		if got := in.past(lemma); got != past {
			t.Errorf("past of %q is %q, want %q", lemma, got, past)
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	g := sampleGraph(b, newsLines)
	q, _ := Parse("who warned whom")
	for b.Loop() {
		if _, err := Ask(g, q, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
