package queries

import (
	"fmt"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Selection chooses claims. The zero value takes what is told as done.
type Selection struct {
	Since, Until  string       // dates, YYYY-MM-DD, YYYY-MM or YYYY, both inclusive
	Articles      []string     // ids
	Sources       []string     // publishers
	Classes       []news.Class // event classes
	Include       []string     // planned, possible, requested, negated or all
	MinConfidence float64
}

// Filter returns the selection as the graph understands it.
func (s Selection) Filter() (graph.Filter, error) { return s.filter() }

// filter returns the selection as the graph understands it.
func (s Selection) filter() (graph.Filter, error) {
	f := graph.Filter{Since: s.Since, Until: s.Until, Articles: s.Articles, Sources: s.Sources, Classes: s.Classes,
		MinConfidence: s.MinConfidence}
	return f, include(&f, s.Include)
}

// Included lists what Options.Include may hold.
var Included = []string{"planned", "possible", "requested", "negated", "all"}

// include sets which polarities and modalities pass.
func include(f *graph.Filter, words []string) error {
	f.Polarities, f.Modalities = []news.Polarity{news.Affirmed}, []news.Modality{news.Actual}
	for _, w := range words {
		switch strings.ToLower(strings.TrimSpace(w)) {
		case "planned", "possible", "requested":
			f.Modalities = append(f.Modalities, news.Modality(strings.ToLower(strings.TrimSpace(w))))
		case "negated":
			f.Polarities = append(f.Polarities, news.Negated)
		case "all":
			f.Polarities, f.Modalities = nil, nil
			return nil
		default:
			return fmt.Errorf("cannot include %q: expected %s", w, strings.Join(Included, ", "))
		}
	}
	return nil
}
