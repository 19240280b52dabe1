package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"quadwire/graph/news"
)

// arrange puts the light senses among those of their verbs, copies the senses of lemmas that are used alike and adds
// the ordinary verbs.
func (l *Lexicon) arrange(light []Sense, likes []like) error {
	for _, s := range light {
		l.insertLight(s)
	}
	for _, k := range likes {
		if err := k.resolve(); err != nil {
			return err
		}
	}
	for _, lemma := range slices.Sorted(maps.Keys(l.lists["ordinary"])) {
		if l.verbs[lemma] == nil {
			l.verbs[lemma] = []Sense{{Lemma: lemma, Predicate: lemma, Class: news.Other, Flags: Void, File: "lists.tsv"}}
		}
	}
	return nil
}

// like is a line that gives one lemma the senses of another.
type like struct {
	senses       map[string][]Sense
	lemma, other string
	verb         string // of a noun; empty: the other noun's
	row          row
}

func (k like) resolve() error {
	from := k.senses[k.other]
	if len(from) == 0 || len(k.senses[k.lemma]) > 0 {
		return fmt.Errorf("lexicon %s:%d: %s cannot be like %s", k.row.file, k.row.number, k.lemma, k.other)
	}
	for _, s := range from {
		if particle, ok := strings.CutPrefix(s.Predicate, k.other); ok && s.Agent == nil {
			s.Predicate = k.lemma + particle
		} else if k.verb != "" {
			s.Predicate = k.verb
		}
		s.Lemma, s.File, s.Line = k.lemma, k.row.file, k.row.number
		k.senses[k.lemma] = append(k.senses[k.lemma], s)
	}
	return nil
}

// insertLight puts a light sense behind the verb's last sense that asks for certain objects, but before any that
// would match whatever it matches.
func (l *Lexicon) insertLight(s Sense) {
	senses := l.verbs[s.Lemma]
	i := 0
	for n, o := range senses {
		if implies(l, s.Frame, o.Frame) {
			break
		}
		if slices.ContainsFunc(o.Frame, certainObject) {
			i = n + 1
		}
	}
	l.verbs[s.Lemma] = slices.Insert(senses, i, s)
}

// certainObject reports whether a condition asks for certain objects, or for an event too: light senses keep their order.
func certainObject(c Condition) bool {
	t := c.Tests[0]
	return !c.Not && t.Name == "obj" && (t.Words != nil || t.Kind == "event")
}
