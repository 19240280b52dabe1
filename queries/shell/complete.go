package shell

import (
	"regexp"
	"slices"
	"strings"

	"quadwire/graph"
	"quadwire/queries/library"
)

// Words are what a graph has to complete names with.
type Words struct {
	Actors []string // ids: actor:jake_sullivan
	Names  []string // Jake Sullivan
	Verbs  []string // verb:warns
	Lemmas []string // warn
	Sides  []string
}

// WordsOf collects the words of a graph.
func WordsOf(g *graph.Graph) Words {
	var w Words
	for _, a := range g.Actors {
		w.Actors = append(w.Actors, a.ID)
		w.Names = append(append(w.Names, a.Name), a.Aliases...)
		if a.Side != "" {
			w.Sides = append(w.Sides, a.Side)
		}
	}
	for i := range g.Len() {
		e := g.Edge(i)
		w.Lemmas = append(w.Lemmas, e.Lemma)
		w.Verbs = append(w.Verbs, graph.VerbScheme+strings.ReplaceAll(g.Claim(i).Predicate, " ", "_"))
	}
	for _, list := range []*[]string{&w.Actors, &w.Names, &w.Verbs, &w.Lemmas, &w.Sides} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return w
}

// fields are the predicates of claims, actors and articles that queries name.
var fields = []string{"actor:Actor", "actor:alias", "actor:kind", "actor:role", "actor:side", "article:Article", "article:text", "article:url",
	"claim:Claim", "claim:class", "claim:confidence", "claim:date", "claim:modality", "claim:object", "claim:place", "claim:polarity",
	"claim:predicate", "claim:quote", "claim:speaker", "claim:subject", "claim:theme", "dcterms:date", "dcterms:source", "dcterms:title",
	"rdf:type", "rdfs:label", "verb:lemma"}

var commands = []string{":explain ", ":help ", ":helpers", ":json", ":limit ", ":list", ":quit", ":run ", ":timeout "}

var (
	inCall   = regexp.MustCompile(`(\w+)\(\s*(?:\[[^\]]*)?["']([^"'<]*)$`)
	inIRI    = regexp.MustCompile(`["']<([^"'>]*)$`)
	onGraph  = regexp.MustCompile(`\b(?:g|graph)\.(\w*)$`)
	onPath   = regexp.MustCompile(`\.(\w*)$`)
	bareWord = regexp.MustCompile(`(?:^|[^\w.])(\w+)$`)
)

// Complete returns what the text before the cursor ends with that is to be completed, and what it can become.
func (w Words) Complete(before string) (typed string, options []string) {
	match := func(r *regexp.Regexp) bool {
		m := r.FindStringSubmatch(before)
		if m != nil {
			typed = m[len(m)-1]
		}
		return m != nil
	}
	rest, isRun := strings.CutPrefix(before, ":run ")
	switch {
	case isRun && !strings.Contains(rest, " "):
		typed = rest
		for _, q := range library.List() {
			options = append(options, q.Name)
		}
	case strings.HasPrefix(before, ":") && !strings.Contains(before, " "):
		typed, options = before, commands
	case match(inIRI):
		options = slices.Concat(w.Actors, w.Verbs, fields)
	case match(inCall):
		options = w.inCall(inCall.FindStringSubmatch(before)[1])
	case match(onGraph):
		options = stepNames(steps[:graphSteps])
	case match(onPath):
		options = stepNames(steps[graphSteps:])
	case match(bareWord):
		options = helperNames()
	}
	return typed, starting(options, typed)
}

// inCall returns what can stand in quotation marks as the argument of a function.
func (w Words) inCall(function string) []string {
	switch function {
	case "verb", "did":
		return w.Lemmas
	case "side":
		return w.Sides
	case "actor", "V":
		return w.Names
	}
	return nil
}

func stepNames(list []step) []string {
	var out []string
	for _, x := range list {
		out = append(out, x.name+"(")
	}
	return out
}

var helperHead = regexp.MustCompile(`\b([a-z]\w*)\(`)

// helperNames are the functions of the helpers, as the list at their head has them.
func helperNames() []string {
	var out []string
	for line := range strings.Lines(library.Helpers()) {
		text, isComment := strings.CutPrefix(line, "//   ")
		if !isComment {
			continue
		}
		head, _, _ := strings.Cut(text, "  ")
		for _, m := range helperHead.FindAllStringSubmatch(head, -1) {
			out = append(out, m[1]+"(")
		}
	}
	return append(out, "g.")
}

// starting returns the options that go on from what is typed, sorted, each once.
func starting(options []string, typed string) []string {
	var out []string
	for _, o := range options {
		if strings.HasPrefix(strings.ToLower(o), strings.ToLower(typed)) {
			out = append(out, o)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shown is how many options are shown when several fit.
const shown = 40

// complete is called by the terminal for each key.
func (s *Shell) complete(line string, pos int, key rune) (string, int, bool) {
	if key != '\t' {
		return "", 0, false
	}
	typed, options := s.Words.Complete(line[:pos])
	if len(options) == 0 {
		return line, pos, true
	}
	with := common(options)
	if len(with) < len(typed) || with == typed {
		if len(options) > 1 {
			more := ""
			if len(options) > shown {
				options, more = options[:shown], "  …"
			}
			s.say("%s%s", strings.Join(options, "  "), more)
		}
		return line, pos, true
	}
	begin := line[:pos-len(typed)] + with
	return begin + line[pos:], len(begin), true
}

// common returns what all options begin with, case aside: as the first writes it.
func common(options []string) string {
	out := []rune(options[0])
	for _, o := range options[1:] {
		n := 0
		for _, r := range o {
			if n == len(out) || !strings.EqualFold(string(r), string(out[n])) {
				break
			}
			n++
		}
		out = out[:n]
	}
	return string(out)
}
