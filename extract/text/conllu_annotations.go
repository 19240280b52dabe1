package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quadwire/graph/news"
)

// The comments in which a document of ours keeps what CoNLL-U has no place for.
const (
	commentDate   = "document_date"   // Document.Date
	commentMeta   = "document_meta"   // start:end of a range of Document.Meta
	commentGap    = "document_gap"    // offset and quoted text that stands outside the tokens and is no white space
	commentEntity = "document_entity" // id|name|kind|side|roles|aliases of an entity
	commentQuote  = "document_quote"  // start:end|speaker|sentence:token of a quotation
)

// entityFields are the fields of our Entity attributes. head counts the words of the mention from 1.
const entityFields = "eid-etype-head-form-place-name-roles-side-members"

// kindNames are the values of the sentence comment "kind".
var kindNames = [...]string{Prose: "prose", Headline: "headline", Heading: "heading"}

func kindNamed(name string) SentenceKind {
	return SentenceKind(max(0, slices.Index(kindNames[:], name)))
}

// formNames are the values of the field form.
var formNames = [...]string{Named: "named", Nominal: "nominal", Pronoun: "pronoun"}

// readAnnotations takes everything beyond tokens from MISC and comments.
func (d *CoNLLU) readAnnotations() error {
	if err := d.readGroups(); err != nil {
		return err
	}
	d.Date, _ = d.Comment(commentDate)
	if fields, _ := d.Comment("global.Entity"); fields == entityFields {
		d.readMentions()
	}
	if err := d.readTimes(); err != nil {
		return err
	}
	for _, c := range d.Comments {
		key, value, _ := strings.Cut(c, " = ")
		var err error
		switch key {
		case commentMeta:
			var s news.Span
			s, err = d.span(value)
			d.Meta = append(d.Meta, s)
		case commentEntity:
			err = d.readEntity(value)
		case commentQuote:
			err = d.readQuote(value)
		}
		if err != nil {
			return fmt.Errorf("comment %q: %w", c, err)
		}
	}
	return d.checkEntities()
}

// span reads "start:end", bytes of the text.
func (d *CoNLLU) span(s string) (news.Span, error) {
	a, b, err := pair(s)
	if err == nil && (a < 0 || b < a || b > len(d.Text)) {
		err = fmt.Errorf("%s is not within the %d bytes of text", s, len(d.Text))
	}
	return news.Span{Start: a, End: b}, err
}

// pair reads two numbers with a colon between them.
func pair(s string) (a, b int, err error) {
	first, second, _ := strings.Cut(s, ":")
	if a, err = strconv.Atoi(first); err != nil {
		return 0, 0, fmt.Errorf("want two numbers and a colon: %w", err)
	}
	if b, err = strconv.Atoi(second); err != nil {
		return 0, 0, fmt.Errorf("want two numbers and a colon: %w", err)
	}
	return a, b, nil
}

// readMentions makes mentions of groups that a document of ours holds.
func (d *CoNLLU) readMentions() {
	for _, g := range d.Groups {
		tokens := d.Sentences[g.Sentence].Tokens
		m := Mention{Sentence: g.Sentence, First: g.First, Last: g.Last, Entity: entityIndex(g.Group), Side: g.Fields["side"],
			Name: g.Fields["name"], Place: g.Fields["place"] == "place", Roles: list(g.Fields["roles"]),
			Kind: news.Kind(g.Fields["etype"]), Form: MentionForm(max(0, slices.Index(formNames[:], g.Fields["form"])))}
		m.Start, m.End = tokens[g.First].Start, tokens[g.Last].End
		head, _ := strconv.Atoi(g.Fields["head"])
		m.Head = min(max(g.First+head-1, g.First), g.Last)
		for _, member := range list(g.Fields["members"]) {
			m.Members = append(m.Members, entityIndex(member))
		}
		d.Mentions = append(d.Mentions, m)
	}
}

