// Package shell is the interactive Gizmo shell: it reads lines from a terminal until they make a query, has it run and
// prints the results. What runs a query is given to it, so that a query can only end itself.
//
//	terminal ──lines──▶ Unfinished? ──▶ query ──Run──▶ graph.Result ──▶ terminal
//	    └──:command──▶ settings, help        Tab ──▶ Words.Complete
package shell

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"

	"quadwire/graph"
	"quadwire/queries"
	"quadwire/queries/library"
)

// Shell is a session. Run and Terminal are needed; the rest has useful zero values.
type Shell struct {
	Run      func(context.Context, graph.Query) (graph.Result, error) // runs a query; DB is its business
	Terminal *term.Terminal
	Keys     *Keys         // what the terminal reads from, to tell an interrupt; may be nil
	Words    Words         // for completion
	Style    queries.Style // of results
	Limit    int           // results; 0: 100
	Timeout  time.Duration // 0: 30 s

	pending strings.Builder // lines that are no whole query yet
	last    string          // the query that ran last
	json    bool
	history history
}

const (
	prompt = "gizmo> "
	more   = "  ...> "
)

// errQuit is what :quit gives.
var errQuit = errors.New("quit")

// Loop reads and runs queries until :quit, the end of the input or the end of ctx.
func (s *Shell) Loop(ctx context.Context) error {
	if s.Limit <= 0 {
		s.Limit = 100
	}
	if s.Timeout <= 0 {
		s.Timeout = 30 * time.Second
	}
	s.Terminal.History = &s.history
	s.Terminal.AutoCompleteCallback = s.complete
	s.say("Gizmo, Cayley's language in JavaScript. :help says more, Tab completes, :quit leaves.")
	for ctx.Err() == nil {
		s.Terminal.SetPrompt(prompt)
		if s.pending.Len() > 0 {
			s.Terminal.SetPrompt(more)
		}
		line, err := s.Terminal.ReadLine()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.Is(err, term.ErrPasteIndicator):
			return fmt.Errorf("read from the terminal: %w", err)
		case s.Keys.interrupted():
			s.pending.Reset()
			s.say("(:quit or Ctrl-D leaves)")
			continue
		}
		if err := s.line(ctx, line); err != nil {
			if errors.Is(err, errQuit) {
				return nil
			}
			return err
		}
	}
	return ctx.Err()
}

// line takes one line. Its error ends the shell.
func (s *Shell) line(ctx context.Context, line string) error {
	if s.pending.Len() == 0 && strings.HasPrefix(strings.TrimSpace(line), ":") {
		s.history.keep(strings.TrimSpace(line))
		return s.command(ctx, strings.TrimSpace(line))
	}
	if s.pending.Len() == 0 && strings.HasPrefix(strings.TrimSpace(line), ".") { // it goes on with the last query
		s.pending.WriteString(s.last)
	}
	if s.pending.Len() > 0 && strings.TrimSpace(line) == "" { // an empty line sends what is there
		line = ""
	} else {
		s.pending.WriteString(line + "\n")
		if Unfinished(s.pending.String()) {
			return nil
		}
	}
	text := s.pending.String()
	s.pending.Reset()
	if strings.TrimSpace(text) == "" {
		return nil
	}
	s.history.keep(text)
	s.last = text
	s.query(ctx, graph.Query{Text: text, Prelude: library.Prelude(nil)}, library.Query{})
	return nil
}

// query runs a query and prints its results, or why there are none.
func (s *Shell) query(ctx context.Context, q graph.Query, named library.Query) {
	q.Limit, q.Timeout = s.Limit, s.Timeout
	r, err := s.Run(ctx, q)
	switch {
	case errors.Is(err, context.Canceled):
		s.say("stopped")
		return
	case err != nil:
		s.say("%v", err)
		return
	}
	r = visibleRows(named.Arrange(r))
	var out bytes.Buffer
	if s.json {
		err = queries.WriteRowsJSON(&out, r)
	} else {
		err = queries.WriteRows(&out, r, s.Style)
	}
	if err != nil {
		s.say("%v", err)
		return
	}
	s.print(out.String())
	if r.Limited {
		s.say("more than %s: :limit N shows more of them", queries.Count(s.Limit, "result"))
	}
	if r.Hint != "" {
		s.say("%s", r.Hint)
	}
}

// say prints a line of talk.
func (s *Shell) say(format string, args ...any) {
	s.print(visible(fmt.Sprintf(format, args...)) + "\n")
}

// print prints text. The terminal's own errors come back from the next ReadLine.
func (s *Shell) print(text string) { _, _ = s.Terminal.Write([]byte(text)) }

// visible takes control characters out of a text, so that no article can play with the terminal.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
}

// visibleRows does so for all results; what is no text is written as JSON, which has no control characters.
func visibleRows(r graph.Result) graph.Result {
	for i := range r.Columns {
		r.Columns[i] = visible(r.Columns[i])
	}
	for _, row := range r.Rows {
		for j, v := range row {
			if text, ok := v.(string); ok {
				row[j] = visible(text)
			}
		}
	}
	return r
}

// command runs a line that begins with a colon.
func (s *Shell) command(ctx context.Context, line string) error {
	name, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch name {
	case ":quit", ":q", ":exit":
		return errQuit
	case ":help", ":h", ":?":
		s.help(rest)
	case ":explain":
		s.explain(rest)
	case ":limit":
		s.setLimit(rest)
	case ":timeout":
		s.setTimeout(rest)
	case ":json":
		s.json = !s.json
		s.say("results are printed as %s", map[bool]string{true: "JSON", false: "a table"}[s.json])
	case ":list":
		for _, q := range library.List() {
			s.say("%-22s  %s", q.Name, q.Description)
		}
	case ":helpers":
		s.print(library.Helpers())
	case ":run":
		s.run(ctx, rest)
	default:
		s.say("there is no command %s; :help names them", name)
	}
	return nil
}

// run runs a query of the library.
func (s *Shell) run(ctx context.Context, rest string) {
	words := arguments(rest)
	if len(words) == 0 {
		s.say("which query? :list names them")
		return
	}
	q, ok := library.Find(words[0])
	if !ok {
		s.say("the library has no query %s; :list names them", words[0])
		return
	}
	s.last = q.Text
	s.query(ctx, graph.Query{Text: q.Text, Prelude: library.Prelude(words[1:])}, q)
}

func (s *Shell) setLimit(text string) {
	n, err := strconv.Atoi(text)
	switch {
	case text == "":
	case err != nil || n <= 0:
		s.say(":limit wants a number from 1, not %q", text)
		return
	default:
		s.Limit = n
	}
	s.say("at most %s", queries.Count(s.Limit, "result"))
}

func (s *Shell) setTimeout(text string) {
	d, err := time.ParseDuration(text)
	if seconds, wrong := strconv.ParseFloat(text, 64); wrong == nil {
		d, err = time.Duration(seconds*float64(time.Second)), nil
	}
	switch {
	case text == "":
	case err != nil || d <= 0 || d > 24*time.Hour:
		s.say(":timeout wants a time like 10s or 2m, not %q", text)
		return
	default:
		s.Timeout = d
	}
	s.say("queries are stopped after %v", s.Timeout)
}
