package cmd

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quadwire/extract/figures"
	"quadwire/extract/text"
)

// stages is the command that measures the language stages.
type stages struct {
	*app
	set    string
	speed  bool
	asJSON bool
}

func newEvalStages(a *app) *cobra.Command {
	o := &stages{app: a}
	c := &cobra.Command{
		Use:   "stages CORPORA|TREEBANK…",
		Short: "Measure the language stages on treebanks in CoNLL-U",
		Long: "CORPORA is a folder with ud-ewt and ud-gum-free, each with dev.conllu and test.conllu. Prints how well sentences,\n" +
			"tokens, tags, trees and lemmas are found, and where a treebank has entities, names and coreference. \"raw text\" starts\n" +
			"from the text alone (CoNLL 2018 alignment), \"parse\" and \"tag\" from gold tokens, \"names\" and \"coref\" from gold trees.\n" +
			"The parser was trained on the development part of EWT, so its figures there flatter it.",
		Example: "  quadwire eval stages corpora\n  quadwire eval stages corpora --set test --speed\n  quadwire eval stages test.conllu --json",
		Args:    wants(1, -1, "a folder of corpora, or treebanks in CoNLL-U"),
		RunE:    func(c *cobra.Command, args []string) error { return o.run(c.Context(), args) },
	}
	f := c.Flags()
	f.StringVar(&o.set, "set", "dev", "`PART` of the corpora that is measured: dev or test; tune on dev only")
	f.BoolVar(&o.speed, "speed", false, "measure tokens per second of each stage on one core too")
	f.BoolVar(&o.asJSON, "json", false, "print the figures as one JSON value")
	_ = c.RegisterFlagCompletionFunc("set", cobra.FixedCompletions([]string{"dev", "test"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (o *stages) run(ctx context.Context, paths []string) error {
	if o.set != "dev" && o.set != "test" {
		return usagef("there is no part %q of the corpora: expected dev or test", o.set)
	}
	var banks []figures.Treebank
	for _, path := range paths {
		found, err := o.read(path)
		if err != nil {
			return err
		}
		banks = append(banks, found...)
	}
	m, err := figures.New()
	if err != nil {
		return err
	}
	var table figures.Table
	for _, b := range banks {
		if err := ctx.Err(); err != nil {
			return err
		}
		table = append(table, m.Measure(b)...)
	}
	for _, b := range banks {
		if o.speed {
			table = append(table, m.Speed(b, time.Now)...)
		}
	}
	if o.asJSON {
		return table.WriteJSON(o.out)
	}
	return table.Write(o.out)
}

// read reads a treebank, or those of a folder of corpora with the news of GUM apart.
func (o *stages) read(path string) ([]figures.Treebank, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		b, err := readTreebank(strings.TrimSuffix(filepath.Base(path), ".conllu"), path)
		return []figures.Treebank{b}, err
	}
	ewt, err := readTreebank("EWT "+o.set, filepath.Join(path, "ud-ewt", o.set+".conllu"))
	if err != nil {
		return nil, err
	}
	gum, err := readTreebank("GUM "+o.set, filepath.Join(path, "ud-gum-free", o.set+".conllu"))
	return []figures.Treebank{ewt, gum, gum.Genre("news")}, err
}

// readTreebank reads a file in CoNLL-U.
func readTreebank(name, file string) (figures.Treebank, error) {
	t := figures.Treebank{Name: name}
	f, err := os.Open(file)
	if err != nil {
		return t, err
	}
	defer f.Close()
	if t.Documents, err = text.ReadCoNLLU(f); err != nil {
		return t, fmt.Errorf("%s: %w", file, err)
	}
	return t, nil
}
