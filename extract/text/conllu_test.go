package text

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"quadwire/graph/news"
)

// annotated is a document that uses everything that a CoNLL-U file of ours holds.
func annotated() *Document {
	d := &Document{Text: "date 2023-11-06\n\n Mr. Kim didn’t visit the U.S.\tand\nRussia (“both”).\n\nMoscow said so. \n", Date: "2023-11-06",
		Meta: []news.Span{{Start: 0, End: 15}}}
	d.Sentences = []Sentence{
		{Kind: Headline, Tokens: tokensOf(d.Text, 0, "Mr.", "Kim", "did", "n’t", "visit", "the", "U.S.", "and", "Russia", "(", "“", "both", "”", ")", ".")},
		{Paragraph: 1, Tokens: tokensOf(d.Text, 75, "Moscow", "said", "so", ".")},
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
	}
	kim := &d.Sentences[0].Tokens[1]
	kim.Lemma, kim.UPOS, kim.XPOS, kim.Feats, kim.Head, kim.Rel = "Kim", "PROPN", "NNP", "Number=Sing", 4, "nsubj"
	d.Sentences[0].Tokens[4].Head, d.Sentences[0].Tokens[4].Rel = -1, "root"
	d.Mentions = []Mention{
		mention(d, 0, 0, 1, Mention{Head: 1, Kind: news.Person, Name: "Kim Jong-un", Roles: []string{"Mr.", "head (of state), 50%"}, Side: "North Korea", Entity: 0}),
		mention(d, 0, 5, 8, Mention{Head: 6, Entity: -1, Members: []int{1, 2}, Form: Nominal}),
		mention(d, 0, 5, 6, Mention{Head: 6, Entity: 1, Kind: news.Country, Place: true, Name: "United States"}),
		mention(d, 0, 8, 8, Mention{Head: 8, Entity: 2, Kind: news.Country, Place: true, Name: "Russia"}),
		mention(d, 1, 0, 0, Mention{Head: 0, Entity: 2, Kind: news.Country, Name: "Russia", Form: Named}),
		mention(d, 1, 2, 2, Mention{Head: 2, Entity: -1, Form: Pronoun}),
	}
	d.Entities = []Entity{
		{Mentions: []int{0}, Name: "Kim Jong-un", Kind: news.Person, Side: "North Korea", Roles: []string{"Mr."}, Aliases: []string{"Kim", "Mr. Kim|=,"}},
		{Mentions: []int{2}, Name: "United States", Kind: news.Country},
		{Mentions: []int{3, 4}, Name: "Russia", Kind: news.Country, Aliases: []string{"Moscow", "Россия"}},
	}
	d.Times = []Time{{Sentence: 1, First: 1, Last: 2, Value: "2023-11"}, {Sentence: 1, First: 1, Last: 1}}
	for i := range d.Times {
		t := &d.Times[i]
		t.Start, t.End = d.Sentences[t.Sentence].Tokens[t.First].Start, d.Sentences[t.Sentence].Tokens[t.Last].End
	}
	d.Quotes = []Quote{{Span: news.Span{Start: 60, End: 68}, Speaker: 4, Cue: TokenID{1, 1}}, {Span: news.Span{Start: 61, End: 62}, Speaker: -1, Cue: TokenID{-1, 0}}}
	return d
}

// tokensOf finds the forms in order in the text from offset on.
func tokensOf(s string, from int, forms ...string) []Token {
	var tokens []Token
	for _, form := range forms {
		at := strings.Index(s[from:], form) + from
		t := Token{Form: form, Span: news.Span{Start: at, End: at + len(form)}}
		t.Glued = at == from && len(tokens) > 0
		tokens = append(tokens, t)
		from = t.End
	}
	return tokens
}

func mention(d *Document, sentence, first, last int, m Mention) Mention {
	m.Sentence, m.First, m.Last = sentence, first, last
	m.Start, m.End = d.Sentences[sentence].Tokens[first].Start, d.Sentences[sentence].Tokens[last].End
	return m
}

