package coref

import (
	"strings"

	"quadwire/extract/text"
)

// pronounKind groups pronouns that find their antecedent in the same way.
type pronounKind uint8

const (
	personalHe    pronounKind = iota // he, she and their forms
	personalIt                       // it, its
	personalThey                     // they, them, their
	firstPerson                      // I, we and their forms
	secondPerson                     // you, your
	relative                         // who, which, that, whose
	reflexive                        // himself, themselves
	reciprocal                       // each other, one another
	demonstrative                    // both, the two; alone
	oneOfTwo                         // the former, the latter; alone
	pronounKinds
)

// pronoun says what a pronoun's form tells about its antecedent.
type pronoun struct {
	kind   pronounKind
	number number
	gender gender
}

var pronouns = map[string]*pronoun{
	"he": {personalHe, singular, masculine}, "him": {personalHe, singular, masculine}, "his": {personalHe, singular, masculine},
	"she": {personalHe, singular, feminine}, "her": {personalHe, singular, feminine}, "hers": {personalHe, singular, feminine},
	"it": {personalIt, singular, neuter}, "its": {personalIt, singular, neuter},
	"they": {personalThey, plural, anyGender}, "them": {personalThey, plural, anyGender},
	"their": {personalThey, plural, anyGender}, "theirs": {personalThey, plural, anyGender}, "'em": {personalThey, plural, anyGender},
	"i": {firstPerson, singular, human}, "me": {firstPerson, singular, human}, "my": {firstPerson, singular, human},
	"mine": {firstPerson, singular, human},
	"we":   {firstPerson, plural, anyGender}, "us": {firstPerson, plural, anyGender}, "our": {firstPerson, plural, anyGender},
	"ours": {firstPerson, plural, anyGender},
	"you":  {secondPerson, anyNumber, human}, "your": {secondPerson, anyNumber, human}, "yours": {secondPerson, anyNumber, human},
	"who": {relative, anyNumber, anyGender}, "whom": {relative, anyNumber, anyGender}, "which": {relative, anyNumber, neuter},
	"that": {relative, anyNumber, anyGender}, "whose": {relative, anyNumber, anyGender},
	"himself": {reflexive, singular, masculine}, "herself": {reflexive, singular, feminine}, "itself": {reflexive, singular, neuter},
	"themselves": {reflexive, plural, anyGender}, "themself": {reflexive, anyNumber, anyGender},
	"myself": {firstPerson, singular, human}, "ourselves": {firstPerson, plural, anyGender},
	"yourself": {secondPerson, singular, human}, "yourselves": {secondPerson, plural, human},
	"both": {demonstrative, plural, anyGender}, "other": {reciprocal, plural, anyGender}, "another": {reciprocal, plural, anyGender},
	"each": {reciprocal, plural, anyGender}, "one": {reciprocal, plural, anyGender},
	"former": {oneOfTwo, singular, anyGender}, "latter": {oneOfTwo, singular, anyGender},
}

// pronounAt returns the pronoun that token i is, or nil: expletive it, determiners and conjunctions are none.
func (r *run) pronounAt(s, i int) *pronoun {
	t := &r.doc.Sentences[s].Tokens[i]
	switch t.UPOS {
	case "PRON", "DET", "ADJ", "NUM", "NOUN":
	default:
		return nil
	}
	form := strings.ToLower(t.Form)
	p := pronouns[form]
	if p == nil {
		return nil
	}
	switch {
	case p.kind == personalHe && r.styleOfAddress(s, i):
		return nil
	case t.Rel == "expl" || base(t.Rel) == "expl":
		return nil
	case p.kind == relative:
		if !r.isRelative(s, i) {
			return nil
		}
	case p.kind == reciprocal:
		if !r.isReciprocal(s, i) {
			return nil
		}
	case p.kind == demonstrative:
		if base(t.Rel) == "det" || base(t.Rel) == "cc" || base(t.Rel) == "advmod" {
			return nil
		}
	case p.kind == oneOfTwo:
		if i == 0 || !strings.EqualFold(r.doc.Sentences[s].Tokens[i-1].Form, "the") || t.UPOS == "ADJ" && base(t.Rel) == "amod" {
			return nil
		}
	case t.UPOS != "PRON":
		return nil
	case form == "it" && r.pleonastic(s, i):
		return nil
	case form == "us" && t.Form == "US":
		return nil
	}
	return p
}

