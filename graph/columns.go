package graph

import (
	"math"

	"quadwire/graph/news"
)

// A Graph of a million claims has to fit into memory and to be read from a file in no time, so claims are not structs
// full of pointers but columns of numbers: of strings in one table, of actors as articles describe them, of offsets.

// field is a column.
type field int

// The columns. Those of strings hold numbers in Graph.text, those of actors hold numbers in Graph.records.
const (
	fieldID field = iota
	fieldSubject
	fieldSubjectMention
	fieldSubjectStart
	fieldSubjectEnd
	fieldObject
	fieldObjectMention
	fieldObjectStart
	fieldObjectEnd
	fieldSpeaker
	fieldSpeakerMention
	fieldSpeakerStart
	fieldSpeakerEnd
	fieldPredicate
	fieldLemma
	fieldClass
	fieldCAMEO
	fieldMutual
	fieldTheme
	fieldPolarity
	fieldModality
	fieldDate
	fieldDateSource
	fieldPlace
	fieldSentence
	fieldSentenceStart
	fieldSentenceEnd
	fieldTrigger
	fieldTriggerStart
	fieldTriggerEnd
	fieldRule
	fieldConfidence // the upper half of the number's bits
	fieldConfidenceLow
	fields
)

// nobody stands in a column of actors for a participant that is not there.
const nobody = math.MaxUint32

// columns are the claims of a Graph.
type columns [fields][]uint32

// part reads one participant.
func (g *Graph) part(i int, actor field) (p news.Participant, ok bool) {
	r := g.col[actor][i]
	if r == nobody {
		return p, false
	}
	p.Actor = g.records[r].Actor
	p.Mention = g.text.at(g.col[actor+1][i])
	p.Start, p.End = offset(g.col[actor+2][i]), offset(g.col[actor+3][i])
	return p, true
}

// offset reads a number that may be negative in data that are not of our making.
func offset(n uint32) int { return int(int32(n)) }

func (g *Graph) string(f field, i int) string { return g.text.at(g.col[f][i]) }

// Claim returns the i-th claim. Its aliases and roles belong to the graph and must not be changed.
func (g *Graph) Claim(i int) news.Claim {
	c := news.Claim{ID: g.string(fieldID, i), Article: g.Articles[g.articleOf[i]].ID, Predicate: g.string(fieldPredicate, i),
		Lemma: g.string(fieldLemma, i), Class: news.Class(g.string(fieldClass, i)), CAMEO: g.string(fieldCAMEO, i),
		Mutual: g.col[fieldMutual][i] != 0, Theme: g.string(fieldTheme, i),
		Polarity: news.Polarity(g.string(fieldPolarity, i)), Modality: news.Modality(g.string(fieldModality, i)),
		Date: g.string(fieldDate, i), DateSource: news.DateSource(g.string(fieldDateSource, i)), Place: g.string(fieldPlace, i),
		Sentence: g.string(fieldSentence, i), SentenceStart: offset(g.col[fieldSentenceStart][i]),
		SentenceEnd: offset(g.col[fieldSentenceEnd][i]), Trigger: g.string(fieldTrigger, i),
		TriggerStart: offset(g.col[fieldTriggerStart][i]), TriggerEnd: offset(g.col[fieldTriggerEnd][i]),
		Rule: g.string(fieldRule, i), Confidence: g.confidence(i)}
	c.Subject, _ = g.part(i, fieldSubject)
	if p, ok := g.part(i, fieldObject); ok {
		c.Object = &p
	}
	if p, ok := g.part(i, fieldSpeaker); ok {
		c.Speaker = &p
	}
	return c
}

func (g *Graph) confidence(i int) float64 {
	return math.Float64frombits(uint64(g.col[fieldConfidence][i])<<32 | uint64(g.col[fieldConfidenceLow][i]))
}

// appendClaim adds a claim to the columns.
func (b *graphBuilder) appendClaim(c *news.Claim) {
	var row [fields]uint32
	for _, x := range [...]struct {
		f field
		s string
	}{
		{fieldID, c.ID}, {fieldPredicate, c.Predicate}, {fieldLemma, c.Lemma}, {fieldClass, string(c.Class)}, {fieldCAMEO, c.CAMEO},
		{fieldTheme, c.Theme}, {fieldPolarity, string(c.Polarity)}, {fieldModality, string(c.Modality)}, {fieldDate, c.Date},
		{fieldDateSource, string(c.DateSource)}, {fieldPlace, c.Place}, {fieldSentence, c.Sentence}, {fieldTrigger, c.Trigger},
		{fieldRule, c.Rule},
	} {
		row[x.f] = b.text.number(x.s)
	}
	row[fieldSentenceStart], row[fieldSentenceEnd] = uint32(c.SentenceStart), uint32(c.SentenceEnd)
	row[fieldTriggerStart], row[fieldTriggerEnd] = uint32(c.TriggerStart), uint32(c.TriggerEnd)
	if c.Mutual {
		row[fieldMutual] = 1
	}
	bits := math.Float64bits(c.Confidence)
	row[fieldConfidence], row[fieldConfidenceLow] = uint32(bits>>32), uint32(bits)
	b.part(&row, fieldSubject, &c.Subject)
	b.part(&row, fieldObject, c.Object)
	b.part(&row, fieldSpeaker, c.Speaker)
	for f := range row {
		b.g.col[f] = append(b.g.col[f], row[f])
	}
}

func (b *graphBuilder) part(row *[fields]uint32, actor field, p *news.Participant) {
	if p == nil {
		row[actor] = nobody
		return
	}
	row[actor] = b.record(p.Actor)
	row[actor+1] = b.text.number(p.Mention)
	row[actor+2], row[actor+3] = uint32(p.Start), uint32(p.End)
}

// stringTable is a table of strings: one long string and where each begins.
type stringTable struct {
	all    string
	starts []int // one more than there are strings
}

func (t *stringTable) at(i uint32) string { return t.all[t.starts[i]:t.starts[i+1]] }

func (t *stringTable) len() int { return len(t.starts) - 1 }

// stringNumbers makes a stringTable.
type stringNumbers struct {
	all     []byte
	starts  []int
	numbers map[string]uint32
}

func newStringNumbers() *stringNumbers {
	return &stringNumbers{starts: []int{0}, numbers: map[string]uint32{}}
}

func (t *stringNumbers) number(s string) uint32 {
	n, ok := t.numbers[s]
	if !ok {
		n = uint32(len(t.starts) - 1)
		t.numbers[s] = n
		t.all = append(t.all, s...)
		t.starts = append(t.starts, len(t.all))
	}
	return n
}

func (t *stringNumbers) table() stringTable { return stringTable{all: string(t.all), starts: t.starts} }
