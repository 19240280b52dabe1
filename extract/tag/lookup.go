package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// key is a word with its tag.
type key struct{ tag, word string }

// model holds what was learned. Words are folded: straight apostrophes, lower case.
type model struct {
	header header
	exact  map[key]string    // lemma of a form as written, where the rest would get it wrong
	words  map[key]string    // lemma, in lower case, of a folded form that the suffixes would get wrong
	cased  map[key]string    // lemma as written of a lemma in lower case: "american" → "American"
	edits  suffixes          // edit script by tag
	cases  suffixes          // "keep" or "lower" by tag and shape
	feats  map[key]string    // features of closed classes by folded form
	tags   map[string]string // features by tag
}

// regular returns the lemma of a form that is no exception.
func (m *model) regular(tag, form string, first bool) string {
	lower := strings.ToLower(form)
	base, known := m.words[key{tag, lower}]
	if !known {
		base = applyScript(m.edits.find(tag, lower), lower)
	}
	if form == lower {
		return base
	}
	if cased, ok := m.cased[key{tag, base}]; ok {
		return cased
	}
	if m.cases.find(tag+shapeOf(form, first), lower) == keepCase {
		return recase(form, lower, base)
	}
	return base
}

// recase gives the part of a lemma that it shares with its form the capitals of the form.
func recase(form, lower, base string) string {
	f, l, b := []rune(form), []rune(lower), []rune(base)
	if len(f) != len(l) {
		return base
	}
	n := 0
	for n < len(l) && n < len(b) && l[n] == b[n] {
		n++
	}
	return string(f[:n]) + string(b[n:])
}

// The decisions about capitals.
const keepCase, lowerCase = "keep", "lower"

// shapeOf tells how a form that is not all in lower case uses capitals, as a suffix to its tag.
func shapeOf(form string, first bool) string {
	upper, lower := 0, 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	r, _ := utf8.DecodeRuneInString(form)
	switch {
	case upper == 1 && unicode.IsUpper(r) && first:
		return "/first"
	case upper == 1 && unicode.IsUpper(r):
		return "/title"
	case lower == 0 && upper > 1:
		return "/capitals"
	}
	return "/mixed"
}

// straight replaces typographic apostrophes before letters by the straight one.
func straight(form string) string {
	if strings.ContainsAny(form, "’‘`") && strings.ContainsFunc(form, unicode.IsLetter) {
		return apostrophes.Replace(form)
	}
	return form
}

// apostrophes makes the typographic apostrophes straight.
var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "`", "'")

// scriptFor returns the edit script, "cut:add", that makes lemma from form by its end. It fails where that would
// leave nothing of the form (better → good).
func scriptFor(form, lemma string) (string, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && n < len(form) && !utf8.RuneStart(form[n]) {
		n--
	}
	return string(rune('0'+len(form)-n)) + lemma[n:], n > 0 && len(form)-n < 10
}

// applyScript edits a form; a form too short for the script stays as it is.
func applyScript(script, form string) string {
	if len(script) == 0 || script == "0" {
		return form
	}
	cut := int(script[0] - '0')
	if cut >= len(form) || cut < 0 || cut > 0 && !utf8.RuneStart(form[len(form)-cut]) {
		return form
	}
	return form[:len(form)-cut] + script[1:]
}

// suffixes is a decision list for each class of words: the decision of the longest suffix listed holds.
type suffixes map[string]map[string]string

// longestSuffix bounds the suffixes, in bytes.
const longestSuffix = 6

// find returns the decision for a word; empty if the class is unknown.
func (s suffixes) find(class, word string) string {
	list := s[class]
	if list == nil {
		return ""
	}
	for i := max(0, len(word)-longestSuffix); i <= len(word); i++ {
		if decision, ok := list[word[i:]]; ok {
			return decision
		}
	}
	return ""
}
