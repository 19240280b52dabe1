package claims

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"

	"quadwire/extract/claims/lexicon"
	"quadwire/graph/news"
)

// candidates makes one candidate for every pair of agent and target of e, and one without object where there is no
// target but a theme.
func (r *reader) candidates(e *event) {
	if e.sense.Is(lexicon.Aux) {
		return
	}
	s := r.statusOf(e)
	r.firstPerson(e)
	e.targets = unbound(e.targets, e.agents)
	r.threatened(e, &s)
	r.performed(e, &s)
	for _, p := range e.pairs() {
		r.candidate(e, &s, p[0], &p[1])
	}
	r.accuse(e, &s)
	if len(e.targets) == 0 && e.theme >= 0 && e.rule == "verb" {
		for _, a := range e.agents {
			r.candidate(e, &s, a, nil)
		}
	}
}

// pairs returns agents with targets; of a mutual event whose actors stand in one place, each pair once.
func (e *event) pairs() [][2]who {
	var out [][2]who
	if sameActors(e.agents, e.targets) && (e.mutual() || together[e.sense.Class]) {
		for i, a := range e.agents {
			for _, b := range e.agents[i+1:] {
				out = append(out, [2]who{a, b})
			}
		}
		return out
	}
	for _, a := range e.agents {
		for _, b := range e.targets {
			out = append(out, [2]who{a, b})
		}
	}
	return out
}

// together are the classes of what several do with each other when the same actors stand in both places.
var together = map[news.Class]bool{news.Agree: true, news.Consult: true, news.Cooperate: true}

func sameActors(a, b []who) bool {
	return slices.EqualFunc(a, b, func(x, y who) bool { return x.entity == y.entity })
}

// candidate adds the candidate that a did e to b; b is nil without object.
func (r *reader) candidate(e *event, s *status, a who, b *who) {
	t := e.tree
	sent := &r.doc.Sentences[t.index]
	trig := t.toks[e.trigger]
	c := Candidate{subject: a.entity, object: -1, token: e.trigger, sentence: t.index}
	c.Claim = news.Claim{Article: r.article.ID, Subject: r.participant(a), Lemma: e.sense.Predicate, Class: e.sense.Class,
		Predicate: lexicon.Present(e.sense.Predicate),
		CAMEO:     e.sense.CAMEO, Mutual: b != nil && (e.mutual() || together[e.sense.Class] && sameActors(e.agents, e.targets)), Polarity: news.Affirmed, Modality: s.modality,
		Sentence: r.doc.Text[sent.Start:sent.End], SentenceStart: sent.Start, SentenceEnd: sent.End,
		Trigger: r.doc.Text[trig.Start:trig.End], TriggerStart: trig.Start, TriggerEnd: trig.End}
	if s.negated {
		c.Polarity = news.Negated
	}
	via := append([]string{e.rule}, a.via...)
	if b != nil {
		o := r.participant(*b)
		c.Object, c.object = &o, b.entity
		via = append(via, b.via...)
	}
	c.Rule = ruleName(via)
	c.Theme = e.themeText()
	c.Date, c.DateSource = r.dateOf(e)
	c.Place = r.placeOf(e)
	c.Speaker = r.speakerOf(e, s, a)
	c.Score = r.score(e, s, a, b)
	c.Confidence = confidence(c.Score)
	c.ID = claimID(&c)
	r.out = append(r.out, c)
}

// participant makes the participant of a claim: the actor and the words that denote it here.
func (r *reader) participant(w who) news.Participant {
	m := r.doc.Mentions[w.mention]
	return news.Participant{Actor: r.actor_[w.entity], Mention: r.doc.Text[m.Start:m.End], Span: m.Span}
}

// speakerOf returns who says so: the subject of the word of saying above, the speaker of the quotation, or who is
// named after "according to"; nil for the article's voice. A claim's own subject is not its speaker.
func (r *reader) speakerOf(e *event, s *status, subject who) *news.Participant {
	var ws []who
	if s.attested {
		ws = r.subjectActors([]arg{s.speaker})
	}
	if len(ws) == 0 {
		ws = r.accordingTo(e)
	}
	if len(ws) == 0 {
		ws = r.quoted(e)
	}
	if len(ws) == 0 {
		return nil
	}
	p := r.participant(ws[0])
	return &p
}

