package coref

import (
	"strings"
	"sync"

	"quadwire/extract/english"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// goldMention is a mention of a treebank with coreference.
type goldMention struct {
	sentence, first, last int
	top                   int
	group                 string
	etype                 string
	pronominal            bool
}

// actorTypes are the entity types of GUM that can be actors or places.
var actorTypes = map[string]bool{"person": true, "organization": true, "place": true}

// goldMentions returns all mentions of a document, things too.
func goldMentions(d *text.CoNLLU) []goldMention {
	r := newRun(&d.Document, nil)
	var out []goldMention
	for _, g := range d.Groups {
		out = append(out, goldMention{sentence: g.Sentence, first: g.First, last: g.Last, top: r.topWithin(g.Sentence, g.First, g.Last),
			group: g.Group, etype: g.Fields["etype"]})
		last := &out[len(out)-1]
		last.pronominal = last.first == last.last && pronouns[strings.ToLower(d.Sentences[last.sentence].Tokens[last.first].Form)] != nil
	}
	return out
}

// giveMentions puts the names and nominals of gold into doc.Mentions, with the kind that their type tells, as names
// would.
func giveMentions(doc *text.Document, gold []goldMention) {
	doc.Mentions = nil
	for i := range gold {
		g := &gold[i]
		if !actorTypes[g.etype] || g.pronominal {
			continue
		}
		doc.Mentions = append(doc.Mentions, givenMention(doc, g))
	}
}

// givenMention makes the mention of a gold actor or place.
func givenMention(doc *text.Document, g *goldMention) text.Mention {
	tokens := doc.Sentences[g.sentence].Tokens
	m := text.Mention{Span: news.Span{Start: tokens[g.first].Start, End: tokens[g.last].End}, Sentence: g.sentence, First: g.first,
		Last: g.last, Head: g.top, Form: text.Nominal, Entity: -1}
	words, roles := nameAround(tokens, g)
	if len(words) > 0 {
		m.Form, m.Name, m.Roles = text.Named, strings.Join(words, " "), roles
	}
	switch g.etype {
	case "person":
		m.Kind = news.Person
		if m.Form == text.Nominal && pluralNoun(&tokens[g.top]) {
			m.Kind = news.Group
		}
	case "organization":
		m.Kind = news.Organization
	case "place":
		m.Place = true
		if name, ok := countryNames()[strings.TrimPrefix(strings.ToLower(m.Name), "the ")]; ok {
			m.Kind, m.Name = news.Country, name
		}
	}
	return m
}

// countryNames leads from names of states, lower case, to the standard one: GUM has no type of its own for them.
var countryNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(english.NamesCountries, "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		for _, name := range append(strings.Split(f[2], ";"), f[0]) {
			if name != "" {
				m[strings.ToLower(name)] = f[0]
			}
		}
	}
	return m
})

// nameAround returns the name in a mention and the common nouns before it that say roles. The name is the run of proper
// nouns around the head, with the small words between them.
func nameAround(tokens []text.Token, g *goldMention) (name, roles []string) {
	at := g.top
	if tokens[at].UPOS != "PROPN" {
		for i := g.first; i <= g.last; i++ {
			if b := base(tokens[i].Rel); tokens[i].UPOS == "PROPN" && tokens[i].Head == g.top && (b == "flat" || b == "appos" && i == g.top+1) {
				at = i
				break
			}
		}
		if at == g.top {
			return nil, nil
		}
	}
	first, last := at, at
	for first > g.first && (tokens[first-1].UPOS == "PROPN" || first-2 >= g.first && tokens[first-2].UPOS == "PROPN" && small(&tokens[first-1])) {
		first--
	}
	for last < g.last && (tokens[last+1].UPOS == "PROPN" || last+2 <= g.last && tokens[last+2].UPOS == "PROPN" && small(&tokens[last+1])) {
		last++
	}
	for i := g.first; i < first; i++ {
		if tokens[i].UPOS == "NOUN" && nounClassOf(lemma(&tokens[i])) == personNoun {
			roles = append(roles, lemma(&tokens[i]))
		}
	}
	for _, t := range tokens[first : last+1] {
		name = append(name, t.Form)
	}
	return name, roles
}

// small says whether a token can stand inside of a name.
func small(t *text.Token) bool {
	switch t.Form {
	case "of", "the", "and", "for", "&", "-", "'s", "de", "la", "del", "von", "van", "al":
		return true
	}
	return false
}
