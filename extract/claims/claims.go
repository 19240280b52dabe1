// Package claims finds what an annotated document says that one actor did, did not do, may do or is asked to do to or
// with another.
//
//	text.Document ─▶ predicates ─▶ frames ─▶ senses (lexicon) ─▶ actors in the places ─▶ modality, speaker, date ─▶ []news.Claim
//	                 verbs.go      frame.go                      actors.go              status.go, about.go
//	                 nouns.go      understood.go
//
// Every claim carries the name of the rule that found it: the kind of trigger ("verb", "noun", "light verb", …) and
// the argument rules that led to its actors ("passive", "relative", "control", …), joined by "+". Rules lists them with
// an example each.
package claims

import (
	"cmp"
	"slices"
	"strings"

	"quadwire/extract/claims/lexicon"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// Extractor finds claims. It is read-only, so any number of goroutines may use it.
type Extractor struct {
	lex *lexicon.Lexicon

	// Threshold is the confidence below which a candidate makes no claim.
	Threshold float64
	// Identify makes the actor of entity i; nil for one that knows this document only.
	Identify func(doc *text.Document, i int) news.Actor
}

// DefaultThreshold is the confidence below which a candidate makes no claim unless the Extractor says otherwise.
const DefaultThreshold = 0.4

// English returns the extractor for English with the embedded lexicon.
func English() *Extractor { return New(lexicon.English()) }

// New returns an extractor that knows the words of lex.
func New(lex *lexicon.Lexicon) *Extractor {
	return &Extractor{lex: lex, Threshold: DefaultThreshold}
}

// Candidate is a claim that a rule made, and why it was dropped if it was.
type Candidate struct {
	news.Claim
	Dropped string  // empty: the claim stands
	Score   float64 // log odds that Confidence was made from

	subject, object int // entities
	token           int // trigger
	sentence        int
}

// Claims returns the claims of the document in the order of their triggers.
func (x *Extractor) Claims(doc *text.Document, article news.Article) []news.Claim {
	var out []news.Claim
	for _, c := range x.Explain(doc, article) {
		if c.Dropped == "" {
			out = append(out, c.Claim)
		}
	}
	return out
}

// Explain returns every candidate, those that were dropped with the reason.
func (x *Extractor) Explain(doc *text.Document, article news.Article) []Candidate {
	r := x.newReader(doc, article)
	for s := range doc.Sentences {
		r.sentence(s)
	}
	r.link()
	r.sift()
	slices.SortStableFunc(r.out, func(a, b Candidate) int {
		return cmp.Or(a.TriggerStart-b.TriggerStart, a.SubjectStart()-b.SubjectStart(), a.ObjectStart()-b.ObjectStart())
	})
	return r.out
}

// SubjectStart returns the offset of the subject's mention.
func (c Candidate) SubjectStart() int { return c.Subject.Start }

// ObjectStart returns the offset of the object's mention, -1 without object.
func (c Candidate) ObjectStart() int {
	if c.Object == nil {
		return -1
	}
	return c.Object.Start
}

// reader is the state of one document.
type reader struct {
	*Extractor
	doc     *text.Document
	article news.Article
	trees   []*tree
	heads   []map[int]int // by sentence: token → mention
	times   [][]text.Time // by sentence
	actor_  []news.Actor  // by entity
	light   map[int]bool  // nouns that a light verb has used
	events  []*event
	out     []Candidate
}

func (x *Extractor) newReader(doc *text.Document, article news.Article) *reader {
	r := &reader{Extractor: x, doc: doc, article: article, light: map[int]bool{}}
	r.trees = make([]*tree, len(doc.Sentences))
	r.heads = make([]map[int]int, len(doc.Sentences))
	r.times = make([][]text.Time, len(doc.Sentences))
	for i := range doc.Sentences {
		r.trees[i] = newTree(doc, i)
		r.heads[i] = map[int]int{}
	}
	for i, m := range doc.Mentions {
		if m.Sentence >= 0 && m.Sentence < len(r.trees) {
			r.indexMention(i, m)
		}
	}
	for _, tm := range doc.Times {
		if tm.Sentence >= 0 && tm.Sentence < len(r.times) {
			r.times[tm.Sentence] = append(r.times[tm.Sentence], tm)
		}
	}
	for i := range doc.Entities {
		r.actor_ = append(r.actor_, x.identify(doc, i))
	}
	return r
}

// indexMention files mention i under its head and under the token by which it hangs in the tree. Longer mentions come
// first and stay.
func (r *reader) indexMention(i int, m text.Mention) {
	t := r.trees[m.Sentence]
	at := r.heads[m.Sentence]
	put := func(k int) {
		if old, ok := at[k]; !ok || r.doc.Mentions[old].Entity < 0 && len(r.doc.Mentions[old].Members) == 0 {
			at[k] = i
		}
	}
	put(m.Head)
	for k := max(m.First, 0); k <= m.Last && k < len(t.toks); k++ {
		if h := t.head(k); h < m.First || h > m.Last {
			put(k)
			break
		}
	}
}

// identify makes the actor of entity i.
func (x *Extractor) identify(doc *text.Document, i int) news.Actor {
	if x.Identify != nil {
		return x.Identify(doc, i)
	}
	e := doc.Entities[i]
	return news.Actor{ID: "actor:" + slugOf(e.Name), Name: e.Name, Kind: e.Kind, Side: e.Side, Roles: e.Roles, Aliases: e.Aliases}
}

// slugOf turns a name into the readable part of an id.
func slugOf(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127)
	}), "_")
}

// maxTokens is the length beyond which a sentence is taken for a table or a list, in which nobody does anything; it
// keeps the time linear in the length of any text.
const maxTokens = 300

// sentence finds the events of sentence s.
func (r *reader) sentence(s int) {
	t := r.trees[s]
	if len(t.toks) > maxTokens {
		return
	}
	for i := range t.toks {
		for _, e := range r.eventsAt(t, i) {
			r.events = append(r.events, e)
		}
	}
}

// eventsAt returns the events whose trigger is token i. Nouns that belong to a light verb are left to it.
func (r *reader) eventsAt(t *tree, i int) []*event {
	var out []*event
	for _, rule := range triggers {
		out = append(out, rule.find(r, t, i)...)
	}
	return out
}

// key of a noun that a light verb has used.
func nounKey(t *tree, i int) int { return i + t.index<<20 }

// link makes the candidates of all events.
func (r *reader) link() {
	for _, e := range r.events {
		if e.rule == "noun" && r.light[nounKey(e.tree, e.trigger)] {
			continue
		}
		r.candidates(e)
	}
}
