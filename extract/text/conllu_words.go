package text

import (
	"unicode"
	"unicode/utf8"

	"quadwire/graph/news"
)

// space adds what says where an orthographic word stands and what follows it; last is its last token.
func (o *conlluWriter) space(i, last int, column string, span news.Span) string {
	s := o.d.Sentences[i].Tokens
	end, final := len(o.d.Text), false
	switch {
	case last+1 < len(s):
		end = s[last+1].Start
	case i+1 < len(o.d.Sentences):
		end = o.d.Sentences[i+1].Tokens[0].Start
	default:
		final = true
	}
	switch gap := o.d.Text[span.End:end]; {
	case gap == "" && !final:
		column = appendAttribute(column, "SpaceAfter", "No")
	case gap != "" && (gap != " " || final) && blankText(gap):
		column = appendAttribute(column, "SpacesAfter", writeSpaces(gap))
	}
	return appendAttribute(column, "TokenRange", tokenRange(span))
}

// multiTokens finds the orthographic words of a sentence that are several tokens: a word and its clitics.
func multiTokens(tokens []Token) []MultiToken {
	var words []MultiToken
	for i := 1; i < len(tokens); i++ {
		if !clitic(&tokens[i-1], &tokens[i]) {
			continue
		}
		if n := len(words); n > 0 && words[n-1].Last == i-1 {
			words[n-1].Last = i
		} else {
			words = append(words, MultiToken{First: i - 1, Last: i})
		}
	}
	return words
}

// clitic reports whether t is written as part of the word of the token before it: "n't", "'s", "not" of "cannot".
func clitic(before, t *Token) bool {
	if before.End != t.Start || before.Form == "" || t.Form == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before.Form)
	first, n := utf8.DecodeRuneInString(t.Form)
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '.' {
		return false
	}
	if first == '\'' || first == '’' {
		next, _ := utf8.DecodeRuneInString(t.Form[n:])
		return unicode.IsLetter(next) && len(t.Form) <= 6 || len(t.Form) == n && t.XPOS == "POS"
	}
	return unicode.IsLower(first) && unicode.IsLetter(last) && last < 0x250 && first < 0x250
}
