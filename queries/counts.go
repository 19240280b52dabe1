package queries

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Dyad is what one side does to another in a month: the counts that event-data studies live on.
type Dyad struct {
	Source string         `json:"source"`
	Target string         `json:"target"`
	Claims int            `json:"claims"`
	ByKind map[string]int `json:"by_group"` // by PLOVER's quadrants
}

// Counts is a graph in numbers.
type Counts struct {
	Classes []ClassCount `json:"classes"`
	Months  []MonthCount `json:"months"`
	Dyads   []Dyad       `json:"dyads"` // most claims first
}

// ClassCount is how many claims have a class.
type ClassCount struct {
	Class  news.Class `json:"class"`
	Claims int        `json:"claims"`
}

// MonthCount is how many claims fall in a month, YYYY-MM; "" those without a date.
type MonthCount struct {
	Month  string `json:"month"`
	Claims int    `json:"claims"`
}

// CountClaims counts the selected claims by class, by month and by the sides of subject and object.
func CountClaims(g *graph.Graph, s Selection, dyads int) (*Counts, error) {
	f, err := s.filter()
	if err != nil {
		return nil, err
	}
	classes, months, pairs := map[news.Class]int{}, map[string]int{}, map[[2]string]*Dyad{}
	for i := range g.Select(f) {
		e := g.Edge(i)
		classes[e.Class]++
		months[e.Date[:min(7, len(e.Date))]]++
		if e.Object < 0 {
			continue
		}
		pair := [2]string{sideName(g.Actors[e.Subject]), sideName(g.Actors[e.Object])}
		if pair[0] == pair[1] {
			continue
		}
		if pairs[pair] == nil {
			pairs[pair] = &Dyad{Source: pair[0], Target: pair[1], ByKind: map[string]int{}}
		}
		pairs[pair].Claims++
		if q := e.Class.Quadrant(); q != news.NoQuadrant {
			pairs[pair].ByKind[string(q)]++
		}
	}
	out := &Counts{}
	for _, c := range news.Classes {
		if classes[c] > 0 {
			out.Classes = append(out.Classes, ClassCount{c, classes[c]})
		}
	}
	for m, n := range months {
		out.Months = append(out.Months, MonthCount{m, n})
	}
	slices.SortFunc(out.Months, func(a, b MonthCount) int { return strings.Compare(a.Month, b.Month) })
	for _, d := range pairs {
		out.Dyads = append(out.Dyads, *d)
	}
	slices.SortFunc(out.Dyads, func(a, b Dyad) int {
		return cmp.Or(b.Claims-a.Claims, strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	out.Dyads = out.Dyads[:min(dyads, len(out.Dyads))]
	return out, nil
}

// sideName returns the side that an actor acts for, or its own name.
func sideName(a graph.Actor) string {
	if a.Side != "" {
		return a.Side
	}
	return a.Name
}

// WriteText prints the counts.
func (c *Counts) WriteText(w io.Writer, s Style) error {
	if len(c.Classes) == 0 {
		_, err := fmt.Fprintln(w, "no claim fits")
		return err
	}
	classes := textTable{style: s, head: []string{"claims", "class", "group"}, right: 1}
	for _, x := range c.Classes {
		classes.add(Thousands(x.Claims), string(x.Class), string(x.Class.Quadrant()))
	}
	months := textTable{style: s, head: []string{"claims", "month"}, right: 1}
	for _, x := range c.Months {
		month := x.Month
		if month == "" {
			month = "no date"
		}
		months.add(Thousands(x.Claims), month)
	}
	dyads := textTable{style: s, head: []string{"claims", "conflict", "cooperation", "source", "target"}, right: 3, shrink: []int{3, 4}}
	for _, x := range c.Dyads {
		conflict := x.ByKind[string(news.VerbalConflict)] + x.ByKind[string(news.MaterialConflict)]
		cooperation := x.ByKind[string(news.VerbalCooperation)] + x.ByKind[string(news.MaterialCooperation)]
		dyads.add(Thousands(x.Claims), Thousands(conflict), Thousands(cooperation), x.Source, x.Target)
	}
	for i, t := range []textTable{classes, months, dyads} {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := t.writeTo(w); err != nil {
			return err
		}
	}
	return nil
}
