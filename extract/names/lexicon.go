package names

import (
	"fmt"
	"strings"

	"quadwire/graph/news"
)

// class is what a noun denotes.
type class uint8

const (
	noClass      class = iota
	office             // a post: president, spokesman
	person             // another word for a person
	family             // a person by kinship
	crowd              // people as a body: police, public
	government         // a body of a state
	military           // armed forces
	organization       // a body of another kind
	country            // country, nation
)

var classNames = map[string]class{"office": office, "person": person, "family": family, "crowd": crowd,
	"government": government, "military": military, "organization": organization, "country": country}

// readNouns reads the lexicon: "[class]" lines, then lemmas. The first class of a lemma counts.
func readNouns(list string) (map[string]class, error) {
	nouns := map[string]class{}
	now := noClass
	for i, line := range strings.Split(list, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			name := strings.Trim(line, "[]")
			c, ok := classNames[name]
			if !ok {
				return nil, fmt.Errorf("read names.nouns.txt: line %d: unknown class %q", i+1, name)
			}
			now = c
			continue
		}
		for _, w := range strings.Fields(line) {
			if _, ok := nouns[w]; !ok {
				nouns[w] = now
			}
		}
	}
	return nouns, nil
}

// nounClass returns the class of a noun given its lemma and form in lower case; a plural that the lemmatiser left alone
// is tried without its ending.
func (t *lists) nounClass(lemma, form string) class {
	if c, ok := t.nouns[form]; ok {
		return c
	}
	if c, ok := t.nouns[lemma]; ok {
		return c
	}
	return t.nouns[singular(form)]
}

// singular guesses the singular of an English noun.
func singular(form string) string {
	switch {
	case strings.HasSuffix(form, "men"):
		return form[:len(form)-3] + "man"
	case strings.HasSuffix(form, "ies") && len(form) > 4:
		return form[:len(form)-3] + "y"
	case strings.HasSuffix(form, "sses") || strings.HasSuffix(form, "ches") || strings.HasSuffix(form, "shes") || strings.HasSuffix(form, "xes"):
		return form[:len(form)-2]
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss") && len(form) > 3:
		return form[:len(form)-1]
	case form == "people":
		return "person"
	case form == "children":
		return "child"
	}
	return form
}

// kind returns the kind of actor that a noun of class c denotes.
func (c class) kind(plural bool) news.Kind {
	switch c {
	case office, person, family:
		if plural {
			return news.Group
		}
		return news.Person
	case crowd:
		return news.Group
	case government:
		if plural {
			return news.Group
		}
		return news.Government
	case military:
		return news.Military
	case organization:
		if plural {
			return news.Group
		}
		return news.Organization
	case country:
		if plural {
			return news.Group
		}
		return news.Country
	}
	return ""
}
