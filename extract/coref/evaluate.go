package coref

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"quadwire/extract/text"
)

// Evaluation is the quality of coreference over documents with gold entities.
type Evaluation struct {
	Documents int               // compared
	Resolver  Scores            // of what Resolve finds
	Baseline  Scores            // names and nouns with the same head word are one, pronouns stay alone
	Pronouns  Ratio             // third persons that denote actors and places: share that is linked to a mention of its entity, and the reverse
	Genres    map[string]Scores // of the resolver, by the genre of the treebank's documents
}

// Evaluate measures the resolver on a treebank with entities: those of type person, place and organization. names gives
// a document its mentions, as the stage before would; if nil, the gold names and nominals are given, with their
// boundaries and types, and only the pronouns are found here. Predicted and gold mentions are the same if their heads
// are. Entities of one mention count on neither side.
func Evaluate(docs []*text.CoNLLU, names func(*text.Document)) Evaluation {
	e := Evaluation{Genres: map[string]Scores{}}
	resolver := English()
	for _, d := range docs {
		gold := goldMentions(d)
		doc := d.Document
		doc.Mentions, doc.Entities, doc.Quotes = nil, nil, nil
		if names != nil {
			names(&doc)
		} else {
			giveMentions(&doc, gold)
		}
		r := newRun(&doc, resolver.rank)
		r.resolve()
		key, ids := keyClusters(gold)
		response := r.responseClusters(ids, names == nil)
		s := Score(key, response)
		e.Documents++
		e.Resolver.Add(s)
		e.Baseline.Add(Score(key, r.headMatch(ids)))
		e.Pronouns.Add(r.pronounScore(gold))
		g := e.Genres[d.Genre]
		g.Add(s)
		e.Genres[d.Genre] = g
	}
	return e
}

