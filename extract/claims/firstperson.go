package claims

import "quadwire/graph/news"

// spokenActs are the classes of what one does by saying it: "we call on Iran" is the speaker's appeal, while "we
// attacked" is the deed of those spoken for.
var spokenActs = map[news.Class]bool{news.Request: true, news.Threaten: true, news.Accuse: true, news.Support: true,
	news.Reject: true, news.State: true}

// firstPerson gives an event whose subject is "I" or "we" in a quotation the speaker as agent, where coreference has
// found nobody or the predicate is an act of speech.
func (r *reader) firstPerson(e *event) {
	t := e.tree
	for _, a := range e.frame.subjects {
		if a.tree != t || a.prep != "" {
			continue
		}
		switch t.form(a.tok) {
		case "i":
		case "we":
			if len(e.agents) > 0 && !spokenActs[e.sense.Class] {
				return
			}
		default:
			continue
		}
		if w := r.quoted(e); len(w) > 0 {
			e.agents = addVia(w, "speaker", 0.3)
		}
		return
	}
}

// threatened turns what a speaker says they will do to somebody into a threat: "we will destroy your army".
func (r *reader) threatened(e *event, s *status) {
	if s.modality != news.Planned || s.negated || e.sense.Class != news.Assault && e.sense.Class != news.Coerce {
		return
	}
	for _, a := range e.frame.subjects {
		if f := a.tree.form(a.tok); f == "i" || f == "we" {
			e.sense.Class, e.sense.CAMEO = news.Threaten, news.Threaten.CAMEO()
			s.modality = news.Actual
			return
		}
	}
}

// performed makes actual what is done by saying that one wants to: "I want to thank the people of Chile".
func (r *reader) performed(e *event, s *status) {
	t, h := e.tree, e.tree.head(e.trigger)
	if h < 0 || s.negated || !spokenActs[e.sense.Class] || !t.rel(e.trigger, "xcomp") || len(e.frame.subjects) == 0 {
		return
	}
	switch t.lemma(h) {
	case "want", "wish", "like", "love":
	default:
		return
	}
	if f := t.form(e.frame.subjects[0].tok); e.frame.subjects[0].tree == t && (f == "i" || f == "we") {
		s.modality = news.Actual
	}
}
