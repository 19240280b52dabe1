package names

import (
	"strings"
	"time"

	"quadwire/extract/english"
)

// Official is somebody's time in an office.
type Official struct {
	Side     string // state or organisation
	Office   string // "president"
	Name     string // "Vladimir Putin"
	From, To string // YYYY-MM-DD; To is empty while in office when the table was compiled
}

// Holder returns who held an office of a state or organisation on a day (YYYY-MM-DD): Holder("Russia", "president",
// "2023-11-06") is Vladimir Putin.
func Holder(side, office, date string) (Official, bool) {
	t, err := tables()
	if err != nil {
		return Official{}, false
	}
	for _, o := range t.officials {
		if o.Side == side && o.Office == office && o.on(date) {
			return o, true
		}
	}
	return Official{}, false
}

// on reports whether the office was held on the day.
func (o Official) on(date string) bool { return o.From <= date && (o.To == "" || date < o.To) }

// readOfficials reads the table of terms of office.
func (t *lists) readOfficials() error {
	return rows(english.NamesOffices, "names.offices.tsv", 5, func(f []string) error {
		o := Official{Side: f[0], Office: f[1], Name: f[2], From: f[3], To: f[4]}
		if _, err := time.Parse(time.DateOnly, o.From); err != nil {
			return err
		}
		t.officials = append(t.officials, o)
		name := foldPhrase(o.Name)
		t.byOfficial[name] = append(t.byOfficial[name], len(t.officials)-1)
		words := foldWords(o.Name)
		family := words[len(words)-1]
		if familyFirst[o.Side] {
			family = words[0]
		}
		t.byFamily[family] = append(t.byFamily[family], len(t.officials)-1)
		return nil
	})
}

// familyFirst are the states whose people the table lists with the family name first.
var familyFirst = map[string]bool{"China": true, "North Korea": true, "South Korea": true, "Taiwan": true, "Cambodia": true}

// sideOfPerson returns the side of a person known by full name, as it was on the day or the latest before; or, if only
// the family name is known, of the only such person then in office.
func (t *lists) sideOfPerson(full, family, date string) string {
	side, best := "", ""
	for _, i := range t.byOfficial[foldPhrase(full)] {
		o := t.officials[i]
		if date != "" && o.From > nextYear(date) {
			continue
		}
		if date != "" && o.on(date) {
			return o.Side
		}
		if o.From > best {
			side, best = o.Side, o.From
		}
	}
	if side != "" || strings.Contains(full, " ") {
		return side
	}
	for _, i := range t.byFamily[foldPhrase(family)] {
		o := t.officials[i]
		if date != "" && !o.on(date) {
			continue
		}
		if side != "" && side != o.Side {
			return ""
		}
		side = o.Side
	}
	return side
}

// nextYear adds a year to the year of a date: people are in the news before they take office.
func nextYear(date string) string {
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return d.AddDate(1, 0, 0).Format(time.DateOnly)
}

// anyHolder returns the side that everybody of that family name in the table of offices shares, at whatever time.
func (t *lists) anyHolder(family string) string {
	side := ""
	for _, i := range t.byFamily[foldPhrase(family)] {
		if o := t.officials[i]; side == "" || side == o.Side {
			side = o.Side
		} else {
			return ""
		}
	}
	return side
}
