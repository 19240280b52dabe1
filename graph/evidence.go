package graph

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"quadwire/graph/news"
)

// checkEvidence reports the first place where a claim does not show the words that it quotes. A claim without a
// sentence (machine-coded event data have none) has nothing to show.
func checkEvidence(c *news.Claim, text string) error {
	if c.Sentence == "" {
		return nil
	}
	sentence := news.Span{Start: c.SentenceStart, End: c.SentenceEnd}
	if err := shows(text, sentence, c.Sentence, "sentence"); err != nil {
		return err
	}
	if err := shows(text, news.Span{Start: c.TriggerStart, End: c.TriggerEnd}, c.Trigger, "trigger"); err != nil {
		return err
	}
	for _, p := range participants(c) {
		if p.Mention != "" {
			if err := shows(text, p.Span, p.Mention, "mention of "+p.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// shows reports whether the text has the words at these bytes; what names them in the error.
func shows(text string, at news.Span, words, what string) error {
	if at.Start < 0 || at.End < at.Start || at.End > len(text) {
		return fmt.Errorf("the %s stands at bytes %d to %d, outside the text of %d bytes", what, at.Start, at.End, len(text))
	}
	if text[at.Start:at.End] != words {
		return fmt.Errorf("the %s at bytes %d to %d is not the words that are stored", what, at.Start, at.End)
	}
	return nil
}

// describeQuad returns a quad as N-Quads, long literals cut.
func describeQuad(q quad.Quad) string {
	line := strings.TrimSuffix(nquad(q), " .\n")
	if r := []rune(line); len(r) > 200 {
		line = string(r[:200]) + "…"
	}
	return line
}
