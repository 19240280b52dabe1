package actors

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"quadwire/graph/news"
)

// ReadFile reads an authority file: CSV, or FollowTheMoney entities as JSON Lines if its name ends in .json, .jsonl,
// .ndjson or .ftm. The error says file and line.
func ReadFile(name string) (*Registry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open authority file %s: %w", name, err)
	}
	defer f.Close()
	read := ReadCSV
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json", ".jsonl", ".ndjson", ".ftm":
		read = ReadFollowTheMoney
	}
	records, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("authority file %s: %w", name, err)
	}
	return NewRegistry(records), nil
}

// NewRegistry makes a registry of records and keeps them: callers must not change them afterwards.
func NewRegistry(records []Record) *Registry {
	r := &Registry{records: records, byName: map[string][]int{}, byRole: map[string][]int{}}
	for i := range records {
		rec := &r.records[i]
		if rec.ID == "" {
			rec.ID = ID(rec.Name, rec.Kind, rec.Side, true)
		}
		for _, n := range append([]string{rec.Name}, rec.Aliases...) {
			if key := canonical(n); key != "" {
				r.byName[key] = append(r.byName[key], i)
			}
		}
		for _, role := range append(append([]string{}, rec.Roles...), rec.Aliases...) {
			key := rec.Side + "\t" + canonicalRole(role, rec.Side)
			r.byRole[key] = append(r.byRole[key], i)
		}
	}
	return r
}

// columns are the columns of the CSV form; id and name must be there, in any order.
var columns = []string{"id", "name", "aliases", "kind", "side", "role", "from", "to"}

// ReadCSV reads records from CSV with a header line: id, name, aliases (parted by semicolons), kind, side, role (parted by
// semicolons), from, to. Columns that are missing are empty, those that are not known are left out. An id may stand in
// several lines, one for each time of office.
func ReadCSV(r io.Reader) ([]Record, error) {
	in := csv.NewReader(skipMark(r))
	in.FieldsPerRecord = -1
	in.TrimLeadingSpace = true
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("line 1: empty file, want a header with id, name, …")
	}
	if err != nil {
		return nil, err
	}
	at, err := columnIndex(header)
	if err != nil {
		return nil, fmt.Errorf("line 1: %w", err)
	}
	var out []Record
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		rec, err := csvRecord(fields, at)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		out = append(out, rec)
	}
}

// skipMark takes a byte order mark from the beginning.
func skipMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if start, _ := b.Peek(3); string(start) == "\ufeff" {
		b.Discard(3)
	}
	return b
}

// columnIndex returns the place of each column that the header names.
func columnIndex(header []string) (map[string]int, error) {
	at := map[string]int{}
	for i, h := range header {
		at[strings.ToLower(strings.TrimSpace(h))] = i
	}
	if _, ok := at["name"]; !ok {
		return nil, fmt.Errorf("no column name; the columns are %s", strings.Join(columns, ", "))
	}
	return at, nil
}

// csvRecord makes a record of the fields of a line.
func csvRecord(fields []string, at map[string]int) (Record, error) {
	get := func(column string) string {
		if i, ok := at[column]; ok && i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	rec := Record{ID: get("id"), Name: get("name"), Aliases: parts(get("aliases")), Kind: news.Kind(strings.ToLower(get("kind"))),
		Side: get("side"), Roles: parts(get("role")), From: get("from"), To: get("to")}
	if rec.Name == "" {
		return rec, errors.New("no name")
	}
	return rec, check(&rec)
}

// check completes and verifies a record.
func check(rec *Record) error {
	if rec.ID != "" && !strings.HasPrefix(rec.ID, "actor:") {
		rec.ID = "actor:" + rec.ID
	}
	if strings.ContainsAny(rec.ID, " <>\"\t\n") {
		return fmt.Errorf("id %q: want no space, quotation mark or angle bracket", rec.ID)
	}
	switch rec.Kind {
	case "", news.Person, news.Country, news.Government, news.Military, news.Organization, news.Group:
	default:
		return fmt.Errorf("kind %q: want person, country, government, military, organization or group", rec.Kind)
	}
	for _, d := range []string{rec.From, rec.To} {
		if !isDate(d) {
			return fmt.Errorf("date %q: want YYYY-MM-DD, YYYY-MM or YYYY", d)
		}
	}
	if rec.From != "" && rec.To != "" && rec.To+"~" < rec.From {
		return fmt.Errorf("from %s is after to %s", rec.From, rec.To)
	}
	return nil
}

// isDate says whether s is empty or has the form YYYY, YYYY-MM or YYYY-MM-DD.
func isDate(s string) bool {
	const form = "dddd-dd-dd"
	if s == "" {
		return true
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if digit := s[i] >= '0' && s[i] <= '9'; digit != (form[i] == 'd') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}

// parts splits a field at its semicolons.
func parts(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ";") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
