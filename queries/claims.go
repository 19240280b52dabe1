package queries

import (
	"slices"

	"quadwire/graph"
)

// ListClaims returns some of the selected claims, from number offset on, at most limit of them, and how many there are
// in all: those of an actor, those between two in the order of Timeline, or with no name all of the graph in the order
// of the articles.
func ListClaims(g *graph.Graph, names []string, s Selection, offset, limit int) (part []Evidence, total int, err error) {
	if len(names) > 0 {
		all, err := Timeline(g, names, s)
		from := min(offset, len(all))
		return append([]Evidence{}, all[from:from+min(limit, len(all)-from)]...), len(all), err
	}
	f, err := s.filter()
	if err != nil {
		return nil, 0, err
	}
	numbers := slices.Collect(g.Select(f))
	from := min(offset, len(numbers))
	part = []Evidence{}
	for _, i := range numbers[from : from+min(limit, len(numbers)-from)] {
		part = append(part, evidence(g, i))
	}
	return part, len(numbers), nil
}
