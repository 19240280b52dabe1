package cmd

import (
	"encoding/json"
	"io"
)

// printJSON prints one indented JSON value.
func printJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}
