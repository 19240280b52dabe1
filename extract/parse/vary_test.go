package parse

import (
	"math/rand/v2"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// TestVary checks that all kinds of variants come up and that none changes the tree or the original.
func TestVary(t *testing.T) {
	s := sentence("Peace will come , said the minister .")
	for i, h := range []int{2, 2, 4, 2, -1, 6, 4, 4} {
		s.Tokens[i].Head = h
	}
	s.Tokens[4].UPOS, s.Tokens[4].Rel = "VERB", "root"
	s.Tokens[2].Rel = "ccomp"
	random := rand.New(rand.NewPCG(1, 1))
	found := map[string]bool{}
	for range 2000 {
		v := vary(&s, 0.4, random)
		var forms []string
		for i, tok := range v.Tokens {
			if tok.Head != s.Tokens[i].Head || tok.Rel != s.Tokens[i].Rel {
				t.Fatalf("token %d has another head or relation", i)
			}
			forms = append(forms, tok.Form)
		}
		line := strings.Join(forms, " ")
		for _, kind := range []struct{ name, part string }{
			{"capitals", "THE MINISTER"}, {"title", "Will Come"}, {"lower", "peace will"}, {"verb", "declared the minister"}, {"plain", "Peace will come , said the minister ."},
		} {
			if strings.Contains(line, kind.part) {
				found[kind.name] = true
			}
		}
		if len(v.Tokens) == len(s.Tokens)-1 {
			found["stop"] = true
		}
	}
	if len(found) != 6 {
		t.Errorf("found only %v", found)
	}
	if got := s.Tokens[4].Form; got != "said" {
		t.Errorf("the original says %q", got)
	}
	if v := vary(&text.Sentence{}, 1, random); len(v.Tokens) != 0 {
		t.Error("an empty sentence got tokens")
	}
}
