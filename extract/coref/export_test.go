package coref

import (
	"fmt"
	"io"

	"quadwire/extract/text"
)

// Explain resolves a document and prints, for each pronoun, the scores of its possible antecedents.
func Explain(w io.Writer, doc *text.Document) {
	rank := English().rank
	r := newRun(doc, rank)
	r.choose = func(k int) int {
		g := groupOf(&r.marks[k])
		fmt.Fprintf(w, "%d [%s]\n", r.marks[k].sentence, doc.Sentences[r.marks[k].sentence].Tokens[r.marks[k].head].Form)
		for _, c := range r.candidates(k) {
			name := "none"
			if c.mark >= 0 {
				m := &r.marks[c.mark]
				ts := doc.Sentences[m.sentence].Tokens
				name = doc.Text[ts[m.first].Start:ts[m.last].End]
			}
			fmt.Fprintf(w, "   %6.2f %s ", rank.score(g, c.features), name)
			for _, f := range c.features {
				fmt.Fprintf(w, " %d:%.1f", f, rank.weights[g][f])
			}
			fmt.Fprintln(w)
		}
		return rank.best(r, k)
	}
	r.resolve()
	r.export()
}
