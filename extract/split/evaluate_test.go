package split

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// treebank reads a CoNLL-U file of the corpora, or skips the test where there are none.
func treebank(t testing.TB, name string) []*text.CoNLLU {
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA is not set")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestTreebanks holds the embedded model to the figures that it was accepted with, a little below what it reaches.
func TestTreebanks(t *testing.T) {
	for _, test := range []struct {
		file              string
		tokens, sentences float64
	}{
		{"ud-ewt/test.conllu", 0.990, 0.85},
		{"ud-gum-free/test.conllu", 0.990, 0.90},
	} {
		score := loaded(t).Evaluate(treebank(t, test.file))
		t.Logf("%s: %v", test.file, score)
		if score.Tokens.F1() < test.tokens || score.Sentences.F1() < test.sentences {
			t.Errorf("%s: %v, want at least %v and %v", test.file, score, test.tokens, test.sentences)
		}
	}
}

// TestWrapped evaluates text whose lines a mail program has broken at 80 characters.
func TestWrapped(t *testing.T) {
	docs := treebank(t, "ud-gum-free/test.conllu")
	for _, d := range docs {
		d.Text = wrap(d.Text)
	}
	score := loaded(t).Evaluate(docs)
	t.Logf("wrapped: %v", score)
	if score.Tokens.F1() < 0.985 || score.Sentences.F1() < 0.88 {
		t.Errorf("wrapped: %v", score)
	}
}

// wrap replaces spaces by line breaks so that lines have at most 80 bytes where they can; offsets stay.
func wrap(s string) string {
	b := []byte(s)
	start, space := 0, -1
	for i, c := range b {
		switch c {
		case '\n':
			start, space = i+1, -1
		case ' ':
			space = i
		}
		if i-start >= 80 && space >= 0 {
			b[space] = '\n'
			start, space = space+1, -1
		}
	}
	return string(b)
}

const tiny = `# text = Ann can't go.
1	Ann	_	_	_	_	_	_	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	_	_	_	_	_	_	_	_
3	n't	_	_	_	_	_	_	_	_
4	go	_	_	_	_	_	_	_	SpaceAfter=No
5	.	_	_	_	_	_	_	_	_

# text = Bo left, too.
1	Bo	_	_	_	_	_	_	_	_
2	left	_	_	_	_	_	_	_	SpaceAfter=No
3	,	_	_	_	_	_	_	_	_
4	too	_	_	_	_	_	_	_	SpaceAfter=No
5	.	_	_	_	_	_	_	_	_

`

func TestTrain(t *testing.T) {
	docs, err := text.ReadCoNLLU(strings.NewReader(strings.Repeat(tiny, 20)))
	if err != nil {
		t.Fatal(err)
	}
	s, file, err := Train(docs, TrainOptions{}, []string{"data: tiny"})
	if err != nil {
		t.Fatal(err)
	}
	_, again, err := Train(docs, TrainOptions{}, []string{"data: tiny"})
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("two trainings differ, error %v", err)
	}
	if got := s.Provenance(); len(got) != 1 || got[0] != "data: tiny" {
		t.Errorf("provenance %q", got)
	}
	if score := s.Evaluate(docs); score.Tokens.F1() != 1 || score.Sentences.F1() != 1 {
		t.Errorf("on its training data %v: %+v", score, score.Errors)
	}
}

func TestReadRejects(t *testing.T) {
	for _, file := range []string{"", "quadwire split 0\n\n\n\n", magic + "\n\n", magic + "\n\na|b\n\nshort"} {
		if _, err := Read(file); err == nil {
			t.Errorf("%q read without error", file)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	content, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	source := strings.Repeat(string(content), 20)
	s := loaded(b)
	doc := &text.Document{Text: source}
	tokens := 0
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		s.Split(doc)
		for _, sentence := range doc.Sentences {
			tokens += len(sentence.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
