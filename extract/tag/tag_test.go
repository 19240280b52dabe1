package tag

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

func loaded(t testing.TB) *Lemmatizer {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLemma(t *testing.T) {
	l := loaded(t)
	for _, test := range []struct{ words, xpos, upos string }{
		{"warned:warn accused:accuse denied:deny fled:flee shot:shoot struck:strike met:meet held:hold vowed:vow led:lead", "VBD", "VERB"},
		{"ruled:rule blamed:blame scheduled:schedule postponed:postpone agreed:agree seized:seize fought:fight won:win", "VBD", "VERB"},
		{"withdrew:withdraw overthrew:overthrow forbade:forbid sought:seek bought:buy threatened:threaten ratified:ratify", "VBD", "VERB"},
		{"controlled:control planned:plan killed:kill called:call stopped:stop barred:bar banned:ban visited:visit", "VBN", "VERB"},
		{"imposed:impose shelled:shell condemned:condemn provoked:provoke besieged:besiege expelled:expel freed:free", "VBN", "VERB"},
		{"beaten:beat driven:drive taken:take overrun:overrun sanctioned:sanction extradited:extradite deployed:deploy", "VBN", "VERB"},
		{"voting:vote lying:lie dying:die setting:set imposing:impose attacking:attack preparing:prepare using:use", "VBG", "VERB"},
		{"urges:urge accuses:accuse says:say goes:go denies:deny passes:pass vetoes:veto undergoes:undergo echoes:echo clashes:clash does:do has:have is:be", "VBZ", "VERB"},
		{"warn:warn 're:be ’re:be 've:have are:be", "VBP", "AUX"},
		{"sanctions:sanction missiles:missile countries:country allies:ally forces:force talks:talk wives:wife men:man", "NNS", "NOUN"},
		{"viruses:virus hypotheses:hypothesis crises:crisis boxes:box speeches:speech armies:army heroes:hero people:people", "NNS", "NOUN"},
		{"Americans:American Russians:Russian Republicans:Republican", "NNPS", "PROPN"},
		{"Putin:Putin Reuters:Reuters Texas:Texas NATO:NATO McConnell:McConnell", "NNP", "PROPN"},
		{"Russian:Russian Islamic:Islamic American:American nuclear:nuclear", "JJ", "ADJ"},
		{"bigger:big worse:bad happier:happy larger:large", "JJR", "ADJ"},
		{"worst:bad biggest:big heaviest:heavy largest:large", "JJS", "ADJ"},
		{"n't:not n’t:not never:never", "RB", "PART"},
		{"ca:can wo:will 'll:will ’ll:will could:could", "MD", "AUX"},
		{"him:he them:they me:I us:we her:she", "PRP", "PRON"},
		{"an:a the:the those:that", "DT", "DET"},
		{"’s:'s 's:'s ':'s", "POS", "PART"},
	} {
		for _, pair := range strings.Fields(test.words) {
			form, want, _ := strings.Cut(pair, ":")
			if got := l.Lemma(form, test.upos, test.xpos); got != want {
				t.Errorf("%s %s: lemma %q, want %q", form, test.xpos, got, want)
			}
		}
	}
}

func TestLemmaWithoutPennTag(t *testing.T) {
	l := loaded(t)
	for _, test := range []struct{ form, upos, want string }{
		{"warned", "VERB", "warn"}, {"talks", "NOUN", "talk"}, {"urges", "VERB", "urge"}, {"using", "VERB", "use"},
		{"Putin", "PROPN", "Putin"}, {"the", "DET", "the"}, {"crisis", "NOUN", "crisis"},
	} {
		if got := l.Lemma(test.form, test.upos, ""); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.form, test.upos, got, test.want)
		}
	}
}

// sentence makes a sentence of rows "form UPOS XPOS head relation", heads counted from 1.
func sentence(rows ...string) []text.Token {
	var tokens []text.Token
	for _, row := range rows {
		f := strings.Fields(row)
		t := text.Token{Form: f[0], UPOS: f[1], XPOS: f[2]}
		if len(f) > 3 {
			t.Head, t.Rel = strings.Index("0123456789", f[3])-1, f[4]
		}
		tokens = append(tokens, t)
	}
	return tokens
}

