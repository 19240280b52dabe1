package graph

import (
	"slices"
	"strings"

	"quadwire/graph/news"
)

// Cayley refuses what is no valid UTF-8. Readers see to it that texts are valid; here the rest is made so: a wrong
// byte becomes U+FFFD.

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func validArticle(a news.Article) news.Article {
	for _, s := range []*string{&a.Path, &a.Title, &a.Date, &a.Source, &a.URL, &a.Text} {
		*s = valid(*s)
	}
	return a
}

// validClaim returns a copy of c that shares no participant with it.
func validClaim(c news.Claim) news.Claim {
	for _, s := range []*string{&c.Lemma, (*string)(&c.Class), &c.CAMEO, &c.Theme, (*string)(&c.Polarity),
		(*string)(&c.Modality), &c.Date, (*string)(&c.DateSource), &c.Place, &c.Sentence, &c.Trigger, &c.Rule} {
		*s = valid(*s)
	}
	c.Subject = validParticipant(c.Subject)
	for _, p := range []**news.Participant{&c.Object, &c.Speaker} {
		if *p != nil {
			v := validParticipant(**p)
			*p = &v
		}
	}
	return c
}

func validParticipant(p news.Participant) news.Participant {
	for _, s := range []*string{&p.Name, (*string)(&p.Kind), &p.Side, &p.Mention} {
		*s = valid(*s)
	}
	p.Aliases, p.Roles = slices.Clone(p.Aliases), slices.Clone(p.Roles)
	for _, list := range [][]string{p.Aliases, p.Roles} {
		for i := range list {
			list[i] = valid(list[i])
		}
	}
	return p
}
