package names

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"quadwire/extract/text"
)

var update = flag.Bool("update", false, "write what comes out into the golden files")

const phrasesFile = "testdata/phrases.conllu"

// TestPhrases compares the mentions and times of our own sentences, each a document of 10 October 2019 by itself, with
// those that the comments of testdata/phrases.conllu expect.
func TestPhrases(t *testing.T) {
	data, err := os.ReadFile(phrasesFile)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	finder, err := English()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n := 0
	for _, d := range docs {
		for i := range d.Sentences {
			n++
			var want []string
			for _, c := range d.Source[i].Comments {
				if v, ok := strings.CutPrefix(c, "expect = "); ok {
					want = append(want, v)
				}
			}
			got := describe(finder, d, i)
			writeSentence(&out, d, i, got)
			if w, g := strings.Join(want, "\n\t"), strings.Join(got, "\n\t"); w != g && !*update {
				t.Errorf("%s\n\t%s\nwant\n\t%s", d.Text[d.Sentences[i].Start:d.Sentences[i].End], g, w)
			}
		}
	}
	if n < 100 {
		t.Errorf("%d sentences, want at least 100", n)
	}
	if *update {
		if err := os.WriteFile(phrasesFile, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// describe returns one line for each mention and time of sentence i.
func describe(f *Finder, d *text.CoNLLU, i int) []string {
	doc := &text.Document{Text: d.Text, Date: "2019-10-10", Sentences: d.Sentences[i : i+1]}
	f.Find(doc)
	var out []string
	for _, m := range doc.Mentions {
		kind := string(m.Kind)
		if m.Place {
			kind = strings.TrimPrefix(kind+"+place", "+")
		}
		form := [...]string{"named", "nominal", "pronoun"}[m.Form]
		out = append(out, fmt.Sprintf("%s %s | %s | %s | %s | %s", form, kind, doc.Text[m.Start:m.End], m.Name, m.Side, strings.Join(m.Roles, "; ")))
	}
	for _, x := range doc.Times {
		out = append(out, fmt.Sprintf("time | %s | %s", doc.Text[x.Start:x.End], x.Value))
	}
	for i := range out {
		out[i] = strings.TrimRight(out[i], " ")
	}
	return out
}

// writeSentence writes sentence i with its expectations as CoNLL-U.
func writeSentence(w *strings.Builder, d *text.CoNLLU, i int, expect []string) {
	s := &d.Sentences[i]
	fmt.Fprintf(w, "# text = %s\n", d.Text[s.Start:s.End])
	for _, e := range expect {
		fmt.Fprintf(w, "# expect = %s\n", e)
	}
	for k, t := range s.Tokens {
		misc := "_"
		if k+1 < len(s.Tokens) && s.Tokens[k+1].Glued {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", k+1, t.Form, t.Lemma, t.UPOS, t.XPOS, blank(t.Feats), t.Head+1, t.Rel, misc)
	}
	fmt.Fprintln(w)
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
