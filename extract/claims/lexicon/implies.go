package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// implies reports whether whatever fulfils the frame special also fulfils the frame general, as far as the words show it.
func implies(l *Lexicon, special, general Frame) bool {
	for _, g := range general {
		if !slices.ContainsFunc(special, func(s Condition) bool { return conditionImplies(l, s, g) }) {
			return false
		}
	}
	return true
}

func conditionImplies(l *Lexicon, s, g Condition) bool {
	if s.Not != g.Not {
		return false
	}
	if s.Not { // not s implies not g if g implies s
		s, g = g, s
	}
	for _, t := range s.Tests {
		if !slices.ContainsFunc(g.Tests, func(u Test) bool { return testImplies(l, t, u) }) {
			return false
		}
	}
	return true
}

func testImplies(l *Lexicon, s, g Test) bool {
	if g.Name == "clause" && (s.Name == "xcomp" || s.Name == "ccomp") || g.Name == "plural" && s.Name == "recip" {
		return true
	}
	if s.Name != g.Name || g.Kind != "" && s.Kind != g.Kind {
		return false
	}
	if g.Words == nil {
		return true
	}
	have := expand(l, g.Words)
	for w := range expand(l, s.Words) {
		if !have[w] {
			return false
		}
	}
	return s.Words != nil
}

func expand(l *Lexicon, words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		if list, ok := strings.CutPrefix(w, "@"); ok {
			maps.Copy(set, l.lists[list])
		} else {
			set[w] = true
		}
	}
	return set
}
