package names

import (
	"strings"

	"quadwire/extract/english"
)

// givenNames are common given names, for the names of people that no title introduces.
var givenNames = readGiven(english.NamesGiven)

// readGiven reads a list of words, lines that begin with # left out.
func readGiven(list string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				m[w] = true
			}
		}
	}
	return m
}
