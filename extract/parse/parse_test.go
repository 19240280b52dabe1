package parse

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// sentence makes a sentence of words between spaces.
func sentence(words string) text.Sentence {
	var s text.Sentence
	for _, w := range strings.Fields(words) {
		s.Tokens = append(s.Tokens, text.Token{Form: w})
	}
	return s
}

// embedded loads the embedded model.
func embedded(t testing.TB) *Parser {
	t.Helper()
	p, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// samples are sentences of our own in the style of news.
var samples = []string{
	"The foreign minister warned Tehran on Monday that new sanctions would follow .",
	"\" We will not negotiate under pressure , \" the president said after the talks in Geneva .",
	"Government spokesman Peter Hansen declined to comment on the arms deal .",
	"Rebels attacked a convoy of aid trucks near the northern border , killing at least four soldiers .",
	"EU LEADERS AGREE TO SEND WEAPONS TO UKRAINE",
	"Minister Denies Role In Bribery Case",
	"protesters were arrested by police in the capital",
	"The two countries , which have no diplomatic relations , exchanged prisoners last week .",
	"According to officials , the army plans to withdraw its troops from the valley by June .",
	"Go !",
}

func newsSentences() []text.Sentence {
	var all []text.Sentence
	for _, n := range samples {
		all = append(all, sentence(n))
	}
	return all
}

// checkTree fails unless every token has tags and the tokens form a tree with one root and one subject a head.
func checkTree(t *testing.T, s text.Sentence) {
	t.Helper()
	roots := 0
	seen := map[int][]int{}
	for i, tok := range s.Tokens {
		if tok.UPOS == "" || tok.Rel == "" || tok.Head < -1 || tok.Head >= len(s.Tokens) || tok.Head == i {
			t.Fatalf("token %d: %+v", i, tok)
		}
		if (tok.Head == -1) != (tok.Rel == "root") {
			t.Fatalf("token %d: head %d with relation %s", i, tok.Head, tok.Rel)
		}
		if tok.Head == -1 {
			roots++
		}
		if f := familyOf(tok.Rel); f != many {
			if seen[tok.Head] = append(seen[tok.Head], f); slices.Index(seen[tok.Head], f) != len(seen[tok.Head])-1 {
				t.Errorf("token %d has %s twice", tok.Head, tok.Rel)
			}
		}
		steps := 0
		for at := i; at >= 0; at = s.Tokens[at].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("token %d is in a cycle", i)
			}
		}
	}
	if len(s.Tokens) > 0 && roots != 1 {
		t.Fatalf("%d roots in %d tokens", roots, len(s.Tokens))
	}
}

func TestParseNews(t *testing.T) {
	sentences := newsSentences()
	embedded(t).Parse(sentences)
	for _, s := range sentences {
		checkTree(t, s)
	}
	for _, want := range []struct {
		sentence, token int
		upos            string
		head            int
		rel             string
	}{
		{0, 2, "NOUN", 3, "nsubj"}, {0, 4, "PROPN", 3, "obj"}, {0, 3, "VERB", -1, "root"},
		{3, 0, "NOUN", 1, "nsubj"}, {3, 3, "NOUN", 1, "obj"},
		{5, 1, "VERB", -1, "root"}, {6, 0, "NOUN", 2, "nsubj:pass"}, {6, 4, "NOUN", 2, "obl:agent"},
	} {
		tok := sentences[want.sentence].Tokens[want.token]
		if tok.UPOS != want.upos || tok.Head != want.head || tok.Rel != want.rel {
			t.Errorf("%q in %q: %s %d %s, want %s %d %s", tok.Form, samples[want.sentence], tok.UPOS, tok.Head, tok.Rel, want.upos, want.head, want.rel)
		}
	}
}

// TestKernels checks that every kernel finds the same trees.
func TestKernels(t *testing.T) {
	p := embedded(t)
	want := newsSentences()
	p.Parse(want)
	for _, k := range matrix.Available() {
		got := newsSentences()
		newParser(p.net, k).Parse(got)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", k.Name(), got, want)
		}
	}
}

