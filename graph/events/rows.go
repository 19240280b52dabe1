package events

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"quadwire/graph/news"
)

// event reads the cells of a row.
func (in *reading) event(cells []string) (event, error) {
	switch in.batch.Format {
	case GDELT:
		return gdeltEvent(cells)
	case POLECAT:
		return in.polecatEvent(cells)
	}
	return in.icewsEvent(cells)
}

// cell returns a cell by its heading; what stands for a missing value is empty.
func (in *reading) cell(cells []string, heading string) string {
	i, ok := in.headings[heading]
	if !ok || i >= len(cells) {
		return ""
	}
	switch v := strings.TrimSpace(cells[i]); v {
	case "NA", "None", "NULL", "---":
		return ""
	default:
		return v
	}
}

// enough checks that a row has all cells that a format's headings promise; trailing empty ones may be missing or more.
func (in *reading) enough(cells []string) error {
	want := len(in.headings)
	if _, twice := in.headings["Event Intensity"]; twice {
		want-- // it stands in the table under both its names
	}
	least := 0
	for _, name := range columns(in.batch.Format)[:9] {
		least = max(least, in.headings[name]+1)
	}
	if len(cells) < least {
		return fmt.Errorf("%d columns, expected %d", len(cells), want)
	}
	if len(cells) > want && strings.TrimSpace(strings.Join(cells[want:], "")) != "" {
		return fmt.Errorf("%d columns, expected %d", len(cells), want)
	}
	return nil
}

// day reads a date that must be a whole day.
func day(text string) (string, error) {
	date, err := news.ParseDate(text)
	if err != nil {
		return "", err
	}
	if len(date) != len("2006-01-02") {
		return "", fmt.Errorf("%q is no day", text)
	}
	return date, nil
}

func (in *reading) icewsEvent(cells []string) (e event, err error) {
	if err = in.enough(cells); err != nil {
		return e, err
	}
	if e.date, err = day(in.cell(cells, "Event Date")); err != nil {
		return e, err
	}
	e.code = in.cell(cells, "CAMEO Code")
	if len(e.code) == 2 && e.code[0] != '0' && e.code[1] == '0' || len(e.code) == 1 {
		e.code = "0" + e.code // a spreadsheet took the zero
	}
	ok := false
	if e.class, ok = classOf(e.code); !ok {
		return e, fmt.Errorf("%q is no CAMEO code", e.code)
	}
	e.key, e.trigger = in.cell(cells, "Event ID")+" "+e.date, in.headings["Event Text"]
	e.sources, e.targets = in.icewsParty(cells, "Source"), in.icewsParty(cells, "Target")
	e.story, e.publisher, e.published = in.cell(cells, "Story ID"), in.cell(cells, "Publisher"), e.date
	if e.story == "" {
		e.story = "event-" + strings.ReplaceAll(e.key, " ", "-")
	}
	e.place = place(in.cell(cells, "City"), in.cell(cells, "Province"), in.cell(cells, "Country"))
	return e, nil
}

func (in *reading) icewsParty(cells []string, side string) []party {
	name := in.cell(cells, side+" Name")
	if name == "" {
		return nil
	}
	p := partyOf(name, in.cell(cells, side+" Country"), in.cell(cells, side+" Sectors"))
	p.mention, p.cell = name, in.headings[side+" Name"]
	return []party{p}
}

func (in *reading) polecatEvent(cells []string) (e event, err error) {
	if err = in.enough(cells); err != nil {
		return e, err
	}
	if e.date, err = day(in.cell(cells, "Event Date")); err != nil {
		return e, err
	}
	e.class = news.Class(strings.ToUpper(in.cell(cells, "Event Type")))
	s, ok := schemeOf(e.class)
	if !ok || e.class == news.State {
		return e, fmt.Errorf("%q is no PLOVER event type", in.cell(cells, "Event Type"))
	}
	e.code = s.class.CAMEO()
	e.key, e.trigger = in.cell(cells, "Event ID")+" "+e.date, in.headings["Event Type"]
	e.sources = in.polecatParties(cells, "Actor")
	e.targets = in.polecatParties(cells, "Recipient")
	e.publisher = in.cell(cells, "Source")
	if e.published, err = day(in.cell(cells, "Publication Date")); err != nil {
		e.published = e.date
	}
	e.story = in.cell(cells, "Story ID")
	if e.story == "" {
		e.story = strings.ReplaceAll(e.key, " ", "-")
	}
	e.place = place(in.cell(cells, "City"), in.cell(cells, "Province"), in.cell(cells, "Country"))
	return e, nil
}

