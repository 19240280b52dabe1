package names

import "quadwire/graph/news"

// recognise lets the learned recogniser correct and name what the word lists and patterns left open: it lengthens
// the names of bodies and places, sets the bounds of unknown names, and votes over the document on what each is.
func (d *document) recognise() {
	if d.recogniser == nil {
		return
	}
	votes := map[string]*[nameTypes]int{}
	vote := func(name string, typ int) {
		if votes[name] == nil {
			votes[name] = new([nameTypes]int)
		}
		votes[name][typ]++
	}
	for i, s := range d.sentences {
		names := spans(decode(d.features(s), d.recogniser))
		for _, n := range names {
			vote(s.join(n.first, n.last), n.typ)
		}
		for _, c := range d.chunks[i] {
			if c.kind == unknownName && places[s.preposition(s.headOf(c.first, c.last))] {
				vote(c.name, placeType)
			}
		}
		d.chunks[i] = d.rebound(s, d.chunks[i], names)
	}
	for i := range d.sentences {
		for k := range d.chunks[i] {
			c := &d.chunks[i][k]
			if v := votes[c.name]; v != nil && c.kind == unknownName {
				c.learned = 1 + most(v)
				c.settleAs(most(v))
			}
		}
	}
}

// places are the prepositions that speak for a place.
var places = wordSet("in near")

// most returns the type with the most votes, the first of several.
func most(v *[nameTypes]int) int {
	best := 0
	for t := range v {
		if v[t] > v[best] {
			best = t
		}
	}
	return best
}

// rebound gives unknown names the bounds that the recogniser found, and replaces names of places and bodies by longer
// ones that contain them.
func (f *Finder) rebound(s *sentence, chunks []chunk, names []nameSpan) []chunk {
	var out []chunk
	k := 0
	for _, n := range names {
		for k < len(chunks) && chunks[k].last < n.first {
			out = append(out, chunks[k])
			k++
		}
		var over []chunk
		j := k
		for j < len(chunks) && chunks[j].first <= n.last {
			over = append(over, chunks[j])
			j++
		}
		if !n.replaces(over) || f.bars(s, n, over) {
			continue
		}
		if o := over[len(over)-1]; o.kind == unknownName && n.typ == personType && o.last > n.last && (s.isHyphen(n.last+1) || particles[s.low[n.last+1]]) {
			n.last = o.last // "Shin Won-shik"
		}
		if o := over[0]; o.kind == unknownName && n.typ == personType && n.last == o.last && o.first < n.first && s.toks[o.first].UPOS == "PROPN" && !f.titleNoun(s, o.first) {
			n.first = o.first // "Hunter Biden"
		}
		if o := over[0]; o.kind == unknownName && s.particleStart(o.first) && n.first == o.first+2 {
			n.first = o.first
		}
		c := chunk{first: n.first, last: n.last, name: s.join(n.first, n.last)}
		for _, o := range over {
			if c.side == "" && o.kind != unknownName && (o.kind != placeName || o.first > n.first) {
				c.side = o.side
			}
		}
		if len(over) > 0 && over[0].kind != unknownName || len(over) > 1 {
			c.settleAs(n.typ)
		}
		out = append(out, c)
		k = j
	}
	return append(out, chunks[k:]...)
}

// replaces reports whether a name found by the recogniser stands instead of the chunks that it overlaps.
func (n nameSpan) replaces(over []chunk) bool {
	if len(over) == 0 {
		return false
	}
	if len(over) == 1 && over[0].kind == unknownName {
		return n.typ != otherType || n.first != over[0].first || n.last != over[0].last
	}
	if n.typ == personType || n.typ == otherType {
		return false
	}
	longer := n.last-n.first > 0
	for _, o := range over {
		if o.first < n.first || o.last > n.last || o.kind == personName || o.kind == stateAdjective && o.first != n.first || o.kind == bodyName && o.entry.name != "" && o.first == n.first {
			return false
		}
		longer = longer && o.last-o.first < n.last-n.first
	}
	return longer
}

// bars reports whether a name found by the recogniser is none after all: it contains a role ("Supreme Leader of Iran"),
// or only says which part of a state ("northern Syria").
func (f *Finder) bars(s *sentence, n nameSpan, over []chunk) bool {
	for i := n.first; i <= n.last; i++ {
		if i == n.last && things[s.toks[i].Form] && n.typ != otherType {
			return true
		}
		if _, title := shortTitles[s.low[i]]; title && n.typ != personType {
			return true
		}
		if c := f.nounClass(s.lemma(i), s.low[i]); n.typ != personType && (c == office || c == person && i == n.last) && s.toks[i].UPOS != "ADJ" {
			return true
		}
	}
	if o := over[0]; o.kind == bodyName && o.first == n.first && o.actor != news.Organization && o.last+1 < len(s.low) && s.low[o.last+1] == "of" {
		return true // the state after "of" is its side, not its name
	}
	return over[len(over)-1].kind == stateName && over[len(over)-1].last == n.last && directions[s.low[n.first]]
}

var directions = wordSet("north south east west northern southern eastern western central north-east northeast northwest southeast southwest upper lower")

// settleAs makes an unknown name one of the type that the recogniser says.
func (c *chunk) settleAs(typ int) {
	switch typ {
	case personType:
		c.kind, c.actor = personName, news.Person
	case organizationType:
		c.kind, c.actor = bodyName, news.Organization
	case placeType:
		c.kind, c.actor = placeName, ""
	}
}
