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
	"quadwire/queries/library"
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
	list     bool
	helpers  bool
	named    library.Query // the query of the library that was named, if one was
	args     []string      // what stands behind its name
}

func newQuery(a *app) *cobra.Command {
	o := &query{app: a}
	c := &cobra.Command{
		Use:     "query [NAME [ARG…] | FILE | -e GIZMO]",
		Short:   "Run a query in Gizmo, Cayley's language in JavaScript",
		GroupID: "ask",
		Long: "Runs a query of the library by its name, one from a file, from -e, or from standard input; on a terminal without\n" +
			"any of these, a shell asks for them. Ids are short IRIs: <actor:jake_sullivan>, <verb:warns>, <claim:…>, <article:…>.\n" +
			"The functions that --helpers prints can be used in every query. Gizmo runs in a process of its own with limits of\n" +
			"time, memory and results, so that no query can do harm.",
		Example: "  quadwire query --list\n  quadwire query who-warned-whom\n  quadwire query brokers Russia \"United States\"\n" +
			"  quadwire query -e 'warned().all()'\n  quadwire query --helpers\n" +
			"  quadwire query -e 'g.V(\"<actor:north_korea>\").In(\"<verb:warns>\").All()'\n" +
			"  quadwire query -e 'g.V().Tag(\"who\").Out(\"<verb:warns>\").Tag(\"whom\").All()' --json\n" +
			"  echo 'g.V(\"<actor:jake_sullivan>\").Out(null, \"what\").All()' | quadwire query --limit 10",
		ValidArgsFunction: completeLibrary,
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
	f.BoolVar(&o.list, "list", false, "list the queries of the library")
	f.BoolVar(&o.helpers, "helpers", false, "print the functions that every query may use")
	c.MarkFlagsMutuallyExclusive("json", "csv")
	c.MarkFlagsMutuallyExclusive("list", "helpers", "execute")
	return c
}

func (o *query) run(ctx context.Context, args []string) error {
	switch {
	case o.list:
		return o.printLibrary()
	case o.helpers:
		_, err := io.WriteString(o.out, library.Helpers())
		return err
	case o.limit <= 0 || o.timeout <= 0 || o.memory <= 0:
		return usagef("--limit, --timeout and --memory are more than nothing")
	case !o.fromFlag && len(args) == 0 && interactive(o.in):
		return o.shell(ctx)
	}
	text, err := o.read(args)
	if err != nil {
		return err
	}
	if _, err := os.Stat(o.db); err != nil { // the child says the same, but later
		_, err := graph.Open(ctx, o.db, graph.Options{ReadOnly: true})
		return err
	}
	r, err := o.gizmo(ctx, text)
	if err != nil {
		if errors.Is(err, graph.ErrQuerySyntax) {
			return usageError{err}
		}
		return err
	}
	return o.print(r)
}

// gizmo runs a query in a process of its own.
func (o *query) gizmo(ctx context.Context, text string) (graph.Result, error) {
	exe, err := os.Executable()
	if err != nil {
		return graph.Result{}, fmt.Errorf("run query: %w", err)
	}
	r, err := graph.RunGizmo(ctx, exe, []string{gizmoCommand}, graph.Query{Text: text, Prelude: library.Prelude(o.args), DB: o.db,
		Limit: o.limit, Timeout: o.timeout, MaxBytes: o.memory << 20})
	return o.named.Arrange(r), err
}

// read returns the query's text.
func (o *query) read(args []string) (string, error) {
	switch {
	case o.fromFlag && len(args) > 0:
		return "", usagef("the query is in -e or in a file, not in both")
	case o.fromFlag:
		return o.text, nil
	case len(args) > 0 && args[0] != "-":
		return o.readNamed(args[0], args[1:])
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
