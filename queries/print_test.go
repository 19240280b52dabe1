package queries

import (
	"strings"
	"testing"

	"quadwire/graph/news"
)

func TestJoined(t *testing.T) {
	for _, c := range []struct {
		sentence, trigger, object string
		mutual, between           bool
		want                      string
	}{
		{"Russia warned Japan.", "warned", "Japan", false, true, "Japan"},
		{"Russia aligns with Japan.", "aligns", "Japan", false, false, "with Japan"},
		{"Russia provided arms to Japan.", "provided", "Japan", false, true, "arms to Japan"},
		{"Russia provided arms to Japan.", "provided", "Japan", false, false, "… to Japan"},
		{"Russia provided, it says, arms to Japan.", "provided", "Japan", false, true, "… to Japan"},
		{"Russia met on Monday with Japan.", "met", "Japan", false, true, "… with Japan"},
		{"Japan was warned by Russia.", "warned", "Japan", false, true, "Japan"},
		{"The talks between Japan and Russia ended.", "talks", "Japan", true, true, "with Japan"},
		{"Japan and Russia allied.", "allied", "Japan", true, true, "with Japan"},
	} {
		trigger, object := strings.Index(c.sentence, c.trigger), strings.Index(c.sentence, c.object)
		if c.mutual {
			object = 0 // the object stands before
		}
		claim := news.Claim{Sentence: c.sentence, SentenceEnd: len(c.sentence), TriggerStart: trigger, TriggerEnd: trigger + len(c.trigger), Mutual: c.mutual,
			Object: &news.Participant{Actor: news.Actor{ID: "actor:japan", Name: "Japan"}, Span: news.Span{Start: object, End: object + len(c.object)}}}
		if got := joined(&claim, "actor:japan", "Japan", c.between); got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
}

func TestWrapAndMark(t *testing.T) {
	claim := news.Claim{Sentence: "Russia  sternly\nwarned, and warned again, Japan of the consequences.", SentenceStart: 100, TriggerStart: 116, TriggerEnd: 122}
	plain, bold := Style{Width: 40}, Style{Width: 40, Color: true}
	text := wrap("  "+marked(&claim, bracketed), 40, "  ")
	if got := plain.unmark(text); got != "  Russia sternly **warned**, and warned\n  again, Japan of the consequences." {
		t.Errorf("%q", got)
	}
	if got := bold.unmark(text); !strings.Contains(got, "\x1b[1;33mwarned\x1b[0m, and") {
		t.Errorf("%q", got)
	}
	for line := range strings.Lines(plain.unmark(text)) {
		if displayWidth(strings.TrimSuffix(line, "\n")) > 40 {
			t.Errorf("%q is too long", line)
		}
	}
	if got := displayWidth("東京 and e\u0301"); got != 10 {
		t.Errorf("width %d", got)
	}
	if got := cut("North Korea", 6); got != "North…" {
		t.Errorf("%q", got)
	}
	if got := Thousands(-1234567) + Thousands(12) + Thousands(1000); got != "-1,234,56712"+"1,000" {
		t.Errorf("%q", got)
	}
}

// What is printed never holds control characters, whatever the article does: no article can play with the terminal.
func TestNoControlCharacters(t *testing.T) {
	g := sampleGraph(t, "a1 2023-11-06 sullivan warn nk words:\x1b[31mred\x1b]0;title\x07\n")
	q, _ := Parse("who warned whom")
	r, err := Ask(g, q, Options{})
	if err != nil || r.Total != 1 {
		t.Fatal(r, err)
	}
	var b strings.Builder
	if err := r.WriteText(&b, Style{}); err != nil || strings.ContainsAny(b.String(), "\x1b\x07") {
		t.Errorf("%q, %v", b.String(), err)
	}
}
