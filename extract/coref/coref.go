// Package coref finds which mentions of a document denote the same actor or place, and who speaks in its quotations.
//
//	Document with trees and names' Mentions ──Resolve──▶ more Mentions, Mention.Entity and Members, Entities, Quotes
//
// It is a sieve (Raghunathan et al., A Multi-Pass Sieve for Coreference Resolution, 2010; Lee et al., Deterministic
// Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules, 2013): passes that may join two clusters of
// markables, the surest first, each building on what the ones before have joined. The last pass, for pronouns, ranks
// the possible antecedents with weights learned from GUM (Zeldes, The GUM Corpus, 2017).
//
// Noun phrases that denote no actor take part too, because they compete for "it" and "they"; they leave no trace in
// the document.
package coref

import (
	"sort"

	"quadwire/extract/text"
)

// Resolver resolves coreference. It holds no state between documents and may be used by many goroutines at once.
type Resolver struct {
	rank *ranking
}

// English returns the resolver for English.
func English() *Resolver { return &Resolver{rank: embeddedRanking()} }

// Resolve adds pronouns and definite descriptions to doc.Mentions, gives mentions their entities, fills in kinds and
// sides that one mention of an entity knows and another does not, and sets doc.Entities and doc.Quotes.
func (c *Resolver) Resolve(doc *text.Document) {
	r := newRun(doc, c.rank)
	r.resolve()
	r.export()
}

// run is the resolution of one document.
type run struct {
	choose       func(k int) int // antecedent of a pronoun, -1 if none; nil: as the ranking says
	doc          *text.Document
	rank         *ranking
	starts       []int // number of tokens before each sentence
	children     []int32
	childStart   []int32
	marks        []markable
	clusters     []cluster
	topOf        [][]int32 // for each token the markable whose top or head it is; -1 if none
	quotes       []quotation
	sets         map[int][]int // markable that denotes several entities: one markable of each
	featureBuf   []feature
	candidateBuf []candidate
	pairs        map[[2]int]int // coordinations of two clusters; counted when asked
	sideOf       map[string]int // "we" that stands for a side which the text does not name
	speaks       map[int]bool   // markables joined with the first persons of what they say
	whole        map[int]int    // first conjunct to the coordination
	settled      []bool         // markables that walk has passed
	seen         []int
	byName       map[string]int // first markable that bears a name; filled when asked
}

func newRun(doc *text.Document, rank *ranking) *run {
	r := &run{doc: doc, rank: rank, sets: map[int][]int{}, speaks: map[int]bool{}}
	r.index()
	return r
}

// resolve runs the passes in the order of their precision.
func (r *run) resolve() {
	r.findQuotes()
	r.collect()
	r.newClusters()
	r.joinRelatives()
	r.findSpeakers()
	r.joinNames()
	r.joinAcronyms()
	r.joinAppositions()
	r.joinPredicates()
	r.joinReflexives()
	r.joinSpeech()
	r.joinHeadlines()
	r.walk()
}

// add appends a markable.
func (r *run) add(k markable) { r.marks = append(r.marks, k) }

// sortMarkables orders the markables by their first token, longer first, and builds the table from tokens to them.
func (r *run) sortMarkables() {
	sort.SliceStable(r.marks, func(a, b int) bool {
		x, y := &r.marks[a], &r.marks[b]
		if x.start != y.start {
			return x.start < y.start
		}
		return x.last > y.last
	})
	for i := range r.marks {
		k := &r.marks[i]
		if k.coordination {
			continue
		}
		at := r.topOf[k.sentence]
		for _, t := range []int{k.top, k.head} {
			if at[t] < 0 {
				at[t] = int32(i)
			}
		}
	}
}

// markAt returns the markable whose top or head is token i, or the one of the token above it if i is part of a name;
// -1 if there is none.
func (r *run) markAt(s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	for n := 0; i >= 0 && i < len(tokens) && n < 4; n++ {
		if k := r.topOf[s][i]; k >= 0 {
			return int(k)
		}
		switch base(tokens[i].Rel) {
		case "flat", "compound", "fixed":
			i = tokens[i].Head
		default:
			return r.apposed(s, i)
		}
	}
	return -1
}

// apposed returns the markable of the apposition to token i: "one of the groups, the Syrian Democratic Forces".
func (r *run) apposed(s, i int) int {
	if c := r.child(s, i, "appos"); c >= 0 {
		return int(r.topOf[s][c])
	}
	return -1
}
