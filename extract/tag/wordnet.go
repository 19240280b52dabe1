package tag

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Word is an inflected form with its Penn tag and lemma, all in lower case but the tag, known from elsewhere than
// treebanks.
type Word struct{ Form, XPOS, Lemma string }

// ReadWordNet makes the paradigms of the verbs, adjectives and commoner nouns of WordNet (Miller, WordNet: A Lexical
// Database for English, 1995) from the files of its dictionary directory: irregular forms as listed there, regular ones
// by the rules of spelling. The error names the file that cannot be read.
func ReadWordNet(dir string) ([]Word, error) {
	var words []Word
	for _, part := range []struct {
		name    string
		inflect func(base string, irregular []string) []Word
		common  bool // only words that occur in WordNet's sense-tagged texts
	}{{"verb", inflectVerb, false}, {"noun", inflectNoun, true}, {"adj", inflectAdjective, true}} {
		irregular, err := readExceptions(filepath.Join(dir, part.name+".exc"))
		if err != nil {
			return nil, fmt.Errorf("read WordNet: %w", err)
		}
		bases, err := readIndex(filepath.Join(dir, "index."+part.name), part.common)
		if err != nil {
			return nil, fmt.Errorf("read WordNet: %w", err)
		}
		for _, base := range bases {
			words = append(words, part.inflect(base, irregular[base])...)
		}
	}
	index := filepath.Join(dir, "index.noun")
	common, err := readIndex(index, true)
	if err != nil {
		return nil, fmt.Errorf("read WordNet: %w", err)
	}
	all, err := readIndex(index, false)
	if err != nil {
		return nil, fmt.Errorf("read WordNet: %w", err)
	}
	return append(words, pluralOnly(common, all)...), nil
}

// pluralOnly lists the common nouns that look like the plural of a word that does not exist: "measles", "jeans".
func pluralOnly(common, all []string) []Word {
	exists := map[string]bool{}
	for _, n := range all {
		exists[n] = true
	}
	var words []Word
	for _, n := range common {
		if strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && !strings.HasSuffix(n, "us") &&
			!strings.HasSuffix(n, "is") && !exists[n[:len(n)-1]] {
			words = append(words, Word{n, "NNS", n})
		}
	}
	return words
}

// readExceptions reads "form base…" lines into the irregular forms of each base.
func readExceptions(file string) (map[string][]string, error) {
	lines, err := readLines(file)
	if err != nil {
		return nil, err
	}
	forms := map[string][]string{}
	for _, line := range lines {
		if f := strings.Fields(line); len(f) >= 2 && isWord(f[0]) {
			forms[f[1]] = append(forms[f[1]], f[0])
		}
	}
	return forms, nil
}

// readIndex reads the single words of an index file.
func readIndex(file string, common bool) ([]string, error) {
	lines, err := readLines(file)
	if err != nil {
		return nil, err
	}
	var bases []string
	for _, line := range lines {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 || len(f[0]) < 2 || !isWord(f[0]) {
			continue
		}
		pointers := 0
		fmt.Sscan(f[3], &pointers)
		if at := 5 + pointers; common && (at >= len(f) || f[at] == "0") {
			continue
		}
		bases = append(bases, f[0])
	}
	return bases, nil
}

// readLines returns the lines of a file.
func readLines(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		lines = append(lines, in.Text())
	}
	return lines, in.Err()
}

// isWord reports whether s consists of lower-case letters.
func isWord(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// consonantY reports whether a word ends with a consonant and y: "carry".
func consonantY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !isVowel(base[n-2])
}

// thirdPerson adds -s or -es as verbs do, which take -es after a consonant and o: "goes", "vetoes", but "radios".
func thirdPerson(base string) string {
	if n := len(base); n > 1 && base[n-1] == 'o' && !isVowel(base[n-2]) {
		return base + "es"
	}
	return plural(base)
}

// plural adds -s or -es, as nouns do and verbs that do not end in o.
func plural(base string) string {
	switch {
	case consonantY(base):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"):
		return base + "es"
	}
	return base + "s"
}

// withEd adds -ed or another ending that begins with e.
func withEd(base, ending string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + ending[1:]
	case consonantY(base):
		return base[:len(base)-1] + "i" + ending
	}
	return base + ending
}

// withIng adds -ing.
func withIng(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee") && !strings.HasSuffix(base, "ye") &&
		!strings.HasSuffix(base, "oe") && len(base) > 2:
		return base[:len(base)-1] + "ing"
	}
	return base + "ing"
}

// inflectVerb makes the forms of a verb. Its irregular forms take the place of the regular one that they look like.
func inflectVerb(base string, irregular []string) []Word {
	words := []Word{{base, "VB", base}, {base, "VBP", base}}
	third := func(f string) bool {
		return strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ss") && len(f) > len(base)
	}
	participle := func(f string) bool { return strings.HasSuffix(f, "ing") && len(f) > len(base) }
	past := func(f string) bool { return !third(f) && !participle(f) }
	add := func(kind func(string) bool, regular string, tags ...string) {
		forms := slices.DeleteFunc(slices.Clone(irregular), func(f string) bool { return !kind(f) })
		if len(forms) == 0 {
			forms = []string{regular}
		}
		for _, form := range forms {
			for _, tag := range tags {
				words = append(words, Word{form, tag, base})
			}
		}
	}
	add(third, thirdPerson(base), "VBZ")
	add(participle, withIng(base), "VBG")
	add(past, withEd(base, "ed"), "VBD", "VBN")
	return words
}

// inflectNoun makes singular and plural.
func inflectNoun(base string, irregular []string) []Word {
	forms := irregular
	if len(forms) == 0 {
		forms = []string{plural(base)}
	}
	words := []Word{{base, "NN", base}}
	for _, f := range forms {
		words = append(words, Word{f, "NNS", base})
	}
	return words
}

// inflectAdjective makes the degrees. Long adjectives are compared with "more" and have none of their own.
func inflectAdjective(base string, irregular []string) []Word {
	words := []Word{{base, "JJ", base}}
	forms := irregular
	if len(forms) == 0 && (len(base) <= 6 || consonantY(base) && len(base) <= 8) {
		forms = []string{withEd(base, "er"), withEd(base, "est")}
	}
	for _, f := range forms {
		switch {
		case strings.HasSuffix(f, "est"):
			words = append(words, Word{f, "JJS", base})
		case strings.HasSuffix(f, "er"):
			words = append(words, Word{f, "JJR", base})
		}
	}
	return words
}
