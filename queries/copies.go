package queries

import (
	"strings"

	"quadwire/graph"
)

// copies tells which articles are copies of one another: the same agency report, printed by many papers, is one
// witness and not many.
type copies struct {
	g         *graph.Graph
	sentences [][]uint64 // by article: hashes of the sentences that claims are found in; nil: not read yet
	first     []int      // by article: number of its first claim
}

func newCopies(g *graph.Graph) *copies {
	c := &copies{g: g, sentences: make([][]uint64, len(g.Articles)), first: make([]int, len(g.Articles)+1)}
	n := 0
	for i, a := range g.Articles {
		c.first[i] = n
		n += a.Claims
	}
	c.first[len(g.Articles)] = n
	return c
}

// of returns the hashes of an article's sentences, each once. Claims are numbered by article.
func (c *copies) of(article int) []uint64 {
	if c.sentences[article] == nil {
		hashes := []uint64{}
		last := -1
		for i := c.first[article]; i < c.first[article+1]; i++ {
			claim := c.g.Claim(i)
			if claim.SentenceStart != last {
				hashes = append(hashes, hash(fold(claim.Sentence)))
				last = claim.SentenceStart
			}
		}
		c.sentences[article] = hashes
	}
	return c.sentences[article]
}

// copied reports whether two articles are copies: the same text, or half the sentences of the shorter one, and two at
// least, are in the other. (A copy is often cut short, so that the union of both says little.)
func (c *copies) copied(a, b int) bool {
	if c.g.Articles[a].SHA256 != "" && c.g.Articles[a].SHA256 == c.g.Articles[b].SHA256 {
		return true
	}
	x, y := c.of(a), c.of(b)
	in := make(map[uint64]bool, len(x))
	for _, h := range x {
		in[h] = true
	}
	shared := 0
	for _, h := range y {
		if in[h] {
			shared++
			delete(in, h)
		}
	}
	shorter := min(len(x), len(y))
	return shared >= 2 && 2*shared >= shorter
}

// maxCompared is how many articles are compared with one another; beyond it, only the same text counts as a copy.
const maxCompared = 400

// independent counts the articles, copies of one another once.
func (c *copies) independent(articles []int) int {
	var kept []int
	seen := map[int]bool{}
	texts := map[string]bool{}
	for _, a := range articles {
		sum := c.g.Articles[a].SHA256
		if seen[a] || sum != "" && texts[sum] {
			continue
		}
		seen[a], texts[sum] = true, true
		copied := false
		for i := 0; i < len(kept) && len(kept) <= maxCompared && !copied; i++ {
			copied = c.copied(kept[i], a)
		}
		if !copied {
			kept = append(kept, a)
		}
	}
	return len(kept)
}

// hash is the FNV-1a hash of s (Fowler, Noll and Vo, 1991).
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Count returns a number with its noun: "1 claim", "2 claims".
func Count(n int, noun string) string {
	if n != 1 {
		noun = plural(noun)
	}
	return Thousands(n) + " " + noun
}

// plural returns the plural of a regular noun.
func plural(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.HasSuffix(noun, "ey") && !strings.HasSuffix(noun, "ay") {
		return stem + "ies"
	}
	return noun + "s"
}
