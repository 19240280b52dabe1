package queries

import (
	"fmt"
	"strings"
)

// Question is a question about who does what to whom. It prints itself in words that Parse reads as the same question.
type Question struct {
	Subject Term
	Verb    Verb
	Object  Term
}

// Term is what a question says of subject or object: Anyone, Name or Unsaid.
type Term interface{ String() string }

// Anyone is the actor that a question asks for: "who", "whom".
type Anyone struct{}

// Unsaid is an object that a question does not speak of: claims fit with one or without.
type Unsaid struct{}

// Name is an actor by any of its names, or by its id.
type Name string

// String returns a word of the question.
func (Anyone) String() string { return "whom" }

// String returns nothing: Unsaid has no words.
func (Unsaid) String() string { return "" }

// String returns the name in quotation marks.
func (n Name) String() string { return `"` + string(n) + `"` }

// Verb is what a question says of the deed: the verb in any form with the prepositions behind it ("called on"), or
// nothing: whatever was done.
type Verb []string

// Any reports whether whatever was done is asked for.
func (v Verb) Any() bool { return len(v) == 0 }

// String returns the verb as it was asked for.
func (v Verb) String() string { return strings.Join(v, " ") }

// String returns the question in words.
func (q Question) String() string {
	subject, named := q.Subject.(Name)
	_, unsaid := q.Object.(Unsaid)
	var words []string
	switch {
	case named && q.Verb.Any() && unsaid:
		words = []string{"what did", subject.String(), "do"}
	case named && q.Verb.Any():
		words = []string{"what did", subject.String(), "do to", q.Object.String()}
	case named && q.Object == Anyone{}:
		words = []string{"whom did", subject.String(), q.Verb.String()}
	case named:
		words = []string{"what did", subject.String(), q.Verb.String(), q.Object.String()}
	case q.Verb.Any() && unsaid:
		words = []string{"who did what"}
	case q.Verb.Any():
		words = []string{"who did what to", q.Object.String()}
	default:
		words = []string{"who", q.Verb.String(), q.Object.String()}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// SyntaxError says where a question stops being one and what was wanted there.
type SyntaxError struct {
	Question string
	At       int    // byte offset in Question
	Want     string // "a verb, as in: who warned whom"
}

// Error shows the question with a mark under the place.
func (e *SyntaxError) Error() string {
	found := "the end of the question"
	if rest := strings.TrimSpace(e.Question[min(e.At, len(e.Question)):]); rest != "" {
		found = fmt.Sprintf("%q", strings.Fields(rest)[0])
	}
	return fmt.Sprintf("at column %d of the question, expected %s; found %s\n    %s\n    %s^", e.At+1, e.Want, found,
		e.Question, strings.Repeat(" ", len([]rune(e.Question[:min(e.At, len(e.Question))]))))
}
