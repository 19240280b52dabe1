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
	for n := 0; i >= 0 && n <= len(t.toks); n++ {
		switch {
		case sibling:
		case t.pos(i, "NOUN", "PROPN") && t.child(i, "cop") < 0:
			r.nounStatus(t, i, &s)
		default:
			r.clauseStatus(t, i, &s)
		}
		h := t.head(i)
		sibling = t.rel(i, "conj") && h >= 0
		if h < 0 || !r.climb(t, i, h, &s) {
			break
		}
		i = h
	}
	return s
}

// clauseStatus reads auxiliaries, negation and adverbs of the clause headed by i.
func (r *reader) clauseStatus(t *tree, i int, s *status) {
	aux := i
	if t.rel(i, "conj") && t.child(i, "aux", "nsubj", "cop") < 0 && t.head(i) >= 0 && t.clausal(t.head(i)) {
		aux = t.head(i)
	}
	for _, k := range t.kids[aux] {
		if !t.rel(k, "aux") {
			continue
		}
		switch t.lemma(k) {
		case "may", "might", "could", "can":
			s.weaken(news.Possible)
		case "will", "shall", "wo", "'ll", "’ll", "would", "'d":
			s.weaken(news.Planned)
		case "should", "must", "ought":
			s.weaken(news.Requested)
		}
	}
	if aux != i && t.hasLemma(i, "or", "nor") >= 0 && t.hasLemma(aux, "not", "n't", "never", "neither") >= 0 {
		s.negated = !s.negated
	}
	for _, k := range t.kids[i] {
		switch {
		case negations[t.form(k)] && t.rel(k, "advmod", "det", "cc", "neg", "mark", "case", "aux"):
			s.negated = !s.negated
		case t.rel(k, "advmod"):
			s.adverb(t.form(k))
		case t.rel(k, "mark", "advmod") && (t.form(k) == "if" || t.form(k) == "unless" || t.form(k) == "whether"),
			t.rel(k, "mark") && conditions[t.form(k)]:
			s.weaken(news.Possible)
		case t.rel(k, "aux") || t.rel(k, "nsubj", "obj") && t.hasDet(k, "no") && t.pos(i, "VERB"):
			if !t.rel(k, "aux") && !s.negated {
				s.negated = true
			}
		}
	}
	if t.marker(i) == "to" && t.hasLemma(i, "be") >= 0 && t.child(i, "cop", "aux") >= 0 && t.child(i, "nsubj") >= 0 {
		s.weaken(news.Planned) // "is to meet"
	}
	if t.marker(i) == "unless" {
		s.negated = !s.negated
	}
	if t.neither(i) {
		s.negated = !s.negated
	}
	if t.conditional(i) && s.modality == news.Planned || t.question(i) && s.modality != news.Requested {
		s.modality = news.Possible
	}
	if t.inverted(i) {
		s.weaken(news.Possible)
	}
}

var negations = map[string]bool{"not": true, "n't": true, "n’t": true, "never": true, "neither": true, "nor": true,
	"without": true, "hardly": true}

var conditions = map[string]bool{"if": true, "unless": true, "whether": true, "lest": true, "provided": true}

// neither reports whether the subject or an adverb of i denies it: "neither X nor Y", "no longer".
func (t *tree) neither(i int) bool {
	for _, k := range t.kids[i] {
		if t.rel(k, "nsubj", "nsubj:pass") && t.hasLemma(k, "neither") >= 0 {
			return true
		}
		if t.rel(k, "advmod") && t.form(k) == "longer" {
			return true
		}
	}
	return false
}

// conditional reports whether i is the main clause of a conditional.
func (t *tree) conditional(i int) bool {
	for _, k := range t.children(i, "advcl") {
		if conditions[t.marker(k)] || t.inverted(k) {
			return true
		}
	}
	return false
}

// inverted reports whether i is a conditional clause without "if": "should Israel strike", "were China to invade".
func (t *tree) inverted(i int) bool {
	s := t.child(i, "nsubj", "nsubj:pass")
	if !t.rel(i, "advcl") || s < 0 {
		return false
	}
	for _, k := range t.children(i, "aux", "cop") {
		if f := t.form(k); k < s && (f == "should" || f == "were" || f == "had") {
			return true
		}
	}
	return false
}

// question reports whether i heads a sentence that asks.
func (t *tree) question(i int) bool {
	last := len(t.toks) - 1
	for last > 0 && t.pos(last, "PUNCT") && t.form(last) != "?" {
		last--
	}
	if !t.rel(i, "root") || last < 0 || t.form(last) != "?" {
		return false
	}
	for _, k := range t.children(i, "advmod") { // "why did Britain leave" takes it for granted
		if f := t.form(k); f == "why" || f == "how" || f == "when" || f == "where" {
			return false
		}
	}
	return true
}

// adverb reads a sentence adverb.
func (s *status) adverb(form string) {
	switch form {
	case "possibly", "perhaps", "maybe", "potentially", "likely", "probably", "presumably", "conceivably", "if", "whether":
		s.weaken(news.Possible)
	case "allegedly", "reportedly", "purportedly", "supposedly":
		s.uncertain = true
	}
}

// weaken sets the modality unless a word nearer to the event has already said something other than actual. What may be
// planned is possible.
func (s *status) weaken(m news.Modality) {
	if s.modality == news.Actual || s.modality == news.Planned && m == news.Possible {
		s.modality = m
	}
}

// nounStatus reads the words before an event noun: "a potential deal", "no talks", "the planned visit".
func (r *reader) nounStatus(t *tree, i int, s *status) {
	for _, k := range t.kids[i] {
		switch {
		case t.rel(k, "amod", "compound", "acl"):
			switch t.lemma(k) {
			case "potential", "possible", "feared", "hypothetical", "likely", "proposed", "suspected", "alleged",
				"prospective", "fear", "propose", "suspect", "allege", "threatened", "threaten", "eventual", "conceivable":
				s.weaken(news.Possible)
			case "planned", "upcoming", "future", "expected", "forthcoming", "scheduled", "impending", "plan", "expect",
				"schedule", "imminent", "looming", "intended", "further":
				if t.lemma(k) != "further" {
					s.weaken(news.Planned)
				}
			case "failed", "aborted", "cancelled", "canceled", "cancel":
				s.negated = true
			}
		case t.rel(k, "det") && (t.form(k) == "no" || t.form(k) == "any" && false), t.rel(k, "case") && t.form(k) == "without":
			s.negated = true
		case t.rel(k, "det") && t.form(k) == "any":
			s.weaken(news.Possible)
		}
	}
}

// hasDet reports whether noun i has the determiner.
func (t *tree) hasDet(i int, form string) bool {
	for _, k := range t.kids[i] {
		if t.rel(k, "det", "advmod") && t.form(k) == form {
			return true
		}
	}
	return false
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
		if !r.effect(t, h, true, s) && t.marked(i, "against") { // "its stance against supplying arms"
			s.negated = !s.negated
		}
		return true
	case t.rel(i, "parataxis"):
		return false
	case t.rel(i, "obj", "nsubj:pass", "obl", "nmod", "nsubj", "iobj"):
		if t.rel(i, "nmod", "obl") && !aboutPreps[t.prep(i)] {
			return t.rel(i, "nmod") && t.prep(i) == "of" || t.rel(i, "obl")
		}
		if t.rel(i, "nsubj") && !t.rel(i, "nsubj:pass") {
			return true
		}
		r.effect(t, h, false, s)
		return true
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
	case m == "":
		return false
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
