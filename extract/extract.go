// Package extract turns an article into the claims it makes.
//
//	news.Article ──▶ split ▸ parse ▸ tag ▸ names ▸ coref ▸ sides ──▶ text.Document ──▶ claims ──▶ []news.Claim
//
// The order of the stages is written here and nowhere else. No stage knows the store.
package extract

import (
	"fmt"

	"quadwire/extract/actors"
	"quadwire/extract/claims"
	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/sides"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// Options changes how claims are found. The zero value is the usual way.
type Options struct {
	// Threshold is the confidence below which a claim is left out; 0 stands for claims.DefaultThreshold. To keep all
	// candidates, give a negative number.
	Threshold float64
	// Actors knows the identities of actors; nil for one without an authority file.
	Actors *actors.Registry
}

// Extractor finds the claims of articles. It is safe for concurrent use.
type Extractor struct {
	split  *split.Splitter
	parse  *parse.Parser
	tag    *tag.Lemmatizer
	names  *names.Finder
	coref  *coref.Resolver
	claims *claims.Extractor
}

// New loads the embedded models. That takes a moment: do it once.
func New(o Options) (*Extractor, error) {
	x := &Extractor{coref: coref.English(), claims: claims.English()}
	var err error
	if x.split, err = split.English(); err != nil {
		return nil, fmt.Errorf("load splitter: %w", err)
	}
	if x.parse, err = parse.English(); err != nil {
		return nil, fmt.Errorf("load parser: %w", err)
	}
	if x.tag, err = tag.English(); err != nil {
		return nil, fmt.Errorf("load lemmatizer: %w", err)
	}
	if x.names, err = names.English(); err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	if o.Actors == nil {
		o.Actors = &actors.Registry{}
	}
	x.claims.Identify = o.Actors.Identify
	if o.Threshold != 0 {
		x.claims.Threshold = o.Threshold
	}
	return x, nil
}

// Annotate runs all stages before claims. Any text will do.
func (x *Extractor) Annotate(a news.Article) *text.Document {
	doc := &text.Document{Text: a.Text, Date: a.Date, Meta: a.Meta}
	x.split.Split(doc)
	x.parse.Parse(doc.Sentences)
	x.tag.Lemmatize(doc.Sentences)
	x.names.Find(doc)
	x.coref.Resolve(doc)
	sides.Fill(doc, stateOf)
	return doc
}

// Extract returns the claims of the article in the order of their triggers.
func (x *Extractor) Extract(a news.Article) []news.Claim {
	return x.claims.Claims(x.Annotate(a), a)
}

// ExtractWithDocument is Extract for who needs the annotated document too.
func (x *Extractor) ExtractWithDocument(a news.Article) ([]news.Claim, *text.Document) {
	doc := x.Annotate(a)
	return x.claims.Claims(doc, a), doc
}

// Explain returns every candidate with the rule that made it and, if it makes no claim, why, and the document.
func (x *Extractor) Explain(a news.Article) ([]claims.Candidate, *text.Document) {
	doc := x.Annotate(a)
	return x.claims.Explain(doc, a), doc
}

// stateOf asks the word lists of names.
func stateOf(name string) (string, bool) {
	c, ok := names.State(name)
	return c.Name, ok
}

// Triggers returns the words of the document in which the claim rules saw an event, and what they did not find there.
// The document is one that Annotate made of the article.
func (x *Extractor) Triggers(doc *text.Document, a news.Article) []claims.Trigger {
	return x.claims.Triggers(doc, a)
}
