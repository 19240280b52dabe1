package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"quadwire/graph/news"
)

// The names under which archives, feeds and news services keep the parts of an article, best first. Upper and lower
// case, "_" and "-" make no difference.
var (
	idNames    = []string{"id", "_id", "uuid", "guid", "docid", "docno", "articleid", "documentid", "storyid", "key", "filename"}
	titleNames = []string{"title", "headline", "webtitle", "head", "hl1", "name"}
	dateNames  = []string{"date", "published", "publishedat", "publishdate", "pubdate", "datepublished", "publicationdate",
		"publicationdatetime", "webpublicationdate", "firstpublished", "publishedon", "dategmt", "created", "createdat",
		"timestamp", "datetime", "seendate", "time", "day"}
	sourceNames = []string{"source", "publisher", "publication", "outlet", "sitename", "site", "newspaper", "provider",
		"feed", "domain", "sourcename"}
	urlNames  = []string{"url", "link", "weburl", "canonicalurl", "permalink", "externalurl", "uri"}
	textNames = []string{"text", "body", "content", "articlebody", "bodytext", "contenttext", "fulltext", "maintext",
		"articletext", "story", "article", "plaintext", "paragraphs", "bodyhtml", "contenthtml", "html", "rawhtml"}
	summaryNames = []string{"description", "summary", "abstract", "snippet", "leadparagraph", "trailtext", "lead", "excerpt"}
	wrapperNames = []string{"fields", "_source", "attributes", "document", "article", "data"}
	innerNames   = []string{"rendered", "main", "name", "title", "value", "text", "content", "plain", "#text", "$oid", "$date", "href"}
)

// markup is found in a text that is HTML.
var markup = regexp.MustCompile(`(?i)</(?:p|div|span|a|li|h[1-6]|strong|em|b|i)>|<(?:p|br)\s*/?>`)

// article makes an article of a JSON record. Number is the record's place in its file; 0 if it is the only one. The
// text is that of the record, unchanged, unless it is HTML; the title is not put before it, so that offsets are those
// of the record's own text.
func article(record map[string]any, f File, line, number int, o Options) (news.Article, error) {
	skip := func(err error) (news.Article, error) {
		return news.Article{}, &Skip{Path: f.Path, Line: line, Err: err}
	}
	r := fieldsOf(record)
	a := news.Article{
		Path:   fmt.Sprintf("%s:%d", f.Path, line),
		ID:     r.first(idNames),
		Title:  strings.TrimSpace(plainText(r.first(titleNames))),
		Source: r.first(sourceNames),
		URL:    r.first(urlNames),
		Text:   plainText(r.first(textNames)),
	}
	if a.ID == "" {
		a.ID = recordID(f, a.URL, number)
	}
	for _, name := range dateNames {
		if a.Date = dateOf(r.value(name)); a.Date != "" {
			break
		}
	}
	if strings.TrimSpace(a.Text) == "" {
		a.Text = withHeadline(a.Title, plainText(r.first(summaryNames)))
	}
	a.Text = strings.ToValidUTF8(a.Text, "\uFFFD")
	switch {
	case strings.TrimSpace(a.Text) == "":
		return skip(errors.New("the record has no text; expected it under text, body or content"))
	case int64(len(a.Text)) > o.maxArticle():
		return skip(tooLarge(o))
	case garbled(a.Text):
		return skip(errors.New("the record's text is not text but binary data"))
	}
	if a.Date == "" {
		readHeader(&a)
	}
	return a, nil
}

// recordID names a record that has no id: by its address, else by its file and its place there.
func recordID(f File, url string, number int) string {
	switch {
	case url != "":
		return url
	case number == 0:
		return f.ID
	}
	return fmt.Sprintf("%s#%d", f.ID, number)
}

// fields are the fields of a record by their simplified names.
type fields map[string]any

// fieldsOf simplifies the names of a record's fields and adds those of the objects that only wrap them.
func fieldsOf(record map[string]any) fields {
	r := fields{}
	for _, name := range append([]string{""}, wrapperNames...) {
		inner := record
		if name != "" {
			var ok bool
			if inner, ok = record[name].(map[string]any); !ok {
				continue
			}
		}
		for _, key := range sortedKeys(inner) {
			if short := simpleName(key); r[short] == nil {
				r[short] = inner[key]
			}
		}
	}
	return r
}

// simpleName takes case, "_", "-" and spaces out of a field's name; a leading "_" stays.
func simpleName(key string) string {
	key = strings.ToLower(key)
	if strings.HasPrefix(key, "_") {
		return key
	}
	return strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(key)
}

// value returns the field of that simplified name; nil if there is none.
func (r fields) value(name string) any { return r[name] }

// first returns the text of the first of these fields that has any.
func (r fields) first(names []string) string {
	for _, name := range names {
		if s := textOf(r[name]); strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// textOf returns the text of a field: a string, a number, paragraphs in an array, or an object around one of these.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, e := range v {
			if s := textOf(e); strings.TrimSpace(s) != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	case map[string]any:
		return fields(v).first(innerNames)
	}
	return ""
}

// plainText returns s, taken out of its markup if it is HTML.
func plainText(s string) string {
	if markup.MatchString(s) {
		return pageText(s)
	}
	return s
}

// dateOf reads a date: a string in a common form, or seconds, milliseconds or microseconds since 1970.
func dateOf(v any) string {
	if n, ok := v.(json.Number); ok {
		seconds, err := n.Float64()
		for ; err == nil && seconds > 1e11; seconds /= 1000 {
		}
		if err == nil && seconds >= 1e8 {
			return time.Unix(int64(seconds), 0).UTC().Format(time.DateOnly)
		}
	}
	return day(textOf(v))
}

// sortedKeys returns the keys of a record in order.
func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
