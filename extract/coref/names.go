package coref

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// fold lowers a string's case and takes off its diacritics, so that spellings of one name compare equal.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == '’' || c == '‘' || c == 'ʼ':
			b.WriteByte('\'')
		default:
			if plain, ok := foldings[unicode.ToLower(c)]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(unicode.ToLower(c))
			}
		}
	}
	return b.String()
}

// foldings are letters that Unicode does not decompose.
var foldings = map[rune]string{'ı': "i", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe",
	'‐': "-", '‑': "-", '–': "-"}

// nameWords splits a name into folded words; hyphens part words, full stops and apostrophes are dropped.
func nameWords(name string) []string {
	words := strings.FieldsFunc(fold(name), func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == ',' || c == '/' })
	out := words[:0]
	for _, w := range words {
		w = strings.Map(func(c rune) rune {
			if c == '.' || c == '\'' || c == '"' || c == '“' || c == '”' || c == '(' || c == ')' {
				return -1
			}
			return c
		}, w)
		if w != "" && w != "the" {
			out = append(out, w)
		}
	}
	return out
}

// withoutHonorifics takes titles off that are written like names.
func withoutHonorifics(words []string) []string {
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	return words
}

// honorifics are titles that may stand before a name, folded.
var honorifics = wordSet(`mr mrs ms miss dr sir dame lord lady shahid sayyid sayyed seyyed sayed syed haj hajj haji hajji sheikh shaikh
 ayatollah hojatoleslam mullah maulana imam general gen col colonel lt sgt rev reverend father pope saint st king queen prince princess emir
 sultan judge justice senator sen rep congressman prof professor president chancellor minister`)

// bearerWindow is the number of names that are compared with a new one, the most recent ones: a bound on the time that a very
// long text takes.
const bearerWindow = 200

// bearer is a name of the document and the last markable that bears it.
type bearer struct {
	mark  int
	words []string // the fullest form
}

// joinNames joins names with names: equal ones, and for persons a part of a name with the person who last bore it.
func (r *run) joinNames() {
	exact := map[string]int{}
	var people, others []*bearer
	for k := range r.marks {
		m := &r.marks[k]
		if m.name == nil || m.form != text.Named {
			continue
		}
		if m.class == personNoun && m.number == singular {
			people = r.joinPerson(people, k)
			continue
		}
		key := strings.Join(m.name, " ")
		if before, ok := exact[key]; ok {
			r.join(before, k)
		} else if b := r.longerName(others, k); b != nil || r.bodyOf(others, k, &b) {
			r.join(b.mark, k)
		} else {
			others = append(others, &bearer{mark: k, words: m.name})
		}
		exact[key] = k
	}
	r.joinUnknownNames(people)
}

// joinPerson joins a person's name with the bearer that it fits, the most recent one first; else it is a new one.
func (r *run) joinPerson(people []*bearer, k int) []*bearer {
	m := &r.marks[k]
	exact := exactBearer(people, m.name)
	for i := len(people) - 1; i >= 0 && i >= len(people)-bearerWindow; i-- {
		b := people[i]
		if exact && !slices.Contains(b.words, m.name[0]) || !samePerson(b.words, m.name) || !r.join(b.mark, k) {
			continue
		}
		if len(m.name) > len(b.words) {
			b.words = m.name
		}
		b.mark = k
		// Most recent last.
		copy(people[i:], people[i+1:])
		people[len(people)-1] = b
		return people
	}
	return append(people, &bearer{mark: k, words: m.name})
}

// exactBearer says whether somebody bears a lone name in exactly this spelling: then another spelling is another name.
func exactBearer(people []*bearer, name []string) bool {
	if len(name) != 1 {
		return false
	}
	for i := len(people) - 1; i >= 0 && i >= len(people)-bearerWindow; i-- {
		if slices.Contains(people[i].words, name[0]) {
			return true
		}
	}
	return false
}

// joinUnknownNames joins a lone proper noun that names did not know with the person whose surname it is.
func (r *run) joinUnknownNames(people []*bearer) {
	bySurname := map[string]int{}
	for _, b := range people {
		if n := len(b.words); n > 1 {
			bySurname[b.words[n-1]] = b.mark
		}
	}
	for k := range r.marks {
		m := &r.marks[k]
		if m.mention >= 0 || m.form != text.Named || len(m.name) != 1 {
			continue
		}
		if at, ok := bySurname[m.name[0]]; ok {
			m.class, m.gender = personNoun, human
			r.join(at, k)
		}
	}
}

