package coref

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// TestErrors lists, for gold mentions given, what was linked wrongly or not at all, by form and reason.
func TestErrors(t *testing.T) {
	genre := os.Getenv("COREF_ERRORS")
	if genre == "" {
		t.Skip("COREF_ERRORS is unset")
	}
	counts := map[string]int{}
	for _, d := range readTreebank(t, "ud-gum-free/"+split()+".conllu") {
		if genre != "all" && d.Genre != genre {
			continue
		}
		gold := goldMentions(d)
		doc := d.Document
		doc.Mentions = nil
		giveMentions(&doc, gold)
		r := newRun(&doc, English().rank)
		r.resolve()
		groups := markGroups(r, gold)
		last := map[string]int{}
		lastIn := map[int]int{}
		for k := range r.marks {
			m := &r.marks[k]
			c := r.find(k)
			g := groups[k]
			before, ok := last[g]
			prev, linked := lastIn[c]
			form := [...]string{"name", "nominal", "pronoun"}[m.form]
			if m.pron != nil {
				form = fmt.Sprintf("pron%d", m.pron.kind)
			}
			verdict := ""
			actor := m.mention >= 0 || m.pron != nil && m.pron.kind != relative
			switch {
			case !actor || m.coordination:
			case g == "":
				if linked && r.actors()[c] {
					verdict = "spurious"
				}
			case ok && linked && groups[prev] == g:
				verdict = "right"
			case ok && linked:
				verdict = "wrong"
			case ok && r.marks[before].mention >= 0:
				verdict = "missed"
			case !ok && linked:
				verdict = "joined"
			}
			if verdict != "" {
				counts[form+" "+verdict]++
				if verdict != "right" && os.Getenv("COREF_SHOW") != "" && strings.Contains(form+" "+verdict, os.Getenv("COREF_SHOW")) {
					show := func(k int) string {
						x := &r.marks[k]
						s := doc.Sentences[x.sentence]
						return fmt.Sprintf("%d[%s]", x.sentence, doc.Text[s.Tokens[x.first].Start:s.Tokens[x.last].End])
					}
					s := doc.Sentences[m.sentence]
					fmt.Printf("%s %s %s: %s", d.ID, form, verdict, show(k))
					if linked {
						fmt.Printf(" -> %s", show(prev))
					}
					if ok {
						fmt.Printf(" GOLD %s", show(before))
					}
					fmt.Printf("\n      %s\n", doc.Text[s.Start:s.End])
				}
			}
			if g != "" {
				last[g] = k
			}
			lastIn[c] = k
		}
	}
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Printf("%-20s %d\n", k, counts[k])
	}
	_ = text.Named
}
