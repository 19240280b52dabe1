// Package news holds the values that the rest of quadwire passes along: an article as it was read, the actors it
// speaks of, and the claims it makes about them.
//
//	file ──read──▶ Article ──extract──▶ []Claim ──graph──▶ quads
//
// The package knows the standard library only. All offsets are bytes into Article.Text.
package news

// Span is a half-open range of bytes, [Start, End).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Article is one news article as it was read. Text is never changed after reading: every annotation is byte offsets
// into it.
type Article struct {
	ID     string `json:"id"`               // the file's base name, or the id of the record it came from
	Path   string `json:"path,omitempty"`   // where it was read: a path, with ":line" for one record of many
	Title  string `json:"title,omitempty"`  //
	Date   string `json:"date,omitempty"`   // day of publication, YYYY-MM-DD; empty if unknown
	Source string `json:"source,omitempty"` // publisher or site
	URL    string `json:"url,omitempty"`
	Text   string `json:"text"`           // valid UTF-8
	Meta   []Span `json:"meta,omitempty"` // ranges of Text that are metadata ("date 2023-11-06"), in order; no stage reads them
}

// Kind says what sort of actor an Actor is.
type Kind string

// The kinds of actors.
const (
	Person       Kind = "person"
	Country      Kind = "country"
	Government   Kind = "government" // a ministry, parliament, court, office of a state
	Military     Kind = "military"   // armed forces of a state
	Organization Kind = "organization"
	Group        Kind = "group" // people without a name of their own: protesters, U.S. officials; armed groups too
)

// Actor is somebody who acts or is acted on.
type Actor struct {
	ID      string   `json:"id"`              // "actor:" and a slug of the name; stable across articles and runs
	Name    string   `json:"name"`            // fullest name
	Aliases []string `json:"aliases"`         // other strings that denote it, sorted
	Kind    Kind     `json:"kind"`            //
	Side    string   `json:"side"`            // state or organisation it acts for, by name; empty if none is known
	Roles   []string `json:"roles,omitempty"` // "national security adviser"; sorted
}

// Participant is an actor in its part in one claim: the actor and the words that denote it there.
type Participant struct {
	Actor
	Mention string `json:"mention"` // Text[Start:End]
	Span
}
