package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestCayleyQueries sends what clients of Cayley send, and wants what Cayley answers.
func TestCayleyQueries(t *testing.T) {
	server := serve(t, func(o *Options) { o.Timeout = 3 * time.Second })
	const warned = `g.V("<actor:north_korea>").Tag("whom").In("<verb:warns>").Unique().All()`
	const rows = `{"result":[{"id":"<actor:jake_sullivan>","whom":"<actor:north_korea>"}]}` + "\n"
	for _, c := range []struct {
		method, path, body string
		code               int
		want               string
	}{
		{"POST", "/api/v1/query/gizmo", warned, 200, rows},
		{"POST", "/api/v1/query/gizmo?limit=1", `g.V("<actor:north_korea>").In("<verb:warns>").All()`, 200, `{"result":[{"id":"<actor:jake_sullivan>"}]}` + "\n"},
		{"POST", "/api/v1/query/gizmo", `g.V("<actor:nobody>").All()`, 200, `{"result":null}` + "\n"},
		{"POST", "/api/v1/query/gizmo", `g.Emit({a: 1}); g.Emit("b"); g.Emit(2)`, 200, `{"result":[{"a":1},"b",2]}` + "\n"},
		{"POST", "/api/v1/query/graphql", warned, 400, `{"error":"Unknown query language."}` + "\n"},
		{"POST", "/api/v1/shape/gizmo", warned, 501, `{"error":"Query shape API v1 is deprecated."}` + "\n"},
		{"POST", "/api/v2/query?lang=gizmo", warned, 200, rows},
		{"GET", "/api/v2/query?lang=gizmo&qu=g.V%28%22%3Cactor%3Anorth_korea%3E%22%29.All%28%29", "", 200, `{"result":[{"id":"<actor:north_korea>"}]}` + "\n"},
		{"POST", "/api/v2/query", warned, 400, `{"error":"query language not specified"}` + "\n"},
		{"POST", "/api/v2/query?lang=mql", warned, 400, `{"error":"unknown query language"}` + "\n"},
		{"POST", "/api/v2/query?lang=gizmo", "", 400, `{"error":"query is empty"}` + "\n"},
	} {
		response, text := ask(t, server, c.method, c.path, c.body)
		if response.StatusCode != c.code || text != c.want || response.Header.Get("Content-Type") != contentJSON {
			t.Errorf("%s %s %s: %d %s\nwant %d %s", c.method, c.path, c.body, response.StatusCode, text, c.code, c.want)
		}
	}
	for query, want := range map[string]string{"g.V(": "syntax error", "while (true) {}": "took longer", "g.V().out({a:1}).all()": "crashed",
		strings.Repeat(" ", maxQuery) + "1": "too large"} {
		response, text := ask(t, server, "POST", "/api/v2/query?lang=gizmo", query)
		if response.StatusCode != 400 || !strings.Contains(text, want) {
			t.Errorf("%.40s: %d %s", query, response.StatusCode, text)
		}
	}
	if response, _ := ask(t, server, "POST", "/api/v1/query/gizmo", warned); response.StatusCode != 200 {
		t.Error("the server does not go on")
	}
}

func TestCayleyReads(t *testing.T) {
	server := serve(t, nil)
	for path, want := range map[string]string{
		"/api/v2/read?pred=%3Cverb:warns%3E&label=%3Carticle:a.txt%3E": "<actor:jake_sullivan> <verb:warns> <actor:north_korea> <article:a.txt> .\n",
		"/api/v2/read?pred=%3Cverb:warns%3E&label=%3Carticle:a.txt%3E&format=json": "[\n\t{\"subject\":\"\\u003cactor:jake_sullivan\\u003e\",\"predicate\":" +
			"\"\\u003cverb:warns\\u003e\",\"object\":\"\\u003cactor:north_korea\\u003e\",\"label\":\"\\u003carticle:a.txt\\u003e\"}\n]\n",
	} {
		response, text := ask(t, server, "GET", path, "")
		if response.StatusCode != 200 || text != want {
			t.Errorf("%s: %d %q\nwant %q", path, response.StatusCode, text, want)
		}
	}
	_, text := ask(t, server, "GET", "/api/v2/formats", "")
	if !strings.HasPrefix(text, `[{"id":"nquads","read":true,"write":true,"ext":[".nq",".nt"]`) {
		t.Errorf("formats: %s", text)
	}
}

// TestCayleyWrites: with the flag and the token, what was read from one server is written to another, and deleted. The
// title is a plain one: Cayley's JSON takes a string in angle brackets for an IRI.
func TestCayleyWrites(t *testing.T) {
	server := serve(t, func(o *Options) { o.Write, o.Token = true, "secret-token" })
	const token = "Authorization: Bearer secret-token"
	read := func(article, format string) string {
		_, text := ask(t, server, "GET", "/api/v2/read?label=%3Carticle:"+article+"%3E&format="+format, "")
		return text
	}
	for format, media := range map[string]string{"nquads": "application/n-quads", "pquads": "application/x-protobuf", "json": "application/json"} {
		before := read("b.txt", "nquads")
		quads := read("b.txt", format)
		for _, c := range []struct {
			path    string
			headers []string
			code    int
			want    string
			left    string
		}{
			{"/api/v2/delete", nil, 401, "token", before},
			{"/api/v2/delete", []string{"Authorization: Bearer wrong"}, 401, "TOKEN", before},
			{"/api/v2/delete", []string{token}, 200, `{"result":"Successfully deleted `, ""},
			{"/api/v2/write", []string{token}, 200, `{"result":"Successfully wrote `, before},
			{"/api/v2/write", []string{token}, 200, `"count":`, before},
		} {
			response, text := ask(t, server, "POST", c.path, quads, append(c.headers, "Content-Type: "+media)...)
			if response.StatusCode != c.code || !strings.Contains(strings.ToLower(text), strings.ToLower(c.want)) {
				t.Errorf("%s of %s: %d %s", c.path, format, response.StatusCode, text)
			}
			if left := read("b.txt", "nquads"); left != c.left {
				t.Errorf("%s of %s leaves\n%s\nwant\n%s", c.path, format, left, c.left)
			}
		}
	}
	response, text := ask(t, server, "POST", "/api/v1/write", `[{"subject": "alice", "predicate": "follows", "object": "bob", "label": "x"}]`, token)
	if response.StatusCode != 400 || !strings.Contains(text, "is no article") {
		t.Errorf("foreign quads: %d %s", response.StatusCode, text)
	}
	if response, text := ask(t, server, "POST", "/api/v1/query/gizmo", `warned().all()`); response.StatusCode != 200 || !strings.Contains(text, "claim:b.txt") {
		t.Errorf("asking after writing: %d %s", response.StatusCode, text)
	}
	testFileV1(t, server.URL, read("b.txt", "nquads"))
}

// testFileV1 sends a file of N-Quads as a form, as Cayley's web page does.
func testFileV1(t *testing.T, url, quads string) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	part, err := form.CreateFormFile("NQuadFile", "b.nq")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(quads)); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), "POST", url+"/api/v1/write/file/nquad", &b)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Authorization", "Bearer secret-token")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		t.Errorf("a file of N-Quads: %s", response.Status)
	}
}
