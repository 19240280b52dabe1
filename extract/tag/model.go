package tag

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"
)

// magic begins every model file; the number is the version of the format.
// 1: sections header, e (exact), w (words), c (cased), s (edit scripts), k (capitals), f (features), t (tags).
const magic = "quadwire lemmas 1"

// header is what a model file says about its making, line by line.
type header []string

// Provenance returns what the model file says about its making: data, hash, scores; one line each.
func (l *Lemmatizer) Provenance() []string { return l.model.header }

// Read reads a model file.
func Read(r io.Reader) (*Lemmatizer, error) {
	m := &model{exact: map[key]string{}, words: map[key]string{}, cased: map[key]string{}, edits: suffixes{},
		cases: suffixes{}, feats: map[key]string{}, tags: map[string]string{}}
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case n == 1 && line != magic:
			return nil, fmt.Errorf("file begins with %q, want %q: train the lemmas anew", line, magic)
		case n == 1:
		case strings.HasPrefix(line, "#"):
			m.header = append(m.header, strings.TrimPrefix(line[1:], " "))
		default:
			if err := m.entry(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if len(m.tags) == 0 {
		return nil, fmt.Errorf("no entries")
	}
	return &Lemmatizer{model: m}, nil
}

// entry reads one line of a table.
func (m *model) entry(f []string) error {
	if len(f) != 4 {
		return fmt.Errorf("%d fields, want 4", len(f))
	}
	k := key{f[1], f[2]}
	switch f[0] {
	case "e":
		m.exact[k] = f[3]
	case "w":
		m.words[k] = f[3]
	case "c":
		m.cased[k] = f[3]
	case "s":
		m.edits.set(f[1], f[2], f[3])
	case "k":
		m.cases.set(f[1], f[2], f[3])
	case "f":
		m.feats[k] = f[3]
	case "t":
		m.tags[f[1]] = f[3]
	default:
		return fmt.Errorf("unknown table %q", f[0])
	}
	return nil
}

func (s suffixes) set(class, suffix, decision string) {
	if s[class] == nil {
		s[class] = map[string]string{}
	}
	s[class][suffix] = decision
}

// Write writes the model with the given lines about its making: the data it was trained from and their hash, the
// options, the scores. Equal models give equal bytes.
func (l *Lemmatizer) Write(w io.Writer, provenance []string) error {
	var lines []string
	m := l.model
	for name, table := range map[string]map[key]string{"e": m.exact, "w": m.words, "c": m.cased, "f": m.feats} {
		for k, v := range table {
			lines = append(lines, strings.Join([]string{name, k.tag, k.word, v}, "\t"))
		}
	}
	for name, lists := range map[string]suffixes{"s": m.edits, "k": m.cases} {
		for class, list := range lists {
			for suffix, decision := range list {
				lines = append(lines, strings.Join([]string{name, class, suffix, decision}, "\t"))
			}
		}
	}
	for tag, feats := range m.tags {
		lines = append(lines, strings.Join([]string{"t", tag, "", feats}, "\t"))
	}
	sort.Strings(lines)
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, magic)
	for _, line := range provenance {
		fmt.Fprintln(out, "# "+line)
	}
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
	return out.Flush()
}
