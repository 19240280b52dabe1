package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"quadwire/graph/news"
)

// articles reads the articles of one file.
func (f File) articles(o Options) iter.Seq2[news.Article, error] {
	return func(yield func(news.Article, error) bool) {
		r, err := f.open(o)
		if err != nil {
			yield(news.Article{}, &Skip{Path: f.Path, Err: reason(err)})
			return
		}
		defer r.Close()
		body, err := unzipped(bufio.NewReaderSize(r, sniffLength))
		if err != nil {
			yield(news.Article{}, &Skip{Path: f.Path, Err: err})
			return
		}
		head, err := body.Peek(sniffLength)
		if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
			yield(news.Article{}, &Skip{Path: f.Path, Err: fmt.Errorf("unpack gzip: %w", err)})
			return
		}
		if len(bytes.TrimSpace(head)) == 0 {
			yield(news.Article{}, &Skip{Path: f.Path, Err: errors.New("the file is empty")})
			return
		}
		if what := binary(head); what != "" {
			yield(news.Article{}, &Skip{Path: f.Path, Err: errors.New("this is " + what)})
			return
		}
		start := Decode(head)
		switch format := formatOf(f.Path, start); format {
		case JSON:
			f.jsonArticles(decoded(body), o, yield)
		case JSONLines:
			f.lineArticles(bufio.NewReaderSize(decoded(body), sniffLength), o, yield)
		default:
			yield(f.single(body, format, o))
		}
	}
}

// open opens the file and counts the bytes that are read from it.
func (f File) open(o Options) (io.ReadCloser, error) {
	if f.Path == "-" {
		if o.Stdin == nil {
			return io.NopCloser(strings.NewReader("")), nil
		}
		return io.NopCloser(counted{o.Stdin, o.Progress}), nil
	}
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{counted{file, o.Progress}, file}, nil
}

// counted reports how much is read.
type counted struct {
	io.Reader
	report func(int64)
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if c.report != nil && n > 0 {
		c.report(int64(n))
	}
	return n, err
}

// unzipped looks through gzip, judging by the first bytes.
func unzipped(r *bufio.Reader) (*bufio.Reader, error) {
	if magic, _ := r.Peek(2); !bytes.Equal(magic, []byte{0x1F, 0x8B}) {
		return r, nil
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("unpack gzip: %w", err)
	}
	return bufio.NewReaderSize(z, sniffLength), nil
}

// single reads a file that holds one article.
func (f File) single(r io.Reader, format Format, o Options) (news.Article, error) {
	skip := func(err error) (news.Article, error) { return news.Article{}, &Skip{Path: f.Path, Err: err} }
	data, err := io.ReadAll(io.LimitReader(r, o.maxArticle()+1))
	if err != nil {
		return skip(fmt.Errorf("read: %w", err))
	}
	if int64(len(data)) > o.maxArticle() {
		return skip(tooLarge(o))
	}
	a := news.Article{ID: f.ID, Path: f.Path}
	switch format {
	case HTML:
		err = readHTML(&a, decodeHTML(data))
	case Markdown:
		readMarkdown(&a, Decode(data))
	default:
		a.Text = Decode(data)
		if strings.HasPrefix(strings.TrimSpace(a.Text), "<?xml") {
			return skip(errors.New("this is XML; expected text, HTML, Markdown, JSON or JSON Lines"))
		}
		readHeader(&a)
	}
	if err != nil {
		return skip(err)
	}
	if garbled(a.Text) || strings.ContainsRune(a.Text, 0) {
		return skip(errors.New("this is a binary file, not text"))
	}
	if blank(a) {
		return skip(errors.New("no text in it beside title and date"))
	}
	return a, nil
}

// blank reports whether the article has no text beside its metadata.
func blank(a news.Article) bool {
	at := 0
	for _, m := range a.Meta {
		if strings.TrimSpace(a.Text[at:m.Start]) != "" {
			return false
		}
		at = m.End
	}
	return strings.TrimSpace(a.Text[at:]) == ""
}

// tooLarge says what the limit is and what to do.
func tooLarge(o Options) error {
	limit := fmt.Sprintf("%d bytes", o.maxArticle())
	if o.maxArticle() >= 1<<20 {
		limit = fmt.Sprintf("%d MB", o.maxArticle()>>20)
	}
	return fmt.Errorf("larger than one article may be (%s); split it into articles, or give one article a line as JSON Lines", limit)
}
