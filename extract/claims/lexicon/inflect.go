package lexicon

import "strings"

// Present returns the third person singular present of a verb: "warn" gives "warns", "carry out" gives "carries
// out". Only the first word of a verb with a particle is inflected.
func Present(lemma string) string {
	verb, rest, _ := strings.Cut(lemma, " ")
	if rest != "" {
		rest = " " + rest
	}
	return inflect(verb) + rest
}

func inflect(verb string) string {
	switch verb {
	case "":
		return ""
	case "be":
		return "is"
	case "have":
		return "has"
	case "can", "could", "may", "might", "must", "ought", "shall", "should", "will", "would":
		return verb
	case "quiz":
		return "quizzes"
	}
	// "overdo" and "undergo" inflect as "do" and "go"; a hyphenated verb ends in one: "co-sign".
	switch {
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "z"),
		strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "o"):
		if verb == "tango" || verb == "video" || verb == "radio" || strings.HasSuffix(verb, "oo") {
			return verb + "s"
		}
		return verb + "es"
	case strings.HasSuffix(verb, "y") && len(verb) > 1 && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		return verb[:len(verb)-1] + "ies"
	}
	return verb + "s"
}
