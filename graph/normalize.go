package graph

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// ArticleClaims is an article with the claims that were found in it: what is added at once, and comes back at once.
type ArticleClaims struct {
	Article   news.Article // with its text
	Claims    []news.Claim // all of this article
	Extractor string       // version of what found the claims; another version makes the article worth reading again
}

// Normalize returns ac as the graph keeps it: claims in the order of the text, no claim twice, an actor described in
// one way throughout the article (the longest name; all its aliases and roles; the first kind and side that is
// given), text that is valid UTF-8. An article that cannot be kept gives an error: no id, claims of another article,
// or two claims with one id that say different things.
func Normalize(ac ArticleClaims) (ArticleClaims, error) {
	if ac.Article.ID == "" {
		return ac, errors.New("the article has no id")
	}
	ac.Article = validArticle(ac.Article)
	ac.Extractor = valid(ac.Extractor)
	claims := make([]news.Claim, len(ac.Claims))
	for i := range ac.Claims {
		claims[i] = validClaim(ac.Claims[i])
		if err := check(&claims[i], ac.Article.ID); err != nil {
			return ac, err
		}
	}
	slices.SortStableFunc(claims, byPosition)
	describe(claims)
	var err error
	ac.Claims, err = distinct(claims)
	return ac, err
}

// check reports what keeps a claim out of the graph.
func check(c *news.Claim, article string) error {
	switch {
	case c.ID == "":
		return fmt.Errorf("a claim about %q has no id", c.Subject.ID)
	case c.Article != article:
		return fmt.Errorf("claim %s belongs to article %q, not to %q", c.ID, c.Article, article)
	case c.Subject.ID == "" || c.Object != nil && c.Object.ID == "" || c.Speaker != nil && c.Speaker.ID == "":
		return fmt.Errorf("claim %s has an actor without an id", c.ID)
	case c.Predicate == "":
		return fmt.Errorf("claim %s has no predicate", c.ID)
	case math.IsNaN(c.Confidence) || c.Confidence < 0 || c.Confidence > 1:
		return fmt.Errorf("claim %s has confidence %v, not one from 0 to 1", c.ID, c.Confidence)
	}
	return nil
}

// byPosition orders claims by article and place in its text.
func byPosition(a, b news.Claim) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.SentenceStart, b.SentenceStart),
		cmp.Compare(a.TriggerStart, b.TriggerStart), cmp.Compare(a.Subject.Start, b.Subject.Start),
		cmp.Compare(objectStart(a), objectStart(b)), cmp.Compare(a.ID, b.ID))
}

func objectStart(c news.Claim) int {
	if c.Object == nil {
		return -1
	}
	return c.Object.Start
}

// distinct drops claims that are there twice.
func distinct(claims []news.Claim) ([]news.Claim, error) {
	seen := map[string]int{}
	out := claims[:0]
	for _, c := range claims {
		at, ok := seen[c.ID]
		if !ok {
			seen[c.ID] = len(out)
			out = append(out, c)
		} else if !sameClaim(out[at], c) {
			return nil, fmt.Errorf("two different claims have the id %s", c.ID)
		}
	}
	return out, nil
}

// participants returns pointers to the participants of c, so that they can be changed in place.
func participants(c *news.Claim) []*news.Participant {
	out := []*news.Participant{&c.Subject}
	if c.Object != nil {
		out = append(out, c.Object)
	}
	if c.Speaker != nil {
		out = append(out, c.Speaker)
	}
	return out
}

// describe gives each actor one description throughout the claims, which own their participants.
func describe(claims []news.Claim) {
	merged := map[string]news.Actor{}
	for i := range claims {
		for _, p := range participants(&claims[i]) {
			merged[p.ID] = mergeActors(merged[p.ID], p.Actor)
		}
	}
	for i := range claims {
		for _, p := range participants(&claims[i]) {
			p.Actor = merged[p.ID]
		}
	}
}

// mergeActors joins two descriptions of one actor. The longer name is the name, of two equally long ones the first in
// the alphabet; the other becomes an alias.
func mergeActors(a, b news.Actor) news.Actor {
	if a.ID == "" {
		a = news.Actor{ID: b.ID, Name: b.Name}
	}
	aliases := slices.Concat(a.Aliases, b.Aliases, []string{a.Name, b.Name})
	if len(b.Name) > len(a.Name) || len(b.Name) == len(a.Name) && b.Name < a.Name {
		a.Name = b.Name
	}
	a.Aliases = sortedSet(aliases, a.Name)
	a.Kind, a.Side = cmp.Or(a.Kind, b.Kind), cmp.Or(a.Side, b.Side)
	if roles := sortedSet(slices.Concat(a.Roles, b.Roles), ""); len(roles) > 0 {
		a.Roles = roles
	}
	return a
}

// sortedSet sorts and drops what is empty, double or equal to but. It returns an empty slice, never nil.
func sortedSet(list []string, but string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if s != "" && s != but {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// actorsOf lists the actors of described claims, by id.
func actorsOf(claims []news.Claim) []news.Actor {
	seen := map[string]bool{}
	var out []news.Actor
	for i := range claims {
		for _, p := range participants(&claims[i]) {
			if !seen[p.ID] {
				seen[p.ID] = true
				out = append(out, p.Actor)
			}
		}
	}
	slices.SortFunc(out, func(a, b news.Actor) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func sameClaim(a, b news.Claim) bool {
	if !samePart(a.Object, b.Object) || !samePart(a.Speaker, b.Speaker) || !samePart(&a.Subject, &b.Subject) {
		return false
	}
	a.Subject, b.Subject = news.Participant{}, news.Participant{}
	a.Object, b.Object, a.Speaker, b.Speaker = nil, nil, nil, nil
	return fmt.Sprint(a) == fmt.Sprint(b)
}

func samePart(a, b *news.Participant) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID && a.Mention == b.Mention && a.Span == b.Span
}