// Write prints the evaluation as a table.
func (e Evaluation) Write(w io.Writer) error {
	var b strings.Builder
	row := func(name string, s Scores) {
		fmt.Fprintf(&b, "%-14s MUC %5.2f %5.2f %5.2f   B3 %5.2f %5.2f %5.2f   CEAFe %5.2f %5.2f %5.2f   CoNLL %5.2f\n", name,
			100*s.MUC.Precision(), 100*s.MUC.Recall(), 100*s.MUC.F1(), 100*s.B3.Precision(), 100*s.B3.Recall(), 100*s.B3.F1(),
			100*s.CEAFE.Precision(), 100*s.CEAFE.Recall(), 100*s.CEAFE.F1(), 100*s.CoNLL())
	}
	row("head match", e.Baseline)
	row("resolver", e.Resolver)
	fmt.Fprintf(&b, "%-14s P %5.2f R %5.2f F1 %5.2f\n", "he it they", 100*e.Pronouns.Precision(), 100*e.Pronouns.Recall(), 100*e.Pronouns.F1())
	genres := make([]string, 0, len(e.Genres))
	for g := range e.Genres {
		genres = append(genres, g)
	}
	sort.Strings(genres)
	for _, g := range genres {
		row("  "+g, e.Genres[g])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mentionIDs numbers mentions by their exact place and by their head.
type mentionIDs struct {
	bySpan map[[3]int]int
	byTop  map[[2]int]int
	next   int
}

// keyClusters returns the gold entities of two mentions or more and the numbers of all gold mentions of actors.
func keyClusters(gold []goldMention) ([][]int, *mentionIDs) {
	ids := &mentionIDs{bySpan: map[[3]int]int{}, byTop: map[[2]int]int{}}
	clusters := map[string][]int{}
	var order []string
	for _, g := range gold {
		if !actorTypes[g.etype] {
			continue
		}
		id := ids.next
		ids.next++
		ids.bySpan[[3]int{g.sentence, g.first, g.last}] = id
		if _, ok := ids.byTop[[2]int{g.sentence, g.top}]; !ok {
			ids.byTop[[2]int{g.sentence, g.top}] = id
		}
		if len(clusters[g.group]) == 0 {
			order = append(order, g.group)
		}
		clusters[g.group] = append(clusters[g.group], id)
	}
	var out [][]int
	for _, g := range order {
		if len(clusters[g]) > 1 {
			out = append(out, clusters[g])
		}
	}
	return out, ids
}

// id returns the number of a markable: that of the gold mention in its place or with its head, else a new one.
func (ids *mentionIDs) id(m *markable, used map[int]bool) int {
	id, ok := ids.bySpan[[3]int{m.sentence, m.first, m.last}]
	if !ok || used[id] {
		id, ok = ids.byTop[[2]int{m.sentence, m.top}]
	}
	if !ok || used[id] {
		id = ids.next
		ids.next++
	}
	used[id] = true
	return id
}

// responseClusters returns the clusters found that have two mentions or more. Relative pronouns are left out, since
// GUM does not annotate them. With gold mentions given, things that are no gold mention are left out too.
func (r *run) responseClusters(ids *mentionIDs, given bool) [][]int {
	keep := r.actors()
	clusters := map[int][]int{}
	var order []int
	used := map[int]bool{}
	for k := range r.marks {
		m := &r.marks[k]
		c := r.find(k)
		if m.pron != nil && (m.pron.kind == relative || m.pron.kind == reciprocal) || m.mention < 0 && !keep[c] && !r.isSet(c) &&
			(m.pron == nil || m.pron.kind != firstPerson) {
			continue
		}
		if given && m.mention < 0 && m.pron == nil {
			continue
		}
		if clusters[c] == nil {
			order = append(order, c)
		}
		clusters[c] = append(clusters[c], ids.id(m, used))
	}
	var out [][]int
	for _, c := range order {
		if len(clusters[c]) > 1 {
			out = append(out, clusters[c])
		}
	}
	return out
}

// isSet says whether a cluster denotes several actors.
func (r *run) isSet(c int) bool {
	m := &r.marks[c]
	return len(r.sets[c]) > 0 && m.class != thingNoun
}

// headMatch is the baseline: names and nouns with the same head word corefer.
func (r *run) headMatch(ids *mentionIDs) [][]int {
	byHead := map[string]int{}
	var clusters [][]int
	used := map[int]bool{}
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron != nil || m.mention < 0 {
			continue
		}
		word := m.noun
		if len(m.name) > 0 {
			word = m.name[len(m.name)-1]
		}
		c, ok := byHead[word]
		if !ok {
			c = len(clusters)
			byHead[word] = c
			clusters = append(clusters, nil)
		}
		clusters[c] = append(clusters[c], ids.id(m, used))
	}
	var out [][]int
	for _, c := range clusters {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// goldByTop returns the gold mention at each head, sentence and token, and the entities that some name or noun denotes.
func goldByTop(gold []goldMention) (group map[[2]int]*goldMention, nominals map[string]bool) {
	group, nominals = map[[2]int]*goldMention{}, map[string]bool{}
	for i := range gold {
		g := &gold[i]
		at := [2]int{g.sentence, g.top}
		if group[at] == nil || g.first == g.last {
			group[at] = g
		}
		if !g.pronominal {
			nominals[g.group] = true
		}
	}
	return group, nominals
}

// pronounScore counts third person pronouns: those that are linked to an earlier gold mention of their entity that is no
// pronoun, of those that denote an actor, and of those that were linked to one.
func (r *run) pronounScore(gold []goldMention) Ratio {
	group, nominals := goldByTop(gold)
	antecedent := map[int]string{} // cluster to the group of its first mention that is no pronoun
	for k := range r.marks {
		m := &r.marks[k]
		if g := group[[2]int{m.sentence, m.top}]; g != nil && m.pron == nil && m.mention >= 0 {
			if _, ok := antecedent[r.find(k)]; !ok {
				antecedent[r.find(k)] = g.group
			}
		}
	}
	var out Ratio
	for k := range r.marks {
		m := &r.marks[k]
		if m.pron == nil || m.pron.kind > personalThey {
			continue
		}
		g := group[[2]int{m.sentence, m.top}]
		wanted := g != nil && actorTypes[g.etype] && nominals[g.group]
		found, ok := antecedent[r.find(k)]
		if wanted {
			out.RecallDen++
		}
		if ok {
			out.PrecisionDen++
		}
		if wanted && ok && found == g.group {
			out.RecallNum++
			out.PrecisionNum++
		}
	}
	return out
}