// TestKernelsOnTreebank compares the trees of the kernels on real sentences. Sums of another order can turn a decision
// between equals, so that one word in a thousand may differ.
func TestKernelsOnTreebank(t *testing.T) {
	gold := treebank(t, "ud-gum-free/dev.conllu")[:200]
	p := embedded(t)
	parsed := func(k *matrix.Kernel) []text.Sentence {
		s := make([]text.Sentence, len(gold))
		for i := range gold {
			for _, tok := range gold[i].Tokens {
				s[i].Tokens = append(s[i].Tokens, text.Token{Form: tok.Form})
			}
		}
		newParser(p.net, k).Parse(s)
		return s
	}
	want := parsed(matrix.Best())
	for _, k := range matrix.Available()[1:] {
		s := Compare(want, parsed(k))
		if wrong := s.Words - min(s.Full, s.UPOS, s.XPOS); 1000*wrong > s.Words {
			t.Errorf("%s: %d of %d words differ", k.Name(), wrong, s.Words)
		}
	}
}

// TestAlone checks that the tree of a sentence does not depend on its neighbours or on what was parsed before.
func TestAlone(t *testing.T) {
	p := embedded(t)
	together := newsSentences()
	p.Parse(together)
	for i := range together {
		alone := []text.Sentence{sentence(samples[i])}
		p.Parse(alone)
		if !reflect.DeepEqual(alone[0], together[i]) {
			t.Errorf("%q has another tree alone", samples[i])
		}
	}
}

// TestConcurrent parses in several goroutines at once, with a cold cache.
func TestConcurrent(t *testing.T) {
	want := newsSentences()
	p := embedded(t)
	p.Parse(want)
	cold := newParser(p.net, p.kernel)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			got := newsSentences()
			if cold.Parse(got); !reflect.DeepEqual(got, want) {
				t.Error("another tree in parallel")
			}
		})
	}
	wait.Wait()
}

func TestParseOddSentences(t *testing.T) {
	long := sentence(strings.Repeat("word , ", 2000))
	sentences := []text.Sentence{{}, sentence("."), sentence("\U0001f600 \u200b \xff 東京 ---- \x00"), long, sentence(strings.Repeat("a", 100000)), {}}
	p := embedded(t)
	p.Parse(sentences)
	for _, s := range sentences {
		checkTree(t, s)
	}
	p.Parse(nil)
}

func FuzzParse(f *testing.F) {
	for _, n := range samples {
		f.Add(n)
	}
	p := embedded(f)
	f.Fuzz(func(t *testing.T, words string) {
		s := []text.Sentence{sentence(words), sentence(strings.ToUpper(words))}
		newParser(p.net, p.kernel).Parse(s) // with an empty cache, so that what is covered depends on the input alone
		checkTree(t, s[0])
		checkTree(t, s[1])
	})
}

