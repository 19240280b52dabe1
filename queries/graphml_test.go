package queries

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"quadwire/graph/news"
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

func TestWriteGraphML(t *testing.T) {
	g := sampleGraph(t, newsLines+"a3 2024-03-04 us sanction russia words:Q&A_<“”>_\x01\x02_end\n")
	var b bytes.Buffer
	if err := WriteGraphML(&b, g, Selection{Include: []string{"all"}}, false); err != nil {
		t.Fatal(err)
	}
	f := checkGraphML(t, b.Bytes())
	edges := 0
	for i := range g.Len() {
		if g.Claim(i).Object != nil {
			edges++
		}
	}
	if len(f.Graph.Edges) != edges {
		t.Errorf("%d edges for %d claims", len(f.Graph.Edges), edges)
	}
	if !strings.Contains(b.String(), "Q&amp;A &lt;“”&gt; end") {
		t.Error("the sentence with marks is not there")
	}
	for _, n := range f.Graph.Nodes {
		if n.ID == "n_protesters" {
			t.Error("an actor without an edge is a node")
		}
	}
	again := bytes.Buffer{}
	if err := WriteGraphML(&again, g, Selection{Include: []string{"all"}}, false); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("written twice, two files; %v", err)
	}
}

func TestWriteGraphMLMerged(t *testing.T) {
	g := sampleGraph(t, newsLines)
	var b bytes.Buffer
	if err := WriteGraphML(&b, g, Selection{Classes: []news.Class{news.Threaten}}, true); err != nil {
		t.Fatal(err)
	}
	f := checkGraphML(t, b.Bytes())
	if len(f.Graph.Edges) != 2 || len(f.Graph.Nodes) != 3 {
		t.Fatalf("%d nodes, %d edges", len(f.Graph.Nodes), len(f.Graph.Edges))
	}
	data := map[string]string{}
	for _, d := range f.Graph.Edges[0].Data {
		data[d.Key] = d.Value
	}
	if data["e_weight"] != "2" || data["e_articles"] != "2" || data["e_first_date"] != "2023-11-06" || data["e_last_date"] != "2023-11-09" {
		t.Errorf("%v", data)
	}
}

func TestWriteGraphMLOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteGraphML(&b, sampleGraph(t, newsLines), Selection{Since: "2030"}, false); err != nil {
		t.Fatal(err)
	}
	checkGraphML(t, b.Bytes())
}

func TestClaimTables(t *testing.T) {
	g := sampleGraph(t, newsLines)
	var b bytes.Buffer
	if err := WriteCSV(&b, g, Selection{Include: []string{"all"}}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != g.Len()+1 || len(rows[0]) != len(csvColumns) {
		t.Errorf("%d rows for %d claims, %v", len(rows), g.Len(), err)
	}
	b.Reset()
	if err := WriteJSONL(&b, g, Selection{}); err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(b.String()) {
		var c news.Claim
		if err := json.Unmarshal([]byte(line), &c); err != nil || c.Polarity != news.Affirmed || c.Modality != news.Actual {
			t.Errorf("%s: %v", line, err)
		}
		n++
	}
	if n == 0 || n >= g.Len() {
		t.Errorf("%d of %d claims", n, g.Len())
	}
}
