package read

import (
	"html"
	"regexp"
	"strings"

	"quadwire/graph/news"
)

// Lines of Markdown (CommonMark and GitHub's tables) that are marked up as a whole.
var (
	mdHeading   = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	mdUnderline = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	mdRule      = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdFence     = regexp.MustCompile("^ {0,3}(?:```|~~~)")
	mdQuote     = regexp.MustCompile(`^(?: {0,3}>[ \t]?)+`)
	mdItem      = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?`)
	mdTableRule = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$`)
	mdReference = regexp.MustCompile(`^ {0,3}\[[^\]]+\]:[ \t]*\S+`)
)

// readMarkdown strips a text of its markup. Title, date, source and address come from front matter ("key: value" lines
// between two lines "---") and the title from the first heading otherwise. Offsets refer to the stripped text.
func readMarkdown(a *news.Article, source string) {
	source = strings.ReplaceAll(source, "\r\n", "\n")
	source = frontMatter(a, source)
	var out []string
	fenced := false
	for line := range strings.SplitSeq(source, "\n") {
		if mdFence.MatchString(line) {
			fenced = !fenced
			continue
		}
		if fenced {
			out = append(out, line)
			continue
		}
		out = append(out, markdownLine(a, line, out)...)
	}
	a.Text = strings.Trim(strings.Join(out, "\n"), "\n") + "\n"
	if a.Date == "" || a.Title == "" {
		readHeader(a)
	}
}

// markdownLine strips one line, given the lines before it; nothing is left of lines that are markup only.
func markdownLine(a *news.Article, line string, before []string) []string {
	line = mdQuote.ReplaceAllString(line, "")
	if m := mdHeading.FindStringSubmatch(line); m != nil {
		title := inline(m[2])
		if a.Title == "" {
			a.Title = title
		}
		return []string{title}
	}
	underlined := len(before) > 0 && strings.TrimSpace(before[len(before)-1]) != ""
	switch {
	case mdUnderline.MatchString(line) && underlined:
		if a.Title == "" {
			a.Title = strings.TrimSpace(before[len(before)-1])
		}
		return nil
	case mdRule.MatchString(line):
		return []string{""}
	case mdReference.MatchString(line), mdTableRule.MatchString(line) && strings.Contains(line, "|"):
		return nil
	}
	line = mdItem.ReplaceAllString(line, "")
	if strings.Count(line, "|") >= 2 && strings.HasPrefix(strings.TrimSpace(line), "|") {
		line = strings.TrimSpace(strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == '|' }), " "))
	}
	return []string{inline(strings.TrimRight(line, " \t\\"))}
}

// frontMatter reads the lines between two lines "---" at the head of a text and returns what follows them.
func frontMatter(a *news.Article, source string) string {
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return source
	}
	matter, body, ok := strings.Cut(rest, "\n---")
	if !ok {
		return source
	}
	for line := range strings.SplitSeq(matter, "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" || strings.HasPrefix(line, " ") {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title", "headline":
			a.Title = value
		case "date", "published", "pubdate", "publishdate":
			a.Date = day(value)
		case "source", "publisher", "site", "publication":
			a.Source = value
		case "url", "link", "canonical", "canonical_url":
			a.URL = value
		case "id":
			a.ID = value
		}
	}
	_, body, _ = strings.Cut(body, "\n")
	return body
}

// day returns a date as YYYY-MM-DD; empty if it cannot be read or says no day.
func day(s string) string {
	if date, err := news.ParseDate(s); err == nil && len(date) == len("2006-01-02") {
		return date
	}
	return ""
}

// mdTag is an HTML tag or comment inside a line.
var mdTag = regexp.MustCompile(`(?s)<!--.*?-->|</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>`)

// inline strips emphasis, code marks, links, pictures and tags from a line.
func inline(s string) string {
	s = mdTag.ReplaceAllString(s, "")
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case c == '!' && strings.HasPrefix(s[i:], "!["):
			if _, after, ok := link(s, i+1); ok {
				i = after
				continue
			}
			b.WriteByte(c)
			i++
		case c == '[':
			if text, after, ok := link(s, i); ok {
				if !strings.HasPrefix(text, "^") {
					b.WriteString(inline(text))
				}
				i = after
				continue
			}
			b.WriteByte(c)
			i++
		case c == '<' && strings.Contains(s[i:], ">") && (strings.HasPrefix(s[i:], "<http") || strings.HasPrefix(s[i:], "<mailto:")):
			i += strings.IndexByte(s[i:], '>') + 1
		case c == '*' || c == '_' || c == '~' || c == '`':
			run := len(s[i:]) - len(strings.TrimLeft(s[i:], string(c)))
			if !isMark(s, i, run) {
				b.WriteString(s[i : i+run])
			}
			i += run
		default:
			b.WriteByte(c)
			i++
		}
	}
	return html.UnescapeString(b.String())
}

// link reads "[text](target)", "[text][reference]" or "[^note]" at place i and returns its text and the place after
// it. Brackets in plain text ("[sic]") are none.
func link(s string, i int) (text string, after int, ok bool) {
	end := closing(s, i, '[', ']')
	if end < 0 {
		return "", 0, false
	}
	text, after = s[i+1:end], end+1
	if after < len(s) && s[after] == '(' {
		if end = closing(s, after, '(', ')'); end >= 0 {
			return text, end + 1, true
		}
	}
	if after < len(s) && s[after] == '[' {
		if end = closing(s, after, '[', ']'); end >= 0 {
			return text, end + 1, true
		}
	}
	return text, after, strings.HasPrefix(text, "^")
}

// maxLink is how far a link may reach; it keeps the search for its end linear in lines of brackets.
const maxLink = 4096

// closing returns the place of the bracket that closes the one at place i; -1 if there is none.
func closing(s string, i int, open, shut byte) int {
	depth := 0
	for j := i; j < min(len(s), i+maxLink); j++ {
		switch s[j] {
		case '\\':
			j++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// isMark reports whether a run of *, _, ~ or ` marks something up: it touches a word on one side at least, and an
// underscore stands at the edge of one ("snake_case" has none, nor has "2 * 3"). A single ~ means "about".
func isMark(s string, i, run int) bool {
	before := i > 0 && !isSpaceByte(s[i-1])
	after := i+run < len(s) && !isSpaceByte(s[i+run])
	switch s[i] {
	case '~':
		return run == 2
	case '_':
		return before != after || i > 0 && isPunct(s[i-1]) || i+run < len(s) && isPunct(s[i+run])
	case '`':
		return true
	}
	return before || after
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isPunct reports whether c is punctuation of ASCII.
func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')
}
