package names

import (
	"strings"

	"quadwire/graph/news"
)

// bodyWords are the words that name a body when they end (or, before "of", begin) a name, and the kind of that body.
var bodyWords = func() map[string]news.Kind {
	m := map[string]news.Kind{}
	for _, list := range []struct {
		kind  news.Kind
		words string
	}{
		{news.Government, `Ministry Department Agency Administration Bureau Commission Committee Parliament Congress Senate Assembly
			Court Council Authority Cabinet Government Embassy Consulate Treasury Secretariat Tribunal Police Prosecutor's
			Office Service Register Chancellery Duma Knesset Legislature Sheriff's Directorate Presidency Judiciary Customs`},
		{news.Military, `Army Navy Force Forces Fleet Corps Battalion Brigade Regiment Division Command Guard Guards Marines
			Militia Airforce Legion Peshmerga Military Squadron`},
		{news.Organization, `Party Union League Association Federation Confederation Alliance Organization Organisation Movement
			Front Brigades Corporation Corp Corp. Inc Inc. Ltd Ltd. Limited Company Co. LLC PLC Plc plc AG GmbH SA Group Holdings
			University College School Institute Institution Academy Foundation Society Church Bank Airlines Airways Air Motors Energy
			Petroleum Oil Industries Technologies Systems Network Times Post News Herald Tribune Journal Gazette Chronicle
			Telegraph Mail Express Observer Bulletin Courier Inquirer Examiner Magazine Television TV Radio Press Hospital Museum Club Trust Fund Initiative Network
			Center Centre Coalition Congregation Diocese Orchestra Theatre Theater Studios Records Entertainment Media
			Observatory Laboratory Brotherhood Jihad Tigers Resistance Campaign Project Aerospace Airline Railways Railway
			Exchange Partnership Consortium Cartel Conference`},
	} {
		for _, w := range strings.Fields(list.words) {
			m[w] = list.kind
		}
	}
	return m
}()

// weakBodyWords name a body only after another name or adjective of a state, or before "of": "Office", "Air".
var weakBodyWords = map[string]bool{"Air": true, "Energy": true, "Oil": true, "Office": true, "Center": true, "Centre": true, "Conference": true,
	"Project": true, "Campaign": true, "Resistance": true, "Division": true, "Command": true, "Government": true, "Customs": true, "Mail": true, "School": true,
	"Union": true, "Front": true, "SA": true, "Guard": true, "Guards": true, "Air Force": true, "Media": true, "Records": true, "Administration": true, "Times": true,
	"Post": true, "News": true, "Network": true, "Exchange": true, "Legion": true, "Journal": true, "Force": true}

// ofWhole are the body words whose name includes what follows "of": "University of Oxford".
var ofWhole = map[string]bool{"University": true, "Bank": true, "Institute": true, "College": true, "Church": true, "Ministry": true, "Department": true,
	"Office": true, "School": true, "Academy": true, "Organization": true, "Organisation": true, "League": true, "Association": true, "Union": true,
	"Party": true, "Council": true, "Court": true, "Board": true, "Society": true, "Federation": true, "Museum": true, "Movement": true, "Bureau": true,
	"House": true, "Chamber": true, "Institution": true, "Front": true, "Committee": true, "Commission": true, "Army": true, "Diocese": true, "Center": true, "Centre": true,
	"Conference": true, "Campaign": true, "Coalition": true, "Congress": true, "Foundation": true, "Agency": true}

// longestName is how many tokens from its beginning, or after its "of", the name of a body goes on at most.
const longestName = 10

// body returns the name of a body that begins at token i: proper nouns that end in a body word, with "of" and what
// follows where that belongs to the name.
func (f *Finder) body(s *sentence, i int) (chunk, bool) {
	end, kind := -1, news.Kind("")
	for j := i; j < len(s.toks) && j < i+longestName; j++ {
		form := s.toks[j].Form
		if k, ok := bodyWords[form]; ok && s.capital(j) {
			if j > i && s.proper(j) || j == i && ofWhole[form] && j+2 < len(s.toks) && s.low[j+1] == "of" {
				end, kind = j, k
			}
			if end == j && ofWhole[form] {
				if last := f.complements(s, j, kind); last > j {
					end, j = last, last
				}
			}
			continue
		}
		if j > i && (f.roleNoun(s, j) || s.low[j] == "'s" && f.stateBefore(s, i, j)) {
			break
		}
		if !(s.proper(j) || s.isHyphen(j) || s.low[j] == "and" && j > i && s.proper(j+1) && s.proper(j-1) && bodyWords[s.toks[j-1].Form] == "" || s.low[j] == "'" && j > i ||
			s.low[j] == "'s" && j > i && s.proper(j+1)) {
			break
		}
	}
	if end <= i || end == i+1 && weakBodyWords[s.toks[end].Form] && !s.taken[i] && !f.listedStart(s, i) && s.toks[end].XPOS != "NNP" {
		return chunk{}, false
	}
	c := chunk{first: i, last: end, kind: bodyName, actor: kind}
	c.name = s.join(i, end)
	c.side = f.sideWithin(s, i, end)
	if _, state := f.gaz.longest(s.words, i); state >= i && state < end && f.stateBefore(s, i, state+1) {
		if es, last := f.gaz.longest(s.words, state+1); last == end && es[0].sort == organisationWord {
			c.entry, c.name, c.actor = es[0], es[0].name, es[0].kind // "the United States Democratic Party"
		}
	}
	return c, true
}

