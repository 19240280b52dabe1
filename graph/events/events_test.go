package events

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

// icewsRow makes a row of ICEWS.
func icewsRow(id, date, source, sourceCountry, code, target, targetCountry, story string) string {
	return strings.Join([]string{id, date, source, "Executive,Government", sourceCountry, "Threaten", code, "-4.4", target, "", targetCountry, story, "4", "Xinhua News Agency",
		"Moscow", "", "Moskva", "Russian Federation", "55.75", "37.61"}, "\t")
}

// checkWords checks that the offsets of claims show their words.
func checkWords(t *testing.T, ac graph.ArticleClaims) {
	t.Helper()
	for _, c := range ac.Claims {
		text := ac.Article.Text
		parts := []news.Participant{c.Subject, {Mention: c.Sentence, Span: news.Span{Start: c.SentenceStart, End: c.SentenceEnd}},
			{Mention: c.Trigger, Span: news.Span{Start: c.TriggerStart, End: c.TriggerEnd}}}
		if c.Object != nil {
			parts = append(parts, *c.Object)
		}
		for _, p := range parts {
			if p.Start < 0 || p.End < p.Start || p.End > len(text) || text[p.Start:p.End] != p.Mention {
				t.Errorf("%q is not at %d to %d", p.Mention, p.Start, p.End)
			}
		}
	}
}

// told returns claims as lines.
func told(batch []graph.ArticleClaims) string {
	var out []string
	for _, ac := range batch {
		for _, c := range ac.Claims {
			object := "-"
			if c.Object != nil {
				object = c.Object.ID
			}
			out = append(out, strings.Join([]string{c.Article, c.Date, c.Subject.ID, c.Subject.Side, string(c.Subject.Kind), string(c.Class), c.CAMEO, object}, "|"))
		}
	}
	return strings.Join(out, "\n")
}

func TestReadICEWS(t *testing.T) {
	file := strings.Join([]string{strings.Join(icewsColumns, "\t"),
		icewsRow("1", "2016-01-02", "Vladimir Putin", "Russian Federation", "130", "Ukraine", "Ukraine", "900"),
		"2\t2016-01-02\tbroken",
		icewsRow("3", "yesterday", "Iran", "Iran", "042", "Iraq", "Iraq", "901"),
		icewsRow("4", "2016-01-03", "Protester (Egypt)", "Egypt", "141", "Military (Egypt)", "Egypt", "901"),
		icewsRow("5", "2016-01-03", "Iran", "Iran", "999", "Iraq", "Iraq", "901"),
		icewsRow("6", "2016-01-03", "", "", "042", "Iraq", "Iraq", "901"),
		icewsRow("7", "2016-01-02", "Iran", "Iran", "0871", "S\xe3o Paulo", "Brazil", "900") + "\t\t",
	}, "\r\n") + "\n\n"
	var bad []string
	b, err := Read(strings.NewReader(file), Options{Bad: func(line int, err error) { bad = append(bad, fmt.Sprintf("%d: %v", line, err)) }})
	if err != nil {
		t.Fatal(err)
	}
	want := `icews-900|2016-01-02|actor:vladimir_putin|Russia|person|THREATEN|130|actor:ukraine
icews-900|2016-01-02|actor:iran|Iran|country|RETREAT|0871|actor:são_paulo
icews-901|2016-01-03|actor:protester_egypt|Egypt|group|PROTEST|141|actor:military_egypt`
	if got := told(b.Articles); got != want {
		t.Errorf("read\n%s\nwant\n%s", got, want)
	}
	wantBad := `3: 3 columns, expected 20
4: "yesterday" is not a date: write it as 2023-11-06, 6 November 2023 or Nov 6, 2023
6: "999" is no CAMEO code`
	if got := strings.Join(bad, "\n"); got != wantBad || b.Bad != 3 || b.Rows != 7 || b.Without != 1 || b.Format != ICEWS {
		t.Errorf("bad\n%s\nwant\n%s\n%d bad, %d rows, %d without", got, wantBad, b.Bad, b.Rows, b.Without)
	}
	for _, ac := range b.Articles {
		checkWords(t, ac)
	}
	if c := b.Articles[0].Claims[0]; c.Trigger != "Threaten" || c.Subject.Mention != "Vladimir Putin" || !strings.HasPrefix(c.Sentence, "1\t2016-01-02\t") {
		t.Errorf("%+v", c)
	}
	a := b.Articles[0].Article
	if a.Source != "Xinhua News Agency" || a.Date != "2016-01-02" || b.Articles[0].Claims[0].Place != "Moscow, Moskva, Russian Federation" {
		t.Errorf("%+v", a)
	}
}

