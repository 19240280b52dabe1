package read

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"quadwire/graph/news"
)

func TestRecords(t *testing.T) {
	want := news.Article{ID: "7", Title: "Envoys meet", Date: "2023-11-06", Source: "The Daily", URL: "https://d.example/7", Text: "They met."}
	for name, record := range map[string]string{
		"plain":     `{"id":"7","title":"Envoys meet","date":"2023-11-06","source":"The Daily","url":"https://d.example/7","text":"They met."}`,
		"news api":  `{"_id":7,"title":"Envoys meet","publishedAt":"2023-11-06T10:15:00Z","source":{"id":null,"name":"The Daily"},"url":"https://d.example/7","content":"They met.","author":"A"}`,
		"guardian":  `{"id":"7","webTitle":"Envoys meet","webPublicationDate":"2023-11-06T10:15:00Z","publication":"The Daily","webUrl":"https://d.example/7","fields":{"bodyText":"They met.","wordcount":"2"}}`,
		"wordpress": `{"id":7,"title":{"rendered":"Envoys meet"},"date_gmt":"2023-11-06T10:15:00","site_name":"The Daily","link":"https://d.example/7","content":{"rendered":"<p>They met.</p>"}}`,
		"archive":   `{"uuid":"7","headline":{"main":"Envoys meet"},"pub_date":"Mon, 06 Nov 2023 10:15:00 GMT","publisher":"The Daily","permalink":"https://d.example/7","body":["They met."]}`,
		"elastic":   `{"_id":"7","_source":{"headline":"Envoys meet","timestamp":1699265700000,"outlet":"The Daily","uri":"https://d.example/7","article_text":"They met."}}`,
		"linked":    `{"@type":"NewsArticle","docno":"7","headline":"Envoys meet","datePublished":"2023-11-06","publisher":{"@type":"Organization","name":"The Daily"},"url":"https://d.example/7","articleBody":"They met."}`,
		"seconds":   `{"key":"7","title":"Envoys meet","created":1699265700,"feed":"The Daily","canonical-url":"https://d.example/7","full_text":"They met."}`,
	} {
		for _, ext := range []string{".json", ".jsonl"} {
			a := one(t, "x"+ext, record+"\n")
			a.Path = ""
			if fmt.Sprintf("%+v", a) != fmt.Sprintf("%+v", want) {
				t.Errorf("%s%s:\n%+v\nwant\n%+v", name, ext, a, want)
			}
		}
	}
}

func TestJSONShapes(t *testing.T) {
	one, two := `{"title":"One","text":"First text."}`, `{"title":"Two","text":"Second text."}`
	for name, c := range map[string]struct{ file, content, ids string }{
		"array":      {"a.json", "[" + one + ",\n" + two + "]", "a.json#1 a.json#2"},
		"wrapped":    {"a.json", `{"status":"ok","articles":[` + one + "," + two + `],"n":2}`, "a.json#1 a.json#2"},
		"nested":     {"a.json", `{"response":{"docs":[` + one + "," + two + `]}}`, "a.json#1 a.json#2"},
		"sequence":   {"a.json", one + "\n" + two + "\n", "a.json#1 a.json#2"},
		"misnamed":   {"a.jsonl", "[\n" + one + ",\n" + two + "\n]\n", "a.jsonl#1 a.jsonl#2"},
		"no name":    {"archive", "\n" + one + "\n" + two + "\n", "archive#2 archive#3"},
		"with urls":  {"a.jsonl", strings.Replace(one, "{", `{"url":"https://x.example/1",`, 1) + "\n\n" + two, "https://x.example/1 a.jsonl#3"},
		"lone":       {"a.json", "{\n" + one[1:], "a.json"},
		"has arrays": {"a.json", `{"authors":[{"name":"A"}],` + one[1:], "a.json"},
	} {
		articles, messages := readAll(t, write(t, map[string]string{c.file: c.content}), Options{}, ".")
		var ids []string
		for _, a := range articles {
			ids = append(ids, a.ID)
		}
		if got := strings.Join(ids, " "); got != c.ids || len(messages) > 0 {
			t.Errorf("%s: ids %q, want %q; messages %q", name, got, c.ids, messages)
		}
	}
}

