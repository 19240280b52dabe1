package graph

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"quadwire/graph/news"
)

// ForeignOptions says how quads of other vocabularies become claims. The zero value works.
type ForeignOptions struct {
	Article string                                                         // id of the article of quads without a label; "": "quads"
	Verb    func(words string) (predicate, lemma string, class news.Class) // of a predicate's name in words: "warned"; nil: as it is, OTHER
	ActorID func(name string, kind news.Kind, side string) string          // nil: "actor:" and the name's words
	Bad     func(line int, err error)                                      // told of each line that is no N-Quad; nil: nobody is
}

// Foreign says what ImportForeign did.
type Foreign struct {
	AddResult
	Quads int // read
	Left  int // that tie no two resources: literals and types; names and kinds of actors were taken from them
	Bad   int // lines that are no N-Quads
}

// ImportForeign adds N-Quads of any vocabulary. A quad whose subject and object are both resources becomes a claim, told
// by the article that its label names; the line is its sentence. Names and kinds of the actors come from rdfs:label,
// names and rdf:type wherever they stand, so all quads are held in memory. Lines that are no N-Quads are left out.
func (s *Store) ImportForeign(ctx context.Context, r io.Reader, o ForeignOptions) (Foreign, error) {
	in := &foreign{o: o, names: map[quad.Value]string{}, kinds: map[quad.Value]news.Kind{}}
	if in.o.Article == "" {
		in.o.Article = "quads"
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 16<<20)
	n := 0
	for lines.Scan() {
		n++
		in.line(n, lines.Text())
	}
	if err := lines.Err(); err != nil {
		return in.done, fmt.Errorf("import N-Quads, line %d: %w", n+1, err)
	}
	if in.done.Quads == 0 && in.done.Bad > 0 {
		return in.done, errors.New("there is no N-Quad in it")
	}
	batch := in.articles()
	for len(batch) > 0 {
		some := batch[:min(len(batch), 500)]
		sum, err := s.AddTo(ctx, some)
		in.done.AddResult = in.done.Plus(sum)
		if err != nil {
			return in.done, err
		}
		batch = batch[len(some):]
	}
	return in.done, nil
}

// foreign gathers quads.
type foreign struct {
	o     ForeignOptions
	ties  []tie
	names map[quad.Value]string
	kinds map[quad.Value]news.Kind
	done  Foreign
}

// tie is a quad between two resources, and its line.
type tie struct {
	quad.Quad
	line string
}

// The predicates that name a resource, best first.
var naming = []quad.IRI{RDFSLabel, "http://www.w3.org/2004/02/skos/core#prefLabel", "https://schema.org/name", "http://schema.org/name", "http://xmlns.com/foaf/0.1/name"}

// line reads a line.
func (in *foreign) line(n int, line string) {
	line = valid(strings.TrimSpace(line))
	if line == "" || strings.HasPrefix(line, "#") {
		return
	}
	q, err := nquads.Parse(line)
	if err != nil || !q.IsValid() {
		in.done.Bad++
		if in.o.Bad != nil {
			if err == nil {
				err = errors.New("no N-Quad")
			}
			in.o.Bad(n, err)
		}
		return
	}
	in.done.Quads++
	predicate, _ := q.Predicate.(quad.IRI)
	_, between := q.Object.(quad.IRI)
	switch {
	case predicate == RDFType:
		in.done.Left++
		if k := kindNamed(localName(q.Object)); k != "" {
			in.kinds[q.Subject] = k
		}
	case slices.Contains(naming, predicate):
		in.done.Left++
		if name := strings.Join(strings.Fields(literalText(q.Object)), " "); in.names[q.Subject] == "" && name != "" {
			in.names[q.Subject] = name
		}
	case !between || predicate == "" || isBlank(q.Subject):
		in.done.Left++
	default:
		in.ties = append(in.ties, tie{q, line})
	}
}

func isBlank(v quad.Value) bool {
	_, ok := v.(quad.IRI)
	return !ok
}

// kindNamed returns the kind of actors that the name of a class says.
func kindNamed(class string) news.Kind {
	switch strings.ToLower(class) {
	case "person", "human", "politician":
		return news.Person
	case "country", "state", "sovereign state":
		return news.Country
	case "government organization", "government", "public body":
		return news.Government
	case "organization", "organisation", "company", "corporation", "legal entity", "political party":
		return news.Organization
	}
	return ""
}

