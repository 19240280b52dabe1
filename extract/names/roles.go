package names

import (
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// person adds the mention of a person's name with the titles and roles around it.
func (p *phrases) person(k int) {
	c, s := p.chunks[k], p.s
	first := p.roleStart(c.first)
	m := s.newMention(c.first, c.last)
	m.Form, m.Kind, m.Name = text.Named, news.Person, c.name
	if first < c.first {
		p.addRole(&m, first, c.first-1)
		m.First = first
	}
	p.roleAfter(&m, c)
	if m.Side == "" && m.First == c.first {
		m.Side = p.sideBefore(c.first)
	}
	if m.Side == "" {
		m.Side = p.knownSide(c)
	}
	if full, ok := p.people[c.name]; m.Side != "" && (ok || c.last > c.first) {
		if !ok {
			full = c.name
		}
		if p.sides[full] == "" {
			p.sides[full] = m.Side
		}
	}
	m.Start, m.End = s.toks[m.First].Start, s.toks[m.Last].End
	m.Head = s.headOf(m.First, m.Last)
	p.out = append(p.out, m)
}

// roleStart walks left from a name over the noun phrase that gives its roles and returns where that begins; the name
// itself if no role stands before it.
func (p *phrases) roleStart(name int) int {
	s := p.s
	i, role := name-1, -1
	for ; i >= 0 && i > name-longestPhrase; i-- {
		if s.low[i] == "," && i > 0 {
			if post := p.postBefore(i); post >= 0 && p.appositive(post, name) {
				continue // "the spokesperson, Matthew Miller"
			}
			break
		}
		if role >= 0 && p.startsState(i+1) && !p.beforeState(i) {
			break // "the state of emergency [US President …]"
		}
		if p.owner[i] == 0 && p.roleNoun(s, i) && (!s.proper(i) || p.titleNoun(s, i)) {
			role = i
			p.covered[i] = true
			continue
		}
		if role < 0 && !p.complement(i, name) && s.low[i+1] != "," {
			break
		}
		if k := p.owner[i]; k > 0 && p.chunks[k-1].kind != personName && p.chunks[k-1].last == i {
			i = p.chunks[k-1].first // the name is taken whole
			continue
		}
		if !p.roleWord(i) {
			break
		}
	}
	if role < 0 || p.s.plural(p.lastRole(role, name)) && !p.joined(name) {
		return name
	}
	start := i + 1
	for start < role && (s.toks[start].UPOS == "PUNCT" || s.toks[start].UPOS == "CCONJ" || s.toks[start].UPOS == "ADP" || s.low[start] == "'s") {
		start++
	}
	if i >= 0 && s.toks[i].UPOS == "DET" || i >= 0 && (s.low[i] == "the" || s.toks[i].XPOS == "PRP$") {
		start = i
	}
	return start
}

// postBefore returns the role noun that ends the phrase before the comma at i, an "of" phrase left aside; -1 if none.
func (p *phrases) postBefore(i int) int {
	s := p.s
	if p.roleNoun(s, i-1) && p.owner[i-1] == 0 {
		return i - 1
	}
	if p.owner[i-1] == 0 {
		return -1
	}
	j := p.chunks[p.owner[i-1]-1].first - 1
	if j > 0 && s.low[j] == "the" {
		j--
	}
	if j > 0 && (s.low[j] == "of" || s.low[j] == "for" || s.low[j] == "to") && p.roleNoun(s, j-1) {
		return j - 1
	}
	return -1
}

// startsState reports whether the name of a state or its adjective begins at token i.
func (p *phrases) startsState(i int) bool {
	if p.owner[i] == 0 {
		return false
	}
	c := p.chunks[p.owner[i]-1]
	return c.first == i && (c.kind == stateName || c.kind == stateAdjective || c.kind == capitalName)
}

// beforeState reports whether token i may stand before a state's name in a role: "former US president", "its Russian
// counterpart", "Trump's American adviser".
func (p *phrases) beforeState(i int) bool {
	s := p.s
	return s.toks[i].UPOS == "ADJ" || s.toks[i].UPOS == "ADV" || s.toks[i].UPOS == "DET" || s.toks[i].UPOS == "PART" || s.toks[i].UPOS == "CCONJ" && p.roleNoun(s, i-1) || p.owner[i] > 0 || s.isHyphen(i) ||
		s.low[i] == "of" || s.low[i] == "to" || s.low[i] == "for" || p.roleNoun(s, i) && p.owner[i] == 0 && s.low[i] != "state"
}

// lastRole returns the last role noun from the first at role to the name.
func (p *phrases) lastRole(role, name int) int {
	for j := name - 1; j > role; j-- {
		if p.roleNoun(p.s, j) {
			return j
		}
	}
	return role
}

// joined reports whether another name is coordinated with the name at i: "officers Quirin and Redouane".
func (p *phrases) joined(i int) bool {
	j := p.chunks[p.owner[i]-1].last + 1
	return j+1 < len(p.s.toks) && (p.s.low[j] == "and" || p.s.low[j] == ",") && p.owner[j+1] > 0
}

// appositive reports whether the role at r, before a comma, and the name after it denote one person.
func (p *phrases) appositive(r, name int) bool {
	s := p.s
	for j := name; j < len(s.toks) && p.owner[j] == p.owner[name]; j++ {
		if h := s.head(j); h == r && (s.rel(j) == "appos" || s.rel(j) == "flat" || s.rel(j) == "nmod") {
			return true
		}
	}
	i := r
	for i > max(0, r-20) && p.roleWord(i) {
		i--
	}
	if i+1 < r && p.owner[i+1] > 0 || i == 0 && p.owner[0] > 0 {
		return true // "Iranian general, Qasem Soleimani"
	}
	return i >= 0 && (s.low[i] == "the" || s.low[i] == "'s" || s.toks[i].XPOS == "PRP$")
}

// complement reports whether token i may stand between a role and the name after it: "Secretary of [State] Mike
// Pompeo", "Ambassador to [Germany] Richard Grenell".
func (p *phrases) complement(i, name int) bool {
	s := p.s
	if w := s.low[i]; name-i > 6 || i == name-1 && (w == "of" || w == "to" || w == "for" || w == "from") {
		return false // "the son of Joe Biden"
	}
	if roleComplements[s.low[i]] || p.owner[i] > 0 || s.low[i] == "of" || s.low[i] == "to" || s.low[i] == "for" || s.low[i] == "from" || s.low[i] == "the" || s.low[i] == "and" {
		for j := i - 1; j >= 0 && j > i-5; j-- {
			if p.roleNoun(s, j) {
				return s.low[j+1] == "of" || s.low[j+1] == "to" || s.low[j+1] == "for" || s.low[j+1] == "from"
			}
			if !roleComplements[s.low[j]] && p.owner[j] == 0 && s.low[j] != "of" && s.low[j] != "to" && s.low[j] != "for" && s.low[j] != "from" && s.low[j] != "the" && s.low[j] != "and" {
				return false
			}
		}
	}
	return false
}

// roleComplements are the words for what a post is concerned with: "minister of [foreign affairs]".
var roleComplements = wordSet(`state staff defense defence foreign affairs interior finance justice health education homeland security energy labor labour treasury
	commerce transportation transport trade agriculture environment culture intelligence war home police operations development economy internal external labour
	immigration housing information communications industry science technology tourism sports youth religious planning water natural resources welfare social public national services veterans women minister representatives commons parliament congress`)

// roleWord reports whether token i may belong to the phrase of a role: adjectives, nouns, names of states and bodies,
// possessives, the prepositions inside it.
func (p *phrases) roleWord(i int) bool {
	s := p.s
	switch s.toks[i].UPOS {
	case "NOUN", "PROPN", "ADJ", "X":
		if p.nounClass(s.lemma(i), s.low[i]) == crowd {
			p.covered[i] = p.covered[i] || i+1 < len(s.toks) && s.low[i+1] == "and"
		}
		return !isTimeWord(s.low[i]) && !timeUnits[s.low[i]]
	case "PART":
		return s.low[i] == "'s" || s.low[i] == "'"
	case "CCONJ":
		return i > 0 && i+1 < len(s.toks) && (s.low[i] == "and" || s.low[i] == "&") && (p.roleNoun(s, i-1) && p.roleNoun(s, i+1) || s.low[i-1] == "police" || roleComplements[s.low[i-1]] && roleComplements[s.low[i+1]])
	case "ADP":
		return (s.low[i] == "of" || s.low[i] == "to" || s.low[i] == "for" || s.low[i] == "from") && i > 0 && p.roleNoun(s, i-1) && p.roleInside(i)
	case "PUNCT":
		return s.isHyphen(i)
	case "ADV":
		return s.low[i] == "then" || s.low[i] == "now"
	case "DET":
		return s.low[i] == "the" && i > 1 && (s.low[i-1] == "of" || s.low[i-1] == "to") && p.roleNoun(s, i-2)
	}
	return s.low[i] == "acting" || s.low[i] == "outgoing" || s.low[i] == "incoming" || s.low[i] == "elected"
}

// timeUnits are the words for times that stand before a noun without modifying it: "this [week] officials".
var timeUnits = wordSet("year month week day night morning today yesterday tomorrow afternoon evening weekend")

// roleInside reports whether the preposition at i stands inside a role that precedes a name: what follows is a
// complement of roles or a state.
func (p *phrases) roleInside(i int) bool {
	j := i + 1
	if j < len(p.s.toks) && p.s.low[j] == "the" {
		j++
	}
	return j < len(p.s.toks) && (roleComplements[p.s.low[j]] || p.owner[j] > 0)
}

// addRole reads the role said in tokens first to last and the side in it.
func (p *phrases) addRole(m *text.Mention, first, last int) {
	s := p.s
	for last > first && s.toks[last].UPOS == "PUNCT" {
		last--
	}
	for first <= last && (s.toks[first].UPOS == "DET" || s.toks[first].XPOS == "PRP$") {
		first++
	}
	roles, side := p.readRoles(first, last)
	if m.Side == "" {
		m.Side = side
	}
	for _, role := range roles {
		if full, ok := shortTitles[role]; ok {
			role = full
		}
		if role != "" && !courtesyOnly(role) {
			m.Roles = append(m.Roles, role)
		}
	}
	if m.Side == "" {
		m.Side = p.roleSide(strings.ToLower(s.join(first, last)))
	}
}

// readRoles returns the roles said in tokens first to last, in lower case, without the state or body that they belong
// to, and the side of that.
func (p *phrases) readRoles(first, last int) (roles []string, side string) {
	s := p.s
	var words []string
	for i := first; i <= last; i++ {
		k, w := p.owner[i], s.low[i]
		switch {
		case k > 0:
			c := p.chunks[k-1]
			if side == "" && !p.foreignPost(i, first) {
				side = p.sideOf(c)
			}
			if len(words) > 0 && (s.low[i-1] == "of" || s.low[i-1] == "to" || s.low[i-1] == "for" || s.low[i-1] == "from" || s.low[i-1] == "the") {
				words = append(words, s.join(c.first, c.last))
			}
			i = c.last
		case w == "'s" || w == "'":
			words = words[:0] // "Merkel's spokesperson": what stands before is somebody else
		case w == ",":
			roles = append(roles, strings.Join(words, " "))
			words = words[:0]
		case len(words) > 0 && s.toks[i].Glued && (p.owner[i-1] == 0 || s.isHyphen(i)):
			words[len(words)-1] += w
		default:
			words = append(words, w)
		}
	}
	return append(roles, strings.Join(words, " ")), side
}

// courtesyOnly reports whether the words before a name are no role but a form of address.
func courtesyOnly(role string) bool {
	switch role {
	case "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr.", "prof", "prof.", "madame", "lord", "lady", "dame", "st":
		return true
	}
	return false
}