func TestReadPOLECAT(t *testing.T) {
	head := slices.Clone(polecatColumns)
	head[slices.Index(head, "Intensity")] = "Event Intensity"
	row := func(cells map[string]string) string {
		out := make([]string, len(head))
		for i, h := range head {
			if out[i] = cells[h]; out[i] == "" {
				out[i] = "None"
			}
		}
		return strings.Join(out, "\t")
	}
	file := strings.Join([]string{strings.Join(head, "\t"),
		row(map[string]string{"Event ID": "a1", "Event Date": "2023-02-01", "Event Type": "ACCUSE", "Actor Name": "Joe Biden; Antony Blinken", "Actor Country": "USA; USA",
			"Primary Actor Sector": "GOV", "Recipient Name": "China", "Recipient Country": "CHN", "Source": "AP", "Publication Date": "2023-02-02"}),
		row(map[string]string{"Event ID": "a2", "Event Date": "2023-02-01", "Event Type": "CONSULT", "Actor Country": "TUR", "Primary Actor Sector": "MIL"}),
		row(map[string]string{"Event ID": "a3", "Event Date": "2023-02-01", "Event Type": "DANCE", "Actor Name": "A"}),
	}, "\n")
	b, err := Read(strings.NewReader(file), Options{ActorID: func(name string, kind news.Kind, side string) string { return "actor:" + slug(name) }})
	if err != nil || b.Bad != 1 || b.Format != POLECAT {
		t.Fatal(err, b.Bad)
	}
	want := `polecat-a1-2023-02-01|2023-02-01|actor:joe_biden|United States|person|ACCUSE|11|actor:china
polecat-a1-2023-02-01|2023-02-01|actor:antony_blinken|United States|person|ACCUSE|11|actor:china
polecat-a2-2023-02-01|2023-02-01|actor:turkey|Turkey|country|CONSULT|04|-`
	if got := told(b.Articles); got != want {
		t.Errorf("read\n%s\nwant\n%s", got, want)
	}
	if a := b.Articles[0].Article; a.Date != "2023-02-02" || a.Source != "AP" {
		t.Errorf("%+v", a)
	}
}

