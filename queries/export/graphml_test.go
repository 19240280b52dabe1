package export

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"quadwire/graph/news"
	"quadwire/queries"
	"quadwire/queries/doctor"
)

// graphMLFile is a GraphML file as encoding/xml reads it.
type graphMLFile struct {
	XMLName xml.Name
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graph struct {
		Default string        `xml:"edgedefault,attr"`
		Nodes   []graphMLNode `xml:"node"`
		Edges   []graphMLEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID       string        `xml:"id,attr"`
	Source   string        `xml:"source,attr"`
	Target   string        `xml:"target,attr"`
	Label    string        `xml:"label,attr"`
	Directed *string       `xml:"directed,attr"`
	Data     []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// checkGraphML reads a file and checks the rules of the dialect that NetworkX, igraph and graphology read without loss.
func checkGraphML(t *testing.T, file []byte) graphMLFile {
	t.Helper()
	if !utf8.Valid(file) {
		t.Error("not UTF-8")
	}
	var f graphMLFile
	if err := xml.Unmarshal(file, &f); err != nil {
		t.Fatal(err)
	}
	if f.XMLName.Space != "http://graphml.graphdrawing.org/xmlns" || f.Graph.Default != "directed" {
		t.Errorf("namespace %q, edges %q", f.XMLName.Space, f.Graph.Default)
	}
	keysBeforeGraph(t, file)
	types := map[string]string{}
	for _, k := range f.Keys {
		if types[k.ID] != "" || !strings.HasPrefix(k.ID, k.For[:1]+"_") || !strings.Contains(" string int double boolean ", " "+k.Type+" ") || k.Name == "id" {
			t.Errorf("key %+v", k)
		}
		types[k.ID] = k.Type
	}
	nodes, edges := map[string]bool{}, map[string]bool{}
	for _, n := range f.Graph.Nodes {
		if n.ID == "" || nodes[n.ID] || !strings.HasPrefix(n.ID, "n_") {
			t.Errorf("node id %q", n.ID)
		}
		nodes[n.ID] = true
		checkData(t, n.Data, types, "n_")
	}
	for _, e := range f.Graph.Edges {
		if e.ID == "" || edges[e.ID] || !strings.HasPrefix(e.ID, "e_") || !nodes[e.Source] || !nodes[e.Target] || e.Label == "" || e.Directed != nil {
			t.Errorf("edge %+v", e)
		}
		edges[e.ID] = true
		data := checkData(t, e.Data, types, "e_")
		if w, err := strconv.ParseFloat(data["e_weight"], 64); err != nil || w < 1 {
			t.Errorf("weight %q", data["e_weight"])
		}
		for _, k := range []string{"e_label", "e_predicate", "e_interaction"} {
			if data[k] == "" {
				t.Errorf("edge %s has no %s", e.ID, k)
			}
		}
	}
	return f
}

// keysBeforeGraph checks the order of the elements: keys, nodes, edges.
func keysBeforeGraph(t *testing.T, file []byte) {
	t.Helper()
	order := map[string]int{"key": 1, "graph": 2, "node": 3, "edge": 4}
	d := xml.NewDecoder(bytes.NewReader(file))
	for last := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if start, ok := token.(xml.StartElement); ok && order[start.Name.Local] > 0 {
			if order[start.Name.Local] < last {
				t.Fatalf("<%s> stands too late", start.Name.Local)
			}
			last = order[start.Name.Local]
		}
		if start, ok := token.(xml.StartElement); ok && (start.Name.Local == "default" || start.Name.Local == "desc") {
			t.Errorf("<%s>", start.Name.Local)
		}
	}
}

// checkData checks that values are declared, not empty and of their type.
func checkData(t *testing.T, data []graphMLData, types map[string]string, prefix string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, d := range data {
		var err error
		switch types[d.Key] {
		case "int":
			_, err = strconv.ParseInt(d.Value, 10, 32)
		case "double":
			_, err = strconv.ParseFloat(d.Value, 64)
		case "boolean":
			if d.Value != "true" && d.Value != "false" {
				err = io.ErrUnexpectedEOF
			}
		}
		if _, twice := out[d.Key]; twice || types[d.Key] == "" || d.Value == "" || err != nil || !strings.HasPrefix(d.Key, prefix) {
			t.Errorf("data %+v: %v", d, err)
		}
		out[d.Key] = d.Value
	}
	return out
}

func graphml(t *testing.T, s Slice, o GraphML) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteGraphML(&b, sampleNetwork(t, s), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var all = queries.Selection{Include: []string{"all"}}

func TestWriteGraphML(t *testing.T) {
	for _, dialect := range append([]string{""}, Dialects...) {
		o := GraphML{For: dialect}
		file := graphml(t, Slice{Selection: all}, o)
		report, err := doctor.Examine(bytes.NewReader(file))
		if err != nil || report.Edges != 8 || report.Nodes != 5 {
			t.Fatalf("%s: %d nodes, %d edges, %v", dialect, report.Nodes, report.Edges, err)
		}
		target := map[string]doctor.Program{"gephi": doctor.Gephi, "gephi-lite": doctor.GephiLite, "yed": doctor.YEd, "cytoscape": doctor.Cytoscape,
			"networkx": doctor.NetworkX, "igraph": doctor.IGraph}[dialect]
		for _, f := range report.Findings {
			if (dialect == "" || f.Program == target) && f.Effect != doctor.Notes {
				t.Errorf("%q: %s %s %s", dialect, f.Program, f.Effect, f.Construct)
			}
		}
		if !bytes.Equal(file, graphml(t, Slice{Selection: all}, o)) {
			t.Errorf("%q: written twice, two files", dialect)
		}
	}
}

func TestHouseDialect(t *testing.T) {
	file := graphml(t, Slice{Selection: all}, GraphML{})
	f := checkGraphML(t, file)
	if !strings.Contains(string(file), "Q&amp;A &lt;“”> end") && !strings.Contains(string(file), "Q&amp;A &lt;“”&gt; end") {
		t.Error("the sentence with marks is not there")
	}
	labels := map[string]bool{}
	for _, e := range f.Graph.Edges {
		k := e.Source + e.Target + e.Label
		if labels[k] {
			t.Errorf("two edges of the kind %q from %s to %s", e.Label, e.Source, e.Target)
		}
		labels[k] = true
	}
	for _, n := range f.Graph.Nodes {
		if n.ID == "n_protesters" {
			t.Error("an actor without an edge is a node")
		}
	}
}

func TestMerged(t *testing.T) {
	f := checkGraphML(t, graphml(t, Slice{Selection: queries.Selection{Classes: []news.Class{news.Threaten}}}, GraphML{Merged: true}))
	if len(f.Graph.Edges) != 2 || len(f.Graph.Nodes) != 3 {
		t.Fatalf("%d nodes, %d edges", len(f.Graph.Nodes), len(f.Graph.Edges))
	}
	data := map[string]string{}
	for _, d := range f.Graph.Edges[0].Data {
		data[d.Key] = d.Value
	}
	if data["e_weight"] != "3" || data["e_articles"] != "2" || data["e_first_date"] != "2023-11-06" || data["e_last_date"] != "2023-11-09" {
		t.Errorf("%v", data)
	}
}

func TestNothing(t *testing.T) {
	checkGraphML(t, graphml(t, Slice{Selection: queries.Selection{Since: "2030"}}, GraphML{}))
}

func TestDialectUnknown(t *testing.T) {
	if err := WriteGraphML(io.Discard, sampleNetwork(t, Slice{}), GraphML{For: "excel"}); err == nil || !strings.Contains(err.Error(), "gephi") {
		t.Error(err)
	}
}
