package actors

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

func TestID(t *testing.T) {
	tests := []struct {
		name  string
		kind  news.Kind
		side  string
		named bool
		want  string
	}{
		{"Jake Sullivan", news.Person, "United States", true, "actor:jake_sullivan"},
		{"Kim Jong Un", news.Person, "North Korea", true, "actor:kim_jong_un"},
		{"Kim Jong-un", news.Person, "North Korea", true, "actor:kim_jong_un"},
		{"Volodymyr Zelenskyy", news.Person, "Ukraine", true, "actor:volodymyr_zelensky"},
		{"Volodymyr Zelensky", news.Person, "", true, "actor:volodymyr_zelensky"},
		{"Recep Tayyip Erdoğan", news.Person, "Turkey", true, "actor:recep_tayyip_erdogan"},
		{"Abu Mahdi al-Muhandis", news.Person, "", true, "actor:abu_mahdi_al_muhandis"},
		{"George W. Bush", news.Person, "United States", true, "actor:george_w_bush"},
		{"North Korea", news.Country, "North Korea", true, "actor:north_korea"},
		{"United States", news.Country, "United States", true, "actor:united_states"},
		{"U.S. officials", news.Group, "United States", false, "actor:united_states_officials"},
		{"American officials", news.Group, "United States", false, "actor:united_states_officials"},
		{"United States officials", news.Group, "United States", false, "actor:united_states_officials"},
		{"officials", news.Group, "United States", false, "actor:united_states_officials"},
		{"protesters", news.Group, "", false, "actor:protesters"},
		{"Russian Foreign Ministry", news.Government, "Russia", true, "actor:russia_foreign_ministry"},
		{"Foreign Ministry", news.Government, "Russia", true, "actor:russia_foreign_ministry"},
		{"Ministry of Defence", news.Government, "United Kingdom", true, "actor:united_kingdom_defense_ministry"},
		{"State Department", news.Government, "United States", true, "actor:state_department"},
		{"White House", news.Government, "United States", true, "actor:white_house"},
		{"Ukrainian military", news.Military, "Ukraine", false, "actor:ukraine_military"},
		{"Kurdistan Workers' Party", news.Organization, "Kurds", true, "actor:kurdistan_workers_party"},
		{"Côte d’Ivoire", news.Country, "", true, "actor:cote_divoire"},
		{"北京", news.Country, "", true, "actor:北京"},
	}
	for _, tt := range tests {
		if got := ID(tt.name, tt.kind, tt.side, tt.named); got != tt.want {
			t.Errorf("ID(%q, %s, %q) = %q, want %q", tt.name, tt.kind, tt.side, got, tt.want)
		}
	}
	if id := ID("!?", news.Group, "", false); !strings.HasPrefix(id, "actor:x") || id == ID("?!", news.Group, "", false) {
		t.Errorf("ID of a name without letters = %q, want a hash of its own", id)
	}
}

func TestCountryCodes(t *testing.T) {
	for code, name := range countryCodes {
		if got := countryName(code); got != name {
			t.Errorf("countryName(%q) = %q, want %q", code, got, name)
		}
	}
	if got := countryName("Burma"); got == "" {
		t.Error("countryName of a name is empty")
	}
}

// entity makes a document of one entity with one mention.
func entity(e text.Entity, form text.MentionForm, date string) *text.Document {
	e.Mentions = []int{0}
	return &text.Document{Date: date, Mentions: []text.Mention{{Form: form}}, Entities: []text.Entity{e}}
}

const authorityCSV = `id,name,aliases,kind,side,role,from,to
putin,Vladimir Putin,V. V. Putin; Putin,person,Russia,president,2012-05-07,
medvedev,Dmitry Medvedev,,person,Russia,president,2008-05-07,2012-05-07
kim_ju_ae,Kim Ju Ae,,person,North Korea,,,
smith_us,John Smith,,person,United States,,,
smith_uk,John Smith,,person,United Kingdom,,,
wagner,Wagner Group,PMC Wagner;Wagner,organization,Russia,,,
`

func registry(t *testing.T) *Registry {
	t.Helper()
	records, err := ReadCSV(strings.NewReader(authorityCSV))
	if err != nil {
		t.Fatal(err)
	}
	return NewRegistry(records)
}

