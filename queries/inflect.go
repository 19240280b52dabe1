package queries

import (
	"slices"
	"strings"
)

// irregular holds the forms of English verbs that do not follow the rules, as base, past and participle; those that
// prefixes make of them (overthrow, withdraw, undertake) are listed where news uses them.
const irregular = `arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|
begin began begun|behold beheld beheld|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|
build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|
dig dug dug|dive dove dived|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|
fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|
get got got|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|
kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|
meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood|
outbid outbid outbid|outdo outdid outdone|overcome overcame overcome|override overrode overridden|
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|
partake partook partaken|pay paid paid|plead pled pled|prove proved proven|put put put|quit quit quit|read read read|
rebuild rebuilt rebuilt|rend rent rent|repay repaid repaid|retake retook retaken|rethink rethought rethought|
rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|
sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung|smell smelt smelt|speak spoke spoken|
speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun|split split split|
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
strike struck struck|strike struck stricken|strive strove striven|swear swore sworn|sweep swept swept|
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|
tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|
undercut undercut undercut|undergo underwent undergone|
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|
upset upset upset|wake woke woken|wear wore worn|weave wove woven|wed wed wed|weep wept wept|
win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|
wring wrung wrung|write wrote written`

// inflector knows the irregular verbs.
type inflector map[string][]string

// newInflector reads the table of irregular verbs.
func newInflector() inflector {
	in := inflector{}
	for entry := range strings.SplitSeq(irregular, "|") {
		forms := strings.Fields(entry)
		in[forms[0]] = append(in[forms[0]], forms[1:]...)
	}
	in["be"] = append(in["be"], "am", "is", "are", "were", "being")
	in["have"] = append(in["have"], "has")
	return in
}

// isForm reports whether word is a form of the verb whose base is given. It is generous: spellings that the rules
// allow in general but English does not use (visitted) count too, since nobody is misled by them.
func (in inflector) isForm(word, base string) bool {
	word, base = spelling(word), spelling(base)
	if word == base || slices.Contains(in[base], word) {
		return true
	}
	for _, stem := range stems(base) {
		if rest, ok := strings.CutPrefix(word, stem.text); ok && slices.Contains(stem.endings, rest) {
			return true
		}
	}
	return false
}

// stem is what endings are put to.
type stem struct {
	text    string
	endings []string
}

// stems returns the stems of a regular verb.
func stems(base string) []stem {
	if base == "" {
		return nil
	}
	last := base[len(base)-1]
	cut := base[:len(base)-1]
	switch {
	case strings.HasSuffix(base, "ie"):
		return []stem{{base, []string{"s", "d"}}, {base[:len(base)-2], []string{"ying"}}}
	case last == 'e' && !strings.HasSuffix(base, "ee") && !strings.HasSuffix(base, "ye") && !strings.HasSuffix(base, "oe"):
		return []stem{{base, []string{"s", "d"}}, {cut, []string{"ing"}}}
	case last == 'e':
		return []stem{{base, []string{"s", "d", "ing"}}}
	case last == 'y' && len(base) > 1 && !isVowel(base[len(base)-2]):
		return []stem{{cut, []string{"ies", "ied"}}, {base, []string{"ing"}}}
	}
	out := []stem{{base, []string{"s", "es", "ed", "ing"}}}
	if len(base) > 1 && !isVowel(last) && isVowel(base[len(base)-2]) {
		out = append(out, stem{base + string(last), []string{"ed", "ing"}})
	}
	if last == 'c' {
		out = append(out, stem{base + "k", []string{"ed", "ing"}})
	}
	return out
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// spelling makes British and American spellings of a verb the same: criticise, criticize; defence is no verb.
func spelling(word string) string {
	for _, end := range []string{"e", "es", "ed", "ing"} {
		if stem, ok := strings.CutSuffix(word, "is"+end); ok && len(stem) > 3 {
			return stem + "iz" + end
		}
	}
	return word
}

// matches reports whether the verb of a question, with its prepositions, is the verb with this lemma. A lemma of
// several words ("call on") asks for them all; prepositions that the lemma has not are no matter.
func (in inflector) matches(verb Verb, lemma string) bool {
	words := strings.Fields(lemma)
	if len(words) == 0 || len(words) > len(verb) || !in.isForm(verb[0], words[0]) {
		return false
	}
	return slices.Equal(words[1:], verb[1:len(words)])
}

// among returns the lemmas that the verb of a question can mean. Where one of them has the preposition that was asked
// for, the bare ones are left out.
func (in inflector) among(verb Verb, lemmas []string) []string {
	var out []string
	longest := 0
	for _, l := range lemmas {
		if !in.matches(verb, l) {
			continue
		}
		n := len(strings.Fields(l))
		if n > longest {
			out, longest = nil, n
		}
		if n == longest {
			out = append(out, l)
		}
	}
	return out
}

// past returns the past of a verb given by its lemma.
func (in inflector) past(lemma string) string {
	base, rest, _ := strings.Cut(lemma, " ")
	past := base + "ed"
	switch n := len(base); {
	case len(in[base]) > 0:
		past = in[base][0]
	case strings.HasSuffix(base, "e"):
		past = base + "d"
	case n > 1 && base[n-1] == 'y' && !isVowel(base[n-2]):
		past = base[:n-1] + "ied"
	case n > 2 && doubles(base):
		past = base + base[n-1:] + "ed"
	}
	return strings.TrimSpace(past + " " + rest)
}

// doubles reports whether a verb of one syllable doubles its last letter: it ends in one vowel and one consonant.
func doubles(base string) bool {
	n := len(base)
	vowels := 0
	for i := range n {
		if isVowel(base[i]) {
			vowels++
		}
	}
	return vowels == 1 && isVowel(base[n-2]) && !isVowel(base[n-1]) && strings.IndexByte("wxy", base[n-1]) < 0
}
