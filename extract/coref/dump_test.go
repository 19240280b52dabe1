package coref_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/parse"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// stages are the stages before this one.
type stages struct {
	split *split.Splitter
	parse *parse.Parser
	tag   *tag.Lemmatizer
	names *names.Finder
}

var pipeline = sync.OnceValues(func() (*stages, error) {
	var x stages
	var err error
	if x.split, err = split.English(); err != nil {
		return nil, err
	}
	if x.parse, err = parse.English(); err != nil {
		return nil, err
	}
	if x.tag, err = tag.English(); err != nil {
		return nil, err
	}
	x.names, err = names.English()
	return &x, err
})

// Annotate runs the stages before coreference.
func (x *stages) Annotate(a news.Article) *text.Document {
	doc := &text.Document{Text: a.Text, Date: a.Date, Meta: a.Meta}
	x.split.Split(doc)
	x.parse.Parse(doc.Sentences)
	x.tag.Lemmatize(doc.Sentences)
	x.names.Find(doc)
	return doc
}

// annotate runs the stages before coreference over a text.
func annotate(t testing.TB, body string) *text.Document {
	t.Helper()
	x, err := pipeline()
	if err != nil {
		t.Fatal(err)
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
		doc := x.Annotate(a)
		coref.English().Resolve(doc)
		dump(doc)
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
	coref.Explain(os.Stdout, doc)
	dump(doc)
}

// TestSubjects lists the pronouns that are subjects and what they denote.
func TestSubjects(t *testing.T) {
	pattern := os.Getenv("SUBJECTS")
	if pattern == "" {
		t.Skip("SUBJECTS is unset")
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
		doc := x.Annotate(a)
		coref.English().Resolve(doc)
		fmt.Println("=====", filepath.Base(file))
		for s, sent := range doc.Sentences {
			for i, tok := range sent.Tokens {
				if tok.UPOS != "PRON" || !strings.HasPrefix(tok.Rel, "nsubj") {
					continue
				}
				switch strings.ToLower(tok.Form) {
				case "he", "she", "it", "they", "we", "i", "who", "which":
				default:
					continue
				}
				got := "NONE"
				for _, m := range doc.Mentions {
					if m.Sentence == s && m.First == i && m.Last == i {
						got = ""
						if m.Entity >= 0 {
							got = doc.Entities[m.Entity].Name
						}
						for _, e := range m.Members {
							got += " & " + doc.Entities[e].Name
						}
					}
				}
				lo := max(0, tok.Start-70)
				hi := min(len(doc.Text), tok.End+50)
				fmt.Printf("%-5s -> %-25s | …%s…\n", tok.Form, got, strings.ReplaceAll(doc.Text[lo:tok.Start]+"<"+tok.Form+">"+doc.Text[tok.End:hi], "\n", " "))
			}
		}
	}
}