func TestIdentify(t *testing.T) {
	r := registry(t)
	tests := []struct {
		name   string
		entity text.Entity
		form   text.MentionForm
		date   string
		id     string
		label  string
	}{
		{"name", text.Entity{Name: "Vladimir Putin", Kind: news.Person}, text.Named, "2023-11-06", "actor:putin", "Vladimir Putin"},
		{"alias", text.Entity{Name: "Putin", Kind: news.Person}, text.Named, "1999-01-01", "actor:putin", "Vladimir Putin"},
		{"office in 2023", text.Entity{Name: "Russian president", Kind: news.Person, Side: "Russia", Roles: []string{"president"}}, text.Nominal, "2023-11-06", "actor:putin", "Vladimir Putin"},
		{"office in 2010", text.Entity{Name: "Russian president", Kind: news.Person, Side: "Russia"}, text.Nominal, "2010-11-06", "actor:medvedev", "Dmitry Medvedev"},
		{"office before all", text.Entity{Name: "Russian president", Kind: news.Person, Side: "Russia"}, text.Nominal, "1995-01-01", "actor:boris_yeltsin", "Boris Yeltsin"},
		{"another state's, not in the file", text.Entity{Name: "president", Kind: news.Person, Side: "France"}, text.Nominal, "2023-11-06", "actor:emmanuel_macron", "Emmanuel Macron"},
		{"an office that no table has", text.Entity{Name: "fisheries minister", Kind: news.Person, Side: "France"}, text.Nominal, "2023-11-06", "actor:france_fisheries_minister", "fisheries minister"},
		{"no date", text.Entity{Name: "president", Kind: news.Person, Side: "France"}, text.Nominal, "", "actor:france_president", "president"},
		{"two of one name, side known", text.Entity{Name: "John Smith", Kind: news.Person, Side: "United Kingdom"}, text.Named, "2023-11-06", "actor:smith_uk", "John Smith"},
		{"two of one name, side unknown", text.Entity{Name: "John Smith", Kind: news.Person}, text.Named, "2023-11-06", "actor:john_smith", "John Smith"},
		{"organisation", text.Entity{Name: "Wagner", Kind: news.Military}, text.Named, "2023-11-06", "actor:wagner", "Wagner Group"},
		{"no person", text.Entity{Name: "Putin", Kind: news.Organization}, text.Named, "2023-11-06", "actor:putin", "Putin"},
		{"unknown", text.Entity{Name: "Jake Sullivan", Kind: news.Person}, text.Named, "2023-11-06", "actor:jake_sullivan", "Jake Sullivan"},
	}
	for _, tt := range tests {
		a := r.Identify(entity(tt.entity, tt.form, tt.date), 0)
		if a.ID != tt.id || a.Name != tt.label {
			t.Errorf("%s: %s %q, want %s %q", tt.name, a.ID, a.Name, tt.id, tt.label)
		}
	}
}

