// Package web answers questions over HTTP: a page for people, an interface of ours for programs (described by
// openapi.json), and Cayley's own interfaces, so that its clients work unchanged.
//
//	request ──guards──▶ route ──▶ queries.Ask, FindPaths, Timeline … ──▶ JSON
//	                      ├─────▶ Options.Gizmo (a process of its own)
//	                      └─────▶ graph.Store.ChangeQuads (with Write and a token only)
//
// It is read-only by default. The handlers read parameters and write JSON; what is asked is answered by package queries.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"quadwire/graph"
)

// Options say what a server does. DB and Gizmo are needed; the rest has useful zero values.
type Options struct {
	DB      string                                                   // file of the database
	Gizmo   func(context.Context, graph.Query) (graph.Result, error) // runs a query where it can do no harm
	Write   bool                                                     // quads may be written and deleted, with the token
	Token   string                                                   // what a writer has to show
	Origin  string                                                   // a page of this origin may ask too: "https://example.org"; "": none
	Hosts   []string                                                 // names that requests may give the server; nil: any
	Timeout time.Duration                                            // of a query; 0: 30 s
	Limit   int                                                      // most results of a query, whatever is asked for; 0: 10,000
	Log     *slog.Logger                                             // nil: nothing is logged
}

// Server is the http.Handler. It keeps the database open for reading until Close.
type Server struct {
	o       Options
	source  source
	handler http.Handler
	running chan struct{} // a place for each Gizmo process
}

// maxRunning is how many Gizmo processes run side by side; the others wait.
const maxRunning = 4

// New opens the database and returns a server for it.
func New(ctx context.Context, o Options) (*Server, error) {
	if o.Write && o.Token == "" {
		return nil, errors.New("writing over HTTP wants a token")
	}
	if o.Timeout <= 0 {
		o.Timeout = 30 * time.Second
	}
	if o.Limit <= 0 {
		o.Limit = 10_000
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{o: o, source: source{db: o.DB}, running: make(chan struct{}, maxRunning)}
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		h := http.Handler(r.handle)
		if r.writes {
			h = s.writersOnly(h)
		}
		mux.Handle(r.method+" "+r.path, h)
	}
	var err error
	if s.handler, err = s.guarded(mux); err != nil {
		return nil, err
	}
	return s, s.source.open(ctx)
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close closes the database, when no request is being answered any more.
func (s *Server) Close() error { return s.source.close() }

// route is a method and path, in the words of http.ServeMux, and what answers it.
type route struct {
	method, path string
	handle       http.HandlerFunc
	writes       bool
	page         bool // is for a browser, and so no part of the interface that openapi.json describes
}

// routes lists everything that is answered.
func (s *Server) routes() []route {
	return []route{
		{method: "GET", path: "/{$}", handle: file("index.html", "text/html; charset=utf-8"), page: true},
		{method: "GET", path: "/page.js", handle: file("page.js", "text/javascript; charset=utf-8"), page: true},
		{method: "GET", path: "/page.css", handle: file("page.css", "text/css; charset=utf-8"), page: true},
		{method: "GET", path: "/favicon.ico", handle: file("icon.svg", "image/svg+xml"), page: true},
		{method: "GET", path: "/healthz", handle: s.healthz},
		{method: "GET", path: "/health", handle: noContent},

		{method: "GET", path: "/api/openapi.json", handle: file("openapi.json", contentJSON)},
		{method: "GET", path: "/api/ask", handle: s.ask},
		{method: "GET", path: "/api/claims", handle: s.claims},
		{method: "GET", path: "/api/claims/{id...}", handle: s.claim},
		{method: "GET", path: "/api/actors", handle: s.actors},
		{method: "GET", path: "/api/actors/{id...}", handle: s.actor},
		{method: "GET", path: "/api/path", handle: s.path},
		{method: "GET", path: "/api/timeline", handle: s.timeline},
		{method: "GET", path: "/api/stats", handle: s.stats},
		{method: "GET", path: "/api/articles", handle: s.articles},
		{method: "GET", path: "/api/articles/{id...}", handle: s.article},
		{method: "GET", path: "/api/library", handle: s.library},
		{method: "GET", path: "/api/library/{name}", handle: s.runLibrary},

		{method: "POST", path: "/api/v1/query/{language}", handle: s.queryV1},
		{method: "POST", path: "/api/v1/shape/{language}", handle: s.shapeV1},
		{method: "POST", path: "/api/v1/write", handle: s.writeV1, writes: true},
		{method: "POST", path: "/api/v1/write/file/nquad", handle: s.writeFileV1, writes: true},
		{method: "POST", path: "/api/v1/delete", handle: s.deleteV1, writes: true},

		{method: "GET", path: "/api/v2/query", handle: s.queryV2},
		{method: "POST", path: "/api/v2/query", handle: s.queryV2},
		{method: "GET", path: "/api/v2/read", handle: s.readV2},
		{method: "POST", path: "/api/v2/read", handle: s.readV2},
		{method: "GET", path: "/api/v2/formats", handle: s.formatsV2},
		{method: "POST", path: "/api/v2/write", handle: s.writeV2, writes: true},
		{method: "POST", path: "/api/v2/delete", handle: s.deleteV2, writes: true},
	}
}
