// Package sides gives a side to the actors of whom no words of the article say one.
//
//	Document with Entities ──Fill──▶ Entity.Side, Mention.Side of officials, bodies and people of the article's own state
//
// News of one country seldom names it with every actor: "the Senate", "police" and "Muriel Bowser" in a report from
// Washington act for the United States. Where one state outweighs all others in an article, it is the side of those
// of its people and bodies that have none.
package sides

import (
	"maps"
	"slices"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// What the mentions of the article's own state must weigh. A mention weighs 1, one in a headline headlineWeight.
const (
	dominance      = 0.55 // of the weight of all states
	evidence       = 3    // at least
	headlineWeight = 2
)

// StateOf tells which state a name, adjective or capital denotes.
type StateOf func(name string) (state string, ok bool)

// Fill sets the side of entities that have none where the article is about one state. Entities and mentions that have
// a side keep it.
func Fill(doc *text.Document, states StateOf) {
	home := homeState(doc, states)
	if home == "" {
		return
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Side != "" || !domestic(doc, e, home, states) {
			continue
		}
		e.Side = home
		for _, m := range e.Mentions {
			if doc.Mentions[m].Kind != "" && doc.Mentions[m].Side == "" {
				doc.Mentions[m].Side = home
			}
		}
	}
}

// homeState returns the state that the article is about, "" if there is no such state or several.
func homeState(doc *text.Document, states StateOf) string {
	weight := map[string]float64{}
	var total float64
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		state := stateOf(m, states)
		if state == "" || m.Kind == news.Organization && m.Name != state { // news of all countries cites the same agencies
			continue
		}
		w := 1.0
		if doc.Sentences[m.Sentence].Kind == text.Headline {
			w = headlineWeight
		}
		weight[state] += w
		total += w
	}
	home := ""
	for _, s := range slices.Sorted(maps.Keys(weight)) {
		if home == "" || weight[s] > weight[home] {
			home = s
		}
	}
	if weight[home] < evidence || weight[home] < dominance*total {
		return ""
	}
	return home
}

// stateOf returns the state for which mention m speaks: the one it acts for, is, or lies in.
func stateOf(m *text.Mention, states StateOf) string {
	if m.Form != text.Named {
		return ""
	}
	for _, s := range []string{m.Side, m.Name} {
		if s != "" {
			if state, ok := states(s); ok {
				return state
			}
		}
	}
	return ""
}

// anywhere are the heads of groups that belong to no state unless the article says so.
var anywhere = map[string]bool{"people": true, "person": true, "press": true, "journalist": true, "reporter": true,
	"analyst": true, "expert": true, "observer": true, "critic": true, "source": true, "leader": true, "scientist": true,
	"researcher": true, "refugee": true, "migrant": true, "media": true, "world": true, "community": true, "ally": true,
	"country": true, "nation": true, "state": true, "member": true, "terrorist": true, "militant": true, "passenger": true, "traveler": true, "traveller": true, "tourist": true,
	"visitor": true, "foreigner": true, "fan": true, "user": true, "customer": true, "consumer": true, "investor": true, "player": true,
	"developer": true, "viewer": true, "reader": true, "friend": true, "crew": true, "company": true, "airline": true, "publication": true}

// domestic reports whether an entity without a side may be one of the article's own state: a body of a state, a group
// of its people, somebody with a name. Companies and movements may come from anywhere.
func domestic(doc *text.Document, e *text.Entity, home string, states StateOf) bool {
	if len(e.Mentions) == 0 {
		return false
	}
	first := &doc.Mentions[e.Mentions[0]]
	switch e.Kind {
	case news.Government, news.Military:
		return true
	case news.Group:
		return !anywhere[doc.Sentences[first.Sentence].Tokens[first.Head].Lemma]
	case news.Person:
		near := nearest(doc, e, first)
		return near == nil || stateOf(near, states) == home
	}
	return false
}

// nearest returns the mention of a state or organisation that stands nearest to m in its sentence, nil if none does:
// "Hamza, son of Al-Qaeda's founder" belongs to Al-Qaeda rather than to the state of the article.
func nearest(doc *text.Document, e *text.Entity, m *text.Mention) *text.Mention {
	var found *text.Mention
	best := 0
	for i := range doc.Mentions {
		o := &doc.Mentions[i]
		if o.Sentence != m.Sentence || o.Form != text.Named || slices.Contains(e.Mentions, i) {
			continue
		}
		switch o.Kind {
		case news.Country, news.Government, news.Military, news.Organization:
		default:
			continue
		}
		if d := max(o.First-m.Last, m.First-o.Last); found == nil || d < best {
			found, best = o, d
		}
	}
	return found
}
