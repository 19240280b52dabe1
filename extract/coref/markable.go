package coref

import (
	"strings"
	"unicode/utf8"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// markable is a noun phrase or pronoun that can corefer. Those that names found are the actors and places; the
// others, things among them, compete for the pronouns: in "the deal … it" the deal must be able to win.
type markable struct {
	mention      int // index in Document.Mentions; -1 if names left it out
	sentence     int
	first        int // tokens
	last         int
	head         int // token that the form and number are read from
	top          int // token whose relation places the phrase in the tree
	start        int // byte offset of the first token
	form         text.MentionForm
	kind         news.Kind
	class        nounClass // what the head noun denotes; for names from their kind
	place        bool
	number       number
	gender       gender
	definite     bool // definite article, demonstrative or possessive; names too
	pron         *pronoun
	name         []string // words of the name, folded; nil without a name
	noun         string   // lemma of the head noun, lower case
	side         string
	roles        [][]string // words of each role, folded
	quote        int        // innermost quotation around it; -1 if none
	role         role
	coordination bool     // phrase of several conjuncts, made here
	content      []string // lemmas without determiners; filled when asked
	clause       int      // token of the nearest verb or other predicate above, -1 if none
}

// number is a set of grammatical numbers.
type number uint8

const (
	singular number = 1 << iota
	plural
	anyNumber = singular | plural
)

// gender is a set of genders; neuter stands for all that is no person.
type gender uint8

const (
	masculine gender = 1 << iota
	feminine
	neuter
	human     = masculine | feminine
	anyGender = human | neuter
)

// role is the grammatical function of a markable in its clause.
type role uint8

const (
	roleOther role = iota
	roleSubject
	roleObject
	roleOblique
	rolePossessor
	roleModifier
	roleCount
)

// collect finds the markables of the document in order of their start, longer first.
func (r *run) collect() {
	outer := r.mentionsByTop()
	for s := range r.doc.Sentences {
		sent := &r.doc.Sentences[s]
		r.topOf = append(r.topOf, make([]int32, len(sent.Tokens)))
		at := r.topOf[s]
		for i := range at {
			at[i] = -1
		}
		for i := range sent.Tokens {
			for _, m := range outer[r.offset(s)+i] {
				r.add(r.fromMention(m))
			}
			if len(outer[r.offset(s)+i]) == 0 && r.nominal(s, i) {
				r.add(r.fromToken(s, i))
			}
		}
	}
	r.collectCoordinations()
	r.sortMarkables()
	r.linkCoordinations()
}

// nominal says whether token i of sentence s heads a noun phrase of its own.
func (r *run) nominal(s, i int) bool {
	t := &r.doc.Sentences[s].Tokens[i]
	switch base(t.Rel) {
	case "flat", "fixed", "goeswith", "compound":
		return false
	}
	switch t.UPOS {
	case "NOUN", "PROPN":
		return !r.quantity(s, i)
	case "PRON", "DET", "NUM", "ADJ":
		return r.pronounAt(s, i) != nil
	}
	return false
}

// fromMention makes the markable of a mention that names found.
func (r *run) fromMention(index int) markable {
	m := &r.doc.Mentions[index]
	sent := &r.doc.Sentences[m.Sentence]
	k := markable{mention: index, sentence: m.Sentence, first: m.First, last: m.Last, head: m.Head,
		top: r.topWithin(m.Sentence, m.First, m.Last), form: m.Form, kind: m.Kind, place: m.Place, side: m.Side}
	for _, role := range m.Roles {
		k.roles = append(k.roles, nameWords(role))
	}
	r.describe(&k, sent)
	if r.spansCoordination(&k) {
		k.form, k.name, k.number, k.gender, k.class, k.coordination = text.Nominal, nil, plural, anyGender, groupNoun, true
		k.content = []string{}
		return k
	}
	if m.Form == text.Named {
		k.name = nameWords(m.Name)
		if m.Kind == news.Person {
			k.name = withoutHonorifics(k.name)
		}
		k.definite = true
	}
	r.describeActor(&k)
	return k
}

// fromToken makes the markable of the noun phrase that token i heads.
func (r *run) fromToken(s, i int) markable {
	k := markable{mention: -1, sentence: s, head: i, top: i, form: text.Nominal}
	k.first, k.last = r.phrase(s, i)
	k.pron = r.pronounAt(s, i)
	if k.pron != nil {
		k.form, k.first, k.last = text.Pronoun, i, i
		k.number, k.gender = k.pron.number, k.pron.gender
		switch k.pron.kind {
		case reciprocal:
			k.first, k.last, _ = r.reciprocalSpan(s, i)
		case oneOfTwo:
			k.first = i - 1
		}
	}
	sent := &r.doc.Sentences[s]
	r.describe(&k, sent)
	if k.pron == nil {
		if sent.Tokens[i].UPOS == "PROPN" {
			k.form = text.Named
			k.name = nameWords(r.nameText(s, i))
		}
		r.describeActor(&k)
	}
	return k
}

// describe fills in what the tree says about the phrase.
func (r *run) describe(k *markable, sent *text.Sentence) {
	k.start = sent.Tokens[k.first].Start
	k.noun = lemma(&sent.Tokens[k.head])
	k.role = r.roleOf(k.sentence, k.top)
	k.clause = r.clauseOf(k.sentence, k.top)
	k.quote = r.quoteAt(k.start)
	for i := k.first; i <= k.top && !k.definite; i++ {
		k.definite = definiteWord(&sent.Tokens[i])
	}
	if k.first == k.last && bodies[k.noun] && !pluralNoun(&sent.Tokens[k.head]) {
		k.definite = true // "parliament voted"
	}
}

// describeActor fills in kind, number and gender of a phrase that is no pronoun.
func (r *run) describeActor(k *markable) {
	sent := &r.doc.Sentences[k.sentence]
	head := &sent.Tokens[k.head]
	k.number = singular
	if pluralNoun(head) {
		k.number = plural
	}
	k.class = classOf(k, sent)
	switch k.class {
	case personNoun:
		k.gender = r.personGender(k, sent)
		if k.form == text.Named && k.kind == news.Person {
			k.number = singular
		}
	case groupNoun, organizationNoun:
		k.gender = neuter
		if k.form == text.Named || k.number == singular {
			k.number = anyNumber
		}
	case countryNoun:
		k.gender = neuter
		if k.form == text.Named {
			k.number = anyNumber
		}
	case unknownNoun:
		k.gender = anyGender
	default:
		k.gender = neuter
	}
	if k.class == personNoun && k.number == plural {
		k.gender = anyGender
	}
}

// classOf says what a phrase denotes, by the kind that names gave it, else by its head noun.
func classOf(k *markable, sent *text.Sentence) nounClass {
	switch k.kind {
	case news.Person:
		return personNoun
	case news.Group:
		return groupOrPeople(k.noun)
	case news.Organization, news.Government, news.Military:
		return organizationNoun
	case news.Country:
		return countryNoun
	}
	if k.mention >= 0 && k.place && nounClassOf(k.noun) != countryNoun {
		return placeNoun
	}
	if k.form == text.Named && k.mention < 0 {
		return unknownName
	}
	return nounClassOf(k.noun)
}

func groupOrPeople(noun string) nounClass {
	if nounClassOf(noun) == personNoun {
		return personNoun
	}
	return groupNoun
}

// definiteWord says whether a determiner or possessive makes a phrase definite.
func definiteWord(t *text.Token) bool {
	switch strings.ToLower(t.Form) {
	case "the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my", "your":
		return t.UPOS == "DET" || t.UPOS == "PRON"
	case "'s", "’s", "'", "’":
		return t.XPOS == "POS" || t.UPOS == "PART"
	}
	return false
}

func pluralNoun(t *text.Token) bool {
	if v, ok := text.Attribute(t.Feats, "Number"); ok {
		return v == "Plur" || v == "Ptan"
	}
	return t.XPOS == "NNS" || t.XPOS == "NNPS"
}

// lemma returns a token's lemma in lower case; for trees without lemmas a plural loses its ending.
func lemma(t *text.Token) string {
	if t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	w := strings.ToLower(t.Form)
	if t.XPOS != "NNS" || utf8.RuneCountInString(w) < 4 {
		return w
	}
	if irregular, ok := irregularPlurals[w]; ok {
		return irregular
	}
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		return w[:len(w)-2]
	}
	return strings.TrimSuffix(w, "s")
}

var irregularPlurals = map[string]string{"men": "man", "women": "woman", "children": "child", "people": "people",
	"policemen": "policeman", "spokesmen": "spokesman", "congressmen": "congressman", "wives": "wife"}
