package claims

import "strings"

// known returns the lemma of token i by which words knows it: the lemma given, else one that an inflected form may
// have. Lemmatizers cut endings wrongly from words that they have not learned ("blam", "invad").
func known(t *tree, i int, words func(lemma string) bool) string {
	lemma := t.lemma(i)
	if words(lemma) {
		return lemma
	}
	for _, stem := range stems(t.form(i)) {
		if words(stem) {
			return stem
		}
	}
	return lemma
}

// stems returns the forms that an English verb or noun may have without its ending.
func stems(form string) []string {
	var out []string
	for _, e := range []struct{ end, put string }{{"ied", "y"}, {"ies", "y"}, {"ed", "e"}, {"ed", ""}, {"es", "e"}, {"es", ""},
		{"s", ""}, {"ying", "ie"}, {"ing", "e"}, {"ing", ""}, {"", ""}} {
		if s, ok := strings.CutSuffix(form, e.end); ok && len(s) > 1 {
			out = append(out, s+e.put)
			if n := len(s); e.put == "" && (e.end == "ed" || e.end == "ing") && s[n-1] == s[n-2] {
				out = append(out, s[:n-1])
			}
		}
	}
	return out
}

// verbLemma returns the lemma by which the lexicon knows the verb at token i.
func (r *reader) verbLemma(t *tree, i int) string {
	return known(t, i, func(l string) bool { return len(r.lex.Verb(l)) > 0 })
}

// nounLemma returns the lemma by which the lexicon knows the noun at token i.
func (r *reader) nounLemma(t *tree, i int) string {
	return known(t, i, func(l string) bool { return len(r.lex.Noun(l)) > 0 })
}
