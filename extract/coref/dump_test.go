package coref_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"quadwire/extract"
	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

var pipeline = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New(extract.Options{}) })

// annotate runs the stages up to this one over a text.
func annotate(t testing.TB, body string) *text.Document {
	t.Helper()
	x, err := pipeline()
	if err != nil {
		t.Skip(err)
	}
	return x.Annotate(news.Article{Text: body, Date: "2023-11-06"})
}

func TestDump(t *testing.T) {
	pattern := os.Getenv("DUMP")
	if pattern == "" {
		t.Skip("DUMP is unset")
	}
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		x, err := pipeline()
		if err != nil {
			t.Fatal(err)
		}
		a := news.Article{Text: string(body)}
		if i := strings.Index(a.Text, "date "); i >= 0 && i < 200 && len(a.Text) > i+15 {
			a.Date = a.Text[i+5 : i+15]
			a.Meta = []news.Span{{Start: i, End: i + 15}}
		}
		fmt.Println("=====", filepath.Base(file))
		dump(x.Annotate(a))
	}
}

func dump(doc *text.Document) {
	k := 0
	for i, s := range doc.Sentences {
		fmt.Printf("\n%d.%d %s\n", s.Paragraph, i, doc.Text[s.Start:s.End])
		for ; k < len(doc.Mentions) && doc.Mentions[k].Sentence == i; k++ {
			m := doc.Mentions[k]
			e := ""
			if m.Entity >= 0 {
				e = doc.Entities[m.Entity].Name
			}
			for _, x := range m.Members {
				e += " & " + doc.Entities[x].Name
			}
			fmt.Printf("    %-35s %d %-12s side=%-15s %v -> %s\n", doc.Text[m.Start:m.End], m.Form, m.Kind, m.Side, m.Roles, e)
		}
	}
	for _, q := range doc.Quotes {
		sp := "?"
		if q.Speaker >= 0 {
			m := doc.Mentions[q.Speaker]
			sp = doc.Text[m.Start:m.End]
		}
		fmt.Printf("  QUOTE [%s] %.60s\n", sp, strings.ReplaceAll(doc.Text[q.Start:q.End], "\n", " "))
	}
	fmt.Println()
	for i, e := range doc.Entities {
		fmt.Printf("  E%d %s (%s, %s) %v %q n=%d\n", i, e.Name, e.Kind, e.Side, e.Roles, e.Aliases, len(e.Mentions))
	}
}

func TestExplain(t *testing.T) {
	body := os.Getenv("EXPLAIN")
	if body == "" {
		t.Skip("EXPLAIN is unset")
	}
	doc := annotate(t, body)
	text.WriteCoNLLU(os.Stdout, doc)
	f, err := names.English()
	if err != nil {
		t.Fatal(err)
	}
	f.Find(doc)
	coref.Explain(os.Stdout, doc)
	dump(doc)
}
