package queries

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a question in words. Names of more than one word may stand in quotation marks; verbs may be in any form.
//
//	who VERB whom · who VERB NAME · who VERB · who was VERB by NAME
//	whom did NAME VERB · who did NAME VERB
//	what did NAME do · what did NAME do to NAME · what did NAME VERB · what did NAME VERB NAME
//	who did what to whom · who did what to NAME
func Parse(question string) (Question, error) {
	p := &parser{question: question, tokens: tokenize(question)}
	first, _ := p.next()
	switch strings.ToLower(first.text) {
	case "who":
		return p.who()
	case "whom":
		if err := p.want("did", "did, as in: whom did Sullivan warn"); err != nil {
			return Question{}, err
		}
		return p.whomDid()
	case "what":
		return p.what()
	}
	return Question{}, &SyntaxError{Question: question, At: first.at, Want: "who, whom or what"}
}

// Quote joins words to a question, with quotation marks around those that hold white space.
func Quote(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		w = strings.ReplaceAll(w, `"`, "")
		if quoted[i] = w; strings.ContainsFunc(w, unicode.IsSpace) || w == "" {
			quoted[i] = `"` + w + `"`
		}
	}
	return strings.Join(quoted, " ")
}

// token is a word or a quotation of a question.
type token struct {
	text   string
	quoted bool
	at     int // byte offset
}

// is reports whether the token is the given word, in any case and not quoted.
func (t token) is(word string) bool { return !t.quoted && strings.EqualFold(t.text, word) }

