package queries

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quadwire/graph"
	"quadwire/graph/news"
)

// UnknownError says that the graph has no actor, verb or class of a name, and which names come near.
type UnknownError struct {
	What string   // "actor", "verb", "class"
	Name string   //
	Near []string // best first; may be empty
}

// Error names what is missing and what there is.
func (e *UnknownError) Error() string {
	if len(e.Near) == 0 {
		return fmt.Sprintf("there is no %s %q", e.What, e.Name)
	}
	return fmt.Sprintf("there is no %s %q; near it: %s", e.What, e.Name, strings.Join(e.Near, ", "))
}

// AmbiguousError says that several actors go by a name.
type AmbiguousError struct {
	Name   string
	Actors []graph.Actor // most claims first
}

// Error lists the actors with their ids, which are never ambiguous.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q can be %d actors; ask by the whole name or by the id:", e.Name, len(e.Actors))
	for i, a := range e.Actors {
		if i == MaxListed {
			fmt.Fprintf(&b, "\n    … and %d more", len(e.Actors)-i)
			break
		}
		fmt.Fprintf(&b, "\n    %-32s %s", strings.TrimPrefix(a.ID, "actor:"), Describe(a))
	}
	return b.String()
}

// MaxListed is how many actors a message lists.
const MaxListed = 12

// Describe says who an actor is in a few words.
func Describe(a graph.Actor) string {
	parts := []string{a.Name}
	switch {
	case len(a.Roles) > 0:
		parts = append(parts, a.Roles[0])
	case a.Kind != "":
		parts = append(parts, string(a.Kind))
	}
	if a.Side != "" && a.Side != a.Name {
		parts = append(parts, a.Side)
	}
	return fmt.Sprintf("%s (%s)", strings.Join(parts, ", "), Count(claimsOf(a), "claim"))
}

// claimsOf returns how many claims an actor takes part in or tells.
func claimsOf(a graph.Actor) int { return a.AsSubject + a.AsObject + a.AsSpeaker }

// fold makes spellings of a name the same: case, accents, hyphens, points, a leading "the" and a possessive ending do
// not count.
func fold(name string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’' || r == 'ʼ':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return strings.TrimPrefix(b.String(), "the ")
}

// FindActor returns the index in g.Actors of the actor that a name means: by id, by name, by alias, or by some of the
// words of its name. It returns an *UnknownError or an *AmbiguousError if that is none or several.
func FindActor(g *graph.Graph, name string) (int, error) {
	if id := "actor:" + strings.TrimPrefix(strings.TrimSpace(name), "actor:"); id != "actor:" {
		if i, ok := g.Actor(id); ok {
			return i, nil
		}
	}
	wanted := fold(name)
	found := candidates(g, wanted)
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return 0, &UnknownError{What: "actor", Name: name, Near: nearActors(g, wanted)}
	}
	e := &AmbiguousError{Name: name}
	for _, i := range found {
		e.Actors = append(e.Actors, g.Actors[i])
	}
	slices.SortStableFunc(e.Actors, func(a, b graph.Actor) int { return claimsOf(b) - claimsOf(a) })
	return 0, e
}

// candidates returns the actors that a folded name can mean, by the strictest way of comparing that finds any.
func candidates(g *graph.Graph, wanted string) []int {
	if wanted == "" {
		return nil
	}
	var byName, byAlias, byWords []int
	for i := range g.Actors {
		a := &g.Actors[i]
		switch {
		case fold(a.Name) == wanted:
			byName = append(byName, i)
		case slices.ContainsFunc(a.Aliases, func(s string) bool { return fold(s) == wanted }):
			byAlias = append(byAlias, i)
		case len(byName)+len(byAlias) == 0 && hasWords(a.Actor, wanted):
			byWords = append(byWords, i)
		}
	}
	for _, found := range [][]int{byName, byAlias, byWords} {
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// hasWords reports whether all words of a folded name are words of one of the actor's names.
func hasWords(a news.Actor, wanted string) bool {
	words := strings.Fields(wanted)
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		has := strings.Fields(fold(name))
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) }) {
			return true
		}
	}
	return false
}

// FindSide returns the ids of everybody who acts for the side that a name means, the state or organisation itself
// included. The name can be that of the side, or of an actor, whose side is meant then.
func FindSide(g *graph.Graph, name string) (side string, members []int, err error) {
	wanted := fold(name)
	for i := range g.Actors {
		if s := g.Actors[i].Side; s != "" && fold(s) == wanted {
			side = s
			break
		}
	}
	if side == "" {
		i, err := FindActor(g, name)
		if err != nil {
			return "", nil, err
		}
		if side = g.Actors[i].Side; side == "" {
			side = g.Actors[i].Name
		}
	}
	key := fold(side)
	for i := range g.Actors {
		if a := &g.Actors[i]; fold(a.Side) == key || fold(a.Name) == key {
			members = append(members, i)
		}
	}
	return side, members, nil
}