func TestWriteReadIsIdentity(t *testing.T) {
	for name, d := range map[string]*Document{
		"annotated":    annotated(),
		"empty":        {},
		"only space":   {Text: " \n\t"},
		"only meta":    {Text: "date x", Meta: []news.Span{{Start: 0, End: 6}}},
		"meta at ends": {Text: "a b\nc  d", Meta: []news.Span{{Start: 0, End: 1}, {Start: 7, End: 8}}, Sentences: []Sentence{{Span: news.Span{Start: 2, End: 5}, Tokens: tokensOf("a b\nc  d", 2, "b", "c")}}},
	} {
		t.Run(name, func(t *testing.T) {
			var file bytes.Buffer
			if err := WriteCoNLLU(&file, d); err != nil {
				t.Fatal(err)
			}
			got, err := ReadCoNLLU(bytes.NewReader(file.Bytes()))
			if err != nil {
				t.Fatalf("%v in\n%s", err, file.String())
			}
			if len(got) != 1 {
				t.Fatalf("%d documents", len(got))
			}
			if !reflect.DeepEqual(&got[0].Document, d) {
				t.Errorf("got\n%+v\nwant\n%+v\nfile\n%s", got[0].Document, *d, file.String())
			}
			var again bytes.Buffer
			if err := got[0].Write(&again); err != nil || again.String() != file.String() {
				t.Errorf("written again, %v:\n%s\nwant\n%s", err, again.String(), file.String())
			}
		})
	}
}

func TestWriteCoNLLU(t *testing.T) {
	var file bytes.Buffer
	if err := WriteCoNLLU(&file, annotated()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\n3-4\tdidn’t\t_\t_\t_\t_\t_\t_\t_\tTokenRange=26:34\n",
		"\n2\tKim\tKim\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=e0)|TokenRange=22:25\n",
		"\n7\tU.S.\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)|SpacesAfter=\\t|TokenRange=45:49\n",
		"(e2-country-1-named-place-Russia---)",
		"# text = Mr. Kim didn’t visit the U.S.\tand Russia (“both”).\n",
		"# document_gap = 0 \"date 2023-11-06\\n\\n \"\n",
	} {
		if !strings.Contains(file.String(), want) {
			t.Errorf("no %q in\n%s", want, file.String())
		}
	}
}

const small = `# newdoc id = GUM_news_x
# global.Entity = GRP-etype-infstat-minspan-identity
# meta::genre = news
# newpar
# newpar_block = head (1 s)
# sent_id = x-1
# text = Kim's visit
1-2	Kim's	_	_	_	_	_	_	_	_
1	Kim	Kim	PROPN	NNP	Number=Sing	3	nmod:poss	3:nmod:poss	Entity=(1-event-new-2-(2-person-new-1-Kim%2DX)
2	's	's	PART	POS	_	1	case	1:case	_
2.1	x	_	_	_	_	_	_	_	_
3	visit	visit	NOUN	NN	Number=Sing	0	root	0:root	Entity=1)

# newpar
# sent_id = x-2
# text = It can not.
1	It	it	PRON	PRP	_	2	nsubj	_	Entity=(1-event-giv-1-)
2-3	cannot	_	_	_	_	_	_	_	SpaceAfter=No
2	can	can	AUX	MD	_	0	root	_	_
3	not	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	_
`

