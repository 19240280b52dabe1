package split

import "quadwire/extract/text"

// sentencesOf finds the sentences of a block whose words begin at first.
func (w *work) sentencesOf(b *block, first int) {
	kind := b.kind
	if kind == text.Prose {
		if n := dateline(w.text, w.words[first:]); n > 0 {
			w.starts = append(w.starts, sentence{first: first, kind: text.Heading, block: b})
			first += n
		}
	}
	w.starts = append(w.starts, sentence{first: first, kind: kind, block: b})
	opened := len(w.starts)
	g := guess{words: w.words, first: first, start: first, features: w.features}
	for i := first; i+1 < len(w.words); i++ {
		g.step(i)
		if g.border(w.model, w.text, i, kind) {
			w.starts = append(w.starts, sentence{first: i + 1, kind: kind, block: b})
			g.restart(i + 1)
		}
	}
	w.features = g.features
	if kind == text.Heading && len(w.starts) > opened {
		for i := range w.starts[opened-1:] {
			w.starts[opened-1+i].kind = text.Prose // several sentences are no heading
		}
	}
}

// guess decides where sentences end in the words of one block, from left to right.
type guess struct {
	words    []word
	first    int  // first word of the block
	start    int  // first word of the sentence
	open     int  // brackets open in the sentence
	quotes   int  // quotation marks in the sentence
	opened   int  // the word that is the last square bracket opened
	closed   bool // what the last square brackets enclosed ends a sentence, or is left out of one: "[…]"
	features features
}

// restart begins a sentence at word i.
func (g *guess) restart(i int) {
	g.start, g.open, g.quotes = i, 0, 0
}

// step takes note of word i.
func (g *guess) step(i int) {
	switch w := &g.words[i]; w.shape {
	case sign + '[', sign + '(':
		g.open++
		g.opened = i
	case sign + ']', sign + ')':
		g.open = max(0, g.open-1)
		before := max(g.first, g.opened-1)
		if g.words[before].shape == sign+'"' {
			before = max(g.first, before-1)
		}
		g.closed = (isFinal(g.words[max(g.first, i-1)].shape) || isFinal(g.words[before].shape)) &&
			!starterHashes[g.words[before].hash]
	case sign + '"':
		g.quotes++
	}
}

// border decides whether a sentence ends after word i.
func (g *guess) border(m *model, s string, i int, kind text.SentenceKind) bool {
	if !g.candidate(i, kind) || g.binds(s, i) {
		return false
	}
	if kind == text.Headline && !g.asks(i) {
		return false
	}
	if next := &g.words[i+1]; isForeignStop(g.words[i].shape) && !(next.glued && next.shape == sign+'"') ||
		kind == text.Prose && (g.closes(i) || g.stops(i)) || g.parts(s, i) {
		return true
	}
	g.features = g.describe(g.features[:0], i)
	found := score(m.sentences, g.features)
	if kind == text.Prose && g.words[i].shape < sign && g.words[i].shape != abbreviation && g.final() {
		return found > margin
	}
	return found > 0
}

// final reports whether the block ends with a full stop, question mark or exclamation mark, perhaps inside quotes.
func (g *guess) final() bool {
	last := len(g.words) - 1
	return isFinal(g.words[last].shape) || isFinal(g.words[max(last-1, g.first)].shape)
}

// margin is what the score of a border without punctuation must exceed in a paragraph that ends like a sentence: there
// the writer uses punctuation.
const margin = 150

// isFinal reports whether a shape is that of a full stop, question mark or exclamation mark.
func isFinal(shape uint32) bool {
	switch shape {
	case sign + '.', sign + '!', sign + '?', sign + '。', sign + '！', sign + '？', sign + '।', sign + '۔', sign + '؟':
		return true
	}
	return false
}

// isForeignStop reports whether a shape is that of a full stop of another script.
func isForeignStop(shape uint32) bool { return shape > sign+'~' && isFinal(shape) }

// asks reports whether word i is a question mark or exclamation mark, or closes quotes after one: where a headline may
// have more than one sentence.
func (g *guess) asks(i int) bool {
	shape := g.words[i].shape
	if shape == sign+'"' && i > g.start {
		shape = g.words[i-1].shape
	}
	return shape == sign+'?' || shape == sign+'!'
}

