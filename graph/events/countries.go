package events

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed countries.tsv
var countriesTSV string

// Country is a country or territory.
type Country struct {
	Alpha2, Alpha3 string // ISO 3166-1
	Name           string // as quadwire calls it as a side
}

// countries returns the countries by name, other names and codes.
var countries = sync.OnceValue(func() map[string]Country {
	m := map[string]Country{}
	for line := range strings.Lines(countriesTSV) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		c := Country{Alpha2: f[0], Alpha3: f[1], Name: f[2]}
		m[f[0]], m[f[1]], m[strings.ToLower(f[2])] = c, c, c
		for name := range strings.SplitSeq(f[3], ";") {
			if name != "" {
				m[strings.ToLower(name)] = c
			}
		}
	}
	return m
})

// CountryOf returns the country that a name ("Russian Federation", in any case) or an ISO code ("RUS", "RU") denotes.
func CountryOf(name string) (Country, bool) {
	name = strings.TrimSpace(name)
	if c, ok := countries()[name]; ok {
		return c, true
	}
	c, ok := countries()[strings.TrimPrefix(strings.ToLower(name), "the ")]
	return c, ok
}
