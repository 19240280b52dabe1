package cmd

import (
	"strings"

	"quadwire/queries"
)

// spellClassFlag lets --class stand with and without a value: "--class THREATEN" chooses claims of a class, and
// "who threatened whom --class" takes the verb for its class. A value is what names a class, or is in capitals.
func spellClassFlag(args []string) []string {
	var out []string
	for i := 0; i < len(args); i++ {
		if args[i] == "--class" && i+1 < len(args) && namesClass(args[i+1]) {
			out = append(out, "--class="+args[i+1])
			i++
			continue
		}
		out = append(out, args[i])
	}
	return out
}

// namesClass reports whether a word can be the value of --class.
func namesClass(word string) bool {
	if strings.HasPrefix(word, "-") || word == "" {
		return false
	}
	_, err := queries.ParseClasses(word)
	return err == nil || word == strings.ToUpper(word) && strings.ToUpper(word) != strings.ToLower(word)
}
