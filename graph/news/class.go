package news

// Class is an event class: one of PLOVER's sixteen (Open Event Data Alliance, PLOVER 2.0), STATE for statements made
// to somebody, or OTHER.
type Class string

// The event classes.
const (
	Agree     Class = "AGREE"
	Consult   Class = "CONSULT"
	Support   Class = "SUPPORT"
	Cooperate Class = "COOPERATE"
	Aid       Class = "AID"
	Concede   Class = "CONCEDE"
	Retreat   Class = "RETREAT"
	Request   Class = "REQUEST"
	Accuse    Class = "ACCUSE"
	Reject    Class = "REJECT"
	Threaten  Class = "THREATEN"
	Protest   Class = "PROTEST"
	Sanction  Class = "SANCTION"
	Mobilize  Class = "MOBILIZE"
	Coerce    Class = "COERCE"
	Assault   Class = "ASSAULT"
	State     Class = "STATE"
	Other     Class = "OTHER"
)

// Classes lists the classes in PLOVER's order, cooperation first, then STATE and OTHER.
var Classes = []Class{Agree, Consult, Support, Cooperate, Aid, Concede, Retreat, Request, Accuse, Reject, Threaten,
	Protest, Sanction, Mobilize, Coerce, Assault, State, Other}

// Quadrant is one of PLOVER's four groups of classes: cooperation or conflict, in words or in deeds.
type Quadrant string

// The quadrants; statements and OTHER belong to none.
const (
	VerbalCooperation   Quadrant = "verbal cooperation"
	MaterialCooperation Quadrant = "material cooperation"
	VerbalConflict      Quadrant = "verbal conflict"
	MaterialConflict    Quadrant = "material conflict"
	NoQuadrant          Quadrant = ""
)

// Quadrant returns the group that c belongs to.
func (c Class) Quadrant() Quadrant {
	switch c {
	case Agree, Consult, Support:
		return VerbalCooperation
	case Cooperate, Aid, Concede, Retreat:
		return MaterialCooperation
	case Request, Accuse, Reject, Threaten:
		return VerbalConflict
	case Protest, Sanction, Mobilize, Coerce, Assault:
		return MaterialConflict
	}
	return NoQuadrant
}

// CAMEO returns the root code, two digits, of the CAMEO category that c is nearest to; empty for OTHER.
func (c Class) CAMEO() string {
	return map[Class]string{State: "01", Agree: "03", Consult: "04", Support: "05", Cooperate: "06", Aid: "07",
		Concede: "08", Retreat: "08", Request: "10", Accuse: "11", Reject: "12", Threaten: "13", Protest: "14",
		Mobilize: "15", Sanction: "16", Coerce: "17", Assault: "19"}[c]
}
