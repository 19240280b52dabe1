package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/extract"
	"quadwire/extract/read"
	"quadwire/extract/score"
	"quadwire/graph/news"
)

// eval is the command that compares what is found with gold claims.
type eval struct {
	*app
	threshold                       float64
	articles, rules, errors, asJSON bool
}

func newEval(a *app) *cobra.Command {
	o := &eval{app: a}
	c := &cobra.Command{
		Use:     "eval GOLD",
		Short:   "Compare the claims found in articles with gold claims",
		GroupID: "use",
		Long: "GOLD is a folder with articles and, for each, its gold claims in JSON. A claim is right if both actors match a gold\n" +
			"claim (exact: by name; side: by the state or organisation they act for) and its class or verb does.",
		Example: "  quadwire eval gold\n  quadwire eval gold --articles --rules\n  quadwire eval gold --errors",
		Args:    wants(1, 1, "a folder of articles with gold claims"),
		RunE:    func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0]) },
	}
	c.AddCommand(newEvalStages(a))
	f := c.Flags()
	f.Float64Var(&o.threshold, "threshold", 0, "leave out claims of a `CONFIDENCE` below this; 0: the usual one, -1: none")
	f.BoolVar(&o.articles, "articles", false, "print the figures of every article too")
	f.BoolVar(&o.rules, "rules", false, "print the figures of every rule and range of confidence too")
	f.BoolVar(&o.errors, "errors", false, "print every wrong claim and every gold claim that was missed")
	f.BoolVar(&o.asJSON, "json", false, "print the figures as one JSON value")
	return c
}

func (o *eval) run(ctx context.Context, dir string) error {
	gold, err := score.ReadGold(dir)
	if err != nil {
		return err
	}
	claims, err := o.extract(ctx, dir)
	if err != nil {
		return err
	}
	var lines []figure
	for _, level := range []score.Level{score.Exact, score.Side} {
		for _, by := range score.Criteria {
			var f score.Figures
			for _, r := range results(gold, claims, level, by) {
				f.Add(r)
			}
			lines = append(lines, figure{string(level) + " " + string(by), f})
		}
	}
	if o.asJSON {
		return json.NewEncoder(o.out).Encode(figuresJSON(lines))
	}
	for _, l := range lines {
		l.print(o)
	}
	o.details(gold, results(gold, claims, score.Exact, score.Class))
	return nil
}

// extract finds the claims of the articles in a folder.
func (o *eval) extract(ctx context.Context, dir string) (map[string][]news.Claim, error) {
	texts, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(texts) == 0 {
		return nil, fmt.Errorf("no articles (*.txt) in %s", dir)
	}
	files, errs := read.Files(texts)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	x, err := extract.New(extract.Options{Threshold: o.threshold})
	if err != nil {
		return nil, err
	}
	out := map[string][]news.Claim{}
	for w := range sideBySide(ctx, read.Articles(files, read.Options{}), x.Extract) {
		if w.skip != nil {
			return nil, w.skip
		}
		out[w.article.ID] = w.result
	}
	return out, ctx.Err()
}

// results scores every gold article.
func results(gold []score.Gold, claims map[string][]news.Claim, level score.Level, by score.Criterion) []score.Result {
	out := make([]score.Result, len(gold))
	for i := range gold {
		out[i] = gold[i].Score(claims[gold[i].File], level, by)
	}
	return out
}

// figure is a line of the table.
type figure struct {
	name string
	score.Figures
}

func (l figure) print(o *eval) {
	fmt.Fprintf(o.out, "%-28s P %.3f  R %.3f  F1 %.3f   right %d, wrong %d, optional %d, required %d\n", l.name, l.Precision(), l.Recall(), l.F1(),
		l.Right, l.Wrong, l.Optional, l.Required)
}

// figuresJSON returns the table for encoding/json.
func figuresJSON(lines []figure) []map[string]any {
	var out []map[string]any
	for _, l := range lines {
		level, by, _ := strings.Cut(l.name, " ")
		out = append(out, map[string]any{"level": level, "criterion": by, "precision": l.Precision(), "recall": l.Recall(), "f1": l.F1(),
			"right": l.Right, "wrong": l.Wrong, "optional": l.Optional, "required": l.Required})
	}
	return out
}

// details prints what the flags ask for, by exact actors and class.
func (o *eval) details(gold []score.Gold, exact []score.Result) {
	if o.articles {
		fmt.Fprintln(o.out, "\nexact class, by article")
		for i, r := range exact {
			var f score.Figures
			f.Add(r)
			figure{gold[i].Doc, f}.print(o)
		}
	}
	if o.rules {
		fmt.Fprintln(o.out, "\nexact class, by rule")
		for _, g := range append(score.ByRule(exact), score.ByConfidence(exact)...) {
			fmt.Fprintf(o.out, "%-28s right %3d, wrong %3d, optional %3d, precision %.2f\n", g.Name, g.Right, g.Wrong, g.Optional, g.Precision())
		}
	}
	if o.errors {
		for i, r := range exact {
			o.misses(gold[i], r)
		}
	}
}

// misses prints the wrong and the missed claims of an article.
func (o *eval) misses(gold score.Gold, r score.Result) {
	fmt.Fprintf(o.out, "\n%s\n", gold.Doc)
	found := map[int]bool{}
	for _, j := range r.Judged {
		if found[j.Gold] = true; j.Verdict != score.Wrong {
			continue
		}
		object := "–"
		if j.Object != nil {
			object = j.Object.Name
		}
		fmt.Fprintf(o.out, "  wrong   %s %s %s  %s  %s %.2f\n          %s\n", j.Subject.Name, j.Predicate, object, j.Claim.Class, j.Rule, j.Confidence,
			strings.Join(strings.Fields(j.Sentence), " "))
	}
	for i, c := range gold.Claims {
		if c.Optional || found[i] {
			continue
		}
		fmt.Fprintf(o.out, "  missed  %s %s %s  %s\n          %s\n", gold.Actors[c.Subject].Name, strings.Join(c.Lemmas, "/"), gold.Actors[c.Object].Name,
			strings.Join(c.Classes, "/"), strings.Join(c.Sentences, " | "))
	}
}
