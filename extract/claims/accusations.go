package claims

import (
	"strings"

	"quadwire/graph/news"
)

// blamed is the class of deeds that one is accused of by whoever says that one did them.
var blamed = map[news.Class]bool{news.Assault: true}

// media are words in the names of those who report and accuse nobody.
var media = []string{"news", "times", "post", "agency", "press", "telegraph", "guardian", "reuters", "bbc", "cnn",
	"journal", "daily", "herald", "tribune", "television", "radio", "broadcasting", "tass", "xinhua", "yonhap", "rudaw"}

// accuse makes the accusation that lies in a statement of somebody about the hostile deed of another: "the Kremlin said
// Ukraine had attacked the bridge".
func (r *reader) accuse(e *event, s *status) {
	if !blamed[e.sense.Class] || s.negated || s.modality != news.Actual || len(e.agents) == 0 || len(e.targets) == 0 && len(e.frame.objects) == 0 {
		return
	}
	h, cost := s.cue, 0.8
	var speakers []who
	if s.attested && h >= 0 {
		if !r.reported(e.tree, h) || e.tree.relativeBelow(e.clause, h) {
			return
		}
		speakers = without(r.all([]arg{s.speaker}), e.agents)
	} else if h < 0 && e.rule == "verb" && !e.mutual() && r.actor_[e.agents[0].entity].Kind != news.Group {
		speakers, h, cost = without(r.quoted(e), e.agents), e.clause, 1.2
	}
	if len(speakers) == 0 {
		return
	}
	for _, w := range speakers {
		a := r.actor_[w.entity]
		if reporter(a) || a.Side != "" && sameSide(a, r.actor_[e.agents[0].entity]) {
			return
		}
	}
	acc := &event{tree: e.tree, trigger: h, clause: h, rule: "accusation", theme: e.clause, agents: speakers, targets: e.agents, cost: cost}
	acc.sense.Lemma, acc.sense.Predicate = e.tree.lemma(h), e.tree.lemma(h)
	if h == e.clause { // in a quotation: the deed itself is the trigger
		acc.sense.Predicate = "accuse"
	}
	acc.sense.Class, acc.sense.CAMEO = news.Accuse, news.Accuse.CAMEO()
	r.candidates(acc)
}

// relativeBelow reports whether a relative clause lies on the way from token i up to top.
func (t *tree) relativeBelow(i, top int) bool {
	for n := 0; i >= 0 && i != top && n <= len(t.toks); i, n = t.head(i), n+1 {
		if t.rel(i, "acl:relcl") {
			return true
		}
	}
	return false
}

// reporter reports whether an actor is a news medium.
func reporter(a news.Actor) bool {
	if a.Kind != news.Organization {
		return a.Kind == news.Group
	}
	name := strings.ToLower(a.Name)
	for _, m := range media {
		if strings.Contains(name, m) {
			return true
		}
	}
	return false
}

// sameSide reports whether two actors act for the same state or organisation.
func sameSide(a, b news.Actor) bool {
	side := func(x news.Actor) string {
		if x.Side != "" {
			return x.Side
		}
		return x.Name
	}
	return side(a) == side(b)
}
