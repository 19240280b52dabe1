package score

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var (
	dashes     = regexp.MustCompile(`[‐‑–—/]`)
	possessive = regexp.MustCompile(`'s\b`)
	dotted     = regexp.MustCompile(`\b(?:[a-z]\.){2,}`)
	other      = regexp.MustCompile(`[^a-z0-9]+`)
	article    = regexp.MustCompile(`^(the|a|an) `)
)

// normal folds a name for comparison: accents, case, punctuation, possessive endings, dots of abbreviations and a
// leading article do not count.
func normal(s string) string {
	s = dashes.ReplaceAllString(strings.ReplaceAll(s, "’", "'"), " ")
	s = strings.Map(func(r rune) rune {
		if r > 127 {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	s = possessive.ReplaceAllString(strings.ToLower(s), "")
	s = dotted.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, ".", "") + " " })
	s = strings.TrimSpace(other.ReplaceAllString(s, " "))
	return article.ReplaceAllString(s, "")
}
