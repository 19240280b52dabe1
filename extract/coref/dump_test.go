package coref_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"quadwire/extract/coref"
	"quadwire/extract/names"
	"quadwire/extract/tag"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

func readTrees(t testing.TB, file, body string) *text.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Document{Text: body}
	var s text.Sentence
	last, par := 0, 0
	flush := func() {
		if n := len(s.Tokens); n > 0 {
			s.Span = news.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
			if strings.Contains(body[last:s.Start], "\n") {
				par++
			}
			last = s.End
			s.Paragraph = par
			doc.Sentences = append(doc.Sentences, s)
		}
		s = text.Sentence{}
	}
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, "\t")
		if line == "" {
			flush()
			continue
		}
		if line[0] == '#' || len(f) != 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		_, r, _ := strings.Cut(f[9], "TokenRange=")
		a, b, _ := strings.Cut(r, ":")
		start, _ := strconv.Atoi(a)
		end, _ := strconv.Atoi(b)
		head, _ := strconv.Atoi(f[6])
		tok := text.Token{Span: news.Span{Start: start, End: end}, Form: f[1], UPOS: f[3], XPOS: f[4], Head: head - 1, Rel: f[7]}
		if n := len(s.Tokens); n > 0 {
			tok.Glued = s.Tokens[n-1].End == start
		}
		s.Tokens = append(s.Tokens, tok)
	}
	flush()
	return doc
}

func annotate(t testing.TB, doc *text.Document) {
	l, err := tag.English()
	if err != nil {
		t.Fatal(err)
	}
	l.Lemmatize(doc.Sentences)
	f, err := names.English()
	if err != nil {
		t.Fatal(err)
	}
	f.Find(doc)
}

func TestDump(t *testing.T) {
	dir, pattern := os.Getenv("QUADWIRE_TREES"), os.Getenv("DUMP")
	if dir == "" || pattern == "" {
		t.Skip("no trees")
	}
	files, _ := filepath.Glob(os.Getenv("QUADWIRE_TEXTS") + "/" + pattern)
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := readTrees(t, filepath.Join(dir, filepath.Base(file)+".conllu"), string(body))
		annotate(t, doc)
		coref.English().Resolve(doc)
		fmt.Println("=====", filepath.Base(file))
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
