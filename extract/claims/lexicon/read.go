package lexicon

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// Read reads a lexicon from the files named in the package comment. Errors say file and line.
func Read(dir fs.FS) (*Lexicon, error) {
	l := &Lexicon{verbs: map[string][]Sense{}, nouns: map[string][]Sense{}, adjectives: map[string][]Sense{},
		lists: map[string]map[string]bool{}}
	roles := map[string][2][]Slot{}
	var light []Sense
	var likes []like
	for _, step := range []struct {
		file string
		line func(r row) error
	}{
		{"lists.tsv", l.readList},
		{"roles.tsv", func(r row) error { return readRoles(roles, r) }},
		{"verbs.tsv", func(r row) error { return read(l.verbs, &likes, r, predicateSense) }},
		{"light.tsv", func(r row) error { return readLight(&light, r) }},
		{"adjectives.tsv", func(r row) error { return read(l.adjectives, &likes, r, predicateSense) }},
		{"nouns.tsv", func(r row) error {
			return read(l.nouns, &likes, r, func(r row) (Sense, error) { return nounSense(r, roles) })
		}},
	} {
		if err := eachRow(dir, step.file, step.line); err != nil {
			return nil, err
		}
	}
	return l, l.arrange(light, likes)
}

// row is one line of a file.
type row struct {
	file   string
	number int
	fields []string
}

// at returns field i, empty if it is missing or "-".
func (r row) at(i int) string {
	if i >= len(r.fields) || r.fields[i] == "-" {
		return ""
	}
	return r.fields[i]
}

// eachRow calls do with the lines of a file that are neither empty nor comments.
func eachRow(dir fs.FS, name string, do func(row) error) error {
	f, err := dir.Open(name)
	if err != nil {
		return fmt.Errorf("open lexicon: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimRight(in.Text(), "\t ")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := do(row{name, n, strings.Split(line, "\t")}); err != nil {
			return fmt.Errorf("lexicon %s:%d: %w", name, n, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("read lexicon %s: %w", name, err)
	}
	return nil
}

// readList adds the lemmas of a line to its list; "@name" stands for those of a list above.
func (l *Lexicon) readList(r row) error {
	set := l.lists[r.at(0)]
	if set == nil {
		set = map[string]bool{}
		l.lists[r.at(0)] = set
	}
	for _, w := range strings.Fields(r.at(1)) {
		list, ok := strings.CutPrefix(w, "@")
		if !ok {
			set[w] = true
			continue
		}
		if l.lists[list] == nil {
			return fmt.Errorf("list %s includes the unknown list %s", r.at(0), list)
		}
		for v := range l.lists[list] {
			set[v] = true
		}
	}
	return nil
}

func readRoles(roles map[string][2][]Slot, r row) error {
	agent, err := parseSlots(r.at(1))
	if err != nil {
		return err
	}
	target, err := parseSlots(r.at(2))
	roles[r.at(0)] = [2][]Slot{agent, target}
	return err
}

// read adds the sense of a row to senses, or a reference to likes.
func read(senses map[string][]Sense, likes *[]like, r row, parse func(row) (Sense, error)) error {
	if other, ok := strings.CutPrefix(r.at(1), "="); ok {
		*likes = append(*likes, like{senses, r.at(0), other, r.at(2), r})
		return nil
	}
	s, err := parse(r)
	senses[s.Lemma] = append(senses[s.Lemma], s)
	return err
}

func readLight(light *[]Sense, r row) error {
	s, err := predicateSense(r)
	s.Flags |= Light
	*light = append(*light, s)
	return err
}

// predicateSense makes the sense of a line of verbs, light verbs or adjectives.
func predicateSense(r row) (Sense, error) {
	s := Sense{Lemma: r.at(0), Predicate: r.at(0), File: r.file, Line: r.number}
	if err := s.read(r.at(1), r.at(2), r.at(4), r.at(5)); err != nil {
		return s, err
	}
	for _, c := range s.Frame {
		if t := c.Tests[0]; t.Name == "prt" && !c.Not && len(c.Tests) == 1 {
			s.Predicate += " " + t.Kind
		}
	}
	var err error
	if s.Target, err = parseSlots(r.at(3)); err != nil {
		return s, err
	}
	// The addressee of "told them to leave" is an indirect object to some parsers, and "each other" leaves the subject.
	if i := slices.Index(s.Target, Object); i >= 0 && !slices.Contains(s.Target, Indirect) {
		s.Target = slices.Insert(s.Target, i+1, Indirect)
	}
	if s.Is(Mutual) && !slices.Contains(s.Target, Reciprocal) {
		s.Target = append(s.Target, Reciprocal)
	}
	return s, nil
}

// nounSense makes the sense of a line of nouns.
func nounSense(r row, roles map[string][2][]Slot) (Sense, error) {
	s := Sense{Lemma: r.at(0), Predicate: r.at(2), File: r.file, Line: r.number}
	if s.Predicate == "" {
		return s, fmt.Errorf("noun %s has no verb", s.Lemma)
	}
	slots, ok := roles[r.at(4)]
	if !ok {
		return s, fmt.Errorf("unknown roles %q", r.at(4))
	}
	s.Agent, s.Target = slots[0], slots[1]
	return s, s.read(r.at(1), r.at(3), r.at(5), r.at(6))
}

// read parses the fields that all kinds of senses share.
func (s *Sense) read(frame, class, complement, flags string) (err error) {
	if s.Frame, err = parseFrame(frame); err != nil {
		return err
	}
	name, code, ok := strings.Cut(class, "/")
	s.Class, s.CAMEO = news.Class(name), code
	if !slices.Contains(news.Classes, s.Class) {
		return fmt.Errorf("unknown class %q", class)
	}
	if !ok {
		s.CAMEO = s.Class.CAMEO()
	}
	effect, control, ok := strings.Cut(complement, ":")
	s.Complement = Complement{Effect(effect), Slot(control)}
	if !ok && effect != "" {
		s.Complement.Control = Subject
	}
	if !slices.Contains([]Effect{NoEffect, Implied, Planned, Possible, Requested, Negated, Reported}, Effect(effect)) {
		return fmt.Errorf("unknown complement %q", complement)
	}
	for _, f := range strings.FieldsFunc(flags, func(r rune) bool { return r == ',' }) {
		flag, ok := flagNames[f]
		if !ok {
			return fmt.Errorf("unknown flag %q", f)
		}
		s.Flags |= flag
	}
	return nil
}

func parseSlots(s string) ([]Slot, error) {
	var slots []Slot
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) {
		if !isSlot(Slot(f)) {
			return nil, fmt.Errorf("unknown slot %q", f)
		}
		slots = append(slots, Slot(f))
	}
	return slots, nil
}

func isSlot(s Slot) bool {
	switch s {
	case Subject, Object, Indirect, InObject, ClauseSubj, Clause, Reciprocal, Possessor, Modifier, EventObject:
		return true
	}
	return prepositions[string(s)]
}
