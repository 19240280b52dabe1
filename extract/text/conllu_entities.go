package text

import (
	"fmt"
	"strings"
)

// EntityMention is one mention as the Entity attribute of a treebank gives it (CorefUD format: Nedoluzhko et al.,
// CorefUD 1.0: Coreference Meets Universal Dependencies, 2022; GUM: Zeldes, The GUM Corpus, 2017).
type EntityMention struct {
	Group    string            // id of the entity; mentions of one entity share it
	Sentence int               // index in Document.Sentences
	First    int               // index of the first token
	Last     int               // index of the last token, inclusive; of the first part, if the mention has several
	Fields   map[string]string // the other fields by their names in global.Entity: etype, infstat, minspan, identity …
}

// defaultEntityFields are the fields of Entity attributes in files without global.Entity.
const defaultEntityFields = "eid-etype-head-other"

// readGroups parses the Entity attributes of all sentences.
func (d *CoNLLU) readGroups() error {
	names, ok := d.Comment("global.Entity")
	if !ok {
		names = defaultEntityFields
	}
	p := entityReader{d: d, names: strings.Split(names, "-"), open: map[string][]int{}}
	for i := range d.Source {
		for j, misc := range d.Source[i].Misc {
			if value, ok := Attribute(misc, "Entity"); ok {
				if err := p.token(value, i, j); err != nil {
					return fmt.Errorf("sentence at line %d, word %d: Entity=%s: %w", d.Source[i].line, j+1, value, err)
				}
			}
		}
		clear(p.open) // no mention crosses sentences
	}
	return nil
}

// entityReader pairs opening and closing brackets.
type entityReader struct {
	d     *CoNLLU
	names []string         // of the fields
	open  map[string][]int // by group, mentions still open, innermost last
}

// token reads the brackets at one token: "(1-person-…", "1)", "(2-place-…)" and runs of these.
func (p *entityReader) token(value string, sentence, token int) error {
	for value != "" {
		opening := value[0] == '('
		end := strings.IndexAny(value[1:], "()") + 1
		switch {
		case opening && end == 0:
			p.begin(value[1:], sentence, token)
			value = ""
		case opening:
			p.begin(value[1:end], sentence, token)
			if value[end] == ')' {
				p.end(groupOf(value[1:end]), token)
				end++
			}
			value = value[end:]
		case end > 0 && value[end] == ')':
			p.end(value[:end], token)
			value = value[end+1:]
		default:
			return fmt.Errorf("bracket expected at %q", value)
		}
	}
	return nil
}

// groupOf returns the first field of an opening bracket.
func groupOf(fields string) string {
	group, _, _ := strings.Cut(fields, "-")
	return group
}

// begin notes an opening bracket. Parts after the first of a mention in several parts, "5[2/2]", are passed over.
func (p *entityReader) begin(fields string, sentence, token int) {
	values := strings.SplitN(fields, "-", len(p.names))
	m := EntityMention{Group: values[0], Sentence: sentence, First: token, Last: token, Fields: map[string]string{}}
	if id, part, ok := strings.Cut(m.Group, "["); ok {
		if !strings.HasPrefix(part, "1/") {
			return
		}
		m.Group = id
	}
	for k, v := range values {
		if k > 0 {
			m.Fields[p.names[k]] = unescape(v)
		}
	}
	p.open[values[0]] = append(p.open[values[0]], len(p.d.Groups))
	p.d.Groups = append(p.d.Groups, m)
}

// end notes a closing bracket; one without an opening bracket in the sentence is passed over.
func (p *entityReader) end(group string, token int) {
	stack := p.open[group]
	if len(stack) == 0 {
		return
	}
	p.d.Groups[stack[len(stack)-1]].Last = token
	p.open[group] = stack[:len(stack)-1]
}

// The characters that have a meaning: in Entity attributes and CoNLL-U itself, and in lists of ours.
const (
	reserved     = "%-()|=,;[]\t\r\n"
	reservedList = "%+|\t\r\n"
)

// escape writes the given and all control characters as %XX, as CorefUD does.
func escape(s, reserved string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < ' ' || strings.IndexByte(reserved, c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// unescape is the inverse of escape; what is no escape stays.
func unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && unhex(s[i+1]) >= 0 && unhex(s[i+2]) >= 0 {
			b.WriteByte(byte(unhex(s[i+1])<<4 | unhex(s[i+2])))
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// unhex returns the value of a hexadecimal digit, -1 if c is none.
func unhex(c byte) int { return strings.IndexByte("0123456789ABCDEF", c) }
