package claims

import "quadwire/graph/news"

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
			if !t.inverted(aux) { // "should Israel strike"
				s.weaken(news.Requested)
			}
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
