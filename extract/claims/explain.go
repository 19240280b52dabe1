package claims

import (
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// Trigger is a word in which the rules saw an event, and what they did not find around it.
type Trigger struct {
	news.Span
	Sentence int        // index in Document.Sentences
	Rule     string     // kind of trigger
	Lemma    string     // of the predicate
	Class    news.Class //
	Frame    string     // condition of the lexicon's sense that held; "_" for any
	Agents   []string   // names of the actors in the agent's place
	Targets  []string   // names of the actors in the target's place
	Missing  string     // "agent", "target", "agent and target", or empty: a claim was tried
}

// Triggers returns the events that the rules saw, whether claims came of them or not, in the order of the text.
func (x *Extractor) Triggers(doc *text.Document, article news.Article) []Trigger {
	r := x.newReader(doc, article)
	for s := range doc.Sentences {
		r.sentence(s)
	}
	var out []Trigger
	for _, e := range r.events {
		t := Trigger{Span: e.tree.toks[e.trigger].Span, Sentence: e.tree.index, Rule: e.rule, Lemma: e.sense.Predicate,
			Class: e.sense.Class, Frame: e.sense.Frame.String()}
		t.Agents, t.Targets = r.namesOf(e.agents), r.namesOf(e.targets)
		switch {
		case len(t.Agents) == 0 && len(t.Targets) == 0:
			t.Missing = "agent and target"
		case len(t.Agents) == 0:
			t.Missing = "agent"
		case len(t.Targets) == 0:
			t.Missing = "target"
		}
		out = append(out, t)
	}
	return out
}

// namesOf returns the names of actors.
func (r *reader) namesOf(ws []who) []string {
	var out []string
	for _, w := range ws {
		out = append(out, r.actor_[w.entity].Name)
	}
	return out
}
