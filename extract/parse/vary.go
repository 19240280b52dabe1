package parse

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

// vary returns the sentence or, now and then, a variant of it as a headline or a careless writer would have it: in
// capitals, in title case, in lower case, without its full stop.
func vary(s *text.Sentence, random *rand.Rand) *text.Sentence {
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
	if recase == nil && !drop {
		return s
	}
	v := *s
	v.Tokens = append([]text.Token(nil), s.Tokens...)
	if drop {
		v.Tokens = v.Tokens[:len(v.Tokens)-1]
	}
	if recase != nil {
		for i := range v.Tokens {
			v.Tokens[i].Form = recase(v.Tokens[i].Form)
		}
	}
	return &v
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
