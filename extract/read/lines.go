package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"quadwire/graph/news"
)

// lineArticles reads JSON Lines: an object a line, empty lines left out. A broken line costs that line only.
func (f File) lineArticles(r *bufio.Reader, o Options, yield func(news.Article, error) bool) {
	found := false
	for number := 1; ; number++ {
		line, err := readLine(r, 4*o.maxArticle())
		if errors.Is(err, io.EOF) && len(line) == 0 {
			break
		}
		var a news.Article
		var skip error
		switch text := bytes.TrimSpace(line); {
		case errors.Is(err, errRecordSize):
			skip = &Skip{Path: f.Path, Line: number, Err: tooLarge(o)}
		case err != nil && !errors.Is(err, io.EOF):
			yield(a, &Skip{Path: f.Path, Line: number, Err: fmt.Errorf("read: %w", err)})
			return
		case len(text) == 0:
			continue
		default:
			a, skip = f.record(text, number, o)
		}
		found = true
		if !yield(a, skip) {
			return
		}
	}
	if !found {
		yield(news.Article{}, &Skip{Path: f.Path, Err: errors.New("no records in it; expected an object a line")})
	}
}

// record reads the article of one line.
func (f File) record(line []byte, number int, o Options) (news.Article, error) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	if err == nil && len(bytes.TrimSpace(line[decoder.InputOffset():])) > 0 {
		err = fmt.Errorf("more text behind the object, from column %d on", decoder.InputOffset()+1)
	}
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		err = fmt.Errorf("broken JSON at column %d: %w; expected one object a line", syntax.Offset, err)
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("broken JSON: the line ends in the middle of a value; expected one object a line")
	case err != nil:
		err = fmt.Errorf("broken JSON: %w; expected one object a line", err)
	}
	object, ok := value.(map[string]any)
	if err == nil && !ok {
		err = fmt.Errorf("expected an object, found %s", kind(value))
	}
	if err != nil {
		return news.Article{}, &Skip{Path: f.Path, Line: number, Err: err}
	}
	return article(object, f, number, number, o)
}

// readLine returns the next line without its end. A line longer than limit is read to its end and given up.
func readLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	large := false
	for {
		part, err := r.ReadSlice('\n')
		if int64(len(line)+len(part)) > limit {
			large, line = true, line[:0]
		}
		if !large {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if large && (err == nil || errors.Is(err, io.EOF)) {
			err = errRecordSize
		}
		return line, err
	}
}
