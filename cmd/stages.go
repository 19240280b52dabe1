package cmd

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
)

// newEvalStages builds the command that measures the language stages on a treebank.
func newEvalStages(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "stages TREEBANK…",
		Short: "Measure the language stages on treebanks in CoNLL-U",
		Long: "Prints for every treebank how well sentences, tokens, tags, trees and lemmas are found: trees and lemmas from gold\n" +
			"tokens, trees from raw text; and where the treebank has entities, names and coreference, from gold trees.",
		Example: "  quadwire eval stages test.conllu",
		Args:    wants(1, -1, "treebanks in CoNLL-U"),
		RunE:    func(c *cobra.Command, args []string) error { return a.evalStages(c.Context(), args) },
	}
}

func (a *app) evalStages(ctx context.Context, files []string) error {
	s, err := newStages()
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		docs, err := readTreebank(file)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, file)
		if err := s.measure(a, docs); err != nil {
			return err
		}
	}
	return nil
}

// stages are the language stages one by one.
type stages struct {
	split *split.Splitter
	parse *parse.Parser
	tag   *tag.Lemmatizer
	names *names.Finder
}

func newStages() (s stages, err error) {
	if s.split, err = split.English(); err != nil {
		return s, err
	}
	if s.parse, err = parse.English(); err != nil {
		return s, err
	}
	if s.tag, err = tag.English(); err != nil {
		return s, err
	}
	s.names, err = names.English()
	return s, err
}

// measure prints the figures of one treebank.
func (s stages) measure(a *app, docs []*text.CoNLLU) error {
	entities := false
	var trees parse.Scores
	var raw parse.TextScores
	for _, d := range docs {
		entities = entities || len(d.Groups) > 0
		trees.Add(s.parse.Evaluate(d.Sentences))
		found := &text.Document{Text: d.Text}
		s.split.Split(found)
		s.parse.Parse(found.Sentences)
		raw.Add(parse.CompareText(d.Sentences, found.Sentences))
	}
	fmt.Fprintf(a.out, "  split         %v\n", s.split.Evaluate(docs))
	fmt.Fprintf(a.out, "  parse         %v\n", trees)
	fmt.Fprintf(a.out, "  from raw text %v\n", raw)
	fmt.Fprintf(a.out, "  lemmas        %v\n", s.tag.Evaluate(docs))
	if !entities {
		return nil
	}
	fmt.Fprintf(a.out, "  names\n    %s\n  coreference\n", strings.ReplaceAll(s.names.Evaluate(docs).String(), "\n", "\n    "))
	return coref.Evaluate(docs, s.names.Find).Write(a.out)
}

// readTreebank reads a file in CoNLL-U.
func readTreebank(file string) ([]*text.CoNLLU, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return docs, nil
}