func TestContext(t *testing.T) {
	l := loaded(t)
	for _, test := range []struct {
		name        string
		tokens      []text.Token
		i           int
		lemma, feat string
	}{
		{"passive", sentence("He PRON PRP 3 nsubj:pass", "was AUX VBD 3 aux:pass", "warned VERB VBN 0 root"), 2, "warn", "Voice=Pass"},
		{"perfect", sentence("He PRON PRP 3 nsubj", "has AUX VBZ 3 aux", "warned VERB VBN 0 root"), 2, "warn", "Tense=Past|VerbForm=Part"},
		{"participle after noun", sentence("deal NOUN NN 0 root", "signed VERB VBN 1 acl"), 1, "sign", "Voice=Pass"},
		{"second passive", sentence("He PRON PRP 3 nsubj:pass", "was AUX VBD 3 aux:pass", "tried VERB VBN 0 root", "and CCONJ CC 5 cc", "jailed VERB VBN 3 conj"), 4, "jail", "Voice=Pass"},
		{"subject in the plural", sentence("They PRON PRP 2 nsubj", "warned VERB VBD 0 root"), 1, "warn", "Number=Plur|Person=3|Tense=Past"},
		{"subject coordinated", sentence("Kim PROPN NNP 4 nsubj", "and CCONJ CC 3 cc", "Xi PROPN NNP 1 conj", "met VERB VBD 0 root"), 3, "meet", "Number=Plur"},
		{"command", sentence("Stop VERB VB 0 root", "it PRON PRP 1 obj"), 0, "stop", "Mood=Imp"},
		{"infinitive", sentence("wants VERB VBZ 0 root", "to PART TO 3 mark", "stop VERB VB 1 xcomp"), 2, "stop", "VerbForm=Inf"},
		{"gerund", sentence("Stopping VERB VBG 3 csubj", "is AUX VBZ 3 cop", "hard ADJ JJ 0 root"), 0, "stop", "VerbForm=Ger"},
		{"progressive", sentence("is AUX VBZ 2 aux", "stopping VERB VBG 0 root"), 1, "stop", "Tense=Pres|VerbForm=Part"},
		{"'s is", sentence("It PRON PRP", "'s AUX VBZ", "late ADJ JJ"), 1, "be", "Number=Sing"},
		{"'s has", sentence("It PRON PRP", "’s AUX VBZ", "not PART RB", "been AUX VBN"), 1, "have", "Number=Sing"},
		{"'s has by tree", sentence("It PRON PRP 3 nsubj", "'s AUX VBZ 3 aux", "gone VERB VBN 0 root"), 1, "have", "Number=Sing"},
		{"'d would", sentence("He PRON PRP", "'d AUX MD", "go VERB VB"), 1, "would", "VerbForm=Fin"},
		{"'d had", sentence("He PRON PRP", "'d AUX VBD", "gone VERB VBN"), 1, "have", "Tense=Past"},
		{"let's", sentence("Let VERB VB", "'s PRON PRP", "go VERB VB"), 1, "we", "Number=Plur"},
		{"negation", sentence("did AUX VBD", "n't PART RB", "go VERB VB"), 1, "not", "Polarity=Neg"},
		{"plural", sentence("sanctions NOUN NNS"), 0, "sanction", "Number=Plur"},
		{"comparative", sentence("larger ADJ JJR"), 0, "large", "Degree=Cmp"},
		{"first word", sentence("Sanctions NOUN NNS", "fell VERB VBD"), 0, "sanction", "Number=Plur"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l.Lemmatize([]text.Sentence{{Tokens: test.tokens}})
			got := test.tokens[test.i]
			if got.Lemma != test.lemma || !strings.Contains(got.Feats, test.feat) {
				t.Errorf("%s: lemma %q, want %q; features %q, want %q", got.Form, got.Lemma, test.lemma, got.Feats, test.feat)
			}
		})
	}
}

// FuzzLemmatize feeds tokens and trees that no tagger or parser should make.
func FuzzLemmatize(f *testing.F) {
	f.Add("They 's been 'd gone", "VBZ VBN MD", "aux root conj", 1)
	f.Add("\xff İ ſ ’ 's", "NN", "nsubj:pass", -7)
	f.Add("a a a a", "VBN VBD VBG VB", "conj", 0)
	l := loaded(f)
	f.Fuzz(func(t *testing.T, forms, tags, rels string, step int) {
		x, r := strings.Fields(tags+" VB"), strings.Fields(rels+" conj")
		var tokens []text.Token
		for i, form := range append(strings.Fields(forms), "") {
			tokens = append(tokens, text.Token{Form: form, XPOS: x[i%len(x)], UPOS: "VERB", Rel: r[i%len(r)], Head: (i + 1) * (step % 50)})
		}
		l.Lemmatize([]text.Sentence{{Tokens: tokens}, {}})
		for _, tok := range tokens {
			if tok.Form != "" && tok.Lemma == "" {
				t.Errorf("no lemma for %q", tok.Form)
			}
		}
	})
}

