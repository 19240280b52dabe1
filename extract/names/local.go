package names

import "sort"

// rebels are the words for people who fight a state or oppose it.
var rebels = wordSet("rebel insurgent guerrilla militant separatist secessionist jihadist terrorist opposition dissident mutineer rebellion insurgency")

// local are the words for people who act where something happens.
var local = wordSet("police protester protestor demonstrator resident authority authorities firefighter prosecutor villager voter parliament lawmaker opposition local crowd rescuer marcher rioter")

// placeSide returns the state of the place where the clause of the noun at i happens.
func (p *phrases) placeSide(i int) string {
	s := p.s
	if h := s.head(i); h >= 0 && s.rel(i) == "nmod" && quantities[s.low[h]] {
		i = h // "thousands of demonstrators"
	}
	verb, _ := s.governor(i)
	for _, c := range p.near(i) {
		if c.last < i-nearby || c.first > i+nearby || c.kind != placeName && c.kind != capitalName && c.kind != stateName || c.side == "" {
			continue
		}
		h := s.headOf(c.first, c.last)
		g, _ := s.governor(h)
		if (g == verb || g == i) && g >= 0 && locative[s.preposition(h)] {
			return c.side
		}
	}
	return ""
}

// nearby is how many tokens from a noun the place is looked for that its clause names: time stays linear in long
// sentences.
const nearby = 40

// near returns the names around token i: those that may lie within nearby tokens of it.
func (p *phrases) near(i int) []chunk {
	from := sort.Search(len(p.chunks), func(k int) bool { return p.chunks[k].last >= i-nearby })
	to := min(len(p.chunks), from+nearby)
	return p.chunks[min(from, to):to]
}

// quantities are the nouns that only count the people after their "of".
var quantities = wordSet("thousands hundreds dozens tens millions scores crowd crowds group groups number numbers majority lots")

// locative are the prepositions before the place where something happens.
var locative = wordSet("in at near outside around across through throughout")
