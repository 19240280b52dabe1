package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"quadwire/graph"
	"quadwire/graph/news"
)

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

// evil is a title that would be a script if anybody took it for markup.
const evil = `<script>alert("title")</script>`

// warning is an article with one claim.
func warning(id, title string) graph.ArticleClaims {
	const text = "Jake Sullivan warned North Korea."
	c := news.Claim{ID: "claim:" + id, Article: id, Predicate: "warns", Lemma: "warn", Class: news.Threaten, CAMEO: news.Threaten.CAMEO(),
		Polarity: news.Affirmed, Modality: news.Actual, Date: "2023-11-06", DateSource: news.DateFromArticle, Sentence: text, SentenceEnd: len(text),
		Trigger: "warned", TriggerStart: 14, TriggerEnd: 20, Rule: "verb", Confidence: 0.9}
	c.Subject = news.Participant{Actor: news.Actor{ID: "actor:jake_sullivan", Name: "Jake Sullivan", Kind: news.Person, Side: "United States"},
		Mention: "Jake Sullivan", Span: news.Span{Start: 0, End: 13}}
	c.Object = &news.Participant{Actor: news.Actor{ID: "actor:north_korea", Name: "North Korea", Kind: news.Country, Side: "North Korea"},
		Mention: "North Korea", Span: news.Span{Start: 21, End: 32}}
	return graph.ArticleClaims{Article: news.Article{ID: id, Title: title, Date: "2023-11-06", Text: text}, Claims: []news.Claim{c}}
}

