package split

// decided tells whether the atoms i-1 and i belong together where that needs no model. border says whether one token
// ends before atom i-1.
func (c *chunk) decided(i int, border bool) (joined, known bool) {
	a, b := c.atoms[i-1].shape, c.atoms[i].shape
	switch {
	case b == sign+'.' && c.atoms[i].hash == hashStop:
		if joined, known = c.period(i); known {
			return joined, known
		}
	case a == sign+'.' && c.atoms[i-1].hash == hashStop && c.spaceless(i-1):
		return false, true
	case isClitic(b) || isClitic(a):
		if joined, known = c.apostrophe(i); known {
			return joined, known
		}
	case a == sign+'-' && i > 1 && c.atoms[i-2].shape < outside && b < outside:
		return !border, true // both sides of a hyphen alike: "anti-tank", "nuclear - powered"
	case digits1 <= a && a < address && b == lowerLetters && c.word(i) == "s":
		return true, true // "707s"
	}
	if c.joined(i) {
		return true, true
	}
	return false, parts(a) || parts(b) || a == b && (a == sign+'(' || a == sign+')')
}

// parts reports whether a sign is never part of a longer token.
func parts(shape uint32) bool {
	return isForeignStop(shape) || shape == sign+'[' || shape == sign+']' || shape == sign+'—' || shape == sign+'–' || shape == sign+'"'
}

// word returns the i-th atom in lower case, empty if it is long.
func (c *chunk) word(i int) string { return lowered(c.s[c.atoms[i].start:c.atoms[i].end]) }

// isClitic reports whether a shape is that of an apostrophe.
func isClitic(shape uint32) bool { return shape == sign+'\'' }

// apostrophe decides on the borders of "'s", "'re" and the like after a word, and of the apostrophe that ends one.
func (c *chunk) apostrophe(i int) (joined, known bool) {
	at := i // the apostrophe
	if isClitic(c.atoms[i-1].shape) {
		at = i - 1
	}
	if at == 0 || c.atoms[at-1].shape >= digits1 {
		return false, false
	}
	if at+1 < len(c.atoms) && c.atoms[at+1].shape < digits1 {
		follows := at+2 < len(c.atoms) && (c.atoms[at+2].shape < digits1 || isClitic(c.atoms[at+2].shape))
		return i == at+1, !follows && enclitics[c.word(at+1)]
	}
	quoted := at+1 < len(c.atoms) && c.atoms[at+1].shape == sign+'"'
	return false, quoted && i == at
}

// enclitics are what stands after the apostrophe of a word that is two tokens.
var enclitics = set("s m d re ve ll")
