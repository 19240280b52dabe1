package split

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quadwire/extract/text"
)

type model struct{}

// English returns the splitter for English.
func English() *Splitter { return &Splitter{model: &model{}} }

// work is the state of one call of Split.
type work struct {
	model  *model
	text   string
	tokens []text.Token
	starts []int // first token of each sentence
	blocks []block
}

func (w *work) sentences() []text.Sentence {
	var out []text.Sentence
	for i, first := range w.starts {
		last := len(w.tokens)
		if i+1 < len(w.starts) {
			last = w.starts[i+1]
		}
		s := text.Sentence{Kind: w.blocks[i].kind, Paragraph: w.blocks[i].paragraph, Tokens: w.tokens[first:last:last]}
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
		out = append(out, s)
	}
	return out
}

func (w *work) add(start, end int) {
	if start == end {
		return
	}
	t := text.Token{Form: w.text[start:end]}
	t.Start, t.End = start, end
	if start > 0 {
		r, _ := utf8.DecodeLastRuneInString(w.text[:start])
		t.Glued = len(w.tokens) > 0 && !unicode.IsSpace(r)
	}
	w.tokens = append(w.tokens, t)
}

func (w *work) block(b block) {
	first := len(w.tokens)
	at := b.start
	for at < b.end {
		r, n := utf8.DecodeRuneInString(w.text[at:b.end])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		end := at
		for end < b.end {
			r, n := utf8.DecodeRuneInString(w.text[end:b.end])
			if unicode.IsSpace(r) {
				break
			}
			end += n
		}
		w.chunk(at, end)
		at = end
	}
	w.starts = append(w.starts, first)
	w.blocks = append(w.blocks, b)
	for i := first; i+1 < len(w.tokens); i++ {
		if w.boundary(i) {
			w.starts = append(w.starts, i+1)
			w.blocks = append(w.blocks, b)
		}
	}
}

const closing = "\"'”’)]»"

func (w *work) boundary(i int) bool {
	t, next := w.tokens[i], w.tokens[i+1]
	if strings.Contains(closing, next.Form) && next.Glued {
		return false
	}
	form := t.Form
	if strings.Contains(closing, form) && i > 0 && t.Glued {
		form = w.tokens[i-1].Form
	}
	r, _ := utf8.DecodeRuneInString(next.Form)
	if form == "?" || form == "!" || form == "." {
		return !unicode.IsLower(r)
	}
	return false
}

func (w *work) chunk(start, end int) {
	s := w.text[start:end]
	lead := 0
	for lead < len(s) {
		r, n := utf8.DecodeRuneInString(s[lead:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		w.add(start+lead, start+lead+n)
		lead += n
	}
	tail := len(s)
	for tail > lead {
		r, n := utf8.DecodeLastRuneInString(s[lead:tail])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' && abbreviation(s[lead:tail]) {
			break
		}
		tail -= n
	}
	from := lead
	for i, r := range s[lead:tail] {
		i += lead
		n := utf8.RuneLen(r)
		switch {
		case i < from:
		case r == '-' || r == '–' || r == '—' || r == '%' || r == '$' || r == '/':
			w.add(start+from, start+i)
			w.add(start+i, start+i+n)
			from = i + n
		case r == '\'' || r == '’':
			rest := strings.ToLower(s[i+n : tail])
			switch {
			case rest == "t" && i > from+1 && s[i-1]|0x20 == 'n':
				w.add(start+from, start+i-1)
				from = i - 1
			case rest == "s" || rest == "re" || rest == "ve" || rest == "ll" || rest == "d" || rest == "m":
				w.add(start+from, start+i)
				from = i
			}
		}
	}
	w.add(start+from, start+tail)
	for i := tail; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		w.add(start+i, start+i+n)
		i += n
	}
}

func abbreviation(s string) bool {
	if strings.Count(s, ".") > 1 {
		return true
	}
	word := strings.ToLower(strings.TrimSuffix(s, "."))
	return len(word) == 1 && word != "i" || strings.Contains(" mr mrs ms dr gen sen rep gov col lt sgt capt jr sr st no inc co corp ltd jan feb aug sept oct nov dec ", " "+word+" ")
}