func TestReadCoNLLU(t *testing.T) {
	docs, err := ReadCoNLLU(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if d.Text != "Kim's visit\n\nIt cannot." || d.ID != "GUM_news_x" || d.Genre != "news" {
		t.Errorf("text %q, id %q, genre %q", d.Text, d.ID, d.Genre)
	}
	if d.Sentences[0].Kind != Heading || d.Sentences[1].Kind != Prose || d.Sentences[1].Paragraph != 1 {
		t.Errorf("kinds and paragraphs: %+v", d.Sentences)
	}
	if s := d.Sentences[0].Tokens[1]; s.Form != "'s" || s.Start != 3 || !s.Glued {
		t.Errorf("clitic %+v", s)
	}
	want := []EntityMention{
		{"1", 0, 0, 2, map[string]string{"etype": "event", "infstat": "new", "minspan": "2", "identity": ""}},
		{"2", 0, 0, 0, map[string]string{"etype": "person", "infstat": "new", "minspan": "1", "identity": "Kim-X"}},
		{"1", 1, 0, 0, map[string]string{"etype": "event", "infstat": "giv", "minspan": "1", "identity": ""}},
	}
	if !reflect.DeepEqual(d.Groups, want) {
		t.Errorf("groups\n%v\nwant\n%v", d.Groups, want)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	row := "1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n"
	for _, test := range []struct{ name, file, want string }{
		{"columns", "1\ta\n", "line 1: 2 columns, want 10"},
		{"order", row + strings.Replace(row, "1", "3", 1), "line 2: word \"3\" after word 1"},
		{"head", "# c\n" + strings.Replace(row, "\t0\t", "\t7\t", 1) + "\n", "line 3: word 1 of the sentence has head 7 of 1 words"},
		{"head is no number", strings.Replace(row, "\t0\t", "\tx\t", 1), "line 1: head \"x\""},
		{"multiword token", "1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n" + row + "\n", "line 3: multiword token up to word 2"},
		{"range", strings.Replace(row, "_\n", "TokenRange=5:9\n", 1), "line 1: TokenRange \"5:9\" does not span \"a\""},
		{"huge range", strings.Replace(row, "_\n", "TokenRange=5000000000:5000000001\n", 1), "line 1: TokenRange"},
		{"comment inside", row + "# c\n", "line 2: comment inside a sentence"},
		{"no form", "1\t\ta\tX\tX\t_\t0\troot\t_\t_\n", "line 1: empty form"},
		{"entity", strings.Replace(row, "_\n", "Entity=x\n", 1), "sentence at line 1, word 1"},
		{"bytes", "1\t\xff\ta\tX\tX\t_\t0\troot\t_\t_\n", "line 1: not UTF-8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadCoNLLU(strings.NewReader(test.file))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// TestTreebanks reads, writes and reads again all treebanks of the corpora, whose "# text" must come out.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("QUADWIRE_CORPORA")
	if dir == "" {
		t.Skip("QUADWIRE_CORPORA is not set")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "ud-*", "*.conllu"))
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := ReadCoNLLU(bytes.NewReader(content))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, d := range docs {
			checkTreebank(t, d)
		}
	}
}

func checkTreebank(t *testing.T, d *CoNLLU) {
	for i, s := range d.Sentences {
		want, _ := d.Source[i].Comment("text")
		if got := d.Text[s.Start:s.End]; got != want {
			t.Errorf("%s: text %q, want %q", d.Source[i].ID, got, want)
		}
	}
	var file bytes.Buffer
	if err := d.Write(&file); err != nil {
		t.Fatal(err)
	}
	again, err := ReadCoNLLU(&file)
	if err != nil {
		t.Fatalf("%s: %v", d.ID, err)
	}
	if !reflect.DeepEqual(again[0].Document, d.Document) || !reflect.DeepEqual(again[0].Groups, d.Groups) {
		t.Errorf("%s: differs when written and read again", d.ID)
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(small)
	var file bytes.Buffer
	if err := WriteCoNLLU(&file, annotated()); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	f.Add("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:2\n1\tde\t_\t_\t_\t_\t2\tx\t_\t_\n2\tle\t_\t_\t_\t_\t0\ty\t_\t_\n")
	f.Fuzz(func(t *testing.T, file string) {
		docs, err := ReadCoNLLU(strings.NewReader(file))
		if err != nil {
			return
		}
		for _, d := range docs {
			at := 0
			for _, s := range d.Sentences {
				for _, tok := range s.Tokens {
					if tok.Start < at || tok.End < tok.Start || tok.End > len(d.Text) || d.Text[tok.Start:tok.End] != tok.Form {
						t.Fatalf("token %+v after offset %d of %q", tok, at, d.Text)
					}
					at = tok.End
				}
			}
			if err := d.Write(new(bytes.Buffer)); err != nil {
				t.Fatal(err)
			}
		}
	})
}