func TestReadGDELT(t *testing.T) {
	row := make([]string, gdeltColumns)
	row[0], row[1], row[5], row[6], row[7] = "1130", "20240305", "RUSGOV", "PRESIDENT OF RUSSIA", "RUS"
	row[12], row[15], row[16], row[17], row[26], row[52] = "GOV", "UKR", "UKRAINE", "UKR", "173", "Kyiv, Kyyiv, Misto, Ukraine"
	row[59], row[60] = "20240306101500", "https://www.example.org/a?b=1"
	nobody := slices.Clone(row)
	nobody[5], nobody[6], nobody[7] = "", "", ""
	short := row[:59]
	old := slices.Concat(row[:39], row[40:47], row[48:55], row[56:])
	old[0] = "1131"
	b, err := Read(strings.NewReader(strings.Join([]string{strings.Join(row, "\t"), strings.Join(nobody, "\t"), strings.Join(short, "\t"), strings.Join(old, "\t")}, "\n")), Options{})
	if err != nil || b.Bad != 1 || b.Without != 1 || len(b.Articles) != 1 || len(b.Articles[0].Claims) != 2 {
		t.Fatalf("%v %+v", err, b)
	}
	a := b.Articles[0].Article
	if a.Source != "example.org" || a.URL != row[60] || a.Date != "2024-03-06" {
		t.Errorf("%+v", a)
	}
	for _, c := range b.Articles[0].Claims {
		if c.Subject.Name != "President of Russia" || c.Subject.Side != "Russia" || c.Object.Kind != news.Country || c.Class != news.Coerce || c.Place != row[52] {
			t.Errorf("%+v", c)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, text := range []string{"", "hello\n", "a\tb\tc\n", "\x00\x01\n", strings.Repeat("x", maxLine+1)} {
		if b, err := Read(strings.NewReader(text), Options{}); err == nil {
			t.Errorf("%.20q is read as %+v", text, b)
		}
	}
}

func TestClassOf(t *testing.T) {
	for code, want := range map[string]news.Class{"010": news.State, "042": news.Consult, "0841": news.Retreat, "083": news.Concede, "163": news.Coerce, "1712": news.Assault,
		"1711": news.Coerce, "175": news.Assault, "192": news.Coerce, "193": news.Assault, "20": news.Assault, "": "", "9": "", "99": "", "1x": ""} {
		if got, ok := classOf(code); got != want || ok != (want != "") {
			t.Errorf("%q is %s, want %s", code, got, want)
		}
	}
}

func TestCountryOf(t *testing.T) {
	for name, want := range map[string]string{"Russian Federation": "RUS", "russia": "RUS", "RU": "RUS", "the Netherlands": "NLD", "Kosovo": "KOS", "Ivory Coast": "CIV", "Mordor": "", "": ""} {
		if c, ok := CountryOf(name); c.Alpha3 != want || ok != (want != "") {
			t.Errorf("%q is %+v", name, c)
		}
	}
}

// graphOf makes a graph of articles.
func graphOf(t *testing.T, batch []graph.ArticleClaims) *graph.Graph {
	t.Helper()
	store, err := graph.OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if r, err := store.Add(t.Context(), batch); err != nil || len(r.Rejected) > 0 {
		t.Fatal(err, r.Rejected)
	}
	g, err := store.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// every yields the numbers of all claims.
func every(g *graph.Graph) iter.Seq[int] { return g.Select(graph.Filter{}) }

// sample is an article with a claim of each class.
func sample() []graph.ArticleClaims {
	ac := graph.ArticleClaims{Extractor: "2", Article: news.Article{ID: "a\tb.txt", Title: "Title", Date: "2023-11-30", Source: "The\tDaily", Text: "Sullivan warned"}}
	sullivan := news.Actor{ID: "actor:jake_sullivan", Name: "Jake Sullivan", Kind: news.Person, Side: "United States", Roles: []string{"adviser"}}
	for i, class := range news.Classes {
		c := news.Claim{ID: fmt.Sprintf("claim:%d", i), Article: ac.Article.ID, Subject: news.Participant{Actor: sullivan}, Predicate: "acts", Lemma: "act", Class: class,
			Object: &news.Participant{Actor: news.Actor{ID: "actor:russia", Name: "Russia", Kind: news.Country, Side: "Russia"}}, Polarity: news.Affirmed, Modality: news.Actual,
			Date: []string{"2023-11-06", "2023-11", "2023", "2022-01"}[i%4], Place: "Sochi", Confidence: 0.5}
		ac.Claims = append(ac.Claims, c)
	}
	ac.Claims = append(ac.Claims, news.Claim{ID: "claim:alone", Article: ac.Article.ID, Subject: news.Participant{Actor: sullivan}, Predicate: "warns", Lemma: "warn",
		Class: news.Threaten, Polarity: news.Affirmed, Modality: news.Actual, Confidence: 0.5})
	return []graph.ArticleClaims{ac}
}

// What is written is read back with the same actors, sides, classes and days.
func TestWriteRead(t *testing.T) {
	g := graphOf(t, sample())
	for f, want := range map[Format]struct{ rows, columns int }{ICEWS: {17, 20}, POLECAT: {17, 40}, GDELT: {18, 61}} {
		var b bytes.Buffer
		done, err := Write(&b, g, every(g), f)
		if err != nil || done.Rows != want.rows || done.Rows+done.Left != g.Len() {
			t.Errorf("%s: %+v, %v", f, done, err)
		}
		for line := range strings.Lines(b.String()) {
			if n := strings.Count(line, "\t") + 1; n != want.columns {
				t.Errorf("%s: %d columns in %q", f, n, line)
			}
		}
		back, err := Read(&b, Options{})
		if err != nil || back.Bad > 0 || back.Format != f {
			t.Fatalf("%s: %v, %+v", f, err, back)
		}
		read := 0
		for _, ac := range back.Articles {
			for _, c := range ac.Claims {
				read++
				if !strings.EqualFold(c.Subject.Name, "Jake Sullivan") || c.Subject.Side != "United States" || c.Subject.Kind != news.Person ||
					c.Object != nil && c.Object.ID != "actor:russia" {
					t.Errorf("%s: %+v", f, c)
				}
			}
		}
		if read != want.rows {
			t.Errorf("%s: %d rows are read as %d claims", f, want.rows, read)
		}
		for _, class := range news.Classes[:16] {
			if !strings.Contains(told(back.Articles), "|"+string(class)+"|") && !(class == news.Concede || class == news.Retreat) {
				t.Errorf("%s: no %s comes back", f, class)
			}
		}
	}
}

func TestWritePLOVER(t *testing.T) {
	g := graphOf(t, sample())
	var b bytes.Buffer
	done, err := Write(&b, g, every(g), PLOVER)
	if err != nil || done.Rows != 17 {
		t.Fatalf("%+v, %v", done, err)
	}
	for line := range strings.Lines(b.String()) {
		var r struct {
			ID, Date string
			Actor    []struct {
				Code string `json:"code"`
			}
			Event []string
			Quad  int `json:"quad_code"`
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.ID == "" || len(r.Date) != 10 || r.Actor[0].Code != "USA" || len(r.Event) != 1 || r.Quad < 1 || r.Quad > 4 {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(strings.Join(icewsColumns, "\t") + "\n" + icewsRow("1", "2016-01-02", "A B", "Iran", "130", "Iraq", "Iraq", "1"))
	f.Add(strings.Join(polecatColumns, "\t") + "\n" + strings.Repeat("x\t", 39) + "y")
	f.Add("1\t20240305" + strings.Repeat("\t", 24) + "\t130" + strings.Repeat("\t", 34))
	f.Fuzz(func(t *testing.T, text string) {
		b, err := Read(strings.NewReader(text), Options{})
		if err != nil {
			return
		}
		for _, ac := range b.Articles {
			if _, err := graph.Normalize(ac); err != nil {
				t.Errorf("what was read cannot be kept: %v", err)
			}
			checkWords(t, ac)
		}
	})
}
