package shell

import "strings"

// Unfinished reports whether a text of JavaScript goes on: a bracket, a quoted template or a comment is open. What can
// never become right, such as a bracket that closes nothing, is finished: the query itself says where it is wrong.
func Unfinished(text string) bool {
	var open []byte
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '"' || c == '\'':
			end := stringEnd(text, i, c, true)
			if end < 0 { // a line ends inside: an error of syntax
				return false
			}
			i = end
		case c == '`':
			end := stringEnd(text, i, c, false)
			if end < 0 {
				return true
			}
			i = end
		case strings.HasPrefix(text[i:], "//"):
			n := strings.IndexByte(text[i:], '\n')
			if n < 0 {
				n = len(text) - i
			}
			i += n
		case strings.HasPrefix(text[i:], "/*"):
			n := strings.Index(text[i+2:], "*/")
			if n < 0 {
				return true
			}
			i += n + 4
		case c == '/' && regexMayStart(text[:i]):
			i = regexEnd(text, i)
		case c == '(' || c == '[' || c == '{':
			open = append(open, closing(c))
			i++
		case c == ')' || c == ']' || c == '}':
			if len(open) == 0 || open[len(open)-1] != c {
				return false
			}
			open = open[:len(open)-1]
			i++
		default:
			i++
		}
	}
	return len(open) > 0 || strings.HasSuffix(strings.TrimSpace(text), ".")
}

func closing(c byte) byte {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// stringEnd returns the place behind a quoted text that begins at i, or -1 if it has no end.
func stringEnd(text string, i int, quote byte, oneLine bool) int {
	for j := i + 1; j < len(text); j++ {
		switch {
		case text[j] == '\\':
			j++
		case text[j] == quote:
			return j + 1
		case text[j] == '\n' && oneLine:
			return -1
		}
	}
	return -1
}

// regexMayStart reports whether a slash behind this text begins a regular expression: where a value can begin.
func regexMayStart(before string) bool {
	before = strings.TrimRight(before, " \t\n\r")
	return before == "" || strings.IndexByte("(,=:[!&|?{};+-*%<>~^", before[len(before)-1]) >= 0 || strings.HasSuffix(before, "return")
}

// regexEnd returns the place behind a regular expression, which ends with its line at the latest.
func regexEnd(text string, i int) int {
	class := false
	for j := i + 1; j < len(text); j++ {
		switch text[j] {
		case '\\':
			j++
		case '[':
			class = true
		case ']':
			class = false
		case '\n':
			return j
		case '/':
			if !class {
				return j + 1
			}
		}
	}
	return len(text)
}

// arguments parts a line into words; those of several words stand in quotation marks.
func arguments(line string) []string {
	var out []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		word := ""
		if q := line[0]; q == '"' || q == '\'' {
			end := strings.IndexByte(line[1:], q)
			if end < 0 {
				end = len(line) - 1
			}
			word, line = line[1:1+end], line[min(len(line), end+2):]
		} else if end := strings.IndexAny(line, " \t"); end >= 0 {
			word, line = line[:end], line[end:]
		} else {
			word, line = line, ""
		}
		out = append(out, word)
	}
	return out
}
