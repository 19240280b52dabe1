package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"quadwire/graph"
	"quadwire/queries/library"
)

// Cayley's HTTP interfaces, versions 1 and 2, as its server answers them (cayleygraph/cayley, internal/http and
// server/http, 2024), but for these: Gizmo is the only language; queries run in a process of their own with limits;
// what is written must leave each article whole; and a writer shows a token.

// maxQuery is the longest query, in bytes: Cayley's own limit.
const maxQuery = 1 << 20

// usualV1 is how many results Cayley gives if no limit is named.
const usualV1 = 100

// errBusy says that too many queries run already.
var errBusy = errors.New("the server is busy with other queries, or was stopped: ask again")

// gizmo runs a query when there is a place for it; the database is not written meanwhile.
func (s *Server) gizmo(ctx context.Context, q graph.Query) (graph.Result, error) {
	q.DB, q.Timeout = s.o.DB, s.o.Timeout
	if q.Limit <= 0 || q.Limit > s.o.Limit {
		q.Limit = s.o.Limit
	}
	wait, stop := context.WithTimeout(ctx, s.o.Timeout)
	defer stop()
	select {
	case s.running <- struct{}{}:
		defer func() { <-s.running }()
	case <-wait.Done():
		return graph.Result{}, errBusy
	}
	var out graph.Result
	err := s.source.read(ctx, func(*graph.Store, *graph.Graph) (err error) {
		out, err = s.o.Gizmo(ctx, q)
		return err
	})
	return out, err
}

// answerQuery runs a query and answers as Cayley does: {"result": [row, …]}, null if there is none.
func (s *Server) answerQuery(w http.ResponseWriter, r *http.Request, text string, limit int) {
	if strings.TrimSpace(text) == "" {
		answer(w, nil, errEmptyQuery)
		return
	}
	result, err := s.gizmo(r.Context(), graph.Query{Text: text, Prelude: library.Helpers(), Limit: limit})
	if err != nil {
		answer(w, nil, err)
		return
	}
	var rows []any
	for _, row := range result.Rows {
		rows = append(rows, object(result.Columns, row))
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(map[string]any{"result": rows}); err != nil {
		answer(w, nil, err)
		return
	}
	w.Header().Set("Content-Type", contentJSON)
	_, _ = w.Write(b.Bytes()) // whoever asked may have gone away
}

// object returns a row by its columns. What g.emit got and is no object stands for itself.
func object(columns []string, row []any) any {
	out := map[string]any{}
	for i, v := range row {
		if v != nil {
			out[columns[i]] = v
		}
	}
	if v, ok := out["value"]; ok && len(out) == 1 {
		return v
	}
	return out
}

// body reads a query.
func body(r *http.Request) (string, error) {
	text, err := io.ReadAll(io.LimitReader(r.Body, maxQuery+1))
	if err == nil && len(text) > maxQuery {
		err = badRequest{errors.New("request is too large")}
	}
	return string(text), err
}

func (s *Server) queryV1(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("language") != "gizmo" {
		fail(w, http.StatusBadRequest, errors.New("Unknown query language."))
		return
	}
	text, err := body(r)
	if err != nil {
		answer(w, nil, err)
		return
	}
	limit, err := strconv.Atoi(r.URL.Query().Get("limit"))
	if err != nil || limit == 0 {
		limit = usualV1
	}
	s.answerQuery(w, r, text, limit)
}

func (s *Server) shapeV1(w http.ResponseWriter, _ *http.Request) {
	fail(w, http.StatusNotImplemented, errors.New("Query shape API v1 is deprecated."))
}

func (s *Server) queryV2(w http.ResponseWriter, r *http.Request) {
	switch lang := r.URL.Query().Get("lang"); lang {
	case "gizmo":
	case "":
		fail(w, http.StatusBadRequest, errors.New("query language not specified"))
		return
	default:
		fail(w, http.StatusBadRequest, errors.New("unknown query language"))
		return
	}
	text := r.URL.Query().Get("qu")
	if r.Method == http.MethodPost {
		var err error
		if text, err = body(r); err != nil {
			answer(w, nil, err)
			return
		}
	}
	s.answerQuery(w, r, text, usualV1)
}

func (s *Server) formatsV2(w http.ResponseWriter, _ *http.Request) {
	answer(w, graph.QuadFormats(), nil)
}

// format returns the format that a name or a list of media types asks for; nquads otherwise.
func format(name, types string) graph.QuadFormat {
	formats := graph.QuadFormats()
	first, _, _ := strings.Cut(types, ",")
	media, _, err := mime.ParseMediaType(first)
	for _, f := range formats {
		if f.Name == name || name == "" && err == nil && slices.Contains(f.Mime, media) {
			return f
		}
	}
	return formats[0]
}

// readTime is how long reading the whole graph may take.
const readTime = time.Hour

func (s *Server) readV2(w http.ResponseWriter, r *http.Request) {
	f := format(r.FormValue("format"), r.Header.Get("Accept"))
	values := func(name string) []string {
		return slices.DeleteFunc(strings.Split(r.FormValue(name), ","), func(v string) bool { return v == "" })
	}
	p := graph.Pattern{Subjects: values("sub"), Predicates: values("pred"), Objects: values("obj"), Labels: values("label")}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(readTime)) // not all servers have deadlines
	w.Header().Set("Content-Type", f.Mime[0])
	out := &counted{w: w}
	err := s.source.read(r.Context(), func(store *graph.Store, _ *graph.Graph) error {
		var to io.Writer = out
		if strings.HasPrefix(strings.TrimSpace(r.Header.Get("Accept-Encoding")), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
			zip := gzip.NewWriter(out)
			return errors.Join(store.WriteQuads(r.Context(), zip, f.Name, p), zip.Close())
		}
		return store.WriteQuads(r.Context(), to, f.Name, p)
	})
	if err == nil {
		return
	}
	if out.n == 0 {
		w.Header().Del("Content-Encoding")
		answer(w, nil, err)
		return
	}
	s.o.Log.Error("read quads", "error", err)
	panic(http.ErrAbortHandler) // so that nobody takes half of the quads for all of them
}

