// Package cmd is the command line: one file a command, which reads flags, calls the packages below and prints what
// they return. Data goes to standard output, talk to standard error.
//
//	quadwire build PATH…      read ▸ extract ▸ graph.Add
//	quadwire who warned whom  graph ▸ queries.Ask
//	quadwire export graphml   graph ▸ export.WriteGraphML
//
// Exit codes: 0 done, 1 failure, 2 usage, 3 partial (some articles were left out, named on standard error).
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"quadwire/graph"
	"quadwire/queries"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailure = 1
	exitUsage   = 2
	exitPartial = 3
)

// errPartial says that some articles were left out; they have been named already.
var errPartial = errors.New("some articles were left out")

// usageError is an error of the person who typed the command.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usagef makes a usage error.
func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Main runs the program with the given arguments, program name left out, and returns its exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{in: stdin, out: stdout, err: stderr, asks: isTerminal(stdin) && isTerminal(stderr)}
	root := a.root()
	root.SetArgs(spellClassFlag(args))
	err := root.ExecuteContext(ctx)
	code := exitCode(err)
	if err != nil && !errors.Is(err, errPartial) {
		fmt.Fprintln(stderr, "quadwire:", message(err))
		if code == exitUsage && isFlagError(err) {
			fmt.Fprintln(stderr, "see quadwire help, or --help after any command")
		}
	}
	return code
}

// exitCode returns the exit code that an error stands for.
func exitCode(err error) int {
	var usage usageError
	var syntax *queries.SyntaxError
	var ambiguous *queries.AmbiguousError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPartial):
		return exitPartial
	case errors.As(err, &usage), errors.As(err, &syntax), errors.As(err, &ambiguous), isFlagError(err):
		return exitUsage
	}
	return exitFailure
}

// isFlagError reports whether cobra found the fault: it gives its errors no type.
func isFlagError(err error) bool {
	if err == nil {
		return false
	}
	for _, prefix := range []string{"unknown command", "unknown flag", "unknown shorthand", "flag needs", "invalid argument", "requires at least",
		"requires at most", "accepts ", "required flag", "bad flag", "if any flags in the group"} {
		if strings.HasPrefix(err.Error(), prefix) {
			return true
		}
	}
	return false
}

// message returns the text of an error; a stop by the user is no news to them.
func message(err error) string {
	if errors.Is(err, context.Canceled) {
		return "stopped"
	}
	return printable(err.Error())
}

// printable takes control characters but line ends out of a text, so that no article's name can play with a terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7F {
			return -1
		}
		return r
	}, text)
}

// app is what the commands share: the streams and the flags that all of them have.
type app struct {
	in       io.Reader
	out, err io.Writer

	db             string
	quiet, verbose bool
	noColor        bool
	asks           bool // the user can be asked: input and talk are a terminal
}

// root builds the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "quadwire",
		Short: "Who did what to whom: a graph of the claims that news articles make",
		Long: "quadwire reads news articles and keeps what they claim: who did what to whom, when, said by whom, in which\n" +
			"words of which article. Build a graph from articles first, then ask it.",
		Example: "  quadwire build testdata/articles\n  quadwire who warned whom\n  quadwire whom did Sullivan warn\n" +
			"  quadwire path \"Jake Sullivan\" \"Vladimir Putin\"\n  quadwire export graphml -o graph.graphml",
		Version:                    version(),
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 1,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(strings.Replace(root.UsageTemplate(), usageExamples, "", 1))
	flags := root.PersistentFlags()
	flags.StringVar(&a.db, "db", graph.DefaultPath, "database `FILE`")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "say nothing but results and errors")
	flags.BoolVarP(&a.verbose, "verbose", "v", false, "say more about what is going on")
	flags.BoolVar(&a.noColor, "no-color", false, "no colours (NO_COLOR does the same)")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddGroup(&cobra.Group{ID: "make", Title: "Make a graph:"}, &cobra.Group{ID: "ask", Title: "Ask it:"},
		&cobra.Group{ID: "use", Title: "Take it away, look after it:"})
	root.AddCommand(newBuild(a), newImport(a), newExtract(a), newExplain(a))
	root.AddCommand(newQuestions(a)...)
	root.AddCommand(newPath(a), newTimeline(a), newActors(a), newShow(a), newStats(a), newQuery(a), newServe(a), newGizmoChild(a))
	root.AddCommand(newExport(a), newDoctor(a), newRetract(a), newVerify(a), newEval(a), newTrain(a))
	return root
}

// helpTemplate shows examples first: they are what people look for.
const helpTemplate = `{{if .HasExample}}Examples:
{{.Example}}

{{end}}{{with or .Long .Short}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

// usageExamples is the part of cobra's template that would show the examples again.
const usageExamples = `{{if .HasExample}}

Examples:
{{.Example}}{{end}}`

// version returns the version of the program, or the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return info.Main.Version + " of commit " + s.Value[:min(12, len(s.Value))]
		}
	}
	return info.Main.Version
}

// wants checks the number of arguments and says in a usage error what is wanted.
func wants(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usagef("%s wants %s", c.Name(), what)
		}
		return nil
	}
}

// logger returns where talk goes that only matters when something is looked into.
func (a *app) logger() *slog.Logger {
	level := slog.LevelWarn
	switch {
	case a.quiet:
		level = slog.LevelError
	case a.verbose:
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: level, ReplaceAttr: func(_ []string, attr slog.Attr) slog.Attr {
		if attr.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return attr
	}}))
}

// say prints a line of talk unless the user wants none.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.err, format+"\n", args...)
	}
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// terminal returns the width of the terminal that w is, or 0 if it is none.
func terminal(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}

// style says how to print results: with colours and the terminal's width where there is one.
func (a *app) style() queries.Style {
	width := terminal(a.out)
	plain := a.noColor || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
	return queries.Style{Color: width > 0 && !plain, Width: min(width, 120)}
}

// open opens the database for reading and returns its snapshot.
func (a *app) open(ctx context.Context) (*graph.Store, *graph.Graph, error) {
	s, err := graph.Open(ctx, a.db, graph.Options{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	g, err := s.Graph(ctx)
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return s, g, nil
}

// withGraph calls f with the snapshot of the database.
func (a *app) withGraph(ctx context.Context, f func(*graph.Graph) error) error {
	s, g, err := a.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(g), s.Close())
}
