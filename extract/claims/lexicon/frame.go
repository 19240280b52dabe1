package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Features are what the frame of a word depends on, read off a dependency tree by the claim rules. Give them in the
// active form: in the passive, the grammatical subject is Object and the by-phrase is Subject.
type Features struct {
	Subject      string    // lemma of the subject's head
	SubjectActor bool      // the subject is an actor
	Plural       bool      // verb: the subject is coordinated or plural; noun: the noun itself is plural
	HasObject    bool      // there is a direct object
	Object       string    // lemma of its head
	ObjectActor  bool      // it is an actor
	ObjectPerson bool      // it is a person with a name
	HasIndirect  bool      // there is an indirect object
	Particle     string    // "out" in "pull out"; also the adverbs back, away, home, ahead, together, apart
	Obliques     []Oblique // prepositional phrases, and clauses that a preposition introduces
	Xcomp        bool      // infinitive or gerund complement without a subject of its own: "agreed to meet"
	XcompHead    string    // lemma of its head, or of a secondary predicate: "hold them responsible", "take him hostage"
	Ccomp        bool      // clause with its own subject, or a quotation: "said that"
	Indicative   bool      // that clause tells what is or was: "suggested that he knew", not "that he go"
	Passive      bool      //
	Possessor    bool      // noun: has a possessor
	Modifier     bool      // noun: has an actor as adjective or compound
}

// Oblique is a prepositional phrase that depends on the word.
type Oblique struct {
	Prep   string // lower case, words joined by "_": "out_of"
	Head   string // lemma of the phrase's head
	Actor  bool   // the phrase is an actor
	Clause bool   // it is a clause: "accused them of supplying arms"
}

// Frame is a conjunction of conditions. In the files they are joined by spaces:
//
//	_            always                      obj          there is a direct object; likewise iobj
//	obj:actor    the object is an actor      obj:thing    there is an object, which is none
//	obj:person   the object is a person with a name
//	obj:event    there is an object, and its head is an event noun of the lexicon
//	obj=war,@arm its head is one of these    subj=drone   the same of the subject; subj:actor, subj:thing
//	prt:out      particle                    to, with …   there is such a prepositional phrase
//	to:actor     … with an actor             to:thing     … without
//	to:clause    … with a clause             to=war       … with one of these heads
//	xcomp ccomp  embedded clause             clause       either
//	xcomp=join   the head of the xcomp is one of these
//	indicative   the embedded clause tells what is or was
//	passive      passive voice               plural       coordinated or plural subject; plural noun
//	recip        plural, without object and with-phrase
//	poss mod     of a noun: possessor, modifier that is an actor
//
// "on/against" is an alternative and "!obj" a negation (of the whole alternative).
type Frame []Condition

// Condition is one condition of a frame: an alternative of tests, possibly negated.
type Condition struct {
	Not   bool   // none of the tests may hold
	Tests []Test // one of them must hold
}

// Test is one elementary test.
type Test struct {
	Name  string   // what is looked at: "obj", "prt", "to"
	Kind  string   // "actor", "person", "thing", "event" or "clause"; the particle of "prt"; empty for mere presence
	Words []string // lemmas and "@list" names that the head must be among; nil for any
}

// parseFrame reads a frame as it stands in the files.
func parseFrame(s string) (Frame, error) {
	if s == "_" {
		return nil, nil
	}
	var f Frame
	for _, field := range strings.Fields(s) {
		var c Condition
		field, c.Not = strings.CutPrefix(field, "!")
		for _, alt := range strings.Split(field, "/") {
			t, err := parseTest(alt)
			if err != nil {
				return nil, err
			}
			c.Tests = append(c.Tests, t)
		}
		f = append(f, c)
	}
	if f == nil {
		return nil, fmt.Errorf("empty frame")
	}
	return f, nil
}