// serve starts a server for a database with two articles.
func serve(t *testing.T, change func(*Options)) *httptest.Server {
	t.Helper()
	db := filepath.Join(t.TempDir(), graph.DefaultPath)
	store, err := graph.Open(t.Context(), db, graph.Options{Create: true, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := store.Add(t.Context(), []graph.ArticleClaims{warning("a.txt", evil), warning("b.txt", "Plain")})
	if err != nil || len(r.Rejected) > 0 {
		t.Fatal(err, r.Rejected)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv(childEnv, "1")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o := Options{DB: db, Hosts: []string{"127.0.0.1"}, Gizmo: func(ctx context.Context, q graph.Query) (graph.Result, error) {
		return graph.RunGizmo(ctx, exe, nil, q)
	}}
	if change != nil {
		change(&o)
	}
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(func() {
		server.Close()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

// ask sends a request and returns the answer. Headers are given as "Name: value".
func ask(t *testing.T, server *httptest.Server, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Set(name, value)
	}
	response, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(data)
}

func TestAnswers(t *testing.T) {
	server := serve(t, nil)
	for _, c := range []struct {
		path string
		code int
		want string
	}{
		{"/healthz", 200, `"claims":2`},
		{"/health", 204, ""},
		{"/api/ask?q=who+warned+whom", 200, `"total":1,"claims":2`},
		{"/api/ask?q=who+warned+whom&since=2024", 200, `"total":0`},
		{"/api/ask?q=", 400, "parameter q"},
		{"/api/ask?q=who", 400, "expected a verb"},
		{"/api/ask?q=who+warned+whom&limit=0", 400, "a number from 1"},
		{"/api/ask?q=who+warned+whom&since=someday", 400, "a date"},
		{"/api/ask?q=who+warned+whom&include=everything", 400, "everything"},
		{"/api/ask?q=who+warned+whom&sort=size", 400, "articles, date, confidence or name"},
		{"/api/ask?q=who+warned+Nobodyland", 404, "Nobodyland"},
		{"/api/claims", 200, `"total":2,"offset":0`},
		{"/api/claims?actor=North+Korea&offset=1", 200, `"total":2,"offset":1`},
		{"/api/claims?actor=a&actor=b&actor=c", 400, "two actors at most"},
		{"/api/claims?class=nonsense", 400, "nonsense"},
		{"/api/claims?min_confidence=2", 400, "from 0 to 1"},
		{"/api/claims/claim:a.txt", 200, `"trigger":"warned"`},
		{"/api/claims/none", 404, "nothing of this id"},
		{"/api/actors?q=korea", 200, `"id":"actor:north_korea"`},
		{"/api/actors/Jake%20Sullivan", 200, `"does":[{`},
		{"/api/actors/nobody", 404, "nobody"},
		{"/api/path?from=Sullivan&to=North+Korea", 200, `"hops":[{`},
		{"/api/path?from=Sullivan", 400, "parameter to"},
		{"/api/timeline?actor=Sullivan", 200, `"total":2`},
		{"/api/timeline", 400, "one actor or two"},
		{"/api/stats", 200, `"articles":2,"actors":2,"claims":2`},
		{"/api/articles?limit=1", 200, `"total":2,"offset":0,"articles":[{"id":"a.txt"`},
		{"/api/articles/a.txt", 200, `"text":"Jake Sullivan warned North Korea."`},
		{"/api/articles/..%2f..%2fetc%2fpasswd", 404, "no such article"},
		{"/api/library", 200, `"name":"who-warned-whom"`},
		{"/api/library/who-warned-whom", 200, `"Jake Sullivan","warn","North Korea"`},
		{"/api/library/none", 404, "nothing"},
		{"/api/openapi.json", 200, `"openapi": "3.1.0"`},
		{"/", 200, "<!DOCTYPE html>"},
		{"/page.js", 200, "use strict"},
		{"/nothing", 404, ""},
		{"/../web.go", 404, ""},
	} {
		response, text := ask(t, server, "GET", c.path, "")
		if response.StatusCode != c.code || !strings.Contains(text, c.want) {
			t.Errorf("%s: %d %.300s\nwant %d %s", c.path, response.StatusCode, text, c.code, c.want)
		}
		if strings.HasPrefix(c.path, "/api") && !json.Valid([]byte(text)) {
			t.Errorf("%s: no JSON: %.300s", c.path, text)
		}
	}
}

// TestScriptsInTitles: a title stays text. The answer is no HTML, its brackets are escaped all the same, and the page
// makes no markup of any text.
func TestScriptsInTitles(t *testing.T) {
	server := serve(t, nil)
	for _, path := range []string{"/api/articles", "/api/articles/a.txt", "/api/ask?q=who+warned+whom", "/api/ask?q=%3Cscript%3E"} {
		response, text := ask(t, server, "GET", path, "")
		if strings.Contains(text, "<script") || response.Header.Get("Content-Type") != contentJSON || response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v %s", path, response.Header, text)
		}
	}
	response, _ := ask(t, server, "GET", "/", "")
	if p := response.Header.Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || strings.Contains(p, "unsafe") {
		t.Errorf("policy %q", p)
	}
	script, err := files.ReadFile("page.js")
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function`).Find(script); m != nil {
		t.Errorf("page.js has %s", m)
	}
	markup, err := files.ReadFile("index.html")
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`https?://|style=|\son\w+=|<script>`).Find(markup); m != nil {
		t.Errorf("index.html has %s", m)
	}
}

func TestGuards(t *testing.T) {
	server := serve(t, func(o *Options) { o.Origin = "https://friend.example" })
	query := "/api/v2/query?lang=gizmo"
	for _, c := range []struct {
		name, method, path string
		headers            []string
		code               int
		allowed            string
	}{
		{"own name", "GET", "/healthz", nil, 200, ""},
		{"foreign name", "GET", "/healthz", []string{"Host: rebound.example"}, 421, ""},
		{"foreign name with our port", "GET", "/", []string{"Host: rebound.example:64210"}, 421, ""},
		{"foreign page", "POST", query, []string{"Origin: https://foe.example", "Sec-Fetch-Site: cross-site"}, 403, ""},
		{"foreign page reads", "GET", "/healthz", []string{"Origin: https://foe.example"}, 200, ""},
		{"friend reads", "GET", "/healthz", []string{"Origin: https://friend.example"}, 200, "https://friend.example"},
		{"friend asks first", "OPTIONS", query, []string{"Origin: https://friend.example"}, 204, "https://friend.example"},
		{"wrong method", "DELETE", "/api/claims", nil, 405, ""},
		{"write", "POST", "/api/v2/write", nil, 403, ""},
		{"delete", "POST", "/api/v1/delete", []string{"Authorization: Bearer x"}, 403, ""},
	} {
		response, text := ask(t, server, c.method, c.path, "g.emit(1)", c.headers...)
		if response.StatusCode != c.code || response.Header.Get("Access-Control-Allow-Origin") != c.allowed {
			t.Errorf("%s: %d %v %s", c.name, response.StatusCode, response.Header, text)
		}
	}
	if _, err := New(t.Context(), Options{Write: true}); err == nil {
		t.Error("writing without a token")
	}
	if _, err := New(t.Context(), Options{Origin: "no origin"}); err == nil {
		t.Error("an origin that is none")
	}
}

// TestOpenAPI compares the description with the routes, both ways: each path, method and parameter of a path.
func TestOpenAPI(t *testing.T) {
	data, err := files.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			Summary    string
			Security   []any
			Parameters []struct{ Name, In string }
			Responses  map[string]any
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	described := map[string]bool{}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			described[strings.ToUpper(method)+" "+path] = len(op.Security) > 0
			var in []string
			for _, p := range op.Parameters {
				if p.In == "path" {
					in = append(in, "{"+p.Name+"}")
				}
			}
			if want := regexp.MustCompile(`\{\w+\}`).FindAllString(path, -1); !slices.Equal(in, want) {
				t.Errorf("%s %s: parameters %v, want %v", method, path, in, want)
			}
			if op.Summary == "" || len(op.Responses) == 0 {
				t.Errorf("%s %s: no summary or no responses", method, path)
			}
		}
	}
	for _, r := range (&Server{}).routes() {
		name := r.method + " " + strings.ReplaceAll(r.path, "...", "")
		secured, ok := described[name]
		if ok == r.page {
			t.Errorf("%s: described %v", name, ok)
		}
		if ok && secured != r.writes {
			t.Errorf("%s: described as wanting a token %v, wants one %v", name, secured, r.writes)
		}
		delete(described, name)
	}
	for name := range described {
		t.Errorf("%s is described, but not answered", name)
	}
}

// TestParametersAreDescribed: every parameter that the handlers read is in the description.
func TestParametersAreDescribed(t *testing.T) {
	data, err := files.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	read := regexp.MustCompile(`p\.(?:text|needed|list|number|flag|date)\("(\w+)"|FormValue\("(\w+)"\)|Query\(\)\.Get\("(\w+)"\)|values\("(\w+)"\)`)
	for _, name := range []string{"api.go", "parameters.go", "cayley.go"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range read.FindAllSubmatch(source, -1) {
			parameter := string(bytes.Join(m[1:], nil))
			if !bytes.Contains(data, []byte(`"name": "`+parameter+`"`)) {
				t.Errorf("%s reads the parameter %s, which is not described", name, parameter)
			}
		}
	}
}

func TestBusyServerSaysSo(t *testing.T) {
	var s *Server
	serve(t, func(o *Options) {
		o.Timeout = 50 * time.Millisecond
		s = &Server{o: *o, running: make(chan struct{}, 1)}
	})
	s.running <- struct{}{}
	w := httptest.NewRecorder()
	s.queryV2(w, httptest.NewRequestWithContext(t.Context(), "GET", "/api/v2/query?lang=gizmo&qu=1", nil))
	if w.Code != 503 || !strings.Contains(w.Body.String(), "busy") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
