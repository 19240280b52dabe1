package export

import (
	"math"

	"quadwire/graph/news"
)

// box writes what yEd draws of an actor. The boxes stand in a square grid: yEd lays them out at a key press, and what
// lies on one point looks like one box.
func (x *graphML) box(n *Node, i int) {
	columns := int(math.Ceil(math.Sqrt(float64(len(x.n.Nodes)))))
	width := 40 + 7*len([]rune(n.Name))
	x.printf("      <data key=\"n_graphics\"><y:ShapeNode><y:Geometry height=\"%s\" width=\"%d\" x=\"%d\" y=\"%d\"/><y:Fill color=\"%s\" transparent=\"false\"/>"+
		"<y:BorderStyle color=\"#333333\" type=\"line\" width=\"1.0\"/><y:NodeLabel>%s</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>\n",
		number(20+n.Size/2), width, i%columns*260, i/columns*120, n.Color, xmlText(n.Name))
}

// arrow writes what yEd draws of an edge.
func (x *graphML) arrow(e *Edge) {
	source := "none"
	if e.Claim.Mutual {
		source = "standard"
	}
	x.printf("      <data key=\"e_graphics\"><y:PolyLineEdge><y:LineStyle color=\"%s\" type=\"%s\" width=\"%s\"/><y:Arrows source=\"%s\" target=\"standard\"/>"+
		"<y:EdgeLabel>%s</y:EdgeLabel></y:PolyLineEdge></data>\n", quadrantColor(e.Claim.Class), lineType(e.Claim), number(thickness(e.Weight)), source, xmlText(e.Label))
}

// thickness grows slowly with the weight.
func thickness(weight int) float64 { return 1 + math.Log2(float64(max(1, weight))) }

// lineType is solid for what is told as done.
func lineType(c news.Claim) string {
	if c.Polarity == news.Negated || c.Modality != news.Actual {
		return "dashed"
	}
	return "line"
}

// quadrantColor is green or blue for cooperation, red or orange for conflict, in deeds or in words, and grey for the rest.
func quadrantColor(c news.Class) string {
	switch c.Quadrant() {
	case news.MaterialCooperation:
		return "#009E73"
	case news.VerbalCooperation:
		return "#56B4E9"
	case news.MaterialConflict:
		return "#C62828"
	case news.VerbalConflict:
		return "#E69F00"
	}
	return grey
}