func TestBrokenJSON(t *testing.T) {
	record := func(i int) string { return fmt.Sprintf(`{"id":"%d","text":"Text number %d."}`, i, i) }
	var lines, array []string
	for i := 1; i <= 4000; i++ {
		r := record(i)
		if i == 3417 {
			r = `{"id":"3417","text:"broken"}`
		}
		lines, array = append(lines, r), append(array, r)
	}
	dir := write(t, map[string]string{"n.jsonl": strings.Join(lines, "\n"), "n.json": "[" + strings.Join(array, ",\n") + "]",
		"cut.json": "[\n" + record(1) + ",\n" + record(2)[:20], "zero.json": "[]", "list.json": `[1, "x"]`, "deep.json": strings.Repeat(`{"data":`, 100_000)})
	articles, messages := readAll(t, dir, Options{}, "n.jsonl")
	if len(articles) != 3999 || len(messages) != 1 || !strings.HasPrefix(messages[0], "n.jsonl:3417: broken JSON at column 21: ") {
		t.Errorf("%d articles, messages %q", len(articles), messages)
	}
	articles, messages = readAll(t, dir, Options{}, "n.json")
	if len(articles) != 3416 || len(messages) != 1 || !strings.HasPrefix(messages[0], "n.json:3417: broken JSON: ") ||
		!strings.Contains(messages[0], "the 3416 records before it were read") {
		t.Errorf("%d articles, messages %q", len(articles), messages)
	}
	articles, messages = readAll(t, dir, Options{}, "cut.json", "zero.json", "list.json", "deep.json")
	want := []string{"cut.json:3: broken JSON: the file ends in the middle", "zero.json: no records in it", "list.json:1: expected an object, found a number",
		"list.json:1: expected an object, found a string", "deep.json:1: broken JSON: "}
	if len(articles) != 1 || len(messages) != len(want) {
		t.Fatalf("%d articles, messages %q", len(articles), messages)
	}
	for i := range want {
		if !strings.HasPrefix(messages[i], want[i]) {
			t.Errorf("message %q, want %q", messages[i], want[i])
		}
	}
}

func TestLongLine(t *testing.T) {
	dir := write(t, map[string]string{"n.jsonl": `{"id":"1","text":"` + strings.Repeat("x ", 5000) + `"}` + "\n" + `{"id":"2","text":"Short."}`})
	articles, messages := readAll(t, dir, Options{MaxArticle: 1000}, ".")
	if len(articles) != 1 || articles[0].ID != "2" || len(messages) != 1 || !strings.HasPrefix(messages[0], "n.jsonl:1: larger than") {
		t.Errorf("%d articles, messages %q", len(articles), messages)
	}
}

// Whatever the bytes are, what is read is text, and every article has an id of its own.
func fuzzFile(f *testing.F, path string) {
	f.Fuzz(func(t *testing.T, s string) {
		seen := map[string]bool{}
		for a, err := range Articles([]File{{Path: "-", ID: path}}, Options{Stdin: strings.NewReader(s), MaxArticle: 1 << 16}) {
			if err != nil {
				continue
			}
			if !utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || a.ID == "" || seen[a.ID] {
				t.Errorf("article %+v", a)
			}
			seen[a.ID] = true
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`[{"text":"a"},{"text":"b"}]`)
	f.Add(`{"articles":[{"title":"x","body":["a","b"]}],"n":1}`)
	f.Add(`{"data":{"data":[`)
	fuzzFile(f, "x.json")
}

func FuzzJSONLines(f *testing.F) {
	f.Add("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
	f.Add("{\"text\":\"a\"} x\n{\"id\":1.5e9,\"text\":{\"rendered\":\"<p>q\"}}\n")
	fuzzFile(f, "x.jsonl")
}
