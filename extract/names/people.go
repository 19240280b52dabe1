package names

import (
	"strings"

	"quadwire/graph/news"
)

// courtesy are the titles before a person's name that are no role.
var courtesy = map[string]bool{"mr": true, "mr.": true, "mrs": true, "mrs.": true, "ms": true, "ms.": true, "miss": true, "sir": true, "dame": true,
	"lord": true, "lady": true, "dr": true, "dr.": true, "prof": true, "prof.": true, "rev": true, "rev.": true, "reverend": true,
	"st": true, "madame": true, "mme": true, "m.": true, "ayatollah": true, "mullah": true, "pope": true, "king": true, "queen": true, "prince": true, "princess": true, "sultan": true, "emir": true}

// shortTitles are abbreviated titles and the role each stands for.
var shortTitles = map[string]string{"sen": "senator", "sen.": "senator", "sens.": "senators", "rep": "representative", "rep.": "representative", "reps.": "representatives", "gov": "governor", "gov.": "governor",
	"gen": "general", "gen.": "general", "lt.": "lieutenant", "lt": "lieutenant", "col.": "colonel", "col": "colonel", "maj.": "major", "capt.": "captain", "capt": "captain",
	"sgt.": "sergeant", "cmdr.": "commander", "adm.": "admiral", "adm": "admiral", "brig.": "brigadier", "pres.": "president", "sec.": "secretary", "amb.": "ambassador",
	"hon.": "", "justice": "justice", "cpl.": "corporal", "pm": "prime minister", "pvt.": "private", "supt.": "superintendent", "det.": "detective", "congressman": "congressman"}

// particles join the parts of a person's name and are written small.
var particles = map[string]bool{"de": true, "la": true, "van": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "da": true, "dos": true, "von": true,
	"ibn": true, "ul": true, "y": true, "di": true, "du": true, "ben": true, "e": true, "le": true, "abu": true, "ud": true, "ur": true, "zu": true, "ter": true, "ten": true, "das": true, "do": true, "del": true, "della": true, "binti": true, "as": true, "ad": true, "al-": true, "ou": true, "bint": true}

// roleNoun reports whether token i is a noun for a post or person, or an abbreviated title.
func (f *Finder) roleNoun(s *sentence, i int) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	w := s.low[i]
	if _, ok := shortTitles[w]; ok {
		return s.capital(i)
	}
	if courtesy[w] {
		return s.capital(i)
	}
	switch s.toks[i].UPOS {
	case "NOUN", "PROPN", "ADJ", "X", "NUM":
	default:
		return false
	}
	switch f.nounClass(s.lemma(i), w) {
	case office, family:
		return true
	case person:
		return s.toks[i].UPOS != "ADJ"
	}
	return false
}

// run returns the longest sequence of proper nouns from token i, with the particles and hyphens between them.
func (f *Finder) run(s *sentence, i int) chunk {
	last := i
	for j := i + 1; j < len(s.toks); j++ {
		switch {
		case romanNumeral(s.toks[j].Form) && s.proper(j-1):
			last = j
		case s.capital(j) && !s.shout && s.low[j] == "may" && givenNames[s.toks[j-1].Form]:
			last = j
		case s.proper(j) && (!isTimeWord(s.low[j]) || givenNames[s.toks[j-1].Form]):
			if _, ok := f.listed(s, j); ok && !f.personish(s, i, j) {
				return chunk{first: i, last: last}
			}
			last = j
		case s.isHyphen(j) && (s.proper(j+1) || s.toks[j].Glued && s.toks[j+1].Glued && !s.capital(j+1) && f.shortTail(s, j)):
		case particles[s.low[j]] && (s.proper(j+1) || s.isHyphen(j+1) || particles[s.at(j+1)] && s.proper(j+2)):
		case s.isHyphen(j-1) && j-1 == last+1 && s.toks[j].Glued && len(s.toks[j].Form) <= 6:
			last = j // Kim Jong-un
		case s.toks[j].Form == "." && s.toks[j].Glued && len(s.toks[j-1].Form) == 1 && s.proper(j+1):
		default:
			return chunk{first: i, last: last}
		}
	}
	return chunk{first: i, last: last}
}

// hasDigit reports whether a name has a figure in it: a machine, a virus, a road.
func hasDigit(s *sentence, c chunk) bool {
	for i := c.first; i <= c.last; i++ {
		if strings.ContainsAny(s.toks[i].Form, "0123456789") {
			return true
		}
	}
	return false
}

// romanNumeral reports whether a word is the number of a king or pope.
func romanNumeral(w string) bool {
	switch w {
	case "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII":
		return true
	}
	return false
}

// at returns the word at i in lower case; empty outside of the sentence.
func (s *sentence) at(i int) string {
	if i < 0 || i >= len(s.low) {
		return ""
	}
	return s.low[i]
}

