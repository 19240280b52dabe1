package lexicon

import "strings"

// prepositions are the names of conditions and slots that stand for a prepositional phrase.
var prepositions = wordSet(`about across after against ahead_of along along_with alongside amid among around as as_for as_to
	at away_from because_of before behind below beneath between beyond by close_to concerning despite due_to during
	following for from in in_favor_of in_front_of in_support_of in_return_for inside instead_of into like near of off on on_behalf_of
	onto out out_of outside over past regarding through throughout to together_with toward towards under until up
	upon via with within without`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// american returns the spellings under which a British lemma may be listed.
func american(lemma string) []string {
	var out []string
	for _, p := range [...][2]string{{"ise", "ize"}, {"yse", "yze"}, {"our", "or"}, {"ence", "ense"}, {"isation", "ization"},
		{"ll", "l"}, {"tre", "ter"}, {"ogue", "og"}} {
		if stem, ok := strings.CutSuffix(lemma, p[0]); ok {
			out = append(out, stem+p[1])
		}
	}
	if i := strings.Index(lemma, "our"); i > 0 {
		out = append(out, lemma[:i]+"or"+lemma[i+3:]) // favourable, honouree
	}
	if strings.HasPrefix(lemma, "manoeuv") {
		out = append(out, "maneuver")
	}
	return out
}
