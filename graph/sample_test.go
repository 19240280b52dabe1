package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"quadwire/graph/news"
)

// sample makes articles out of a seed: every field of a claim is used, and every field is sometimes empty.
type sample struct {
	*rand.Rand
	text string
}

func newSample(seed uint64) *sample { return &sample{Rand: rand.New(rand.NewPCG(seed, 7))} }

func pick[T any](s *sample, list ...T) T { return list[s.IntN(len(list))] }

// article returns an article of n sentences, most of which make a claim or two.
func (s *sample) article(id string, n int) ArticleClaims {
	a := news.Article{ID: id, Path: "news/" + id, Title: pick(s, "", "A “title” with\ttabs\nand lines"), Date: pick(s, "", "2023-11-06"),
		Source: pick(s, "", "The Daily \\ Example"), URL: pick(s, "", "https://example.org/a?b=c#d"), Meta: pick(s, nil, []news.Span{{Start: 0, End: 4}, {Start: 6, End: 7}})}
	s.text = "date 2023-11-06\n\n"
	var claims []news.Claim
	for i := range n {
		for j := range s.IntN(3) {
			claims = append(claims, s.claim(id, i, j))
		}
	}
	a.Text = s.text
	return ArticleClaims{Article: a, Claims: claims, Extractor: pick(s, "", "3")}
}

var actors = []news.Actor{
	{ID: "actor:jake_sullivan", Name: "Jake Sullivan", Aliases: []string{"Sullivan"}, Kind: news.Person, Side: "United States", Roles: []string{"adviser"}},
	{ID: "actor:north_korea", Name: "North Korea", Aliases: []string{"DPRK", "Pyongyang"}, Kind: news.Country, Side: "North Korea"},
	{ID: "actor:kim", Name: "Kim Jong Un", Kind: news.Person},
	{ID: "actor:the \"blue\" 50%_party", Name: "the \"blue\" 50%_party", Kind: news.Group},
	{ID: "actor:côte_d’ivoire", Name: "Côte d’Ivoire", Side: "Côte d’Ivoire"},
}

// mention writes words into the text and returns where they stand.
func (s *sample) mention(words string) news.Span {
	at := news.Span{Start: len(s.text), End: len(s.text) + len(words)}
	s.text += words + " "
	return at
}

func (s *sample) participant() *news.Participant {
	a := pick(s, actors...)
	a.Aliases = slices.Clone(a.Aliases)
	if a.Aliases == nil {
		a.Aliases = []string{}
	}
	words := pick(s, append(a.Aliases, a.Name)...)
	return &news.Participant{Actor: a, Mention: words, Span: s.mention(words)}
}

func (s *sample) claim(article string, i, j int) news.Claim {
	verb := pick(s, [2]string{"warns", "warn"}, [2]string{"pulls out of", "pull out of"}, [2]string{"lies", "lie"}, [2]string{"meets", "meet"}, [2]string{"50%_es", "50%_e"})
	c := news.Claim{ID: fmt.Sprintf("claim:%s_%d_%d", article, i, j), Article: article, Predicate: verb[0], Lemma: verb[1],
		Class: pick(s, news.Classes...), Theme: pick(s, "", "an arms deal\nwith Russia"), Polarity: pick(s, news.Affirmed, news.Affirmed, news.Negated),
		Modality: pick(s, news.Actual, news.Actual, news.Planned, news.Possible, news.Requested), Date: pick(s, "", "2023-11-06", "2023-11", "2023", "Monday"),
		DateSource: pick(s, news.DateUnknown, news.DateFromText, news.DateFromArticle), Place: pick(s, "", "Sochi"), Rule: pick(s, "verb", "noun"),
		Confidence: float64(s.IntN(1001)) / 1000, Mutual: verb[1] == "meet"}
	c.CAMEO = pick(s, c.Class.CAMEO(), c.Class.CAMEO(), "", "138")
	start := len(s.text)
	c.Subject = *s.participant()
	c.Trigger = pick(s, "warned", "warning", "“met”")
	at := s.mention(c.Trigger)
	c.TriggerStart, c.TriggerEnd = at.Start, at.End
	if s.IntN(4) > 0 {
		c.Object = s.participant()
	}
	if s.IntN(4) == 0 {
		c.Speaker = s.participant()
	}
	c.SentenceStart, c.SentenceEnd = start, len(s.text)-1
	c.Sentence = strings.TrimSuffix(s.text[start:], " ")
	s.text += "\u2028\n"
	return c
}

// articles returns k articles.
func (s *sample) articles(k int) []ArticleClaims {
	out := make([]ArticleClaims, k)
	for i := range out {
		out[i] = s.article(fmt.Sprintf("%03d article %%_é.txt", i), 1+s.IntN(8))
	}
	return out
}

// open makes an empty database and checks it when the test ends.
func openTest(t testing.TB) *Store {
	t.Helper()
	s, err := OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeTest(t, s) })
	return s
}

// warning is an article with one claim: Jake Sullivan warned North Korea.
func warning(id, date string) ArticleClaims {
	const text = "Jake Sullivan warned North Korea on “Monday”."
	c := news.Claim{ID: "claim:" + id, Article: id, Predicate: "warns", Lemma: "warn", Class: news.Threaten, CAMEO: "13",
		Polarity: news.Affirmed, Modality: news.Actual, Date: date, DateSource: news.DateFromArticle, Sentence: text[:35],
		SentenceEnd: 35, Trigger: "warned", TriggerStart: 14, TriggerEnd: 20, Rule: "verb", Confidence: 0.9}
	c.Subject = news.Participant{Actor: actors[0], Mention: "Jake Sullivan", Span: news.Span{Start: 0, End: 13}}
	c.Object = &news.Participant{Actor: actors[1], Mention: "North Korea", Span: news.Span{Start: 21, End: 32}}
	return ArticleClaims{Article: news.Article{ID: id, Date: date, Text: text}, Claims: []news.Claim{c}, Extractor: "1"}
}