// localName returns the words at the end of an IRI: of "http://example.org/NorthKorea", "<warns>" and "ex:north_korea".
func localName(v quad.Value) string {
	s := iriString(v)
	s = unescape(strings.TrimRight(s, "/#"))
	if i := strings.LastIndexAny(s, "/#:"); i >= 0 {
		s = s[i+1:]
	}
	var b strings.Builder
	last := ' '
	for _, r := range s {
		switch {
		case r == '_' || r == '-' || r == '+' || unicode.IsSpace(r):
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// articles makes articles of the ties, in the order of their first lines.
func (in *foreign) articles() []ArticleClaims {
	var out []ArticleClaims
	at := map[string]int{}
	seen := map[string]bool{}
	for _, t := range in.ties {
		id := in.o.Article
		if t.Label != nil {
			if named := strings.TrimPrefix(unescape(labelName(t.Label)), ArticleScheme); named != "" {
				id = named
			}
		}
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, ArticleClaims{Article: news.Article{ID: id}, Extractor: "quads"})
			if strings.HasPrefix(id, "http://") || strings.HasPrefix(id, "https://") {
				out[i].Article.URL = id
			}
		}
		if c := in.claim(t, id, len(out[i].Article.Text)); !seen[c.ID] {
			seen[c.ID] = true
			out[i].Claims = append(out[i].Claims, c)
			out[i].Article.Text += t.line + "\n"
		}
	}
	return out
}

// labelName returns a label as it stands, IRIs without brackets.
func labelName(v quad.Value) string {
	if s := iriString(v); s != "" {
		return s
	}
	return strings.Trim(v.String(), `"<>`)
}

// claim makes a claim of a tie whose line starts at a place of the article's text.
func (in *foreign) claim(t tie, article string, start int) news.Claim {
	words := strings.ToLower(localName(t.Predicate))
	c := news.Claim{Article: article, Predicate: words, Lemma: words, Class: news.Other, Polarity: news.Affirmed, Modality: news.Actual,
		Sentence: t.line, SentenceStart: start, SentenceEnd: start + len(t.line), Rule: "quads", Confidence: 1}
	if in.o.Verb != nil {
		c.Predicate, c.Lemma, c.Class = in.o.Verb(words)
	}
	if c.Predicate == "" {
		c.Predicate, c.Lemma = "is tied to", "be tied to"
	}
	c.CAMEO = c.Class.CAMEO()
	c.Subject = in.participant(t.Subject, t.line, 0, start)
	object := in.participant(t.Object, t.line, len(c.Subject.Mention), start)
	c.Object = &object
	trigger := t.Predicate.String()
	if i := strings.Index(t.line[len(c.Subject.Mention):], trigger); i >= 0 {
		c.Trigger, c.TriggerStart = trigger, start+len(c.Subject.Mention)+i
		c.TriggerEnd = c.TriggerStart + len(trigger)
	}
	sum := sha256.Sum256([]byte(article + "\x00" + t.line))
	c.ID = ClaimScheme + hex.EncodeToString(sum[:8])
	return c
}

// participant makes an actor of a resource; its IRI is its mention, where it stands in the line after a place.
func (in *foreign) participant(v quad.Value, line string, after, start int) news.Participant {
	a := news.Actor{Name: in.names[v], Kind: in.kinds[v]}
	if a.Name == "" {
		a.Name = localName(v)
	}
	if a.Name == "" {
		a.Name = iriString(v)
	}
	if a.Kind == news.Country {
		a.Side = a.Name
	}
	if strings.HasPrefix(iriString(v), ActorScheme) {
		a.ID = actorID(v)
	} else if in.o.ActorID != nil {
		a.ID = in.o.ActorID(a.Name, a.Kind, a.Side)
	}
	if a.ID == "" {
		a.ID = ActorScheme + strings.ReplaceAll(strings.ToLower(a.Name), " ", "_")
	}
	p := news.Participant{Actor: a}
	if i := strings.LastIndex(line, v.String()); i >= after && after > 0 {
		p.Mention, p.Start = v.String(), start+i
	} else if strings.HasPrefix(line, v.String()) {
		p.Mention, p.Start = v.String(), start
	}
	p.End = p.Start + len(p.Mention)
	return p
}