// samePerson says whether two names can be names of one person: equal up to spelling, initials and middle names, or one
// a run of words at the beginning or end of the other.
func samePerson(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) == 0 {
		return false
	}
	if len(b) == 1 {
		return similar(a[len(a)-1], b[0]) || similar(a[0], b[0]) || len(a) > 3 && slices.Contains(a, b[0])
	}
	if len(a) == len(b) {
		for i := range a {
			if !similar(a[i], b[i]) && !(i < len(a)-1 && initial(a[i], b[i])) {
				return false
			}
		}
		return true
	}
	if joined(a) == joined(b) {
		return true
	}
	if suffix(a, b) || prefix(a, b) {
		return true
	}
	// First and last name with and without a middle one.
	return similar(a[0], b[0]) && similar(a[len(a)-1], b[len(b)-1]) || initial(a[0], b[0]) && len(b) == 2 && similar(a[len(a)-1], b[1])
}

func joined(words []string) string { return strings.Join(words, "") }

// suffix says whether b is the end of a.
func suffix(a, b []string) bool {
	d := len(a) - len(b)
	for i := range b {
		if !similar(a[d+i], b[i]) {
			return false
		}
	}
	return true
}

// prefix says whether b is the beginning of a.
func prefix(a, b []string) bool {
	for i := range b {
		if !similar(a[i], b[i]) {
			return false
		}
	}
	return true
}

// initial says whether one word is the first letter of the other.
func initial(a, b string) bool {
	return len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// similar says whether two words are spellings of one: equal, or of the same first letter and with one vowel
// changed in five letters or more, or one letter added in six or more.
func similar(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < 5 || len(a)-len(b) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:] && vowelChange(a[i], b[i])
	}
	return len(b) >= 6 && a[i+1:] == b[i:]
}

// vowelChange says whether two letters alternate in transliterations.
func vowelChange(a, b byte) bool {
	const alternating = "aeiouy"
	return strings.IndexByte(alternating, a) >= 0 && strings.IndexByte(alternating, b) >= 0 ||
		a == 'k' && b == 'q' || a == 'q' && b == 'k' || a == 'v' && b == 'w' || a == 'w' && b == 'v'
}

// bodyOf finds the longer name that a lone word for a body stands for: "Parliament" after "the British Parliament".
func (r *run) bodyOf(names []*bearer, k int, found **bearer) bool {
	m := &r.marks[k]
	if len(m.name) != 1 || !bodies[m.name[0]] {
		return false
	}
	for i := len(names) - 1; i >= 0 && i >= len(names)-bearerWindow; i-- {
		if len(names[i].words) > 1 && roleHead(names[i].words) == m.name[0] && r.compatible(names[i].mark, k) {
			*found = names[i]
			return true
		}
	}
	return false
}

// bodies are nouns for bodies of a state that news uses without an article, like names.
var bodies = wordSet("parliament congress senate cabinet court government administration ministry council assembly commission pentagon treasury")

// legalForms are the words at the end of a company's name that news leaves out.
var legalForms = wordSet("corporation corp inc incorporated ltd limited company co llc plc group holdings ag gmbh")

// longerName finds the name of an organisation that the words of k shorten: its end ("Security Council" after "United
// Nations Security Council"), two words or more, or all but its legal form ("ABS-CBN" after "ABS-CBN Corporation").
func (r *run) longerName(names []*bearer, k int) *bearer {
	m := &r.marks[k]
	if len(m.name) == 0 || m.kind == news.Country || m.place {
		return nil
	}
	for i := len(names) - 1; i >= 0 && i >= len(names)-bearerWindow; i-- {
		a, b := names[i].words, m.name
		if len(a) < len(b) {
			a, b = b, a
		}
		if len(a) == len(b) || r.marks[names[i].mark].kind != m.kind {
			continue
		}
		if len(b) >= 2 && suffix(a, b) || m.kind == news.Organization && len(a) == len(b)+1 && legalForms[a[len(b)]] && prefix(a, b) {
			return names[i]
		}
	}
	return nil
}
