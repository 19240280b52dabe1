package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is one file of a run.
type File struct {
	Path string // as it was given or found; "-" is standard input
	ID   string // id of its article, if it holds a single one without an id of its own
	Size int64  // bytes on disk; 0 if unknown
}

// Files finds the files that the paths mean: files themselves, folders with everything below them, patterns (*, ?, […])
// and "-" for standard input. Files come in the order of the paths, those of a folder in the order of their names; what
// begins with a point is left out in folders, and a file that is named twice is read once. Every error is a *Skip.
func Files(paths []string) ([]File, []error) {
	var c collection
	for _, path := range paths {
		c.add(path)
	}
	nameFiles(c.files)
	return c.files, c.errs
}

// collection is the files found so far.
type collection struct {
	files []File
	errs  []error
	seen  map[string]bool
}

func (c *collection) skip(path string, err error) {
	c.errs = append(c.errs, &Skip{Path: path, Err: err})
}

// add finds the files of one path.
func (c *collection) add(path string) {
	if path == "-" {
		c.file(path, 0)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		c.folder(path)
	case err == nil:
		c.file(path, info.Size())
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		c.pattern(path)
	default:
		c.skip(path, reason(err))
	}
}

// file adds one file, once.
func (c *collection) file(path string, size int64) {
	key := path
	if abs, err := filepath.Abs(path); err == nil && path != "-" {
		key = abs
	}
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	if !c.seen[key] {
		c.seen[key] = true
		c.files = append(c.files, File{Path: path, Size: size})
	}
}

// folder adds the files of a folder and of the folders in it.
func (c *collection) folder(root string) {
	found := false
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			c.skip(path, reason(err))
		case path != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				c.file(path, info.Size())
				found = true
			}
		}
		return nil
	})
	if !found {
		c.skip(root, errors.New("the folder holds no files; expected articles as text, HTML, Markdown, JSON or JSON Lines"))
	}
}

// pattern adds the files that a pattern matches.
func (c *collection) pattern(pattern string) {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		c.skip(pattern, fmt.Errorf("not a pattern of file names: %w", err))
		return
	}
	if len(matches) == 0 {
		c.skip(pattern, errors.New("no file matches"))
	}
	for _, path := range matches {
		c.add(path)
	}
}

// nameFiles gives each file its id: the base name, or where several files share one, the path below the folder that
// all files of the run lie in.
func nameFiles(files []File) {
	uses := map[string]int{}
	for _, f := range files {
		uses[filepath.Base(f.Path)]++
	}
	root := ""
	for i := range files {
		f := &files[i]
		f.ID = filepath.Base(f.Path)
		switch {
		case f.Path == "-":
			f.ID = "stdin"
		case uses[f.ID] > 1:
			if root == "" {
				root = commonFolder(files)
			}
			f.ID = below(root, f.Path)
		}
	}
}

// commonFolder returns the deepest folder that all files lie in.
func commonFolder(files []File) string {
	root := ""
	for _, f := range files {
		abs, err := filepath.Abs(f.Path)
		if f.Path == "-" || err != nil {
			continue
		}
		dir := filepath.Dir(abs)
		if root == "" {
			root = dir
		}
		for root != dir && !strings.HasPrefix(dir, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) {
			root = filepath.Dir(root)
		}
	}
	return root
}

// below returns path as seen from the folder root, with slashes.
func below(root, path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

// reason takes the path out of an error of the file system: the Skip names it already.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
