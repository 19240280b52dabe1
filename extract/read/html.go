package read

import (
	"errors"
	"fmt"
	nurl "net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quadwire/graph/news"
)

// readHTML takes the article out of a web page: title, date, site and address from its metadata, and the main text,
// one paragraph a block, without menus, advertisements and comments. The headline comes first in the text, as in the
// page, since headlines make claims too.
func readHTML(a *news.Article, page string) error {
	found, err := mainText(page)
	body := ""
	if err == nil && found.ContentNode != nil {
		body = blockText(found.ContentNode)
	}
	if len(body) < shortPage/5 { // a page too plain to have a main part: everything in it is the article
		if whole := pageText(page); len(whole) < shortPage || body == "" {
			body = whole
		}
	}
	if strings.TrimSpace(body) == "" {
		return errors.New("no article text found in the page")
	}
	if found != nil {
		takeMetadata(a, found.Metadata)
	}
	a.Text = withHeadline(a.Title, body)
	return nil
}

// shortPage is how many bytes of text a page may have to be read as a whole.
const shortPage = 1000

// mainText runs the extractor. Its many heuristics meet pages of any kind, so that a panic in it leaves out that page
// and not the whole run.
func mainText(page string) (result *trafilatura.ExtractResult, err error) {
	defer func() {
		if r := recover(); r != nil {
			result, err = nil, fmt.Errorf("find the main text: %v", r)
		}
	}()
	return trafilatura.Extract(strings.NewReader(page), trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		ExcludeTables:   true,
		HtmlDateOptions: &htmldate.Options{
			UseOriginalDate:     true,
			SkipExtensiveSearch: true,
			// Fixed bounds: by default they depend on the day on which the page is read.
			MinDate: time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC),
			MaxDate: time.Date(2199, 12, 31, 0, 0, 0, 0, time.UTC),
		},
	})
}

// takeMetadata fills in what the page says about itself.
func takeMetadata(a *news.Article, m trafilatura.Metadata) {
	a.Title = strings.Join(strings.Fields(m.Title), " ")
	if !m.Date.IsZero() {
		a.Date = m.Date.Format(time.DateOnly)
	}
	a.Source = m.Sitename
	if a.Source == "" {
		a.Source = m.Hostname
	}
	if u, err := nurl.Parse(m.URL); err == nil && u.IsAbs() {
		a.URL = m.URL
	}
}

// withHeadline puts the title before the text unless the text begins with it.
func withHeadline(title, body string) string {
	if title == "" || strings.HasPrefix(body, title) {
		return body
	}
	return title + "\n\n" + body
}

// blocks are the elements that stand as paragraphs of their own.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true,
	atom.H5: true, atom.H6: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Blockquote: true, atom.Pre: true,
	atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Body: true, atom.Table: true, atom.Tr: true,
	atom.Td: true, atom.Th: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Figure: true, atom.Figcaption: true,
	atom.Hr: true, atom.Address: true, atom.Details: true, atom.Summary: true}

// unread are the elements whose contents are no text of an article.
var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Head: true, atom.Nav: true, atom.Footer: true,
	atom.Aside: true, atom.Form: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Object: true, atom.Video: true, atom.Audio: true}

// blockText returns the text below a node, paragraphs parted by an empty line. Spaces, tabs and line ends count as one
// space, as a browser shows them; non-breaking spaces stay.
func blockText(n *html.Node) string {
	var w blockWriter
	w.node(n)
	w.flush()
	return strings.Join(w.paragraphs, "\n\n")
}

// blockWriter gathers paragraphs.
type blockWriter struct {
	paragraphs []string
	line       strings.Builder
}

// flush ends the paragraph.
func (w *blockWriter) flush() {
	var lines []string
	for line := range strings.SplitSeq(w.line.String(), "\n") {
		if line = strings.Trim(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		w.paragraphs = append(w.paragraphs, strings.Join(lines, "\n"))
	}
	w.line.Reset()
}

// node writes the text of n and everything below it.
func (w *blockWriter) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
		return
	case n.Type == html.CommentNode || unread[n.DataAtom]:
		return
	case n.DataAtom == atom.Br:
		w.line.WriteByte('\n')
		return
	}
	if blocks[n.DataAtom] {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if blocks[n.DataAtom] {
		w.flush()
	}
}

// text writes a stretch of text with its white space made single.
func (w *blockWriter) text(s string) {
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			if line := w.line.String(); line == "" || line[len(line)-1] == ' ' || line[len(line)-1] == '\n' {
				continue
			}
			r = ' '
		}
		w.line.WriteRune(r)
	}
}

// pageText returns all the text of a page or of a piece of one.
func pageText(page string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return ""
	}
	return blockText(root)
}
