package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// output is the flags that say in which form results are printed.
type output struct{ json, jsonl, csv bool }

// flags adds the flags of the given forms.
func (o *output) flags(c *cobra.Command, forms ...string) {
	for _, form := range forms {
		switch form {
		case "json":
			c.Flags().BoolVar(&o.json, "json", false, "print one JSON value")
		case "jsonl":
			c.Flags().BoolVar(&o.jsonl, "jsonl", false, "print the claims as JSON Lines")
		case "csv":
			c.Flags().BoolVar(&o.csv, "csv", false, "print the claims as comma-separated values")
		}
	}
	c.MarkFlagsMutuallyExclusive(forms...)
}

// printer is a result that can be printed in every form.
type printer interface {
	WriteJSON(io.Writer) error
	WriteJSONL(io.Writer) error
	WriteCSV(io.Writer) error
}

// print prints a result in the form asked for, and as text if none was.
func (o *output) print(w io.Writer, r printer, asText func(io.Writer) error) error {
	switch {
	case o.json:
		return r.WriteJSON(w)
	case o.jsonl:
		return r.WriteJSONL(w)
	case o.csv:
		return r.WriteCSV(w)
	}
	return asText(w)
}

// writeFile writes a file under a temporary name and gives it its own when it is complete: a half-written file is never
// left behind, and one that is there is replaced only by force.
func writeFile(path string, force bool, write func(io.Writer) error) (err error) {
	if _, err := os.Stat(path); err == nil && !force {
		return fmt.Errorf("%s is there already: --force replaces it", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, bare(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return os.Rename(f.Name(), path)
}

// bare takes the temporary file's name out of an error of the file system.
func bare(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