// candidate reports whether a sentence could end after word i at all: not between two words of which the second is
// in lower case, nor after a comma before such a word.
func (g *guess) candidate(i int, kind text.SentenceKind) bool {
	a, b := g.words[i].shape, g.words[i+1].shape
	switch a {
	case sign + ']', sign + ')':
		if !g.closed && (a == sign+']' || kind == text.Prose) || b == lowerLetters {
			return false
		}
	case sign + '\'':
		if i > g.first && g.words[i-1].shape < sign {
			return false // the possessive of a plural
		}
	case sign + ',':
		if kind == text.Prose && (i-g.start > 1 || starterHashes[g.words[g.start].hash]) {
			return false
		}
	case sign + '—', sign + '–', sign + ';':
		if b == lowerLetters || g.dash(i) {
			return false
		}
	}
	if b == lowerLetters || b == clitic {
		return a >= sign && a != sign+',' && a != sign+'-' && a != sign+'\'' || a == abbreviation
	}
	return true
}

// at returns shape and hash of word i, outside of the block a mark.
func (g *guess) at(i int) (shape, hash uint32) {
	if i < g.first || i >= len(g.words) {
		return outside, outside
	}
	return g.words[i].shape, g.words[i].hash
}

// describe collects the features of the border after word i.
func (g *guess) describe(f features, i int) features {
	zShape, z := g.at(i - 1)
	yShape, y := g.at(i - 2)
	aShape, a := g.at(i)
	bShape, b := g.at(i + 1)
	cShape, c := g.at(i + 2)
	dShape, d := g.at(i + 3)
	eShape, _ := g.at(i + 4)
	glued := uint32(0)
	if g.words[i+1].glued {
		glued = 1
	}
	if g.words[i].glued {
		glued |= 2
	}
	shapes := join(aShape, join(bShape, glued))
	length := bucket(i - g.start + 1)
	left := bucket(len(g.words) - i - 1)
	inside := uint32(min(g.open, 1)) | uint32(g.quotes&1)<<1
	beginShape, begin := g.at(g.start)
	f.add(1, shapes, 0)
	f.add(2, a, shapes)
	f.add(3, b, shapes)
	f.add(4, a, b)
	f.add(5, join(zShape, shapes), cShape)
	f.add(6, z, a)
	f.add(7, join(z, a), bShape)
	f.add(8, b, c)
	f.add(9, join(a, b), c)
	f.add(10, join(zShape, a), join(bShape, cShape))
	f.add(11, join(yShape, zShape), join(shapes, cShape))
	f.add(12, join(shapes, cShape), join(dShape, eShape))
	f.add(13, length, shapes)
	f.add(14, length, a)
	f.add(15, length, b)
	f.add(16, left, shapes)
	f.add(17, join(left, length), aShape)
	f.add(18, inside, shapes)
	f.add(19, inside, join(a, b))
	f.add(20, begin, shapes)
	f.add(21, join(begin, a), bShape)
	f.add(22, join(beginShape, aShape), join(bShape, length))
	f.add(23, join(y, z), a)
	f.add(24, join(z, shapes), b)
	f.add(25, c, shapes)
	f.add(26, z, shapes)
	f.add(27, y, shapes)
	f.add(28, d, shapes)
	f.add(29, join(b, c), d)
	f.add(30, join(a, bShape), join(cShape, dShape))
	final := uint32(0)
	if g.final() {
		final = 1
	}
	f.add(32, final, shapes)
	f.add(33, join(final, left), join(aShape, bShape))
	f.add(34, join(final, length), join(aShape, bShape))
	if begin == b {
		f.add(31, beginShape, aShape)
	}
	return f
}

// bucket makes a coarse scale of a length.
func bucket(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 22:
		return 8
	case n <= 35:
		return 9
	}
	return 10
}

// insertion is how many words two dashes enclose at most.
const insertion = 30

// dash reports whether word i is a dash that another dash answers in the same sentence.
func (g *guess) dash(i int) bool {
	if g.words[i].shape == sign+';' {
		return false
	}
	for k := i + 1; k < len(g.words) && k < i+insertion; k++ {
		if g.words[k].shape == g.words[i].shape {
			return true
		}
		if isFinal(g.words[k].shape) {
			return false
		}
	}
	return false
}
