package names

import (
	"fmt"
	"os"
	"testing"
)

func TestErrors(t *testing.T) {
	if os.Getenv("QUADWIRE_ERRORS") == "" {
		t.Skip()
	}
	docs := treebank(t, "ud-gum-free/dev.conllu")
	f, _ := English()
	for _, d := range docs {
		gold := f.goldNames(d)
		for i, found := range f.spans(&d.Document) {
			s := newSentence(i, &d.Sentences[i])
			g := map[nameSpan]bool{}
			for _, x := range gold[i] {
				g[x] = true
			}
			fm := map[nameSpan]bool{}
			for _, x := range found {
				fm[x] = true
			}
			for _, x := range gold[i] {
				if !fm[x] && x.typ != otherType {
					fmt.Printf("MISS %d %q   | %s\n", x.typ, s.join(x.first, x.last), s.join(max(0, x.first-5), min(len(s.toks)-1, x.last+5)))
				}
			}
			for _, x := range found {
				if !g[x] && x.typ != otherType {
					fmt.Printf("EXTRA %d %q   | %s\n", x.typ, s.join(x.first, x.last), s.join(max(0, x.first-5), min(len(s.toks)-1, x.last+5)))
				}
			}
		}
	}
}
