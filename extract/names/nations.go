package names

import (
	"fmt"
	"strings"
	"sync"

	"quadwire/extract/english"
)

// Country is a state, a territory or a union of states, with the words that denote it.
type Country struct {
	Name       string   // standard short English name: "North Korea"
	Status     string   // member, observer (of the United Nations), disputed, territory, former, union
	Of         string   // for a territory, the state it belongs to
	Aliases    []string // other names and abbreviations: "DPRK"
	Adjectives []string // "North Korean"
	People     []string // demonyms: "North Korean", "North Koreans"
	Capitals   []string // seats of government; each is a place too
	Metonyms   []string // names that stand for the state and are no city: "Kremlin"
}

// State returns the state that s denotes: a name, abbreviation, adjective, demonym, capital or metonym, with or without
// "the", in the case that English spells it in ("us" is no state).
func State(s string) (Country, bool) {
	t, err := tables()
	if err != nil {
		return Country{}, false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "the "), "The ")
	i, ok := t.byWord[foldPhrase(s)]
	if !ok {
		return Country{}, false
	}
	return t.countries[i], true
}

// tables reads the embedded lists once.
var tables = sync.OnceValues(readTables)

// lists holds what the embedded word lists say.
type lists struct {
	countries  []Country
	byWord     map[string]int // any folded word or phrase for a state to index
	gaz        *gazetteer
	nouns      map[string]class // lemma to class
	officials  []Official
	byOfficial map[string][]int // folded full name to indexes in officials
	byFamily   map[string][]int // folded family name to indexes in officials
}

// readTables reads the embedded lists.
func readTables() (*lists, error) {
	t := &lists{byWord: map[string]int{}, gaz: newGazetteer(),
		byOfficial: map[string][]int{}, byFamily: map[string][]int{}}
	if err := t.readCountries(english.NamesCountries); err != nil {
		return nil, err
	}
	if err := t.readOrganisations(english.NamesOrganisations); err != nil {
		return nil, err
	}
	if err := t.readPlaces(english.NamesPlaces); err != nil {
		return nil, err
	}
	if err := t.readOfficials(); err != nil {
		return nil, err
	}
	nouns, err := readNouns(english.NamesNouns)
	if err != nil {
		return nil, err
	}
	t.nouns = nouns
	return t, nil
}

// rows calls add for each row of a table of n tab-separated fields, comments and empty lines left out.
func rows(table, name string, n int, add func(f []string) error) error {
	for i, line := range strings.Split(table, "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != n {
			return fmt.Errorf("read %s: line %d: %d fields, want %d", name, i+1, len(f), n)
		}
		if err := add(f); err != nil {
			return fmt.Errorf("read %s: line %d: %w", name, i+1, err)
		}
	}
	return nil
}

// items splits a field at its semicolons; an empty field has none.
func items(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ";")
}

func (t *lists) readCountries(table string) error {
	return rows(table, "names.countries.tsv", 7, func(f []string) error {
		c := Country{Name: f[0], Status: f[1], Aliases: items(f[2]), Adjectives: items(f[3]), People: items(f[4]),
			Capitals: items(f[5]), Metonyms: items(f[6])}
		if status, of, ok := strings.Cut(f[1], " ("); ok {
			c.Status, c.Of = status, strings.TrimSuffix(of, ")")
		}
		t.addCountry(c)
		return nil
	})
}

// addCountry enters a state and all its words.
func (t *lists) addCountry(c Country) {
	i := len(t.countries)
	t.countries = append(t.countries, c)
	for sort, words := range [][]string{append([]string{c.Name}, c.Aliases...), c.Metonyms, c.Capitals, c.Adjectives, c.People} {
		for _, w := range words {
			w = strings.TrimPrefix(w, "The ")
			if key := foldPhrase(w); key != "" {
				if _, ok := t.byWord[key]; !ok {
					t.byWord[key] = i
				}
			}
			t.gaz.add(w, entry{sort: stateWord + entrySort(sort), name: c.Name, word: w})
		}
	}
}
