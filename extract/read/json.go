package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"quadwire/graph/news"
)

// containers are the names under which files and the answers of news services keep their records.
var containers = map[string]bool{"articles": true, "items": true, "results": true, "result": true, "docs": true,
	"documents": true, "data": true, "stories": true, "entries": true, "records": true, "hits": true, "response": true,
	"news": true, "posts": true, "value": true, "feed": true, "@graph": true, "rows": true}

// jsonArticles reads the records of a JSON text: an object, an array of objects, an object that holds such an array
// under one of the usual names, or several of these one after the other. Records are read one at a time. A fault in
// the JSON ends the file, since nothing behind it can be relied on; what came before is kept.
func (f File) jsonArticles(r io.Reader, o Options, yield func(news.Article, error) bool) {
	lines := &lineReader{Reader: r, limit: 4 * o.maxArticle()}
	s := &stream{file: f, lines: lines, decoder: json.NewDecoder(lines), yield: yield, limit: o}
	s.decoder.UseNumber()
	for {
		err := s.value()
		if s.stopped || errors.Is(err, io.EOF) && s.decoder.InputOffset() >= s.rest() {
			break
		}
		if err != nil {
			yield(news.Article{}, s.fault(err))
			return
		}
	}
	if !s.stopped && s.count == 0 && !s.reported {
		yield(news.Article{}, &Skip{Path: f.Path, Err: errors.New("no records in it; expected objects with a text, title and date")})
	}
}

// maxContainers is how deep containers may lie in one another.
const maxContainers = 8

// stream reads one JSON text.
type stream struct {
	file     File
	lines    *lineReader
	decoder  *json.Decoder
	yield    func(news.Article, error) bool
	limit    Options
	count    int  // records met
	stopped  bool // the reader of the articles wants no more
	reported bool // a record was left out
	inside   bool // between the brackets of a container
	depth    int  // containers stepped into
}

// rest returns the offset behind the last byte that is not white space, as far as is known.
func (s *stream) rest() int64 { return s.lines.last }

// value reads one value at the top: a container or a record.
func (s *stream) value() error {
	token, err := s.decoder.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return s.elements()
	case json.Delim('{'):
		line := s.line()
		before := s.count
		record, err := s.object()
		if err == nil && s.count == before && !s.stopped {
			s.emit(record, line)
		}
		return err
	}
	s.report(s.line(), fmt.Errorf("expected an object, found %v", token))
	return nil
}

// elements reads the records of an array up to its end.
func (s *stream) elements() error {
	s.inside = true
	for s.decoder.More() && !s.stopped {
		s.lines.begin(s.decoder.InputOffset())
		var record any
		if err := s.decoder.Decode(&record); err != nil {
			return err
		}
		line := s.line()
		if object, ok := record.(map[string]any); ok {
			s.emit(object, line)
		} else {
			s.report(line, fmt.Errorf("expected an object, found %s", kind(record)))
		}
	}
	if s.stopped {
		return nil
	}
	_, err := s.decoder.Token()
	s.inside = false
	return err
}

// object reads the fields of an object up to its end. Fields that hold records are passed on as they are read and not
// returned.
func (s *stream) object() (map[string]any, error) {
	fields := map[string]any{}
	for s.decoder.More() && !s.stopped {
		token, err := s.decoder.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		value, err := s.field(key)
		if err != nil {
			return nil, err
		}
		fields[key] = value
	}
	if s.stopped {
		return fields, nil
	}
	_, err := s.decoder.Token()
	return fields, err
}

// field reads the value of a field, stepping into containers.
func (s *stream) field(key string) (any, error) {
	if !containers[strings.ToLower(key)] || s.depth >= maxContainers {
		var value any
		err := s.decoder.Decode(&value)
		return value, err
	}
	s.depth++
	defer func() { s.depth-- }()
	token, err := s.decoder.Token()
	switch {
	case err != nil:
		return nil, err
	case token == json.Delim('['):
		return nil, s.elements()
	case token == json.Delim('{'):
		return s.object()
	}
	return token, nil
}

// emit passes a record on as an article.
func (s *stream) emit(record map[string]any, line int) {
	s.count++
	number := s.count
	if !s.inside && number == 1 {
		number = 0 // the only record of the file goes by the file's name
	}
	a, err := article(record, s.file, line, number, s.limit)
	if err != nil {
		s.reported = true
	}
	s.stopped = s.stopped || !s.yield(a, err)
}

// report says that a value was left out.
func (s *stream) report(line int, err error) {
	s.reported = true
	s.stopped = s.stopped || !s.yield(news.Article{}, &Skip{Path: s.file.Path, Line: line, Err: err})
}

// line returns the line that has been read up to.
func (s *stream) line() int { return s.lines.lineAt(s.decoder.InputOffset()) }

// fault turns an error of the decoder into a message that names the line.
func (s *stream) fault(err error) error {
	offset := s.decoder.InputOffset()
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		offset, err = s.lines.last, errors.New("the file ends in the middle of a value")
	case errors.Is(err, errRecordSize):
		return &Skip{Path: s.file.Path, Line: s.lines.lineAt(offset), Err: tooLarge(s.limit)}
	default:
		offset = s.lines.faultAfter(offset)
	}
	return &Skip{Path: s.file.Path, Line: s.lines.lineAt(offset), Err: fmt.Errorf("broken JSON: %w (%s)", err, s.kept())}
}

// kept says what became of the records before a fault.
func (s *stream) kept() string {
	switch s.count {
	case 0:
		return "nothing of the file was read"
	case 1:
		return "the record before it was read, the rest of the file left out"
	}
	return fmt.Sprintf("the %d records before it were read, the rest of the file left out", s.count)
}

// errRecordSize is what a lineReader returns when a record does not end.
var errRecordSize = errors.New("record too large")

// kind names the kind of a JSON value.
func kind(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "true or false"
	case string:
		return "a string"
	case []any:
		return "an array"
	case map[string]any:
		return "an object"
	}
	return "a number"
}
