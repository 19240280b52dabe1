package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"quadwire/queries/library"
)

// readNamed returns the text of a file, or of a query of the library with its arguments. A file of that name comes
// first, if there is one.
func (o *query) readNamed(name string, args []string) (string, error) {
	o.args = args
	text, err := os.ReadFile(name)
	if err == nil {
		return string(text), nil
	}
	q, ok := library.Find(name)
	switch {
	case ok:
		o.named = q
		return q.Text, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("read query: there is no file and no query of the library named %s; quadwire query --list names them", name)
	}
	return "", fmt.Errorf("read query: %w", err)
}

// printLibrary lists the queries of the library.
func (o *query) printLibrary() error {
	if o.json {
		return printJSON(o.out, library.List())
	}
	style := o.style()
	for _, q := range library.List() {
		if _, err := fmt.Fprintf(o.out, "%s  %s\n", style.Bold(fmt.Sprintf("%-22s", q.Name)), q.Description); err != nil {
			return err
		}
		for _, n := range q.Notes {
			if _, err := fmt.Fprintf(o.out, "%24s%s\n", "", style.Faint(n)); err != nil {
				return err
			}
		}
	}
	return nil
}

// completeLibrary completes the name of a query of the library; files can stand there too.
func completeLibrary(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, q := range library.List() {
		out = append(out, q.Name+"\t"+q.Description)
	}
	return out, cobra.ShellCompDirectiveDefault
}