// polecatParties reads the actors on one side of a row: lists in parallel, joined by semicolons.
func (in *reading) polecatParties(cells []string, side string) []party {
	list := func(heading string) []string {
		text := in.cell(cells, heading)
		if text == "" {
			return nil
		}
		return strings.Split(text, "; ")
	}
	var names []string
	at := 0
	for _, heading := range []string{side + " Name", side + " Name Raw", side + " Country"} {
		if names = list(heading); len(names) > 0 {
			at = in.headings[heading]
			break
		}
	}
	countries := list(side + " Country")
	titles := list(side + " Title")
	var out []party
	for i, name := range names {
		country := ""
		switch {
		case len(countries) == len(names):
			country = countries[i]
		case len(countries) == 1:
			country = countries[0]
		}
		if name = strings.TrimSpace(name); name == "" || name == "None" {
			continue
		}
		p := partyOf(name, strings.TrimPrefix(country, "None"), in.cell(cells, "Primary "+side+" Sector"))
		p.mention, p.cell = name, at
		if len(titles) == len(names) && titles[i] != "None" && titles[i] != "" {
			p.roles = []string{titles[i]}
		}
		out = append(out, p)
	}
	return out
}

func gdeltEvent(cells []string) (e event, err error) {
	if len(cells) != gdeltColumns && len(cells) != gdelt1Columns {
		return e, fmt.Errorf("%d columns, expected %d", len(cells), gdeltColumns)
	}
	if e.date, err = day(cells[gdeltDay]); err != nil {
		return e, err
	}
	e.code = cells[gdeltEventCode]
	ok := false
	if e.class, ok = classOf(e.code); !ok {
		return e, fmt.Errorf("%q is no CAMEO code", e.code)
	}
	e.key = cells[gdeltID]
	e.trigger = gdeltEventCode
	e.sources, e.targets = gdeltParty(cells, gdeltActor1), gdeltParty(cells, gdeltActor2)
	e.url = strings.TrimSpace(cells[len(cells)+gdeltURL])
	at := gdeltPlace
	if len(cells) == gdelt1Columns {
		at = gdelt1Place
	}
	e.place = strings.TrimSpace(cells[len(cells)+at])
	if added := cells[len(cells)+gdeltAdded]; len(added) >= 8 {
		e.published, _ = day(added[:8])
	}
	e.story = "event-" + e.key
	if e.url != "" {
		sum := sha256.Sum256([]byte(e.url))
		e.story = hex.EncodeToString(sum[:8])
		if u, err := url.Parse(e.url); err == nil {
			e.publisher = strings.TrimPrefix(u.Host, "www.")
		}
	}
	return e, nil
}

// gdeltParty reads an actor from the ten cells that describe it.
func gdeltParty(row []string, first int) []party {
	cells := row[first:]
	name, country := strings.TrimSpace(cells[gdeltNameOffset]), strings.TrimSpace(cells[gdeltCountryOffset])
	mention, cell := name, first+gdeltNameOffset
	if c, ok := CountryOf(country); name == "" && ok {
		name, mention, cell = c.Name, country, first+gdeltCountryOffset
	}
	if name == "" {
		return nil
	}
	if name == strings.ToUpper(name) {
		name = capitalized(name)
	}
	p := partyOf(name, country, cells[gdeltTypeOffset])
	p.mention, p.cell = mention, cell
	return []party{p}
}

// capitalized writes each word of a name with one capital.
func capitalized(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		if i == 0 || w != "of" && w != "the" && w != "and" {
			r := []rune(w)
			words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
	}
	return strings.Join(words, " ")
}

// place joins the parts of a place, the smallest first.
func place(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" && (len(out) == 0 || out[len(out)-1] != p) {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}
