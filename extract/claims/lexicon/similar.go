package lexicon

import "strings"

// Similar returns the senses of a verb that is listed and that an unlisted one is derived from, none if there is no
// safe one. Only derivations that keep the class are followed: "re-arrest" is to arrest, "co-sign" to sign, "overfly"
// is not to fly. Callers treat a verb without senses as OTHER: no class is better than a wrong one.
func (l *Lexicon) Similar(lemma string) []Sense {
	if find(l.verbs, lemma) != nil {
		return nil
	}
	for _, base := range bases(lemma) {
		if s := find(l.verbs, base); s != nil {
			return renamed(s, lemma, base)
		}
	}
	return nil
}

// bases returns the verbs that a lemma may be derived from by a prefix that adds repetition, community or degree.
func bases(lemma string) []string {
	var out []string
	for _, p := range [...]string{"re-", "co-", "pre-", "jointly-", "cyber-", "counter-", "re", "counter"} {
		if stem, ok := strings.CutPrefix(lemma, p); ok && len(stem) > 3 {
			out = append(out, stem)
		}
	}
	if i := strings.LastIndexByte(lemma, '-'); i > 0 && len(lemma)-i > 4 {
		out = append(out, lemma[i+1:]) // "drone-strike", "fire-bomb"
	}
	return out
}

// renamed returns the senses of base for a lemma derived from it.
func renamed(senses []Sense, lemma, base string) []Sense {
	out := make([]Sense, len(senses))
	for i, s := range senses {
		s.Lemma = lemma
		if particle, ok := strings.CutPrefix(s.Predicate, base); ok {
			s.Predicate = lemma + particle
		}
		out[i] = s
	}
	return out
}