// tokenize cuts a question into words and quotations; a question mark at the end is left out.
func tokenize(question string) []token {
	var tokens []token
	for at := 0; at < len(question); {
		r, size := utf8.DecodeRuneInString(question[at:])
		switch {
		case unicode.IsSpace(r):
			at += size
		case strings.ContainsRune(`"“”`, r):
			rest := question[at+size:]
			end := strings.IndexAny(rest, `"“”`)
			if end < 0 {
				end = len(rest)
			}
			tokens = append(tokens, token{strings.TrimSpace(rest[:end]), true, at})
			_, closing := utf8.DecodeRuneInString(rest[end:])
			at += size + end + closing
		default:
			end := strings.IndexFunc(question[at:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“”`, r) })
			if end < 0 {
				end = len(question) - at
			}
			tokens = append(tokens, token{question[at : at+end], false, at})
			at += end
		}
	}
	return withoutQuestionMark(tokens)
}

// withoutQuestionMark takes the question mark off the last word.
func withoutQuestionMark(tokens []token) []token {
	if len(tokens) == 0 || tokens[len(tokens)-1].quoted {
		return tokens
	}
	last := &tokens[len(tokens)-1]
	if last.text = strings.TrimRight(last.text, "?"); last.text == "" {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// parser reads tokens from left to right.
type parser struct {
	question string
	tokens   []token
}

// fail says what was wanted at the place reached.
func (p *parser) fail(want string) error {
	at := len(p.question)
	if len(p.tokens) > 0 {
		at = p.tokens[0].at
	}
	return &SyntaxError{Question: p.question, At: at, Want: want}
}

// peek returns the next token without taking it; an empty one at the end.
func (p *parser) peek() token {
	if len(p.tokens) == 0 {
		return token{at: len(p.question)}
	}
	return p.tokens[0]
}

func (p *parser) next() (token, bool) {
	t := p.peek()
	if len(p.tokens) == 0 {
		return t, false
	}
	p.tokens = p.tokens[1:]
	return t, true
}

// take takes the next token if it is one of the words.
func (p *parser) take(words ...string) bool {
	for _, w := range words {
		if p.peek().is(w) {
			p.tokens = p.tokens[1:]
			return true
		}
	}
	return false
}

func (p *parser) want(word, want string) error {
	if !p.take(word) {
		return p.fail(want)
	}
	return nil
}

// who reads what follows "who".
func (p *parser) who() (Question, error) {
	if p.peek().is("did") && len(p.tokens) > 1 {
		p.take("did")
		if p.take("what") {
			return p.didWhat()
		}
		return p.whomDid()
	}
	if p.peek().is("did") {
		p.take("did")
		return Question{}, p.fail("what, or a name and a verb, as in: who did what to whom")
	}
	passive := p.auxiliaries()
	verb, err := p.verb("a verb, as in: who warned whom")
	if err != nil {
		return Question{}, err
	}
	if by := slices.Index(verb, "by"); by > 0 || passive && (len(p.tokens) == 0) && isParticiple(verb[0]) {
		return p.passive(verb, by > 0)
	}
	q := Question{Subject: Anyone{}, Verb: verb}
	q.Object, err = p.object()
	return q, err
}

// auxiliaries takes the auxiliary verbs before a verb and reports whether they can make it passive.
func (p *parser) auxiliaries() (passive bool) {
	for len(p.tokens) > 1 {
		switch {
		case p.take("is", "are", "was", "were", "been", "being"):
			passive = true
		case p.take("has", "have", "had", "will", "would", "could", "can", "may", "might", "also"):
		default:
			return passive
		}
	}
	return passive
}

// isParticiple reports whether a verb form can be a past participle: it is not one in -ing.
func isParticiple(form string) bool { return !strings.HasSuffix(form, "ing") }

// passive reads what follows the verb of "who was warned by …": the asked one is the object.
func (p *parser) passive(verb Verb, by bool) (Question, error) {
	q := Question{Subject: Anyone{}, Verb: verb, Object: Anyone{}}
	if !by {
		return q, nil
	}
	q.Verb = verb[:len(verb)-1]
	subject, err := p.object()
	if _, unsaid := subject.(Unsaid); err == nil && unsaid {
		err = p.fail("whom or a name, as in: who was warned by Sullivan")
	}
	q.Subject = subject
	return q, err
}

// didWhat reads what follows "who did what".
func (p *parser) didWhat() (Question, error) {
	q := Question{Subject: Anyone{}, Object: Unsaid{}}
	if len(p.tokens) == 0 {
		return q, nil
	}
	if !p.take(prepositions...) {
		return q, p.fail("to, as in: who did what to whom")
	}
	var err error
	if q.Object, err = p.object(); err == nil && q.Object == (Unsaid{}) {
		err = p.fail("whom or a name, as in: who did what to whom")
	}
	return q, err
}

// whomDid reads what follows "whom did": a name and a verb.
func (p *parser) whomDid() (Question, error) {
	words := p.tokens
	end := len(words)
	for end > 2 && isPreposition(words[end-1]) {
		end--
	}
	if end < 2 || words[end-1].quoted {
		p.tokens = p.tokens[end:]
		return Question{}, p.fail("a name and a verb, as in: whom did Sullivan warn")
	}
	return Question{Subject: nameOf(words[:end-1]), Verb: verbOf(words[end-1:]), Object: Anyone{}}, nil
}

// what reads what follows "what": "did NAME do …" or "did NAME VERB …".
func (p *parser) what() (Question, error) {
	const example = "did, a name and do, as in: what did Russia do to Ukraine"
	if err := p.want("did", example); err != nil {
		return Question{}, err
	}
	at := slices.IndexFunc(p.tokens, func(t token) bool { return t.is("do") })
	if at < 0 {
		return p.whatVerb()
	}
	if at == 0 {
		return Question{}, p.fail("a name, as in: what did Russia do to Ukraine")
	}
	q := Question{Subject: nameOf(p.tokens[:at]), Object: Unsaid{}}
	p.tokens = p.tokens[at+1:]
	if len(p.tokens) == 0 {
		return q, nil
	}
	if !p.take(prepositions...) {
		return q, p.fail("to or with and a name, as in: what did Russia do to Ukraine")
	}
	var err error
	if q.Object, err = p.object(); err == nil && q.Object == (Unsaid{}) {
		err = p.fail("a name, as in: what did Russia do to Ukraine")
	}
	return q, err
}

// whatVerb reads a name, a verb and perhaps an object. Names have capitals or quotation marks, so that the verb is the
// first word after the name's first that has neither; without capitals it is the last.
func (p *parser) whatVerb() (Question, error) {
	at := -1
	for i, t := range p.tokens {
		if i > 0 && !t.quoted && !capital(t.text) && !isPreposition(t) && !nameParticles[strings.ToLower(t.text)] {
			at = i
			break
		}
	}
	if at > 0 && !p.tokens[0].quoted && !capital(p.tokens[0].text) {
		at = len(p.tokens) - 1
	}
	if at < 0 {
		p.tokens = nil
		return Question{}, p.fail("a name and a verb, as in: what did Sullivan say")
	}
	q := Question{Subject: nameOf(p.tokens[:at])}
	p.tokens = p.tokens[at:]
	var err error
	if q.Verb, err = p.verb("a verb"); err != nil {
		return q, err
	}
	q.Object, err = p.object()
	return q, err
}

// verb takes a verb and the prepositions behind it.
func (p *parser) verb(want string) (Verb, error) {
	t := p.peek()
	if t.text == "" || t.quoted || t.is("whom") || strings.IndexFunc(t.text, unicode.IsLetter) < 0 {
		return nil, p.fail(want)
	}
	n := 1
	for n < len(p.tokens) && (isPreposition(p.tokens[n]) || p.tokens[n].is("by")) {
		n++
	}
	verb := verbOf(p.tokens[:n])
	p.tokens = p.tokens[n:]
	return verb, nil
}

// object takes the rest of the question: "whom", a name or nothing.
func (p *parser) object() (Term, error) {
	words := p.tokens
	p.tokens = nil
	switch {
	case len(words) == 0:
		return Unsaid{}, nil
	case len(words) == 1 && (words[0].is("whom") || words[0].is("who") || words[0].is("anyone") || words[0].is("anybody")):
		return Anyone{}, nil
	}
	name := nameOf(words)
	if name == Name("") {
		p.tokens = words
		return nil, p.fail("whom or a name")
	}
	return name, nil
}

// nameOf joins words to a name.
func nameOf(words []token) Term {
	var parts []string
	for _, w := range words {
		parts = append(parts, strings.Fields(w.text)...)
	}
	return Name(strings.Join(parts, " "))
}

// verbOf joins words to a verb, in lower case.
func verbOf(words []token) Verb {
	verb := make(Verb, len(words))
	for i, w := range words {
		verb[i] = strings.ToLower(w.text)
	}
	return verb
}

// prepositions can stand between a verb and its object.
var prepositions = []string{"to", "with", "against", "on", "upon", "at", "for", "about", "from", "of", "over", "into",
	"toward", "towards", "between", "in", "out", "off", "up", "down", "back", "away"}

// nameParticles are small words inside names: "Ministry of Defence", "Ursula von der Leyen".
var nameParticles = map[string]bool{"and": true, "the": true, "de": true, "da": true, "di": true, "von": true, "van": true,
	"der": true, "den": true, "bin": true, "al": true, "el": true, "la": true, "le": true}

func isPreposition(t token) bool {
	return !t.quoted && slices.Contains(prepositions, strings.ToLower(t.text))
}

// capital reports whether a word begins with a capital letter or a digit.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
