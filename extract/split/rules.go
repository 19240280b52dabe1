package split

import "strings"

// What follows is known and need not be learned: the treebanks hold too few titles, initials and datelines to learn
// them from, and news is full of them.

// titles are abbreviations that stand before a name or number; no sentence ends after them.
var titles = set(`adm amb atty brig capt cde cdr cmdr col cpl dr fr ft gen gov hon insp lt maj messrs mlle mme mr mrs ms mt
	msgr pfc pres prof pte pvt rep reps rev sen sens sgt spc st supt v vs no nos vol fig pp art cf eds`)

// numbered are titles that stand before a number only: "No. 5" but not "No. It was not."
var numbered = set("no nos vol fig pp art")

// places are titles that also end names: "on Wall St. The mayor".
var places = set("st ft mt")

// otherAbbreviations are abbreviations that stand after a name or anywhere; a sentence may end or go on after them.
var otherAbbreviations = set(`jr sr inc corp co cos ltd llc bros dept est etc al e.g i.e jan feb mar apr aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri ave blvd rd sq ph ext approx assn assoc bldg hosp intl natl univ min max hr hrs
	dem sec secs mins oz lb lbs mph km tel ed esp div attn viz var ca
	ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex
	va vt wash wis wyo`)

// starters are words that begin sentences but not names: after "the U.S." they begin a new sentence.
var starters = set(`a about according after all also although an and another any as at because before both but by can could
	critics despite did do does during each earlier even every few following for from had has have he her here his how
	however i if in indeed instead it its last later many may meanwhile more moreover most much my no nobody none nor not
	nothing now of officials on once one only or other our police she should since so some still such that the their then
	there these they this those though three through thus to today two under until we what when where whether which while
	who why will with within without would yet you your yesterday`)

// starterHashes are the hashes of the starters.
var starterHashes = func() map[uint32]bool {
	m := map[uint32]bool{}
	for w := range starters {
		a := nextAtom(w, 0)
		m[a.hash] = true
	}
	return m
}()

// set makes a set of the words of a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// period decides whether the single full stop that is atom i belongs to the word before it; known is false where the
// model may decide.
func (c *chunk) period(i int) (joined, known bool) {
	a := &c.atoms[i-1]
	last := i+1 == len(c.atoms) || c.atoms[i+1].shape == sign+'"' || c.atoms[i+1].shape == sign+')'
	switch {
	case a.shape >= digits1 && a.shape < outside:
		return false, last
	case a.shape > otherLetters:
		return false, false
	case i > 1 && a.end-a.start == 1 && c.atoms[i-2].shape == sign+'.' && c.next != outside:
		return true, last // "p.m." inside a paragraph
	case i == 1 && last && a.shape == lowerLetters && c.next == titleLetters && c.word(0) == "v":
		return true, true // "Roe v. Wade"
	case i == 1 && last && a.shape == oneCapital && c.before == lowerLetters && starters[c.nextWord()]:
		return false, true // "plan B. The"
	case a.end-a.start == 1 || i > 1 && c.atoms[i-2].shape == sign+'.':
		return false, false // "J." and "U.S." are learned
	}
	word := lowered(c.s[a.start:a.end])
	switch {
	case titles[word] && !numbered[word] && a.shape != lowerLetters:
		return true, last
	case titles[word] || otherAbbreviations[word]:
		return false, false
	}
	return false, last || c.spaceless(i)
}

// spaceless reports whether the full stop that is atom i ends a sentence after which the space is missing: "over.The".
func (c *chunk) spaceless(i int) bool {
	return i > 0 && i+1 < len(c.atoms) && c.atoms[i+1].shape == titleLetters && c.atoms[i-1].shape < oneCapital &&
		c.atoms[i-1].end-c.atoms[i-1].start >= 4
}

// lowered returns a short word in lower case; a long one is none that is looked for.
func lowered(word string) string {
	if len(word) > longestCut {
		return ""
	}
	return strings.ToLower(word)
}

// binds reports whether word i cannot end a sentence, whatever its looks: a title, an initial, an abbreviation such as
// "U.S." before what is no beginning of a sentence.
func (g *guess) binds(s string, i int) bool {
	w, next := &g.words[i], &g.words[i+1]
	if w.shape != abbreviation {
		return false
	}
	form := s[w.start:w.end]
	word := lowered(strings.TrimSuffix(form, "."))
	after := lowered(s[next.start:next.end])
	upper := next.capital
	switch {
	case hours[word]:
		return next.shape == upperLetters && len(after) <= 4 || calendar[after] // "8:30 p.m. BST", "10 a.m. Monday"
	case numbered[word]:
		return digits1 <= next.shape && next.shape < address || next.shape == number
	case titles[word]:
		return upper && !(places[word] && starters[after]) || digits1 <= next.shape && next.shape < address
	case !upper || starters[after]:
		return false
	case len(word) == 1:
		return g.initial(i)
	}
	return false
}

// hours are the abbreviations that follow the hour of the day.
var hours = set("a.m p.m am pm")

// calendar are words that follow the hour of the day.
var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december eastern pacific central mountain greenwich`)

// parts reports whether a sentence surely ends after word i: an abbreviation in capitals or of the hour before a word
// that begins sentences and no names: "in Washington, D.C. The city".
func (g *guess) parts(s string, i int) bool {
	w, next := &g.words[i], &g.words[i+1]
	if w.shape != abbreviation || next.shape != titleLetters || next.glued {
		return false
	}
	word := lowered(strings.TrimSuffix(s[w.start:w.end], "."))
	after := lowered(s[next.start:next.end])
	switch {
	case hours[word]:
		return i+2 < len(g.words) && lowered(s[g.words[i+2].start:g.words[i+2].end]) != "time" && !calendar[after]
	case places[word] || otherAbbreviations[word]:
	case len(word) < 3 || !strings.Contains(word, "."):
		return false // an initial or a title
	}
	return starters[after] && i > g.start
}

// stops reports whether word i is a full stop after a word too long to be an abbreviation and before a capital letter.
func (g *guess) stops(i int) bool {
	w, next := &g.words[i], &g.words[i+1]
	if w.shape != sign+'.' || w.hash != hashStop || !w.glued || i == g.start || g.open > 0 ||
		next.glued && next.shape != titleLetters {
		return false
	}
	before := &g.words[i-1]
	long := before.shape < digits1 && before.end-before.start >= 4 || before.shape == number
	return long && next.capital
}

// closes reports whether word i is the quotation mark that closes a quotation ending with a full stop, before a capital
// letter: there a sentence ends, since a clause of saying would follow a comma.
func (g *guess) closes(i int) bool {
	w, next := &g.words[i], &g.words[i+1]
	if w.shape != sign+'"' || !w.glued || next.glued || i == g.start || g.words[i-1].shape != sign+'.' {
		return false
	}
	return g.words[i-1].glued && next.capital
}

// initial reports whether the letter with a full stop that is word i is part of a name: a name or an initial stands
// before it, or nothing.
func (g *guess) initial(i int) bool {
	if i == g.start {
		return true
	}
	switch g.words[i-1].shape {
	case titleLetters, abbreviation, mixedLetters, sign + '"', sign + '(', sign + ',', sign + '-':
		return true
	}
	return false
}
