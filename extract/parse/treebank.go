package parse

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"quadwire/extract/text"
)

// Treebank is a named set of gold sentences.
type Treebank struct {
	Name      string
	Sentences []text.Sentence
}

// ReadTreebank reads a treebank in CoNLL-U. It returns all its sentences and, by name, those of each genre, which is
// the part of a document's id that says so: "news" of GUM_news_nasa, "weblog" of weblog-blogspot.com_….
func ReadTreebank(name string, r io.Reader) (all Treebank, genres []Treebank, err error) {
	documents, err := text.ReadCoNLLU(r)
	if err != nil {
		return all, nil, fmt.Errorf("read treebank %s: %w", name, err)
	}
	all.Name = name
	for _, d := range documents {
		all.Sentences = append(all.Sentences, d.Sentences...)
		id, _ := d.Comment("newdoc id")
		genre := name + " " + genreOf(id)
		at := slices.IndexFunc(genres, func(t Treebank) bool { return t.Name == genre })
		if at < 0 {
			at = len(genres)
			genres = append(genres, Treebank{Name: genre})
		}
		genres[at].Sentences = append(genres[at].Sentences, d.Sentences...)
	}
	slices.SortFunc(genres, func(a, b Treebank) int { return strings.Compare(a.Name, b.Name) })
	return all, genres, nil
}

// genreOf returns the genre in the id of a document of GUM or EWT.
func genreOf(id string) string {
	if rest, ok := strings.CutPrefix(id, "GUM_"); ok {
		genre, _, _ := strings.Cut(rest, "_")
		return genre
	}
	genre, _, _ := strings.Cut(id, "-")
	return genre
}
