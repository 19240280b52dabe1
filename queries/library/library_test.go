package library

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

var update = flag.Bool("update", false, "write testdata/*.golden anew")

const childEnv = "QUADWIRE_TEST_CHILD"

// TestMain makes the test binary the child process that runs a query.
func TestMain(m *testing.M) {
	if os.Getenv(childEnv) == "" {
		os.Exit(m.Run())
	}
	if err := graph.ServeGizmo(context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sides are the actors of the tests and whom they act for.
var sides = map[string]string{"Ann Archer": "Arcadia", "Arcadia": "Arcadia", "Bill Bower": "Borduria", "Borduria": "Borduria",
	"Cara Cole": "Caledor", "Caledor": "Caledor", "villagers": ""}

// told are claims that have an answer for every query: article, date, subject, lemma, class, object, modality, polarity,
// speaker, theme.
const told = `
a1|2023-01-05|Ann Archer|warn|THREATEN|Borduria|actual|affirmed|Ann Archer|of consequences
a1|2023-01-06|Borduria|threaten|THREATEN|Arcadia|actual|affirmed||
a1|2023-01-07|Cara Cole|meet|CONSULT|Ann Archer|actual|affirmed||
a1|2023-01-08|Cara Cole|meet|CONSULT|Bill Bower|actual|affirmed||
a1|2023-01-09|Arcadia|supply|AID|Caledor|actual|affirmed||grain
a1|2023-01-10|Caledor|support|SUPPORT|Arcadia|actual|affirmed||
a2|2023-02-01|Arcadia|sanction|SANCTION|Borduria|planned|affirmed||
a2|2023-02-02|Arcadia|lift|RETREAT|Borduria|actual|affirmed||the sanctions
a2|2023-02-03|Bill Bower|accuse|ACCUSE|Ann Archer|actual|affirmed|Cara Cole|
a2|2023-02-04|Ann Archer|reject|REJECT|Bill Bower|actual|affirmed||
a2|2023-02-05|Borduria|withdraw|RETREAT|villagers|requested|affirmed|Ann Archer|
a2|2023-02-06|Borduria|withdraw|RETREAT|villagers|actual|affirmed||
a2|2023-02-07|Arcadia|supply|AID|Caledor|actual|negated||weapons
a2|2023-02-08|Arcadia|supply|AID|Caledor|actual|affirmed||grain
`

func database(t *testing.T) string {
	t.Helper()
	articles := map[string]*graph.ArticleClaims{}
	for n, line := range strings.Split(strings.TrimSpace(told), "\n") {
		f := strings.Split(line, "|")
		ac := articles[f[0]]
		if ac == nil {
			ac = &graph.ArticleClaims{Article: news.Article{ID: f[0], Title: "Title of " + f[0], Date: "2023-03-01"}}
			articles[f[0]] = ac
		}
		ac.Claims = append(ac.Claims, claim(&ac.Article, n, f))
	}
	path := filepath.Join(t.TempDir(), graph.DefaultPath)
	s, err := graph.Open(t.Context(), path, graph.Options{Create: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Add(t.Context(), []graph.ArticleClaims{*articles["a1"], *articles["a2"]})
	if err != nil || len(r.Rejected) > 0 {
		t.Fatal(err, r.Rejected)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// claim makes a claim and appends its sentence to the article.
func claim(a *news.Article, n int, f []string) news.Claim {
	begin := len(a.Text)
	say := func(words string) news.Span {
		at := news.Span{Start: len(a.Text), End: len(a.Text) + len(words)}
		a.Text += words + " "
		return at
	}
	someone := func(name string) news.Participant {
		kind := news.Person
		switch {
		case name == sides[name]:
			kind = news.Country
		case sides[name] == "":
			kind = news.Group
		}
		id := "actor:" + strings.ReplaceAll(strings.ToLower(name), " ", "_")
		return news.Participant{Actor: news.Actor{ID: id, Name: name, Kind: kind, Side: sides[name]}, Mention: name, Span: say(name)}
	}
	c := news.Claim{ID: fmt.Sprintf("claim:%02d", n), Article: a.ID, Date: f[1], DateSource: news.DateFromText, Lemma: f[3], Predicate: f[3] + "s",
		Class: news.Class(f[4]), Modality: news.Modality(f[6]), Polarity: news.Polarity(f[7]), Theme: f[9], Rule: "verb", Confidence: 0.9}
	c.CAMEO = c.Class.CAMEO()
	if f[8] != "" {
		p := someone(f[8])
		c.Speaker = &p
	}
	c.Subject = someone(f[2])
	trigger := say(f[3] + "s")
	c.Trigger, c.TriggerStart, c.TriggerEnd = f[3]+"s", trigger.Start, trigger.End
	if f[5] != "" {
		p := someone(f[5])
		c.Object = &p
	}
	if f[9] != "" {
		say(f[9])
	}
	c.SentenceStart, c.SentenceEnd = begin, len(a.Text)-1
	c.Sentence = a.Text[begin : len(a.Text)-1]
	return c
}

func run(t *testing.T, db, text string, args ...string) graph.Result {
	t.Helper()
	t.Setenv(childEnv, "1")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r, err := graph.RunGizmo(t.Context(), exe, nil, graph.Query{DB: db, Text: text, Prelude: Prelude(args)})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return r
}

// TestLibrary compares what every query answers with its golden file. Each has an answer in the test's graph, and
// exactly the columns that it names.
func TestLibrary(t *testing.T) {
	db := database(t)
	if len(List()) < 15 {
		t.Fatalf("only %d queries", len(List()))
	}
	for _, q := range List() {
		t.Run(q.Name, func(t *testing.T) {
			if q.Description == "" || len(q.Columns) == 0 {
				t.Fatalf("no description or no columns: %+v", q)
			}
			r := q.Arrange(run(t, db, q.Text))
			if !slices.Equal(r.Columns, q.Columns) {
				t.Errorf("columns %v, want %v", r.Columns, q.Columns)
			}
			if len(r.Rows) == 0 {
				t.Error("no answer")
			}
			golden(t, filepath.Join("testdata", q.Name+".golden"), table(t, r))
		})
	}
}

func table(t *testing.T, r graph.Result) string {
	var b strings.Builder
	b.WriteString(strings.Join(r.Columns, " | ") + "\n")
	for _, row := range r.Rows {
		for i, v := range row {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if i > 0 {
				b.WriteString(" | ")
			}
			b.Write(text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestArguments(t *testing.T) {
	db := database(t)
	q, ok := Find("actors-of-side")
	if !ok {
		t.Fatal("no actors-of-side")
	}
	r := q.Arrange(run(t, db, q.Text, "Caledor"))
	if len(r.Rows) != 2 || r.Rows[0][1] != "Caledor" || r.Rows[1][1] != "Cara Cole" {
		t.Errorf("actors of Caledor: %v", r.Rows)
	}
	r = run(t, db, `g.emit(args[0])`, "\"); \u2028</script>")
	if len(r.Rows) != 1 || r.Rows[0][0] != "\"); \u2028</script>" {
		t.Errorf("an argument is text, not code: %v", r.Rows)
	}
	if _, ok := Find("../helpers"); ok {
		t.Error("found what is no query")
	}
}

func TestHelpers(t *testing.T) {
	db := database(t)
	for _, c := range []struct{ text, want string }{
		{`actor("Ann Archer").all()`, `[["\u003cactor:ann_archer\u003e"]]`},
		{`actor("actor:arcadia").all()`, `[["\u003cactor:arcadia\u003e"]]`},
		{`g.emit(side("Borduria").count())`, `[[2]]`},
		{`g.emit([claims().count(), told().count()])`, `[[[14,11]]]`},
		{`by(actor("Bill Bower")).out("<claim:class>").all()`, `[["ACCUSE"]]`},
		{`upon(actor("Bill Bower")).out("<claim:class>").unique().order().all()`, `[["CONSULT"],["REJECT"]]`},
		{`warned().all()`, `[["\u003cclaim:00\u003e","\u003cclaim:00\u003e","\u003cactor:ann_archer\u003e","\u003cactor:borduria\u003e"]]`},
		{`let name = "mine", count = 2; const order = 3; var rows = 4; g.emit(name)`, `[["mine"]]`},
		{`var name = 1; rows(told())[0].who && emitClaim(rows(did("accuse"))[0])`,
			`[["2023-02-03","Cara Cole Bill Bower accuses Ann Archer","accuse","Bill Bower","Ann Archer"]]`},
		{`g.emit(article("<claim:00>"))`, `[["\u003carticle:a1\u003e"]]`},
	} {
		got, err := json.Marshal(run(t, db, c.text).Rows)
		if err != nil || string(got) != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
	if !strings.Contains(Helpers(), "global.args") || strings.Contains(Prelude(nil), "args = [\"") {
		t.Error("the prelude without arguments")
	}
}