// parseTest reads one test.
func parseTest(s string) (Test, error) {
	left, words, hasWords := strings.Cut(s, "=")
	name, kind, hasKind := strings.Cut(left, ":")
	t := Test{Name: name, Kind: kind}
	if hasWords {
		t.Words = strings.Split(words, ",")
	}
	switch {
	case name == "" || hasKind && kind == "" || slices.Contains(t.Words, ""):
		return t, fmt.Errorf("incomplete condition %q", s)
	case name == "prt" && (!hasKind || hasWords), bare[name] && (hasKind || hasWords):
		return t, fmt.Errorf("condition %q does not take this form", s)
	case hasKind && name != "prt" && !kinds[kind], kind == "person" && name != "obj":
		return t, fmt.Errorf("unknown kind in condition %q", s)
	case !bare[name] && !headed[name] && name != "prt" && !prepositions[name]:
		return t, fmt.Errorf("unknown name in condition %q", s)
	}
	return t, nil
}

// bare are the tests without an argument, kinds what a head may be, headed those that look at the head of an argument.
var (
	bare = map[string]bool{"iobj": true, "ccomp": true, "indicative": true, "clause": true, "passive": true, "plural": true,
		"recip": true, "poss": true, "mod": true}
	kinds  = map[string]bool{"actor": true, "thing": true, "event": true, "person": true, "clause": true}
	headed = map[string]bool{"obj": true, "subj": true, "xcomp": true}
)

func (f Frame) holds(l *Lexicon, x *Features) bool {
	for _, c := range f {
		if c.holds(l, x) == c.Not {
			return false
		}
	}
	return true
}

func (c Condition) holds(l *Lexicon, x *Features) bool {
	for _, t := range c.Tests {
		if t.holds(l, x) {
			return true
		}
	}
	return false
}

// holds reports whether the features pass the test.
func (t Test) holds(l *Lexicon, x *Features) bool {
	switch t.Name {
	case "obj":
		return x.HasObject && (t.Kind != "person" || x.ObjectPerson) && t.fits(l, x.Object, x.ObjectActor, false)
	case "subj":
		return x.Subject != "" && t.fits(l, x.Subject, x.SubjectActor, false)
	case "prt":
		return x.Particle == t.Kind
	case "iobj":
		return x.HasIndirect
	case "xcomp":
		if t.Words != nil {
			return t.fits(l, x.XcompHead, false, true)
		}
		return x.Xcomp
	case "ccomp":
		return x.Ccomp
	case "indicative":
		return x.Indicative
	case "clause":
		return x.Xcomp || x.Ccomp
	case "passive":
		return x.Passive
	case "plural":
		return x.Plural
	case "recip":
		return x.Plural && !x.HasObject && !slices.ContainsFunc(x.Obliques, func(o Oblique) bool { return o.Prep == "with" })
	case "poss":
		return x.Possessor
	case "mod":
		return x.Modifier
	}
	return slices.ContainsFunc(x.Obliques, func(o Oblique) bool { return o.Prep == t.Name && t.fits(l, o.Head, o.Actor, o.Clause) })
}

// fits tests the head of an argument that is there.
func (t Test) fits(l *Lexicon, head string, actor, clause bool) bool {
	if t.Kind == "event" && (actor || l.Noun(head) == nil) || t.Kind == "actor" && !actor || t.Kind == "thing" && (actor || clause) || t.Kind == "clause" && !clause {
		return false
	}
	return t.Words == nil || slices.ContainsFunc(t.Words, func(w string) bool {
		list, ok := strings.CutPrefix(w, "@")
		return ok && l.In(list, head) || w == head || w+"s" == head
	})
}

// String returns the frame as it stands in the files.
func (f Frame) String() string {
	if len(f) == 0 {
		return "_"
	}
	var b strings.Builder
	for i, c := range f {
		if i > 0 {
			b.WriteByte(' ')
		}
		if c.Not {
			b.WriteByte('!')
		}
		for j, t := range c.Tests {
			if j > 0 {
				b.WriteByte('/')
			}
			b.WriteString(t.String())
		}
	}
	return b.String()
}

// String returns the test as it stands in the files.
func (t Test) String() string {
	s := t.Name
	if t.Kind != "" {
		s += ":" + t.Kind
	}
	if t.Words != nil {
		s += "=" + strings.Join(t.Words, ",")
	}
	return s
}
