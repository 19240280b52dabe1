package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"quadwire/queries"
	"quadwire/queries/doctor"
)

// names lists the nodes of a slice.
func names(n *Network) string {
	var out []string
	for _, x := range n.Nodes {
		out = append(out, strings.TrimPrefix(x.ID, "n_"))
	}
	return strings.Join(out, " ")
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		slice Slice
		want  string
	}{
		{Slice{}, "jake_sullivan kim_jong_un north_korea united_states vladimir_putin"},
		{Slice{Selection: all}, "jake_sullivan kim_jong_un north_korea united_states vladimir_putin"},
		{Slice{Ego: "Sullivan"}, "jake_sullivan north_korea"},
		{Slice{Ego: "Sullivan", Hops: 2}, "jake_sullivan north_korea united_states"},
		{Slice{Selection: all, Ego: "Sullivan", Hops: 2}, "jake_sullivan north_korea united_states vladimir_putin"},
		{Slice{Top: 2}, "jake_sullivan north_korea"},
		{Slice{Selection: all, Top: 3, Ego: "Putin", Hops: 1}, "kim_jong_un north_korea vladimir_putin"},
	} {
		n := sampleNetwork(t, c.slice)
		if got := names(n); got != c.want {
			t.Errorf("%+v: %s, want %s", c.slice, got, c.want)
		}
		for i := range n.Claims() {
			s, o := n.g.Ends(i)
			if n.within != nil && (n.nodeOf[s] < 0 || o >= 0 && n.nodeOf[o] < 0) {
				t.Errorf("%+v: claim %d is of somebody else", c.slice, i)
			}
		}
		if (n.Ego >= 0) != (c.slice.Ego != "") {
			t.Errorf("%+v: ego is %d", c.slice, n.Ego)
		}
	}
	var unknown *queries.UnknownError
	if _, err := Choose(sampleGraph(t), Slice{Ego: "Nobody"}); !errors.As(err, &unknown) {
		t.Error(err)
	}
}

// wellFormed reads XML and returns how often each element is there.
func wellFormed(t *testing.T, data []byte) map[string]int {
	t.Helper()
	counts := map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return counts
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if e, ok := token.(xml.StartElement); ok {
			counts[e.Name.Local]++
		}
	}
}

