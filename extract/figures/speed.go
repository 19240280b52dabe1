package figures

import (
	"runtime"
	"time"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// speed is the stage of the figures of all stages' speed.
const speed = "tokens/s"

// Speed measures tokens per second of each stage and of all on one core, over the raw text of a treebank's documents.
// now is the clock. Nothing else of the program should run meanwhile.
func (m *Measurer) Speed(t Treebank, now func() time.Time) []Figure {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	w := &watch{now: now, spent: map[string]time.Duration{}}
	m.pass(t, &watch{now: now, spent: map[string]time.Duration{}}) // so that memory and caches are as in the middle of a long run
	tokens := m.pass(t, w)
	var out []Figure
	for _, stage := range w.order {
		out = append(out, Figure{speed, stage, t.Name, float64(tokens) / max(w.spent[stage].Seconds(), 1e-9)})
	}
	return out
}

// watch sums up the time that stages took.
type watch struct {
	now   func() time.Time
	order []string
	spent map[string]time.Duration
}

// time runs a stage.
func (w *watch) time(stage string, run func()) {
	if _, ok := w.spent[stage]; !ok {
		w.order = append(w.order, stage)
	}
	start := w.now()
	run()
	w.spent[stage] += w.now().Sub(start)
}

// pass runs all documents through the stages and returns the number of tokens.
func (m *Measurer) pass(t Treebank, w *watch) (tokens int) {
	for _, d := range t.Documents {
		doc := &text.Document{Text: d.Text, Date: "2024-01-01"}
		w.time("raw text to trees", func() {
			w.time("split", func() { m.split.Split(doc) })
			w.time("parse", func() { m.parse.Parse(doc.Sentences) })
		})
		w.time("tag", func() { m.tag.Lemmatize(doc.Sentences) })
		w.time("names", func() { m.names.Find(doc) })
		w.time("coref", func() { m.coref.Resolve(doc) })
		w.time("raw text to claims", func() { m.whole.Extract(news.Article{ID: d.ID, Text: d.Text, Date: doc.Date}) })
		for _, s := range doc.Sentences {
			tokens += len(s.Tokens)
		}
	}
	return tokens
}
