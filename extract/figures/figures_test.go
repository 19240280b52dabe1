package figures

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"quadwire/extract"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// own returns a treebank that our own stages annotated.
func own(t *testing.T) Treebank {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := x.Annotate(news.Article{ID: "one", Text: "Russia warned Japan on Monday. The minister said that he would not talk to Tokyo.", Date: "2024-01-08"})
	var b bytes.Buffer
	if err := (&text.CoNLLU{Document: *doc, ID: "one"}).Write(&b); err != nil {
		t.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(&b)
	if err != nil {
		t.Fatal(err)
	}
	return Treebank{Name: "own", Documents: docs}
}

// TestMeasure measures the stages on what they found themselves, as it is and with two words changed.
func TestMeasure(t *testing.T) {
	m, err := New()
	if err != nil {
		t.Fatal(err)
	}
	bank := own(t)
	value := func(stage, name string) float64 {
		t.Helper()
		for _, f := range m.Measure(bank) {
			if f.Stage == stage && f.Name == name {
				return f.Value
			}
		}
		t.Fatalf("no figure %s %s", stage, name)
		return 0
	}
	for _, f := range m.Measure(bank) {
		if f.Stage != "names" && f.Stage != "coref" && f.Value != 100 {
			t.Errorf("%s %s: %.2f on our own output", f.Stage, f.Name, f.Value)
		}
	}
	tokens := bank.Documents[0].Sentences[0].Tokens // six, of seventeen
	tokens[0].Lemma, tokens[1].UPOS, tokens[2].Rel = "x", "X", "dep"
	all := 0
	for _, s := range bank.Documents[0].Sentences {
		all += len(s.Tokens)
	}
	want := 100 * float64(all-1) / float64(all)
	for _, f := range [][2]string{{"parse", "UPOS"}, {"parse", "LAS"}, {"raw text", "UPOS, F1"}, {"raw text", "LAS, F1"}, {"tag", "lemmas, predicted tags"}} {
		if got := value(f[0], f[1]); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("%v with one of %d words changed: %.2f, want %.2f", f, all, got, want)
		}
	}
	if got := value("parse", "UAS"); got != 100 {
		t.Errorf("UAS %.2f though no head was changed", got)
	}
}

// TestSpeed gives the watch a clock that goes a second at each look.
func TestSpeed(t *testing.T) {
	m, err := New()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Unix(0, 0)
	table := Table(m.Speed(own(t), func() time.Time { now = now.Add(time.Second); return now }))
	if len(table) != 7 {
		t.Fatalf("%d speeds", len(table))
	}
	byName := map[string]float64{}
	for _, f := range table {
		byName[f.Name] = f.Value
	}
	if byName["parse"] < 10 || 5*byName["raw text to trees"] != byName["parse"] {
		t.Errorf("speeds %v: splitting and parsing have five looks at the clock between first and last, parsing one", byName)
	}
}

func TestWrite(t *testing.T) {
	table := Table{{"parse", "LAS", "a", 88.125}, {"parse", "UAS", "a", 90}, {"parse", "LAS", "b", 87}, {speed, "parse", "b", 25000.4}}
	var b strings.Builder
	if err := table.Write(&b); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a b", "parse LAS 88.12 87.00", "parse UAS 90.00 –", "tokens/s parse – 25000"} {
		if got := strings.Join(strings.Fields(strings.Split(b.String(), "\n")[i]), " "); got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
	b.Reset()
	var again Table
	if err := table.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(b.String()), &again); err != nil || len(again) != 4 || again[3] != table[3] {
		t.Errorf("JSON %s reads as %v (%v)", b.String(), again, err)
	}
}
