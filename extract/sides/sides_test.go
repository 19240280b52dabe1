package sides

import (
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// states is a gazetteer of two states.
func states(s string) (string, bool) {
	switch s {
	case "Serbia", "Serbian", "Belgrade":
		return "Serbia", true
	case "Russia":
		return "Russia", true
	}
	return "", false
}

// document makes a document of one-token mentions, each in a sentence of its own and an entity of its own.
func document(mentions ...text.Mention) *text.Document {
	doc := &text.Document{}
	for i, m := range mentions {
		doc.Sentences = append(doc.Sentences, text.Sentence{Tokens: []text.Token{{Form: m.Name, Lemma: m.Name}}})
		m.Sentence, m.Entity = i, i
		doc.Mentions = append(doc.Mentions, m)
		doc.Entities = append(doc.Entities, text.Entity{Mentions: []int{i}, Name: m.Name, Kind: m.Kind, Side: m.Side})
	}
	return doc
}

func TestHomeStateIsTheSideOfItsPeople(t *testing.T) {
	doc := document(
		text.Mention{Name: "Serbia", Kind: news.Country, Side: "Serbia"},
		text.Mention{Name: "Belgrade", Place: true},
		text.Mention{Name: "Serbia", Kind: news.Country},
		text.Mention{Name: "Vladimir Rebic", Kind: news.Person},
		text.Mention{Name: "parliament", Form: text.Nominal, Kind: news.Government},
		text.Mention{Name: "police", Form: text.Nominal, Kind: news.Group},
		text.Mention{Name: "journalist", Form: text.Nominal, Kind: news.Group},
		text.Mention{Name: "Reuters", Kind: news.Organization},
		text.Mention{Name: "Maria Petrova", Kind: news.Person, Side: "Russia"},
	)
	Fill(doc, states)
	want := map[string]string{"Vladimir Rebic": "Serbia", "parliament": "Serbia", "police": "Serbia", "journalist": "",
		"Reuters": "", "Maria Petrova": "Russia"}
	for _, e := range doc.Entities {
		if side, ok := want[e.Name]; ok && e.Side != side {
			t.Errorf("%s has side %q, want %q", e.Name, e.Side, side)
		}
	}
}

func TestNoHomeWhereTwoStatesShareTheArticle(t *testing.T) {
	doc := document(
		text.Mention{Name: "Serbia", Kind: news.Country}, text.Mention{Name: "Serbia", Kind: news.Country},
		text.Mention{Name: "Russia", Kind: news.Country}, text.Mention{Name: "Russia", Kind: news.Country},
	)
	if home := homeState(doc, states); home != "" {
		t.Errorf("home is %q, want none", home)
	}
}

func TestNeighbourSaysWhoseSideAPersonIsOn(t *testing.T) {
	doc := document(
		text.Mention{Name: "Serbia", Kind: news.Country}, text.Mention{Name: "Serbia", Kind: news.Country},
		text.Mention{Name: "Serbia", Kind: news.Country}, text.Mention{Name: "Hamza", Kind: news.Person},
	)
	doc.Mentions = append(doc.Mentions, text.Mention{Name: "Al-Qaeda", Kind: news.Organization, Sentence: 3, First: 2, Last: 2})
	Fill(doc, states)
	if side := doc.Entities[3].Side; side != "" {
		t.Errorf("side is %q although an organisation stands beside the name", side)
	}
}
