package names

import (
	"strings"

	"quadwire/extract/text"
)

// roleAfter reads an apposition after the name: "Ahmed al-Assadi, a spokesman for the PMF,".
func (p *phrases) roleAfter(m *text.Mention, c chunk) {
	s := p.s
	i := c.last + 1
	if i < len(s.toks) && s.low[i] == "(" {
		p.party(m, i+1)
		return
	}
	if i+1 < len(s.toks) && (s.low[i] == "of" || s.low[i] == "from") {
		p.homeAfter(m, i+1)
		return
	}
	if i+1 >= len(s.toks) || s.low[i] != "," {
		return
	}
	head := -1
	for j := i + 1; j < len(s.toks) && j < i+10; j++ {
		if p.roleNoun(s, j) && (j+1 >= len(s.toks) || !p.roleNoun(s, j+1)) {
			head = j
			break
		}
		if !p.roleWord(j) && s.toks[j].UPOS != "DET" && s.toks[j].XPOS != "PRP$" && s.toks[j].UPOS != "NUM" {
			return
		}
	}
	if head < 0 || !p.appositionAfter(c, i, head) {
		return
	}
	last := p.ofPhrase(head)
	p.covered[head] = true
	if s.toks[i+1].XPOS == "PRP$" || p.nounClass(s.lemma(head), s.low[head]) == family {
		return
	}
	roleM := text.Mention{Side: m.Side}
	p.addRole(&roleM, i+1, last)
	m.Roles = append(m.Roles, roleM.Roles...)
	m.Side, m.Last = roleM.Side, last
}

// appositionAfter reports whether the noun at head, after the comma at comma, stands in apposition to the name.
func (p *phrases) appositionAfter(c chunk, comma, head int) bool {
	s := p.s
	if h := s.head(head); h >= c.first && h <= c.last {
		return s.rel(head) == "appos" || s.rel(head) == "flat" || s.rel(head) == "nmod"
	}
	w := s.low[comma+1]
	after := p.ofPhrase(head) + 1
	closed := after >= len(s.toks) || s.toks[after].UPOS == "PUNCT" || s.low[after] == "who"
	return closed && (w == "the" || w == "a" || w == "an") && s.rel(head) != "conj" && !strings.HasPrefix(s.toks[head].Rel, "nsubj") && s.rel(head) != "obj"
}

// ofPhrase returns the last token of the "of" or "for" phrase after the noun at head, if it has a name in it, else head.
func (p *phrases) ofPhrase(head int) int {
	s := p.s
	i := head + 1
	if i+1 >= len(s.toks) || s.low[i] != "of" && s.low[i] != "for" && s.low[i] != "to" && s.low[i] != "in" && s.low[i] != "from" && s.low[i] != "at" {
		return head
	}
	i++
	if s.low[i] == "the" && i+1 < len(s.toks) {
		i++
	}
	last := head
	for ; i < len(s.toks) && i < head+9; i++ {
		switch {
		case p.owner[i] > 0:
			c := p.chunks[p.owner[i]-1]
			last, i = c.last, c.last
			if h := s.head(s.headOf(c.first, c.last)); c.kind == stateAdjective || c.kind == groupAdjective || h > c.last && h < c.last+4 && s.toks[h].UPOS == "NOUN" && !s.possessive(c.last) {
				last = p.adjectiveNoun(last)
				if last+2 < len(s.toks) && s.low[last+1] == "of" && p.owner[last+2] > 0 {
					last = p.chunks[p.owner[last+2]-1].last
				}
				return max(last, head)
			}
			if i+1 < len(s.toks) && s.possessive(i) {
				i++
				continue
			}
			return max(last, head)
		case last == head && (s.toks[i].UPOS == "ADJ" || roleComplements[s.low[i]] || s.toks[i].UPOS == "PROPN"):
			if roleComplements[s.low[i]] && s.low[head+1] == "of" {
				last = i
			}
		default:
			return last
		}
	}
	return last
}

// adjectiveNoun returns the noun that the adjective at i modifies, if only nouns and adjectives stand between.
func (p *phrases) adjectiveNoun(i int) int {
	last := i
	for j := i + 1; j < len(p.s.toks) && j < i+5 && (p.s.toks[j].UPOS == "NOUN" || p.s.toks[j].UPOS == "ADJ" || p.s.toks[j].UPOS == "PROPN" && p.owner[j] == 0); j++ {
		if p.s.toks[j].UPOS != "ADJ" {
			last = j
		}
	}
	return last
}
