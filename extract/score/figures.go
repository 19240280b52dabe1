package score

import (
	"cmp"
	"slices"
	"strings"
)

// Figures are counts over documents and what follows from them.
type Figures struct {
	Right, Wrong, Optional, Required int
}

// Add counts a result in.
func (f *Figures) Add(r Result) {
	f.Right += r.Count(Right)
	f.Wrong += r.Count(Wrong)
	f.Optional += r.Count(Optional)
	f.Required += r.Required
}

// Precision is the share of right claims among right and wrong ones, 0 if there are none.
func (f Figures) Precision() float64 { return ratio(f.Right, f.Right+f.Wrong) }

// Recall is the share of required gold claims that were found, 0 if there are none.
func (f Figures) Recall() float64 { return ratio(f.Right, f.Required) }

// F1 is the harmonic mean of precision and recall.
func (f Figures) F1() float64 {
	p, r := f.Precision(), f.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Group is the verdicts on the claims that one construction or one range of confidence has made.
type Group struct {
	Name string
	Figures
}

// ByRule counts the verdicts for every part of the rules' names: trigger kinds and argument rules. A claim counts in
// each of its parts. The groups are sorted by name.
func ByRule(results []Result) []Group {
	return group(results, func(j Judged) []string { return strings.Split(j.Rule, "+") })
}

// ByConfidence counts the verdicts in tenths of the confidence, the highest first.
func ByConfidence(results []Result) []Group {
	tenths := []string{"0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"}
	g := group(results, func(j Judged) []string {
		return []string{tenths[min(max(int(j.Confidence*10+1e-9), 0), 9)]}
	})
	slices.Reverse(g)
	return g
}

func group(results []Result, names func(Judged) []string) []Group {
	at := map[string]*Group{}
	for _, r := range results {
		for _, j := range r.Judged {
			for _, n := range names(j) {
				if at[n] == nil {
					at[n] = &Group{Name: n}
				}
				switch j.Verdict {
				case Right:
					at[n].Right++
				case Wrong:
					at[n].Wrong++
				case Optional:
					at[n].Optional++
				}
			}
		}
	}
	var out []Group
	for _, g := range at {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Name, b.Name) })
	return out
}
