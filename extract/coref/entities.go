package coref

import (
	"maps"
	"slices"
	"sort"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// export writes what was found into the document: the mentions that denote actors and places, their entities, and the
// quotations.
func (r *run) export() {
	keep := r.actors()
	old := r.doc.Mentions
	place := make([]int, len(r.marks)) // index of each markable in the new list; -1 if left out
	var mentions []text.Mention
	for k := range r.marks {
		place[k] = -1
		if m := &r.marks[k]; m.mention >= 0 || keep[r.find(k)] && !m.coordination || r.denotesSet(k, keep) {
			place[k] = len(mentions)
			mentions = append(mentions, r.mention(k, old))
		}
	}
	mentions, place = sortMentions(mentions, place)
	r.doc.Mentions = mentions
	r.buildEntities(keep, place)
	r.exportQuotes(place)
}

// actors says for each cluster, by its representative, whether it denotes an actor or place: names found one of its
// mentions, or it is called by a noun for people or bodies and more than once, or speaks.
func (r *run) actors() map[int]bool {
	keep := map[int]bool{}
	for k := range r.marks {
		m := &r.marks[k]
		if m.coordination {
			continue
		}
		if m.mention >= 0 {
			keep[r.find(k)] = true
		} else if m.form == text.Nominal && m.class != thingNoun && m.class != placeNoun && m.class != unknownNoun && r.of(k).size > 1 {
			keep[r.find(k)] = true
		}
	}
	for _, k := range r.sideOf {
		keep[r.find(k)] = true
	}
	for i := range r.quotes {
		if k := r.quotes[i].speaker; k >= 0 && r.of(k).class != thingNoun {
			keep[r.find(k)] = true
		}
	}
	return keep
}

// denotesSet says whether a markable denotes several actors that are kept.
func (r *run) denotesSet(k int, keep map[int]bool) bool {
	set := r.sets[k]
	for _, a := range set {
		if !keep[r.find(a)] {
			return false
		}
	}
	return len(set) > 0 && !r.marks[k].coordination
}

// mention makes the mention of a markable.
func (r *run) mention(k int, old []text.Mention) text.Mention {
	m := &r.marks[k]
	if m.mention >= 0 {
		out := old[m.mention]
		out.Entity, out.Members = -1, nil
		return out
	}
	tokens := r.doc.Sentences[m.sentence].Tokens
	first, last := m.first, m.last
	out := text.Mention{Span: news.Span{Start: tokens[first].Start, End: tokens[last].End}, Sentence: m.sentence, First: first,
		Last: last, Head: m.head, Form: m.form, Kind: m.kind, Entity: -1}
	if m.form != text.Pronoun {
		out.Name = r.phraseText(k)
		if out.Kind == "" {
			out.Kind = kindOfClass(m)
		}
	}
	return out
}

// phraseText returns the words of a phrase without its determiner.
func (r *run) phraseText(k int) string {
	m := &r.marks[k]
	tokens := r.doc.Sentences[m.sentence].Tokens
	first := m.first
	for first < m.head && (tokens[first].UPOS == "DET" || tokens[first].UPOS == "PRON") {
		first++
	}
	return r.doc.Text[tokens[first].Start:tokens[m.last].End]
}

// kindOfClass returns the kind of actor that a noun without a name denotes.
func kindOfClass(m *markable) news.Kind {
	switch m.class {
	case personNoun:
		if m.number == plural {
			return news.Group
		}
		return news.Person
	case groupNoun:
		return news.Group
	case organizationNoun:
		return news.Organization
	case countryNoun:
		return news.Country
	}
	return ""
}

// sortMentions orders mentions by sentence and first token, longer first, and follows them with the index.
func sortMentions(mentions []text.Mention, place []int) ([]text.Mention, []int) {
	order := make([]int, len(mentions))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &mentions[order[a]], &mentions[order[b]]
		if x.Sentence != y.Sentence {
			return x.Sentence < y.Sentence
		}
		if x.First != y.First {
			return x.First < y.First
		}
		return x.Last > y.Last
	})
	sorted := make([]text.Mention, len(mentions))
	moved := make([]int, len(mentions))
	for to, from := range order {
		sorted[to] = mentions[from]
		moved[from] = to
	}
	for k, i := range place {
		if i >= 0 {
			place[k] = moved[i]
		}
	}
	return sorted, place
}

