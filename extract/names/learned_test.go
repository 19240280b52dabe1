package names

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

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

// TestTrainModel writes the model to QUADWIRE_TRAIN and prints its scores on the development set.
func TestTrainModel(t *testing.T) {
	out := os.Getenv("QUADWIRE_TRAIN")
	if out == "" {
		t.Skip("QUADWIRE_TRAIN unset")
	}
	model, err := Train(treebank(t, "ud-gum-free/train.conllu"), TrainOptions{Seed: 1}, []string{"UD English GUM, free genres, train"})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(out, model, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEvaluateNames prints the scores on the development set of GUM.
func TestEvaluateNames(t *testing.T) {
	file := "ud-gum-free/dev.conllu"
	if f := os.Getenv("QUADWIRE_EVALUATE"); f != "" {
		file = f
	}
	docs := treebank(t, file)
	f, err := English()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("recogniser alone\n%s", f.evaluateRecogniser(docs))
	t.Logf("finder\n%s", f.Evaluate(docs))
}
