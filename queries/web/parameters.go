package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"quadwire/graph/news"
	"quadwire/queries"
)

// parameters reads what a request asks for and keeps the first thing that is wrong with it.
type parameters struct {
	r   *http.Request
	err error
}

func (p *parameters) wrong(name, value, want string) {
	if p.err == nil {
		p.err = badRequest{fmt.Errorf("parameter %s is %q, expected %s", name, value, want)}
	}
}

func (p *parameters) text(name string) string { return strings.TrimSpace(p.r.URL.Query().Get(name)) }

// needed returns a parameter that there must be.
func (p *parameters) needed(name, what string) string {
	v := p.text(name)
	if v == "" {
		p.wrong(name, v, what)
	}
	return v
}

// list returns values that are given several times, or parted by commas.
func (p *parameters) list(name string) []string {
	var out []string
	for _, v := range p.r.URL.Query()[name] {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

func (p *parameters) number(name string, otherwise, least, most int) int {
	v := p.text(name)
	if v == "" {
		return otherwise
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		p.wrong(name, v, fmt.Sprintf("a number from %d to %d", least, most))
		return otherwise
	}
	return n
}

func (p *parameters) flag(name string) bool {
	v := strings.ToLower(p.text(name))
	if v != "" && !slices.Contains([]string{"true", "false", "1", "0"}, v) {
		p.wrong(name, v, "true or false")
	}
	return v == "true" || v == "1"
}

func (p *parameters) date(name string) string {
	v := p.text(name)
	if v == "" {
		return ""
	}
	date, err := news.ParseDate(v)
	if err != nil {
		p.wrong(name, v, "a date: 2023-11-06, 2023-11 or 2023")
	}
	return date
}

// selection reads the parameters that choose claims.
func (p *parameters) selection() queries.Selection {
	s := queries.Selection{Since: p.date("since"), Until: p.date("until"), Articles: p.list("article"), Sources: p.list("source"),
		Include: p.list("include")}
	if v := p.text("class"); v != "" {
		classes, err := queries.ParseClasses(v)
		if err != nil && p.err == nil {
			p.err = badRequest{err}
		}
		s.Classes = classes
	}
	if v := p.text("min_confidence"); v != "" {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || !(f >= 0 && f <= 1) {
			p.wrong("min_confidence", v, "a number from 0 to 1")
		}
		s.MinConfidence = f
	}
	if _, err := s.Filter(); err != nil && p.err == nil {
		p.err = badRequest{err}
	}
	return s
}

// order reads what answers are sorted by.
func (p *parameters) order() queries.Order {
	v := queries.Order(p.text("sort"))
	if v != "" && !slices.Contains(queries.Orders, v) {
		p.wrong("sort", string(v), "articles, date, confidence or name")
	}
	return v
}

var errEmptyQuery = badRequest{errors.New("query is empty")}
