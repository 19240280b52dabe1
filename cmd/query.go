package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

// query is the command that runs Gizmo.
type query struct {
	*app
	text     string
	limit    int
	timeout  time.Duration
	memory   int64
	json     bool
	csv      bool
	fromFlag bool
}

func newQuery(a *app) *cobra.Command {
	o := &query{app: a}
	c := &cobra.Command{
		Use:     "query [FILE | -e GIZMO]",
		Short:   "Run a query in Gizmo, Cayley's language in JavaScript",
		GroupID: "ask",
		Long: "Runs a query from a file, from -e, or from standard input. Ids are short IRIs: <actor:jake_sullivan>, <verb:warns>,\n" +
			"<claim:…>, <article:…>. Gizmo runs in a process of its own with limits of time, memory and results, so that no query\n" +
			"can do harm.",
		Example: "  quadwire query -e 'g.V(\"<actor:north_korea>\").In(\"<verb:warns>\").All()'\n" +
			"  quadwire query -e 'g.V().Tag(\"who\").Out(\"<verb:warns>\").Tag(\"whom\").All()' --json\n" +
			"  echo 'g.V(\"<actor:jake_sullivan>\").Out(null, \"what\").All()' | quadwire query --limit 10",
		Args: wants(0, 1, "one file, or a query behind -e"),
		RunE: func(c *cobra.Command, args []string) error {
			o.fromFlag = c.Flags().Changed("execute")
			return o.run(c.Context(), args)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.text, "execute", "e", "", "run this `QUERY`")
	f.IntVar(&o.limit, "limit", 1000, "print at most `N` results")
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, "stop after this `TIME`")
	f.Int64Var(&o.memory, "memory", 1024, "stop at so many `MB` of memory")
	f.BoolVar(&o.json, "json", false, "print one JSON value")
	f.BoolVar(&o.csv, "csv", false, "print comma-separated values")
	c.MarkFlagsMutuallyExclusive("json", "csv")
	return c
}

func (o *query) run(ctx context.Context, args []string) error {
	text, err := o.read(args)
	if err != nil {
		return err
	}
	if o.limit <= 0 || o.timeout <= 0 || o.memory <= 0 {
		return usagef("--limit, --timeout and --memory are more than nothing")
	}
	if _, err := os.Stat(o.db); err != nil { // the child says the same, but later
		_, err := graph.Open(ctx, o.db, graph.Options{ReadOnly: true})
		return err
	}
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("run query: %w", err)
	}
	r, err := graph.RunGizmo(ctx, exe, []string{gizmoCommand}, graph.Query{Text: text, DB: o.db, Limit: o.limit, Timeout: o.timeout,
		MaxBytes: o.memory << 20})
	if err != nil {
		if errors.Is(err, graph.ErrQuerySyntax) {
			return usageError{err}
		}
		return err
	}
	return o.print(r)
}

// read returns the query's text.
func (o *query) read(args []string) (string, error) {
	switch {
	case o.fromFlag && len(args) > 0:
		return "", usagef("the query is in -e or in a file, not in both")
	case o.fromFlag:
		return o.text, nil
	case len(args) > 0 && args[0] != "-":
		text, err := os.ReadFile(args[0])
		if err != nil {
			return "", fmt.Errorf("read query: %w", err)
		}
		return string(text), nil
	}
	if f, ok := o.in.(*os.File); ok && terminal(f) > 0 {
		return "", usagef("which query? Name a file, or write it behind -e")
	}
	text, err := io.ReadAll(io.LimitReader(o.in, 1<<20))
	if err != nil {
		return "", fmt.Errorf("read query: %w", err)
	}
	return string(text), nil
}

// print prints the results.
func (o *query) print(r graph.Result) error {
	var err error
	switch {
	case o.json:
		err = queries.WriteRowsJSON(o.out, r)
	case o.csv:
		err = queries.WriteRowsCSV(o.out, r)
	default:
		err = queries.WriteRows(o.out, r, o.style())
	}
	if r.Limited {
		o.say("more than %s: --limit prints more of them", queries.Count(o.limit, "result"))
	}
	if r.Hint != "" {
		o.say("%s", r.Hint)
	}
	return err
}

// gizmoCommand is the hidden command that the child process runs.
const gizmoCommand = "gizmo-child"

func newGizmoChild(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    gizmoCommand,
		Hidden: true,
		Short:  "Run one query given as JSON on standard input: the process that query starts",
		Args:   cobra.NoArgs,
		RunE:   func(c *cobra.Command, _ []string) error { return graph.ServeGizmo(c.Context(), a.in, a.out) },
	}
}