// buildEntities makes an entity of each cluster that is kept, by first mention, and fills in what its mentions know.
func (r *run) buildEntities(keep map[int]bool, place []int) {
	entity := map[int]int{} // representative to entity
	r.doc.Entities = nil
	byPlace := make([]int, len(r.doc.Mentions))
	for k, i := range place {
		if i >= 0 {
			byPlace[i] = k
		}
	}
	for i, k := range byPlace {
		if len(r.sets[k]) > 0 || !keep[r.find(k)] {
			continue
		}
		c := r.find(k)
		e, ok := entity[c]
		if !ok {
			e = len(r.doc.Entities)
			entity[c] = e
			r.doc.Entities = append(r.doc.Entities, text.Entity{})
		}
		r.doc.Mentions[i].Entity = e
		r.doc.Entities[e].Mentions = append(r.doc.Entities[e].Mentions, i)
	}
	for i, k := range byPlace {
		r.doc.Mentions[i].Members = r.membersOf(k, entity)
	}
	for e := range r.doc.Entities {
		describeEntity(r.doc, &r.doc.Entities[e])
	}
	for _, side := range slices.Sorted(maps.Keys(r.sideOf)) {
		if e, ok := entity[r.find(r.sideOf[side])]; ok {
			nameSide(r.doc, &r.doc.Entities[e], side)
		}
	}
}

// nameSide names the entity that only "we" denotes after the side for which its speaker speaks.
func nameSide(doc *text.Document, e *text.Entity, side string) {
	e.Name, e.Side, e.Kind = side, side, news.Country
	for _, i := range e.Mentions {
		doc.Mentions[i].Side, doc.Mentions[i].Kind = side, news.Country
	}
}

// membersOf returns the entities that a markable denotes together.
func (r *run) membersOf(k int, entity map[int]int) []int {
	var out []int
	for _, a := range r.sets[k] {
		if e, ok := entity[r.find(a)]; ok && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	sort.Ints(out)
	return out
}

// describeEntity gathers what an entity's mentions say, and tells it to those that do not know.
func describeEntity(doc *text.Document, e *text.Entity) {
	best := -1
	aliases, roles := map[string]bool{}, map[string]bool{}
	for _, i := range e.Mentions {
		m := &doc.Mentions[i]
		if best < 0 || fuller(m, &doc.Mentions[best]) {
			best = i
		}
		if m.Form != text.Pronoun {
			aliases[doc.Text[m.Start:m.End]] = true
			if m.Name != "" {
				aliases[m.Name] = true
			}
		}
		for _, role := range m.Roles {
			roles[role] = true
		}
		if e.Side == "" {
			e.Side = m.Side
		}
	}
	e.Name, e.Kind = doc.Mentions[best].Name, doc.Mentions[best].Kind
	for _, i := range e.Mentions {
		m := &doc.Mentions[i]
		if e.Kind == "" {
			e.Kind = m.Kind
		}
	}
	e.Aliases, e.Roles = sortedKeys(aliases), sortedKeys(roles)
	for _, i := range e.Mentions {
		if m := &doc.Mentions[i]; m.Kind == "" {
			m.Kind = e.Kind
		}
		if m := &doc.Mentions[i]; m.Side == "" {
			m.Side = e.Side
		}
	}
}

// fuller says whether a mention names its entity better than another: a name before a description before a pronoun, a
// longer name of a person before a shorter one, the first of equals.
func fuller(m, than *text.Mention) bool {
	if m.Form != than.Form {
		return m.Form < than.Form
	}
	if m.Form == text.Named && m.Kind == news.Person {
		return len(nameWords(m.Name)) > len(nameWords(than.Name))
	}
	return m.Form == text.Named && len(m.Name) > len(than.Name) && m.Kind != news.Country
}

// sortedKeys lists a set in order; it is never nil.
func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}

// exportQuotes writes the quotations and their speakers.
func (r *run) exportQuotes(place []int) {
	r.doc.Quotes = nil
	for i := range r.quotes {
		q := r.quotes[i].Quote
		if k := r.quotes[i].speaker; k >= 0 {
			q.Speaker = place[k]
		}
		r.doc.Quotes = append(r.doc.Quotes, q)
	}
}
