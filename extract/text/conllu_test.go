package text

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReadCorpora(t *testing.T) {
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA is not set")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "ud-*", "*.conllu"))
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := ReadCoNLLU(f)
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, d := range docs {
			for i, s := range d.Sentences {
				want, _ := d.Source[i].Comment("text")
				if got := d.Text[s.Start:s.End]; got != want {
					t.Errorf("%s %s: text %q, want %q", file, d.Source[i].ID, got, want)
				}
			}
		}
		t.Log(file, len(docs))
	}
}
