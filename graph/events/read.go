package events

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Options says how rows become claims. The zero value works.
type Options struct {
	Format  Format                                                // "": what the first line looks like
	ActorID func(name string, kind news.Kind, side string) string // id of an actor; nil: "actor:" and its words
	Bad     func(line int, err error)                             // told of each row that cannot be read; nil: nobody is
}

// Batch is what was read from a file.
type Batch struct {
	Format   Format
	Articles []graph.ArticleClaims // in the order in which their first rows come
	Rows     int                   // without the heading
	Bad      int                   // rows that cannot be read
	Without  int                   // rows that name nobody who acts
}

// maxLine is how long a row may be, in bytes.
const maxLine = 4 << 20

// Read reads event rows. A row that cannot be read is told by line and left out. The claims of one story stand together,
// wherever its rows are, so everything read is held in memory.
func Read(r io.Reader, o Options) (Batch, error) {
	in := &reading{o: o, articles: map[string]int{}, seen: map[string]bool{}}
	in.batch.Format = o.Format
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	for lines.Scan() {
		n++
		if err := in.line(n, decoded(lines.Text())); err != nil {
			return in.batch, err
		}
	}
	err := lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = fmt.Errorf("line %d is longer than %d bytes: %w", n+1, maxLine, ErrFormat)
	}
	if err == nil && n == 0 {
		err = ErrFormat
	}
	return in.batch, err
}

// decoded returns a line as UTF-8; some files that were published are in Windows-1252.
func decoded(line string) string {
	line = strings.TrimPrefix(strings.TrimRight(line, "\r"), "\uFEFF")
	if utf8.ValidString(line) {
		return line
	}
	text, err := charmap.Windows1252.NewDecoder().String(line)
	if err != nil {
		return strings.ToValidUTF8(line, "")
	}
	return text
}

// reading is the state of a file.
type reading struct {
	o        Options
	batch    Batch
	headings map[string]int
	articles map[string]int  // by id: index in batch.Articles
	seen     map[string]bool // ids of claims: a row that comes twice is one
}

// line reads a line. An error ends the file.
func (in *reading) line(n int, line string) error {
	if strings.TrimSpace(line) == "" {
		return nil
	}
	cells := strings.Split(line, "\t")
	if n == 1 || in.batch.Format == "" {
		heading, err := in.first(cells)
		if err != nil || heading {
			return err
		}
	}
	in.batch.Rows++
	e, err := in.event(cells)
	e.line = line
	switch {
	case err != nil:
		in.batch.Bad++
		if in.o.Bad != nil {
			in.o.Bad(n, err)
		}
	case len(e.sources) == 0:
		in.batch.Without++
	default:
		in.add(e)
	}
	return nil
}

// first looks at the first line: it is a heading, or tells the format by its columns.
func (in *reading) first(cells []string) (heading bool, err error) {
	at := map[string]int{}
	for i, c := range cells {
		at[strings.TrimSpace(c)] = i
	}
	if i, ok := at["Event Intensity"]; ok {
		at["Intensity"] = i
	}
	for _, x := range []struct {
		format Format
		wants  []string
	}{{ICEWS, []string{"Event Date", "Source Name", "CAMEO Code", "Target Name"}}, {POLECAT, []string{"Event Date", "Event Type", "Actor Name", "Recipient Name"}}} {
		all := in.batch.Format == "" || in.batch.Format == x.format
		for _, name := range x.wants {
			_, ok := at[name]
			all = all && ok
		}
		if all {
			in.batch.Format, in.headings = x.format, at
			return true, nil
		}
	}
	if len(cells) == gdeltColumns || len(cells) == gdelt1Columns {
		if in.batch.Format == "" || in.batch.Format == GDELT {
			in.batch.Format = GDELT
			return false, nil
		}
	}
	if in.batch.Format == GDELT { // a broken first row of a file that is known to be GDELT
		return false, nil
	}
	return false, ErrFormat
}

// event is a row as all formats have it.
type event struct {
	key                          string // what makes the row one: its id and date
	date, code                   string
	class                        news.Class
	sources, targets             []party
	story, url, publisher, place string
	published                    string
	line                         string // the row itself: it is the article's text and the claim's sentence
	trigger                      int    // number of the cell that says what was done
}

