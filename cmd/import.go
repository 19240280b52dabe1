package cmd

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	names "quadwire/extract/actors"
	"quadwire/extract/claims/lexicon"
	"quadwire/graph"
	"quadwire/graph/events"
	"quadwire/graph/news"
	"quadwire/queries"
)

// importing is the command that brings in what others have made.
type importing struct {
	*app
	from string
	bad  int // rows and articles that were left out, of all files
}

// importFormats are the values of --from.
var importFormats = []string{"nquads", string(events.ICEWS), string(events.POLECAT), string(events.GDELT)}

func newImport(a *app) *cobra.Command {
	o := &importing{app: a}
	c := &cobra.Command{
		Use:     "import FILE…",
		Short:   "Bring in N-Quads and machine-coded event rows: ICEWS, POLECAT, GDELT",
		GroupID: "make",
		Long: "Brings in claims that others have made, so that they and one's own articles are asked together:\n\n" +
			"  N-Quads  what export nquads wrote, or quads of any vocabulary: each tie between two resources is a claim\n" +
			"  ICEWS    20 columns with a line of headings\n  POLECAT  40 columns with a line of headings\n" +
			"  GDELT    61 columns (GDELT 1: 58) without one\n\n" +
			"The rows of a story are an article whose text they are, with its publisher as source. Files can be in gzip; - is\n" +
			"standard input. A row that cannot be read is named by its line and left out. Importing again adds nothing.",
		Example: "  quadwire export icews > events.tab && quadwire import events.tab\n  quadwire export nquads | quadwire --db copy.db import -",
		Args:    wants(1, -1, "files, or - for standard input"),
		RunE:    func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
	}
	c.Flags().StringVar(&o.from, "from", "", "the `FORMAT` of the files, if their first lines do not tell: "+strings.Join(importFormats, ", "))
	_ = c.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(importFormats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (o *importing) run(ctx context.Context, files []string) (err error) {
	if o.from != "" && !slices.Contains(importFormats, o.from) {
		return usagef("--from %s: expected %s", o.from, strings.Join(importFormats, ", "))
	}
	store, err := graph.Open(ctx, o.db, graph.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	failed := 0
	for _, file := range files {
		if err := o.file(ctx, store, file); err != nil {
			if ctx.Err() != nil || len(files) == 1 {
				return err
			}
			failed++
			fmt.Fprintln(o.err, "quadwire:", message(err))
		}
	}
	switch {
	case failed == len(files):
		return errors.New("no file was imported")
	case failed > 0 || o.bad > 0:
		return errPartial
	}
	return nil
}

// file imports one file.
func (o *importing) file(ctx context.Context, store *graph.Store, file string) error {
	in := o.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return fmt.Errorf("import %s: %w", file, bare(err))
		}
		defer f.Close()
		in = f
	}
	r, err := unzipped(in)
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	sum, err := o.load(ctx, store, file, r)
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	for _, rejected := range sum.Rejected {
		o.left(file+": "+rejected.Article, rejected.Err)
	}
	o.say("%s: %s, %d new, %d changed, %d unchanged; %s and %s added", file, queries.Count(sum.Added+sum.Changed+sum.Unchanged, "article"), sum.Added, sum.Changed,
		sum.Unchanged, queries.Count(sum.Claims, "claim"), queries.Count(sum.QuadsAdded, "quad"))
	return nil
}

// left says that something was left out.
func (o *importing) left(what string, err error) {
	o.bad++
	fmt.Fprintf(o.err, "quadwire: %s: %s: left out\n", what, printable(err.Error()))
}

// unzipped returns a reader of a file, unpacked if it is in gzip.
func unzipped(in io.Reader) (*bufio.Reader, error) {
	r := bufio.NewReaderSize(in, 1<<16)
	if head, _ := r.Peek(2); !bytes.Equal(head, []byte{0x1F, 0x8B}) {
		return r, nil
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(z, 1<<16), nil
}

// load finds out what a file is and adds what stands in it.
func (o *importing) load(ctx context.Context, store *graph.Store, file string, r *bufio.Reader) (graph.AddResult, error) {
	head, _ := r.Peek(1 << 14)
	bad := func(line int, err error) { o.left(fmt.Sprintf("%s:%d", file, line), err) }
	first := firstLine(head)
	quads := strings.HasPrefix(first, "<") || strings.HasPrefix(first, "_:")
	switch {
	case o.from == "nquads" || o.from == "" && quads:
		if strings.Contains(first, " <"+graph.ArticleScheme) {
			return store.ImportNQuads(ctx, r)
		}
		done, err := store.ImportForeign(ctx, r, graph.ForeignOptions{Article: filepath.Base(file), Verb: verbOf, ActorID: importedID, Bad: bad})
		if err == nil && done.Left > 0 {
			o.say("%s: %s that tie no two resources are no claims", file, queries.Count(done.Left, "quad"))
		}
		return done.AddResult, err
	}
	batch, err := events.Read(r, events.Options{Format: events.Format(o.from), ActorID: importedID, Bad: bad})
	if err != nil {
		return graph.AddResult{}, err
	}
	if batch.Without > 0 {
		o.say("%s: %s that name nobody who acts are no claims", file, queries.Count(batch.Without, "row"))
	}
	return o.add(ctx, store, file, batch.Articles)
}

// addedAtOnce is how many articles are added before the command says how far it is.
const addedAtOnce = 2000

// add adds articles step by step: what is added stays if the user stops the command, and the same command goes on.
func (o *importing) add(ctx context.Context, store *graph.Store, file string, articles []graph.ArticleClaims) (sum graph.AddResult, err error) {
	for from := 0; from < len(articles); from += addedAtOnce {
		to := min(from+addedAtOnce, len(articles))
		some, err := store.AddTo(ctx, articles[from:to])
		sum = sum.Plus(some)
		if err != nil {
			return sum, err
		}
		if to < len(articles) {
			o.say("%s: %d of %s", file, to, queries.Count(len(articles), "article"))
		}
	}
	return sum, nil
}

// firstLine returns the first line that is no comment.
func firstLine(head []byte) string {
	for line := range bytes.Lines(head) {
		if text := strings.TrimSpace(string(line)); text != "" && !strings.HasPrefix(text, "#") {
			return text
		}
	}
	return ""
}

// importedID gives an actor the id that an article's actor of that name has.
func importedID(name string, kind news.Kind, side string) string {
	return names.ID(name, kind, side, true)
}

// verbOf finds the verb that the name of a predicate is: "warned", "warns" and "warn" are "warn".
func verbOf(words string) (predicate, lemma string, class news.Class) {
	first, rest, _ := strings.Cut(words, " ")
	if rest != "" {
		rest = " " + rest
	}
	base := []string{first}
	for _, ending := range [][2]string{{"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"ed", "e"}, {"d", ""}} {
		if stem, ok := strings.CutSuffix(first, ending[0]); ok && len(stem) > 1 {
			base = append(base, stem+ending[1])
		}
	}
	l := lexicon.English()
	for _, b := range base {
		for _, verb := range []string{b + rest, b} {
			if senses := l.Verb(verb); len(senses) > 0 && senses[0].Class != "" {
				return lexicon.Present(b) + rest, b + rest, senses[0].Class
			}
		}
	}
	return words, words, news.Other
}
