package doctor

// The constructs of GEXF.
const (
	noReader     = "GEXF"
	otherVersion = "GEXF of a version other than 1.1 and 1.2"
	timeData     = "time: spells, starts, ends, values that change"
	openInterval = "interval without a start or an end"
	mixedTime    = "intervals and timestamps in one file"
	vizAlpha     = "viz:color with an alpha channel"
	hierarchy    = "nodes within a node"
	foreignType  = "attribute type that GEXF 1.2 does not have"
	sameTitle    = "two attributes of the same title"
)

// gexfConstructs is the table of GEXF (gexf.net, GEXF 1.2 draft).
var gexfConstructs = append(anyXML[:len(anyXML):len(anyXML)], []construct{
	{noReader, map[Program]fate{IGraph: {Notes, "reads no GEXF: give it GraphML"}, Cytoscape: {Notes, "reads no GEXF without an app: give it GraphML"}, YEd: {Notes, "reads no GEXF: give it GraphML"}}},
	{otherVersion, map[Program]fate{NetworkX: {Rejects, "No <graph> element in GEXF file"}}},
	{timeData, map[Program]fate{GephiLite: {Drops, "it: there is no timeline"}}},
	{openInterval, map[Program]fate{Gephi: {Drops, "the interval: open ones are no longer read"}}},
	{mixedTime, map[Program]fate{Gephi: {Rejects, "one representation of time a file"}}},
	{vizAlpha, map[Program]fate{GephiLite: {Changes, "shows the nodes grey"}}},
	{hierarchy, map[Program]fate{Gephi: {Changes, "flattens it"}, GephiLite: {Changes, "flattens it"}}},
	{foreignType, map[Program]fate{NetworkX: {Rejects, "KeyError"}, GephiLite: {Changes, "keeps it as text"}}},
	{sameTitle, map[Program]fate{Gephi: {Drops, "one of them: the titles clash"}, NetworkX: {Drops, "one of them"}, GephiLite: {Drops, "one of them"}}},
	{duplicateNode, map[Program]fate{Gephi: {Merges, "the second is joined to the first"}, NetworkX: {Merges, "the last one's values win"}, GephiLite: {Merges, "the last one's values win"}}},
	{duplicateEdge, map[Program]fate{Gephi: {Drops, "the second edge, with a warning"}, NetworkX: {Drops, "all but the last edge of parallel ones"}, GephiLite: {Drops, "all but one edge"}}},
	{parallel, map[Program]fate{Gephi: {Merges, `into one edge of summed weight; give <edge> an attribute kind="…" that differs`}}},
	{emptyEnd, map[Program]fate{Gephi: {Rejects, "an exception whose message misleads"}, NetworkX: {Changes, "adds a node without a name"}}},
	{missingNode, map[Program]fate{Gephi: {Changes, "adds the node, with a report"}, NetworkX: {Changes, "adds the node"}}},
	{undirectedEdge, map[Program]fate{NetworkX: {Rejects, "NetworkXError"}}},
	{directedEdge, map[Program]fate{NetworkX: {Rejects, "NetworkXError"}}},
	{weightZero, map[Program]fate{Gephi: {Drops, "edges of weight 0 (SEVERE); warns of negative ones"}}},
	{weightNaN, map[Program]fate{Gephi: {Changes, "the weight may become 1"}, NetworkX: {Notes, "keeps nan"}}},
	{undeclaredKey, map[Program]fate{Gephi: {Drops, "the value"}, NetworkX: {Rejects, "NetworkXError: no attribute defined"}, GephiLite: {Drops, "the value"}}},
	{defaults, map[Program]fate{NetworkX: {Drops, "does not give it to nodes and edges"}}},
	{bigInteger, map[Program]fate{GephiLite: {Changes, "rounds it"}}},
	{boolOne, map[Program]fate{GephiLite: {Changes, "reads 1 as false"}, NetworkX: {Notes, "reads 1 as true"}}},
	{emptyNumber, map[Program]fate{NetworkX: {Rejects, "ValueError"}, GephiLite: {Changes, "makes it 0 or NaN"}}},
}...)
