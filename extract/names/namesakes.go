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
