package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// maxBody is the longest body of a request, in bytes.
const maxBody = 64 << 20

// policy lets the page load what the server itself has, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
	"form-action 'self'; frame-ancestors 'none'"

// guarded lets through what may be asked. A name that the server does not have is refused: a foreign page whose name
// was made to point here could read the answers otherwise.
func (s *Server) guarded(next http.Handler) (http.Handler, error) {
	protection := http.NewCrossOriginProtection()
	if s.o.Origin != "" {
		if err := protection.AddTrustedOrigin(s.o.Origin); err != nil {
			return nil, fmt.Errorf("origin %q: %w", s.o.Origin, err)
		}
	}
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fail(w, http.StatusForbidden, errors.New("requests of other sites are not answered"))
	}))
	next = protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		defer func() { s.o.Log.Debug("request", "method", r.Method, "path", r.URL.Path, "time", time.Since(begin)) }()
		if !s.knows(r.Host) {
			fail(w, http.StatusMisdirectedRequest, fmt.Errorf("this server does not go by the name %q", r.Host))
			return
		}
		if s.allowOrigin(w, r) {
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	}), nil
}

// knows reports whether the server goes by a name.
func (s *Server) knows(host string) bool {
	if s.o.Hosts == nil {
		return true
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	return slices.Contains(s.o.Hosts, host)
}

// allowOrigin says in the headers that the allowed origin may read the answer, and answers its preliminary requests.
func (s *Server) allowOrigin(w http.ResponseWriter, r *http.Request) (done bool) {
	if s.o.Origin == "" {
		return false
	}
	h := w.Header()
	h.Add("Vary", "Origin")
	if r.Header.Get("Origin") != s.o.Origin {
		return false
	}
	h.Set("Access-Control-Allow-Origin", s.o.Origin)
	if r.Method != http.MethodOptions {
		return false
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
	h.Set("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type")
	w.WriteHeader(http.StatusNoContent)
	return true
}

// writersOnly lets through those who may write: nobody unless the server was started for it, and then who has the
// token.
func (s *Server) writersOnly(next http.Handler) http.Handler {
	want := sha256.Sum256([]byte(s.o.Token)) // of equal length, so that comparing them tells nothing
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.o.Write {
			fail(w, http.StatusForbidden, errors.New("database is read-only: start the server with --write"))
			return
		}
		shown, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		got := sha256.Sum256([]byte(shown))
		if !ok || subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
			w.Header().Set("WWW-Authenticate", `Bearer realm="quadwire"`)
			fail(w, http.StatusUnauthorized, errors.New("writing wants the header Authorization: Bearer TOKEN"))
			return
		}
		next.ServeHTTP(w, r)
	})
}