// TestSaveLoad checks that a model survives writing and reading with its parameters as they were quantised, and that
// damaged files are refused without a panic.
func TestSaveLoad(t *testing.T) {
	n, _ := toy(t)
	n.pack()
	p := newParser(n, matrix.Best())
	var first, second strings.Builder
	if err := p.Save(&first); err != nil {
		t.Fatal(err)
	}
	q, err := Load(strings.NewReader(first.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := q.Save(&second); err != nil {
		t.Fatal(err)
	}
	r, err := Load(strings.NewReader(second.String()))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range r.net.params {
		if math.Abs(float64(x-n.params[i])) > 0.02 {
			t.Fatalf("parameter %d is %g, was %g", i, x, n.params[i])
		}
	}
	model := first.String()
	rng := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		cut := model[:rng.IntN(len(model))]
		if _, err := Load(strings.NewReader(cut)); err == nil {
			t.Fatalf("a model cut to %d of %d bytes is accepted", len(cut), len(model))
		}
	}
}

// TestTrainIsRepeatable trains twice with the same seed, once with an interruption, and compares the models.
func TestTrainIsRepeatable(t *testing.T) {
	n, _ := toy(t)
	var train []text.Sentence
	for range 40 {
		for _, words := range []string{"dogs bark", "old dogs bite cats", "cats sleep"} {
			s := sentence(words)
			for i := range s.Tokens {
				s.Tokens[i].UPOS, s.Tokens[i].Rel, s.Tokens[i].Head = "NOUN", "dep", i-1
			}
			s.Tokens[0].Rel = "root"
			train = append(train, s)
		}
	}
	model := func(checkpoint string, stop bool) string {
		o := Options{Size: Size{Hidden: 32, Arc: 32, Label: 32, Word: 8, Affix: 4}, Seed: 7, Epochs: 4, Train: train, Vectors: n.vectors, Checkpoint: checkpoint}
		if stop {
			func() {
				defer func() { _ = recover() }()
				o.Report = func(p Progress) {
					if p.Epoch == 2 {
						panic("interrupted")
					}
				}
				_, _ = Train(o)
			}()
			o.Report = nil
		}
		p, err := Train(o)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := p.Save(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want := model("", false)
	if model("", false) != want {
		t.Error("the same seed gives another model")
	}
	if model(filepath.Join(t.TempDir(), "run"), true) != want {
		t.Error("an interrupted run gives another model")
	}
}

func BenchmarkParse(b *testing.B) {
	p := embedded(b)
	var sentences []text.Sentence
	for range 20 {
		sentences = append(sentences, newsSentences()...)
	}
	words := 0
	for _, s := range sentences {
		words += len(s.Tokens)
	}
	for b.Loop() {
		p.Parse(sentences)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		embedded(b)
	}
}

// treebank reads a treebank of the corpora folder, or skips the test.
func treebank(t testing.TB, path string) []text.Sentence {
	t.Helper()
	root := os.Getenv("QUADWIRE_CORPORA")
	if root == "" {
		t.Skip("QUADWIRE_CORPORA is not set")
	}
	f, err := os.Open(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	documents, err := text.ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	var all []text.Sentence
	for _, d := range documents {
		all = append(all, d.Sentences...)
	}
	return all
}

// TestAccuracy holds the model to what it reached on the development data of GUM, which it was not trained on.
func TestAccuracy(t *testing.T) {
	s := embedded(t).Evaluate(treebank(t, "ud-gum-free/dev.conllu"))
	t.Log(s)
	if float64(s.UPOS) < 0.975*float64(s.Words) || float64(s.LAS) < 0.885*float64(s.Words) {
		t.Errorf("%v, want UPOS 97.5 and LAS 88.5", s)
	}
}

// TestProvenance checks that the header names the data that the documentation says the model was trained on.
func TestProvenance(t *testing.T) {
	var data []text.Sentence
	for _, f := range []string{"ud-ewt/train.conllu", "ud-gum-free/train.conllu", "ud-ewt/dev.conllu"} {
		data = append(data, treebank(t, f)...)
	}
	recipe := EnglishRecipe()
	recipe.fill()
	h := embedded(t).Header()
	if h.Data != digest(data) || h.Sentences != len(data) || h.Size != recipe.Size || h.Epochs != recipe.Epochs || h.Seed != recipe.Seed || h.Source != recipe.Source {
		t.Errorf("the model's header is %+v, the recipe %+v", h, recipe.Size)
	}
}

func BenchmarkTreebank(b *testing.B) {
	p := embedded(b)
	sentences := treebank(b, "ud-gum-free/dev.conllu")
	words := 0
	for _, s := range sentences {
		words += len(s.Tokens)
	}
	for b.Loop() {
		for at := 0; at < len(sentences); at += 40 {
			p.Parse(sentences[at:min(at+40, len(sentences))])
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
