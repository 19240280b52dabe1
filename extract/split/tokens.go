package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk is a run of text without white space, being divided into tokens.
type chunk struct {
	s          string // the block
	start, end int
	atoms      []atom
	flags      uint32 // what kind of thing it looks like
	before     uint32 // shape of the last atom before the white space
	next       uint32 // shape of what comes after the white space
	mailFrom   int    // first atom of an e-mail address; -1 if none
	mailEnd    int    // one past its last atom
}

// The flags of chunks.
const (
	flagURL    = 1 << iota // "://" or "www."
	flagAt                 // "@" inside
	flagDigit              // digits
	flagLetter             // letters
)

// scan reads the chunk of s that begins at start into c, whose atoms it reuses. It ends at white space.
func (c *chunk) scan(m *model, s string, start int) {
	c.before = outside
	if n := len(c.atoms); n > 0 && c.end < start {
		c.before = c.atoms[n-1].shape
	}
	c.s, c.start, c.atoms, c.flags = s, start, c.atoms[:0], 0
	for i := start; i < len(s); {
		r, _ := decode(s, i)
		if kindOfRune(r) == kindSpace {
			break
		}
		a := nextAtom(s, i)
		i = a.end
		switch {
		case a.shape < digits1:
			c.flags |= flagLetter
			if a.end-a.start == 3 && strings.HasPrefix(s[a.end:], ".") && strings.EqualFold(s[a.start:a.end], "www") {
				c.flags |= flagURL
			}
			c.appendLetters(m, a)
			continue
		case a.shape < outside:
			c.flags |= flagDigit
		case a.shape == sign+'@':
			c.flags |= flagAt
		case a.shape == sign+'/' && strings.HasSuffix(s[start:a.start], ":/"):
			c.flags |= flagURL
		}
		c.atoms = append(c.atoms, a)
	}
	c.end = start
	if n := len(c.atoms); n > 0 {
		c.end = c.atoms[n-1].end
	}
	if c.flags&flagAt != 0 {
		c.findMail()
	}
	if c.flags&(flagAt|flagURL) != 0 {
		c.mergeAddresses()
	}
	c.next = outside
	for i := c.end; i < len(s); {
		r, n := decode(s, i)
		if kindOfRune(r) != kindSpace {
			c.next = firstShape(r)
			break
		}
		i += n
	}
}

// nextWord returns the letters that the next chunk begins with, in lower case; empty for long ones.
func (c *chunk) nextWord() string {
	rest := c.s[c.end:]
	if len(rest) > 64 {
		rest = rest[:64]
	}
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		rest = rest[:i]
	}
	return lowered(rest)
}

// firstShape is a coarse shape of a word by its first character.
func firstShape(r rune) uint32 {
	switch kindOfRune(r) {
	case kindLetter:
		if unicode.IsUpper(r) {
			return titleLetters
		}
		return lowerLetters
	case kindDigit:
		return digits1
	}
	return sign + uint32(plain(r))
}

// appendLetters appends an atom of letters, in two where the treebanks cut words: "cannot", and "don't" before its n.
func (c *chunk) appendLetters(m *model, a atom) {
	cut := 0
	if n := a.end - a.start; n >= 2 && c.s[a.end-1]|0x20 == 'n' && isNegation(c.s[a.end:]) {
		cut = n - 1
	} else if n <= longestCut && len(m.cuts) > 0 {
		var buffer [longestCut]byte
		cut = m.cuts[string(lowerASCII(buffer[:0], c.s[a.start:a.end]))]
	}
	if cut == 0 {
		c.atoms = append(c.atoms, a)
		return
	}
	middle := a.start + cut
	for _, part := range [2]atom{{start: a.start}, {start: middle}} {
		end := a.end
		if part.start == a.start {
			end = middle
		}
		r, _ := decode(c.s, part.start)
		part.letters(c.s[:end], r)
		c.atoms = append(c.atoms, part)
	}
}

// longestCut bounds the words that are cut inside.
const longestCut = 12

// lowerASCII appends s in lower case; other characters than ASCII stay, since no word with them is cut.
func lowerASCII(to []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		to = append(to, c)
	}
	return to
}

// isNegation reports whether "'t" and no letter follows.
func isNegation(s string) bool {
	for _, mark := range []string{"'", "’", "`", "´"} {
		if rest, ok := strings.CutPrefix(s, mark); ok && rest != "" && rest[0]|0x20 == 't' {
			r, _ := utf8.DecodeRuneInString(rest[1:])
			return len(rest) == 1 || !unicode.IsLetter(r)
		}
	}
	return false
}

// at returns the shape and hash of the i-th atom.
func (c *chunk) at(i int) (shape, hash uint32) {
	if i < 0 || i >= len(c.atoms) {
		return outside, outside
	}
	return c.atoms[i].shape, c.atoms[i].hash
}

// describe collects the features of the border between the atoms i-1 and i. first is the atom that the current token
// began with, before whether the border before atom i-1 separates tokens.
func (c *chunk) describe(f features, i, first int, before bool) features {
	aShape, a := c.at(i - 1)
	bShape, b := c.at(i)
	zShape, z := c.at(i - 2)
	dShape, d := c.at(i + 1)
	eShape, _ := c.at(i + 2)
	shapes := join(aShape, bShape)
	wide := join(join(zShape, shapes), dShape)
	border := uint32(0)
	if before {
		border = 1
	}
	end := uint32(min(len(c.atoms)-i, 3))
	from := uint32(min(i-first, 4))
	f.add(1, shapes, 0)
	f.add(2, a, b)
	f.add(3, a, bShape)
	f.add(4, aShape, b)
	f.add(5, wide, 0)
	f.add(6, join(z, a), b)
	f.add(7, join(a, b), d)
	f.add(8, join(z, a), join(b, d))
	f.add(9, c.flags, shapes)
	f.add(10, join(b, end), c.next)
	f.add(11, join(aShape, join(b, end)), c.next)
	f.add(12, join(a, join(b, end)), c.next)
	f.add(13, join(shapes, border), from)
	f.add(14, join(wide, eShape), join(border, end))
	f.add(15, join(b, c.atoms[first].hash), from)
	f.add(16, join(bShape, c.flags), join(end, c.atoms[0].shape))
	f.add(17, join(zShape, a), bShape)
	f.add(18, join(b, d), aShape)
	f.add(19, join(a, bShape), dShape)
	return f
}

// divide calls token with the first and one past the last atom of each token of the chunk.
func (c *chunk) divide(m *model, f features, token func(first, end int)) features {
	first, before := 0, true
	for i := 1; i < len(c.atoms); i++ {
		if joined, known := c.decided(i, before); known {
			before = !joined
		} else {
			f = c.describe(f[:0], i, first, before)
			before = score(m.tokens, f) > 0
		}
		if before {
			token(first, i)
			first = i
		}
	}
	if len(c.atoms) > 0 {
		token(first, len(c.atoms))
	}
	return f
}