func TestIdentifyWithoutAuthority(t *testing.T) {
	r := &Registry{Holder: func(side, office, date string) (string, bool) {
		return "Shin Won-shik", side == "South Korea" && office == "defense minister" && date == "2024-03-20"
	}}
	doc := entity(text.Entity{Name: "South Korean defence minister", Kind: news.Person, Side: "South Korea", Aliases: []string{"minister"}}, text.Nominal, "2024-03-20")
	if a := r.Identify(doc, 0); a.ID != "actor:shin_won_shik" || a.Name != "Shin Won-shik" || !reflect.DeepEqual(a.Aliases, []string{"minister"}) {
		t.Errorf("holder of an office: %+v", a)
	}
	doc.Date = "2020-01-01"
	if a := r.Identify(doc, 0); a.ID != "actor:south_korea_defense_minister" {
		t.Errorf("office without holder: %s", a.ID)
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct{ file, content, want string }{
		{"a.csv", "", "a.csv: line 1: empty file"},
		{"a.csv", "id,label\n", "line 1: no column name"},
		{"a.csv", "id,name\nx,X\ny,\n", "line 3: no name"},
		{"a.csv", "name,kind\nX,robot\n", `line 2: kind "robot"`},
		{"a.csv", "name,from\nX,yesterday\n", `line 2: date "yesterday"`},
		{"a.csv", "name,from,to\nX,2020,2010\n", "line 2: from 2020 is after to 2010"},
		{"a.csv", "id,name\na b,X\n", `line 2: id "actor:a b"`},
		{"a.csv", "id,name\n\"x,X\n", "line"},
		{"a.jsonl", "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{\"name\":[\"X\"]}}\n{broken\n", "a.jsonl: line 2: want a FollowTheMoney entity"},
		{"a.jsonl", "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{}}\n", `line 1: Person "x" has no name`},
		{"a.jsonl", "{\"id\":\"x\"}\n", "line 1: no schema"},
	}
	for _, tt := range tests {
		name := filepath.Join(t.TempDir(), tt.file)
		if err := os.WriteFile(name, []byte(tt.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadFile(name); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: error %v, want file name and %q", tt.content, err, tt.want)
		}
	}
	if _, err := ReadFile("no such file"); err == nil {
		t.Error("no error for a missing file")
	}
}

func TestFollowTheMoney(t *testing.T) {
	const lines = `{"id":"Q1","schema":"Person","properties":{"name":["Vladimir Putin","Wladimir Putin"],"alias":["Putin"],"country":["ru"],"position":["President of Russia"]}}
{"id":"o1","schema":"Occupancy","properties":{"holder":["Q2"],"post":["p1"],"startDate":["2017-01-20"],"endDate":["2021-01-20"]}}
{"id":"Q2","schema":"Person","properties":{"name":["Donald Trump"],"country":["us"]}}
{"id":"p1","schema":"Position","properties":{"name":["President of the United States"],"country":["us"]}}

{"id":"Q3","schema":"PublicBody","properties":{"name":["Federal Security Service"],"alias":["FSB"],"country":["ru"]}}
{"id":"v","schema":"Vessel","properties":{"name":["Aurora"]}}
`
	records, err := ReadFollowTheMoney(strings.NewReader(lines))
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 4 {
		t.Fatalf("%d records, want 4: %+v", len(records), records)
	}
	r := NewRegistry(records)
	for _, tt := range []struct {
		entity text.Entity
		form   text.MentionForm
		date   string
		id     string
	}{
		{text.Entity{Name: "Wladimir Putin", Kind: news.Person}, text.Named, "2023-01-01", "actor:Q1"},
		{text.Entity{Name: "Russian president", Kind: news.Person, Side: "Russia"}, text.Nominal, "2023-01-01", "actor:Q1"},
		{text.Entity{Name: "US president", Kind: news.Person, Side: "United States"}, text.Nominal, "2019-10-08", "actor:Q2"},
		{text.Entity{Name: "US president", Kind: news.Person, Side: "United States"}, text.Nominal, "2015-10-08", "actor:barack_obama"},
		{text.Entity{Name: "FSB", Kind: news.Government}, text.Named, "2023-01-01", "actor:Q3"},
	} {
		if a := r.Identify(entity(tt.entity, tt.form, tt.date), 0); a.ID != tt.id {
			t.Errorf("%s on %s: %s, want %s", tt.entity.Name, tt.date, a.ID, tt.id)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add(authorityCSV)
	f.Add("name\n\"")
	f.Fuzz(func(t *testing.T, s string) {
		if records, err := ReadCSV(strings.NewReader(s)); err == nil {
			NewRegistry(records)
		}
	})
}

func FuzzReadFollowTheMoney(f *testing.F) {
	f.Add(`{"id":"x","schema":"Person","properties":{"name":["X"]}}`)
	f.Fuzz(func(t *testing.T, s string) {
		if records, err := ReadFollowTheMoney(strings.NewReader(s)); err == nil {
			NewRegistry(records)
		}
	})
}

func FuzzID(f *testing.F) {
	f.Add("U.S. officials", "United States")
	f.Fuzz(func(t *testing.T, name, side string) {
		for _, kind := range []news.Kind{news.Person, news.Group, news.Country} {
			id := ID(name, kind, side, kind != news.Group)
			if !strings.HasPrefix(id, "actor:") || len(id) == len("actor:") || strings.ContainsAny(id, " <>\"\n") {
				t.Fatalf("ID(%q) = %q", name, id)
			}
		}
	})
}
