package actors

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"quadwire/graph/news"
)

// ftmEntity is an entity of FollowTheMoney (OCCRP, https://followthemoney.tech).
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Caption    string              `json:"caption"`
	Properties map[string][]string `json:"properties"`
}

// first returns the first value of a property.
func (e *ftmEntity) first(property string) string {
	if v := e.Properties[property]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// ftmKinds are the schemata that are actors.
var ftmKinds = map[string]news.Kind{"Person": news.Person, "Organization": news.Organization, "Company": news.Organization,
	"PublicBody": news.Government, "LegalEntity": ""}

// ReadFollowTheMoney reads FollowTheMoney entities, one a line: Person, Organization, Company, PublicBody and LegalEntity with
// name, alias, country and position; times of office from Occupancy, whose post is a Position. Other schemata are passed
// over. Ids of the file become "actor:" and the id.
func ReadFollowTheMoney(r io.Reader) ([]Record, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 64<<10), 16<<20)
	f := ftmFile{at: map[string]int{}, posts: map[string]string{}}
	for line := 1; in.Scan(); line++ {
		s := strings.TrimSpace(strings.TrimPrefix(in.Text(), "\ufeff"))
		if s == "" {
			continue
		}
		if err := f.entity(s); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	return f.withOffices(), nil
}

// ftmFile gathers entities until all of the file is read, since an occupancy may stand before its holder and its post.
type ftmFile struct {
	records     []Record
	at          map[string]int    // id to record
	posts       map[string]string // id of a position to its name
	occupancies []ftmEntity
}

// entity takes one line.
func (f *ftmFile) entity(line string) error {
	var e ftmEntity
	if err := json.Unmarshal([]byte(line), &e); err != nil {
		return fmt.Errorf("want a FollowTheMoney entity: %w", err)
	}
	switch e.Schema {
	case "":
		return errors.New("no schema: want a FollowTheMoney entity")
	case "Position":
		f.posts[e.ID] = e.first("name")
		return nil
	case "Occupancy":
		f.occupancies = append(f.occupancies, e)
		return nil
	}
	kind, ok := ftmKinds[e.Schema]
	if !ok {
		return nil
	}
	rec := Record{ID: e.ID, Name: e.first("name"), Kind: kind, Side: countryName(e.first("country")), Roles: e.Properties["position"]}
	if rec.Name == "" {
		rec.Name = e.Caption
	}
	if rec.Name == "" {
		return fmt.Errorf("%s %q has no name", e.Schema, e.ID)
	}
	if rec.Side == "" {
		rec.Side = countryName(e.first("nationality"))
	}
	if names := e.Properties["name"]; len(names) > 1 {
		rec.Aliases = append(rec.Aliases, names[1:]...)
	}
	rec.Aliases = append(append(rec.Aliases, e.Properties["alias"]...), e.Properties["weakAlias"]...)
	if err := check(&rec); err != nil {
		return err
	}
	f.at[e.ID] = len(f.records)
	f.records = append(f.records, rec)
	return nil
}

// withOffices adds a record for each time of office.
func (f *ftmFile) withOffices() []Record {
	out := f.records
	for i := range f.occupancies {
		o := &f.occupancies[i]
		holder, ok := f.at[o.first("holder")]
		post := f.posts[o.first("post")]
		if !ok || post == "" {
			continue
		}
		rec := f.records[holder]
		rec.Aliases, rec.Roles = nil, []string{post}
		rec.From, rec.To = o.first("startDate"), o.first("endDate")
		if check(&rec) == nil {
			out = append(out, rec)
		}
	}
	return out
}
