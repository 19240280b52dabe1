package coref

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"quadwire/extract/text"
)

// ranking scores the possible antecedents of a pronoun: for each group of pronouns a weight for each feature.
// Trained by Train.
type ranking struct {
	weights [groupCount][featureCount]float32
}

// group is a group of pronouns with weights of their own.
type group uint8

const (
	groupHe group = iota
	groupHis
	groupIt
	groupIts
	groupThey
	groupTheir
	groupCount
)

var groupNames = [groupCount]string{"he", "his", "it", "its", "they", "their"}

func groupOf(m *markable) group {
	g := group(2 * uint8(m.pron.kind))
	if m.role == rolePossessor {
		g++
	}
	return g
}

// feature is a property of a pronoun and a possible antecedent, or of a pronoun that may have none.
type feature int16

// The features. Blocks begin where the constants say and hold as many features as the next block leaves.
const (
	featRole         feature = 0                                          // 4 distances × role of the antecedent
	featForm                 = featRole + 4*feature(roleCount)            // 5 forms
	featClass                = featForm + 5                               // 8 classes of nouns
	featKindNumber           = featClass + 8                              // number of the antecedent: singular, plural, either
	featParallel             = featKindNumber + 3                         // same role; by distance 0, 1, more
	featSubjectHere          = featParallel + 3                           // subject of the pronoun's clause, of the clause above
	featSize                 = featSubjectHere + 2                        // mentions so far: 1, 2, 3-4, more
	featBetween              = featSize + 4                               // clusters between: 0, 1, 2, 3-4, 5-8, more
	featQuote                = featBetween + 6                            // both in one quotation, both outside, only one in
	featHeadline             = featQuote + 3                              //
	featFirst                = featHeadline + 1                           // first phrase of its sentence
	featGender               = featFirst + 1                              // gender known
	featDominates            = featGender + 1                             // the pronoun is inside the antecedent's phrase
	featSet                  = featDominates + 1                          // coordination
	featPronounSame          = featSet + 1                                // the cluster's last mention is the same pronoun
	featSpeaker              = featPronounSame + 1                        // speaker of the quotation that the pronoun is in
	featParagraph            = featSpeaker + 1                            // same paragraph
	featNone                 = featParagraph + 1                          // no antecedent: bias, in a quotation, object, first sentence, document of few actors
	featPrefers              = featNone + 5                               // preference of the pronoun's place × antecedent is an actor
	featNonePrefers          = featPrefers + 2*preferenceSteps            // preference of the pronoun's place, no antecedent
	featRoles                = featNonePrefers + preferenceSteps          // same sentence, another × role of the pronoun × of the antecedent
	featClassForm            = featRoles + 2*feature(roleCount*roleCount) // class of the antecedent × form
	featDistanceForm         = featClassForm + 40                         // distance × form
	featureCount             = featDistanceForm + 20
)

// newsBias lowers the score of "no antecedent" for "it" and "its": in news they denote states and organisations more often than in
// the conversations and lectures that make up much of GUM.
var newsBias = [groupCount]float32{groupIt: 1.2, groupIts: 0.7, groupThey: 0.4, groupTheir: 0.6}

const (
	pronounSentences = 7  // sentences that the search for a pronoun's antecedent goes back
	pronounClusters  = 40 // clusters that it looks at
)

// candidate is a possible antecedent and its features.
type candidate struct {
	mark     int // -1: none
	features []feature
}

// best returns the antecedent of pronoun k, or -1.
func (w *ranking) best(r *run, k int) int {
	cands := r.candidates(k)
	g := groupOf(&r.marks[k])
	best, bestScore := -1, w.score(g, cands[0].features)
	if m := &r.marks[k]; prefers(r.doc.Sentences[m.sentence].Tokens, m.top) != 1 {
		bestScore -= newsBias[g] // unless the place is one for things
	}
	for _, c := range cands[1:] {
		if s := w.score(g, c.features); s > bestScore {
			best, bestScore = c.mark, s
		}
	}
	return best
}

