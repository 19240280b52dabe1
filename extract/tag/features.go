package tag

import (
	"strings"

	"quadwire/extract/text"
)

// features fills in the features of a sentence: from the tables, and for verbs from the tree.
func (l *Lemmatizer) features(tokens []text.Token) {
	treed := len(tokens) > 0 && hasTree(tokens)
	c := clause{tokens: tokens}
	if treed {
		c = newClause(tokens)
	}
	for i := range tokens {
		t := &tokens[i]
		t.Feats = l.model.features(tagOf(t), t.Form)
		if strings.HasPrefix(t.XPOS, "VB") && (t.UPOS == "VERB" || t.UPOS == "AUX") {
			t.Feats = c.verb(i, treed)
		}
	}
}

// features returns the features of a word out of context.
func (m *model) features(tag, form string) string {
	if feats, ok := m.feats[key{tag, strings.ToLower(straight(form))}]; ok {
		return feats
	}
	return m.tags[tag]
}

// learnFeatures fills the tables of features: the commonest by tag, and by word where that is another.
func (m *model) learnFeatures(c *counts) {
	byTag := map[string]tally{}
	for k, t := range c.feats {
		if byTag[k.tag] == nil {
			byTag[k.tag] = tally{}
		}
		for feats, n := range t {
			byTag[k.tag][feats] += n
		}
	}
	for tag, t := range byTag {
		m.tags[tag], _ = t.best()
	}
	for k, t := range c.feats {
		if feats, n := t.best(); feats != m.tags[k.tag] && n > 1 && !strings.HasPrefix(k.tag, "VB") {
			m.feats[k] = feats
		}
	}
}

// hasTree reports whether the parser has been here: relations are filled in and heads are tokens of the sentence.
func hasTree(tokens []text.Token) bool {
	for i := range tokens {
		if tokens[i].Rel == "" || tokens[i].Head >= len(tokens) {
			return false
		}
	}
	return true
}

// clause answers what the verbs of one sentence govern.
type clause struct {
	tokens  []text.Token
	subject []int  // for each token its subject, -1 if none
	helper  []int  // for each token its first auxiliary, -1 if none
	marks   []uint // for each token the kinds of its dependents
}

// The kinds of dependents that bear on a verb's form.
const (
	hasAux  uint = 1 << iota // auxiliary of tense, aspect or mode
	hasPass                  // passive auxiliary or passive subject
	hasMark                  // subordinating conjunction or "to"
	hasTo                    // "to"
	hasConj                  // another conjunct
)

// newClause reads the tree once.
func newClause(tokens []text.Token) clause {
	c := clause{tokens: tokens, subject: make([]int, len(tokens)), helper: make([]int, len(tokens)),
		marks: make([]uint, len(tokens))}
	for i := range c.subject {
		c.subject[i], c.helper[i] = -1, -1
	}
	for i := range tokens {
		h := tokens[i].Head
		if h < 0 {
			continue
		}
		if c.isHelper(i) && c.helper[h] < 0 {
			c.helper[h] = i
		}
		switch rel := tokens[i].Rel; rel {
		case "conj":
			c.marks[h] |= hasConj
		case "aux":
			c.marks[h] |= hasAux
		case "aux:pass", "csubj:pass":
			c.marks[h] |= hasPass
		case "mark":
			c.marks[h] |= hasMark
			if tokens[i].XPOS == "TO" {
				c.marks[h] |= hasTo
			}
		case "nsubj:pass":
			c.marks[h] |= hasPass
			c.subject[h] = i
		case "nsubj", "expl":
			if c.subject[h] < 0 || rel == "nsubj" {
				c.subject[h] = i
			}
		}
	}
	return c
}

// isHelper reports whether token i is an auxiliary or copula of another.
func (c clause) isHelper(i int) bool {
	rel := c.tokens[i].Rel
	return rel == "aux" || rel == "aux:pass" || rel == "cop"
}

// verb returns the features of a verb form.
func (c clause) verb(i int, treed bool) string {
	if !treed {
		return bareVerb[c.tokens[i].XPOS]
	}
	switch t := &c.tokens[i]; t.XPOS {
	case "VB":
		if c.imperative(i) {
			return "Mood=Imp|VerbForm=Fin"
		}
	case "VBN":
		if c.passive(i) {
			return "Tense=Past|VerbForm=Part|Voice=Pass"
		}
		return "Tense=Past|VerbForm=Part"
	case "VBG":
		if c.gerund(i) {
			return "VerbForm=Ger"
		}
	case "VBD", "VBP":
		return c.finite(i)
	}
	return bareVerb[c.tokens[i].XPOS]
}

