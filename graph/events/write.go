package events

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"time"

	"quadwire/graph"
	"quadwire/graph/news"
)

// Written says what Write did.
type Written struct {
	Rows int
	Left int // claims that the format has no place for: of no event class, without a date, or without an object where it wants one
}

// Write writes claims as event rows, one a claim, in their order. What two actors do to each other is one row. ICEWS and
// POLECAT begin with a line of headings.
func Write(w io.Writer, g *graph.Graph, claims iter.Seq[int], f Format) (Written, error) {
	out := bufio.NewWriterSize(w, 1<<16)
	var done Written
	if f == ICEWS || f == POLECAT {
		out.WriteString(strings.Join(columns(f), "\t") + "\n")
	}
	for i := range claims {
		c := g.Claim(i)
		row := ""
		if r, ok := codedOf(c, g.Articles[g.Edge(i).Article]); ok {
			row = r.line(f)
		}
		if row == "" {
			done.Left++
			continue
		}
		done.Rows++
		out.WriteString(row + "\n")
	}
	return done, out.Flush()
}

// coded is a claim as coding schemes see it.
type coded struct {
	news.Claim
	scheme
	article graph.Article
	date    string // a whole day
}

// codedOf codes a claim; ok is false if it has no event class or no date. What has no date of its own has the article's;
// a month stands for its first day, unless the article is of that month.
func codedOf(c news.Claim, a graph.Article) (coded, bool) {
	s, ok := schemeOf(c.Class)
	date := c.Date
	if len(date) < len("2006-01-02") && strings.HasPrefix(a.Date, date) {
		date = a.Date
	}
	if len(date) >= 4 {
		date += "-01-01"[min(6, len(date)-4):]
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return coded{}, false
	}
	return coded{c, s, a, date}, ok
}

// line returns the row of a format; nothing if the claim does not fit.
func (c coded) line(f Format) string {
	switch {
	case f == ICEWS && c.Object != nil:
		return c.icews()
	case f == POLECAT && c.ploverQuad > 0:
		return c.polecat()
	case f == GDELT:
		return c.gdelt()
	case f == PLOVER && c.ploverQuad > 0:
		return c.plover()
	}
	return ""
}

// cells joins the cells of a row: no format quotes, so tabs and line ends become blanks.
func cells(list ...string) string {
	for i, c := range list {
		list[i] = strings.Join(strings.Fields(c), " ")
	}
	return strings.Join(list, "\t")
}

// serial makes a number of an id, below 2^53, which is what most programs keep exactly.
func serial(id string) string {
	h := fnv.New64a()
	h.Write([]byte(id))
	return strconv.FormatUint(h.Sum64()>>11, 10)
}

func score(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// or returns the text, or what stands for a missing one.
func or(text, missing string) string {
	if strings.TrimSpace(text) == "" {
		return missing
	}
	return text
}

// sectorNames and sectorCodes are what ICEWS and PLOVER call the kinds of actors.
var (
	sectorNames = map[news.Kind]string{news.Government: "Government", news.Military: "Military", news.Country: "Government"}
	sectorCodes = map[news.Kind]string{news.Government: "GOV", news.Military: "MIL", news.Country: "GOV", news.Organization: "", news.Group: "CVL"}
)

func (c coded) icews() string {
	o := c.Object.Actor
	return cells(serial(c.ID), c.date, c.Subject.Name, sectorNames[c.Subject.Kind], c.Subject.Side, c.name, c.cameo, strconv.FormatFloat(c.goldstein, 'f', 1, 64),
		o.Name, sectorNames[o.Kind], o.Side, serial(c.Article), "", c.article.Source, c.Place, "", "", "", "", "")
}

func (c coded) polecat() string {
	a, b := c.polecatParty(&c.Subject), c.polecatParty(c.Object)
	row := []string{strings.TrimPrefix(c.ID, "claim:"), c.date, string(c.Class), c.mode(), score(c.ploverScore), quads[c.ploverQuad], "None"}
	row = append(append(row, a...), b...)
	row = append(row, or(c.Place, "None"), "None", "None", "None", "None", "None", "None", "None", or(c.Place, "None"), "None", or(c.article.Source, "None"),
		or(c.article.Date, "None"), "None", "None", "None", "English", "quadwire")
	return cells(row...)
}

// polecatParty returns the eight cells of an actor.
func (c coded) polecatParty(p *news.Participant) []string {
	if p == nil {
		return strings.Fields("None None None None None None None None")
	}
	country := "None"
	if k, ok := CountryOf(p.Side); ok {
		country = k.Alpha3
	}
	sector := or(sectorCodes[p.Kind], "None")
	return []string{p.Name, country, "None", sector, sector, or(strings.Join(p.Roles, ", "), "None"), or(p.Mention, p.Name), "None"}
}

// mode names what PLOVER calls auxiliary modes: what is not affirmed and actual.
func (c coded) mode() string {
	switch {
	case c.Polarity == news.Negated:
		return "negation"
	case c.Modality == news.Planned || c.Modality == news.Requested:
		return "future"
	case c.Modality == news.Possible:
		return "hypothetical"
	}
	return "None"
}

func (c coded) gdelt() string {
	row := make([]string, gdeltColumns)
	day, _ := time.Parse(time.DateOnly, c.date)
	row[gdeltID], row[gdeltDay] = serial(c.ID), day.Format("20060102")
	row[2], row[3], row[4] = day.Format("200601"), day.Format("2006"), fmt.Sprintf("%.4f", float64(day.Year())+math.Min(0.9999, float64(day.YearDay())/365))
	gdeltCells(row[gdeltActor1:], &c.Subject)
	gdeltCells(row[gdeltActor2:], c.Object)
	row[25], row[gdeltEventCode], row[27], row[28], row[29] = "1", c.cameo, c.cameo, c.cameo[:2], strconv.Itoa(c.cameoQuad)
	row[30], row[31], row[32], row[33], row[34] = score(c.goldstein), "1", "1", "1", "0"
	row[35], row[43], row[51] = "0", "0", "0"
	if c.Place != "" {
		row[gdeltColumns+gdeltPlace] = c.Place
	}
	added := c.article.Date
	if len(added) != len(c.date) {
		added = c.date
	}
	row[gdeltColumns+gdeltAdded] = strings.ReplaceAll(added, "-", "") + "000000"
	row[gdeltColumns+gdeltURL] = or(c.article.URL, c.Article)
	return cells(row...)
}

// gdeltCells fills the ten cells of an actor.
func gdeltCells(row []string, p *news.Participant) {
	if p == nil {
		return
	}
	country, ok := CountryOf(p.Side)
	sector := sectorCodes[p.Kind]
	if p.Kind == news.Country {
		sector = ""
	}
	if ok {
		row[gdeltCountryOffset] = country.Alpha3
	}
	row[0], row[gdeltNameOffset], row[gdeltTypeOffset] = country.Alpha3+sector, strings.ToUpper(p.Name), sector
}
