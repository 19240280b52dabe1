package graph

import (
	"slices"
	"strings"

	"quadwire/graph/news"
)

// Filter chooses claims. The fields work together (and); in a list, one member must fit (or). An empty field lets
// everything through, so the zero value chooses every claim.
//
// What two actors do to each other (Claim.Mutual) is one claim; it fits a filter if it does so one way round or the
// other.
type Filter struct {
	Subjects     []string // ids of actors
	Objects      []string // ids of actors
	Actors       []string // ids of actors: subject or object
	Speakers     []string // ids of actors
	SubjectSides []string // names of states or organisations, as in news.Actor.Side
	ObjectSides  []string // likewise
	WithObject   bool     // only claims that have an object

	Predicates []string        // "warns"
	Lemmas     []string        // "warn"
	Classes    []news.Class    // event classes
	Polarities []news.Polarity // affirmed, negated
	Modalities []news.Modality // actual, planned, possible, requested

	Since, Until string // dates, YYYY-MM-DD, YYYY-MM or YYYY; both inclusive. A claim without a date fits neither.

	Articles      []string // ids of articles
	Sources       []string // publishers, as in news.Article.Source
	MinConfidence float64  // 0 to 1, inclusive
}

// Matches reports whether c fits. source is the source of its article.
func (f *Filter) Matches(c *news.Claim, source string) bool {
	return among(f.Predicates, c.Predicate) && among(f.Lemmas, c.Lemma) && among(f.Classes, c.Class) &&
		among(f.Polarities, c.Polarity) && among(f.Modalities, c.Modality) && among(f.Articles, c.Article) &&
		among(f.Sources, source) && c.Confidence >= f.MinConfidence && within(c.Date, f.Since, f.Until) &&
		(c.Object != nil || !f.WithObject) && f.matchesSpeaker(c) && f.matchesActors(c)
}

func (f *Filter) matchesSpeaker(c *news.Claim) bool {
	return len(f.Speakers) == 0 || c.Speaker != nil && slices.Contains(f.Speakers, c.Speaker.ID)
}

func (f *Filter) matchesActors(c *news.Claim) bool {
	var object news.Actor
	if c.Object != nil {
		object = c.Object.Actor
	}
	if !among(f.Actors, c.Subject.ID) && !among(f.Actors, object.ID) {
		return false
	}
	return f.fits(c.Subject.Actor, object) || c.Mutual && f.fits(object, c.Subject.Actor)
}

func (f *Filter) fits(subject, object news.Actor) bool {
	return among(f.Subjects, subject.ID) && among(f.Objects, object.ID) &&
		among(f.SubjectSides, subject.Side) && among(f.ObjectSides, object.Side)
}

// among reports whether x is in list, or list is empty.
func among[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// within reports whether a date lies in a range of dates. Dates of a month or a year are all of its days: they fit if
// one of the days does.
func within(date, since, until string) bool {
	if since == "" && until == "" {
		return true
	}
	if date == "" {
		return false
	}
	return (since == "" || date >= since || strings.HasPrefix(since, date)) &&
		(until == "" || date <= until || strings.HasPrefix(date, until))
}
