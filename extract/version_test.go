package extract

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// TestVersion checks that no model or word list of a stage is left out of the version.
func TestVersion(t *testing.T) {
	if v := Version(); v != Version() || !strings.HasPrefix(v, "2-") || len(v) != len("2-")+16 {
		t.Errorf("version %q", v)
	}
	n := 0
	err := fs.WalkDir(os.DirFS("."), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if ext := path.Ext(file); ext != ".tsv" && ext != ".txt" && ext != ".model" || file == "english/parse.model" {
			return nil
		}
		n++
		_, err = tables.ReadFile(file)
		return err
	})
	if err != nil || n < 10 {
		t.Errorf("%d files: %v", n, err)
	}
}

func BenchmarkVersion(b *testing.B) {
	for b.Loop() {
		Version()
	}
}
