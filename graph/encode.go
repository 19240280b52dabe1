package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// encoder turns one article and its claims into quads, all under the article's label.
type encoder struct {
	label quad.IRI
	text  string
	quads []quad.Quad
	seen  map[quad.Quad]bool
}

// encode returns the quads of a normalized article, without duplicates, in a fixed order.
func encode(ac ArticleClaims) []quad.Quad {
	e := &encoder{label: articleIRI(ac.Article.ID), text: ac.Article.Text, seen: map[quad.Quad]bool{}}
	e.article(ac.Article, ac.Extractor)
	lemmas := map[string]string{} // by predicate
	for _, a := range actorsOf(ac.Claims) {
		e.actor(a)
	}
	for i := range ac.Claims {
		c := &ac.Claims[i]
		if _, ok := lemmas[c.Predicate]; !ok {
			lemmas[c.Predicate] = c.Lemma
			e.literal(verbIRI(c.Predicate), VerbLemma, c.Lemma)
		}
		e.claim(c, lemmas[c.Predicate])
	}
	return e.quads
}

func (e *encoder) add(s, p quad.IRI, o quad.Value) {
	q := quad.Quad{Subject: s, Predicate: p, Object: o, Label: e.label}
	if !e.seen[q] {
		e.seen[q] = true
		e.quads = append(e.quads, q)
	}
}

func (e *encoder) literal(s, p quad.IRI, text string) {
	if text != "" {
		e.add(s, p, quad.String(text))
	}
}

func (e *encoder) integer(s, p quad.IRI, n int) {
	if n != 0 {
		e.add(s, p, quad.Int(n))
	}
}

func (e *encoder) date(s, p quad.IRI, date string) {
	if date != "" {
		e.add(s, p, dateValue(date))
	}
}

// dateValue types a date by its shape; what has none of the three shapes is a plain string.
func dateValue(date string) quad.Value {
	t := map[string]quad.IRI{"0000-00-00": XSDDate, "0000-00": XSDYearMonth, "0000": XSDYear}[strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, date)]
	if t == "" {
		return quad.String(date)
	}
	return quad.TypedString{Value: quad.String(date), Type: t}
}

func (e *encoder) article(a news.Article, extractor string) {
	s := e.label
	e.add(s, RDFType, ArticleType)
	e.literal(s, DCTitle, a.Title)
	e.date(s, DCDate, a.Date)
	e.literal(s, DCSource, a.Source)
	e.literal(s, ArticleURL, a.URL)
	e.literal(s, ArticlePath, a.Path)
	e.literal(s, ArticleSHA256, textHash(a.Text))
	e.literal(s, ArticleText, a.Text)
	e.literal(s, ArticleExtractor, extractor)
	meta := make([]string, len(a.Meta))
	for i, m := range a.Meta {
		meta[i] = fmt.Sprintf("%d-%d", m.Start, m.End)
	}
	e.literal(s, ArticleMeta, strings.Join(meta, " "))
}

// textHash returns the SHA-256 of an article's text, as `sha256sum` prints it.
func textHash(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}

func (e *encoder) actor(a news.Actor) {
	s := actorIRI(a.ID)
	e.add(s, RDFType, ActorType)
	e.literal(s, RDFSLabel, a.Name)
	e.literal(s, ActorKind, string(a.Kind))
	e.literal(s, ActorSide, a.Side)
	for _, x := range a.Aliases {
		e.literal(s, ActorAlias, x)
	}
	for _, x := range a.Roles {
		e.literal(s, ActorRole, x)
	}
}

func (e *encoder) claim(c *news.Claim, verbLemma string) {
	s := claimIRI(c.ID)
	e.add(s, RDFType, ClaimType)
	e.participant(s, &c.Subject, subjectTerms)
	e.add(s, ClaimPredicate, verbIRI(c.Predicate))
	if c.Lemma != verbLemma {
		e.add(s, ClaimLemma, quad.String(c.Lemma))
	}
	e.literal(s, ClaimClass, string(c.Class))
	if c.CAMEO != c.Class.CAMEO() {
		e.add(s, ClaimCAMEO, quad.String(c.CAMEO))
	}
	e.participant(s, c.Object, objectTerms)
	if c.Mutual {
		e.add(s, ClaimMutual, quad.Bool(true))
	}
	e.literal(s, ClaimTheme, c.Theme)
	e.literal(s, ClaimPolarity, string(c.Polarity))
	e.literal(s, ClaimModality, string(c.Modality))
	e.participant(s, c.Speaker, speakerTerms)
	e.date(s, ClaimDate, c.Date)
	e.literal(s, ClaimDateSource, string(c.DateSource))
	e.literal(s, ClaimPlace, c.Place)
	e.literal(s, ClaimQuote, c.Sentence)
	e.integer(s, ClaimStart, c.SentenceStart)
	e.integer(s, ClaimEnd, c.SentenceEnd)
	e.words(s, ClaimTrigger, ClaimTriggerStart, ClaimTriggerEnd, c.Trigger, news.Span{Start: c.TriggerStart, End: c.TriggerEnd})
	e.literal(s, ClaimRule, c.Rule)
	if c.Confidence != 0 {
		e.add(s, ClaimConfidence, quad.Float(c.Confidence))
	}
	for _, q := range shortcuts(c) {
		e.add(q[0], q[1], q[2])
	}
}

// participantTerms are the predicates that describe one participant of a claim.
type participantTerms struct{ actor, mention, start, end quad.IRI }

var (
	subjectTerms = participantTerms{ClaimSubject, ClaimSubjectMention, ClaimSubjectStart, ClaimSubjectEnd}
	objectTerms  = participantTerms{ClaimObject, ClaimObjectMention, ClaimObjectStart, ClaimObjectEnd}
	speakerTerms = participantTerms{ClaimSpeaker, ClaimSpeakerMention, ClaimSpeakerStart, ClaimSpeakerEnd}
)

func (e *encoder) participant(s quad.IRI, p *news.Participant, t participantTerms) {
	if p == nil {
		return
	}
	e.add(s, t.actor, actorIRI(p.ID))
	e.words(s, t.mention, t.start, t.end, p.Mention, p.Span)
}

// words writes words of the article and where they stand: the end only if the length of the words does not tell it.
func (e *encoder) words(s, words, start, end quad.IRI, text string, at news.Span) {
	e.literal(s, words, text)
	e.integer(s, start, at.Start)
	if at.End != at.Start+len(text) {
		e.add(s, end, quad.Int(at.End))
	}
}

// shortcuts returns the triples that let a path walk from actor to actor over a claim: only for what is affirmed and
// actual and has an object. What both do to each other can be walked both ways, though it is one claim.
func shortcuts(c *news.Claim) [][3]quad.IRI {
	if c.Object == nil || c.Polarity != news.Affirmed || c.Modality != news.Actual {
		return nil
	}
	s, v, o := actorIRI(c.Subject.ID), verbIRI(c.Predicate), actorIRI(c.Object.ID)
	if !c.Mutual || s == o {
		return [][3]quad.IRI{{s, v, o}}
	}
	return [][3]quad.IRI{{s, v, o}, {o, v, s}}
}