// complements returns the last token of what the body word at j takes after it into its name: "of the High
// Commissioner for Human Rights", "for the Defence of Human Rights", "on International Religious Freedom"; j if nothing.
func (f *Finder) complements(s *sentence, j int, kind news.Kind) int {
	for hops := 0; hops < 3 && j+2 < len(s.toks); hops++ {
		prep := s.low[j+1]
		switch {
		case prep == "of", prep == "for" && (hops == 0 || f.roleNoun(s, j)):
		case prep == "on" && hops == 0 && topical[s.toks[j].Form] && !isTimeWord(s.low[j+2]) && f.topic(s, j+2):
		default:
			return j
		}
		last := s.afterOf(j + 1)
		if last < 0 || f.statePhrase(s, j+2, last) && (hops > 0 || kind != news.Organization) {
			return j
		}
		j = last
	}
	return j
}

// topical are the words for bodies whose names go on with "on": "Commission on Human Rights".
var topical = map[string]bool{"Commission": true, "Committee": true, "Council": true, "Conference": true, "Centre": true, "Center": true,
	"Institute": true, "Organization": true, "Organisation": true}

// topic reports whether a subject of work, not a listed name, begins at token i.
func (f *Finder) topic(s *sentence, i int) bool {
	return s.proper(i) && !f.listedStart(s, i) && !givenNames[s.toks[i].Form]
}

// afterOf returns the last token of the proper phrase after the preposition at i ("of [the] Foreign Affairs and
// Trade"), or -1.
func (s *sentence) afterOf(i int) int {
	j := i + 1
	if j < len(s.toks) && s.low[j] == "the" {
		j++
	}
	if !s.proper(j) && !(s.capital(j) && s.proper(j+1)) {
		return -1
	}
	last := j
	for k := j + 1; k < len(s.toks) && k < i+longestName; k++ {
		if s.proper(k) {
			last = k
		} else if !(s.low[k] == "and" && s.proper(k+1) && !s.possessive(k+1) && k-j < 3) && !s.isHyphen(k) {
			break
		}
	}
	return last
}

// statePhrase reports whether the tokens i to last are the name of a state, with or without an article.
func (f *Finder) statePhrase(s *sentence, i, last int) bool {
	if s.low[i] == "the" && i < last {
		i++
	}
	es, end := f.gaz.longest(s.words, i)
	return end >= last && es[0].sort <= capitalWord
}

// stateBefore reports whether the tokens i to j-1 are the name of a state.
func (f *Finder) stateBefore(s *sentence, i, j int) bool {
	es, last := f.gaz.longest(s.words, i)
	return last == j-1 && es[0].sort <= demonymWord
}

// listedAlone reports whether the word lists know token i by itself.
func (f *Finder) listedAlone(s *sentence, i int) bool {
	es, last := f.gaz.longest(s.words[:i+1], i)
	return last == i && len(es) > 0
}

// listedStart reports whether a phrase of the word lists begins at token i.
func (f *Finder) listedStart(s *sentence, i int) bool {
	es, _ := f.gaz.longest(s.words, i)
	return len(es) > 0
}

// sideWithin returns the state that a name's own words name: "Russian Pacific Fleet".
func (f *Finder) sideWithin(s *sentence, first, last int) string {
	for i := first; i <= last; i++ {
		if !s.capital(i) {
			continue
		}
		es, end := f.gaz.longest(s.words, i)
		if end < 0 || end > last {
			continue
		}
		switch e := es[0]; e.sort {
		case stateWord, metonymWord, capitalWord, adjectiveWord, demonymWord:
			return e.name
		case placeWord:
			if e.side != "" {
				return e.side
			}
		case organisationWord:
			if e.side != "" {
				return e.side
			}
		}
		i = end
	}
	return ""
}

// join returns the words of tokens first to last as they stand in the text, single spaces between them.
func (s *sentence) join(first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		if i > first && !s.toks[i].Glued && s.toks[i].Start > s.toks[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s.toks[i].Form)
	}
	return b.String()
}