// shortTail reports whether after the hyphen at j comes the small second part of a given name ("Jong-un").
func (f *Finder) shortTail(s *sentence, j int) bool {
	w := s.low[j+1]
	return len(w) <= 6 && s.toks[j+1].UPOS != "VERB" && s.toks[j+1].UPOS != "ADJ" && (s.proper(j-1) || s.isHyphen(j-2)) && w != "led" && w != "based"
}

// personish reports whether the tokens i to j-1 begin a person's name, so that a listed word at j is a family name
// ("Denzel Washington") and no new name.
func (f *Finder) personish(s *sentence, i, j int) bool {
	if j-1 < i || f.roleNoun(s, j-1) {
		return false
	}
	c, _ := f.listed(s, j)
	if c.kind >= capitalName && c.kind != bodyName && s.rel(j) == "flat" && s.head(j) >= i && s.head(j) < j {
		return true // "Denzel Washington"
	}
	return c.first == c.last && (c.kind != bodyName || len(s.toks[j].Form) > 3 && s.low[j] != "congress" && s.low[j] != "senate") && (givenNames[s.toks[j-1].Form] || len(s.toks[j-1].Form) <= 2 && strings.HasSuffix(s.toks[j-1].Form, "."))
}

// splitRun cuts titles and roles off the front of a run and says what the rest is.
func (f *Finder) splitRun(s *sentence, c chunk) []chunk {
	start := c.first
	c.begin = c.first
	for i := c.first; i <= c.last; i++ {
		if f.titleNoun(s, i) && !(i > start && i == c.last && givenNames[s.toks[start].Form]) {
			start = i + 1
			if i+1 < c.last && roleTails[s.low[i+1]] {
				start = i + 2
			}
		}
	}
	if start > c.last {
		return nil // "Prime Minister": a role without a name
	}
	for start < c.last && (start > c.begin && roleFronts[s.low[start]] || start == c.begin && timesOfOffice[s.low[start]] || roleComplements[s.low[start]] && start == c.first && f.afterRole(s, start)) {
		start++
	}
	c.first = start
	c.name = s.join(c.first, c.last)
	switch {
	case c.last-c.first >= 3 && s.isHyphen(c.last-1) && !s.capital(c.last) && f.shortTail(s, c.last-1):
		c.kind = personName // "Shin Won-shik"
	case start > 0 && (f.roleNoun(s, start-1) || start > c.begin && f.afterRole(s, c.begin)):
		c.kind = personName
	case c.first > 0 && c.first < c.last && s.low[c.first-1] == "," && f.roleNoun(s, c.first-2):
		c.kind = personName
	case givenNames[s.toks[c.first].Form] && c.last > c.first && !things[s.toks[c.last].Form] && !placeEnds[s.toks[c.last].Form]:
		c.kind = personName
	case things[s.toks[c.last].Form] || things[s.toks[c.first].Form] || ships[s.low[c.first]] || hasDigit(s, c) || c.first > 0 && ships[s.low[c.first-1]]:
		c.kind = otherName
	case c.last > c.first && (placeEnds[s.toks[c.last].Form] && !(familyPlaces[s.toks[c.last].Form] && s.argument(s.headOf(c.first, c.last))) || placeFronts[s.toks[c.first].Form]):
		c.kind = placeName
	}
	if c.kind == personName {
		c.actor = news.Person
	}
	s.take(c)
	return []chunk{c}
}

// titleNoun reports whether the capitalised word at i is a title in a run of proper nouns. Words for persons that are no
// posts ("star", "terrorist") count only at the beginning of a sentence, where they would be small elsewhere.
func (f *Finder) titleNoun(s *sentence, i int) bool {
	return f.roleNoun(s, i) && (i == 0 || s.shout || courtesy[s.low[i]] || shortTitles[s.low[i]] != "" || f.nounClass(s.lemma(i), s.low[i]) == office)
}

// afterRole reports whether token i follows a role and its preposition: "Secretary of [State]".
func (f *Finder) afterRole(s *sentence, i int) bool {
	if i > 0 && s.low[i-1] == "the" {
		i--
	}
	return i > 1 && (s.low[i-1] == "of" || s.low[i-1] == "for" || s.low[i-1] == "to" || s.low[i-1] == "from") && f.roleNoun(s, i-2)
}

// roleTails are words after a role that belong to it: "Attorney General", "Governor General".
var roleTails = map[string]bool{"general": true, "elect": true, "designate": true, "emeritus": true}

// timesOfOffice are the words that say when or in whose place somebody holds an office.
var timesOfOffice = wordSet("former acting then late ex interim deputy")

