package names

import (
	"strings"

	"quadwire/graph/news"
)

// chunkKind says what sort of name a chunk is.
type chunkKind uint8

const (
	unknownName chunkKind = iota
	stateName             // a state by name or metonym
	capitalName           // a capital: state or place
	stateAdjective
	demonym
	bodyName // organisation, office, force
	placeName
	personName
	otherName      // a name of no actor and no place: a storm, a law, a work
	groupAdjective // a people's or party's name that modifies: "Republican senators"
)

// chunk is a name found in a sentence: the tokens of the name alone.
type chunk struct {
	first, last int
	kind        chunkKind
	entry       entry // what the word lists say; zero if they know nothing
	actor       news.Kind
	begin       int // first token of the run that the name was cut from
	learned     int // 1 + type by the recogniser, if it knows one
	name        string
	side        string
}

// chunk finds the names of a sentence, in order, not overlapping.
func (f *Finder) chunk(s *sentence) []chunk {
	var out []chunk
	for i := 0; i < len(s.toks); {
		if c, ok := f.listed(s, i); ok {
			c = f.widen(s, c)
			if c.kind == bodyName && c.last+1 < len(s.toks) && s.toks[c.last+1].UPOS == "NUM" && s.head(s.headOf(c.first, c.last)) > c.last {
				c.kind = otherName // "the Boeing 737-800 jet"
			}
			out = append(out, c)
			s.take(c)
			i = c.last + 1
			continue
		}
		if s.proper(i) && (!isTimeWord(s.low[i]) || s.familyMonth(i)) || s.particleStart(i) {
			if c, ok := f.body(s, i); ok {
				out = append(out, c)
				s.take(c)
				i = c.last + 1
				continue
			}
			c := f.run(s, i)
			out = append(out, f.splitRun(s, c)...)
			i = c.last + 1
			continue
		}
		i++
	}
	return out
}

// take notes that the tokens of a name are part of it.
func (s *sentence) take(c chunk) {
	for i := c.first; i <= c.last; i++ {
		s.taken[i] = true
	}
}

// listed returns the chunk of the word lists that begins at token i, if the sentence allows it.
func (f *Finder) listed(s *sentence, i int) (chunk, bool) {
	if !s.capital(i) && !listedLower[s.low[i]] {
		return chunk{}, false
	}
	es, last := f.gaz.longest(s.words, i)
	if last == i && es[0].sort >= capitalWord && givenNames[s.toks[i].Form] && s.proper(i+1) && !s.taken[i+1] && !f.knownWord(s, i+1) {
		return chunk{}, false // "Charlotte Charles"
	}
	if last < 0 || !f.allowed(s, es[0], i, last) {
		return chunk{}, false
	}
	e := es[0]
	for _, x := range es {
		// A word that is adjective and demonym is what its tag says.
		if x.sort == demonymWord && e.sort == adjectiveWord && s.nominalUse(last) && !s.language(i, last) {
			e = x
		}
	}
	if e.sort == adjectiveWord && i > 0 && s.low[i-1] == "the" && s.rel(last) != "amod" && s.nominalUse(last) {
		e.sort = demonymWord // "the British"
	}
	c := chunk{first: i, last: last, entry: e, name: e.name, side: e.name}
	switch e.sort {
	case stateWord, metonymWord:
		c.kind, c.actor = stateName, news.Country
	case capitalWord:
		c.kind, c.actor = capitalName, news.Country
	case adjectiveWord:
		c.kind, c.actor = stateAdjective, news.Country
	case demonymWord:
		c.kind, c.actor = demonym, news.Group
	case organisationWord:
		c.kind, c.actor, c.side = bodyName, e.kind, e.side
		if e.kind == news.Group && !s.nominalUse(last) {
			c.kind = groupAdjective
		}
	case placeWord:
		c.kind, c.side = placeName, e.side
	}
	if e.name == "European Union" && e.sort <= metonymWord {
		c.actor = news.Organization
	}
	return c, true
}

// knownWord reports whether token i begins a listed phrase or is a word for bodies or places.
func (f *Finder) knownWord(s *sentence, i int) bool {
	form := s.toks[i].Form
	return bodyWords[form] != "" || placeEnds[form] || things[form] || f.listedStart(s, i)
}

// familyMonth reports whether a month's name at i is rather a family name: "May's deal", "May said".
func (s *sentence) familyMonth(i int) bool {
	if s.low[i] != "may" && s.low[i] != "march" && s.low[i] != "april" && s.low[i] != "june" || i+1 < len(s.toks) && s.toks[i+1].UPOS == "NUM" {
		return false
	}
	return s.possessive(i) || strings.HasPrefix(s.toks[i].Rel, "nsubj") || s.rel(i) == "obj" || s.rel(i) == "flat"
}

// particleStart reports whether a name begins at i with a small particle: "al-Muhandis".
func (s *sentence) particleStart(i int) bool {
	switch s.low[i] {
	case "al", "el", "as", "ar", "ad", "ul":
		return s.isHyphen(i+1) && s.toks[i+1].Glued && s.toks[i+2].Glued && s.proper(i+2)
	}
	return false
}