func TestWriteGEXF(t *testing.T) {
	for _, merged := range []bool{false, true} {
		var b bytes.Buffer
		if err := WriteGEXF(&b, sampleNetwork(t, Slice{Selection: all}), merged); err != nil {
			t.Fatal(err)
		}
		report, err := doctor.Examine(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range report.Findings {
			if f.Effect != doctor.Notes && !(f.Program == doctor.GephiLite && strings.HasPrefix(f.Construct, "time")) {
				t.Errorf("%s %s %s", f.Program, f.Effect, f.Construct)
			}
		}
		for _, want := range map[bool][]string{
			false: {`<spell start="2023-11-06" end="2023-11-07"/>`, `<spell start="2023-11-01" end="2023-12-01"/>`, `kind="warns (2)"`},
			true:  {`<spell start="2023-11-06" end="2023-11-08"/><spell start="2023-11-09" end="2023-11-10"/>`, `weight="3"`},
		}[merged] {
			if !strings.Contains(b.String(), want) {
				t.Errorf("merged %v: no %s", merged, want)
			}
		}
	}
}

func TestDays(t *testing.T) {
	for date, want := range map[string]span{"2024-02-29": {"2024-02-29", "2024-03-01"}, "2023-12": {"2023-12-01", "2024-01-01"}, "2023": {"2023-01-01", "2024-01-01"}} {
		if got, ok := days(date); !ok || got != want {
			t.Errorf("%s: %v", date, got)
		}
	}
	if _, ok := days("Monday"); ok {
		t.Error("Monday has days")
	}
}

func TestWriteDOT(t *testing.T) {
	var b bytes.Buffer
	if err := WriteDOT(&b, sampleNetwork(t, Slice{Selection: all}), false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"n_jake_sullivan" -> "n_north_korea" [label="warns"`, `tooltip="United States warns Kim Jong Un Q&A <“”> \\ \"end\" Q&A <“”> end line possible"`,
		"style=dashed", "dir=both"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}

func TestWriteSVG(t *testing.T) {
	var first []byte
	for range 2 {
		var b bytes.Buffer
		if err := WriteSVG(&b, sampleNetwork(t, Slice{Selection: all, Ego: "North Korea", Hops: 2})); err != nil {
			t.Fatal(err)
		}
		counts := wellFormed(t, b.Bytes())
		if counts["circle"] != 5 || counts["path"] != 5+len(arrowColors) {
			t.Errorf("%v", counts)
		}
		if first != nil && !bytes.Equal(first, b.Bytes()) {
			t.Error("drawn twice, two pictures")
		}
		first = b.Bytes()
		if !strings.Contains(b.String(), `<title>North Korea: country; North Korea; claims: 5</title><circle cx="600" cy="450"`) {
			t.Errorf("the ego is not in the middle:\n%s", b.String())
		}
	}
	var b bytes.Buffer
	if err := WriteSVG(&b, sampleNetwork(t, Slice{Selection: queries.Selection{Since: "2030"}})); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b.Bytes())
}

func TestLayout(t *testing.T) {
	var edges [][2]int
	for i := 1; i < 40; i++ {
		edges = append(edges, [2]int{i, i / 2})
	}
	at := layout(40, edges, 0)
	for i := range at {
		if !(at[i].x > -3 && at[i].x < 4 && at[i].y > -3 && at[i].y < 4) {
			t.Errorf("node %d drifts to %v", i, at[i])
		}
		for j := range i {
			if _, _, d := apart(at[i], at[j]); d < 0.01 {
				t.Errorf("nodes %d and %d lie on one another", i, j)
			}
		}
	}
	if at[0] != (point{0.5, 0.5}) {
		t.Errorf("the centre is at %v", at[0])
	}
}

func TestLinkedData(t *testing.T) {
	n := sampleNetwork(t, Slice{Selection: all})
	var trig, turtle, jsonld bytes.Buffer
	if err := errors.Join(WriteTriG(&trig, n), WriteTurtle(&turtle, n), WriteJSONLD(&jsonld, n)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<claim:a2_", " a sem:Event, <claim:Claim> ;", `sem:hasTimeStamp "2023-11-06"^^xsd:date`, `"2023-11"^^xsd:gYearMonth`,
		"sem:Role, sem:View ; rdf:value <actor:united_states> ; sem:roleType <claim:subject> ; sem:accordingTo <actor:jake_sullivan> ]",
		"prov:wasDerivedFrom <article:a1>", `oa:exact "United States warns Kim Jong Un Q&A <“”> \u0001\u0002 \\ \"end\" Q&A <“”> end\nline possible"`} {
		if !strings.Contains(trig.String(), want) || !strings.Contains(turtle.String(), want) {
			t.Errorf("no %s in\n%s", want, trig.String())
		}
	}
	if strings.Count(trig.String(), "\n<article:a1> {\n") != 1 || strings.Contains(turtle.String(), "{") {
		t.Error("graphs of articles")
	}
	var file struct {
		Graph []struct {
			ID    string `json:"@id"`
			Graph []struct {
				Types []string `json:"@type"`
				Actor []any    `json:"sem:hasActor"`
			} `json:"@graph"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal(jsonld.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	claims := 0
	for _, x := range file.Graph {
		for _, c := range x.Graph {
			claims++
			if !slices.Contains(c.Types, "sem:Event") || len(c.Actor) < 1 {
				t.Errorf("%+v", c)
			}
		}
	}
	if claims != len(sampleClaims) {
		t.Errorf("%d of %d claims in JSON-LD", claims, len(sampleClaims))
	}
}

func BenchmarkWriteGraphML(b *testing.B) {
	n := sampleNetwork(b, Slice{Selection: all})
	for b.Loop() {
		if err := WriteGraphML(io.Discard, n, GraphML{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWriteFTM(t *testing.T) {
	var b bytes.Buffer
	if err := WriteFTM(&b, sampleNetwork(t, Slice{Selection: all})); err != nil {
		t.Fatal(err)
	}
	schemas, ids := map[string]int{}, map[string]bool{}
	var refs []string
	for line := range strings.Lines(b.String()) {
		var e ftmEntity
		if err := json.Unmarshal([]byte(line), &e); err != nil || e.ID == "" || ids[e.ID] {
			t.Fatalf("%s: %v", line, err)
		}
		ids[e.ID] = true
		schemas[e.Schema]++
		for _, p := range []string{"subject", "object", "involved", "proof"} {
			refs = append(refs, e.Properties[p]...)
		}
		if e.Schema == "Event" && len(e.Properties["name"]) != 1 {
			t.Errorf("an event without a name: %s", line)
		}
	}
	for _, id := range refs {
		if !ids[id] {
			t.Errorf("%s is no entity", id)
		}
	}
	if schemas["Event"] != len(sampleClaims) || schemas["UnknownLink"] != len(sampleClaims)-1 || schemas["Article"] != 3 || schemas["Person"] != 3 {
		t.Errorf("%v", schemas)
	}
}
