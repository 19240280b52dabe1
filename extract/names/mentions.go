package names

import (
	"strings"
	"unicode"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// settle decides what the names of a sentence are now that the document's people are known.
func (d *document) settle(s *sentence, chunks []chunk) {
	for i := range chunks {
		c := &chunks[i]
		d.settleNamesake(c)
		d.settleShared(c)
		if c.first == c.last && (c.kind == unknownName || c.kind == placeName || c.kind == bodyName && (c.entry.name == "" || commonWords[c.entry.word])) {
			if _, ok := d.people[s.toks[c.first].Form]; ok {
				c.kind, c.actor, c.name, c.side, c.entry = personName, news.Person, s.toks[c.first].Form, "", entry{}
			}
		}
		if c.kind == personName && !s.shout && !givenNames[c.name] && coined(c.name) {
			c.kind, c.actor = bodyName, news.Organization
		}
		d.settleSingle(s, c)
		if c.kind == unknownName && isTimeWord(s.low[c.first]) && c.first == c.last {
			continue
		}
		if c.kind == unknownName && c.learned == 0 {
			d.guess(s, c)
		}
	}
}

// settleSingle decides about a name of one word that no list knows.
func (d *document) settleSingle(s *sentence, c *chunk) {
	form := s.toks[c.first].Form
	if c.first != c.last || c.entry.name != "" || c.kind == otherName || d.people[form] != "" {
		return
	}
	titled := c.first > 0 && d.roleNoun(s, c.first-1)
	switch b, ok := d.bodies[form]; {
	case titled:
	case ok:
		c.kind, c.actor, c.side, c.entry = bodyName, b.actor, b.side, entry{} // "Mahan" after "Mahan Air"
	case bodyWords[form] != "" && c.kind != unknownName:
		c.kind, c.actor = bodyName, bodyWords[form]
		if d.nounClass(s.lemma(c.first), s.low[c.first]) != noClass {
			c.kind = otherName // "Police said": a noun
		}
	case s.toks[c.first].UPOS == "ADJ" && s.rel(c.first) == "amod":
		c.kind = otherName
	case c.kind == personName && d.things[form] && !givenNames[form]:
		c.kind = otherName
	case d.inOffice(form):
		c.kind, c.actor = personName, news.Person
	case c.kind == personName && !givenNames[form] && d.counts[form] < 2 && !s.argument(c.first):
		c.kind = unknownName
		c.learned = 1 + otherType
	case c.kind == personName && c.first == 0 && d.counts[form] < 2 && !givenNames[form] && !speechVerbs[s.verbOf(0)]:
		c.kind = unknownName
		c.learned = 1 + otherType
	case c.kind == personName && (s.verbOf(c.first) == "report" || s.verbOf(c.first) == "reported") && strings.HasPrefix(s.toks[c.first].Rel, "nsubj"):
		c.kind, c.actor = bodyName, news.Organization
	}
}

// coined reports whether a word is written as names of companies and media are, and those of people are not: capitals
// alone ("NRK") or a capital inside ("ThePrint").
func coined(form string) bool {
	lower, inner := false, false
	for i, r := range form {
		if unicode.IsLower(r) {
			lower = true
		} else if !unicode.IsUpper(r) && (r != '-' || lower) {
			return false
		}
		inner = inner || i > 2 && lower && unicode.IsUpper(r)
	}
	for _, front := range []string{"Mac", "Mc", "Fitz", "Van", "Den", "Des"} {
		if strings.HasPrefix(form, front) {
			return false
		}
	}
	return len(form) > 2 && (inner || !lower)
}

// argument reports whether token i is subject or object of a verb, an agent or a possessor: what a person would be.
func (s *sentence) argument(i int) bool {
	r := s.toks[i].Rel
	return strings.HasPrefix(r, "nsubj") || r == "obj" || r == "iobj" || r == "obl:agent" || s.possessive(i)
}

// inOffice reports whether the table of offices knows somebody of that family name on the day of the document.
func (d *document) inOffice(family string) bool {
	for _, i := range d.byFamily[foldPhrase(family)] {
		if d.doc.Date == "" || d.officials[i].on(d.doc.Date) {
			return true
		}
	}
	return false
}

// guess gives an unknown name the kind that its place in the sentence suggests.
func (d *document) guess(s *sentence, c *chunk) {
	h := s.headOf(c.first, c.last)
	switch s.preposition(h) {
	case "in", "near", "at", "outside", "around", "across":
		c.kind = placeName
		return
	}
	if strings.HasPrefix(s.toks[h].Rel, "nsubj") && speechVerbs[s.verbOf(h)] && (c.first == 0 || s.low[c.first-1] != "the") {
		c.kind, c.actor = personName, news.Person
	}
}

// mention adds the mentions of one sentence: those of its names, then those of its nouns.
func (d *document) mention(s *sentence, chunks []chunk) {
	owner := make([]int, len(s.toks)) // chunk of each token, +1
	for k, c := range chunks {
		if c.kind == otherName || c.kind == unknownName && d.anyHolder(c.name) == "" {
			continue
		}
		for i := c.first; i <= c.last; i++ {
			owner[i] = k + 1
		}
	}
	p := &phrases{document: d, s: s, chunks: chunks, owner: owner, covered: make([]bool, len(s.toks))}
	for k := range chunks {
		if chunks[k].kind == personName {
			p.person(k)
		}
	}
	for i := range s.toks {
		if owner[i] == 0 && !p.covered[i] {
			p.nominal(i)
		}
	}
	for k := range chunks {
		if k := chunks[k].kind; k == groupAdjective || k == otherName {
			continue
		}
		if chunks[k].kind != personName && chunks[k].kind != unknownName {
			p.name(k)
		}
	}
	d.doc.Mentions = append(d.doc.Mentions, p.out...)
}

// phrases builds the mentions of one sentence.
type phrases struct {
	*document
	s       *sentence
	chunks  []chunk
	owner   []int
	covered []bool // nouns that are the role in somebody's mention
	out     []text.Mention
}

// name adds the mention of a name that is no person's.
func (p *phrases) name(k int) {
	c, s := p.chunks[k], p.s
	m := s.newMention(c.first, c.last)
	m.Form, m.Kind, m.Name, m.Side = text.Named, c.actor, c.name, c.side
	switch c.kind {
	case stateName:
		m.Place = c.entry.sort == stateWord && c.actor == news.Country
	case capitalName:
		m.Place = true
		if p.onlyPlace(c) {
			m.Kind, m.Name = "", c.entry.word
		}
	case placeName:
		m.Place, m.Kind = true, ""
		if p.provinceActs(c) {
			m.Kind = news.Government
		}
	case demonym:
		m.Name = s.join(c.first, c.last)
		if !s.plural(c.last) && !collectiveDemonym(s, c) {
			m.Kind = news.Person
		}
		p.withDeterminer(&m)
	case bodyName:
		p.withDeterminer(&m)
		if m.Side == "" {
			m.Side = p.sideBefore(c.first)
		}
		if m.Side == "" {
			m.Side = p.sideAfter(m.Last)
		}
		if m.Side == "" && (c.actor == news.Government || c.actor == news.Military) {
			m.Side = p.home
		}
	}
	p.out = append(p.out, m)
}

// provinceActs reports whether a listed province or city is the subject of a verb of doing: "California sued the
// administration".
func (p *phrases) provinceActs(c chunk) bool {
	s := p.s
	if c.last+2 < len(s.toks) && s.low[c.last+1] == "," && p.owner[c.last+2] > 0 && p.chunks[p.owner[c.last+2]-1].kind <= capitalName {
		return false // "Mokha, Yemen"
	}
	h := s.headOf(c.first, c.last)
	g, rel := s.governor(h)
	return c.entry.name != "" && !c.entry.region && rel == "nsubj" && g >= 0 && s.toks[g].UPOS == "VERB" && !stateVerbs[s.lemma(g)] && !stateVerbs[s.low[g]]
}

// stateVerbs are the verbs whose subject a place may be without doing anything.
var stateVerbs = wordSet(`be have has had lie lies lay see saw seen experience experienced suffer suffered host hosted hosts remain remained remains become became
	include includes included witness witnessed face faces faced border borders contain contains represent represents get got need needs mean means
	look looks grow grew stand stands record recorded receive received feel felt make made reel reels reeled`)

// collectiveDemonym reports whether a demonym that is the same in both numbers ("the Chinese") stands for many.
func collectiveDemonym(s *sentence, c chunk) bool {
	return c.first > 0 && s.low[c.first-1] == "the" && c.entry.sort == demonymWord
}

// withDeterminer stretches a mention over the article before it.
func (p *phrases) withDeterminer(m *text.Mention) {
	if h := p.s.head(p.s.headOf(m.First, m.Last)); h > m.Last && h < m.Last+6 && (p.s.toks[h].UPOS == "NOUN" || p.s.toks[h].UPOS == "PROPN") && !p.s.possessive(m.Last) {
		return // the article belongs to the noun that the name modifies
	}
	if m.First > 0 && (p.s.low[m.First-1] == "the" || p.s.low[m.First-1] == "a" || p.s.low[m.First-1] == "an") {
		m.First--
		m.Start = p.s.toks[m.First].Start
	}
}

// onlyPlace reports whether a capital is where something happens, not the state that acts.
func (p *phrases) onlyPlace(c chunk) bool {
	s := p.s
	h := s.headOf(c.first, c.last)
	_, rel := s.governor(h)
	rel, _, _ = strings.Cut(rel, ":")
	if s.possessive(c.last) {
		return false
	}
	prep := s.preposition(h)
	if prep == "" && c.first > 0 && plainPreposition[s.low[c.first-1]] {
		prep = s.low[c.first-1]
	}
	switch prep {
	case "in", "at", "near", "outside", "around", "across", "through", "into", "throughout", "inside", "within", "over", "via", "beyond", "along":
		return true
	case "on":
		g, _ := s.governor(h)
		return g < 0 || !pressures[s.lemma(g)] && !pressures[singular(s.low[g])]
	case "from", "to", "for":
		g, _ := s.governor(h)
		return g >= 0 && (s.toks[g].UPOS == "VERB" && motionVerbs[s.lemma(g)] || motionNouns[s.lemma(g)])
	case "of":
		g, _ := s.governor(h)
		return g >= 0 && (placeNouns[s.lemma(g)] || placeNouns[singular(s.low[g])])
	}
	if rel == "compound" || rel == "nmod" && prep == "" || rel == "appos" && s.low[max(c.first-1, 0)] == "," {
		return true
	}
	return rel == "root" && len(s.toks) > c.last+1
}

// plainPreposition are the words that, directly before a capital, say that it is a place even where the tree does not.
var plainPreposition = wordSet("in at near outside around inside")

// pressures are the words after whose "on" a capital is the state: "sanctions on Pyongyang", "call on Tehran".
var pressures = wordSet(`sanction pressure tariff embargo ban restriction demand penalty policy stance talk deal report impose imposed call called
	press pressed blame blamed rely relied reliance dependence depend spy spied focus focused pin pinned`)

// motionVerbs are the verbs of going and sending: what stands after their "to" and "from" is a place.
var motionVerbs = wordSet(`fly flew flown flying go went gone going travel travelled traveled traveling travelling come came arrive arrived return
	returned drive drove move moved head headed march marched walk sail sailed depart departed leave left send sent flee fled bring brought
	journey invite take taken took rush transfer transferred evacuate evacuated deport deported bus airlift airlifted extradite extradited relocate relocated report reported`)

// motionNouns are the nouns of the same sort.
var motionNouns = wordSet(`trip visit flight journey travel way road train return march route bus miles kilometres kilometers km mile move plane flights`)

// placeNouns are the nouns before whose "of" a capital is a place: "the streets of Moscow".
var placeNouns = wordSet(`city capital mayor street streets people resident university suburb outskirt outskirts port north south west east center centre
	district area part neighborhood neighbourhood region town airport siege fall battle bishop archbishop diocese downtown southeast northeast northwest
	southwest kilometers kilometres miles km side vicinity map population view treaty`)

// wordSet makes a set of the words of a list.
func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