// styleOfAddress says whether token i begins "Her Majesty" or the like, where it is no pronoun.
func (r *run) styleOfAddress(s, i int) bool {
	tokens := r.doc.Sentences[s].Tokens
	if i+1 >= len(tokens) {
		return false
	}
	switch tokens[i+1].Form {
	case "Majesty", "Highness", "Holiness", "Excellency", "Honor", "Honour", "Eminence", "Grace":
		return true
	}
	return false
}

// isRelative says whether token i is the pronoun of a relative clause.
func (r *run) isRelative(s, i int) bool {
	t := &r.doc.Sentences[s].Tokens[i]
	if t.UPOS != "PRON" && t.XPOS != "WDT" && t.XPOS != "WP" && t.XPOS != "WP$" {
		return false
	}
	return r.relativeHead(s, i) >= 0
}

// relativeHead returns the noun that the relative clause around pronoun i modifies, or -1.
func (r *run) relativeHead(s, i int) int {
	tokens := r.doc.Sentences[s].Tokens
	at := r.climb(s, tokens[i].Head, func(t *text.Token) bool {
		return t.Rel == "acl:relcl" || (base(t.Rel) == "acl" && t.UPOS == "VERB") || base(t.Rel) == "ccomp" || base(t.Rel) == "root"
	})
	if at < 0 || base(tokens[at].Rel) != "acl" {
		return -1
	}
	h := tokens[at].Head
	if h < 0 || h >= i {
		return -1
	}
	return h
}

// isReciprocal says whether token i is the head of "each other" or "one another": the first word where the second is fixed to
// it, else the second.
func (r *run) isReciprocal(s, i int) bool {
	_, _, ok := r.reciprocalSpan(s, i)
	return ok
}

func (r *run) reciprocalSpan(s, i int) (first, last int, ok bool) {
	tokens := r.doc.Sentences[s].Tokens
	pair := func(a, b int) bool {
		if a < 0 || b >= len(tokens) {
			return false
		}
		x, y := strings.ToLower(tokens[a].Form), strings.ToLower(tokens[b].Form)
		return x == "each" && y == "other" || x == "one" && y == "another"
	}
	switch {
	case pair(i, i+1) && tokens[i+1].Head == i:
		return i, i + 1, true
	case pair(i-1, i) && tokens[i].Head != i-1:
		return i - 1, i, true
	}
	return i, i, false
}

// pleonastic says whether "it" refers to nothing: "it is likely that", "it seems", "it is raining", "it is important to".
func (r *run) pleonastic(s, i int) bool {
	tokens := r.doc.Sentences[s].Tokens
	h := tokens[i].Head
	if h < 0 || h >= len(tokens) || base(tokens[i].Rel) != "nsubj" {
		return false
	}
	head := &tokens[h]
	clause := r.child(s, h, "ccomp", "csubj", "xcomp", "advcl")
	if r.child(s, h, "csubj") >= 0 {
		return true
	}
	switch lemma(head) {
	case "seem", "appear", "happen", "rain", "snow", "turn":
		return head.UPOS == "VERB" && r.child(s, h, "obj") < 0 && lemma(head) != "appear" || clause > h && lemma(head) != "turn"
	case "time", "worth", "clear", "unclear", "likely", "unlikely", "possible", "impossible", "true", "important", "necessary",
		"vital", "essential", "difficult", "hard", "easy", "incumbent", "imperative", "crucial", "noon", "midnight":
		return r.child(s, h, "cop") >= 0 && (clause > h || head.UPOS == "NOUN")
	}
	if r.child(s, h, "cop") >= 0 && clause > h && head.UPOS == "ADJ" {
		return tokens[clause].UPOS == "VERB" && (r.marked(s, clause, "that") || r.marked(s, clause, "to"))
	}
	// "it was reported that"
	return tokens[i].Rel == "nsubj:pass" && clause > h && r.marked(s, clause, "that")
}

// marked says whether a clause begins with the marker.
func (r *run) marked(s, i int, word string) bool {
	for _, c := range r.childrenOf(s, i) {
		t := &r.doc.Sentences[s].Tokens[c]
		if t.Rel == "mark" && strings.EqualFold(t.Form, word) {
			return true
		}
	}
	return false
}
