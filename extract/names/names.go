// Package names finds the actors, places and times that a document speaks of.
//
//	text.Document, parsed ──Find──▶ Document.Mentions (named, nominal), Document.Times ──▶ coref, claims
//
// Names come from word lists for what is a closed set (states, organisations, cities), from patterns (titles before
// names, words that end the names of organisations) and from a learned recogniser. A mention covers titles and roles; its Name is
// the name alone. Inside a longer mention the words that name a state or organisation are mentions too: "Kremlin" in
// "Kremlin spokesman Dmitry Peskov", "Russian" in "the Russian invasion" (First and Last are the adjective).
package names

import (
	"sort"

	"quadwire/extract/english"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// Finder finds mentions and times. It is safe for use by several goroutines at once.
type Finder struct {
	*lists
	recogniser *recogniser
}

// English returns the finder for English with the embedded word lists and model. The error says which of them is bad.
func English() (*Finder, error) {
	t, err := tables()
	if err != nil {
		return nil, err
	}
	r, err := readModel(english.NamesModel)
	if err != nil {
		return nil, err
	}
	return &Finder{lists: t, recogniser: r}, nil
}

// Find fills doc.Mentions and doc.Times from the sentences, tags and trees of doc. What they held before is dropped.
func (f *Finder) Find(doc *text.Document) {
	d := f.document(doc)
	doc.Mentions, doc.Times = nil, nil
	for i, s := range d.sentences {
		d.mention(s, d.chunks[i])
		people := personTokens(s, d.chunks[i])
		for _, t := range f.times(s, doc.Date) {
			if !people[t.First] {
				doc.Times = append(doc.Times, t)
			}
		}
	}
	doc.Mentions = arrange(doc.Mentions)
}

// personTokens marks the tokens of the names of persons: Theresa May is no month.
func personTokens(s *sentence, chunks []chunk) []bool {
	marks := make([]bool, len(s.toks))
	for _, c := range chunks {
		for i := c.first; c.kind == personName && i <= c.last; i++ {
			marks[i] = true
		}
	}
	return marks
}

// document finds the names of a document and decides what they are.
func (f *Finder) document(doc *text.Document) *document {
	d := &document{Finder: f, doc: doc, people: map[string]string{}, bodies: map[string]chunk{}, sides: map[string]string{}, counts: map[string]int{}, states: map[string]int{}, things: map[string]bool{},
		bodyCounts: map[string]int{}, weights: map[string]int{}}
	for i := range doc.Sentences {
		s := newSentence(i, &doc.Sentences[i])
		d.sentences = append(d.sentences, s)
		d.chunks = append(d.chunks, f.chunk(s))
	}
	d.recognise()
	d.learnPeople()
	d.home = d.dominant()
	for i, s := range d.sentences {
		d.settle(s, d.chunks[i])
	}
	return d
}

// document is the state of one Find.
type document struct {
	*Finder
	doc        *text.Document
	sentences  []*sentence
	chunks     [][]chunk
	people     map[string]string // family name to full name, from the full names in the document
	home       string            // the state that the document speaks of most, if one stands out
	bodies     map[string]chunk  // first word to the name of a body that begins with it
	sides      map[string]string // full name of a person to its side, as far as read
	counts     map[string]int    // how often each name stands in the document
	bodyCounts map[string]int    // how often the side of a state was named by one of its bodies only
	weights    map[string]int    // how often each state or place in it is named
	things     map[string]bool   // names of one word that stand after "the": ships, machines
	states     map[string]int    // how often each state, and each listed place or word for a state, is named
}

// arrange sorts mentions by sentence, first token, longer first, and leaves one mention for each range.
func arrange(ms []text.Mention) []text.Mention {
	sort.SliceStable(ms, func(i, j int) bool {
		a, b := &ms[i], &ms[j]
		if a.Sentence != b.Sentence {
			return a.Sentence < b.Sentence
		}
		if a.First != b.First {
			return a.First < b.First
		}
		return a.Last > b.Last
	})
	var out []text.Mention
	for _, m := range ms {
		if n := len(out); n > 0 && out[n-1].Sentence == m.Sentence && out[n-1].First == m.First && out[n-1].Last == m.Last {
			continue
		}
		out = append(out, m)
	}
	return out
}

// newMention returns a mention of the tokens first to last with its offsets and head set.
func (s *sentence) newMention(first, last int) text.Mention {
	return text.Mention{Span: news.Span{Start: s.toks[first].Start, End: s.toks[last].End}, Sentence: s.index,
		First: first, Last: last, Head: s.headOf(first, last), Entity: -1}
}
