package names

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// readTrees reads a CoNLL-U file with MISC TokenRange=start:end (bytes of body) into a document.
func readTrees(t *testing.T, file, body, date string) *text.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Document{Text: body, Date: date}
	var s text.Sentence
	flush := func() {
		if n := len(s.Tokens); n > 0 {
			s.Span = news.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
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
		tok := text.Token{Span: news.Span{Start: start, End: end}, Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Head: head - 1, Rel: f[7]}
		if n := len(s.Tokens); n > 0 {
			tok.Glued = s.Tokens[n-1].End == start
		}
		s.Tokens = append(s.Tokens, tok)
	}
	flush()
	return doc
}
