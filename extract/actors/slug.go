package actors

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quadwire/extract/names"
	"quadwire/graph/news"
)

// ID returns the id of an actor: "actor:" and its canonical name with underscores. What has no name of its own
// ("officials") and bodies that every state has ("Defence Ministry") get the side before it: actor:united_states_officials
// whether the article says "U.S. officials" or "American officials".
func ID(name string, kind news.Kind, side string, named bool) string {
	words := canonicalWords(name)
	if kind != news.Person || !named {
		words = withoutState(words, name, side)
		if generic(words, kind, named) && side != "" {
			words = append(canonicalWords(side), words...)
		}
	} else {
		words = personWords(words)
	}
	if slug := strings.Join(words, "_"); slug != "" {
		return "actor:" + slug
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return fmt.Sprintf("actor:x%08x", h.Sum32())
}

// displayName returns the name that an actor is shown by: a state's standard name.
func displayName(name string, kind news.Kind) string {
	if kind == news.Country {
		if c, ok := names.State(name); ok {
			return c.Name
		}
	}
	return name
}

// canonical returns a name in the spelling by which names are compared.
func canonical(name string) string { return strings.Join(personWords(canonicalWords(name)), "_") }

// canonicalWords folds a name and splits it into words of letters and digits, without articles.
func canonicalWords(name string) []string {
	words := strings.FieldsFunc(fold(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	out := words[:0]
	for i, w := range words {
		if w == "the" && i == 0 {
			continue
		}
		if spelling, ok := spellings[w]; ok {
			w = spelling
		}
		out = append(out, w)
	}
	return reorder(out)
}

// spellings are British and other spellings of words in the names of bodies.
var spellings = map[string]string{"defence": "defense", "centre": "center", "organisation": "organization", "labour": "labor",
	"programme": "program", "intelligence": "intelligence"}

// reorder turns "ministry of defense" into "defense ministry".
func reorder(words []string) []string {
	if len(words) < 3 || words[0] != "ministry" || words[1] != "of" {
		return words
	}
	rest := words[2:]
	if rest[0] == "the" {
		rest = rest[1:]
	}
	return append(append([]string{}, rest...), "ministry")
}

// personWords spells the names of people from other scripts in one way: final -iy, -yy, -ij and -ii are -y, and a few first
// names have one transliteration.
func personWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		if t, ok := transliterations[w]; ok {
			w = t
		}
		for _, ending := range []string{"iy", "yy", "yi", "ii"} {
			if stem, ok := strings.CutSuffix(w, ending); ok && len(stem) > 3 {
				w = stem + "y"
				break
			}
		}
		out[i] = w
	}
	return out
}

// transliterations are spellings of names of people and the one that they are compared by.
var transliterations = map[string]string{"sergey": "sergei", "sergej": "sergei", "alexey": "alexei", "aleksei": "alexei", "aleksey": "alexei",
	"andrey": "andrei", "dmitri": "dmitry", "dimitri": "dmitry", "yuriy": "yuri", "yury": "yuri", "nikolay": "nikolai", "evgeny": "yevgeny",
	"aleksandr": "alexander", "alexandr": "alexander", "alyaksandr": "alexander", "oleksandr": "oleksandr", "mohammad": "mohammed",
	"muhammad": "mohammed", "mohamed": "mohammed", "muhammed": "mohammed", "mohamad": "mohammed", "abdallah": "abdullah", "hussain": "hussein",
	"husayn": "hussein", "qassem": "qasem", "qassim": "qasem", "qasim": "qasem", "kassem": "qasem", "moammar": "muammar", "gadhafi": "gaddafi", "qaddafi": "gaddafi",
	"kadhafi": "gaddafi", "yasir": "yasser", "vladimer": "vladimir", "wladimir": "vladimir"}

// fold lowers case and takes off diacritics and apostrophes.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '.':
		default:
			c = unicode.ToLower(c)
			if plain, ok := letters[c]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// letters are letters that Unicode does not decompose.
var letters = map[rune]string{'ı': "i", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", '&': " and "}

// withoutState takes the words that denote the side from the beginning of a name: "american officials", "us officials" →
// "officials". A name that is nothing else stays.
func withoutState(words []string, name, side string) []string {
	fields := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	for n := min(3, len(fields)-1); n > 0; n-- {
		state, ok := names.State(strings.Join(fields[:n], " "))
		if !ok || side != "" && state.Name != side {
			continue
		}
		rest := canonicalWords(strings.Join(fields[n:], " "))
		if len(rest) == 0 {
			return words
		}
		return append(canonicalWords(state.Name), rest...)
	}
	return words
}

// generic says whether a name is made of words that several states' bodies or groups share, so that the side must tell them apart.
func generic(words []string, kind news.Kind, named bool) bool {
	if kind == news.Country {
		return false
	}
	if !named {
		return !startsWithState(words)
	}
	for _, w := range words {
		if !bodyWords[w] {
			return false
		}
	}
	return true
}

// startsWithState says whether words begin with the name of a state.
func startsWithState(words []string) bool {
	for n := min(4, len(words)-1); n > 0; n-- {
		if _, ok := names.State(titled(words[:n])); ok {
			return true
		}
	}
	return false
}

// titled writes words with capitals.
func titled(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(out, " ")
}

// bodyWords are the words of names that bodies of several states have.
var bodyWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`ministry foreign affairs defense interior finance health justice education energy trade transport
		agriculture culture information intelligence home office parliament congress senate house assembly national supreme
		constitutional court high federal government cabinet council security army navy air force forces armed coast guard police
		military marines troops central bank reserve election electoral commission committee of and the for to public prosecutor
		prosecutors general office embassy presidency president prime minister opposition party administration authority`) {
		m[w] = true
	}
	return m
}()

// canonicalRole folds a role and takes the words of its side off: "Russian president" of Russia is "president", so is
// "president of russia".
func canonicalRole(role, side string) string {
	words := withoutState(canonicalWords(role), role, side)
	own := canonicalWords(side)
	if n := len(own); n > 0 && len(words) > n && strings.Join(words[:n], "_") == strings.Join(own, "_") {
		words = words[n:]
	}
	role = strings.Join(words, " ")
	for _, of := range []string{" of ", " of the "} {
		if head, ok := strings.CutSuffix(role, of+strings.Join(own, " ")); ok {
			return head
		}
	}
	return role
}
