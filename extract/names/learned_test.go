package names

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"quadwire/extract/english"
	"quadwire/extract/text"
)

// treebank reads a file of the corpora, or skips the test where QUADWIRE_CORPORA is unset.
func treebank(t *testing.T, name string) []*text.CoNLLU {
	t.Helper()
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA unset")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestTrain trains twice on a few sentences: the models are equal byte by byte and find a name again.
func TestTrain(t *testing.T) {
	docs := treebank(t, "ud-gum-free/train.conllu")
	options, provenance := TrainOptions{Seed: 1, Epochs: 2}, []string{"four documents"}
	a, err := Train(docs[:4], options, provenance)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Train(docs[:4], options, provenance)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two trainings differ")
	}
	r, err := readModel(string(a))
	if err != nil {
		t.Fatal(err)
	}
	f, err := English()
	if err != nil {
		t.Fatal(err)
	}
	if score := (&Finder{lists: f.lists, recogniser: r}).evaluateRecogniser(docs[:4]); score.All.F1() < 0.7 {
		t.Errorf("on its own training data:\n%s", score)
	}
}

// TestRebuild trains on the whole training part: the weights are those of the embedded model.
func TestRebuild(t *testing.T) {
	file, err := Train(treebank(t, "ud-gum-free/train.conllu"), TrainOptions{Seed: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readModel(string(file))
	if err != nil {
		t.Fatal(err)
	}
	want, err := readModel(english.NamesModel)
	if err != nil {
		t.Fatal(err)
	}
	if *got != *want {
		t.Error("the embedded model is not what the corpus gives: quadwire train names makes it")
	}
}

// TestReadModel reads broken models.
func TestReadModel(t *testing.T) {
	for _, file := range []string{"", "quadwire names model 0\n\n", magic + "\n\nx", magic + "\nfeatures 0 bits 0 labels 0\n\n",
		magic + "\nfeatures 1 bits 17 labels 9\n\nshort"} {
		if _, err := readModel(file); err == nil {
			t.Errorf("no error for %q", file)
		}
	}
}

// TestEvaluateNames scores the finder on the development part of GUM.
func TestEvaluateNames(t *testing.T) {
	docs := treebank(t, "ud-gum-free/dev.conllu")
	f, err := English()
	if err != nil {
		t.Fatal(err)
	}
	score := f.Evaluate(docs)
	t.Logf("recogniser alone\n%s", f.evaluateRecogniser(docs))
	t.Logf("finder\n%s", score)
	if score.All.F1() < 0.75 {
		t.Errorf("F1 %.4f, want at least 0.75", score.All.F1())
	}
}
