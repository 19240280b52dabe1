package doctor

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cases say what is found in the files of testdata: program, effect and construct, besides notes.
var cases = map[string][]string{
	"01_base":            {},
	"02_parallel_ids":    {"Gephi merges " + parallel},
	"03_parallel_noids":  {"Gephi merges " + parallel},
	"04_parallel_dupids": {"Gephi drops " + duplicateEdge, "Gephi merges " + parallel, "Gephi Lite drops " + duplicateEdge, "NetworkX drops " + duplicateEdge},
	"05_for_all":         {"Gephi Lite rejects " + forAll, "igraph drops " + forAll},
	"06_type_date":       {"Gephi drops " + typeDate, "Gephi Lite rejects " + typeDate, "NetworkX rejects " + typeDate, "igraph rejects " + typeDate},
	"07_type_integer":    {"Gephi Lite rejects " + typeInteger, "igraph rejects " + typeInteger},
	"08_type_missing":    {"igraph drops " + typeMissing, "Cytoscape drops " + typeMissing},
	"09_mixed": {"Gephi merges " + parallel, "Gephi Lite changes " + undirectedEdge, "NetworkX rejects " + undirectedEdge, "igraph changes " + undirectedEdge,
		"Cytoscape changes " + undirectedEdge},
	"10_undeclared_key": {"Gephi drops " + undeclaredKey, "NetworkX rejects " + undeclaredKey, "igraph drops " + undeclaredKey, "Cytoscape drops " + undeclaredKey},
	"11_default":        {"Gephi changes " + reservedKey, "NetworkX drops " + defaults, "Cytoscape drops " + defaults},
	"12_long":           {"Gephi changes " + reservedKey, "Gephi Lite changes " + bigInteger, "igraph changes " + bigInteger},
	"13_weight0":        {"Gephi drops " + weightZero},
	"14_emptytarget": {"Gephi rejects " + emptyEnd, "Gephi Lite changes " + emptyEnd, "NetworkX changes " + emptyEnd, "igraph changes " + emptyEnd,
		"Cytoscape drops " + emptyEnd},
	"15_missingnode": {"Gephi changes " + missingNode, "Gephi Lite changes " + missingNode, "NetworkX changes " + missingNode, "igraph changes " + missingNode,
		"Cytoscape drops " + missingNode},
	"16_nons":     {},
	"17_graphkey": {"Gephi drops " + forGraph},
	"18_attr_id":  {"Gephi changes " + attributeID, "Gephi changes " + reservedKey, "NetworkX drops " + attributeID, "igraph drops " + attributeID},
	"19_bool1":    {"Gephi changes " + boolOne, "Gephi Lite changes " + boolOne},
	"20_nan":      {"Gephi changes " + weightNaN, "Gephi Lite changes " + weightNaN},
	"21_ctrl": {"Gephi rejects " + controlCharacter, "NetworkX rejects " + controlCharacter, "igraph rejects " + controlCharacter,
		"Cytoscape rejects " + controlCharacter, "yEd rejects " + controlCharacter},
	"22_desc": {"Gephi changes " + description, "Gephi Lite drops " + description, "NetworkX drops " + description, "igraph drops " + description,
		"Cytoscape drops " + description},
	"23_yed": {"Gephi changes " + yedGraphics, "Gephi Lite rejects " + portKey, "Gephi Lite changes " + yedGraphics, "NetworkX changes " + yedGraphics,
		"igraph drops " + yedGraphics, "Cytoscape drops " + yedGraphics},
	"24_yed_noport": {"Gephi changes " + yedGraphics, "Gephi Lite changes " + yedGraphics, "NetworkX changes " + yedGraphics,
		"igraph drops " + yedGraphics, "Cytoscape drops " + yedGraphics},
	"25_dup_attrname": {"Gephi drops " + sameName, "Gephi changes " + reservedKey, "NetworkX changes " + sameName, "igraph drops " + sameName,
		"Cytoscape changes " + sameName},
	"26_edgelabelattr":            {},
	"27_key_after_graph":          {"Gephi drops " + keyAfter, "igraph drops " + keyAfter, "Cytoscape drops " + keyAfter},
	"28_selfloop":                 {},
	"29_emptyint":                 {"Gephi Lite changes " + emptyNumber, "igraph changes " + emptyNumber},
	"30_attrkey":                  {},
	"31_edge_before_node":         {"Cytoscape drops " + edgeBeforeNode},
	"cayley":                      {"Gephi merges " + parallel},
	"golden":                      {},
	"32_undirected_directed_true": {"NetworkX rejects " + directedEdge, "igraph changes " + directedEdge, "Cytoscape changes " + directedEdge},
}

func examine(t *testing.T, file string) Report {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := Examine(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// losses returns what is found besides notes.
func losses(r Report) []string {
	var out []string
	for _, f := range r.Findings {
		if f.Effect != Notes {
			out = append(out, string(f.Program)+" "+string(f.Effect)+" "+f.Construct)
		}
	}
	return out
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.graphml")
	if err != nil || len(files) != len(cases) {
		t.Fatalf("%d files, %v; want %d", len(files), err, len(cases))
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".graphml")
		want := strings.Join(cases[name], "\n")
		r := examine(t, file)
		if got := strings.Join(losses(r), "\n"); got != want {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, want)
		}
		if r.Lost() != (want != "") {
			t.Errorf("%s: Lost is %v", name, r.Lost())
		}
	}
}