// bareVerb gives the features of verb forms where the tree says nothing more.
var bareVerb = map[string]string{
	"VB":  "VerbForm=Inf",
	"VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
	"VBG": "Tense=Pres|VerbForm=Part",
	"VBN": "Tense=Past|VerbForm=Part",
	"VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
	"VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
}

// longestChain bounds the steps from a conjunct to the first of its coordination.
const longestChain = 20

// anchor returns the first conjunct of a coordination that i belongs to with the same tag, for what conjuncts share.
func (c clause) anchor(i int) int {
	for steps := 0; steps < longestChain; steps++ {
		h := c.tokens[i].Head
		if c.tokens[i].Rel != "conj" || h < 0 || c.tokens[h].XPOS != c.tokens[i].XPOS || c.marks[i]&(hasAux|hasPass) != 0 {
			return i
		}
		i = h
	}
	return i
}

// passive reports whether a past participle is passive: all are that no "have" governs.
func (c clause) passive(i int) bool {
	if c.isHelper(i) {
		return false
	}
	m := c.marks[c.anchor(i)]
	return m&hasPass != 0 || m&hasAux == 0
}

// gerund reports whether a form in -ing stands where a noun or adjective would.
func (c clause) gerund(i int) bool {
	a := c.anchor(i)
	if c.marks[a]&(hasAux|hasPass) != 0 {
		return false
	}
	switch c.tokens[a].Rel {
	case "acl", "amod", "xcomp", "csubj", "ccomp":
		return true
	}
	return false
}

// imperative reports whether a base form is a command: no subject, no auxiliary, no "to", no governing verb.
func (c clause) imperative(i int) bool {
	t := &c.tokens[i]
	if c.isHelper(i) {
		return t.Rel == "aux" && t.Head >= 0 && c.tokens[t.Head].XPOS == "VB" && c.subject[t.Head] < 0 && i == c.helper[t.Head]
	}
	a := c.anchor(i)
	if c.marks[a]&(hasAux|hasTo|hasPass) != 0 || c.marks[i]&(hasAux|hasTo) != 0 || c.subject[a] >= 0 {
		return false
	}
	switch c.tokens[a].Rel {
	case "root", "parataxis", "ccomp", "conj", "acl:relcl":
		return true
	}
	return false
}

// finite returns the features of a past tense or of a present tense that is not third person singular; number and
// person are those of the subject.
func (c clause) finite(i int) string {
	tense := "Tense=Past"
	if c.tokens[i].XPOS == "VBP" {
		tense = "Tense=Pres"
	}
	verb := i
	if c.isHelper(i) && c.tokens[i].Head >= 0 {
		verb = c.tokens[i].Head
	}
	subject := c.subject[verb]
	for steps := 0; subject < 0 && c.tokens[verb].Rel == "conj" && c.tokens[verb].Head >= 0 && steps < longestChain; steps++ {
		verb = c.tokens[verb].Head
		subject = c.subject[verb]
	}
	number, person := c.agreement(i, subject)
	return "Mood=Ind|Number=" + number + "|Person=" + person + "|" + tense + "|VerbForm=Fin"
}

// agreement tells number and person of a verb from its subject, and where there is none from the form.
func (c clause) agreement(verb, subject int) (number, person string) {
	number, person = "Sing", "3"
	form := strings.ToLower(straight(c.tokens[verb].Form))
	present := c.tokens[verb].XPOS == "VBP"
	if form == "were" || present {
		number = "Plur"
	}
	if subject < 0 {
		return number, person
	}
	s := &c.tokens[subject]
	switch strings.ToLower(s.Form) {
	case "i":
		return "Sing", "1"
	case "we":
		return "Plur", "1"
	case "you":
		return "Sing", "2"
	case "they", "these", "those":
		return "Plur", "3"
	}
	plural := s.XPOS == "NNS" || s.XPOS == "NNPS" || strings.Contains(s.Feats, "Number=Plur")
	if c.marks[subject]&hasConj != 0 {
		plural = true
	}
	if plural && form != "was" {
		return "Plur", "3"
	}
	return number, person
}
