package split

import (
	"unicode"
	"unicode/utf8"
)

// atom is a piece of text that is never divided: letters, digits, or one kind of sign, without white space. Tokens are
// runs of atoms.
type atom struct {
	start, end int
	shape      uint32 // class, for letters with the use of capitals
	hash       uint32 // of the letters in lower case
}

// The shapes of atoms. Signs have the shape sign + their rune.
const (
	lowerLetters uint32 = 1 + iota // "war"
	titleLetters                   // "War"
	upperLetters                   // "WAR", more than one
	oneCapital                     // "W"
	mixedLetters                   // "iPhone"
	otherLetters                   // letters of scripts without capitals
	digits1                        // "5"
	digits2                        // "25"
	digits3                        // "250"
	digits4                        // "2500"
	digitsMany                     // longer
	address                        // a web or e-mail address
	outside                        // before the first or after the last atom
	sign         uint32 = 1 << 8
)

// kinds of characters as the scanner sees them.
const (
	kindSpace = iota
	kindLetter
	kindDigit
	kindSign
	kindMark // goes with whatever is before it: combining marks, variation selectors, joiners
)

// kindOfRune classifies a character.
func kindOfRune(r rune) int {
	if r < utf8.RuneSelf {
		return int(asciiKinds[r])
	}
	switch {
	case unicode.IsSpace(r):
		return kindSpace
	case unicode.IsLetter(r):
		return kindLetter
	case unicode.IsDigit(r):
		return kindDigit
	case unicode.In(r, unicode.M, unicode.Cf, unicode.Sk):
		return kindMark
	}
	return kindSign
}

// asciiKinds is kindOfRune for ASCII.
var asciiKinds = func() (kinds [utf8.RuneSelf]uint8) {
	for c := range kinds {
		switch r := rune(c); {
		case unicode.IsSpace(r):
			kinds[c] = kindSpace
		case unicode.IsLetter(r):
			kinds[c] = kindLetter
		case unicode.IsDigit(r):
			kinds[c] = kindDigit
		default:
			kinds[c] = kindSign
		}
	}
	return kinds
}()

// script groups letters that are written together: alphabets, and the scripts of East Asia, which use no spaces.
func script(r rune) int {
	switch {
	case r < 0x2E80:
		return 0
	case unicode.In(r, unicode.Han):
		return 1
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return 2
	case unicode.In(r, unicode.Hangul):
		return 3
	}
	return 0
}

// FNV-1a, by which words become numbers.
const (
	hashSeed  uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// next returns the atom of s that begins at start, which is no white space.
func nextAtom(s string, start int) atom {
	r, n := decode(s, start)
	a := atom{start: start, end: start + n}
	for kindOfRune(r) == kindMark && a.end < len(s) {
		next, n := decode(s, a.end)
		if kindOfRune(next) == kindSpace {
			break
		}
		r, a.end = next, a.end+n // a mark with nothing before it belongs to what follows
	}
	switch kindOfRune(r) {
	case kindLetter:
		a.letters(s, r)
	case kindDigit:
		a.digits(s)
	default:
		a.signs(s, r)
	}
	return a
}

// decode reads the character at i.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// letters extends an atom that begins with the letter r over all letters after it.
func (a *atom) letters(s string, r rune) {
	group := script(r)
	upper, lower, count := 0, 0, 0
	first := unicode.IsUpper(r)
	h := hashSeed
	for i := a.start; i < len(s); {
		r, n := decode(s, i)
		kind := kindOfRune(r)
		if kind != kindLetter && kind != kindMark || kind == kindLetter && script(r) != group {
			break
		}
		i += n
		a.end = i
		if kind == kindMark {
			continue
		}
		count++
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
			r |= 0x20
		case unicode.IsUpper(r):
			upper++
			r = unicode.ToLower(r)
		case unicode.IsLower(r):
			lower++
		}
		h = (h ^ uint32(r)) * hashPrime
	}
	a.hash = h
	switch {
	case upper+lower == 0:
		a.shape = otherLetters
	case upper == 0:
		a.shape = lowerLetters
	case count == 1:
		a.shape = oneCapital
	case upper == 1 && first:
		a.shape = titleLetters
	case lower == 0:
		a.shape = upperLetters
	default:
		a.shape = mixedLetters
	}
}

// capital reports whether an atom of letters begins with a capital letter.
func (a *atom) capital(s string) bool {
	r, _ := decode(s, a.start)
	return unicode.IsUpper(r)
}

// digits extends an atom that begins with a digit over all digits after it.
func (a *atom) digits(s string) {
	count := 0
	h := hashSeed
	for i := a.start; i < len(s); {
		r, n := decode(s, i)
		kind := kindOfRune(r)
		if kind != kindDigit && kind != kindMark {
			break
		}
		i += n
		a.end = i
		if kind == kindDigit {
			count++
			h = (h ^ uint32(r)) * hashPrime
		}
	}
	a.hash = h
	a.shape = digits1 + uint32(min(count, 5)) - 1
}

// signs extends an atom that begins with the sign r over repetitions of it and over what joins to it.
func (a *atom) signs(s string, r rune) {
	a.shape = sign + uint32(plain(r))
	repeats := !alone(r)
	count := 1
	if r == '…' {
		count = 3
	}
	for i := a.end; i < len(s); {
		q, n := decode(s, i)
		kind := kindOfRune(q)
		joined := kind == kindMark || kind == kindSign && isJoiner(s, a.end)
		if !joined && (q != r || !repeats) {
			break
		}
		if q == r {
			count++
		}
		i += n
		a.end = i
	}
	a.hash = (hashSeed ^ uint32(plain(r))) * hashPrime
	if count > 1 {
		a.hash = (a.hash ^ uint32(min(count, 4))) * hashPrime
	}
}

// isJoiner reports whether a zero-width joiner stands before i: what follows is part of the same emoji.
func isJoiner(s string, i int) bool {
	return i >= 3 && s[i-3:i] == "\u200d"
}

// alone reports whether a sign is a token even beside another of its kind: brackets and quotation marks.
func alone(r rune) bool {
	switch r {
	case '(', ')', '[', ']', '{', '}', '"', '\'', '`', ',', ';', '“', '”', '‘', '’', '«', '»', '$', '%', '/', '¿', '¡':
		return true
	}
	return false
}

// plain maps signs that differ in print only to one of them.
func plain(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '＂':
		return '"'
	case '’', '‘', '´', '‛', '`':
		return '\''
	case '…':
		return '.'
	case '‐', '‑':
		return '-'
	case '€', '£', '¥', '₹', '₩', '₽', '₪', '₴':
		return '$'
	}
	return r
}
