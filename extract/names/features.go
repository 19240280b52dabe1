package names

import "unicode"

// featureVersion changes whenever the features do: a model trained on others is refused.
const featureVersion = 1

// featureBits is the logarithm of the number of hashed features.
const featureBits = 17

// features computes the hashed features of the tokens of one sentence.
type features struct {
	f       *Finder
	s       *sentence
	listed  []uint8  // 1 + sort of the entry of the word lists that covers the token
	seqOf   []int    // start of the sequence of capitalised words that the token is in, or -1
	seqEnd  []int    // its end
	seqHead []int    // its syntactic head
	marks   []string // what the word lists know of each token
	buckets []uint32
}

// features reads what the features of a sentence's tokens are made from.
func (f *Finder) features(s *sentence) *features {
	x := &features{f: f, s: s, listed: make([]uint8, len(s.toks)), seqOf: make([]int, len(s.toks)), seqEnd: make([]int, len(s.toks)), seqHead: make([]int, len(s.toks))}
	for i := 0; i < len(s.toks); {
		last := -1
		if s.capital(i) {
			var es []entry
			if es, last = f.gaz.longest(s.words, i); last >= i {
				for j := i; j <= last; j++ {
					x.listed[j] = 1 + uint8(es[0].sort)
				}
			}
		}
		i = max(i, last) + 1
	}
	for i := 0; i < len(s.toks); {
		end := i
		x.seqOf[i], x.seqEnd[i] = -1, -1
		if s.capital(i) {
			for end+1 < len(s.toks) && (s.capital(end+1) || s.isHyphen(end+1) && s.capital(end+2) || x.linked(end+1)) {
				end++
			}
			h := s.headOf(i, end)
			for j := i; j <= end; j++ {
				x.seqOf[j], x.seqEnd[j], x.seqHead[j] = i, end, h
			}
		}
		i = end + 1
	}
	x.marks = make([]string, len(s.toks))
	for i := range s.toks {
		x.marks[i] = x.readMark(i)
	}
	return x
}

// linked reports whether token i is a small word between two capitalised ones.
func (x *features) linked(i int) bool {
	s := x.s
	return i+1 < len(s.toks) && s.capital(i+1) && (particles[s.low[i]] || s.low[i] == "of")
}

// eligible reports whether token i may be part of a name.
func (x *features) eligible(i int) bool { return x.seqOf[i] >= 0 }

// hash mixes a template number and strings (FNV-1a).
func hash(template uint32, parts ...string) uint32 {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(template)) * 1099511628211
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return uint32((h ^ h>>29) & (1<<featureBits - 1))
}

// of returns the features of token i; the slice is valid until the next call.
func (x *features) of(i int) []uint32 {
	s := x.s
	b := x.buckets[:0]
	t := &s.toks[i]
	w := s.low[i]
	prev, next := s.word(i-1), s.word(i+1)
	b = append(b, hash(1, w), hash(2, prev), hash(3, next), hash(4, s.word(i-2)), hash(5, s.word(i+2)), hash(6, prev, w), hash(7, w, next),
		hash(8, t.UPOS, t.XPOS), hash(9, s.upos(i-1), t.UPOS), hash(10, t.UPOS, s.upos(i+1)), hash(11, t.Rel), hash(12, shape(t.Form)),
		hash(13, shape(s.form(i-1)), shape(t.Form)), hash(14, shape(t.Form), shape(s.form(i+1))))
	for n := 1; n <= 4 && n <= len(w); n++ {
		b = append(b, hash(20+uint32(n), w[:n]), hash(30+uint32(n), w[len(w)-n:]))
	}
	if h := s.head(i); h >= 0 {
		b = append(b, hash(40, s.lemma(h), t.Rel), hash(41, s.toks[h].UPOS, t.Rel))
	}
	b = append(b, hash(42, x.mark(i)), hash(43, x.mark(i-1), x.mark(i)), hash(44, x.mark(i), x.mark(i+1)), hash(45, x.mark(i-1)), hash(46, x.mark(i+1)))
	from, to := x.seqOf[i], x.seqEnd[i]
	place := "m"
	if i == from {
		place = "f"
	}
	if i == to {
		place += "l"
	}
	length := string(rune('0' + min(to-from, 5)))
	b = append(b, hash(50, place, length), hash(51, s.word(to), place), hash(52, s.word(from), place), hash(53, x.mark(to), place), hash(54, x.mark(from), place),
		hash(55, s.word(from-1)), hash(56, s.word(to+1)), hash(57, s.word(from-1), length), hash(58, s.word(to+1), length), hash(59, s.upos(from-1), s.upos(to+1), length),
		hash(60, s.relOf(x.seqHead[i]), length))
	if h := s.head(x.seqHead[i]); h >= 0 {
		b = append(b, hash(61, s.lemma(h), s.relOf(x.seqHead[i])))
	}
	if from == 0 {
		b = append(b, hash(62, length, place), hash(63, t.UPOS))
	}
	x.buckets = b
	return b
}

// mark says what the word lists know of token i.
func (x *features) mark(i int) string {
	if i < 0 || i >= len(x.marks) {
		return "-"
	}
	return x.marks[i]
}

// readMark makes the mark of token i: letters for the lists that have it.
func (x *features) readMark(i int) string {
	s := x.s
	var buf [8]byte
	m := append(buf[:0], '0'+x.listed[i])
	if givenNames[s.toks[i].Form] {
		m = append(m, 'g')
	}
	if x.f.roleNoun(s, i) {
		m = append(m, 'r')
	}
	if k, ok := bodyWords[s.toks[i].Form]; ok {
		m = append(m, 'b', k[0])
	}
	if isTimeWord(s.low[i]) {
		m = append(m, 't')
	}
	if len(m) == 1 {
		return listedMarks[x.listed[i] : x.listed[i]+1]
	}
	return string(m)
}

// listedMarks holds the one-letter marks, so that they need no memory of their own.
const listedMarks = "0123456789"

// word, form, upos and relOf return what token i has; empty outside of the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.low) {
		return ""
	}
	return s.low[i]
}

func (s *sentence) form(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Form
}

func (s *sentence) upos(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].UPOS
}

func (s *sentence) relOf(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Rel
}

// shape is the pattern of letters and digits of a word, repetitions cut to two: "Xxx-xx" for "Won-shik".
func shape(w string) string {
	var b [12]byte
	n := 0
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r == '-' || r == '\'':
			c = byte(r)
		}
		if n >= 2 && b[n-1] == c && b[n-2] == c {
			continue
		}
		if n == len(b) {
			break
		}
		b[n] = c
		n++
	}
	return string(b[:n])
}
