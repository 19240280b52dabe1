// Package train makes the learned files of the language stages anew: it knows which corpora each was made from.
//
//	corpora, word vectors, WordNet ──Model.Train──▶ english/split.model, lemma.model, parse.model, names.model
//	                                             ╰▶ coref/selection.tsv, pronouns.tsv
//
// Equal sources, options and seed give equal bytes; for the parser on processors with the same vector instructions.
package train

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/tag"
)

// Options says how to train. The zero value is what the embedded files were made with.
type Options struct {
	Seed       uint64               // of the order of the examples; 0 for that of the embedded file
	Epochs     int                  // passes over the data; 0 for as many as the embedded file had
	Checkpoint string               // file from which an interrupted training of the parser goes on, for the caller to remove; empty for none
	Report     func(parse.Progress) // is called after each epoch of the parser; may be nil
}

// Model is a learned file of a language stage.
type Model struct {
	Stage   string // the stage that reads it: split, tag, parse, names, coref
	File    string // where it lies below the folder extract, with slashes
	Vectors bool   // it needs word vectors
	WordNet bool   // it needs WordNet
	train   func(*Sources, Options) ([]byte, error)
}

// Models returns the learned files in the order of the stages.
func Models() []Model {
	return []Model{
		{Stage: "split", File: "english/split.model", train: splitter},
		{Stage: "parse", File: "english/parse.model", Vectors: true, train: parser},
		{Stage: "tag", File: "english/lemma.model", WordNet: true, train: lemmatizer},
		{Stage: "names", File: "english/names.model", train: recogniser},
		{Stage: "coref", File: "coref/selection.tsv", train: selection},
		{Stage: "coref", File: "coref/pronouns.tsv", train: pronouns},
	}
}

// Stages returns the stages that have learned files, in their order.
func Stages() []string {
	var out []string
	for _, m := range Models() {
		out = append(out, m.Stage)
	}
	return slices.Compact(out)
}

// Train makes the file anew.
func (m Model) Train(s *Sources, o Options) ([]byte, error) {
	if m.Vectors && s.Vectors == "" {
		return nil, errors.New("word vectors are missing")
	}
	if m.WordNet && s.WordNet == "" {
		return nil, errors.New("WordNet is missing")
	}
	b, err := m.train(s, o)
	if err != nil {
		return nil, fmt.Errorf("train %s: %w", m.File, err)
	}
	return b, nil
}

// splitter makes the model of package split; its header has the scores, so it is trained before they are known and after.
func splitter(s *Sources, o Options) ([]byte, error) {
	t, err := s.read(ewtTrain, gumTrain)
	if err != nil {
		return nil, err
	}
	options := split.TrainOptions{Seed: o.Seed, Epochs: o.Epochs}
	p, _, err := split.Train(t.documents, options, t.hashes)
	if err != nil {
		return nil, err
	}
	lines, err := s.scores(func(t treebank) string { return p.Evaluate(t.documents).String() })
	if err != nil {
		return nil, err
	}
	_, model, err := split.Train(t.documents, options, append(t.hashes, lines...))
	return model, err
}

// lemmatizer makes the model of package tag. Nothing in it is random.
func lemmatizer(s *Sources, _ Options) ([]byte, error) {
	t, err := s.read(ewtTrain, gumTrain)
	if err != nil {
		return nil, err
	}
	words, err := tag.ReadWordNet(s.WordNet)
	if err != nil {
		return nil, err
	}
	l := tag.Train(t.documents, tag.TrainOptions{Words: words})
	lines, err := s.scores(func(t treebank) string { return l.Evaluate(t.documents).String() })
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = l.Write(&b, slices.Concat(t.hashes, []string{"data: WordNet 3.0 verb, noun, adj"}, lines))
	return b.Bytes(), err
}

// parser makes the model of package parse. The development part of EWT is data too; that of GUM is kept to measure on.
func parser(s *Sources, o Options) ([]byte, error) {
	t, err := s.read(ewtTrain, gumTrain, ewtDev)
	if err != nil {
		return nil, err
	}
	options := parse.EnglishRecipe()
	options.Train = t.sentences()
	options.Seed = cmp.Or(o.Seed, options.Seed)
	options.Epochs = cmp.Or(o.Epochs, options.Epochs)
	options.Checkpoint, options.Report = o.Checkpoint, o.Report
	if options.Dev, err = s.development(); err != nil {
		return nil, err
	}
	if options.Vectors, err = s.vectors(); err != nil {
		return nil, err
	}
	p, err := parse.Train(options)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = p.Save(&b)
	return b.Bytes(), err
}

// recogniser makes the model of package names.
func recogniser(s *Sources, o Options) ([]byte, error) {
	t, err := s.read(gumTrain)
	if err != nil {
		return nil, err
	}
	return names.Train(t.documents, names.TrainOptions{Seed: cmp.Or(o.Seed, 1), Epochs: o.Epochs}, []string{"UD English GUM, free genres, train"})
}

// selection makes the table of which words have actors as subjects and objects. Nothing in it is random.
func selection(s *Sources, _ Options) ([]byte, error) {
	return s.table([]string{ewtTrain, gumTrain}, func(w io.Writer, t treebank) error { return coref.TrainSelection(w, t.documents) })
}

// pronouns makes the table that ranks the antecedents of pronouns. The embedded table of selection is among its features.
func pronouns(s *Sources, o Options) ([]byte, error) {
	return s.table([]string{gumTrain}, func(w io.Writer, t treebank) error {
		return coref.Train(w, t.documents, coref.TrainOptions{Seed: o.Seed, Epochs: o.Epochs})
	})
}
