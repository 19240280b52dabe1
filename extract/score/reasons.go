package score

import (
	"slices"
	"strings"

	"quadwire/graph/news"
)

// Made is a claim that the extractor made or dropped.
type Made struct {
	news.Claim
	Dropped string // why it was dropped; empty if it was not
}

// Reason says in a word why a gold claim was missed or a claim is wrong.
type Reason string

// The reasons.
const (
	OtherClass     Reason = "class"     // the actors are right, the class is another
	WasDropped     Reason = "dropped"   // it was found and dropped
	Reversed       Reason = "direction" // the actors are right, their parts exchanged
	OtherObject    Reason = "object"    // subject and class are right
	OtherSubject   Reason = "subject"   // object and class are right
	OtherActors    Reason = "actors"    // the trigger was found, with other actors
	NotFound       Reason = "no rule"   // no rule made anything like it
	NotInGold      Reason = "not in gold"
	NoSuchRelation Reason = ""
)

// Missed says why gold claim i was not found, given all that was made of the document, and by what candidate.
func (g *Gold) Missed(i int, made []Made, level Level) (Reason, *Made) {
	x := &g.Claims[i]
	s, o := g.Actors[x.Subject], g.Actors[x.Object]
	ranks := []Reason{WasDropped, OtherClass, Reversed, OtherObject, OtherSubject, OtherActors}
	best, why := len(ranks), (*Made)(nil)
	for k := range made {
		m := &made[k]
		if m.Object == nil && !x.supports(m.Sentence) {
			continue
		}
		if n := slices.Index(ranks, g.near(x, s, o, m, level)); n >= 0 && n < best {
			best, why = n, m
		}
	}
	if why == nil {
		return NotFound, nil
	}
	return ranks[best], why
}

// near says what is wrong with m as an answer to x.
func (g *Gold) near(x *Claim, s, o Actor, m *Made, level Level) Reason {
	subject := s.is(m.Subject, level)
	object := m.Object != nil && o.is(*m.Object, level)
	class := slices.Contains(x.Classes, string(m.Class))
	told := x.supports(m.Sentence)
	switch {
	case subject && object && class && m.Dropped != "":
		return WasDropped
	case subject && object && !class && m.Dropped == "":
		return OtherClass
	case m.Object != nil && class && s.is(*m.Object, level) && o.is(m.Subject, level) && m.Dropped == "":
		return Reversed
	case told && subject && class && m.Dropped == "":
		return OtherObject
	case told && object && class && m.Dropped == "":
		return OtherSubject
	case told && slices.Contains(x.Lemmas, m.Lemma):
		return OtherActors
	}
	return NoSuchRelation
}

// supports reports whether the sentence is one of those that tell the gold claim.
func (x *Claim) supports(sentence string) bool {
	words := strings.Join(strings.Fields(sentence), " ")
	return slices.ContainsFunc(x.Sentences, func(s string) bool { return strings.Contains(words, strings.Join(strings.Fields(s), " ")) })
}

// Wrong says what is wrong with a claim that matches no gold claim.
func (g *Gold) Wrong(c news.Claim, level Level) Reason {
	ranks := []Reason{OtherClass, Reversed, OtherObject, OtherSubject}
	best := len(ranks)
	for i := range g.Claims {
		x := &g.Claims[i]
		m := Made{Claim: c}
		if n := slices.Index(ranks, g.near(x, g.Actors[x.Subject], g.Actors[x.Object], &m, level)); n >= 0 {
			best = min(best, n)
		}
	}
	if best < len(ranks) {
		return ranks[best]
	}
	return NotInGold
}
