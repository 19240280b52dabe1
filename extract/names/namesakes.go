package names

// namesake is a state whose name is also that of a part of another state.
type namesake struct {
	of       string   // the other state
	evidence []string // names of states and places, or words of the list, that speak for the state itself
}

// namesakes are the states of which a document may rather mean a province by the same name.
var namesakes = map[string]namesake{
	"Georgia": {"United States", []string{"Tbilisi", "Gori", "Batumi", "Adjara", "Abkhazia", "South Ossetia", "Russia", "Armenia", "Azerbaijan", "Caucasus", "South Caucasus", "Georgian", "Georgians"}},
}

// settleNamesake makes the name of a state that of a province where the document speaks of the other state and of
// nothing that belongs to the first: Georgia beside Atlanta, not beside Tbilisi.
func (d *document) settleNamesake(c *chunk) {
	n, ok := namesakes[c.entry.word]
	if !ok || c.kind != stateName || d.states[n.of] == 0 {
		return
	}
	for _, e := range n.evidence {
		if d.states[e] > 0 {
			return
		}
	}
	c.kind, c.actor, c.side = placeName, "", n.of
}

// sharedBodies are the listed bodies that several states have by that name; the list gives the best known one.
var sharedBodies = map[string]bool{"House of Commons": true, "House of Lords": true, "House of Representatives": true, "Senate": true, "Congress": true,
	"Department of Justice": true, "Treasury Department": true, "Conservative Party": true, "Labour Party": true, "Liberal Democratic Party": true,
	"Democratic Party": true, "Republican Party": true, "Social Democratic Party": true, "National Guard": true, "National Security Council": true, "Republican Guard": true,
	"National Weather Service": true, "Commerce Department": true, "Department of Energy": true, "Secret Service": true, "Republicans": true, "Democrats": true,
	"Supreme Court of the United States": true}

// settleShared gives a body that many states have to the state that the document speaks of, where it does not speak of
// the one in the list.
func (d *document) settleShared(c *chunk) {
	if c.kind == bodyName && sharedBodies[c.entry.name] && d.states[c.entry.side] <= d.bodyCounts[c.entry.side] && d.home != "" {
		c.side = d.home
	}
}

// dominant returns the state that more than half of the names of states in the document denote, if it is named at
// least twice.
func (d *document) dominant() string {
	best, n, all := "", 0, 0
	for i := range d.chunks {
		for _, c := range d.chunks[i] {
			if c.kind != stateName && c.kind != stateAdjective && c.kind != demonym && c.kind != capitalName && c.kind != placeName || c.side == "" {
				continue
			}
			all++
			d.weights[c.side]++
			if w := d.weights[c.side]; w > n {
				best, n = c.side, w
			}
		}
	}
	if n < 2 || 2*n <= all {
		return ""
	}
	return best
}