// party is an actor in a row.
type party struct {
	name, side string
	kind       news.Kind
	roles      []string
	mention    string // the words in the row
	cell       int    // number of the cell that they stand in
}

// maxPairs is how many claims a row with several actors on both sides may become.
const maxPairs = 400

// add puts a row's claims under its article.
func (in *reading) add(e event) {
	id := string(in.batch.Format) + "-" + e.story
	i, ok := in.articles[id]
	if !ok {
		i = len(in.batch.Articles)
		in.articles[id] = i
		in.batch.Articles = append(in.batch.Articles, graph.ArticleClaims{Extractor: string(in.batch.Format),
			Article: news.Article{ID: id, Date: e.published, Source: e.publisher, URL: e.url}})
	}
	ac := &in.batch.Articles[i]
	start := len(ac.Article.Text)
	ac.Article.Text += e.line + "\n"
	targets := e.targets
	if len(targets) == 0 {
		targets = []party{{}}
	}
	pairs := 0
	for _, s := range e.sources {
		for _, t := range targets {
			if pairs++; pairs > maxPairs {
				return
			}
			if c := in.claim(e, s, t, id, start); !in.seen[id+c.ID] {
				in.seen[id+c.ID] = true
				ac.Claims = append(ac.Claims, c)
			}
		}
	}
}

// claim makes a claim of a pair of actors in a row that starts at a place of the article's text.
func (in *reading) claim(e event, source, target party, article string, start int) news.Claim {
	s, _ := schemeOf(e.class)
	c := news.Claim{Article: article, Predicate: s.predicate, Lemma: s.lemma, Class: e.class, CAMEO: e.code, Polarity: news.Affirmed,
		Modality: news.Actual, Date: e.date, DateSource: news.DateFromArticle, Place: e.place, Rule: string(in.batch.Format), Confidence: codedConfidence}
	c.Sentence, c.SentenceStart, c.SentenceEnd = e.line, start, start+len(e.line)
	at := e.words(e.trigger, "", start)
	c.Trigger, c.TriggerStart, c.TriggerEnd = e.line[at.Start-start:at.End-start], at.Start, at.End
	c.Subject = in.participant(e, source, start)
	key := e.key + "\x00" + c.Subject.ID
	if target.name != "" {
		object := in.participant(e, target, start)
		c.Object = &object
		key += "\x00" + c.Object.ID
	}
	sum := sha256.Sum256([]byte(string(in.batch.Format) + "\x00" + key + "\x00" + e.code))
	c.ID = "claim:" + hex.EncodeToString(sum[:8])
	return c
}

// codedConfidence is the confidence of a machine-coded row. Nothing is known of a single one; studies of such data find
// between half and three quarters of the rows right.
const codedConfidence = 0.5

// participant makes a participant of a party, with the words of the row that denote it.
func (in *reading) participant(e event, p party, start int) news.Participant {
	at := e.words(p.cell, p.mention, start)
	return news.Participant{Actor: in.actor(p), Mention: e.line[at.Start-start : at.End-start], Span: at}
}

// words returns where words stand in a cell of the row, or where the cell stands if they are not in it; the row starts at
// a place of a text.
func (e event) words(cell int, words string, start int) news.Span {
	from := 0
	for ; cell > 0; cell-- {
		from += strings.IndexByte(e.line[from:], '\t') + 1
	}
	text, _, _ := strings.Cut(e.line[from:], "\t")
	if i := strings.Index(text, words); i >= 0 && words != "" {
		return news.Span{Start: start + from + i, End: start + from + i + len(words)}
	}
	return news.Span{Start: start + from, End: start + from + len(text)}
}

// actor makes an actor of a party.
func (in *reading) actor(p party) news.Actor {
	a := news.Actor{Name: p.name, Kind: p.kind, Side: p.side, Roles: p.roles}
	if in.o.ActorID != nil {
		a.ID = in.o.ActorID(a.Name, a.Kind, a.Side)
	}
	if a.ID == "" {
		a.ID = "actor:" + slug(a.Name)
	}
	return a
}

// slug returns a name's words in lower case, joined by underscores.
func slug(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[],.;:'\"", r) {
			return ' '
		}
		return r
	}, name))), "_")
}
