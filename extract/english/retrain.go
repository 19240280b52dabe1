//go:build ignore

// Retrain makes split.model and lemma.model from the treebanks below a directory of corpora.
//
//	go run ./extract/english/retrain.go CORPORA WORDNET [OUTPUT]
//
// WORDNET is the dictionary directory of WordNet 3.0 (Debian package wordnet-base: /usr/share/wordnet).
package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
)

var (
	training = []string{"ud-ewt/train.conllu", "ud-gum-free/train.conllu"}
	held     = []string{"ud-ewt/dev.conllu", "ud-gum-free/dev.conllu", "ud-ewt/test.conllu", "ud-gum-free/test.conllu"}
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: go run ./extract/english/retrain.go CORPORA WORDNET [OUTPUT]")
	}
	output := filepath.Join("extract", "english")
	if len(os.Args) > 3 {
		output = os.Args[3]
	}
	if err := run(os.Args[1], os.Args[2], output); err != nil {
		log.Fatal(err)
	}
}

func run(corpora, wordnet, output string) error {
	var docs []*text.CoNLLU
	var data []string
	for _, file := range training {
		d, hash, err := read(filepath.Join(corpora, file))
		if err != nil {
			return err
		}
		docs = append(docs, d...)
		data = append(data, fmt.Sprintf("data: %s sha256 %s", file, hash))
	}
	splitter, _, err := split.Train(docs, split.TrainOptions{}, data)
	if err != nil {
		return err
	}
	words, err := tag.ReadWordNet(wordnet)
	if err != nil {
		return err
	}
	lemmatizer := tag.Train(docs, tag.TrainOptions{Words: words})
	splits := slices.Clone(data)
	lemmas := append(slices.Clone(data), "data: WordNet 3.0 verb, noun, adj")
	for _, file := range held {
		d, _, err := read(filepath.Join(corpora, file))
		if err != nil {
			return err
		}
		splits = append(splits, "score: "+file+" "+splitter.Evaluate(d).String())
		lemmas = append(lemmas, "score: "+file+" "+lemmatizer.Evaluate(d).String())
	}
	_, model, err := split.Train(docs, split.TrainOptions{}, splits)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(output, "split.model"), model, 0o644); err != nil {
		return err
	}
	var file bytes.Buffer
	if err := lemmatizer.Write(&file, lemmas); err != nil {
		return err
	}
	for _, line := range append(splits[len(data):], lemmas[len(data)+1:]...) {
		fmt.Println(line)
	}
	return os.WriteFile(filepath.Join(output, "lemma.model"), file.Bytes(), 0o644)
}

// read reads a treebank and the hash of its file.
func read(file string) ([]*text.CoNLLU, string, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, "", err
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(content))
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", file, err)
	}
	return docs, fmt.Sprintf("%x", sha256.Sum256(content)), nil
}
