package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// properties are the objects of one subject's quads, by predicate.
type properties map[quad.IRI][]quad.Value

func (p properties) first(term quad.IRI) quad.Value {
	if v := p[term]; len(v) > 0 {
		return v[0]
	}
	return nil
}

// text returns the first value of a term as a string, "" if there is none.
func (p properties) text(term quad.IRI) string { return literalText(p.first(term)) }

// texts returns all values of a term, sorted.
func (p properties) texts(term quad.IRI) []string {
	out := make([]string, 0, len(p[term]))
	for _, v := range p[term] {
		out = append(out, literalText(v))
	}
	slices.Sort(out)
	return out
}

func (p properties) integer(term quad.IRI) int {
	n, _ := p.first(term).(quad.Int)
	return int(n)
}

func literalText(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	}
	return ""
}

// decode turns the quads of one label back into the article and its claims, in the order of the text.
func decode(label quad.IRI, quads []quad.Quad) ArticleClaims {
	nodes := map[quad.IRI]properties{}
	var claims []quad.IRI
	for _, q := range quads {
		s, _ := q.Subject.(quad.IRI)
		p, _ := q.Predicate.(quad.IRI)
		if nodes[s] == nil {
			nodes[s] = properties{}
		}
		nodes[s][p] = append(nodes[s][p], q.Object)
		if p == RDFType && q.Object == ClaimType {
			claims = append(claims, s)
		}
	}
	ac := ArticleClaims{Article: decodeArticle(label, nodes[label]), Extractor: nodes[label].text(ArticleExtractor)}
	d := decoder{article: ac.Article.ID, nodes: nodes, actors: map[quad.IRI]news.Actor{}}
	for _, id := range claims {
		ac.Claims = append(ac.Claims, d.claim(id))
	}
	slices.SortFunc(ac.Claims, byPosition)
	return ac
}

func decodeArticle(label quad.IRI, p properties) news.Article {
	a := news.Article{ID: articleID(label), Path: p.text(ArticlePath), Title: p.text(DCTitle), Date: p.text(DCDate),
		Source: p.text(DCSource), URL: p.text(ArticleURL), Text: p.text(ArticleText)}
	for _, f := range strings.Fields(p.text(ArticleMeta)) {
		var m news.Span
		if n, err := fmt.Sscanf(f, "%d-%d", &m.Start, &m.End); n == 2 && err == nil {
			a.Meta = append(a.Meta, m)
		}
	}
	return a
}

// decoder reads the claims of one article.
type decoder struct {
	article string
	nodes   map[quad.IRI]properties
	actors  map[quad.IRI]news.Actor
}

func (d *decoder) actor(id quad.IRI) news.Actor {
	a, ok := d.actors[id]
	if !ok {
		p := d.nodes[id]
		a = news.Actor{ID: actorID(id), Name: p.text(RDFSLabel), Aliases: p.texts(ActorAlias),
			Kind: news.Kind(p.text(ActorKind)), Side: p.text(ActorSide)}
		if len(p[ActorRole]) > 0 {
			a.Roles = p.texts(ActorRole)
		}
		d.actors[id] = a
	}
	return a
}

func (d *decoder) claim(id quad.IRI) news.Claim {
	p := d.nodes[id]
	verb, _ := p.first(ClaimPredicate).(quad.IRI)
	c := news.Claim{ID: claimID(id), Article: d.article, Predicate: predicateOf(verb), Lemma: d.nodes[verb].text(VerbLemma),
		Class: news.Class(p.text(ClaimClass)), Theme: p.text(ClaimTheme), Polarity: news.Polarity(p.text(ClaimPolarity)),
		Modality: news.Modality(p.text(ClaimModality)), Date: p.text(ClaimDate),
		DateSource: news.DateSource(p.text(ClaimDateSource)), Place: p.text(ClaimPlace), Sentence: p.text(ClaimQuote),
		SentenceStart: p.integer(ClaimStart), SentenceEnd: p.integer(ClaimEnd), Trigger: p.text(ClaimTrigger),
		Rule: p.text(ClaimRule)}
	if s := d.participant(p, subjectTerms); s != nil {
		c.Subject = *s
	}
	c.Object, c.Speaker = d.participant(p, objectTerms), d.participant(p, speakerTerms)
	if v := p.first(ClaimLemma); v != nil {
		c.Lemma = literalText(v)
	}
	c.CAMEO = c.Class.CAMEO()
	if v := p.first(ClaimCAMEO); v != nil {
		c.CAMEO = literalText(v)
	}
	mutual, _ := p.first(ClaimMutual).(quad.Bool)
	confidence, _ := p.first(ClaimConfidence).(quad.Float)
	c.Mutual, c.Confidence = bool(mutual), float64(confidence)
	at := p.span(c.Trigger, ClaimTriggerStart, ClaimTriggerEnd)
	c.TriggerStart, c.TriggerEnd = at.Start, at.End
	return c
}

func (d *decoder) participant(p properties, t participantTerms) *news.Participant {
	id, ok := p.first(t.actor).(quad.IRI)
	if !ok {
		return nil
	}
	out := &news.Participant{Actor: d.actor(id), Mention: p.text(t.mention)}
	out.Span = p.span(out.Mention, t.start, t.end)
	return out
}

// span reads where words stand; the end follows from their length if it is not stored.
func (p properties) span(words string, start, end quad.IRI) news.Span {
	at := news.Span{Start: p.integer(start)}
	at.End = at.Start + len(words)
	if p.first(end) != nil {
		at.End = p.integer(end)
	}
	return at
}
