// Package read turns files into articles.
//
//	PATH… ──Files──▶ []File ──Articles──▶ news.Article, one after the other
//	                            plain text · HTML · Markdown · JSON · JSON Lines · gzip of any of these
//
// What a format says of title, date, source and address goes into the article; the text becomes UTF-8 and is otherwise
// left as it is: quotation marks, dashes, non-breaking spaces and line ends stay. A file or record that is no article
// is reported as a *Skip and the rest goes on.
package read

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"quadwire/graph/news"
)

// DefaultMaxArticle is the largest article in bytes that is read unless Options says otherwise. A file of many
// articles (JSON, JSON Lines) may be of any size.
const DefaultMaxArticle = 16 << 20

// Options says how files are read. The zero value works.
type Options struct {
	Stdin      io.Reader     // what the path "-" reads; nil: nothing
	MaxArticle int64         // largest article in bytes; 0: DefaultMaxArticle
	Progress   func(n int64) // called as bytes of the files are read; may be nil
}

func (o Options) maxArticle() int64 {
	if o.MaxArticle > 0 {
		return o.MaxArticle
	}
	return DefaultMaxArticle
}

// Skip says why a file or a record was left out. The articles after it are still read.
type Skip struct {
	Path string // the file as given
	Line int    // line of the record or of the fault, from 1; 0 if the whole file is meant
	Err  error
}

// Error names the place and the reason.
func (s *Skip) Error() string {
	if s.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", s.Path, s.Line, s.Err)
	}
	return fmt.Sprintf("%s: %v", s.Path, s.Err)
}

// Unwrap returns the reason.
func (s *Skip) Unwrap() error { return s.Err }

// errSame marks a record that says the same as one before under the same id.
var errSame = errors.New("the same article again")

// IsRepeat reports whether a file or record was left out because the very same article had been read before.
func IsRepeat(err error) bool { return errors.Is(err, errSame) }

// Articles reads the files one after the other. Every error it yields is a *Skip, and the article beside it is empty.
// Articles of one run have different ids: a second article of the same id gets "#2" behind it, and is left out if its
// text is the same.
func Articles(files []File, o Options) iter.Seq2[news.Article, error] {
	return func(yield func(news.Article, error) bool) {
		seen := identities{}
		for _, f := range files {
			for a, err := range f.articles(o) {
				if err == nil {
					err = seen.settle(&a)
				}
				if err != nil {
					a = news.Article{}
				}
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// identities remembers which ids were given to which texts.
type identities map[string]uint64

// settle makes a's id one that no other article of the run has.
func (seen identities) settle(a *news.Article) error {
	id, sum := a.ID, fingerprint(a.Text)
	for n := 2; ; n++ {
		before, taken := seen[a.ID]
		switch {
		case !taken:
			seen[a.ID] = sum
			return nil
		case before == sum:
			path, line := splitPath(a.Path)
			return &Skip{Path: path, Line: line, Err: fmt.Errorf("%w: %s", errSame, a.ID)}
		}
		a.ID = fmt.Sprintf("%s#%d", id, n)
	}
}

// splitPath takes an article's path apart into file and line.
func splitPath(path string) (string, int) {
	i := strings.LastIndexByte(path, ':')
	if i < 0 {
		return path, 0
	}
	line := 0
	if _, err := fmt.Sscanf(path[i+1:], "%d", &line); err != nil {
		return path, 0
	}
	return path[:i], line
}

// fingerprint is the FNV-1a hash of s (Fowler, Noll and Vo, 1991).
func fingerprint(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
