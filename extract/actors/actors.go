// Package actors gives the entities of documents identities that hold across articles: one id for Jake Sullivan, be he
// "Sullivan" or "National security adviser Jake Sullivan" there, one for Kim Jong Un and Kim Jong-un.
//
//	text.Document, Entity ──Identify──▶ news.Actor          authority file (CSV, FollowTheMoney) ──ReadFile──▶ Registry
//
// Without an authority file the id is a slug of the name in a canonical spelling. With one, names and aliases lead to
// its records, and a role without a name ("the Russian president") to whoever held it on the article's day.
package actors

import (
	"strings"

	"quadwire/extract/names"
	"quadwire/extract/text"
	"quadwire/graph/news"
)

// Registry knows the identities of actors. The zero value knows no authority file and works; a registry may be used by
// many goroutines at once.
type Registry struct {
	// Holder says who held an office of a state on a day ("Russia", "president", "2023-11-06"); nil stands for the
	// table of offices of package names. It is asked after the authority file.
	Holder func(side, office, date string) (name string, ok bool)

	records []Record
	byName  map[string][]int // canonical name or alias to records
	byRole  map[string][]int // side, tab, canonical role to records
}

// Record is an entry of an authority file.
type Record struct {
	ID      string    // "actor:…"; made from the name if the file has none
	Name    string    // fullest name
	Aliases []string  // other names, and roles that only it held ("president of Russia")
	Kind    news.Kind // empty if the file does not say
	Side    string    // state or organisation that it acts for; empty if the file does not say
	Roles   []string  // offices that it held from From to To
	From    string    // first day of the office, YYYY-MM-DD, YYYY-MM or YYYY; empty: no bound
	To      string    // last day of the office; empty: no bound
}

// Identify returns the actor that entity i of a document is.
func (r *Registry) Identify(doc *text.Document, i int) news.Actor {
	e := &doc.Entities[i]
	a := news.Actor{Name: e.Name, Kind: e.Kind, Side: e.Side, Roles: e.Roles}
	named := isNamed(doc, e)
	rec, ok := r.record(e, named, doc.Date)
	switch {
	case ok:
		a.ID, a.Name = rec.ID, rec.Name
		if rec.Kind != "" {
			a.Kind = rec.Kind
		}
		if rec.Side != "" {
			a.Side = rec.Side
		}
	case !named && e.Kind == news.Person:
		if name := r.holder(e, doc.Date); name != "" {
			a.Name = name
		}
		fallthrough
	default:
		a.Name = displayName(a.Name, a.Kind)
		a.ID = ID(a.Name, a.Kind, a.Side, named || a.Name != displayName(e.Name, a.Kind))
	}
	a.Aliases = aliases(e, a.Name)
	return a
}

// isNamed says whether a mention of the entity contains a name.
func isNamed(doc *text.Document, e *text.Entity) bool {
	for _, m := range e.Mentions {
		if m >= 0 && m < len(doc.Mentions) && doc.Mentions[m].Form == text.Named {
			return true
		}
	}
	return false
}

// aliases returns the strings that denote the entity without its name.
func aliases(e *text.Entity, name string) []string {
	out := []string{}
	for _, a := range e.Aliases {
		if a != name {
			out = append(out, a)
		}
	}
	return out
}

// record finds the entity in the authority file: by name, or for an entity without a name by role and day.
func (r *Registry) record(e *text.Entity, named bool, date string) (Record, bool) {
	if len(r.records) == 0 {
		return Record{}, false
	}
	if found := r.match(r.byName[canonical(e.Name)], e, date, named); found >= 0 {
		return r.records[found], true
	}
	if named {
		return Record{}, false
	}
	for _, role := range append([]string{e.Name}, e.Roles...) {
		if found := r.match(r.byRole[e.Side+"\t"+canonicalRole(role, e.Side)], e, date, false); found >= 0 {
			return r.records[found], true
		}
	}
	return Record{}, false
}

// match picks the record that agrees with the entity in kind and side, and in time where a role is meant or several
// agree; -1 if none or more than one does.
func (r *Registry) match(candidates []int, e *text.Entity, date string, named bool) int {
	agree := make([]int, 0, len(candidates))
	for _, c := range candidates {
		if rec := &r.records[c]; sameKind(rec.Kind, e.Kind) && (rec.Side == "" || e.Side == "" || rec.Side == e.Side) &&
			(named || covers(rec, date)) {
			agree = append(agree, c)
		}
	}
	if one := r.single(agree); one >= 0 {
		return one
	}
	inTime := agree[:0]
	for _, c := range agree {
		if covers(&r.records[c], date) {
			inTime = append(inTime, c)
		}
	}
	return r.single(inTime)
}

// single returns the only id's first record, or -1.
func (r *Registry) single(candidates []int) int {
	for _, c := range candidates {
		if r.records[c].ID != r.records[candidates[0]].ID {
			return -1
		}
	}
	if len(candidates) == 0 {
		return -1
	}
	return candidates[0]
}

// sameKind says whether a record of one kind can be an entity of the other: bodies are often taken one for another.
func sameKind(a, b news.Kind) bool {
	return a == "" || b == "" || (a == news.Person) == (b == news.Person)
}

// covers says whether a day lies in a record's time of office. Without a date only an office without end covers it.
func covers(rec *Record, date string) bool {
	if date == "" {
		return rec.To == ""
	}
	return (rec.From == "" || rec.From <= date) && (rec.To == "" || date <= rec.To+"~")
}

// holder asks who held the office that a role without a name says.
func (r *Registry) holder(e *text.Entity, date string) string {
	if e.Side == "" || date == "" {
		return ""
	}
	ask := r.Holder
	if ask == nil {
		ask = officeHolder
	}
	for _, role := range append(append([]string{}, e.Roles...), e.Name) {
		if name, ok := ask(e.Side, canonicalRole(role, e.Side), date); ok {
			return name
		}
	}
	return ""
}

// officeHolder asks the table of office-holders of package names.
func officeHolder(side, office, date string) (name string, ok bool) {
	for _, spelling := range []string{office, strings.ReplaceAll(office, "defense", "defence")} {
		if o, ok := names.Holder(side, spelling, date); ok {
			return o.Name, true
		}
	}
	return "", false
}
