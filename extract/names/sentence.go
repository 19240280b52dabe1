package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// sentence is one sentence with what the finder asks of it again and again.
type sentence struct {
	index  int // in the document
	toks   []text.Token
	low    []string   // forms in lower case, apostrophes straight
	words  [][]string // folded words, for the gazetteer
	shout  bool       // written in capitals throughout
	taken  []bool     // per token: it is part of a name
	child  []int32    // per token: its last child, -1 if none
	before []int32    // per token: the child of the same head before it, -1 if none
	future bool       // some verb says "will", "expected to"
}

// newSentence prepares a sentence.
func newSentence(index int, s *text.Sentence) *sentence {
	v := &sentence{index: index, toks: s.Tokens, low: make([]string, len(s.Tokens)), words: make([][]string, len(s.Tokens)),
		taken: make([]bool, len(s.Tokens)), child: make([]int32, len(s.Tokens)), before: make([]int32, len(s.Tokens))}
	upper, lower := 0, 0
	forms := make([]string, len(s.Tokens)) // backs the words of tokens that are one plain word
	for i := range s.Tokens {
		f := s.Tokens[i].Form
		v.low[i] = strings.ToLower(foldMarks(f))
		if forms[i] = f; plain(f) {
			v.words[i] = forms[i : i+1 : i+1]
		} else {
			v.words[i] = foldWords(f)
		}
		if r := firstLetter(f); unicode.IsLower(r) {
			lower++
		} else if len(f) > 3 && f == strings.ToUpper(f) && unicode.IsUpper(r) {
			upper++
		}
	}
	v.shout = upper > 2 && lower <= upper/4
	v.tree()
	v.future = v.futureVerb()
	return v
}

// tree fills in the lists of children.
func (s *sentence) tree() {
	for i := range s.child {
		s.child[i] = -1
	}
	for i := range s.toks {
		s.before[i] = -1
		if h := s.head(i); h >= 0 {
			s.before[i], s.child[h] = s.child[h], int32(i)
		}
	}
}

// mostChildren bounds the children that are looked at, and so the time that a sentence of one long list takes.
const mostChildren = 30

// children returns the children of token i from the last to the first, at most mostChildren.
func (s *sentence) children(i int) []int {
	var out []int
	for c := s.child[i]; c >= 0 && len(out) < mostChildren; c = s.before[c] {
		out = append(out, int(c))
	}
	return out
}

func firstLetter(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// capital reports whether token i begins with a capital letter.
func (s *sentence) capital(i int) bool {
	return i >= 0 && i < len(s.toks) && unicode.IsUpper(firstLetter(s.toks[i].Form))
}

// proper reports whether token i looks like part of a name: a proper noun, or a capitalised word that is tagged as one
// by either tag set.
func (s *sentence) proper(i int) bool {
	if i < 0 || i >= len(s.toks) || !s.capital(i) {
		return false
	}
	t := &s.toks[i]
	if t.UPOS == "PROPN" || t.XPOS == "NNP" || t.XPOS == "NNPS" {
		return true
	}
	return i > 0 && (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "X") && !s.shout
}

// head returns the head of token i, -1 for the root and for heads outside the sentence.
func (s *sentence) head(i int) int {
	if i < 0 || i >= len(s.toks) {
		return -1
	}
	if h := s.toks[i].Head; h >= 0 && h < len(s.toks) && h != i {
		return h
	}
	return -1
}

// rel returns the relation of token i without its subtype.
func (s *sentence) rel(i int) string {
	r, _, _ := strings.Cut(s.toks[i].Rel, ":")
	return r
}

// headOf returns the syntactic head of the tokens first to last: the one whose own head lies outside; among several,
// the one nearest to the end that is a noun or name.
func (s *sentence) headOf(first, last int) int {
	best, score := last, -1
	for i := first; i <= last; i++ {
		if h := s.head(i); h >= first && h <= last {
			continue
		}
		n := 0
		switch s.toks[i].UPOS {
		case "PROPN", "NOUN":
			n = 3
		case "PRON", "NUM", "ADJ", "X":
			n = 2
		case "PUNCT", "ADP", "DET", "CCONJ", "PART":
			n = 0
		default:
			n = 1
		}
		if n >= score {
			best, score = i, n
		}
	}
	return best
}

// preposition returns the first case marker or preposition of the phrase headed by token i, in lower case; that of the
// first conjunct for a conjunct without its own.
func (s *sentence) preposition(i int) string {
	for hops := 0; hops < 8 && i >= 0; hops++ {
		for j := i - 1; j >= 0 && j > i-12; j-- {
			if s.head(j) == i && (s.rel(j) == "case" || s.rel(j) == "mark") && s.low[j] != "'s" && s.low[j] != "'" {
				k := j
				for k > 0 && s.head(k-1) == i && s.rel(k-1) == "case" && s.toks[k-1].UPOS != "PART" {
					k--
				}
				return s.low[k]
			}
		}
		if r := s.rel(i); r != "conj" && r != "appos" && r != "flat" && r != "compound" {
			return ""
		}
		i = s.head(i)
	}
	return ""
}

// governor returns the first head outside the coordination that token i is a conjunct of, and the relation to it.
func (s *sentence) governor(i int) (int, string) {
	for hops := 0; hops < 8; hops++ {
		r := s.rel(i)
		if r != "conj" && r != "appos" {
			return s.head(i), s.toks[i].Rel
		}
		h := s.head(i)
		if h < 0 {
			return -1, "root"
		}
		i = h
	}
	return s.head(i), s.toks[i].Rel
}

// possessive reports whether token i is followed by a possessive ending.
func (s *sentence) possessive(i int) bool {
	return i+1 < len(s.toks) && (s.low[i+1] == "'s" || s.low[i+1] == "'" && s.toks[i+1].Glued && s.toks[i+1].UPOS != "PUNCT")
}

// isHyphen reports whether token i is a hyphen between two tokens.
func (s *sentence) isHyphen(i int) bool {
	return i > 0 && i+1 < len(s.toks) && (s.low[i] == "-" || s.low[i] == "--" && s.toks[i].Glued)
}

// lemma returns the lemma of token i in lower case, or its form where no lemma is known.
func (s *sentence) lemma(i int) string {
	if l := s.toks[i].Lemma; l != "" && l != "_" {
		return strings.ToLower(l)
	}
	return s.low[i]
}

// plural reports whether the noun i is plural.
func (s *sentence) plural(i int) bool {
	t := &s.toks[i]
	return t.XPOS == "NNS" || t.XPOS == "NNPS" || strings.Contains(t.Feats, "Number=Plur")
}

// futureVerb reports whether the sentence speaks of what is to come.
func (s *sentence) futureVerb() bool {
	for i, w := range s.low {
		if w == "will" || w == "'ll" || w == "shall" {
			return true
		}
		if (w == "scheduled" || w == "expected" || w == "planned" || w == "due" || w == "set" || w == "slated") && i+1 < len(s.low) && (s.low[i+1] == "to" || s.low[i+1] == "for") {
			return true
		}
	}
	return false
}
