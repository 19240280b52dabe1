package shell

import (
	"regexp"
	"strings"

	"quadwire/queries/library"
)

// step is a method of a path, or of the graph, and what it does.
type step struct{ name, usage, does string }

// steps are those of Gizmo that have an effect of their own, in the order in which one learns them.
var steps = []step{
	{"V", "g.V(node…)", "starts at these nodes, or at all"},
	{"M", "g.M()", "starts a path without nodes, to be followed from others"},
	{"emit", "g.emit(value)", "makes a value a result"},
	{"out", "out(verb, tag)", "goes to the objects of quads; without a verb, of any"},
	{"in", "in(verb, tag)", "goes back to the subjects of quads"},
	{"both", "both(verb, tag)", "goes either way"},
	{"is", "is(node…)", "keeps only these nodes"},
	{"has", "has(verb, node)", "keeps what has a quad with this verb and object"},
	{"hasR", "hasR(verb, node)", "keeps what is the object of such a quad"},
	{"filter", "filter(gt(x), lt(y), regex(r), like(p))", "keeps values that compare so"},
	{"tag", "tag(name)", "names where the path is now: a column of the results"},
	{"as", "as(name)", "the same as tag"},
	{"back", "back(name)", "returns to where that tag was set"},
	{"save", "save(verb, tag)", "tags the object of a quad without going there; what has none is dropped"},
	{"saveOpt", "saveOpt(verb, tag)", "the same, but keeps what has none"},
	{"saveR", "saveR(verb, tag)", "tags the subject of a quad that ends here"},
	{"saveOptR", "saveOptR(verb, tag)", "the same, but keeps what has none"},
	{"and", "and(path)", "keeps what the other path reaches too"},
	{"intersect", "intersect(path)", "the same as and"},
	{"or", "or(path)", "adds what the other path reaches"},
	{"union", "union(path)", "the same as or"},
	{"except", "except(path)", "drops what the other path reaches"},
	{"difference", "difference(path)", "the same as except"},
	{"follow", "follow(path)", "goes on along a path made with g.M()"},
	{"followR", "followR(path)", "goes along it backwards"},
	{"followRecursive", "followRecursive(verb, depth)", "goes along it again and again; give a depth"},
	{"labels", "labels()", "goes to the articles whose quads start here"},
	{"labelContext", "labelContext(article)", "from here on only quads of this article"},
	{"inPredicates", "inPredicates()", "goes to the verbs that end here"},
	{"outPredicates", "outPredicates()", "goes to the verbs that start here"},
	{"saveInPredicates", "saveInPredicates(tag)", "tags the verbs that end here"},
	{"saveOutPredicates", "saveOutPredicates(tag)", "tags the verbs that start here"},
	{"unique", "unique()", "keeps each node once: several articles say the same"},
	{"order", "order()", "sorts"},
	{"skip", "skip(n)", "drops the first n"},
	{"limit", "limit(n)", "keeps the first n"},
	{"all", "all()", "asks for all results"},
	{"getLimit", "getLimit(n)", "asks for n results"},
	{"count", "count()", "gives the number of results, as a value"},
	{"toArray", "toArray()", "gives the results, as a value"},
	{"tagArray", "tagArray()", "gives the results with their tags, as a value"},
	{"toValue", "toValue()", "gives the first result, as a value"},
	{"tagValue", "tagValue()", "gives the first result with its tags, as a value"},
	{"forEach", "forEach(function (row) { … })", "calls a function with each result"},
	{"map", "map(function (row) { … })", "the same as forEach"},
}

// graphSteps are the first of the steps: they belong to g.
const graphSteps = 3

const helpText = `A query is a path through the graph that ends with .all():
    g.V("<actor:north_korea>").in("<verb:warns>").all()     who warns North Korea
    warned().all()                                          who warned whom
    actor("Sullivan").out(null, "verb").all()               all that Sullivan does, with the verb
It ends where its brackets are closed; an empty line sends it as it is, a line that begins with a dot goes on with the
last one. Ctrl-C drops a query, or stops one that runs.
    :help STEP         what a step does, e.g. :help saveOpt; :help steps lists them
    :explain [QUERY]   the steps of a query, or of the last one, in words
    :list, :run NAME   the queries of the library
    :helpers           our functions, as the JavaScript that they are
    :limit N           print at most N results       :timeout 10s   stop queries after this time
    :json              JSON instead of a table, and back             :quit   leave
`

// help prints help on all, or on one step.
func (s *Shell) help(topic string) {
	if topic == "" {
		s.print(helpText)
		return
	}
	found := false
	for _, x := range steps {
		if topic == "steps" || strings.EqualFold(strings.Trim(topic, ".()"), x.name) {
			s.say("%-40s  %s", x.usage, x.does)
			found = true
		}
	}
	if !found {
		s.say("there is no step %s; :help steps lists them", topic)
	}
}

var call = regexp.MustCompile(`(?:\.\s*)?([A-Za-z]\w*)\s*\(`)

// explain prints the steps of a query in words.
func (s *Shell) explain(text string) {
	if q, ok := library.Find(text); ok {
		s.print(q.Text)
		return
	}
	if text == "" {
		text = s.last
	}
	n := 0
	for _, m := range call.FindAllStringSubmatch(text, -1) {
		if does := describe(m[1], strings.HasPrefix(m[0], ".")); does != "" {
			n++
			s.say("%3d  %-18s %s", n, m[1], does)
		}
	}
	if n == 0 {
		s.say("no steps to explain; :explain QUERY, or the name of a query of the library")
	}
}

// describe returns what a step or a helper does, or nothing if it is neither.
func describe(name string, method bool) string {
	if !method {
		return helperLine(name)
	}
	for _, x := range steps {
		if strings.EqualFold(x.name, name) {
			return x.does
		}
	}
	return ""
}

// helperLine returns what the list at the head of the helpers says of one.
func helperLine(name string) string {
	for line := range strings.Lines(library.Helpers()) {
		text, isComment := strings.CutPrefix(line, "//   ")
		if isComment && call.MatchString(text) && strings.Contains(" "+text, " "+name+"(") {
			_, does, _ := strings.Cut(text, "  ")
			return strings.TrimSpace(does)
		}
	}
	return ""
}
