package claims

import (
	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// status is how an event relates to what happens: told as fact, planned, possible or asked for; denied or not; by whom.
type status struct {
	modality  news.Modality
	negated   bool
	speaker   arg  // who says so
	cue       int  // token of the word of saying; -1 if none
	attested  bool // there is a speaker
	uncertain bool // hedged: "alleged", "reportedly"
}

// statusOf walks from the event's word up the tree and collects what the words around make of it.
func (r *reader) statusOf(e *event) status {
	t := e.tree
	s := status{modality: news.Actual, cue: -1}
	if e.sense.Is(lexicon.Neg) {
		s.negated = true
	}
	if e.trigger != e.clause && t.pos(e.trigger, "NOUN") {
		r.nounStatus(t, e.trigger, &s)
	}
	s.apply(e.light.Complement.Effect)
	i, sibling := e.clause, false // sibling: i is a conjunct of what the walk comes from, and says nothing of it
	settled := false              // from here on only the speaker is looked for
	var found status
	for n := 0; i >= 0 && n <= len(t.toks); n++ {
		switch {
		case sibling || settled:
		case t.pos(i, "NOUN", "PROPN") && t.child(i, "cop") < 0:
			if i == e.clause {
				r.nounStatus(t, i, &s)
			}
		default:
			r.clauseStatus(t, i, &s)
		}
		h := t.head(i)
		sibling = t.rel(i, "conj") && h >= 0
		if h < 0 {
			break
		}
		before := s
		if !r.climb(t, i, h, &s) && !settled {
			settled, found = true, s
		} else if t.rel(i, "advcl") && t.marker(i) == "" {
			s.negated = before.negated // "did not agree, citing"
		}
		i = h
	}
	if settled {
		s.modality, s.negated = found.modality, found.negated
	}
	return s
}

// climb applies to s what the word at h makes of the phrase or clause at i that depends on it, and reports whether
// the walk goes on from h.
func (r *reader) climb(t *tree, i, h int, s *status) bool {
	switch {
	case t.rel(i, "conj"):
		return true
	case t.rel(i, "ccomp", "xcomp", "csubj", "advcl", "parataxis", "acl") && t.rel(i, "acl:relcl"):
		return false
	case t.rel(i, "advcl"):
		return r.climbAdverbial(t, i, h, s)
	case t.rel(i, "ccomp", "xcomp", "csubj"):
		r.effect(t, h, true, s)
		return !r.reported(t, h)
	case t.rel(i, "acl"):
		if !t.marked(i, "to", "of", "that", "from", "against", "on", "about") {
			return true // "reports indicating": the participle stands in its noun's clause
		}
		if _, known := r.senseAt(t, h); !known && t.marked(i, "against") { // "its stance against supplying arms"
			s.negated = !s.negated
			return true
		}
		r.effect(t, h, true, s)
		return true
	case t.rel(i, "parataxis"):
		return false
	case t.rel(i, "obj", "nsubj:pass", "obl", "nmod", "nsubj", "iobj"):
		if t.rel(i, "nmod", "obl") && !aboutPreps[t.prep(i)] {
			return false
		}
		if t.rel(i, "obl") && t.prep(i) == "for" { // "will travel there for talks"
			r.effect(t, h, false, s)
			return true
		}
		if t.rel(i, "nsubj") && !t.rel(i, "nsubj:pass") {
			return false
		}
		return r.effect(t, h, false, s) || t.rel(i, "nmod") && t.prep(i) == "of"
	case t.rel(i, "compound", "amod", "nmod:poss", "appos", "dep", "flat"):
		return t.rel(i, "compound")
	}
	return false
}

// aboutPreps join an event noun to the word that says what becomes of it: "possibility of talks", "plans for a visit".
var aboutPreps = map[string]bool{"of": true, "for": true, "about": true, "to": true, "against": true, "regarding": true}

// climbAdverbial handles clauses of condition, purpose and manner, and the gerunds of a verb's frame.
func (r *reader) climbAdverbial(t *tree, i, h int, s *status) bool {
	m := t.marker(i)
	switch {
	case conditions[m] || t.marked(i, "if", "unless"):
		s.weaken(news.Possible)
		return false
	case t.gerundComplement(i):
		if !r.effect(t, h, true, s) && m == "to" && !t.pos(h, "ADJ") {
			s.weaken(news.Planned)
		}
		return !r.reported(t, h)
	case m == "": // "may supply shells, violating the sanctions"
		return t.gerund(i) && i > h
	}
	return t.gerund(i) && m != "while" && m != "after" && m != "before" && m != "since" && m != "without" && m != "despite"
}

// effect applies the complement effect of the word at h and reports whether the lexicon knows one. clause is false
// for an event noun in an argument's place.
func (r *reader) effect(t *tree, h int, clause bool, s *status) bool {
	sense, ok := r.senseAt(t, h)
	if !ok {
		if m := outlook[t.form(h)]; clause && m != "" && t.pos(h, "ADJ", "VERB") {
			s.weaken(m)
			return true
		}
		if clause && t.pos(h, "NOUN", "PROPN") {
			s.weaken(news.Planned)
		}
		return false
	}
	if clause {
		r.reportedBy(t, h, sense, s)
	}
	if sense.Complement.Effect == lexicon.Negated && clause {
		switch sense.Class {
		case news.Threaten: // "warned them against attacking": they may
			return s.apply(lexicon.Possible)
		case news.Request: // "advised against leaving": not to
			s.apply(lexicon.Requested)
		}
	}
	return s.apply(sense.Complement.Effect)
}

// reported reports whether the word at h only says what its clause says, so that its own modality and negation are
// no matter of the clause: "did not say that".
func (r *reader) reported(t *tree, h int) bool {
	sense, ok := r.senseAt(t, h)
	return ok && sense.Complement.Effect == lexicon.Reported
}

// outlook are adjectives that say how far off what their infinitive says is: "is set to visit".
var outlook = map[string]news.Modality{"set": news.Planned, "due": news.Planned, "ready": news.Planned, "prepared": news.Planned,
	"poised": news.Planned, "scheduled": news.Planned, "bound": news.Planned, "willing": news.Planned, "eager": news.Planned,
	"determined": news.Planned, "about": news.Planned, "keen": news.Planned, "likely": news.Possible, "able": news.Possible,
	"unlikely": news.Possible, "free": news.Possible, "expected": news.Planned, "slated": news.Planned}

// apply lets the effect of an embedding word work on what it embeds, and reports whether there is one.
func (s *status) apply(effect lexicon.Effect) bool {
	switch effect {
	case lexicon.Planned:
		s.weaken(news.Planned)
	case lexicon.Possible:
		s.weaken(news.Possible)
	case lexicon.Requested:
		s.weaken(news.Requested)
	case lexicon.Negated:
		s.negated = !s.negated
	default:
		return false
	}
	return true
}

// reportedBy makes the subject of a word of saying the speaker, the nearest one counting.
func (r *reader) reportedBy(t *tree, h int, sense lexicon.Sense, s *status) {
	if s.attested || !(sense.Is(lexicon.Speech) || sense.Complement.Effect == lexicon.Reported ||
		sense.Complement.Effect == lexicon.Requested) {
		return
	}
	for _, a := range t.subjectsOf(h, 0) {
		if len(r.subjectActors([]arg{a})) > 0 {
			s.speaker, s.attested, s.cue = a, true, h
			return
		}
	}
}

// senseAt returns the sense of the verb, noun or adjective at token h.
func (r *reader) senseAt(t *tree, h int) (lexicon.Sense, bool) {
	if t.pos(h, "VERB", "AUX") {
		f := t.verbFrame(h)
		return r.senseOf(t, h, &f)
	}
	if t.pos(h, "ADJ") {
		f := t.verbFrame(h)
		return r.lex.Match(r.lex.Adjective(t.lemma(h)), r.features(t, h, f))
	}
	return r.lex.Match(r.lex.Noun(r.nounLemma(t, h)), r.nounFeatures(t, h, r.nounPlaces(t, h, nil)))
}
