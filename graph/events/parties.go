package events

import (
	"regexp"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// generic is a name that ICEWS gives to a sort of people of a country: "Protester (Egypt)".
var generic = regexp.MustCompile(`^(.+) \((.+)\)$`)

// partyOf makes an actor of a name, a country and sectors. A country is called as quadwire calls it, so that "Russian
// Federation" and an article's "Moscow" are one actor.
func partyOf(name, country, sectors string) party {
	name = strings.Join(strings.Fields(name), " ")
	p := party{name: name, side: strings.TrimSpace(country)}
	if c, ok := CountryOf(country); ok {
		p.side = c.Name
	}
	if c, ok := CountryOf(name); ok {
		return party{name: c.Name, side: c.Name, kind: news.Country}
	}
	if m := generic.FindStringSubmatch(name); m != nil {
		if c, ok := CountryOf(m[2]); ok {
			p.side = c.Name
		}
		if p.kind = kindOf(m[1], sectors); p.kind == news.Person || p.kind == "" {
			p.kind = news.Group
		}
		return p
	}
	p.kind = kindOf(name, sectors)
	return p
}

// The words and the codes of sectors (CAMEO, PLOVER) that tell what sort of actor a name is.
var (
	militaryWords     = words("army navy military troops forces force marines guard militia air-force airforce soldiers MIL")
	governmentWords   = words("government ministry parliament congress senate cabinet court police department embassy GOV JUD LEG SPY COP PRM")
	organizationWords = words("party union council organization organisation committee group company bank university agency association commission front movement league corporation foundation institute IGO NGO MNC BUS MED EDU PTY IMG JRN HLH")
	groupWords        = words("protester protesters citizen citizens rebel rebels student students criminal insurgent militant militants refugees people REB OPP CVL CRM UAF REF LAB AGR SOC REL ELI")
)

func words(text string) []string { return strings.Fields(text) }

// kindOf guesses the kind of an actor from its name, then from its sectors. A name of two to four words that tells nothing
// is taken for a person's.
func kindOf(name, sectors string) news.Kind {
	fields := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ',' })
	for _, x := range []struct {
		kind  news.Kind
		words []string
	}{{news.Military, militaryWords}, {news.Government, governmentWords}, {news.Group, groupWords}, {news.Organization, organizationWords}} {
		for _, f := range fields {
			if slices.Contains(x.words, strings.ToLower(f)) {
				return x.kind
			}
		}
	}
	person := len(fields) >= 2 && len(fields) <= 4
	for sector := range strings.FieldsFuncSeq(sectors, func(r rune) bool { return r == ',' || r == ';' }) {
		sector = strings.TrimSpace(sector)
		for _, x := range []struct {
			kind  news.Kind
			words []string
		}{{news.Military, militaryWords}, {news.Government, governmentWords}, {news.Group, groupWords}, {news.Organization, organizationWords}} {
			if !person && (slices.Contains(x.words, sector) || slices.Contains(x.words, strings.ToLower(sector))) {
				return x.kind
			}
		}
	}
	if person {
		return news.Person
	}
	return ""
}
