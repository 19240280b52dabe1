package coref

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"

	"quadwire/extract/text"
)

// slot is the place of an argument: subject or object of a word.
type slot uint8

const (
	slotSubject slot = iota
	slotObject
	slotNone
)

var slotNames = [...]string{"subj", "obj"}

// slotOf returns the word whose argument token i is, and in which place. The subject of a passive is an object.
func slotOf(tokens []text.Token, i int) (word string, at slot) {
	h := tokens[i].Head
	if h < 0 || h >= len(tokens) {
		return "", slotNone
	}
	switch tokens[i].Rel {
	case "nsubj", "nsubj:xsubj":
		return lemma(&tokens[h]), slotSubject
	case "nsubj:pass", "obj":
		return lemma(&tokens[h]), slotObject
	}
	return "", slotNone
}

// preference says how often the arguments of a word in a place are actors, in four steps; 0 means that it is not known.
type preference uint8

// preferenceSteps is the number of preferences.
const preferenceSteps = 5

//go:embed selection.tsv
var selectionTable string

// selections leads from word and place to the preference.
var selections = sync.OnceValue(func() map[string]preference {
	m := map[string]preference{}
	for _, line := range strings.Split(selectionTable, "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 || line[0] == '#' {
			continue
		}
		actors, _ := strconv.Atoi(f[2])
		things, _ := strconv.Atoi(f[3])
		share := (float64(actors) + 2) / (float64(actors+things) + 4)
		m[f[0]+"\t"+f[1]] = preference(min(1+int(share*4), 4))
	}
	return m
})

// prefers returns what the place of token i prefers.
func prefers(tokens []text.Token, i int) preference {
	word, at := slotOf(tokens, i)
	if at == slotNone {
		return 0
	}
	p := selections()[word+"\t"+slotNames[at]]
	if at == slotSubject && reportVerbs[word] {
		p = max(p, 3) // in news it is actors who report and threaten, whatever storms do elsewhere
	}
	return p
}

// TrainSelection counts, over trees, how often each word has an actor and how often a thing as subject and as object, and
// writes the table that the program embeds: words seen four times or more.
func TrainSelection(w io.Writer, docs []*text.CoNLLU) error {
	counts := map[string]*[2]int{}
	for _, d := range docs {
		for s := range d.Sentences {
			tokens := d.Sentences[s].Tokens
			for i := range tokens {
				which := actorOrThing(&tokens[i])
				word, at := slotOf(tokens, i)
				if which < 0 || at == slotNone {
					continue
				}
				key := word + "\t" + slotNames[at]
				if counts[key] == nil {
					counts[key] = &[2]int{}
				}
				counts[key][which]++
			}
		}
	}
	keys := make([]string, 0, len(counts))
	for k, c := range counts {
		if c[0]+c[1] >= 4 && !strings.ContainsAny(k, "#\n") {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "# word, place, times that an actor stood there, times that a thing did")
	for _, k := range keys {
		fmt.Fprintf(b, "%s\t%d\t%d\n", k, counts[k][0], counts[k][1])
	}
	return b.Flush()
}

// actorOrThing returns 0 for a word that denotes an actor, 1 for one that denotes a thing, -1 for one that may be either.
func actorOrThing(t *text.Token) int {
	switch t.UPOS {
	case "PRON":
		switch strings.ToLower(t.Form) {
		case "i", "we", "you", "he", "she", "who", "me", "us", "him", "her", "everyone", "someone", "anyone", "nobody":
			return 0
		case "it", "this", "that", "which", "these", "something", "anything", "everything", "nothing", "what":
			return 1
		}
	case "NOUN":
		switch nounClassOf(lemma(t)) {
		case personNoun, groupNoun, organizationNoun, countryNoun:
			return 0
		case thingNoun:
			return 1
		}
	}
	return -1
}
