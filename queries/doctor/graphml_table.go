package doctor

// The constructs that are found in both formats.
const (
	notWellFormed    = "XML that is not well-formed"
	controlCharacter = "control character"
	duplicateNode    = "duplicate node id"
	duplicateEdge    = "duplicate edge id"
	edgeBeforeNode   = "edge before its node"
	missingNode      = "edge to a node that is not declared"
	emptyEnd         = "edge with an empty source or target"
	parallel         = "parallel edges without a kind of their own"
	weightZero       = "edge weight 0 or less"
	weightNaN        = "edge weight that is no number"
	undirectedEdge   = "undirected edge in a directed graph"
	directedEdge     = "directed edge in an undirected graph"
	undeclaredKey    = "data of a key that is not declared"
	bigInteger       = "integer beyond 2^53"
	defaults         = "default value"
)

// The constructs of GraphML.
const (
	forAll       = `key for="all"`
	forMissing   = "key without for"
	forGraph     = "data of the graph itself"
	typeDate     = "attr.type that is not GraphML's"
	typeInteger  = `attr.type="integer"`
	typeMissing  = "attr.type missing"
	keyAfter     = "key declared after the graph"
	boolOne      = "boolean written 1 or 0"
	emptyNumber  = "empty data of a number"
	attributeID  = `attribute called "id"`
	sameName     = "two keys of the same name"
	description  = "desc"
	portKey      = "yEd port key"
	yedGraphics  = "yEd graphics"
	reservedKey  = "key id that Gephi takes for a property of its own"
	nameOverlay  = `node attribute called "name"`
	noNamespace  = "no GraphML name space"
	noEdgeID     = "parallel edges without ids"
	noGraphics   = "no yEd graphics"
	duplicateKey = "two keys with the same id"
	nested       = "graph within a node, hyperedge or port"
	keyWithoutID = "key without id or name"
)

// anyXML are the constructs that XML itself forbids; Gephi Lite reads by the browser, which forgives control characters.
var anyXML = []construct{
	{notWellFormed, everywhere(fate{Rejects, "cannot be read as XML"})},
	{controlCharacter, map[Program]fate{Gephi: {Rejects, "the XML reader stops"}, NetworkX: {Rejects, "ParseError"},
		IGraph: {Rejects, "parse error"}, Cytoscape: {Rejects, "the XML reader stops"}, YEd: {Rejects, "the XML reader stops"}}},
}

