package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/graph/news"
)

// Lines at the head of a text that say something about the article.
var (
	inlineDate = regexp.MustCompile(`^date:? (\d{4}-\d{2}-\d{2})\b`)
	headerLine = regexp.MustCompile(`(?i)^(title|headline|date|published|updated|posted|source|publisher|url|link|author|byline|by)(?:\s*:\s*|\s+)(\S.*)$`)
)

// maxHeader is how many lines at the head of a text can be metadata.
const maxHeader = 10

// readHeader finds title, date, source and address in the first lines of a plain text and marks the lines that are
// metadata. The text stays as it is.
//
//	Escape room fire kills five teen girls        a line that looks like a title is one, and stays part of the text
//	date 2019-01-05                               metadata
//
//	Saturday, January 5, 2019                     a line that is nothing but a date is metadata too
func readHeader(a *news.Article) {
	at, headers := 0, 0
	for at < len(a.Text) && headers < maxHeader {
		end := lineEnd(a.Text, at)
		start := at + leadingSpace(a.Text[at:end])
		line := strings.TrimSpace(a.Text[at:end])
		switch {
		case line == "":
		case a.Date == "" && inlineDate.MatchString(line):
			m := inlineDate.FindStringSubmatch(line)
			date, err := news.ParseDate(m[1])
			if err != nil {
				return
			}
			a.Date = date
			a.Meta = append(a.Meta, news.Span{Start: start, End: start + len(m[0])})
			if len(m[0]) < len(line) { // the article goes on in the same line
				return
			}
		case takeHeader(a, line):
			a.Meta = append(a.Meta, news.Span{Start: start, End: start + len(line)})
		case a.Title == "" && looksLikeTitle(line) && endsHeading(a.Text[end:]):
			a.Title = line
		case line == a.Title && headers == 0: // known already, from a heading
		default:
			return
		}
		headers++
		at = min(end+1, len(a.Text))
	}
}

// takeHeader puts what a line of metadata says into the article and reports whether the line is one.
func takeHeader(a *news.Article, line string) bool {
	if date, err := news.ParseDate(line); err == nil && len(date) == len("2006-01-02") {
		if a.Date == "" {
			a.Date = date
		}
		return true
	}
	m := headerLine.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	key, value, colon := strings.ToLower(m[1]), m[2], strings.Contains(line[:len(line)-len(m[2])], ":")
	switch key {
	case "date", "published", "updated", "posted":
		date, err := news.ParseDate(value)
		if err != nil || len(date) != len("2006-01-02") {
			return false
		}
		if a.Date == "" {
			a.Date = date
		}
		return true
	case "by", "byline", "author":
		return colon || looksLikeByline(value)
	}
	if !colon {
		return false
	}
	switch key {
	case "title", "headline":
		a.Title = value
	case "source", "publisher":
		a.Source = value
	case "url", "link":
		a.URL = value
	}
	return true
}

// looksLikeByline reports whether what follows "By" is one or more names and nothing else: short, without a full stop,
// every long word with a capital.
func looksLikeByline(value string) bool {
	words := strings.Fields(value)
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "and" && w != "de" && w != "van" && w != "von" && w != "al" {
			return false
		}
	}
	last := words[len(words)-1]
	return !strings.HasSuffix(last, ".") || len(last) <= 3
}

// looksLikeTitle reports whether a line can be a headline: short, of two words or more, with a letter first, and not
// ending like a sentence or like the beginning of one.
func looksLikeTitle(line string) bool {
	if len(line) > 200 || !strings.ContainsRune(line, ' ') {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(line); strings.ContainsRune(".,;:", r) && !strings.HasSuffix(line, "...") {
		return strings.HasSuffix(line, "U.S.") || strings.HasSuffix(line, "U.N.") || strings.HasSuffix(line, "U.K.")
	}
	return strings.IndexFunc(line, unicode.IsLetter) >= 0
}

// endsHeading reports whether what follows a line shows it to be a heading: an empty line or a line of metadata, and
// then more text.
func endsHeading(rest string) bool {
	if strings.TrimSpace(rest) == "" {
		return false
	}
	rest = strings.TrimPrefix(rest, "\n")
	line := strings.TrimSpace(rest[:lineEnd(rest, 0)])
	return line == "" || takeHeader(&news.Article{}, line)
}

// lineEnd returns the place of the next line feed at or after at, or the length of text.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// leadingSpace returns how many bytes of white space s begins with.
func leadingSpace(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }
