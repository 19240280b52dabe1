package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quadwire/graph/news"
)

func TestReadMarkdown(t *testing.T) {
	a := one(t, "story.md", strings.Join([]string{
		"---", "title: \"Envoys meet\"", "date: 6 November 2023", "source: The Daily", "tags:", "  - x", "---", "",
		"# Envoys *meet* in Oslo", "", "Both sides **met** on [Monday](https://d.example/a_(b) \"day\"), the `ministry` said[^1].",
		"![A picture](x.png)They spoke for 2 * 3 hours about snake_case &amp; __peace__.", "", "> “We _warned_ them,” she said.", "> Twice.", "",
		"- first \\*point\\*", "2. second [point][ref] [sic]", "", "---", "", "| who | whom |", "|---|:--:|", "| Kim | Putin |", "",
		"```", "code *stays*", "```", "<div>Done.</div> <https://x.example>", "", "[ref]: https://e.example", "Next", "----", "End.", ""}, "\n"))
	want := strings.Join([]string{"Envoys meet in Oslo", "", "Both sides met on Monday, the ministry said.",
		"They spoke for 2 * 3 hours about snake_case & peace.", "", "“We warned them,” she said.", "Twice.", "",
		"first *point*", "second point [sic]", "", "", "", "who   whom", "Kim   Putin", "", "code *stays*", "Done. ", "", "Next", "End.", ""}, "\n")
	if a.Text != want {
		t.Errorf("text\n%s\nwant\n%s", a.Text, want)
	}
	if a.Title != "Envoys meet" || a.Date != "2023-11-06" || a.Source != "The Daily" {
		t.Errorf("title %q date %q source %q", a.Title, a.Date, a.Source)
	}
}

func TestReadMarkdownTitleFromHeading(t *testing.T) {
	a := one(t, "story.md", "Leaders meet\n============\n\n2023-11-06\n\nThey talked.\n")
	if a.Title != "Leaders meet" || a.Date != "2023-11-06" {
		t.Errorf("title %q date %q", a.Title, a.Date)
	}
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add("# a\n\n*b* [c](d) ![e](f) `g` ~~h~~ <i>j</i> &amp;\n> k\n- l\n")
	f.Add("---\ntitle: x\n---\n[[[[((((")
	f.Add("***\n___a__\\")
	f.Fuzz(func(t *testing.T, s string) {
		var a news.Article
		s = Decode([]byte(s))
		readMarkdown(&a, s)
		if !utf8.ValidString(a.Text) {
			t.Errorf("%q is not valid UTF-8", a.Text)
		}
		for _, m := range a.Meta {
			if m.Start < 0 || m.Start > m.End || m.End > len(a.Text) {
				t.Errorf("metadata at %v in a text of %d bytes", m, len(a.Text))
			}
		}
	})
}
