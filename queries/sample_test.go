package queries

import (
	"fmt"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

// people are the actors of the tests' graphs.
var people = map[string]news.Actor{
	"sullivan": {ID: "actor:jake_sullivan", Name: "Jake Sullivan", Aliases: []string{"Sullivan"}, Kind: news.Person, Side: "United States", Roles: []string{"national security adviser"}},
	"us":       {ID: "actor:united_states", Name: "United States", Aliases: []string{"U.S.", "Washington"}, Kind: news.Country, Side: "United States"},
	"nk":       {ID: "actor:north_korea", Name: "North Korea", Aliases: []string{"DPRK", "Pyongyang"}, Kind: news.Country, Side: "North Korea"},
	"kim":      {ID: "actor:kim_jong_un", Name: "Kim Jong Un", Aliases: []string{"Kim", "Kim Jong-un"}, Kind: news.Person, Side: "North Korea"},
	"putin":    {ID: "actor:vladimir_putin", Name: "Vladimir Putin", Aliases: []string{"Putin"}, Kind: news.Person, Side: "Russia"},
	"russia":   {ID: "actor:russia", Name: "Russia", Aliases: []string{"Kremlin", "Moscow"}, Kind: news.Country, Side: "Russia"},
	"miller":   {ID: "actor:matthew_miller", Name: "Matthew Miller", Aliases: []string{"Miller"}, Kind: news.Person, Side: "United States"},
	"anna":     {ID: "actor:anna_miller", Name: "Anna Miller", Aliases: []string{"Miller"}, Kind: news.Person, Side: "Austria"},
	"protest":  {ID: "actor:protesters", Name: "protesters & <others>", Kind: news.Group},
}

// verbClasses are the classes of the tests' verbs.
var verbClasses = map[string]news.Class{"warn": news.Threaten, "threaten": news.Threaten, "meet": news.Consult, "supply": news.Aid,
	"call on": news.Request, "call": news.Consult, "sanction": news.Sanction, "say": news.State, "criticize": news.Accuse, "protest": news.Protest}

// sampleGraph makes a graph of claims written as lines: "article date subject verb object [words]", where the verb's
// spaces are "_", "-" is no object, and the words may be modalities, "negated", "mutual" or "about:theme".
func sampleGraph(t testing.TB, lines string) *graph.Graph {
	t.Helper()
	articles := map[string]*graph.ArticleClaims{}
	var order []string
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		ac := articles[f[0]]
		if ac == nil {
			ac = &graph.ArticleClaims{Article: news.Article{ID: f[0], Title: "Title of " + f[0], Date: "2023-11-30", Source: "The Daily"}}
			articles[f[0]] = ac
			order = append(order, f[0])
		}
		ac.Claims = append(ac.Claims, sampleClaim(&ac.Article, f))
	}
	store, err := graph.OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, id := range order {
		r, err := store.Add(t.Context(), []graph.ArticleClaims{*articles[id]})
		if err != nil || len(r.Rejected) > 0 {
			t.Fatal(err, r.Rejected)
		}
	}
	g, err := store.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sampleClaim makes one claim and appends its sentence to the article's text.
func sampleClaim(a *news.Article, f []string) news.Claim {
	lemma := strings.ReplaceAll(f[3], "_", " ")
	c := news.Claim{Article: a.ID, Lemma: lemma, Predicate: strings.Replace(lemma+" ", " ", "s ", 1), Class: verbClasses[lemma], Polarity: news.Affirmed,
		Modality: news.Actual, DateSource: news.DateFromText, Rule: "verb", Confidence: 0.9}
	c.Predicate = strings.TrimSpace(c.Predicate)
	c.CAMEO = c.Class.CAMEO()
	if f[1] != "-" {
		c.Date = f[1]
	} else {
		c.DateSource = news.DateUnknown
	}
	say := func(words string) news.Span {
		at := news.Span{Start: len(a.Text), End: len(a.Text) + len(words)}
		a.Text += words + " "
		return at
	}
	begin := len(a.Text)
	subject := people[f[2]]
	c.Subject = news.Participant{Actor: subject, Mention: subject.Name, Span: say(subject.Name)}
	trigger := say(c.Predicate)
	c.Trigger, c.TriggerStart, c.TriggerEnd = c.Predicate, trigger.Start, trigger.End
	if f[4] != "-" {
		object := people[f[4]]
		c.Object = &news.Participant{Actor: object, Mention: object.Name, Span: say(object.Name)}
	}
	for _, w := range f[5:] {
		switch {
		case w == "negated":
			c.Polarity = news.Negated
		case w == "mutual":
			c.Mutual = true
		case strings.HasPrefix(w, "about:"):
			c.Theme = strings.ReplaceAll(strings.TrimPrefix(w, "about:"), "_", " ")
		case strings.HasPrefix(w, "by:"):
			speaker := people[strings.TrimPrefix(w, "by:")]
			c.Speaker = &news.Participant{Actor: speaker, Mention: speaker.Name, Span: say(speaker.Name)}
		case strings.HasPrefix(w, "words:"):
			say(strings.ReplaceAll(strings.TrimPrefix(w, "words:"), "_", " "))
		default:
			c.Modality = news.Modality(w)
		}
	}
	c.SentenceStart, c.SentenceEnd = begin, len(a.Text)-1
	c.Sentence = a.Text[begin : len(a.Text)-1]
	a.Text += "\n"
	c.ID = fmt.Sprintf("claim:%s_%d", a.ID, begin)
	return c
}

// told returns the statements of a result as lines.
func told(r *Result) string {
	var out []string
	for i := range r.Statements {
		out = append(out, r.Statements[i].Sentence())
	}
	return strings.Join(out, "\n")
}
