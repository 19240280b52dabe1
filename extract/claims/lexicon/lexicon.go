// Package lexicon holds what English political verbs, event nouns and predicative adjectives mean: which event class
// a word has in which frame, which argument is the target, and what becomes of an embedded clause.
//
//	verbs.tsv light.tsv ┐
//	nouns.tsv roles.tsv ├─ go:embed ─▶ Lexicon ─ Verb("pull") ─▶ []Sense ─ Match(senses, Features) ─▶ Sense ─▶ claim rules
//	adjectives.tsv      │                                                      ▲
//	lists.tsv           ┘                            filled by the rules from a dependency tree
//
// # Files
//
// Tab-separated, one sense a line, sorted by lemma; '#' starts a comment line; "-" is an empty field and trailing
// empty fields may be left out. The senses of a lemma are tried in the order of the file and the first whose frame
// matches wins, so the special ones stand first and "_" stands last.
//
//	verbs.tsv, light.tsv, adjectives.tsv   lemma  frame  class  target  complement  flags
//	nouns.tsv                              lemma  frame  verb  class  roles  complement  flags
//	roles.tsv                              name  agent slots  target slots
//	lists.tsv                              name  lemmas
//
// The list "ordinary" names verbs in which no political event lies ("sleep", "grow"): they have one sense, with the
// flag Void.
//
// A line "lemma  =other" gives lemma all the senses of another lemma of the same file: the two are used alike.
//
//   - frame: conditions on the syntax, all of which must hold: see Frame.
//   - class: an event class, with the CAMEO root code where it is not the class's own: "REQUEST/02".
//   - target: slots in order of preference; the first that an actor fills is the target. "obj.in" lies inside the
//     object (possessor, adjective of nationality, of-phrase): "condemned Russia's invasion". "comp.subj" is the
//     subject of the embedded clause: "demanded that Russia withdraw". "comp" is the target of the embedded clause:
//     "refused to meet Kim". "recip" are the subject's own members: "Xi and Putin met".
//   - complement: what an embedded clause, or an event noun in the place of the object, becomes when the word holds:
//     implied, planned, possible, requested, negated or reported; then ":obj" (or another slot) where not the subject
//     but that argument is its understood subject: "urged X to" is "requested:obj".
//   - roles: the slots where a noun's agent and target stand, by name of a line of roles.tsv.
//   - flags: see Flags.
//
// The word lists, frames and classes are our own. The classes are those of PLOVER 2.0 (Open Event Data Alliance) and
// the root codes those of CAMEO (Gerner, Schrodt and Yilmaz, Conflict and Mediation Event Observations, 2009).
package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed *.tsv
var files embed.FS

// Lexicon maps lemmas to senses. It is read-only after Read, so any number of goroutines may use it.
type Lexicon struct {
	verbs, nouns, adjectives map[string][]Sense
	lists                    map[string]map[string]bool
}

var english = sync.OnceValue(func() *Lexicon {
	l, err := Read(files)
	if err != nil {
		panic(err) // the embedded files are part of the program; a test reads them
	}
	return l
})

// English returns the embedded lexicon, read once.
func English() *Lexicon { return english() }

// Verb returns the senses of a verb in order, none if it is unknown. British spellings find the American entry
// ("criticise"), and an unlisted verb one that it is derived from: see Similar. The senses of light verbs ("hold
// talks") are among them, with the flag Light.
func (l *Lexicon) Verb(lemma string) []Sense {
	if s := find(l.verbs, lemma); s != nil {
		return s
	}
	return l.Similar(lemma)
}

// Noun returns the senses of an event noun in order, none if it is unknown. The lemma is the singular ("talk"); the
// plural is found too.
func (l *Lexicon) Noun(lemma string) []Sense {
	if s := find(l.nouns, lemma); s != nil {
		return s
	}
	return find(l.nouns, strings.TrimSuffix(lemma, "s"))
}

// Adjective returns the senses of a predicative adjective ("critical" of, "angry" with) in order, none if unknown.
func (l *Lexicon) Adjective(lemma string) []Sense { return find(l.adjectives, lemma) }

// In reports whether a lemma is on a list of lists.tsv, such as "weapon" or "sanction". A plural counts as its
// singular, since lemmatisers disagree on nouns that are mostly plural ("troops").
func (l *Lexicon) In(list, lemma string) bool {
	set := l.lists[list]
	return set[lemma] || set[strings.TrimSuffix(lemma, "s")]
}

// Match returns the first of the senses whose frame the features fulfil.
func (l *Lexicon) Match(senses []Sense, f Features) (Sense, bool) {
	if f.HasIndirect && !f.HasObject { // a lone addressee: "told them to leave"
		f.HasObject, f.ObjectActor = true, true
	}
	for _, s := range senses {
		if s.Frame.holds(l, &f) {
			return s, true
		}
	}
	return Sense{}, false
}

func find(m map[string][]Sense, lemma string) []Sense {
	if s, ok := m[lemma]; ok {
		return s
	}
	for _, v := range american(lemma) {
		if s, ok := m[v]; ok {
			return s
		}
	}
	return nil
}