// roleFronts are capitalised words that may stand before a name and are no part of it.
var roleFronts = map[string]bool{"former": true, "acting": true, "then": true, "late": true, "the": true, "deputy": true, "ex": true, "interim": true, "vice": true, "prime": true, "foreign": true, "national": true, "security": true}

// learnPeople collects the family names of the people named in full.
func (d *document) learnPeople() {
	for i, s := range d.sentences {
		for j := range d.chunks[i] {
			c := &d.chunks[i][j]
			if c.kind == unknownName && s.fullName(c) && (d.looksPerson(s, *c) || j > 0 && d.afterPost(s, d.chunks[i][j-1], *c)) {
				c.kind, c.actor = personName, news.Person
			}
			d.counts[c.name]++
			if c.first == c.last && c.entry.name == "" && c.first > 0 && s.low[c.first-1] == "the" && s.head(c.first) <= c.first {
				d.things[c.name] = true
			}
			if c.kind == otherName && c.last == c.first+1 && things[s.toks[c.first].Form] {
				d.things[s.toks[c.last].Form] = true // "Phanfone" after "Typhoon Phanfone"
			}
			if c.entry.name != "" {
				d.states[c.entry.word]++
				d.states[c.side]++
				if c.kind == bodyName {
					d.bodyCounts[c.side]++
				}
			}
			if c.kind == personName && c.last > c.first {
				d.learn(s, *c)
			}
			if first := s.toks[c.first].Form; c.kind == bodyName && c.actor == news.Organization && c.last > c.first && !d.listedAlone(s, c.first) && len(first) > 3 {
				if _, ok := d.bodies[first]; !ok {
					d.bodies[first] = *c
				}
			}
		}
	}
}

// afterPost reports whether the name c directly follows a post and its place: "President of Ukraine [Olena Kovalenko]".
func (d *document) afterPost(s *sentence, before, c chunk) bool {
	return before.last+1 == c.first && before.kind != personName && d.afterRole(s, before.first)
}

// fullName reports whether the chunk has as many capitalised words as full names have: two to four.
func (s *sentence) fullName(c *chunk) bool {
	n := 0
	for i := c.first; i <= c.last; i++ {
		if s.capital(i) {
			n++
		}
	}
	return n >= 2 && n <= 4
}

// learn records the parts of a full name by which it may be said again.
func (d *document) learn(s *sentence, c chunk) {
	last := s.toks[c.last].Form
	if strings.EqualFold(last, "Jr.") || strings.EqualFold(last, "Jr") || strings.EqualFold(last, "Sr.") {
		last = s.toks[c.last-1].Form
	}
	for _, part := range []string{last, s.toks[c.first].Form} {
		if _, ok := d.people[part]; !ok && len(part) > 2 {
			d.people[part] = c.name
		}
	}
}

// looksPerson reports whether the syntax around an unknown name of several words says that it is a person.
func (d *document) looksPerson(s *sentence, c chunk) bool {
	h := s.headOf(c.first, c.last)
	if s.preposition(h) == "in" || s.preposition(h) == "at" || s.preposition(h) == "near" {
		return false
	}
	if c.first > 0 && s.low[c.first-1] == "the" {
		return false
	}
	if strings.HasPrefix(s.toks[h].Rel, "nsubj") && speechVerbs[s.verbOf(h)] {
		return true
	}
	for _, j := range s.children(h) {
		if (s.rel(j) == "appos" || s.rel(j) == "acl") && j > c.last && (d.roleNoun(s, j) || s.toks[j].UPOS == "NUM" || s.low[j] == "who") {
			return true
		}
	}
	if c.last+2 < len(s.toks) && s.low[c.last+1] == "," && (s.low[c.last+2] == "who" || s.low[c.last+2] == "whose" || s.toks[c.last+2].UPOS == "NUM" && len(s.low[c.last+2]) <= 2) {
		return true
	}
	return false
}

// verbOf returns the lemma of the head of token i.
func (s *sentence) verbOf(i int) string {
	h := s.head(i)
	if h < 0 {
		return ""
	}
	return s.lemma(h)
}

// speechVerbs are verbs of saying and others whose subject is a person or speaks for a body.
var speechVerbs = map[string]bool{"say": true, "said": true, "says": true, "tell": true, "told": true, "add": true, "added": true, "state": true, "stated": true,
	"write": true, "wrote": true, "explain": true, "explained": true, "argue": true, "argued": true, "claim": true, "claimed": true, "warn": true, "warned": true,
	"note": true, "noted": true, "comment": true, "commented": true, "resign": true, "resigned": true, "marry": true, "die": true, "died": true, "tweet": true, "tweeted": true,
	"urge": true, "urged": true, "believe": true, "believed": true, "reply": true, "replied": true, "testify": true, "testified": true, "remark": true, "criticise": true, "criticised": true, "criticized": true, "criticize": true}
