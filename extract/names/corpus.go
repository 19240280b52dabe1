package names

import (
	"strings"

	"quadwire/extract/text"
)

// label is what the learned recogniser says of a token: outside, or the beginning or inside of a name of some type.
type label uint8

// The types of names, and the labels: 0 is outside, 1+2t begins and 2+2t continues a name of type t.
const (
	personType = iota
	organizationType
	placeType
	otherType // works, events, products: names of no actor and no place
	nameTypes

	outside label = 0
	labels        = 1 + 2*nameTypes
)

func begin(t int) label      { return label(1 + 2*t) }
func inside(t int) label     { return label(2 + 2*t) }
func (l label) typ() int     { return int(l-1) / 2 }
func (l label) begins() bool { return l > 0 && l%2 == 1 }
func follows(prev, next label) bool {
	return next == outside || next.begins() || prev != outside && prev.typ() == next.typ()
}

// nameSpan is a name in a sentence: its tokens and type.
type nameSpan struct {
	first, last int
	typ         int
}

// goldNames returns the names of each sentence of a document whose entities are annotated as in GUM (Zeldes, The GUM
// corpus: creating multilayer resources in the classroom, 2017). The name of a mention whose head is a proper noun is the
// proper nouns around that head without titles; mentions of time are left out.
func (f *Finder) goldNames(d *text.CoNLLU) [][]nameSpan {
	out := make([][]nameSpan, len(d.Sentences))
	for _, g := range d.Groups {
		typ, ok := map[string]int{"person": personType, "organization": organizationType, "place": placeType}[g.Fields["etype"]]
		if !ok {
			typ = otherType
		}
		if g.Fields["etype"] == "time" {
			continue
		}
		s := newSentence(g.Sentence, &d.Sentences[g.Sentence])
		h := s.headOf(g.First, g.Last)
		if typ == personType && s.toks[h].UPOS == "NOUN" && h < g.Last && s.toks[h+1].UPOS == "PROPN" && f.roleNoun(s, h) && s.head(h+1) >= g.First && s.head(h+1) <= g.Last {
			h++ // "author [Truman Capote]"
		}
		if s.toks[h].UPOS != "PROPN" || !s.capital(h) && typ != personType {
			continue
		}
		n := f.nameAround(s, h, g.First, g.Last, typ)
		if n.last < n.first || isTimeWord(s.low[n.first]) && n.first == n.last {
			continue
		}
		out[g.Sentence] = addLongest(out[g.Sentence], n)
	}
	return out
}

// nameAround returns the name in the tokens from to to around the head h.
func (f *Finder) nameAround(s *sentence, h, from, to, typ int) nameSpan {
	n := nameSpan{first: h, last: h, typ: typ}
	part := func(i int) bool { return i >= from && i <= to && f.namePart(s, i, h, typ) }
	link := func(i int) bool { return i > from && i < to && s.nameLink(i, typ) }
	for step := 1; step > 0; n.last += step {
		switch i := n.last; {
		case part(i + 1):
			step = 1
		case link(i+1) && part(i+2):
			step = 2
		case link(i+1) && link(i+2) && part(i+3):
			step = 3
		default:
			step = 0
		}
	}
	for step := 1; step > 0; n.first -= step {
		switch i := n.first; {
		case part(i - 1):
			step = 1
		case link(i-1) && part(i-2):
			step = 2
		default:
			step = 0
		}
	}
	for i := n.first; typ == personType && i <= n.last; i++ {
		if f.roleNoun(s, i) {
			n.first = i + 1 // a title; alone, it is no name
		}
	}
	return n
}

// namePart reports whether token i can be a word of a name of that type whose head is token h.
func (f *Finder) namePart(s *sentence, i, h, typ int) bool {
	t := &s.toks[i]
	switch {
	case typ == personType && i < h && t.UPOS == "NOUN" && f.roleNoun(s, i):
		return false
	case t.UPOS == "PROPN":
		return true
	case t.UPOS == "NUM" && i > h:
		return true
	}
	return i > 0 && s.capital(i) && (strings.HasPrefix(t.XPOS, "NNP") || t.UPOS == "NOUN" || t.UPOS == "ADJ")
}

// nameLink reports whether token i can join two words of a name of that type.
func (s *sentence) nameLink(i, typ int) bool {
	if s.isHyphen(i) || particles[s.low[i]] {
		return true
	}
	switch s.low[i] {
	case "of", "the", "and", "for", "'s", "&":
		return typ != personType
	}
	return false
}

// addLongest adds a name to others unless it overlaps a longer one; shorter ones that it overlaps go.
func addLongest(ns []nameSpan, n nameSpan) []nameSpan {
	var out []nameSpan
	for _, o := range ns {
		if o.first <= n.last && n.first <= o.last {
			if o.last-o.first >= n.last-n.first {
				return ns
			}
			continue
		}
		out = append(out, o)
	}
	return append(out, n)
}

// labelled turns names into labels.
func labelled(n int, names []nameSpan) []label {
	out := make([]label, n)
	for _, x := range names {
		for i := x.first; i <= x.last; i++ {
			out[i] = inside(x.typ)
		}
		out[x.first] = begin(x.typ)
	}
	return out
}

// spans turns labels into names.
func spans(ls []label) []nameSpan {
	var out []nameSpan
	for i, l := range ls {
		switch {
		case l == outside:
		case l.begins() || i == 0 || ls[i-1] == outside || ls[i-1].typ() != l.typ():
			out = append(out, nameSpan{i, i, l.typ()})
		default:
			out[len(out)-1].last = i
		}
	}
	return out
}
