package names

import (
	"strings"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// sideOf returns the side that a name stands for: a person's is what the document or the table of offices says.
func (p *phrases) sideOf(c chunk) string {
	if c.kind == bodyName && c.side == "" && c.actor == news.Organization && !placeEnds[c.name] {
		return c.name // "BBC correspondent"
	}
	if c.kind != personName || c.side != "" {
		return c.side
	}
	full := c.name
	if known, ok := p.people[full]; ok {
		full = known
	}
	if side := p.sides[full]; side != "" {
		return side
	}
	return p.knownSide(c)
}

// knownSide returns the side of a person by the table of office-holders.
func (d *document) knownSide(c chunk) string {
	full := c.name
	if c.first == c.last {
		if known, ok := d.people[full]; ok {
			full = known
		}
	}
	return d.sideOfPerson(full, c.name, d.doc.Date)
}

// foreignPost reports whether the state at token i is where somebody is posted, not for whom: "ambassador to Germany".
func (p *phrases) foreignPost(i, from int) bool {
	for j := i - 1; j >= from && j > i-3; j-- {
		if w := p.s.low[j]; w == "to" {
			return true
		} else if w != "the" {
			return false
		}
	}
	return false
}

// party reads a bracket after an American legislator's name: "(D-CA)", "(R-Texas)".
func (p *phrases) party(m *text.Mention, i int) {
	s := p.s
	if i >= len(s.toks) {
		return
	}
	w := s.toks[i].Form
	if w == "D" || w == "R" || strings.HasPrefix(w, "D-") || strings.HasPrefix(w, "R-") {
		if m.Side == "" {
			m.Side = "United States"
		}
	}
}

// homeAfter reads the state or body that a person is of: "Patrice Talon of Benin", "Jennifer Lu of Human Rights Watch".
func (p *phrases) homeAfter(m *text.Mention, i int) {
	s := p.s
	if i < len(s.toks) && s.low[i] == "the" {
		i++
	}
	if i >= len(s.toks) || p.owner[i] == 0 {
		return
	}
	c := p.chunks[p.owner[i]-1]
	if c.kind != stateName && c.kind != bodyName && c.kind != placeName && c.kind != capitalName {
		return
	}
	side := c.side
	if side == "" && c.kind == bodyName {
		side = c.name
	}
	if m.Side == "" || c.kind == stateName {
		m.Side = side
	}
	m.Last = c.last
}

// sideBefore returns the side that a possessive or modifier directly before token i names: "BBC's Jonathan Marcus".
func (p *phrases) sideBefore(i int) string {
	j := i - 1
	if j >= 0 && (p.s.low[j] == "'s" || p.s.low[j] == "'") {
		j--
	} else if j >= 0 && p.owner[j] > 0 && p.chunks[p.owner[j]-1].kind != stateAdjective {
		return ""
	}
	if j >= 0 && p.owner[j] > 0 {
		return p.sideOf(p.chunks[p.owner[j]-1])
	}
	return ""
}

// sideAfter returns the side in an "of" phrase after token i: "the Federal Aviation Office of Germany".
func (p *phrases) sideAfter(i int) string {
	s := p.s
	j := i + 1
	if j >= len(s.toks) || s.low[j] != "of" {
		return ""
	}
	j++
	if j < len(s.toks) && s.low[j] == "the" {
		j++
	}
	if j < len(s.toks) && p.owner[j] > 0 {
		return p.chunks[p.owner[j]-1].side
	}
	return ""
}

// roleSide returns the state that a role belongs to by its words alone.
func (p *phrases) roleSide(role string) string {
	for _, r := range americanRoles {
		if strings.Contains(role, r) && (p.home == "" || p.home == "United States" || p.weights["United States"] > 0) {
			return "United States"
		}
	}
	return ""
}

// americanRoles are posts that, said without a nation, are the United States'.
var americanRoles = []string{"secretary of state", "secretary of defense", "defense secretary", "congressman", "congresswoman", "attorney general",
	"national security adviser", "national security advisor", "house speaker", "speaker of the house", "homeland security", "senator", "sen.", "rep.", "treasury secretary", "house minority leader", "senate majority"}
