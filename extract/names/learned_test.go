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

// TestTrain trains twice on a few sentences: the models are equal byte by byte and find a name again. With QUADWIRE_TRAIN
// it writes the model of the whole training part there.
func TestTrain(t *testing.T) {
	docs := treebank(t, "ud-gum-free/train.conllu")
	options, provenance := TrainOptions{Seed: 1}, []string{"UD English GUM, free genres, train"}
	if out := os.Getenv("QUADWIRE_TRAIN"); out != "" {
		model, err := Train(docs, options, provenance)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(out, model, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	options.Epochs = 2
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

// TestReadModel reads broken models.
func TestReadModel(t *testing.T) {
	for _, file := range []string{"", "quadwire names model 0\n\n", magic + "\n\nx", magic + "\nfeatures 0 bits 0 labels 0\n\n",
		magic + "\nfeatures 1 bits 17 labels 9\n\nshort"} {
		if _, err := readModel(file); err == nil {
			t.Errorf("no error for %q", file)
		}
	}
}

// TestEvaluateNames scores the finder on the development part of GUM, or on the file of the corpora that
// QUADWIRE_EVALUATE names.
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
	score := f.Evaluate(docs)
	t.Logf("recogniser alone\n%s", f.evaluateRecogniser(docs))
	t.Logf("finder\n%s", score)
	if score.All.F1() < 0.65 {
		t.Errorf("F1 %.4f, want at least 0.65", score.All.F1())
	}
}
