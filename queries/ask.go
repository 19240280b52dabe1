package queries

import (
	"fmt"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Order says what answers are sorted by.
type Order string

// The orders of answers; ties are broken by the others.
const (
	ByArticles   Order = "articles"   // told by most articles first
	ByDate       Order = "date"       // earliest first
	ByConfidence Order = "confidence" // surest first
	ByName       Order = "name"       // by subject, verb and object
)

// Orders lists the orders.
var Orders = []Order{ByArticles, ByDate, ByConfidence, ByName}

// Options narrow a question down. The zero value asks for what is told as done: claims that are affirmed and actual.
type Options struct {
	Selection          // the claims that count
	About       string // words that the theme or the sentence must have
	SaidBy      string // the actor who says so
	ByClass     bool   // the verb of the question stands for its event class
	Sides       bool   // a name stands for everybody on its side
	MinArticles int    // articles that tell it, copies of one another counted once
	Order       Order  // "": ByArticles
	Limit       int    // statements; 0: all
}

// Statement is one answer: who does what to whom, with every claim that says so.
type Statement struct {
	Subject    news.Actor    `json:"subject"`
	Predicate  string        `json:"predicate"`
	Lemma      string        `json:"lemma"`
	Classes    []news.Class  `json:"classes"`
	Object     *news.Actor   `json:"object"`
	Polarity   news.Polarity `json:"polarity"`
	Modality   news.Modality `json:"modality"`
	Articles   int           `json:"articles"` // that say so, copies of one another counted once
	First      string        `json:"first_date"`
	Last       string        `json:"last_date"`
	Confidence float64       `json:"confidence"` // of the surest claim
	Claims     []Evidence    `json:"claims"`     // surest first

	numbers []int // of the claims in the graph, surest first
}

// Evidence is a claim with what a reader wants to know of its article.
type Evidence struct {
	news.Claim
	Title       string `json:"title,omitempty"`
	Source      string `json:"source,omitempty"`
	ArticleDate string `json:"article_date,omitempty"`
}

// evidence returns claim i of a graph. Actors have the names that most articles give them, so that one id has one name.
func evidence(g *graph.Graph, i int) Evidence {
	e := Evidence{Claim: g.Claim(i)}
	a := g.Articles[g.Edge(i).Article]
	e.Title, e.Source, e.ArticleDate = a.Title, a.Source, a.Date
	e.Subject = named(g, e.Subject)
	for _, p := range []**news.Participant{&e.Object, &e.Speaker} {
		if *p != nil {
			x := named(g, **p)
			*p = &x
		}
	}
	return e
}

// named returns a participant under the name that the graph has for its actor.
func named(g *graph.Graph, p news.Participant) news.Participant {
	if i, ok := g.Actor(p.ID); ok {
		p.Name = g.Actors[i].Name
	}
	return p
}

// Result is the answer to a question.
type Result struct {
	Question   string      `json:"question"`
	Statements []Statement `json:"answers"`
	Total      int         `json:"total"`           // statements before the limit
	Claims     int         `json:"claims"`          // claims in all statements
	Hints      []string    `json:"hints,omitempty"` // what comes near, if there is no answer
}

// Ask answers a question. Errors are *UnknownError, *AmbiguousError and those of wrong options.
func Ask(g *graph.Graph, q Question, o Options) (*Result, error) {
	s, err := newSearch(g, q, o)
	if err != nil {
		return nil, err
	}
	r := &Result{Question: q.String()}
	if s.impossible == "" {
		r.Statements = s.statements()
	}
	r.Total = len(r.Statements)
	for _, st := range r.Statements {
		r.Claims += len(st.numbers)
	}
	if r.Total == 0 {
		r.Statements, r.Hints = []Statement{}, s.hints()
	}
	if o.Limit > 0 && r.Total > o.Limit {
		r.Statements = r.Statements[:o.Limit]
	}
	fill(g, r.Statements)
	return r, nil
}

// party is the actors that one place of a question admits.
type party struct {
	required bool         // there must be an actor
	members  map[int]bool // nil: any
}

func (p party) admits(actor int) bool {
	if actor < 0 {
		return !p.required
	}
	return p.members == nil || p.members[actor]
}

// search is a question made ready for one graph.
type search struct {
	g               *graph.Graph
	q               Question
	o               Options
	subject, object party
	verbs           map[string]bool // lemmas; nil: any
	filter          graph.Filter    // what does not depend on the actors
	about           []string
	impossible      string // why there can be no answer
}

func newSearch(g *graph.Graph, q Question, o Options) (*search, error) {
	s := &search{g: g, q: q, o: o, about: plainWords(o.About)}
	var err error
	if s.subject, err = s.party(q.Subject); err != nil {
		return nil, err
	}
	if s.object, err = s.party(q.Object); err != nil {
		return nil, err
	}
	if s.filter, err = o.filter(); err != nil {
		return nil, err
	}
	if o.SaidBy != "" {
		speaker, err := s.party(Name(o.SaidBy))
		if err != nil {
			return nil, err
		}
		for i := range speaker.members {
			s.filter.Speakers = append(s.filter.Speakers, g.Actors[i].ID)
		}
		slices.Sort(s.filter.Speakers)
	}
	return s, s.chooseVerbs()
}

// party finds the actors that a term means.
func (s *search) party(t Term) (party, error) {
	switch t := t.(type) {
	case Anyone:
		return party{required: true}, nil
	case Name:
		p := party{required: true, members: map[int]bool{}}
		if s.o.Sides {
			_, members, err := FindSide(s.g, string(t))
			for _, i := range members {
				p.members[i] = true
			}
			return p, err
		}
		i, err := FindActor(s.g, string(t))
		p.members[i] = true
		return p, err
	}
	return party{}, nil
}

// chooseVerbs finds the lemmas or classes that the question's verb means in this graph.
func (s *search) chooseVerbs() error {
	if s.q.Verb.Any() {
		return nil
	}
	in := newInflector()
	lemmas, counts := lemmasOf(s.g)
	found := in.among(s.q.Verb, lemmas)
	if s.o.ByClass {
		classes := classesOfVerb(s.g, in, s.q.Verb, found)
		if len(classes) == 0 {
			return &UnknownError{What: "verb", Name: s.q.Verb.String(), Near: nearVerbs(in, s.q.Verb, lemmas, counts)}
		}
		s.filter.Classes = classes
		return nil
	}
	s.verbs = map[string]bool{}
	for _, l := range found {
		s.verbs[l] = true
	}
	if len(found) == 0 {
		s.impossible = fmt.Sprintf("no claim has the verb %q; near it: %s", s.q.Verb,
			strings.Join(nearVerbs(in, s.q.Verb, lemmas, counts), ", "))
	}
	return nil
}

// classesOfVerb returns the event class that a verb stands for: the class it is the name of, or else the one that most
// claims with the verb have.
func classesOfVerb(g *graph.Graph, in inflector, verb Verb, lemmas []string) []news.Class {
	for _, c := range news.Classes {
		if in.isForm(verb[0], strings.ToLower(string(c))) {
			return []news.Class{c}
		}
	}
	counts := map[news.Class]int{}
	for i := range g.Select(graph.Filter{Lemmas: lemmas}) {
		if len(lemmas) > 0 {
			counts[g.Edge(i).Class]++
		}
	}
	var best news.Class
	for _, c := range news.Classes {
		if counts[c] > counts[best] {
			best = c
		}
	}
	if best == "" {
		return nil
	}
	return []news.Class{best}
}

// match reports whether claim i answers the question, and whether it does so only the other way round.
func (s *search) match(i int) (fits, flipped bool) {
	e := s.g.Edge(i)
	if s.verbs != nil && !s.verbs[e.Lemma] {
		return false, false
	}
	straight := s.subject.admits(e.Subject) && s.object.admits(e.Object)
	flipped = !straight && e.Mutual && e.Object >= 0 && s.subject.admits(e.Object) && s.object.admits(e.Subject)
	if !straight && !flipped {
		return false, false
	}
	c := s.g.Claim(i)
	if !s.filter.Matches(&c, s.g.Articles[e.Article].Source) || !s.isAbout(&c) {
		return false, false
	}
	return true, flipped
}

// isAbout reports whether the claim's theme and sentence have all the words asked for.
func (s *search) isAbout(c *news.Claim) bool {
	if len(s.about) == 0 {
		return true
	}
	words := plainWords(c.Theme + " " + c.Sentence)
	return !slices.ContainsFunc(s.about, func(w string) bool { return !slices.Contains(words, w) })
}

// plainWords returns the words of a text without case, accents and plural endings.
func plainWords(text string) []string {
	words := strings.Fields(fold(text))
	for i, w := range words {
		if len(w) > 3 && !strings.HasSuffix(w, "ss") {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return words
}

// claims returns the numbers of the claims that can fit: those of a named actor, or all.
func (s *search) claims() []int32 {
	for _, p := range []party{s.subject, s.object} {
		if p.members == nil {
			continue
		}
		var out []int32
		for i := range p.members {
			out = append(out, s.g.Touching(i)...)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	out := make([]int32, s.g.Len())
	for i := range out {
		out[i] = int32(i)
	}
	return out
}