func (w *ranking) score(g group, features []feature) float32 {
	var sum float32
	for _, f := range features {
		sum += w.weights[g][f]
	}
	return sum
}

// candidates returns the possible antecedents of pronoun k: first that it has none, then one markable for each cluster,
// the nearest first.
func (r *run) candidates(k int) []candidate {
	m := &r.marks[k]
	r.featureBuf = r.featureBuf[:0]
	r.candidateBuf = append(r.candidateBuf[:0], candidate{-1, r.noneFeatures(k)})
	r.seen = r.seen[:0]
	tried := 0
	for a := k - 1; a >= 0 && tried < pronounClusters; a-- {
		x := &r.marks[a]
		if m.sentence-x.sentence > pronounSentences {
			break
		}
		c := r.find(a)
		if c == r.find(k) || contained(r.seen, c) || r.shadowed(a) {
			continue
		}
		r.seen = append(r.seen, c)
		tried++
		if !r.possible(a, k) {
			continue
		}
		r.candidateBuf = append(r.candidateBuf, candidate{a, r.pairFeatures(a, k, tried-1)})
	}
	return r.candidateBuf
}

// shadowed says whether a markable stands for its cluster badly, since another is near that says more: a relative pronoun,
// an apposition, a predicate, or an adjective of nationality inside a phrase for the same actor.
func (r *run) shadowed(a int) bool {
	x := &r.marks[a]
	if x.pron != nil {
		return x.pron.kind == relative
	}
	if b := r.standsBehind(a); b >= 0 {
		return r.same(a, b)
	}
	return r.attributive(a) && a > 0 && r.marks[a-1].sentence == x.sentence && r.marks[a-1].last >= x.last && r.same(a-1, a)
}