// counted counts what is written.
type counted struct {
	w io.Writer
	n int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// quadsV2 reads the quads of a request in the format that its headers name.
func quadsV2(r *http.Request) (graph.Quads, error) {
	in := io.Reader(r.Body)
	if strings.HasPrefix(r.Header.Get("Content-Encoding"), "gzip") {
		zip, err := gzip.NewReader(r.Body)
		if err != nil {
			return graph.Quads{}, badRequest{err}
		}
		in = http.MaxBytesReader(nil, zip, 4*maxBody)
	}
	return graph.ReadQuads(in, format("", r.Header.Get("Content-Type")).Name)
}

// change adds or deletes quads and answers with their number.
func (s *Server) change(w http.ResponseWriter, r *http.Request, quads graph.Quads, err error, remove bool) {
	if err == nil {
		err = s.source.write(r.Context(), func(ctx context.Context, store *graph.Store) error { return store.ChangeQuads(ctx, quads, remove) })
	}
	did := map[bool]string{false: "wrote", true: "deleted"}[remove]
	answer(w, struct {
		Result string `json:"result"`
		Count  int    `json:"count"`
	}{fmt.Sprintf("Successfully %s %d quads.", did, quads.Len()), quads.Len()}, err)
}

func (s *Server) writeV2(w http.ResponseWriter, r *http.Request) {
	quads, err := quadsV2(r)
	s.change(w, r, quads, err, false)
}

func (s *Server) deleteV2(w http.ResponseWriter, r *http.Request) {
	quads, err := quadsV2(r)
	s.change(w, r, quads, err, true)
}

func (s *Server) writeV1(w http.ResponseWriter, r *http.Request)  { s.changeV1(w, r, false) }
func (s *Server) deleteV1(w http.ResponseWriter, r *http.Request) { s.changeV1(w, r, true) }

func (s *Server) changeV1(w http.ResponseWriter, r *http.Request, remove bool) {
	data, err := io.ReadAll(r.Body)
	var quads graph.Quads
	if err == nil {
		quads, err = graph.ReadQuadList(data)
	}
	s.change(w, r, quads, err, remove)
}

func (s *Server) writeFileV1(w http.ResponseWriter, r *http.Request) {
	f, _, err := r.FormFile("NQuadFile")
	if err != nil {
		answer(w, nil, badRequest{fmt.Errorf("couldn't read file: %w", err)})
		return
	}
	defer f.Close()
	quads, err := graph.ReadQuads(f, "nquads")
	s.change(w, r, quads, err, false)
}
