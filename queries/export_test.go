package queries

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"quadwire/graph"
	"quadwire/graph/news"
)

func TestClaimTables(t *testing.T) {
	g := sampleGraph(t, newsLines)
	var b bytes.Buffer
	if err := WriteCSV(&b, g, g.Select(graph.Filter{})); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != g.Len()+1 || len(rows[0]) != len(csvColumns) {
		t.Errorf("%d rows for %d claims, %v", len(rows), g.Len(), err)
	}
	b.Reset()
	f, err := Selection{}.Filter()
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteJSONL(&b, g, g.Select(f)); err != nil {
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