// language reports whether a word that is adjective and demonym stands for a language: no determiner, no number, no
// part in what happens: "in German", "taught himself Japanese".
func (s *sentence) language(first, last int) bool {
	if first > 0 {
		switch s.toks[first-1].UPOS {
		case "DET", "NUM", "ADJ", "NOUN", "PROPN":
			return false
		}
	}
	return !s.plural(last) && !strings.HasPrefix(s.toks[last].Rel, "nsubj") && s.rel(last) != "conj" && s.rel(last) != "root"
}

// listedLower are the words in lower case with which a listed name may begin.
var listedLower = map[string]bool{"al": true, "mainland": true, "peshmerga": true, "occupied": true, "sub": true, "dpa": true, "al-qaeda": true, "al-shabaab": true}

// nominalUse reports whether the word at i stands as a noun: not a modifier of the next word.
func (s *sentence) nominalUse(i int) bool {
	r := s.rel(i)
	if r == "amod" || r == "compound" || r == "nmod" && s.head(i) > i && s.preposition(i) == "" && !s.possessive(i) {
		return false
	}
	if r == "conj" && i+1 < len(s.toks) && s.toks[i+1].UPOS == "NOUN" && s.toks[i].UPOS != "NOUN" {
		return false
	}
	if i+1 < len(s.toks) && (s.toks[i+1].UPOS == "NOUN" || s.toks[i+1].UPOS == "PROPN" || s.isHyphen(i+1)) && s.head(i) > i && r != "nsubj" {
		return false
	}
	return s.toks[i].UPOS == "NOUN" || s.toks[i].UPOS == "PROPN" || strings.HasPrefix(r, "nsubj") || r == "obj" || r == "obl" || r == "conj"
}

// commonWords are single words of the lists that are also common words: they count inside a sentence and only as
// proper nouns.
var commonWords = map[string]bool{"Total": true, "Times": true, "Labour": true, "Labor": true, "Meta": true, "Apple": true, "Shell": true,
	"Fox": true, "Vox": true, "Bild": true, "Sun": true, "Guardian": true, "Independent": true, "Telegraph": true, "Economist": true,
	"Diet": true, "Wagner": true, "Ford": true, "Amazon": true, "Target": true, "Antigua": true, "Commons": true, "Conservatives": true,
	"Polish": true, "Nice": true, "Reading": true, "Split": true, "Cork": true, "Java": true, "Victoria": true, "Salvador": true,
	"Tyre": true, "Hue": true, "Flint": true, "Columbus": true, "Charlotte": true, "Austin": true, "Jackson": true, "Regina": true,
	"Moon": true, "Earth": true, "Gulf": true, "Perth": true, "Chad": true, "Lima": true, "Aden": true, "Roma": true, "Sputnik": true,
	"Amnesty": true, "Eta": true, "Contras": true, "Swift": true, "Emirates": true, "Sofia": true, "Beehive": true, "Alphabet": true,
	"Cortes": true, "Sana": true, "Jordan": true, "Georgia": true, "Virginia": true, "Carolina": true, "Dakota": true, "Darwin": true,
	"Kent": true, "Santiago": true, "Georgetown": true, "Kingston": true, "Wellington": true, "Hamilton": true, "Buffalo": true,
	"Phoenix": true, "Mobile": true, "Orange": true, "Queens": true, "Independence": true, "Democrat": true, "Scots": true,
	"Swede": true, "Pole": true, "Poles": true, "Dane": true, "Finn": true, "Turk": true, "Thai": true, "Lao": true, "Kiwi": true}

// allowed reports whether a listed phrase may be taken for what the list says.
func (f *Finder) allowed(s *sentence, e entry, first, last int) bool {
	if first != last {
		return true
	}
	form := s.toks[first].Form
	if form == "House" {
		return first > 0 && (s.low[first-1] == "the" || s.low[first-1] == "'s") && s.toks[first].UPOS == "PROPN" || first+1 < len(s.toks) && (s.low[first+1] == "speaker" || s.low[first+1] == "majority" || s.low[first+1] == "minority")
	}
	if len(form) <= 4 && form == strings.ToUpper(form) && s.shout && e.sort != stateWord {
		return s.toks[first].UPOS == "PROPN"
	}
	if form == "IS" || form == "WHO" || form == "ICE" || form == "CAR" || form == "US" && s.shout {
		return s.toks[first].UPOS == "PROPN"
	}
	if commonWords[form] && first == 0 && e.sort == adjectiveWord {
		return s.toks[0].UPOS != "VERB" && s.toks[0].UPOS != "NOUN"
	}
	if commonWords[form] && first == 0 {
		return s.toks[first].UPOS == "PROPN" && (len(s.toks) < 2 || s.toks[1].UPOS != "NOUN")
	}
	if s.toks[first].UPOS == "VERB" && first == 0 {
		return e.sort <= metonymWord
	}
	return true
}
