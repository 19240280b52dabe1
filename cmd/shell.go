package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"

	"quadwire/graph"
	"quadwire/queries/shell"
)

// interactive reports whether somebody types what is read.
func interactive(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// shell asks for queries on a terminal and runs them. Ctrl-C stops a query, not the shell.
func (o *query) shell(ctx context.Context) (err error) {
	store, g, err := o.open(ctx) // only for completion: each query opens the database anew
	if err != nil {
		return err
	}
	words := shell.WordsOf(g)
	if err := store.Close(); err != nil {
		return err
	}
	in := o.in.(*os.File) // see interactive
	was, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return fmt.Errorf("set the terminal: %w", err)
	}
	restore := func() error { return term.Restore(int(in.Fd()), was) }
	defer func() { err = errors.Join(err, restore()) }()
	stopOnTerminate(restore)
	keys := &shell.Keys{In: in}
	terminal := term.NewTerminal(screen{keys, o.out}, "")
	style := o.style()
	if width, height, err := term.GetSize(int(in.Fd())); err == nil && width > 0 {
		if err := terminal.SetSize(width, height); err != nil {
			return fmt.Errorf("set the terminal: %w", err)
		}
	}
	s := shell.Shell{Terminal: terminal, Keys: keys, Words: words, Style: style, Limit: min(o.limit, 100), Timeout: o.timeout,
		Run: func(ctx context.Context, q graph.Query) (graph.Result, error) { return o.cooked(ctx, in, was, q) }}
	return s.Loop(context.WithoutCancel(ctx)) // the context of the program ends with the first Ctrl-C
}

// cooked runs a query while the terminal does what it usually does: Ctrl-C interrupts.
func (o *query) cooked(ctx context.Context, in *os.File, normal *term.State, q graph.Query) (r graph.Result, err error) {
	if err := term.Restore(int(in.Fd()), normal); err != nil {
		return r, fmt.Errorf("set the terminal: %w", err)
	}
	defer func() {
		if _, rawErr := term.MakeRaw(int(in.Fd())); rawErr != nil {
			err = errors.Join(err, rawErr)
		}
	}()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	exe, err := os.Executable()
	if err != nil {
		return r, fmt.Errorf("run query: %w", err)
	}
	q.DB, q.MaxBytes = o.db, o.memory<<20
	r, err = graph.RunGizmo(ctx, exe, []string{gizmoCommand}, q)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return r, err
}

// stopOnTerminate restores the terminal and ends the process when it is told to end while it waits for a key.
func stopOnTerminate(restore func() error) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGTERM)
	go func() {
		<-told
		if err := restore(); err != nil {
			fmt.Fprintln(os.Stderr, "quadwire:", err)
		}
		os.Exit(exitFailure)
	}()
}

// screen is the two directions of a terminal.
type screen struct {
	io.Reader
	io.Writer
}
