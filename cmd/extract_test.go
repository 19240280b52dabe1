package cmd

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// TestExtractCoNLLU reads back what extract writes: a document for each article, in order, with its id and all its tokens.
func TestExtractCoNLLU(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var out, talk bytes.Buffer
	if code := Main(append([]string{"extract", "--format", "conllu"}, files...), strings.NewReader(""), &out, &talk); code != exitDone {
		t.Fatalf("exit code %d: %s", code, talk.String())
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != len(files) {
		t.Fatalf("%d documents of %d articles", len(docs), len(files))
	}
	for i, d := range docs {
		if d.ID != filepath.Base(files[i]) || len(d.Sentences) == 0 || len(d.Entities) == 0 {
			t.Errorf("document %d is %q with %d sentences and %d entities, want %s", i, d.ID, len(d.Sentences), len(d.Entities), files[i])
		}
		var again bytes.Buffer
		if err := d.Write(&again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(out.Bytes(), again.Bytes()) {
			t.Errorf("%s is written otherwise when it was read", d.ID)
		}
	}
}
