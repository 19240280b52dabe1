package claims

import (
	"strings"

	"quadwire/graph/news"
)

// themePreps introduce what a talk, warning or request is about.
var themePreps = []string{"about", "over", "regarding", "concerning", "on", "of", "for", "with", "against"}

// themeOf returns the token whose phrase or clause says what the event of a verb is about, or -1: the embedded
// clause, else an object that is no actor, else a phrase with "about" and its like.
func (r *reader) themeOf(e *event) int {
	f := &e.frame
	if f.complement >= 0 {
		return f.complement
	}
	for _, o := range f.objects {
		if o.tree == e.tree && len(r.actors(o)) == 0 {
			return o.tok
		}
	}
	for _, p := range themePreps {
		for _, a := range f.preps {
			if a.prep == p && a.tree == e.tree && len(r.actors(a)) == 0 && a.tok != e.trigger {
				return a.tok
			}
		}
	}
	return -1
}

// themeText returns the words of the theme, without the trigger's own noun phrase repeated as a mere word.
func (e *event) themeText() string {
	t := e.tree
	if e.theme < 0 {
		return ""
	}
	first, last := t.span(e.theme)
	if first <= e.trigger && e.trigger <= last && e.theme != e.trigger {
		return ""
	}
	for first < last && t.pos(first, "PUNCT", "CCONJ") {
		first++
	}
	for last > first && t.pos(last, "PUNCT") {
		last--
	}
	s := strings.Join(strings.Fields(t.words(first, last)), " ")
	if e.theme == e.trigger && first == last {
		return ""
	}
	return s
}

// dateOf returns the date of the event: an expression of time below its clause, or one of the clauses around it, else
// the article's date.
func (r *reader) dateOf(e *event) (string, news.DateSource) {
	t := e.tree
	for i, n := e.clause, 0; i >= 0 && n < maxDepth; i, n = t.head(i), n+1 {
		for _, tm := range r.times[t.index] {
			if tm.Value != "" && r.dateUnder(t, tm.First, tm.Last, i) {
				return tm.Value, news.DateFromText
			}
		}
		if t.rel(i, "ccomp", "acl:relcl", "advcl", "parataxis") {
			break
		}
	}
	if r.doc.Date != "" {
		return r.doc.Date, news.DateFromArticle
	}
	return "", news.DateUnknown
}

// dateUnder reports whether an expression of time depends on token i, without a clause between.
func (r *reader) dateUnder(t *tree, first, last, i int) bool {
	for k := first; k <= last && k < len(t.toks); k++ {
		h := t.head(k)
		if h == i {
			return true
		}
		if h >= 0 && (h < first || h > last) && t.head(h) == i && t.rel(h, "obl", "nmod", "obj") {
			return true
		}
	}
	return false
}

// placeOf returns the place named in a phrase with "in" or "at" that depends on the event.
func (r *reader) placeOf(e *event) string {
	t := e.tree
	for _, i := range []int{e.trigger, max(e.clause, 0)} {
		for _, k := range t.children(i, "obl", "nmod") {
			if p := t.prep(k); p != "in" && p != "at" && p != "near" {
				continue
			}
			if m, ok := r.heads[t.index][k]; ok && r.doc.Mentions[m].Place {
				return r.doc.Mentions[m].Name
			}
		}
	}
	return ""
}