// entityIndex returns the number in an entity's id, -1 for a mention of no entity.
func entityIndex(id string) int {
	if n, ok := strings.CutPrefix(id, "e"); ok {
		if i, err := strconv.Atoi(n); err == nil && i >= 0 {
			return i
		}
	}
	return -1
}

// list reads a list whose items were escaped and joined by plus signs.
func list(s string) []string {
	if s == "" {
		return nil
	}
	items := strings.Split(s, "+")
	for i := range items {
		items[i] = unescape(items[i])
	}
	return items
}

// joinList is the inverse of list.
func joinList(items []string) string {
	escaped := make([]string, len(items))
	for i := range items {
		escaped[i] = escape(items[i], reservedList)
	}
	return strings.Join(escaped, "+")
}

func (d *CoNLLU) readEntity(value string) error {
	f := strings.Split(value, "|")
	if len(f) != 6 || entityIndex(f[0]) != len(d.Entities) {
		return fmt.Errorf("want e%d and five fields", len(d.Entities))
	}
	d.Entities = append(d.Entities, Entity{Name: unescape(f[1]), Kind: news.Kind(unescape(f[2])), Side: unescape(f[3]),
		Roles: list(unescape(f[4])), Aliases: list(unescape(f[5]))})
	return nil
}

// checkEntities fills in Entity.Mentions and makes sure that all indexes of entities and mentions exist.
func (d *CoNLLU) checkEntities() error {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		for _, e := range append([]int{m.Entity}, m.Members...) {
			if e >= len(d.Entities) {
				return fmt.Errorf("mention %q of entity e%d, which has no %s", d.Text[m.Start:m.End], e, commentEntity)
			}
		}
		if m.Entity >= 0 {
			d.Entities[m.Entity].Mentions = append(d.Entities[m.Entity].Mentions, i)
		}
	}
	for _, q := range d.Quotes {
		if q.Speaker >= len(d.Mentions) {
			return fmt.Errorf("quotation of speaker %d of %d mentions", q.Speaker, len(d.Mentions))
		}
	}
	return nil
}

func (d *CoNLLU) readQuote(value string) error {
	f := strings.Split(value, "|")
	if len(f) != 3 {
		return fmt.Errorf("%d fields, want 3", len(f))
	}
	var q Quote
	var err error
	if q.Span, err = d.span(f[0]); err != nil {
		return err
	}
	if q.Speaker, err = strconv.Atoi(f[1]); err != nil || q.Speaker < -1 {
		return fmt.Errorf("speaker %q", f[1])
	}
	q.Cue.Sentence, q.Cue.Token, err = pair(f[2])
	if err != nil || q.Cue.Sentence >= len(d.Sentences) ||
		q.Cue.Sentence >= 0 && (q.Cue.Token < 0 || q.Cue.Token >= len(d.Sentences[q.Cue.Sentence].Tokens)) {
		return fmt.Errorf("no token %q", f[2])
	}
	d.Quotes = append(d.Quotes, q)
	return nil
}

// readTimes takes expressions of time from MISC: "Time=3:2023-11-06" at the first of three tokens; several joined by +.
func (d *CoNLLU) readTimes() error {
	for i := range d.Source {
		for j, misc := range d.Source[i].Misc {
			value, ok := Attribute(misc, "Time")
			if !ok {
				continue
			}
			for item := range strings.SplitSeq(value, "+") {
				length, day, _ := strings.Cut(item, ":")
				n, err := strconv.Atoi(length)
				tokens := d.Sentences[i].Tokens
				if err != nil || n < 1 || j+n > len(tokens) {
					return fmt.Errorf("sentence at line %d, word %d: Time=%s", d.Source[i].line, j+1, value)
				}
				t := Time{Sentence: i, First: j, Last: j + n - 1, Value: unescape(day)}
				t.Start, t.End = tokens[t.First].Start, tokens[t.Last].End
				d.Times = append(d.Times, t)
			}
		}
	}
	return nil
}