func contained(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// possible applies what grammar forbids: disagreement in gender and number, a phrase that contains the pronoun, another
// argument of the pronoun's own verb, a first person in a quotation that is not the pronoun's.
func (r *run) possible(a, k int) bool {
	m, x := &r.marks[k], &r.marks[a]
	c := r.of(a)
	if x.pron != nil && (x.pron.kind == secondPerson || x.pron.kind == firstPerson && m.quote == x.quote) {
		return false
	}
	if _, set := r.sets[a]; set && m.pron.kind != personalThey {
		return false
	}
	if r.predicative(a) && !x.definite && c.size == 1 {
		return false
	}
	if r.ownSpeaker(a, k) || r.inside(a, k) {
		return false
	}
	if c.gender&m.gender == 0 && m.pron.kind != personalThey {
		return false
	}
	switch m.pron.kind {
	case personalThey:
		if c.class == countryNoun && c.named && m.role != rolePossessor {
			return false
		}
	case personalHe:
		if c.number&singular == 0 || c.class == placeNoun || c.class == thingNoun {
			return false
		}
	case personalIt:
		if c.number&singular == 0 || c.class == personNoun {
			return false
		}
	}
	if x.sentence != m.sentence {
		return true
	}
	return !r.clash(a, k)
}

// standsBehind returns the markable that an apposition or predicate says something of, -1 if a is neither.
func (r *run) standsBehind(a int) int {
	x := &r.marks[a]
	t := &r.doc.Sentences[x.sentence].Tokens[x.top]
	switch {
	case base(t.Rel) == "appos":
		return r.markAt(x.sentence, t.Head)
	case r.predicative(a):
		return r.markAt(x.sentence, r.child(x.sentence, x.top, "nsubj"))
	}
	return -1
}

// predicative says whether a phrase says what something is or is called, rather than naming it.
func (r *run) predicative(a int) bool {
	x := &r.marks[a]
	t := &r.doc.Sentences[x.sentence].Tokens[x.top]
	return base(t.Rel) == "xcomp" || r.child(x.sentence, x.top, "cop") >= 0
}

// inside says whether pronoun k is the possessor in a phrase of a's cluster: "his" cannot be his father.
func (r *run) inside(a, k int) bool {
	m := &r.marks[k]
	h := r.doc.Sentences[m.sentence].Tokens[m.top].Head
	if m.role != rolePossessor || h < 0 || r.topOf[m.sentence][h] < 0 {
		return false
	}
	return r.same(a, int(r.topOf[m.sentence][h]))
}

// ownSpeaker says whether pronoun k would make a speaker call himself he.
func (r *run) ownSpeaker(a, k int) bool {
	m := &r.marks[k]
	if m.quote < 0 || r.wordsOnly(m.quote) {
		return false
	}
	speaker := r.speakerOf(m.quote)
	return speaker >= 0 && r.same(speaker, a)
}

// wordsOnly says whether a quotation is no sentence: then third persons in it may mean the speaker.
func (r *run) wordsOnly(q int) bool { return !r.wholeSentence(&r.quotes[q]) }

// clash says whether a and pronoun k of one sentence cannot corefer by their places in the tree.
func (r *run) clash(a, k int) bool {
	m, x := &r.marks[k], &r.marks[a]
	if x.first <= m.first && m.last <= x.last {
		return true
	}
	if m.role == rolePossessor {
		// "his" may not be the head that it modifies.
		return r.doc.Sentences[m.sentence].Tokens[m.top].Head == x.top
	}
	return m.clause >= 0 && m.clause == x.clause && argument(m.role) && argument(x.role)
}

func argument(x role) bool { return x == roleSubject || x == roleObject || x == roleOblique }

func (r *run) noneFeatures(k int) []feature {
	m := &r.marks[k]
	at := len(r.featureBuf)
	r.feat(featNone)
	if m.quote >= 0 {
		r.feat(featNone + 1)
	}
	if m.role == roleObject {
		r.feat(featNone + 2)
	}
	if m.role == roleSubject {
		r.feat(featNone + 3)
	}
	if m.sentence == 0 {
		r.feat(featNone + 4)
	}
	r.feat(featNonePrefers + feature(prefers(r.doc.Sentences[m.sentence].Tokens, m.top)))
	return r.featureBuf[at:len(r.featureBuf):len(r.featureBuf)]
}

func (r *run) feat(f feature) { r.featureBuf = append(r.featureBuf, f) }

// pairFeatures describes antecedent a of pronoun k; between is the number of clusters that are nearer.
func (r *run) pairFeatures(a, k, between int) []feature {
	m, x, c := &r.marks[k], &r.marks[a], r.of(a)
	at := len(r.featureBuf)
	distance := min(m.sentence-x.sentence, 3)
	r.feat(featRole + feature(distance)*feature(roleCount) + feature(x.role))
	r.feat(featForm + formFeature(x, m))
	class := c.class
	if class == countryNoun && m.pron.kind == personalIt {
		class = organizationNoun // in GUM states are places to visit, in news they act
	}
	r.feat(featClass + feature(class))
	r.feat(featRoles + feature(min(distance, 1))*feature(roleCount*roleCount) + feature(m.role)*feature(roleCount) + feature(x.role))
	r.feat(featClassForm + feature(class)*5 + formFeature(x, m))
	r.feat(featDistanceForm + feature(distance)*5 + formFeature(x, m))
	r.feat(featKindNumber + feature(c.number) - 1)
	if x.role == m.role {
		r.feat(featParallel + feature(min(distance, 2)))
	}
	if r.clauseSubject(k) == a {
		r.feat(featSubjectHere)
	} else if r.upperSubject(k) == a {
		r.feat(featSubjectHere + 1)
	}
	r.feat(featSize + sizeBucket(c.size))
	r.feat(featBetween + betweenBucket(between))
	r.feat(featQuote + quoteFeature(m, x))
	r.flagFeatures(a, k)
	return r.featureBuf[at:len(r.featureBuf):len(r.featureBuf)]
}

func (r *run) flagFeatures(a, k int) {
	m, x, c := &r.marks[k], &r.marks[a], r.of(a)
	sent := &r.doc.Sentences[x.sentence]
	if sent.Kind != text.Prose {
		r.feat(featHeadline)
	}
	if a == 0 || r.marks[a-1].sentence != x.sentence {
		r.feat(featFirst)
	}
	if c.ownGender == m.gender {
		r.feat(featGender)
	}
	if x.sentence == m.sentence && r.dominates(x.sentence, x.top, m.top) {
		r.feat(featDominates)
	}
	if _, ok := r.sets[a]; ok {
		r.feat(featSet)
	}
	prefer := 2 * feature(prefers(r.doc.Sentences[m.sentence].Tokens, m.top))
	if c.class == thingNoun || c.class == placeNoun || c.class == unknownName {
		r.feat(featPrefers + prefer)
	} else {
		r.feat(featPrefers + prefer + 1)
	}
	if x.pron != nil && x.pron == m.pron {
		r.feat(featPronounSame)
	}
	if m.quote >= 0 && r.speakerOf(m.quote) >= 0 && r.same(r.speakerOf(m.quote), a) {
		r.feat(featSpeaker)
	}
	if sent.Paragraph == r.doc.Sentences[m.sentence].Paragraph {
		r.feat(featParagraph)
	}
}

// upperSubject returns the subject of the clause above the one that the pronoun is in.
func (r *run) upperSubject(k int) int {
	m := &r.marks[k]
	if m.clause < 0 {
		return -1
	}
	up := r.clauseOf(m.sentence, m.clause)
	if up < 0 {
		return -1
	}
	if c := r.child(m.sentence, up, "nsubj"); c >= 0 {
		return r.markAt(m.sentence, c)
	}
	return -1
}

func formFeature(x, m *markable) feature {
	switch {
	case x.pron != nil && x.pron.kind == m.pron.kind:
		return 0
	case x.pron != nil:
		return 1
	case x.form == text.Named:
		return 2
	case x.definite:
		return 3
	}
	return 4
}

func sizeBucket(n int) feature {
	switch {
	case n <= 2:
		return feature(n - 1)
	case n <= 4:
		return 2
	}
	return 3
}

func betweenBucket(n int) feature {
	switch {
	case n <= 2:
		return feature(n)
	case n <= 4:
		return 3
	case n <= 8:
		return 4
	}
	return 5
}

func quoteFeature(m, x *markable) feature {
	switch {
	case m.quote == x.quote && m.quote >= 0:
		return 0
	case m.quote < 0 && x.quote < 0:
		return 1
	}
	return 2
}

//go:embed pronouns.tsv
var pronounWeights string

// embeddedRanking reads the weights that are part of the program.
func embeddedRanking() *ranking {
	w, err := parseRanking(pronounWeights)
	if err != nil {
		panic("coref: embedded pronouns.tsv: " + err.Error()) // cannot happen: a test reads it
	}
	return w
}

// parseRanking reads lines of group, feature and weight, tab-separated.
func parseRanking(s string) (*ranking, error) {
	w := &ranking{}
	for n, line := range strings.Split(s, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("line %d: %d fields, want 3", n+1, len(f))
		}
		g := groupByName(f[0])
		i, err := strconv.Atoi(f[1])
		if g == groupCount || err != nil || i < 0 || i >= int(featureCount) {
			return nil, fmt.Errorf("line %d: no feature %s of %s", n+1, f[1], f[0])
		}
		v, err := strconv.ParseFloat(f[2], 32)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		w.weights[g][i] = float32(v)
	}
	return w, nil
}

func groupByName(name string) group {
	for g, s := range groupNames {
		if s == name {
			return group(g)
		}
	}
	return groupCount
}

// rankVersion changes with the features: weights of another version mean something else.
//
//	1  first set
const rankVersion = 1
