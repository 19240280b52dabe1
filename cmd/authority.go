package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"quadwire/extract"
	known "quadwire/extract/actors"
)

// authority is the flag that names a file of known actors.
type authority struct{ file string }

func (a *authority) addTo(f *pflag.FlagSet) {
	f.StringVar(&a.file, "authority", "", "`FILE` of known actors, which fixes ids, names, sides and, by date, holders of offices:\n"+
		"CSV with the columns id,name,aliases,kind,side,role,from,to or FollowTheMoney JSON Lines")
}

// extractor loads the models and the known actors. The version names what finds the claims: other models or other
// known actors find other ones.
func (a *authority) extractor(threshold float64) (x *extract.Extractor, version string, err error) {
	o := extract.Options{Threshold: threshold}
	version = extract.Version()
	if a.file != "" {
		content, err := os.ReadFile(a.file)
		if err != nil {
			return nil, "", fmt.Errorf("read authority file %s: %w", a.file, err)
		}
		if o.Actors, err = known.ReadFile(a.file); err != nil {
			return nil, "", err
		}
		sum := sha256.Sum256(content)
		version += "+" + hex.EncodeToString(sum[:4])
	}
	x, err = extract.New(o)
	return x, version, err
}
