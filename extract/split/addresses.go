package split

import "strings"

// mergeAddresses makes one atom of each web address, e-mail address, file name and user name in the chunk, in the way
// they end before the punctuation of the sentence. Each atom is looked at a bounded number of times.
func (c *chunk) mergeAddresses() {
	kept := c.atoms[:0]
	for i := 0; i < len(c.atoms); {
		end := c.addressAt(i)
		if end == i {
			kept = append(kept, c.atoms[i])
			i++
			continue
		}
		merged := c.atoms[i]
		merged.end, merged.shape, merged.hash = c.atoms[end-1].end, address, address
		kept = append(kept, merged)
		i = end
	}
	c.atoms = kept
}

// addressAt returns one past the last atom of the address that begins with atom i; i if there is none.
func (c *chunk) addressAt(i int) int {
	switch {
	case c.flags&flagURL != 0 && c.urlAt(i):
		return c.urlEnd(i)
	case c.flags&flagAt != 0 && i == c.mailFrom:
		return c.mailEnd
	}
	return i
}

// urlAt reports whether a web address begins with atom i: a scheme and "://", or "www.".
func (c *chunk) urlAt(i int) bool {
	if c.atoms[i].shape >= digits1 {
		return false
	}
	rest := c.s[c.atoms[i].end:]
	word := c.s[c.atoms[i].start:c.atoms[i].end]
	return strings.HasPrefix(rest, "://") || strings.EqualFold(word, "www") && strings.HasPrefix(rest, ".")
}

// urlEnd returns one past the last atom of the web address that begins with atom i.
func (c *chunk) urlEnd(i int) int {
	end, open := i+1, 0
scan:
	for ; end < len(c.atoms); end++ {
		switch c.atoms[end].shape {
		case sign + '<', sign + '>', sign + '"', sign + '[', sign + ']', sign + '|':
			break scan
		case sign + '(':
			open++
		case sign + ')':
			if open--; open < 0 {
				break scan
			}
		}
	}
	for end > i+1 {
		switch c.atoms[end-1].shape {
		case sign + '.', sign + ',', sign + ';', sign + ':', sign + '!', sign + '?', sign + '\'', sign + '*':
			end--
			continue
		}
		break
	}
	return end
}

// findMail finds an e-mail address around the first "@" of the chunk.
func (c *chunk) findMail() {
	c.mailFrom, c.mailEnd = -1, -1
	at := 0
	for at < len(c.atoms) && c.atoms[at].shape != sign+'@' {
		at++
	}
	from := at
	for from > 0 && isMailAtom(c.atoms[from-1].shape, true) {
		from--
	}
	for from < at && c.atoms[from].shape >= sign {
		from++
	}
	end, dots := at+1, 0
	for end < len(c.atoms) && isMailAtom(c.atoms[end].shape, false) {
		if c.atoms[end].shape == sign+'.' {
			dots++
		}
		end++
	}
	for end > at+1 && c.atoms[end-1].shape >= sign {
		if c.atoms[end-1].shape == sign+'.' {
			dots--
		}
		end--
	}
	if end > at+1 && (dots > 0 || from == at && at == 0) {
		c.mailFrom, c.mailEnd = from, end
	}
}

// isMailAtom reports whether an atom may be part of an e-mail address, before or after its "@".
func isMailAtom(shape uint32, before bool) bool {
	switch shape {
	case sign + '.', sign + '-', sign + '_':
		return true
	case sign + '+', sign + '&', sign + '=':
		return before
	}
	return shape < outside
}

// joined reports whether the atoms i-1 and i make one word whatever the words around.
func (c *chunk) joined(i int) bool {
	a, b := &c.atoms[i-1], &c.atoms[i]
	switch {
	case a.shape == sign+'_' && i > 1 && c.atoms[i-2].shape < outside && b.shape < outside:
		return true
	case b.shape == sign+'_' && a.shape < outside:
		return i+1 < len(c.atoms) && c.atoms[i+1].shape < outside
	case b.shape == sign+'.':
		return i+1 < len(c.atoms) && isExtension(c.s[c.atoms[i+1].start:c.atoms[i+1].end]) && a.shape < outside
	case a.shape == sign+'.':
		return i > 1 && isExtension(c.s[b.start:b.end]) && c.atoms[i-2].shape < outside
	}
	return (a.shape == upperLetters || a.shape == mixedLetters) && digits1 <= b.shape && b.shape < address
}

// isExtension reports whether a word ends file names or names of web sites.
func isExtension(word string) bool {
	switch word {
	case "com", "org", "net", "gov", "edu", "mil", "pdf", "doc", "docx", "xls", "ppt", "jpg", "jpeg", "png", "gif",
		"html", "htm", "mp3", "mp4", "zip", "exe":
		return true
	}
	return false
}
