// Package events reads and writes machine-coded event data, so that they and one's own articles can be asked together.
//
//	ICEWS, POLECAT, GDELT rows ──Read──▶ []graph.ArticleClaims ──▶ Store
//	Graph ──Write──▶ rows of the same formats, PLOVER JSON Lines
//
// Formats: ICEWS Coded Event Data (Boschee et al., Harvard Dataverse, 2015), POLECAT (Halterman et al., 2023), GDELT 2.0
// Event Database (Leetaru and Schrodt, 2013), PLOVER 2.0 (Open Event Data Alliance, 2022). A row becomes a claim without
// a sentence under an article of its own story, whose source is the publisher that the row names.
package events

import (
	"errors"
	"strings"
)

// Format is a format of event rows.
type Format string

// The formats.
const (
	ICEWS   Format = "icews"   // 20 columns with a header
	POLECAT Format = "polecat" // 40 columns with a header
	GDELT   Format = "gdelt"   // GDELT 2: 61 columns, no header; GDELT 1, read only: 58
	PLOVER  Format = "plover"  // JSON Lines; written only
)

// ErrFormat says that a file has none of the formats.
var ErrFormat = errors.New("no event rows: expected tab-separated ICEWS or POLECAT with a line of headings, or GDELT with 58 or 61 columns")

// columns returns the headings of a format in order.
func columns(f Format) []string {
	switch f {
	case ICEWS:
		return icewsColumns
	case POLECAT:
		return polecatColumns
	}
	return nil
}

var icewsColumns = strings.Split("Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"+
	"Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude", "|")

var polecatColumns = strings.Split("Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"+
	"Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|"+
	"Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|"+
	"Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|"+
	"Story Locations|Language|Version", "|")

// The columns of GDELT that are read, by position; those after the three places count from the end, because GDELT 1 has
// three columns fewer there.
const (
	gdeltID, gdeltDay                                    = 0, 1
	gdeltActor1, gdeltActor2                             = 5, 15 // code, name, country, …, type at +7
	gdeltEventCode                                       = 26
	gdeltColumns, gdelt1Columns                          = 61, 58
	gdeltAdded, gdeltURL                                 = -2, -1
	gdeltPlace                                           = -9 // full name of the place of the action
	gdelt1Place                                          = -8
	gdeltNameOffset, gdeltCountryOffset, gdeltTypeOffset = 1, 2, 7
)
