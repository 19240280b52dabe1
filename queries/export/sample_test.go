package export

import (
	"fmt"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

// people are the actors of the tests.
var people = map[string]news.Actor{
	"sullivan": {ID: "actor:jake_sullivan", Name: "Jake Sullivan", Aliases: []string{"Sullivan"}, Kind: news.Person, Side: "United States", Roles: []string{"national security adviser"}},
	"us":       {ID: "actor:united_states", Name: "United States", Kind: news.Country, Side: "United States"},
	"nk":       {ID: "actor:north_korea", Name: "North Korea", Aliases: []string{"DPRK", "Pyongyang"}, Kind: news.Country, Side: "North Korea"},
	"kim":      {ID: "actor:kim_jong_un", Name: "Kim Jong Un", Kind: news.Person, Side: "North Korea"},
	"putin":    {ID: "actor:vladimir_putin", Name: "Vladimir Putin", Kind: news.Person, Side: "Russia"},
	"russia":   {ID: "actor:russia", Name: "Russia", Kind: news.Country, Side: "Russia"},
	"protest":  {ID: "actor:protesters", Name: "protesters & <others>", Kind: news.Group},
}

// sampleClaims are article, date, subject, predicate, lemma, class, object and what the sentence ends in.
var sampleClaims = [][8]string{
	{"a1", "2023-11-06", "sullivan", "warns", "warn", "THREATEN", "nk", ""},
	{"a1", "2023-11-07", "sullivan", "warns", "warn", "THREATEN", "nk", "again"},
	{"a1", "2023-11", "kim", "meets", "meet", "CONSULT", "putin", "mutual"},
	{"a1", "", "kim", "meets", "meet", "CONSULT", "putin", "negated"},
	{"a2", "2023-11-09", "sullivan", "warns", "warn", "THREATEN", "nk", ""},
	{"a2", "2023-11-10", "us", "warns", "warn", "THREATEN", "nk", "by:sullivan"},
	{"a2", "2023-11-11", "nk", "supplies", "supply", "AID", "putin", "planned"},
	{"a2", "2023-11-12", "protest", "protests", "protest", "PROTEST", "", ""},
	{"a3", "2024-03-04", "us", "warns", "warn", "THREATEN", "kim", "Q&A <“”> \x01\x02 \\ \"end\" Q&A <“”> end\nline possible"},
}

// sampleGraph makes a graph of the claims.
func sampleGraph(t testing.TB) *graph.Graph {
	t.Helper()
	var batch []graph.ArticleClaims
	for _, f := range sampleClaims {
		if len(batch) == 0 || batch[len(batch)-1].Article.ID != f[0] {
			batch = append(batch, graph.ArticleClaims{Extractor: "2", Article: news.Article{ID: f[0], Title: "Title of \"" + f[0] + "\"", Date: "2023-11-30",
				Source: "The Daily", URL: "https://example.org/" + f[0] + "?x=1&y=2"}})
		}
		ac := &batch[len(batch)-1]
		ac.Claims = append(ac.Claims, sampleClaim(&ac.Article, f))
	}
	store, err := graph.OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if r, err := store.Add(t.Context(), batch); err != nil || len(r.Rejected) > 0 {
		t.Fatal(err, r.Rejected)
	}
	g, err := store.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sampleClaim makes one claim and appends its sentence to the article's text.
func sampleClaim(a *news.Article, f [8]string) news.Claim {
	begin := len(a.Text)
	say := func(words string) news.Span {
		at := news.Span{Start: len(a.Text), End: len(a.Text) + len(words)}
		a.Text += words + " "
		return at
	}
	part := func(who string) *news.Participant {
		p := people[who]
		return &news.Participant{Actor: p, Mention: p.Name, Span: say(p.Name)}
	}
	c := news.Claim{ID: fmt.Sprintf("claim:%s_%d", a.ID, begin), Article: a.ID, Date: f[1], Subject: *part(f[2]), Predicate: f[3], Lemma: f[4], Class: news.Class(f[5]),
		Polarity: news.Affirmed, Modality: news.Actual, Rule: "verb", Confidence: 0.9, Trigger: f[3], DateSource: news.DateFromText}
	trigger := say(f[3])
	c.TriggerStart, c.TriggerEnd, c.CAMEO = trigger.Start, trigger.End, c.Class.CAMEO()
	if f[6] != "" {
		c.Object = part(f[6])
	}
	words := f[7]
	switch {
	case words == "mutual":
		c.Mutual = true
	case words == "negated":
		c.Polarity = news.Negated
	case words == "planned" || strings.HasSuffix(words, "possible"):
		c.Modality = news.Modality(words[max(0, len(words)-len("possible")):])
	case strings.HasPrefix(words, "by:"):
		c.Speaker = part(strings.TrimPrefix(words, "by:"))
	}
	say(words)
	c.SentenceStart, c.SentenceEnd = begin, len(a.Text)-1
	c.Sentence = a.Text[begin : len(a.Text)-1]
	a.Text += "\n"
	return c
}

func sampleNetwork(t testing.TB, s Slice) *Network {
	t.Helper()
	n, err := Choose(sampleGraph(t), s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
