package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quadwire/graph/news"
)

// write lays files into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readAll reads everything under the paths; messages have the folder taken out.
func readAll(t *testing.T, dir string, o Options, paths ...string) (articles []news.Article, messages []string) {
	t.Helper()
	for i, p := range paths {
		if p != "-" {
			paths[i] = filepath.Join(dir, p)
		}
	}
	files, errs := Files(paths)
	for a, err := range Articles(files, o) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		articles = append(articles, a)
	}
	for _, err := range errs {
		var skip *Skip
		if !errors.As(err, &skip) {
			t.Errorf("%v is a %T, not a *Skip", err, err)
		}
		messages = append(messages, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	}
	return articles, messages
}

// one reads a single file that must hold one article.
func one(t *testing.T, name, content string) news.Article {
	t.Helper()
	articles, messages := readAll(t, write(t, map[string]string{name: content}), Options{}, ".")
	if len(articles) != 1 || len(messages) > 0 {
		t.Fatalf("%s: %d articles, messages %q", name, len(articles), messages)
	}
	return articles[0]
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

func TestFoldersPatternsAndIDs(t *testing.T) {
	dir := write(t, map[string]string{
		"a/1.txt": "One thing happened here.", "b/1.txt": "Another thing happened there.", "b/2.txt": "A third thing.",
		"b/.hidden": "Not this.", "c/deep/3.txt.gz": zipped("Read through gzip."), "empty/.keep": "",
	})
	articles, messages := readAll(t, dir, Options{Stdin: strings.NewReader("From standard input.")},
		"a", "b", "c", "b/2.txt", "b/*.txt", "-", "empty", "nothing.txt", "no*.txt")
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	if got, want := strings.Join(ids, " "), "a/1.txt b/1.txt 2.txt 3.txt.gz stdin"; got != want {
		t.Errorf("ids %s, want %s", got, want)
	}
	want := []string{"empty: the folder holds no files", "nothing.txt: no such file", "no*.txt: no file matches"}
	if len(messages) != len(want) {
		t.Fatalf("messages %q", messages)
	}
	for i := range want {
		if !strings.HasPrefix(messages[i], want[i]) {
			t.Errorf("message %q, want %q", messages[i], want[i])
		}
	}
}

func TestBadFiles(t *testing.T) {
	dir := write(t, map[string]string{
		"empty.txt": "", "blank.txt": " \n\t\n", "meta.txt": "date 2023-11-06\n", "zero.bin": "abc\x00\x01\x02def",
		"paper.pdf": "%PDF-1.7 …", "big.txt": strings.Repeat("A long story. ", 100), "feed.xml": "<?xml version=\"1.0\"?><rss></rss>",
		"torn.gz": zipped("A story that was torn off somewhere in its middle.")[:30], "good.txt": "A good one remains.",
	})
	articles, messages := readAll(t, dir, Options{MaxArticle: 1000}, ".")
	if len(articles) != 1 || articles[0].ID != "good.txt" {
		t.Errorf("articles %+v", articles)
	}
	want := []string{"big.txt: larger than one article may be (1000 bytes); split", "blank.txt: the file is empty",
		"empty.txt: the file is empty", "feed.xml: this is XML", "meta.txt: no text in it", "paper.pdf: this is a PDF file; save",
		"torn.gz: ", "zero.bin: this is a binary file"}
	if len(messages) != len(want) {
		t.Fatalf("messages %q", messages)
	}
	for i := range want {
		if !strings.HasPrefix(messages[i], want[i]) {
			t.Errorf("message %q, want %q", messages[i], want[i])
		}
	}
}

func TestSameIDTwice(t *testing.T) {
	dir := write(t, map[string]string{"n.jsonl": `{"id":"x","text":"First story."}
{"id":"x","text":"Second story."}
{"id":"x","text":"First story."}
`})
	articles, messages := readAll(t, dir, Options{}, ".")
	if len(articles) != 2 || articles[0].ID != "x" || articles[1].ID != "x#2" {
		t.Errorf("articles %+v", articles)
	}
	if len(messages) != 1 || !strings.HasPrefix(messages[0], "n.jsonl:3: the same article again: x") {
		t.Errorf("messages %q", messages)
	}
}

func TestEncodings(t *testing.T) {
	const text = "Kim’s visit — “soon”, 5\u00a0000 tons, café."
	utf16 := func(big bool) string {
		var b strings.Builder
		for _, r := range text {
			if big {
				b.WriteByte(byte(r >> 8))
				b.WriteByte(byte(r))
			} else {
				b.WriteByte(byte(r))
				b.WriteByte(byte(r >> 8))
			}
		}
		return b.String()
	}
	for name, bytes := range map[string]string{
		"utf8": text, "bom": "\xEF\xBB\xBF" + text, "le": "\xFF\xFE" + utf16(false), "be": "\xFE\xFF" + utf16(true),
		"le-bare": utf16(false), "be-bare": utf16(true),
		"1252":  "Kim\x92s visit \x97 \x93soon\x94, 5\xa0000 tons, caf\xe9.",
		"mixed": "Kim’s visit — \x93soon\x94, 5\u00a0000 tons, café.",
	} {
		if a := one(t, name, bytes); a.Text != text {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
}

func TestProgressCountsEveryByte(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "Twelve bytes", "b.jsonl": `{"text":"Some text."}`})
	var total int64
	readAll(t, dir, Options{Progress: func(n int64) { total += n }}, ".")
	if total != 12+21 {
		t.Errorf("%d bytes reported", total)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("plain"))
	f.Add([]byte("\xFF\xFEa\x00b\x00"))
	f.Add([]byte("\xFE\xFF\x00a\xD8\x00"))
	f.Add([]byte("caf\xe9 \x93x\x94 \xE2\x80"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text := Decode(data)
		if strings.ToValidUTF8(text, "") != text {
			t.Errorf("%q is not valid UTF-8", text)
		}
		if strings.ToValidUTF8(string(data), "") == string(data) && !bytes.HasPrefix(data, markUTF8) &&
			!looksUTF16(data, 0) && !looksUTF16(data, 1) && text != string(data) {
			t.Errorf("valid text %q became %q", data, text)
		}
	})
}
