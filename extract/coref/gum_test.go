package coref_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/text"
)

var (
	rebuild = flag.Bool("rebuild", false, "write the learned tables anew from the corpora")
	part    = flag.String("part", "dev", "part of GUM that is measured: train, dev or test")
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

// TestGUM measures with gold names and with those that names finds, on gold trees.
func TestGUM(t *testing.T) {
	f, err := names.English()
	if err != nil {
		t.Fatal(err)
	}
	docs := readTreebank(t, "ud-gum-free/"+*part+".conllu")
	for _, mode := range []struct {
		name  string
		find  func(*text.Document)
		floor float64
	}{{"gold names", nil, 0.65}, {"names found", f.Find, 0.45}} {
		e := coref.Evaluate(docs, mode.find)
		var b bytes.Buffer
		if err := e.Write(&b); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s, %s\n%s", *part, mode.name, b.String())
		if got := e.Resolver.CoNLL(); got < mode.floor || got < e.Baseline.CoNLL()+0.1 {
			t.Errorf("%s: CoNLL %.3f, head match %.3f: want %.2f and 0.1 more than head match", mode.name, got, e.Baseline.CoNLL(), mode.floor)
		}
	}
}

// TestRebuild trains twice and compares the bytes, with each other and with the tables of the program.
func TestRebuild(t *testing.T) {
	gum, ewt := readTreebank(t, "ud-gum-free/train.conllu"), readTreebank(t, "ud-ewt/train.conllu")
	for _, table := range []struct {
		file  string
		train func(*bytes.Buffer) error
	}{
		{"selection.tsv", func(b *bytes.Buffer) error { return coref.TrainSelection(b, append(ewt, gum...)) }},
		{"pronouns.tsv", func(b *bytes.Buffer) error { return coref.Train(b, gum, coref.TrainOptions{}) }},
	} {
		var b bytes.Buffer
		if err := table.train(&b); err != nil {
			t.Fatal(err)
		}
		if *rebuild {
			if err := os.WriteFile(table.file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		was, err := os.ReadFile(table.file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(was, b.Bytes()) {
			t.Errorf("%s is not what the corpora give: run with -rebuild, twice", table.file)
		}
	}
}
