package cmd

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"quadwire/extract"
	"quadwire/extract/read"
	"quadwire/extract/text"
	"quadwire/graph/news"
	"quadwire/queries"
)

// extraction is the command that writes claims without a database.
type extraction struct {
	*app
	authority
	format    string
	threshold float64
}

func newExtract(a *app) *cobra.Command {
	o := &extraction{app: a}
	c := &cobra.Command{
		Use:     "extract PATH…",
		Short:   "Write the claims of articles to standard output, without a database",
		GroupID: "make",
		Long: "Reads articles as build does and writes what it finds: jsonl, a claim a line, in the order of the articles and of\n" +
			"the text; or conllu, what every stage of the analysis saw, sentence by sentence.",
		Example: "  quadwire extract testdata/articles --format jsonl > claims.jsonl\n  quadwire extract article.html --format conllu\n" +
			"  echo 'Russia warned Japan on Monday.' | quadwire extract -",
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
	}
	c.Flags().StringVar(&o.format, "format", "jsonl", "`FORMAT`: jsonl or conllu")
	o.addTo(c.Flags())
	c.Flags().Float64Var(&o.threshold, "threshold", 0, "leave out claims of a `CONFIDENCE` below this; 0: the usual one, -1: none")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"jsonl", "conllu"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (o *extraction) run(ctx context.Context, paths []string) error {
	if o.format != "jsonl" && o.format != "conllu" {
		return usagef("there is no format %q: expected jsonl or conllu", o.format)
	}
	files, left, err := o.findFiles(paths)
	if err != nil {
		return err
	}
	x, _, err := o.extractor(o.threshold)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(o.out, 1<<16)
	n, err := o.write(ctx, x, files, &left, out)
	if err := errors.Join(err, out.Flush(), ctx.Err()); err != nil {
		return err
	}
	return left.err(n)
}

// analysis is what the workers make of an article.
type analysis struct {
	claims []news.Claim
	doc    *text.Document
}

// write writes what is found in the files and returns the number of articles.
func (o *extraction) write(ctx context.Context, x *extract.Extractor, files []read.File, left *leftOut, out io.Writer) (int, error) {
	p := newProgress(o.app, files)
	defer p.clear()
	if terminal(o.out) > 0 {
		p.width = 0 // a bar and results on one screen would be in each other's way
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	articles := read.Articles(files, read.Options{Stdin: o.in, Progress: p.count})
	sentences, words := 0, 0
	for w := range sideBySide(ctx, articles, func(a news.Article) analysis { return o.analyse(x, a) }) {
		if w.skip != nil {
			p.clear()
			left.add(o.app, w.skip)
			continue
		}
		p.step(len(w.result.claims))
		sentences += len(w.result.doc.Sentences)
		for _, s := range w.result.doc.Sentences {
			words += len(s.Tokens)
		}
		if err := o.writeOne(encoder, out, w.article, w.result); err != nil {
			return p.articles, fmt.Errorf("write: %w", err)
		}
	}
	p.clear()
	seconds := time.Since(p.start).Seconds()
	o.logger().Info("extracted", "articles", p.articles, "sentences", sentences, "words", words, "claims", p.claims,
		"seconds", fmt.Sprintf("%.2f", seconds), "articles/s", fmt.Sprintf("%.1f", float64(p.articles)/seconds), "words/s", queries.Thousands(int(float64(words)/seconds)))
	return p.articles, nil
}

// analyse finds the claims of one article.
func (o *extraction) analyse(x *extract.Extractor, a news.Article) analysis {
	if o.format == "conllu" {
		return analysis{doc: x.Annotate(a)}
	}
	claims, doc := x.ExtractWithDocument(a)
	return analysis{claims: claims, doc: doc}
}

// writeOne writes what was found in one article.
func (o *extraction) writeOne(encoder *json.Encoder, out io.Writer, a news.Article, found analysis) error {
	if o.format == "conllu" {
		return (&text.CoNLLU{Document: *found.doc, ID: a.ID}).Write(out)
	}
	for i := range found.claims {
		if err := encoder.Encode(&found.claims[i]); err != nil {
			return err
		}
	}
	return nil
}