// graphmlConstructs is the table of GraphML.
var graphmlConstructs = append(anyXML[:len(anyXML):len(anyXML)], []construct{
	{duplicateNode, map[Program]fate{Gephi: {Merges, "the second is joined to the first"}, NetworkX: {Merges, "the last one's values win"},
		GephiLite: {Merges, "the last one's values win"}, IGraph: {Merges, "one vertex, the last one's values win"}, Cytoscape: {Merges, "one node"}}},
	{duplicateEdge, map[Program]fate{Gephi: {Drops, "the second edge, with a warning"}, NetworkX: {Drops, "all but the last edge of parallel ones"},
		GephiLite: {Drops, "all but one edge"}}},
	{parallel, map[Program]fate{Gephi: {Merges, `into one edge of summed weight; give <edge> an attribute label="…" that differs`}}},
	{noEdgeID, map[Program]fate{NetworkX: {Notes, "numbers them 0, 1, …"}}},
	{emptyEnd, map[Program]fate{Gephi: {Rejects, "an exception whose message misleads"}, NetworkX: {Changes, "adds a node without a name"},
		GephiLite: {Changes, "adds a node without a name"}, IGraph: {Changes, "adds a vertex without a name"}, Cytoscape: {Drops, "the edge"}}},
	{missingNode, map[Program]fate{Gephi: {Changes, "adds the node, with a report"}, NetworkX: {Changes, "adds the node"},
		GephiLite: {Changes, "adds the node"}, IGraph: {Changes, "adds the vertex"}, Cytoscape: {Drops, "the edge"}}},
	{edgeBeforeNode, map[Program]fate{Cytoscape: {Drops, "the edge: its nodes are not known yet"}}},
	{undirectedEdge, map[Program]fate{Gephi: {Notes, "reads a mixed graph"}, NetworkX: {Rejects, "NetworkXError"},
		GephiLite: {Changes, "makes it directed"}, IGraph: {Changes, "makes it directed"}, Cytoscape: {Changes, "makes it directed"}}},
	{directedEdge, map[Program]fate{Gephi: {Notes, "reads a mixed graph"}, GephiLite: {Notes, "reads a mixed graph"}, NetworkX: {Rejects, "NetworkXError"},
		IGraph: {Changes, "makes it undirected"}, Cytoscape: {Changes, "makes it undirected"}}},
	{weightZero, map[Program]fate{Gephi: {Drops, "edges of weight 0 (SEVERE); warns of negative ones"}}},
	{weightNaN, map[Program]fate{Gephi: {Changes, "the weight may become 1"}, GephiLite: {Changes, "the weight becomes null"}}},
	{forAll, map[Program]fate{GephiLite: {Rejects, "TypeError"}, IGraph: {Drops, "the attribute, with a warning"}}},
	{forMissing, map[Program]fate{Gephi: {Drops, "the attribute: it wants node or edge"}, GephiLite: {Rejects, "TypeError"}, IGraph: {Drops, "the attribute, with a warning"}}},
	{forGraph, map[Program]fate{Gephi: {Drops, "graph attributes (SEVERE)"}, Cytoscape: {Notes, "may keep it as a network attribute"}}},
	{typeDate, map[Program]fate{Gephi: {Drops, "the column (SEVERE)"}, NetworkX: {Rejects, "KeyError"},
		GephiLite: {Rejects, "spec.cast is not a function"}, IGraph: {Rejects, "unknown attribute type"}, Cytoscape: {Notes, "knows date; other types become text"}}},
	{typeInteger, map[Program]fate{GephiLite: {Rejects, "spec.cast is not a function"}, IGraph: {Rejects, "unknown attribute type"}}},
	{typeMissing, map[Program]fate{Gephi: {Notes, "takes it for text (SEVERE)"}, NetworkX: {Notes, "takes it for text, with a warning"},
		IGraph: {Drops, "the attribute"}, Cytoscape: {Drops, "the attribute"}}},
	{keyAfter, map[Program]fate{Gephi: {Drops, "the data before the key"}, IGraph: {Drops, "all data of the key"}, Cytoscape: {Drops, "all data of the key"}}},
	{undeclaredKey, map[Program]fate{Gephi: {Drops, "the data"}, NetworkX: {Rejects, "NetworkXError: bad GraphML data"}, GephiLite: {Notes, "keeps it under the key's id"},
		IGraph: {Drops, "the data, with a warning"}, Cytoscape: {Drops, "the data"}}},
	{defaults, map[Program]fate{NetworkX: {Drops, "does not give it to nodes and edges"}, Cytoscape: {Drops, "the default"}}},
	{bigInteger, map[Program]fate{GephiLite: {Changes, "rounds it"}, IGraph: {Changes, "rounds it"}}},
	{boolOne, map[Program]fate{Gephi: {Changes, "may read 1 as false"}, GephiLite: {Changes, "reads 1 as false"}}},
	{emptyNumber, map[Program]fate{GephiLite: {Changes, "makes it 0"}, IGraph: {Changes, "makes it NaN"}}},
	{attributeID, map[Program]fate{Gephi: {Changes, "clashes with the column Id"}, IGraph: {Drops, "the id in the file, with a warning"},
		NetworkX: {Drops, "the value on edges, where the id in the file takes its place"}}},
	{sameName, map[Program]fate{Gephi: {Drops, "one of them: the titles clash"}, IGraph: {Drops, "the value of the first: the later key empties it"},
		Cytoscape: {Changes, "the last one overwrites"}, NetworkX: {Changes, "the last one that has a value overwrites"}}},
	{duplicateKey, map[Program]fate{Gephi: {Drops, "one of them"}, NetworkX: {Drops, "one of them: keys share a table"}, GephiLite: {Drops, "one of them"}, IGraph: {Drops, "one of them"}, Cytoscape: {Drops, "one of them"}}},
	{keyWithoutID, map[Program]fate{Gephi: {Drops, "the attribute"}, NetworkX: {Changes, "an attribute without a name"}, IGraph: {Drops, "the attribute"}, Cytoscape: {Drops, "the attribute"}}},
	{description, map[Program]fate{Gephi: {Changes, "makes it the label"}, NetworkX: {Drops, "it"}, GephiLite: {Drops, "it"}, IGraph: {Drops, "it"}, Cytoscape: {Drops, "it"}}},
	{reservedKey, map[Program]fate{Gephi: {Changes, "takes the data for label, size, colour, place or weight, whatever attr.name says"}}},
	{nameOverlay, map[Program]fate{Cytoscape: {Drops, "the value: name becomes the node's id"}}},
	{portKey, map[Program]fate{GephiLite: {Rejects, "TypeError"}, Gephi: {Notes, "SEVERE lines in the report"}, IGraph: {Notes, "warnings"}}},
	{yedGraphics, map[Program]fate{Gephi: {Changes, "SEVERE lines and a column of remnants"}, NetworkX: {Changes, "keeps label, x and y only, as text"}, GephiLite: {Changes, "an attribute without a name"},
		IGraph: {Drops, "labels, places and colours"}, Cytoscape: {Drops, "labels, places and colours"}}},
	{noNamespace, map[Program]fate{NetworkX: {Notes, "reads it at its second attempt"}}},
	{nested, map[Program]fate{Gephi: {Changes, "hierarchy is flattened, hyperedges are left out"}, NetworkX: {Rejects, "ports and hyperedges; nested graphs are lost"}, GephiLite: {Drops, "nested graphs, hyperedges, ports"},
		IGraph: {Drops, "nested graphs, hyperedges, ports"}, Cytoscape: {Drops, "hyperedges and ports"}}},
	{noGraphics, map[Program]fate{YEd: {Notes, "shows bare boxes: map data to labels (Edit, Properties Mapper), then lay out; or export --for yed"}}},
}...)
