// Package figures measures the language stages: how often they are right on treebanks, and how fast they are.
//
//	treebank ──Measurer.Measure, Speed──▶ Table ──▶ text, JSON
package figures

import (
	"quadwire/extract"
	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
)

// Figure is one measured number.
type Figure struct {
	Stage string  `json:"stage"`
	Name  string  `json:"name"`
	Data  string  `json:"data"`  // the treebank
	Value float64 `json:"value"` // per cent; tokens per second where Stage says so
}

// Treebank is a named set of annotated documents.
type Treebank struct {
	Name      string
	Documents []*text.CoNLLU
}

// Genre returns the part of the treebank that is of a genre.
func (t Treebank) Genre(genre string) Treebank {
	out := Treebank{Name: t.Name + " " + genre}
	for _, d := range t.Documents {
		if d.Genre == genre {
			out.Documents = append(out.Documents, d)
		}
	}
	return out
}

// Measurer holds the stages one by one, with the embedded models.
type Measurer struct {
	split *split.Splitter
	parse *parse.Parser
	tag   *tag.Lemmatizer
	names *names.Finder
	coref *coref.Resolver
	whole *extract.Extractor
}

// New loads the embedded models.
func New() (*Measurer, error) {
	m := &Measurer{coref: coref.English()}
	var err error
	if m.whole, err = extract.New(extract.Options{}); err != nil {
		return nil, err
	}
	if m.split, err = split.English(); err != nil {
		return nil, err
	}
	if m.parse, err = parse.English(); err != nil {
		return nil, err
	}
	if m.tag, err = tag.English(); err != nil {
		return nil, err
	}
	m.names, err = names.English()
	return m, err
}

// Measure compares what each stage finds with a treebank.
func (m *Measurer) Measure(t Treebank) []Figure {
	c := &collector{data: t.Name}
	m.fromText(c, t.Documents)
	m.fromTokens(c, t.Documents)
	for _, d := range t.Documents {
		if len(d.Groups) > 0 {
			m.fromTrees(c, t.Documents)
			break
		}
	}
	return c.figures
}

// collector gathers the figures of a treebank.
type collector struct {
	data    string
	figures []Figure
}

// add adds a share as per cent.
func (c *collector) add(stage, name string, share float64) {
	c.figures = append(c.figures, Figure{stage, name, c.data, 100 * share})
}

// fromText measures splitting, and tags and trees over what was split.
func (m *Measurer) fromText(c *collector, docs []*text.CoNLLU) {
	s := m.split.Evaluate(docs)
	c.add("split", "tokens, F1", s.Tokens.F1())
	c.add("split", "sentences, F1", s.Sentences.F1())
	var sum parse.TextScores
	for _, d := range docs {
		found := &text.Document{Text: d.Text}
		m.split.Split(found)
		m.parse.Parse(found.Sentences)
		sum.Add(parse.CompareText(d.Sentences, found.Sentences))
	}
	f1 := func(right int) float64 { return 2 * float64(right) / float64(max(1, sum.Gold+sum.System)) }
	c.add("raw text", "UPOS, F1", f1(sum.UPOS))
	c.add("raw text", "UAS, F1", f1(sum.UAS))
	c.add("raw text", "LAS, F1", f1(sum.LAS))
}

// fromTokens measures tags, trees and lemmas over gold tokens.
func (m *Measurer) fromTokens(c *collector, docs []*text.CoNLLU) {
	var sum parse.Scores
	predicted := make([]*text.CoNLLU, len(docs))
	for i, d := range docs {
		predicted[i] = m.parsed(d)
		sum.Add(parse.Compare(d.Sentences, predicted[i].Sentences))
	}
	share := func(right int) float64 { return float64(right) / float64(max(1, sum.Words)) }
	c.add("parse", "UPOS", share(sum.UPOS))
	c.add("parse", "XPOS", share(sum.XPOS))
	c.add("parse", "UAS", share(sum.UAS))
	c.add("parse", "LAS", share(sum.LAS))
	c.add("parse", "LAS with subtypes", share(sum.Full))
	c.add("tag", "lemmas, predicted tags", m.tag.Evaluate(predicted).LemmaAccuracy())
	c.add("tag", "lemmas, gold tags", m.tag.Evaluate(docs).LemmaAccuracy())
}

// parsed returns a copy of a document with predicted tags and trees over its tokens; lemmas and features stay as they are.
func (m *Measurer) parsed(d *text.CoNLLU) *text.CoNLLU {
	c := &text.CoNLLU{Document: text.Document{Text: d.Text, Sentences: make([]text.Sentence, len(d.Sentences))}}
	for i, s := range d.Sentences {
		s.Tokens = append([]text.Token(nil), s.Tokens...)
		for j := range s.Tokens {
			t := &s.Tokens[j]
			t.UPOS, t.XPOS, t.Head, t.Rel = "", "", 0, ""
		}
		c.Sentences[i] = s
	}
	m.parse.Parse(c.Sentences)
	return c
}

// fromTrees measures names and coreference over gold trees.
func (m *Measurer) fromTrees(c *collector, docs []*text.CoNLLU) {
	n := m.names.Evaluate(docs)
	c.add("names", "people, F1", n.Person.F1())
	c.add("names", "organisations, F1", n.Organization.F1())
	c.add("names", "places, F1", n.Place.F1())
	c.add("names", "all, F1", n.All.F1())
	gold, found := coref.Evaluate(docs, nil), coref.Evaluate(docs, m.names.Find)
	c.add("coref", "CoNLL F1, gold names", gold.Resolver.CoNLL())
	c.add("coref", "head match, gold names", gold.Baseline.CoNLL())
	c.add("coref", "CoNLL F1, names found", found.Resolver.CoNLL())
	c.add("coref", "head match, names found", found.Baseline.CoNLL())
	c.add("coref", "he it they, F1", gold.Pronouns.F1())
}