func TestLines(t *testing.T) {
	const file = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="directed">
<node id="a"/><node id="b"/>
<edge id="1" source="a" target="b"><data key="w">0</data></edge>

<edge id="2" source="a" target="b"><data key="w">2</data></edge>
<edge id="3" source="a" target="c"><data key="v">2</data></edge>
<edge id="4" source="a" target="`
	r, err := Examine(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{weightZero: 5, parallel: 7, undeclaredKey: 8, missingNode: 8, notWellFormed: 9}
	for _, f := range r.Findings {
		if line, ok := want[f.Construct]; ok && f.Program == Gephi {
			if len(f.Lines) != 1 || f.Lines[0] != line {
				t.Errorf("%s: lines %v, want %d", f.Construct, f.Lines, line)
			}
			delete(want, f.Construct)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	if r.Nodes != 2 || r.Edges != 3 {
		t.Errorf("%d nodes, %d edges", r.Nodes, r.Edges)
	}
}

func TestGEXF(t *testing.T) {
	const head = `<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"><graph mode="dynamic" defaultedgetype="directed">
<attributes class="edge"><attribute id="0" title="n" type="integer"/></attributes>
<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes><edges>`
	const foot = `</edges></graph></gexf>`
	for edges, want := range map[string][]string{
		`<edge id="1" source="a" target="b"/>`:                                                                          {},
		`<edge id="1" source="a" target="b" kind="x"/><edge id="2" source="a" target="b" kind="y"/>`:                    {},
		`<edge id="1" source="a" target="b"/><edge id="2" source="a" target="b"/>`:                                      {"Gephi merges " + parallel},
		`<edge id="1" source="a" target="b"><spells><spell start="2016-01-01" end="2016-01-02"/></spells></edge>`:       {"Gephi Lite drops " + timeData},
		`<edge id="1" source="a" target="b"><spells><spell start="2016-01-01"/></spells></edge>`:                        {"Gephi drops " + openInterval, "Gephi Lite drops " + timeData},
		`<edge id="1" source="a" target="b"><spells><spell start="1" end="2"/><spell timestamp="2"/></spells></edge>`:   {"Gephi rejects " + mixedTime, "Gephi Lite drops " + timeData},
		`<edge id="1" source="a" target="b"><viz:color r="1" g="2" b="3" a="0.5"/></edge>`:                              {"Gephi Lite changes " + vizAlpha},
		`<edge id="1" source="a" target="b"><attvalues><attvalue for="1" value="1"/></attvalues></edge>`:                {"Gephi drops " + undeclaredKey, "Gephi Lite drops " + undeclaredKey, "NetworkX rejects " + undeclaredKey},
		`<edge id="1" source="a" target="b"><attvalues><attvalue for="0" value="9007199254740993"/></attvalues></edge>`: {"Gephi Lite changes " + bigInteger},
		`<edge id="1" source="a" target="b" type="undirected"/>`:                                                        {"NetworkX rejects " + undirectedEdge},
		`<edge id="1" source="a" target="b" weight="0"/>`:                                                               {"Gephi drops " + weightZero},
	} {
		r, err := Examine(strings.NewReader(head + edges + foot))
		if err != nil {
			t.Fatal(err)
		}
		if got := losses(r); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: found %q, want %q", edges, got, want)
		}
	}
	r, err := Examine(strings.NewReader(strings.ReplaceAll(head+foot, "1.2draft", "1.3")))
	if err != nil || !r.Lost() {
		t.Errorf("GEXF 1.3: %v, %v", losses(r), err)
	}
}

func TestForeign(t *testing.T) {
	for _, text := range []string{"", "hello", "<html></html>", "{}"} {
		if _, err := Examine(strings.NewReader(text)); err == nil {
			t.Errorf("%q is taken for a graph", text)
		}
	}
}

func TestWrite(t *testing.T) {
	r := examine(t, "testdata/04_parallel_dupids.graphml")
	var text, data bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"GraphML, nodes: 2, edges: 2", "NetworkX    drops    duplicate edge id: e1", "(line 3)", "Cytoscape   reads everything"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if err := r.WriteJSON(&data); err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data.Bytes(), &back); err != nil || len(back.Findings) != len(r.Findings) {
		t.Errorf("JSON reads as %d findings, %v; want %d", len(back.Findings), err, len(r.Findings))
	}
}

// FuzzExamine: whatever the file, there is a report or an error.
func FuzzExamine(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.graphml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`<gexf><graph><nodes><node id="a"><attvalues><attvalue/></attvalues></node></nodes></graph></gexf>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Examine(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, finding := range r.Findings {
			if len(finding.Lines) == 0 || finding.Count < len(finding.Lines) {
				t.Errorf("%+v has no place", finding)
			}
		}
	})
}
