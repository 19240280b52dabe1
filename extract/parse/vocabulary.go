package parse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// Rows of the table of trained word vectors that stand for no word of the treebank.
const (
	unknownWord = iota
	rootWord
	firstWord
)

// affixes is the number of spelling features of a word: two suffixes, two prefixes… see spelling.
const affixes = 5

// buckets is the number of rows that each spelling feature is hashed into.
var buckets = [affixes]int{1024, 4096, 8192, 4096, 1024}

// affixRows is the number of rows of the table of spelling features.
func affixRows() int {
	n := 0
	for _, b := range buckets {
		n += b
	}
	return n
}

// input is what the network sees of a word: rows of its tables.
type input struct {
	vector  int32 // of the pretrained vectors; -1 if there is none
	word    int32
	affixes [affixes]int32
}

// vocabulary knows the words and the labels of the treebank that a network was trained on.
type vocabulary struct {
	words     []string // from row firstWord on
	frequency []int    // in the treebank, by row; only while training
	rows      map[string]int32
	tags      []string // "UPOS XPOS"
	relations []string
	tagIDs    map[string]int
	relIDs    map[string]int
}

// minRelation is how often a relation must occur to be learned; a rarer one is replaced by the relation it is a subtype
// of.
const minRelation = 5

// newVocabulary collects the words that occur at least twice, the tags and the relations.
func newVocabulary(sentences []text.Sentence) *vocabulary {
	words, tags, relations := map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range sentences {
		for i := range s.Tokens {
			t := &s.Tokens[i]
			words[normal(t.Form)]++
			tags[tagOf(t)]++
			relations[t.Rel]++
		}
	}
	for r, n := range relations {
		if n < minRelation {
			relations[universal(r)] += n
			delete(relations, r)
		}
	}
	v := &vocabulary{words: byFrequency(words, 2), tags: byFrequency(tags, 1), relations: byFrequency(relations, 1)}
	v.frequency = make([]int, firstWord, firstWord+len(v.words))
	for _, w := range v.words {
		v.frequency = append(v.frequency, words[w])
	}
	v.index()
	return v
}

// byFrequency lists the keys that occur at least least times, the most frequent first.
func byFrequency(count map[string]int, least int) []string {
	var keys []string
	for k, n := range count {
		if n >= least {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	return keys
}

// index builds the maps from strings to rows.
func (v *vocabulary) index() {
	v.rows = make(map[string]int32, len(v.words))
	for i, w := range v.words {
		v.rows[w] = int32(firstWord + i)
	}
	v.tagIDs, v.relIDs = map[string]int{}, map[string]int{}
	for i, t := range v.tags {
		v.tagIDs[t] = i
	}
	for i, r := range v.relations {
		v.relIDs[r] = i
	}
}

// relation returns the row of a relation, or of the one it is a subtype of; 0 if it knows neither.
func (v *vocabulary) relation(rel string) int {
	if id, ok := v.relIDs[rel]; ok {
		return id
	}
	return v.relIDs[universal(rel)]
}

// tagOf joins both tags of a token: the network predicts them as one.
func tagOf(t *text.Token) string { return t.UPOS + " " + t.XPOS }

// universal returns a relation without its subtype.
func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}

// input looks up a word form.
func (v *vocabulary) input(form string, vectors *Vectors) input {
	low := normal(form)
	in := input{vector: vectors.row(low), word: v.rows[low]}
	offset := 0
	for i, feature := range spelling(form, low) {
		in.affixes[i] = int32(offset + 1 + int(hash(feature)%uint64(buckets[i]-1)))
		offset += buckets[i]
	}
	return in
}

// rootInput is the input of the artificial root before the first word. The first bucket of each feature is its own.
func rootInput() input {
	in := input{vector: -1, word: rootWord}
	offset := 0
	for i := range in.affixes {
		in.affixes[i] = int32(offset)
		offset += buckets[i]
	}
	return in
}

// normal lower-cases a word, makes every digit 0 and quotation marks straight.
func normal(form string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '‘', '’', '`':
			return '\''
		case '“', '”':
			return '"'
		}
		if r < utf8.RuneSelf {
			if '0' <= r && r <= '9' {
				return '0'
			}
			if 'A' <= r && r <= 'Z' {
				return r + 'a' - 'A'
			}
			return r
		}
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, form)
}

// spelling returns the spelling features of a word: its last two, three and four letters, its first three, its shape.
func spelling(form, low string) [affixes]string {
	return [affixes]string{last(low, 2), last(low, 3), last(low, 4), first(low, 3), shape(form)}
}

// last returns the last n characters of s.
func last(s string, n int) string {
	at := len(s)
	for range n {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// first returns the first n characters of s.
func first(s string, n int) string {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// shape replaces letters by X and x, digits by d, and shortens runs to two: "Biden" is Xxx, "G7" is Xd, "2023" is dd.
func shape(form string) string {
	var out [16]byte
	n := 0
	for _, r := range form {
		c := byte('?')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n >= 2 && out[n-1] == c && out[n-2] == c {
			continue
		}
		if out[n] = c; n == len(out)-1 {
			break
		}
		n++
	}
	return string(out[:n])
}

// hash is FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991).
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>29
}
