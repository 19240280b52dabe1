package names

import (
	"fmt"
	"strings"

	"quadwire/extract/text"
)

// Count counts names: those that the gold has, those found, and those found with the same span and type.
type Count struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	if c.Gold+c.Found == 0 {
		return 0
	}
	return 2 * float64(c.Right) / float64(c.Gold+c.Found)
}

// Score is how well names were found, by exact span and type. All are the three types together.
type Score struct{ Person, Organization, Place, All Count }

// String prints one line a type.
func (s Score) String() string {
	var b strings.Builder
	for _, x := range []struct {
		name string
		c    Count
	}{{"person", s.Person}, {"organization", s.Organization}, {"place", s.Place}, {"all", s.All}} {
		fmt.Fprintf(&b, "%-13s P %.4f R %.4f F1 %.4f (gold %d, found %d)\n", x.name, float64(x.c.Right)/float64(max(1, x.c.Found)),
			float64(x.c.Right)/float64(max(1, x.c.Gold)), x.c.F1(), x.c.Gold, x.c.Found)
	}
	return b.String()
}

// Evaluate compares the names that the finder finds in annotated documents (tags and trees as they stand in docs) with
// their entities: spans without titles and articles, types person, organization and place. Nationality adjectives are
// no entities there and do not count.
func (f *Finder) Evaluate(docs []*text.CoNLLU) Score {
	var score Score
	for _, d := range docs {
		gold := f.goldNames(d)
		for i, found := range f.spans(&d.Document) {
			score.compare(gold[i], found)
		}
	}
	return score
}

// evaluateRecogniser is Evaluate for the learned recogniser alone.
func (f *Finder) evaluateRecogniser(docs []*text.CoNLLU) Score {
	var score Score
	for _, d := range docs {
		gold := f.goldNames(d)
		for i := range d.Sentences {
			s := newSentence(i, &d.Sentences[i])
			score.compare(gold[i], spans(decode(f.features(s), f.recogniser)))
		}
	}
	return score
}

// compare counts the names of one sentence.
func (s *Score) compare(gold, found []nameSpan) {
	counts := [...]*Count{&s.Person, &s.Organization, &s.Place}
	right := map[nameSpan]bool{}
	for _, g := range gold {
		if g.typ != otherType {
			right[g] = true
			counts[g.typ].Gold++
			s.All.Gold++
		}
	}
	for _, n := range found {
		if n.typ == otherType {
			continue
		}
		counts[n.typ].Found++
		s.All.Found++
		if right[n] {
			counts[n.typ].Right++
			s.All.Right++
		}
	}
}

// spans returns the names that the finder settles on in each sentence.
func (f *Finder) spans(doc *text.Document) [][]nameSpan {
	d := f.document(doc)
	out := make([][]nameSpan, len(doc.Sentences))
	for i := range d.sentences {
		for _, c := range d.chunks[i] {
			switch c.kind {
			case stateName, capitalName, placeName:
				out[i] = append(out[i], nameSpan{c.first, c.last, placeType})
			case personName, demonym:
				out[i] = append(out[i], nameSpan{c.first, c.last, personType})
			case bodyName:
				out[i] = append(out[i], nameSpan{c.first, c.last, organizationType})
			}
		}
	}
	return out
}
