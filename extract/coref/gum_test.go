package coref

import (
	"os"
	"path/filepath"
	"testing"

	"quadwire/extract/text"
)

// readTreebank reads a file below the corpora's folder; the test is skipped where there is none.
func readTreebank(t testing.TB, name string) []*text.CoNLLU {
	t.Helper()
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA is unset")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestGUM(t *testing.T) {
	e := Evaluate(readTreebank(t, "ud-gum-free/"+split()+".conllu"), nil)
	if err := e.Write(os.Stdout); err != nil {
		t.Fatal(err)
	}
	if got := e.Resolver.CoNLL(); got < e.Baseline.CoNLL()+0.1 {
		t.Errorf("CoNLL %.3f, head match %.3f: want 0.1 more", got, e.Baseline.CoNLL())
	}
}

func split() string {
	if s := os.Getenv("COREF_SPLIT"); s != "" {
		return s
	}
	return "dev"
}

func TestTrainWrite(t *testing.T) {
	if os.Getenv("COREF_TRAIN") == "" {
		t.Skip("COREF_TRAIN is unset")
	}
	f, err := os.Create("pronouns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := Train(f, readTreebank(t, "ud-gum-free/train.conllu"), TrainOptions{}); err != nil {
		t.Fatal(err)
	}
}

func TestTrainSelectionWrite(t *testing.T) {
	if os.Getenv("COREF_TRAIN") == "" {
		t.Skip("COREF_TRAIN is unset")
	}
	docs := append(readTreebank(t, "ud-ewt/train.conllu"), readTreebank(t, "ud-gum-free/train.conllu")...)
	f, err := os.Create("selection.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := TrainSelection(f, docs); err != nil {
		t.Fatal(err)
	}
}
