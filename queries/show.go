package queries

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// FindClaim returns the claim with an id, which may be given without "claim:" before it.
func FindClaim(g *graph.Graph, id string) (Evidence, bool) {
	id = "claim:" + strings.TrimPrefix(id, "claim:")
	for i := range g.Len() {
		if g.Claim(i).ID == id {
			return evidence(g, i), true
		}
	}
	return Evidence{}, false
}

// ArticleIDs lists the ids of the articles.
func ArticleIDs(g *graph.Graph) []string {
	ids := make([]string, len(g.Articles))
	for i, a := range g.Articles {
		ids[i] = a.ID
	}
	return ids
}

// NearArticles returns the ids of articles that come nearest to one.
func NearArticles(g *graph.Graph, id string) []string {
	same := func(s string) string { return s }
	var begin []string
	for _, a := range ArticleIDs(g) {
		if id != "" && strings.HasPrefix(a, id) && len(begin) < maxNear {
			begin = append(begin, a)
		}
	}
	if len(begin) > 0 {
		return begin
	}
	return nearest(id, ArticleIDs(g), same, func(string) int { return 0 }, maxNear)
}

// WriteClaim prints all that a claim holds.
func WriteClaim(w io.Writer, e Evidence, s Style) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", s.Bold(e.words()))
	fmt.Fprintf(&b, "%s\n\n", s.unmark(wrap("  "+marked(&e.Claim, bracketed), s.columns(), "  ")))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s %s\n", s.Faint(fmt.Sprintf("%-12s", name)), wrap(oneLine(value), s.columns()-15, strings.Repeat(" ", 15)))
		}
	}
	field("subject", e.Subject.Name+" — "+quoted(e.Subject.Mention))
	if e.Object != nil {
		field("object", e.Object.Name+" — "+quoted(e.Object.Mention))
	}
	field("verb", e.Predicate+" — "+quoted(e.Trigger))
	field("class", strings.TrimSpace(string(e.Class)+" "+e.CAMEO+"  "+string(e.Class.Quadrant())))
	field("theme", oneLine(e.Theme))
	field("told as", string(e.Polarity)+", "+string(e.Modality))
	if e.Mutual {
		field("", "both do it to each other")
	}
	if e.Speaker != nil {
		field("says", e.Speaker.Name+" — "+quoted(e.Speaker.Mention))
	}
	field("date", strings.TrimSpace(e.Date+"  from the "+map[bool]string{true: "text", false: "article"}[e.DateSource == "text"]))
	field("place", e.Place)
	field("article", strings.Join(nonEmpty(e.Article, e.Title, e.Source, e.ArticleDate), " · "))
	field("bytes", fmt.Sprintf("sentence %d–%d, trigger %d–%d", e.SentenceStart, e.SentenceEnd, e.TriggerStart, e.TriggerEnd))
	field("rule", e.Rule+", confidence "+strconv.FormatFloat(e.Confidence, 'f', 2, 64))
	field("id", e.ID)
	_, err := io.WriteString(w, b.String())
	return err
}

// quoted puts words in quotation marks.
func quoted(words string) string { return "“" + oneLine(words) + "”" }

// nonEmpty returns the texts that are not empty.
func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// WriteArticle prints an article's text with the triggers of its claims marked and numbered, and the claims below.
func WriteArticle(w io.Writer, ac graph.ArticleClaims, s Style) error {
	var b strings.Builder
	a := ac.Article
	fmt.Fprintf(&b, "%s\n%s\n\n", s.Bold(oneLine(cmp.Or(a.Title, a.ID))), s.Faint(oneLine(strings.Join(nonEmpty(a.ID, a.Source, a.Date, a.URL), " · "))))
	claims := slices.Clone(ac.Claims)
	slices.SortStableFunc(claims, func(x, y news.Claim) int { return x.TriggerStart - y.TriggerStart })
	text, at := new(strings.Builder), 0
	for i, c := range claims {
		if c.TriggerStart < at || c.TriggerEnd > len(a.Text) { // several claims of one trigger
			if i > 0 && c.TriggerStart == claims[i-1].TriggerStart {
				fmt.Fprintf(text, "[%d]", i+1)
			}
			continue
		}
		text.WriteString(a.Text[at:c.TriggerStart])
		fmt.Fprintf(text, "%s[%d]", bracketed(a.Text[c.TriggerStart:c.TriggerEnd]), i+1)
		at = c.TriggerEnd
	}
	text.WriteString(a.Text[min(at, len(a.Text)):])
	for paragraph := range strings.SplitSeq(text.String(), "\n") {
		fmt.Fprintf(&b, "%s\n", s.unmark(wrap(clean(paragraph), s.columns(), "")))
	}
	b.WriteByte('\n')
	for i, c := range claims {
		e := Evidence{Claim: c}
		fmt.Fprintf(&b, "%s  %s\n", wrap(fmt.Sprintf("[%d] %s", i+1, e.words()), s.columns()-10, "    "), s.Faint(string(c.Class)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// clean makes white space single and takes out control characters, but leaves the marks of unmark.
func clean(s string) string {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r < ' ' && r > 1 || r == 0x7F })
	return strings.Join(fields, " ")
}

// WriteActor prints an actor's card: its names, roles and side, and what it does and what is done to it.
func WriteActor(w io.Writer, g *graph.Graph, name string, s Style) error {
	i, err := FindActor(g, name)
	if err != nil {
		return err
	}
	a := g.Actors[i]
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n", s.Bold(oneLine(a.Name)), s.Faint(oneLine(a.ID)))
	field := func(name string, values ...string) {
		if text := strings.Join(nonEmpty(values...), ", "); text != "" {
			fmt.Fprintf(&b, "  %s %s\n", s.Faint(fmt.Sprintf("%-12s", name)), wrap(oneLine(text), s.columns()-15, strings.Repeat(" ", 15)))
		}
	}
	kinds := make([]string, len(a.Kinds))
	for j, k := range a.Kinds {
		kinds[j] = string(k)
	}
	field("kind", kinds...)
	field("side", a.Sides...)
	field("roles", a.Roles...)
	field("also called", a.Aliases...)
	field("claims", fmt.Sprintf("does %s, has %s done to it, says %s; in %s", Thousands(a.AsSubject), Thousands(a.AsObject),
		Thousands(a.AsSpeaker), Count(a.Articles, "article")))
	for _, part := range []struct {
		title string
		q     Question
	}{
		{"does", Question{Subject: Name(a.ID), Object: Unsaid{}}},
		{"has done to it", Question{Subject: Anyone{}, Object: Name(a.ID)}},
	} {
		r, err := Ask(g, part.q, Options{Selection: Selection{Include: []string{"all"}}, Limit: MaxListed})
		if err != nil {
			return err
		}
		if len(r.Statements) > 0 {
			fmt.Fprintf(&b, "\n%s\n", s.Bold(part.title))
		}
		for _, st := range r.Statements {
			fmt.Fprintf(&b, "  %s  %s\n", wrap(st.Sentence(), s.columns()-24, "    "), s.Faint(st.classes()+" "+Count(len(st.Claims), "claim")))
		}
		if left := r.Total - len(r.Statements); left > 0 {
			fmt.Fprintf(&b, "  %s\n", s.Faint(fmt.Sprintf("and %s more", Thousands(left))))
		}
	}
	_, err = io.WriteString(w, b.String())
	return err
}
