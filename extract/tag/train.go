package tag

import (
	"cmp"
	"slices"
	"strings"

	"quadwire/extract/text"
)

// TrainOptions says how to train. The zero value is what the embedded model was trained with.
type TrainOptions struct {
	// Gain is by how many words a suffix must do better than the shorter suffixes before it is listed; 0 means 2.
	Gain int
	// Words are inflected forms known from a dictionary. Where a treebank has the form, the treebank decides.
	Words []Word
}

// Train learns lemmas and features from treebanks. The result is the same for the same documents in whatever order: of
// equally common values the first in byte order is taken.
func Train(docs []*text.CoNLLU, o TrainOptions) *Lemmatizer {
	if o.Gain == 0 {
		o.Gain = 2
	}
	c := countTreebank(docs)
	c.addWords(o.Words)
	m := &model{exact: map[key]string{}, words: map[key]string{}, cased: map[key]string{}, edits: suffixes{},
		cases: suffixes{}, feats: map[key]string{}, tags: map[string]string{}}
	m.learnEdits(c, o.Gain)
	m.learnCases(c, o.Gain)
	m.learnExceptions(c)
	m.learnFeatures(c)
	return &Lemmatizer{model: m}
}

// tally counts values.
type tally map[string]int

// best returns the commonest value, of equally common ones the first in byte order, and its count.
func (t tally) best() (string, int) {
	value, n := "", 0
	for v, k := range t {
		if k > n || k == n && v < value {
			value, n = v, k
		}
	}
	return value, n
}

// counts is what the treebanks say, by tag and word.
type counts struct {
	forms  map[key]tally // lemmas of a form as written
	folded map[key]tally // lemmas in lower case of a folded form
	lemmas map[key]tally // lemmas as written of a lemma in lower case, of forms with capitals
	cases  map[key]tally // keep or lower by tag and shape, of folded forms with capitals
	feats  map[key]tally // features by tag and folded form
	first  map[key]bool  // form as written occurs at the beginning of a sentence only
}

// countTreebank counts the words of treebanks; auxiliaries, whose lemmas are rules, are left out.
func countTreebank(docs []*text.CoNLLU) *counts {
	c := &counts{map[key]tally{}, map[key]tally{}, map[key]tally{}, map[key]tally{}, map[key]tally{}, map[key]bool{}}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for i := range s.Tokens {
				if t := &s.Tokens[i]; t.Lemma != "" && auxiliary(s.Tokens, i) == "" {
					c.add(t, i == 0)
				}
			}
		}
	}
	return c
}

// add counts one token; first says that it begins its sentence.
func (c *counts) add(t *text.Token, first bool) {
	form, tag := straight(t.Form), tagOf(t)
	lower, lemma := strings.ToLower(form), strings.ToLower(t.Lemma)
	count(c.forms, key{tag, form}, t.Lemma)
	count(c.folded, key{tag, lower}, lemma)
	count(c.feats, key{tag, lower}, t.Feats)
	k := key{tag, form}
	if was, seen := c.first[k]; !seen || was {
		c.first[k] = first
	}
	if form == lower {
		return
	}
	count(c.lemmas, key{tag, lemma}, t.Lemma)
	decision := lowerCase
	if t.Lemma != lemma {
		decision = keepCase
	}
	count(c.cases, key{tag + shapeOf(form, first), lower}, decision)
}

// addWords adds the forms that the treebanks do not have with their tag, and those that they give a lemma which is no
// word of the dictionary's ("fled" from "flead").
func (c *counts) addWords(words []Word) {
	inTreebank := map[key]string{}
	for k, t := range c.folded {
		inTreebank[k], _ = t.best()
	}
	bases := map[key]bool{}
	for _, w := range words {
		bases[key{w.XPOS, w.Lemma}] = true
	}
	for _, w := range words {
		k := key{w.XPOS, w.Form}
		lemma, seen := inTreebank[k]
		switch {
		case !seen:
			count(c.folded, k, w.Lemma)
		case !bases[key{w.XPOS, lemma}] && strings.HasPrefix(w.XPOS, "VB"):
			c.folded[k] = tally{w.Lemma: 1}
			delete(c.forms, k)
		}
	}
}

// count adds one to a value of a key.
func count(m map[key]tally, k key, value string) {
	if m[k] == nil {
		m[k] = tally{}
	}
	m[k][value]++
}

// sortedKeys lists the keys of a table in order.
func sortedKeys[V any](m map[key]V) []key {
	keys := make([]key, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.tag, b.tag), strings.Compare(a.word, b.word))
	})
	return keys
}

// example is a word and the decision that is right for it.
type example struct{ word, decision string }

// learnEdits learns the edit scripts by tag and suffix, each word counting once.
func (m *model) learnEdits(c *counts, gain int) {
	classes := map[string][]example{}
	for _, k := range sortedKeys(c.folded) {
		lemma, _ := c.folded[k].best()
		if s, ok := scriptFor(k.word, lemma); ok {
			classes[k.tag] = append(classes[k.tag], example{k.word, s})
		}
	}
	m.edits = learnSuffixes(classes, gain)
}

// learnCases learns, by tag, shape and suffix, whether the lemma keeps the capitals of its form.
func (m *model) learnCases(c *counts, gain int) {
	classes := map[string][]example{}
	for _, k := range sortedKeys(c.cases) {
		decision, _ := c.cases[k].best()
		classes[k.tag] = append(classes[k.tag], example{k.word, decision})
	}
	m.cases = learnSuffixes(classes, gain)
}

// learnSuffixes makes a decision list for each class: a suffix is listed if its commonest decision is right for at
// least gain more words than what the shorter suffixes say.
func learnSuffixes(classes map[string][]example, gain int) suffixes {
	lists := suffixes{}
	for class, examples := range classes {
		lists[class] = map[string]string{}
		for length := range longestSuffix + 1 {
			tallies := map[string]tally{}
			for _, e := range examples {
				if length > len(e.word) {
					continue
				}
				suffix := e.word[len(e.word)-length:]
				if tallies[suffix] == nil {
					tallies[suffix] = tally{}
				}
				tallies[suffix][e.decision]++
			}
			for suffix, t := range tallies {
				decision, n := t.best()
				if length == 0 || n >= t[lists.find(class, suffix)]+gain {
					lists[class][suffix] = decision
				}
			}
		}
	}
	return lists
}

// learnExceptions lists the words that the suffixes get wrong: first in lower case, then capitals, then as written.
func (m *model) learnExceptions(c *counts) {
	for k, t := range c.folded {
		if lemma, _ := t.best(); applyScript(m.edits.find(k.tag, k.word), k.word) != lemma {
			m.words[k] = lemma
		}
	}
	for k, t := range c.lemmas {
		lemma, n := t.best()
		if lemma != k.word && n > 1 && n > t[k.word] && strings.ToUpper(lemma) != lemma {
			m.cased[k] = lemma
		}
	}
	for k, t := range c.forms {
		if lemma, n := t.best(); n > t[m.regular(k.tag, k.word, c.first[k])] {
			m.exact[k] = lemma
		}
	}
}
