package events

import (
	"encoding/json"
	"strings"

	"quadwire/graph/news"
)

// ploverRecord is a line of PLOVER JSON Lines (PLOVER 2.0 manual, chapter 5). Empty fields are left out.
type ploverRecord struct {
	ID         string         `json:"id"`
	HasEvent   bool           `json:"has_event"`
	Date       string         `json:"date"`
	Actor      []ploverEntity `json:"actor"`
	Recipient  []ploverEntity `json:"recipient,omitempty"`
	Event      []string       `json:"event"`
	Place      *ploverPlace   `json:"event_loc,omitempty"`
	EventText  []string       `json:"event_text,omitempty"`
	QuadCode   int            `json:"quad_code"`
	EventScale float64        `json:"event_scale"`
	Mode       []string       `json:"mode,omitempty"`
	Link       string         `json:"link,omitempty"`
	Text       string         `json:"text,omitempty"`
	TextInfo   *ploverText    `json:"text_info,omitempty"`
	CiteInfo   ploverCitation `json:"cite_info"`
	Coder      string         `json:"coder"`
	Comment    string         `json:"comment,omitempty"`
}

// ploverEntity is an actor: country and sector as a code, the words, our id and name.
type ploverEntity struct {
	Code           string `json:"code,omitempty"`
	Sector         string `json:"sector,omitempty"`
	EntityText     string `json:"entity_text,omitempty"`
	Identifier     string `json:"identifier_id,omitempty"`
	IdentifierText string `json:"identifier_text"`
	Office         string `json:"office,omitempty"`
}

type ploverPlace struct {
	Extracted string `json:"extracted_place"`
}

// ploverText is where the text stands in the article, in bytes.
type ploverText struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type ploverCitation struct {
	Citation    string `json:"citation"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Language    string `json:"language"`
	Publication string `json:"publication,omitempty"`
	Coder       string `json:"coder"`
	Version     string `json:"version,omitempty"`
}

// plover returns a line of PLOVER JSON Lines.
func (c coded) plover() string {
	r := ploverRecord{ID: strings.TrimPrefix(c.ID, "claim:"), HasEvent: true, Date: c.date, Actor: []ploverEntity{entityOf(c.Subject)}, Event: []string{string(c.Class)},
		QuadCode: c.ploverQuad, EventScale: c.ploverScore, Link: c.Article, Text: c.Sentence, Coder: "quadwire", Comment: c.Theme,
		CiteInfo: ploverCitation{Citation: c.Article, URL: c.article.URL, Title: c.article.Title, Language: "en", Publication: c.article.Source, Coder: "quadwire", Version: c.article.Extractor}}
	switch {
	case c.Object != nil && c.Mutual: // those who meet are actors all
		r.Actor = append(r.Actor, entityOf(*c.Object))
	case c.Object != nil:
		r.Recipient = []ploverEntity{entityOf(*c.Object)}
	}
	if m := c.mode(); m != "None" {
		r.Mode = []string{m}
	}
	if c.Trigger != "" {
		r.EventText = []string{c.Trigger}
	}
	if c.Place != "" {
		r.Place = &ploverPlace{c.Place}
	}
	if c.Sentence != "" {
		r.TextInfo = &ploverText{c.SentenceStart, c.SentenceEnd}
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(r) != nil { // it holds nothing that has no JSON
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// entityOf describes an actor.
func entityOf(p news.Participant) ploverEntity {
	country, _ := CountryOf(p.Side)
	sector := sectorCodes[p.Kind]
	return ploverEntity{Code: country.Alpha3, Sector: sector, EntityText: p.Mention, Identifier: p.ID, IdentifierText: p.Name, Office: strings.Join(p.Roles, "; ")}
}
