package cmd

import (
	"testing"

	"quadwire/graph/news"
)

func TestVerbOf(t *testing.T) {
	for words, want := range map[string][2]string{"warned": {"warns", "warn"}, "warns": {"warns", "warn"}, "meets": {"meets", "meet"}, "supplies": {"supplies", "supply"},
		"condemned": {"condemns", "condemn"}, "accuses": {"accuses", "accuse"}, "met with": {"met with", "met with"}, "member of": {"member of", "member of"}} {
		predicate, lemma, class := verbOf(words)
		if predicate != want[0] || lemma != want[1] {
			t.Errorf("%q is %q, %q (%s), want %q", words, predicate, lemma, class, want)
		}
		if words == "warned" && class != news.Threaten {
			t.Errorf("warned is %s", class)
		}
	}
}
