package names

import (
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// nominal adds the mention of the noun at i, if it denotes people or a body.
func (p *phrases) nominal(i int) {
	s := p.s
	t := &s.toks[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && !(t.UPOS == "ADJ" && p.personal(i)) {
		return
	}
	if p.people[t.Form] != "" && !isTimeWord(s.low[i]) && s.proper(i) && p.owner[i] == 0 {
		p.chunks = append(p.chunks, chunk{first: i, last: i, kind: personName, actor: news.Person, name: t.Form})
		p.owner[i] = len(p.chunks)
		p.person(len(p.chunks) - 1) // "Hunter", said before in full
		return
	}
	c := p.nounClass(s.lemma(i), s.low[i])
	if c == noClass || p.modifier(i) {
		return
	}
	if i > 1 && s.isHyphen(i-1) && s.toks[i-2].UPOS == "NUM" && s.proper(i+1) {
		return // "the 55-member AU"
	}
	first, last := p.phraseStart(i), p.ofPhraseName(i)
	for first < i && s.low[first] == "least" {
		first++
	}
	if p.bodyByNoun(c, first, i) {
		return
	}
	m := s.newMention(first, last)
	m.Form, m.Kind, m.Head = text.Nominal, c.kind(s.plural(i) || s.low[i] == "people"), i
	p.nameNominal(&m, i, c)
	if p.bare(c, first, i) || c == organization && m.Side == "" && !definite(s, first) && !strings.HasPrefix(t.Rel, "nsubj") && !s.plural(i) {
		return
	}
	p.out = append(p.out, m)
}

// bare reports whether the noun at i, whose phrase begins at first, is a singular without any determiner or modifier
// that stands for a thing rather than somebody: "to justice", "in power", "by state".
func (p *phrases) bare(c class, first, i int) bool {
	switch w := p.s.low[i]; {
	case w == "state" && i+2 < len(p.s.low) && p.s.low[i+1] == "of" && p.owner[i+2] == 0:
		return true // "a state of emergency"
	case w == "power" || w == "bloc":
		return first == i || !powers[p.s.low[i-1]]
	case vagueBodies[singular(w)] && p.ofPerson(first) && !strings.HasPrefix(p.s.toks[i].Rel, "nsubj"):
		return true // "bought Murdoch's paper"
	case vagueBodies[singular(w)]:
		return p.owner[max(first, 0)] == 0 && !strings.HasPrefix(p.s.toks[i].Rel, "nsubj") && p.s.low[max(i-1, 0)] != "security" && p.s.low[max(i-1, 0)] != "police" && p.s.low[max(i-1, 0)] != "armed" && p.s.low[max(i-1, 0)] != "special"
	}
	if first != i || p.s.plural(i) || p.s.shout || strings.HasPrefix(p.s.toks[i].Rel, "nsubj") || i > 0 && p.s.proper(i) {
		return false
	}
	return c == country || c == organization || c == government || p.s.low[i] == "justice" || p.s.low[i] == "office" || p.s.low[i] == "force"
}

// bodyByNoun adds the named mention of a body whose kind is a common noun: "the Thai Raksa Chart party". The unknown
// name before the noun becomes part of it.
func (p *phrases) bodyByNoun(c class, first, i int) bool {
	s := p.s
	if i == 0 || c != organization && c != government && c != military || s.plural(i) || p.owner[i-1] == 0 {
		return false
	}
	k := p.owner[i-1] - 1
	before := &p.chunks[k]
	if p.anyHolder(before.name) != "" {
		return false // "the Biden administration"
	}
	if before.entry.name != "" || before.kind != placeName && before.kind != bodyName || before.first < first || bodyWords[s.toks[before.last].Form] != "" {
		return false
	}
	from := before.first
	if from > 0 && p.owner[from-1] > 0 && p.chunks[p.owner[from-1]-1].kind == stateAdjective {
		from = p.chunks[p.owner[from-1]-1].first
	}
	m := s.newMention(first, i)
	m.Form, m.Kind, m.Name, m.Head = text.Named, c.kind(false), s.join(from, i), i
	m.Side = p.sideWithin(s, first, i)
	before.kind = otherName
	p.out = append(p.out, m)
	return true
}

// ofPerson reports whether the phrase that begins at token i begins with the name of a person as its owner.
func (p *phrases) ofPerson(i int) bool {
	return p.owner[i] > 0 && p.chunks[p.owner[i]-1].kind == personName && p.s.possessive(p.chunks[p.owner[i]-1].last)
}

// powers are the adjectives that make a power a state.
var powers = wordSet("world major global nuclear regional foreign colonial great occupying naval military european western economic imperial rival")

// vagueBodies are the words for bodies that more often are things or places: actors only as subjects or with a side.
var vagueBodies = wordSet(`division unit force service platform paper brand label lab laboratory chain exchange order studio front wing cell station site
	theatre theater museum school hospital church club website outlet channel publication daily weekly office mission council-house supermarket
	refinery bank market network bureau patrol convoy product board branch body institute college maker list column command guard partnership`)

// personal reports whether an adjective stands as a noun for people: "the accused".
func (p *phrases) personal(i int) bool {
	s := p.s
	return i > 0 && s.low[i-1] == "the" && (strings.HasPrefix(s.toks[i].Rel, "nsubj") || s.rel(i) == "obj")
}

// modifier reports whether the noun at i only modifies the next one: "police station", "leader Kim".
func (p *phrases) modifier(i int) bool {
	s := p.s
	r := s.rel(i)
	if (r == "compound" || r == "amod") && s.head(i) > i {
		return true
	}
	return i+1 < len(s.toks) && s.toks[i+1].UPOS == "NOUN" && s.head(i) == i+1 && !s.possessive(i) && r != "nsubj"
}

// longestPhrase is how many tokens a noun's determiners and modifiers, or the roles before a name, are looked for in.
const longestPhrase = 25

// phraseStart walks left from a noun over its determiners and modifiers.
func (p *phrases) phraseStart(i int) int {
	s := p.s
	j := i
	for j > 0 && j > i-longestPhrase {
		k := j - 1
		if !p.premodifies(k, i) {
			return j
		}
		if s.toks[k].UPOS == "PRON" {
			return k
		}
		if p.owner[k] > 0 {
			c := p.chunks[p.owner[k]-1]
			if !p.belongs(c, i) {
				return j
			}
			j = c.first
			continue
		}
		j = k
		if s.toks[k].UPOS == "DET" {
			return j
		}
	}
	return j
}

// premodifies reports whether token k can be a determiner or modifier in the phrase of the noun at i after it.
func (p *phrases) premodifies(k, i int) bool {
	s := p.s
	timed := func(k int) bool { return p.owner[k] == 0 && (isTimeWord(s.low[k]) || timeUnits[s.low[k]]) }
	switch s.toks[k].UPOS {
	case "DET", "NUM", "ADJ", "NOUN", "PROPN":
		return !timed(k) && s.head(k) <= i && (s.rel(k) != "nsubj" || p.owner[k] > 0)
	case "PRON":
		return s.toks[k].XPOS == "PRP$"
	case "PART":
		return (s.low[k] == "'s" || s.low[k] == "'") && k > 0 && !timed(k-1)
	case "CCONJ": // "Russian and Chinese ships"
		return k > 0 && p.adjectiveOfState(k-1) && p.adjectiveOfState(k+1)
	case "PUNCT":
		return s.isHyphen(k)
	case "VERB":
		return s.head(k) == i && s.rel(k) == "amod"
	}
	return false
}

// adjectiveOfState reports whether token i is part of the adjective of a state.
func (p *phrases) adjectiveOfState(i int) bool {
	return p.owner[i] > 0 && p.chunks[p.owner[i]-1].kind == stateAdjective
}

// belongs reports whether a name before the noun at i is a modifier of its phrase.
func (p *phrases) belongs(c chunk, i int) bool {
	s := p.s
	if s.possessive(c.last) {
		return true
	}
	h := s.head(s.headOf(c.first, c.last))
	return h > c.last && h <= i || c.kind == stateAdjective
}

// ofPhraseName returns the end of the noun's phrase: an "of" phrase with a name directly after it belongs to it.
func (p *phrases) ofPhraseName(i int) int {
	s := p.s
	if i+1 < len(s.toks) && s.low[i+1] == "of" {
		return p.ofPhrase(i)
	}
	if i+2 < len(s.toks) && s.low[i+1] == "from" && p.owner[i+2] > 0 && p.chunks[p.owner[i+2]-1].kind == stateName && s.head(s.headOf(i+2, p.chunks[p.owner[i+2]-1].last)) == i {
		return p.chunks[p.owner[i+2]-1].last // "representatives from Iran"
	}
	return i
}

// nameNominal sets name, side and roles of a nominal mention with head i; a government or administration may turn out to be a
// state or a named body.
func (p *phrases) nameNominal(m *text.Mention, i int, c class) {
	s := p.s
	owner, from := p.ownerOf(m, i)
	for from < i && (s.toks[from].UPOS == "DET" || s.toks[from].UPOS == "NUM" || s.toks[from].XPOS == "PRP$" || vague[s.low[from]] && !s.isHyphen(from+1) || s.low[from] == "'s" || s.toks[from].UPOS == "PUNCT") {
		from++
	}
	m.Name = s.join(from, m.Last)
	if owner == nil {
		p.sideUnsaid(m, i, c)
	} else {
		m.Side = p.sideOf(*owner)
		p.nameByOwner(m, i, c, owner)
	}
	if c == office {
		p.nominalRole(m, from, i)
	}
}

// ownerOf returns the name in a nominal mention with head i that says whose it is, nil if there is none, and where the
// mention's own name begins.
func (p *phrases) ownerOf(m *text.Mention, i int) (owner *chunk, from int) {
	from = m.First
	for j := m.First; j <= m.Last; j++ {
		if p.owner[j] == 0 {
			continue
		}
		k := &p.chunks[p.owner[j]-1]
		if (owner == nil || p.sideOf(*owner) == "" && k.side != "" || owner.kind == stateAdjective && k.kind == stateAdjective) && !p.foreignPost(j, m.First) {
			owner = k
			if j < i && k.kind != personName {
				from = j
			}
		}
		j = k.last
	}
	return owner, from
}

// sideUnsaid sets the side of a nominal mention without a name in it: that of the place where local people act, or for
// them and "the government" that of the state that the document speaks of.
func (p *phrases) sideUnsaid(m *text.Mention, i int, c class) {
	s := p.s
	if local[singular(s.low[i])] {
		m.Side = p.placeSide(i)
	}
	if m.Side == "" && (c == government && s.low[m.First] == "the" || local[singular(s.low[i])]) && s.toks[m.First].XPOS != "PRP$" {
		m.Side = p.home // "the government" in a report on one state
	}
}

// nameByOwner says what a nominal mention denotes by the name of its owner: "Russian government" is Russia, "the Biden
// administration" a body of that name.
func (p *phrases) nameByOwner(m *text.Mention, i int, c class, owner *chunk) {
	s := p.s
	switch {
	case c == country && owner.kind == placeName:
		m.Kind = news.Government // "the state of Wisconsin"
	case rebels[singular(s.low[i])] && owner.actor == news.Country:
		m.Side = m.Name // rebels of a nation do not act for its state
	case s.low[i] == "administration" && owner.kind != personName && owner.entry.name == "" && p.anyHolder(owner.name) != "":
		m.Form, m.Kind, m.Name, m.Side = text.Named, news.Government, owner.name+" "+s.low[i], p.anyHolder(owner.name)
		owner.kind, owner.actor = personName, news.Person
		p.person(p.owner[owner.first] - 1)
	case (s.low[i] == "government" || s.low[i] == "regime") && owner.actor == news.Country:
		m.Form, m.Kind, m.Name = text.Named, news.Country, owner.name
	case s.low[i] == "administration" && owner.kind == personName || s.low[i] == "government" && owner.kind == personName:
		m.Form, m.Kind, m.Name = text.Named, news.Government, owner.name+" "+s.low[i]
		if m.Side == "" {
			m.Side = p.anyHolder(owner.name)
		}
	}
}

// nominalRole sets the role that a mention with the office i as its head says, and the side if the role tells it.
func (p *phrases) nominalRole(m *text.Mention, from, i int) {
	s := p.s
	end := i
	if i+2 <= m.Last && s.low[i+1] == "of" && roleComplements[s.low[i+2]] && p.owner[i+2] == 0 {
		end = m.Last // "secretary of state"
	}
	role := strings.ToLower(s.join(p.afterSide(from, i), end))
	if !s.plural(i) {
		m.Roles = []string{role}
	}
	if m.Side == "" {
		m.Side = p.roleSide(role)
	}
}

// afterSide skips the state's words at the front of a role.
func (p *phrases) afterSide(from, i int) int {
	for from < i && (p.owner[from] > 0 && p.chunks[p.owner[from]-1].kind != bodyName || p.s.low[from] == "'s") {
		from++
	}
	return from
}

// vague are the words before a noun that are no part of its name.
var vague = wordSet(`some many several few most all both other another any each every such certain various numerous more about around nearly over
	least up to approximately own only same first last a an the these those this that half dozen dozens hundreds thousands hundred thousand million`)

// definite reports whether the phrase begins with a definite determiner or possessive.
func definite(s *sentence, first int) bool {
	switch s.low[first] {
	case "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "both":
		return true
	}
	return false
}
