package coref

import "quadwire/extract/text"

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

// rankVersion changes with the features: weights of another version mean something else.
//
//	1  first set
const rankVersion = 1

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
	tokens := r.doc.Sentences[m.sentence].Tokens
	if r.child(m.sentence, up, "nsubj") < 0 && base(tokens[up].Rel) == "conj" {
		up = tokens[up].Head
	}
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
