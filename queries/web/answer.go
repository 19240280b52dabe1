package web

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"net/http"

	"quadwire/graph"
	"quadwire/queries"
)

//go:embed index.html page.js page.css icon.svg openapi.json
var files embed.FS

const contentJSON = "application/json"

// file answers with an embedded file.
func file(name, contentType string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		http.ServeFileFS(w, r, files, name)
	}
}

func noContent(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// badRequest is the error of a parameter.
type badRequest struct{ error }

func (e badRequest) Unwrap() error { return e.error }

// errNotFound says that there is nothing of an id.
var errNotFound = errors.New("there is nothing of this id")

// answer writes a value as JSON, or the error that there is instead.
func answer(w http.ResponseWriter, v any, err error) {
	if err != nil {
		fail(w, status(err), err)
		return
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	if err := encoder.Encode(v); err != nil {
		fail(w, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", contentJSON)
	_, _ = w.Write(b.Bytes()) // whoever asked may have gone away
}

// fail answers with an error as Cayley does; names that would have fitted are listed beside it.
func fail(w http.ResponseWriter, code int, err error) {
	out := struct {
		Error  string   `json:"error"`
		Actors []string `json:"actors,omitempty"` // ids of those that a name fits
		Near   []string `json:"near,omitempty"`
	}{Error: err.Error()}
	var ambiguous *queries.AmbiguousError
	if errors.As(err, &ambiguous) {
		for _, a := range ambiguous.Actors {
			out.Actors = append(out.Actors, a.ID)
		}
	}
	var unknown *queries.UnknownError
	if errors.As(err, &unknown) {
		out.Near = unknown.Near
	}
	w.Header().Set("Content-Type", contentJSON)
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(out)
}

// status returns the code that an error stands for.
func status(err error) int {
	var bad badRequest
	var syntax *queries.SyntaxError
	var ambiguous *queries.AmbiguousError
	var unknown *queries.UnknownError
	var query *graph.QueryError
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.As(err, &bad), errors.As(err, &syntax), errors.As(err, &query), errors.Is(err, graph.ErrQuads):
		return http.StatusBadRequest
	case errors.As(err, &ambiguous):
		return http.StatusConflict
	case errors.As(err, &unknown), errors.Is(err, errNotFound), errors.Is(err, graph.ErrNoArticle):
		return http.StatusNotFound
	case errors.Is(err, graph.ErrLocked), errors.Is(err, errBusy), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
