package parse

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// vary returns the sentence or, now and then, a variant of it: as a headline or a careless writer would have it, in
// capitals, in title case, in lower case, without its full stop; or, at a share of sayings, with another verb of saying,
// since treebanks know little else than "said".
func vary(s *text.Sentence, sayings float64, random *rand.Rand) *text.Sentence {
	var recase func(string) string
	switch r := random.Float64(); {
	case r < 0.02:
		recase = strings.ToUpper
	case r < 0.05:
		recase = title
	case r < 0.07:
		recase = strings.ToLower
	}
	drop := random.Float64() < 0.1 && endsWithStop(s)
	say := sayings > 0 && random.Float64() < sayings && says(s)
	if recase == nil && !drop && !say {
		return s
	}
	v := *s
	v.Tokens = append([]text.Token(nil), s.Tokens...)
	if drop {
		v.Tokens = v.Tokens[:len(v.Tokens)-1]
	}
	if say {
		replaceSay(v.Tokens, random)
	}
	if recase != nil {
		for i := range v.Tokens {
			v.Tokens[i].Form = recase(v.Tokens[i].Form)
		}
	}
	return &v
}

// verbsOfSaying can stand for a form of "say" beside a quotation.
var verbsOfSaying = map[string][]string{
	"said": {"stated", "added", "announced", "declared", "warned", "explained", "noted", "claimed", "argued", "insisted", "replied", "wrote", "tweeted", "commented", "remarked", "asserted", "stressed", "admitted", "recalled", "testified"},
	"says": {"states", "adds", "announces", "declares", "warns", "explains", "notes", "claims", "argues", "insists", "replies", "writes", "comments", "asserts", "stresses", "admits", "recalls"},
}

// says says whether a sentence has a form of "say" that can be replaced.
func says(s *text.Sentence) bool {
	for i := range s.Tokens {
		if verbsOfSaying[s.Tokens[i].Form] != nil && s.Tokens[i].UPOS == "VERB" {
			return true
		}
	}
	return false
}

// replaceSay replaces the forms of "say" that have a quotation or a clause beside them and nothing that only "say" takes.
func replaceSay(tokens []text.Token, random *rand.Rand) {
	quotes, others := make([]bool, len(tokens)), make([]bool, len(tokens))
	for _, t := range tokens {
		if t.Head < 0 {
			continue
		}
		switch t.Rel {
		case "ccomp", "parataxis":
			quotes[t.Head] = true
		case "obj", "xcomp", "obl", "nsubj:pass":
			others[t.Head] = true
		}
	}
	for i := range tokens {
		t := &tokens[i]
		if verbs := verbsOfSaying[t.Form]; verbs != nil && t.UPOS == "VERB" && (quotes[i] || t.Rel == "parataxis") && !others[i] {
			t.Form = verbs[random.IntN(len(verbs))]
		}
	}
}

// endsWithStop says whether the last token of a longer sentence is a full stop on which no other depends.
func endsWithStop(s *text.Sentence) bool {
	last := len(s.Tokens) - 1
	if last < 2 || s.Tokens[last].Form != "." || s.Tokens[last].Head < 0 {
		return false
	}
	for _, t := range s.Tokens {
		if t.Head == last {
			return false
		}
	}
	return true
}

// title gives a word a capital, as headlines do, but for short function words.
func title(form string) string {
	switch form {
	case "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "but", "as", "n't", "'s":
		return form
	}
	r, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[size:]
}
