package split

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"quadwire/extract/text"
)

func loaded(t testing.TB) *Splitter {
	s, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// render writes sentences as testdata/sentences.txt does.
func render(doc *text.Document) []string {
	var lines []string
	for _, s := range doc.Sentences {
		var forms []string
		switch s.Kind {
		case text.Headline:
			forms = append(forms, "headline:")
		case text.Heading:
			forms = append(forms, "heading:")
		}
		for _, t := range s.Tokens {
			forms = append(forms, t.Form)
		}
		lines = append(lines, strings.Join(forms, " "))
	}
	return lines
}

func TestSentences(t *testing.T) {
	f, err := os.Open("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := loaded(t)
	source, want := "", []string(nil)
	cases := 0
	check := func() {
		if source == "" {
			return
		}
		cases += len(want)
		doc := &text.Document{Text: strings.ReplaceAll(source, `\n`, "\n")}
		s.Split(doc)
		if got := render(doc); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", source, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
		source, want = "", nil
	}
	in := bufio.NewScanner(f)
	for in.Scan() {
		switch line := in.Text(); {
		case line == "" || strings.HasPrefix(line, "# "):
			check()
		case line[0] == '\t':
			want = append(want, line[1:])
		default:
			check()
			source = line
		}
	}
	check()
	if cases < 80 {
		t.Errorf("%d sentences, want at least 80", cases)
	}
}
