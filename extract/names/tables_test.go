package names

import (
	"strings"
	"testing"

	"quadwire/graph/news"
)

func TestState(t *testing.T) {
	for word, want := range map[string]string{"Moscow": "Russia", "the Kremlin": "Russia", "Pyongyang": "North Korea", "DPRK": "North Korea",
		"U.S.": "United States", "US": "United States", "American": "United States", "Americans": "United States", "the UK": "United Kingdom",
		"Downing Street": "United Kingdom", "Élysée": "France", "Elysee Palace": "France", "Brussels": "European Union", "Ivorian": "Ivory Coast",
		"Côte d’Ivoire": "Ivory Coast", "Dem. Republic of Congo": "Democratic Republic of the Congo", "Kyiv": "Ukraine", "Kiev": "Ukraine",
		"Holy See": "Vatican City", "Taipei": "Taiwan", "Kosovar": "Kosovo", "Myanmar": "Myanmar", "Burmese": "Myanmar", "The Hague": "Netherlands",
		"South Korean": "South Korea", "Emirati": "United Arab Emirates", "N'Djamena": "Chad"} {
		if c, ok := State(word); !ok || c.Name != want {
			t.Errorf("State(%q) = %q, %v, want %q", word, c.Name, ok, want)
		}
	}
	for _, word := range []string{"us", "", "Jake", "polish off", "the", "Middle East"} {
		if c, ok := State(word); ok {
			t.Errorf("State(%q) = %q", word, c.Name)
		}
	}
}

// TestCountries checks that the table is complete and consistent.
func TestCountries(t *testing.T) {
	lists, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for _, c := range lists.countries {
		n[c.Status]++
		if got, ok := State(c.Name); !ok || got.Name != c.Name {
			t.Errorf("State(%q) = %q, %v", c.Name, got.Name, ok)
		}
		if c.Of != "" {
			if got, ok := State(c.Of); !ok || got.Name != c.Of {
				t.Errorf("%s lies in unknown %q", c.Name, c.Of)
			}
		}
	}
	if n["member"] != 193 || n["observer"] != 2 {
		t.Errorf("%d members and %d observers of the United Nations, want 193 and 2", n["member"], n["observer"])
	}
}

// TestLists checks that sides are known names and kinds are kinds.
func TestLists(t *testing.T) {
	lists, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"": true, "Syrian opposition": true, "Council of Europe": true}
	for _, c := range lists.countries {
		known[c.Name] = true
	}
	var all []entry
	for node := uint32(1); node < lists.gaz.nodes; node++ {
		all = append(all, lists.gaz.ends[node]...)
	}
	for _, e := range all {
		if e.sort == organisationWord {
			known[e.name] = true
		}
	}
	for _, e := range all {
		if !known[e.side] {
			t.Errorf("%s: unknown side %q", e.word, e.side)
		}
		switch e.kind {
		case "", news.Government, news.Military, news.Organization, news.Group:
		default:
			t.Errorf("%s: unknown kind %q", e.word, e.kind)
		}
	}
	for _, o := range lists.officials {
		if !known[o.Side] || o.To != "" && o.To <= o.From || strings.TrimSpace(o.Name) == "" {
			t.Errorf("office-holder %+v", o)
		}
	}
}

func TestHolder(t *testing.T) {
	for _, x := range []struct{ side, office, date, want string }{
		{"Russia", "president", "2023-11-06", "Vladimir Putin"},
		{"Russia", "president", "2010-01-01", "Dmitry Medvedev"},
		{"United States", "president", "2004-11-30", "George W. Bush"},
		{"United States", "president", "2017-01-20", "Donald Trump"},
		{"Germany", "chancellor", "2019-01-23", "Angela Merkel"},
		{"United Kingdom", "prime minister", "2019-10-10", "Boris Johnson"},
		{"Atlantis", "president", "2019-10-10", ""},
	} {
		if o, _ := Holder(x.side, x.office, x.date); o.Name != x.want {
			t.Errorf("Holder(%q, %q, %q) = %q, want %q", x.side, x.office, x.date, o.Name, x.want)
		}
	}
}

func TestBadTables(t *testing.T) {
	l := &lists{byWord: map[string]int{}, gaz: newGazetteer()}
	if err := l.readCountries("# comment\nFrance\tmember\n"); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("short row: %v", err)
	}
	if _, err := readNouns("[nobody]\nking\n"); err == nil {
		t.Error("unknown class: no error")
	}
}
