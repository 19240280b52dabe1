package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quadwire/graph/news"
)

// entrySort says what a phrase of the word lists denotes.
type entrySort uint8

const (
	stateWord        entrySort = iota // a state by name
	metonymWord                       // a state by a metonym: "Kremlin"
	capitalWord                       // a capital
	adjectiveWord                     // a state's adjective
	demonymWord                       // a state's people
	organisationWord                  // an organisation, office, force
	placeWord                         // a city, province or region
)

// entry is what the word lists say of one phrase.
type entry struct {
	sort   entrySort
	name   string    // standard name
	word   string    // the phrase as listed
	kind   news.Kind // of an organisation
	side   string    // of an organisation; the state of a place
	region bool      // a place that lies in no single state
}

// gazetteer is a trie of phrases over folded words. The zero node is the root.
type gazetteer struct {
	words map[string]uint32 // folded word to its number
	next  map[uint64]uint32 // node<<32 | word to node
	ends  map[uint32][]entry
	nodes uint32
}

func newGazetteer() *gazetteer {
	return &gazetteer{words: map[string]uint32{}, next: map[uint64]uint32{}, ends: map[uint32][]entry{}, nodes: 1}
}

// add enters a phrase. The order of entering is the order in which several meanings of a phrase are tried.
func (g *gazetteer) add(phrase string, e entry) {
	node := uint32(0)
	for _, w := range foldWords(phrase) {
		id, ok := g.words[w]
		if !ok {
			id = uint32(len(g.words) + 1)
			g.words[w] = id
		}
		key := uint64(node)<<32 | uint64(id)
		n, ok := g.next[key]
		if !ok {
			n = g.nodes
			g.nodes++
			g.next[key] = n
		}
		node = n
	}
	if node != 0 {
		g.ends[node] = append(g.ends[node], e)
	}
}

// longest returns the entries of the longest phrase that begins at token i of words (folded words of each token) and
// the index of its last token.
func (g *gazetteer) longest(words [][]string, i int) ([]entry, int) {
	var found []entry
	last, node := -1, uint32(0)
	for j := i; j < len(words); j++ {
		if len(words[j]) == 0 && j == i {
			return nil, -1
		}
		for _, w := range words[j] {
			id, ok := g.words[w]
			if !ok {
				return found, last
			}
			if node, ok = g.next[uint64(node)<<32|uint64(id)]; !ok {
				return found, last
			}
		}
		if e := g.ends[node]; e != nil && len(words[j]) > 0 {
			found, last = e, j
		}
	}
	return found, last
}

// foldWords splits s into its words for comparison: diacritics off, full stops off ("U.S." is "US"), split at white
// space, hyphens and apostrophes. Marks that separate phrases (commas, brackets) stay as words of their own.
func foldWords(s string) []string {
	s = foldMarks(s)
	if plain(s) {
		return []string{s}
	}
	var words []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := strings.ReplaceAll(s[start:end], ".", ""); w != "" {
				words = append(words, w)
			}
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.':
			if start < 0 {
				start = i
			}
		case unicode.IsSpace(r) || r == '-' || r == '\'':
			flush(i)
		default:
			flush(i)
			words = append(words, s[i:i+utf8.RuneLen(r)])
		}
	}
	flush(len(s))
	return words
}

// plain reports whether s is one word of ASCII letters and digits.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
			return false
		}
	}
	return s != ""
}

// foldMarks takes diacritics off and makes the several apostrophes and hyphens one.
func foldMarks(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "�")) {
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '`':
			b.WriteByte('\'')
		case r == '‐' || r == '‑' || r == '–' || r == '—':
			b.WriteByte('-')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldPhrase is the words of s as one key.
func foldPhrase(s string) string { return strings.Join(foldWords(s), " ") }

func (t *lists) readOrganisations(table string) error {
	return rows(table, "names.organisations.tsv", 4, func(f []string) error {
		e := entry{sort: organisationWord, name: f[0], kind: news.Kind(f[1]), side: f[2]}
		if f[2] == "=" {
			e.side = f[0]
		}
		for _, w := range append([]string{f[0]}, items(f[3])...) {
			e.word = w
			t.gaz.add(strings.TrimPrefix(w, "the "), e)
		}
		return nil
	})
}

func (t *lists) readPlaces(table string) error {
	return rows(table, "names.places.tsv", 3, func(f []string) error {
		t.gaz.add(f[0], entry{sort: placeWord, name: f[0], word: f[0], side: f[2], region: f[1] == "region"})
		return nil
	})
}
