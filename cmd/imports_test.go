package cmd

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// layer says what a folder may import: folders of ours (each stands for what lies below it too) and, for the store's
// modules, whether it may see them. The first entry whose folder is a prefix of the package decides.
type layer struct {
	folder string
	ours   []string
	store  bool
}

// layers draws the one direction of imports: values, storage, questions, people; the language beside them.
var layers = []layer{
	{folder: "graph/news"},
	{folder: "graph", ours: []string{"graph"}, store: true},
	{folder: "queries/web", ours: []string{"queries", "graph"}},
	{folder: "queries", ours: []string{"queries", "graph"}},
	{folder: "extract/text", ours: []string{"graph/news"}},
	{folder: "extract", ours: []string{"extract", "graph/news"}},
	{folder: "cmd", ours: []string{"cmd", "extract", "graph", "queries"}},
}

// storeModules are the modules that package graph alone may know.
var storeModules = []string{"github.com/cayleygraph/", "github.com/hidal-go/", "go.etcd.io/bbolt", "github.com/dop251/goja"}

func TestImportsGoDownOnly(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		seen++
		checkImports(t, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 10 {
		t.Fatalf("saw %d Go files, want the whole module", seen)
	}
}

func checkImports(t *testing.T, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	folder := filepath.ToSlash(filepath.Dir(strings.TrimPrefix(path, ".."+string(filepath.Separator))))
	l, ok := layerOf(folder)
	if !ok {
		t.Errorf("%s: folder %s is in no layer", path, folder)
		return
	}
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if own, ok := strings.CutPrefix(name, "quadwire/"); ok && !allowed(l, own) {
			t.Errorf("%s imports %s: %s may import %v of ours only", path, own, l.folder, l.ours)
		}
		for _, m := range storeModules {
			if strings.HasPrefix(name, m) && !l.store {
				t.Errorf("%s imports %s: only package graph knows the store", path, name)
			}
		}
	}
}

func layerOf(folder string) (layer, bool) {
	for _, l := range layers {
		if within(folder, l.folder) {
			return l, true
		}
	}
	return layer{}, false
}

func allowed(l layer, own string) bool {
	for _, f := range l.ours {
		if within(own, f) {
			return true
		}
	}
	return false
}

func within(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }
