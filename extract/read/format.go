package read

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Format is the form that a file's articles are in.
type Format uint8

// The formats.
const (
	Plain Format = iota
	HTML
	Markdown
	JSON      // one record, an array of records, or an object around one
	JSONLines // one record a line
)

// sniffLength is how many bytes of a file are looked at to tell its format and encoding.
const sniffLength = 64 << 10

// extensions that say what a file holds; for others its first bytes decide.
var extensions = map[string]Format{".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": Markdown, ".markdown": Markdown,
	".json": JSON, ".jsonl": JSONLines, ".ndjson": JSONLines}

// formatOf tells a file's format from its name and the beginning of its text.
func formatOf(name, head string) Format {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz")))
	format, known := extensions[ext]
	if !known {
		format = sniff(head)
	}
	if format == JSON || format == JSONLines {
		return jsonShape(format, head)
	}
	return format
}

// sniff tells the format from the beginning of the text alone.
func sniff(head string) Format {
	text := strings.TrimSpace(head)
	lower := strings.ToLower(text[:min(len(text), 2048)])
	switch {
	case strings.HasPrefix(text, "<") && (strings.Contains(lower, "<html") || strings.Contains(lower, "<!doctype html") ||
		strings.Contains(lower, "<body") || strings.Contains(lower, "<p>")):
		return HTML
	case opensWith(text, '{', `"}`), opensWith(text, '[', `{`):
		return JSON
	}
	return Plain
}

// opensWith reports whether text begins with the bracket and, after white space, with one of the bytes in next.
func opensWith(text string, bracket byte, next string) bool {
	if text == "" || text[0] != bracket {
		return false
	}
	rest := strings.TrimLeft(text[1:], " \t\r\n")
	return rest != "" && strings.IndexByte(next, rest[0]) >= 0
}

// jsonShape tells JSON from JSON Lines whatever the file's name says: a first line that is a whole object, with more
// objects on the lines below, is JSON Lines; a first line that only opens a bracket is JSON.
func jsonShape(named Format, head string) Format {
	first, rest, more := strings.Cut(strings.TrimLeft(head, " \t\r\n"), "\n")
	first = strings.TrimSpace(first)
	switch {
	case first == "{" || first == "[" || opensWith(first, '[', "{"):
		return JSON
	case named == JSON && more && strings.HasPrefix(strings.TrimSpace(rest), "{") && json.Valid([]byte(first)):
		return JSONLines
	}
	return named
}

// magics are the first bytes of files that people put among articles by mistake, and what to do about it.
var magics = []struct{ prefix, what string }{
	{"%PDF-", "a PDF file; save it as text or HTML first"},
	{"PK\x03\x04", "a zip archive or an office document; unpack it or save it as text first"},
	{"\xD0\xCF\x11\xE0", "an office document; save it as text first"},
	{"{\\rtf", "a Rich Text document; save it as text first"},
	{"\x89PNG", "a picture"}, {"\xFF\xD8\xFF", "a picture"}, {"GIF8", "a picture"}, {"RIFF", "a sound or film"},
	{"BZh", "compressed with bzip2; only gzip is read"}, {"\xFD7zXZ", "compressed with xz; only gzip is read"},
	{"\x28\xB5\x2F\xFD", "compressed with zstd; only gzip is read"}, {"SQLite format 3", "a database"},
	{"\x7FELF", "a program"},
}

// binary says what a file is that holds no text, judging by its first bytes; empty if it looks like text.
func binary(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.what
		}
	}
	if bytes.HasPrefix(head, markUTF16LE) || bytes.HasPrefix(head, markUTF16BE) || looksUTF16(head, 0) || looksUTF16(head, 1) {
		return ""
	}
	if i := bytes.IndexByte(head, 0); i >= 0 || garbled(string(head)) {
		return "a binary file, not text"
	}
	return ""
}

// garbled reports whether more than one character in twenty is a control character or could not be read.
func garbled(text string) bool {
	var bad, all int
	for _, r := range text {
		all++
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r == 0x7F || r == 0 {
			bad++
		}
	}
	return bad*20 > all && utf8.RuneCountInString(text) > 0
}