func TestReadRejects(t *testing.T) {
	for _, file := range []string{"", "quadwire lemmas 0\n", magic + "\n", magic + "\nw\ta\n", magic + "\n?\ta\tb\tc\n"} {
		if _, err := Read(strings.NewReader(file)); err == nil {
			t.Errorf("%q read without error", file)
		}
	}
}

func TestTrainWriteRead(t *testing.T) {
	const file = "1\tDogs\tdog\tNOUN\tNNS\tNumber=Plur\t0\troot\t_\t_\n2\tcats\tcat\tNOUN\tNNS\tNumber=Plur\t1\tconj\t_\t_\n3\tmice\tmouse\tNOUN\tNNS\tNumber=Plur\t1\tconj\t_\t_\n\n"
	docs, err := text.ReadCoNLLU(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	options := TrainOptions{Words: []Word{{"went", "VBD", "go"}, {"mice", "NNS", "micum"}}}
	var first, second, again bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := Train(docs, options).Write(out, []string{"data: three words"}); err != nil {
			t.Fatal(err)
		}
	}
	l, err := Read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Write(&again, l.Provenance()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) || !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Errorf("differs:\n%s\n%s\n%s", first.String(), second.String(), again.String())
	}
	for form, want := range map[string]string{"dogs": "dog", "mice": "mouse", "walls": "wall"} {
		if got := l.Lemma(form, "NOUN", "NNS"); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
	if got := l.Lemma("went", "VERB", "VBD"); got != "go" {
		t.Errorf("went: %q", got)
	}
	if s := l.Evaluate(docs); s.LemmaAccuracy() != 1 {
		t.Errorf("on its training data: %v %v", s, s.Errors)
	}
}

// TestLongSentence lemmatizes one sentence of 100,000 words in chains that a careless walk would follow again and again.
func TestLongSentence(t *testing.T) {
	l := loaded(t)
	for _, rel := range []string{"conj", "aux", "nsubj"} {
		tokens := make([]text.Token, 100_000)
		for i := range tokens {
			tokens[i] = text.Token{Form: "'s", UPOS: "AUX", XPOS: []string{"VBN", "VBP", "VBZ"}[i%3], Head: i - 1, Rel: rel}
			if i%2 == 0 {
				tokens[i].Head = max(0, i-50_000)
			}
		}
		start := time.Now()
		l.Lemmatize([]text.Sentence{{Tokens: tokens}})
		for i := range tokens {
			tokens[i].Rel, tokens[i].UPOS, tokens[i].XPOS = "", "ADV", "RB"
		}
		l.Lemmatize([]text.Sentence{{Tokens: tokens}})
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s: took %v", rel, took)
		}
	}
}

// TestTreebanks holds the embedded model to the figures that it was accepted with.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA is not set")
	}
	for _, name := range []string{"ud-ewt/test.conllu", "ud-gum-free/test.conllu"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		docs, err := text.ReadCoNLLU(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		score := loaded(t).Evaluate(docs)
		t.Logf("%s: %v", name, score)
		if score.LemmaAccuracy() < 0.98 || float64(score.Claims) < 0.96*float64(score.Words) {
			t.Errorf("%s: %v", name, score)
		}
	}
}

func BenchmarkLemmatize(b *testing.B) {
	l := loaded(b)
	s := []text.Sentence{{Span: news.Span{}, Tokens: sentence("The DET DT 2 det", "ministers NOUN NNS 5 nsubj:pass", "were AUX VBD 5 aux:pass",
		"n't PART RB 5 advmod", "warned VERB VBN 0 root", "by ADP IN 8 case", "Russian ADJ JJ 8 amod", "diplomats NOUN NNS 5 obl", "Xyzzed VERB VBN 5 conj")}}
	for b.Loop() {
		l.Lemmatize(s)
	}
	b.ReportMetric(float64(b.N*len(s[0].Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loaded(b)
	}
}