// accordingTo finds the source of "according to X" in the clauses around the event.
func (r *reader) accordingTo(e *event) []who {
	t := e.tree
	for i, n := e.clause, 0; i >= 0 && n <= len(t.toks); i, n = t.head(i), n+1 {
		for _, k := range t.kids[i] {
			if t.rel(k, "obl", "nmod", "advcl") && (t.prep(k) == "according to" || t.lemma(k) == "accord") {
				if w := r.subjectActors([]arg{t.plain(k)}); len(w) > 0 {
					return w
				}
			}
		}
	}
	return nil
}

// nestedQuotes is how many quotations back one that is still open is looked for.
const nestedQuotes = 8

// quoted returns the speaker of the innermost quotation around the event.
func (r *reader) quoted(e *event) []who {
	tok := e.tree.toks[e.trigger]
	after := sort.Search(len(r.doc.Quotes), func(i int) bool { return r.doc.Quotes[i].Start > tok.Start })
	for n, q := range slices.Backward(r.doc.Quotes[:after]) {
		if after-n > nestedQuotes {
			break
		}
		if tok.End <= q.End && q.Speaker >= 0 && r.actorKind(r.doc.Mentions[q.Speaker].Entity) {
			return []who{{entity: r.doc.Mentions[q.Speaker].Entity, mention: q.Speaker}}
		}
	}
	return nil
}

// ruleName joins the names of the rules, each once.
func ruleName(via []string) string {
	var out []string
	for _, v := range via {
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return strings.Join(out, "+")
}

// claimID hashes where the claim stands and who has which part in it.
func claimID(c *Candidate) string {
	object := ""
	if c.Object != nil {
		object = c.Object.ID
	}
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%d\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s", c.Article, c.TriggerStart, c.TriggerEnd, c.Class,
		c.Lemma, c.Subject.ID, object, c.Polarity, c.Modality))
	return "claim:" + hex.EncodeToString(h[:8])
}

// sift drops what is no claim: an actor's relation to itself, candidates of low confidence, and those that say the
// same as a better one in the same sentence.
func (r *reader) sift() {
	best := map[string]int{}
	r.toldByVerb()
	for i := range r.out {
		c := &r.out[i]
		switch {
		case c.Dropped != "":
		case c.subject == c.object || c.Object != nil && c.Subject.ID == c.Object.ID:
			c.Dropped = "both actors are the same"
		case c.Confidence < r.Threshold:
			c.Dropped = fmt.Sprintf("confidence %.2f below %.2f", c.Confidence, r.Threshold)
		}
		if c.Dropped != "" {
			continue
		}
		key := fmt.Sprintf("%d|%d|%d|%s|%s", c.sentence, c.subject, c.object, c.Lemma, c.Class)
		if j, ok := best[key]; !ok {
			best[key] = i
		} else if r.out[j].Score >= c.Score {
			c.Dropped = "said already in this sentence"
		} else {
			r.out[j].Dropped = "said already in this sentence"
			best[key] = i
		}
	}
}

// toldByVerb drops the claims of event nouns whose verb makes a claim of the same actors: "lifted sanctions on Cuba".
func (r *reader) toldByVerb() {
	type key struct{ sentence, token, subject, object int }
	verbs := map[key]bool{}
	for _, c := range r.out {
		if strings.HasPrefix(c.Rule, "verb") {
			verbs[key{c.sentence, c.token, c.subject, c.object}] = true
		}
	}
	for i := range r.out {
		c := &r.out[i]
		if !strings.HasPrefix(c.Rule, "noun") {
			continue
		}
		t := r.trees[c.sentence]
		if h := t.head(c.token); h >= 0 && t.rel(c.token, "obj", "nsubj:pass") && verbs[key{c.sentence, h, c.subject, c.object}] {
			c.Dropped = "its verb tells the same"
		}
	}
}
