package extract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"

	"quadwire/extract/english"
)

// rules is the version of the code that finds claims. Raise it when a change of code, not of a model or a word list,
// can give an unchanged article other claims.
const rules = 2

// tables is the models and word lists of all stages, but for the parser's model: that is embedded as bytes already,
// and would be in the program twice.
//
//go:embed english/*.tsv english/*.txt english/lemma.model english/names.model english/split.model
//go:embed coref/*.tsv claims/lexicon/*.tsv
var tables embed.FS

// Version names what the claims are found with: the version of the rules and a hash of all models and word lists. When
// it changes, the claims of an unchanged article can be others.
func Version() string {
	h := sha256.New()
	h.Write(english.ParseModel())
	_ = fs.WalkDir(tables, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := tables.ReadFile(path) // in memory: there is no error
		fmt.Fprintf(h, "%s %d\n", path, len(data))
		h.Write(data)
		return err
	})
	return fmt.Sprintf("%d-%s", rules, hex.EncodeToString(h.Sum(nil)[:8]))
}
