package claims_test

import (
	"strings"
	"testing"

	"quadwire/extract"
	"quadwire/extract/claims"
	"quadwire/graph/news"
)

// TestRules runs the example of every rule: a claim with the rule in its name and the actors given must come out.
func TestRules(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range claims.Rules {
		t.Run(strings.ReplaceAll(rule.Name, " ", "-"), func(t *testing.T) {
			f := strings.Split(rule.Claim, "|")
			if len(f) != 3 {
				t.Fatalf("want 3 fields: %q", rule.Claim)
			}
			subject, lemma, object := strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])
			var found []string
			cands, _ := x.Explain(news.Article{ID: "example", Text: rule.Example, Date: "2024-03-20"})
			for _, c := range cands {
				if c.Object == nil {
					continue
				}
				found = append(found, c.Subject.Name+" | "+c.Lemma+" | "+c.Object.Name+" by "+c.Rule+" "+c.Dropped)
				if c.Dropped == "" && strings.Contains("+"+c.Rule+"+", "+"+rule.Name+"+") && c.Lemma == lemma &&
					(is(c.Subject, subject) && is(*c.Object, object) || c.Mutual && is(c.Subject, object) && is(*c.Object, subject)) {
					return
				}
			}
			t.Errorf("%s\nwant %s by %s\nfound %s", rule.Example, rule.Claim, rule.Name, strings.Join(found, "\n      "))
		})
	}
}

// TestRuleNames checks that every rule that makes claims of our own sentences is documented.
func TestRuleNames(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, r := range claims.Rules {
		known[r.Name] = true
	}
	for _, r := range claims.Rules {
		for _, c := range x.Extract(news.Article{ID: "example", Text: r.Example}) {
			for n := range strings.SplitSeq(c.Rule, "+") {
				if !known[n] && !isPreposition(n) {
					t.Errorf("rule %q of %q is not in Rules", n, c.Rule)
				}
			}
		}
	}
}

// isPreposition reports whether a part of a rule's name is the preposition of the phrase where the actor stands.
func isPreposition(s string) bool {
	return strings.Contains(" about above after against among at before between by during for from in inside into near of off on onto "+
		"out out of outside over regarding concerning through to toward towards under upon with within without across along around behind beyond ", " "+s+" ")
}
