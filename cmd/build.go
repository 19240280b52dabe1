package cmd

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"quadwire/extract"
	"quadwire/extract/read"
	"quadwire/graph"
	"quadwire/graph/news"
	"quadwire/queries"
)

// build is the command that makes a graph from articles.
type build struct {
	*app
	authority
	fresh   bool
	version string // of what finds the claims: claims of another are found anew
}

func newBuild(a *app) *cobra.Command {
	o := &build{app: a}
	c := &cobra.Command{
		Use:     "build PATH…",
		Short:   "Read articles and put their claims into the graph",
		GroupID: "make",
		Long: "Reads articles, finds the claims they make and puts them into the database (--db), which is made if there is\n" +
			"none. PATH is a file, a folder with everything below it, a pattern, or - for standard input. Articles can be\n" +
			"plain text, HTML, Markdown, JSON or JSON Lines, any of them in gzip. Building again adds nothing; an article that\n" +
			"has changed replaces what it said before. What cannot be read is named and left out, and the rest goes on.",
		Example: "  quadwire build testdata/articles\n  quadwire build --db korea.db 'news/*.html' archive.jsonl.gz\n" +
			"  cat article.txt | quadwire build -",
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
	}
	o.addTo(c.Flags())
	c.Flags().BoolVar(&o.fresh, "fresh", false, "find the claims of all articles anew, also of those that are in the graph unchanged")
	return c
}

// found is what the workers make of an article.
type found struct {
	claims           []news.Claim
	sentences, words int
	unchanged        bool
}

// tally sums up a run.
type tally struct {
	leftOut
	graph.AddResult
	sentences, words int
}

func (o *build) run(ctx context.Context, paths []string) (err error) {
	files, left, err := o.findFiles(paths)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return left.err(0)
	}
	start := time.Now()
	extractor, version, err := o.extractor(0)
	if err != nil {
		return err
	}
	o.version = version
	o.logger().Debug("models are loaded", "after", time.Since(start).Round(time.Millisecond))
	store, err := graph.Open(ctx, o.db, graph.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	sum := &tally{leftOut: left}
	if err := o.load(ctx, store, extractor, files, sum); err != nil {
		return o.stopped(err, sum)
	}
	if err := o.summary(ctx, store, sum, time.Since(start)); err != nil {
		return err
	}
	return sum.err(sum.Added + sum.Changed + sum.Unchanged)
}

// stopped says what is in the graph although the run has not come to its end.
func (o *build) stopped(err error, sum *tally) error {
	o.say("%s of this run are in the graph; the same command goes on from there",
		queries.Count(sum.Added+sum.Changed+sum.Unchanged, "article"))
	return err
}

// batchArticles and batchTime say how many articles are loaded at once, and how long a finished one waits at most.
const (
	batchArticles = 256
	batchTime     = 2 * time.Second
)

// load brings all articles into the store: workers extract side by side, one writer loads in the order of the input.
func (o *build) load(ctx context.Context, store *graph.Store, x *extract.Extractor, files []read.File, sum *tally) error {
	p := newProgress(o.app, files)
	defer p.clear()
	articles := read.Articles(files, read.Options{Stdin: o.in, Progress: p.count})
	var batch []graph.ArticleClaims
	last := time.Now()
	flush := func() error {
		// What is complete is written even when the user has stopped the run.
		result, err := store.Add(context.WithoutCancel(ctx), batch)
		batch, last = batch[:0], time.Now()
		sum.AddResult = sum.AddResult.Plus(result)
		for _, r := range result.Rejected {
			p.clear()
			sum.leftOut.add(o.app, &read.Skip{Path: r.Article, Err: r.Err})
		}
		return err
	}
	for w := range sideBySide(ctx, articles, func(a news.Article) found { return o.find(ctx, store, x, a) }) {
		if w.skip != nil {
			p.clear()
			sum.leftOut.add(o.app, w.skip)
			continue
		}
		p.step(len(w.result.claims))
		sum.sentences += w.result.sentences
		sum.words += w.result.words
		if w.result.unchanged {
			sum.Unchanged++
			continue
		}
		batch = append(batch, graph.ArticleClaims{Article: w.article, Claims: w.result.claims, Extractor: o.version})
		if len(batch) >= batchArticles || time.Since(last) > batchTime {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return errors.Join(flush(), ctx.Err())
}

// find finds the claims of one article, unless they are in the graph already.
func (o *build) find(ctx context.Context, store *graph.Store, x *extract.Extractor, a news.Article) found {
	if !o.fresh {
		if same, err := store.Unchanged(ctx, a, o.version); err == nil && same {
			return found{unchanged: true}
		}
	}
	claims, doc := x.ExtractWithDocument(a)
	f := found{claims: claims, sentences: len(doc.Sentences)}
	for _, s := range doc.Sentences {
		f.words += len(s.Tokens)
	}
	return f
}

// summary says what was done, what the graph holds now, and what to ask it.
func (o *build) summary(ctx context.Context, store *graph.Store, sum *tally, took time.Duration) error {
	if o.quiet {
		return nil
	}
	stats, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	n := sum.Added + sum.Changed + sum.Unchanged
	fmt.Fprintf(o.out, "%s read in %s: %s new, %s changed, %s unchanged", queries.Count(n, "article"), roundTime(took),
		queries.Thousands(sum.Added), queries.Thousands(sum.Changed), queries.Thousands(sum.Unchanged))
	if sum.repeats > 0 {
		fmt.Fprintf(o.out, ", %s the same again", queries.Thousands(sum.repeats))
	}
	if sum.skipped > 0 {
		fmt.Fprintf(o.out, "; %s left out, named above", queries.Thousands(sum.skipped))
	}
	fmt.Fprintln(o.out)
	if sum.words > 0 {
		fmt.Fprintf(o.out, "%s and %s looked at, %s words a second; %s and %s quads added, %s quads removed\n",
			queries.Count(sum.sentences, "sentence"), queries.Count(sum.words, "word"),
			queries.Thousands(int(float64(sum.words)/took.Seconds())), queries.Count(sum.Claims, "claim"),
			queries.Thousands(sum.QuadsAdded), queries.Thousands(sum.QuadsRemoved))
	}
	fmt.Fprintf(o.out, "%s holds %s, %s, %s, %s quads", o.db, queries.Count(stats.Articles, "article"),
		queries.Count(stats.Actors, "actor"), queries.Count(stats.Claims, "claim"), queries.Thousands(stats.Quads))
	if stats.First != "" {
		fmt.Fprintf(o.out, ", dated %s to %s", stats.First, stats.Last)
	}
	fmt.Fprintln(o.out)
	return o.suggest(ctx, store)
}

// suggest prints questions that the graph has answers to.
func (o *build) suggest(ctx context.Context, store *graph.Store) error {
	g, err := store.Graph(ctx)
	if err != nil {
		return err
	}
	questions := queries.Suggest(g)
	if len(questions) == 0 {
		return nil
	}
	fmt.Fprintln(o.out, "\nAsk it:")
	for _, q := range questions {
		if o.db != graph.DefaultPath {
			q += " --db " + queries.Quote([]string{o.db})
		}
		fmt.Fprintln(o.out, "  quadwire", q)
	}
	return nil
}

// roundTime rounds a duration for people.
func roundTime(d time.Duration) time.Duration {
	if d < 10*time.Second {
		return d.Round(10 * time.Millisecond)
	}
	return d.Round(time.Second)
}
