// Package score compares extracted claims with gold claims, document by document.
//
//	gold *.json ──ReadGold──▶ []Gold ┐
//	                                 ├─ Score ─▶ Result: right, wrong, optional, missed ─▶ Table, ByRule
//	extracted       []news.Claim     ┘
//
// A claim is right when its actors match those of a required gold claim and, by the criterion, its class or lemma
// does. Matching is one to one: a maximum matching between claims and required gold claims. A further claim that says
// the same and one that matches an optional gold claim count neither for nor against. Claims without an object are
// left out, and repeated ones count once.
package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Gold is the gold annotation of one article.
type Gold struct {
	Doc    string           `json:"doc"`    // id of the document
	File   string           `json:"file"`   // file name of the article
	Actors map[string]Actor `json:"actors"` // by id
	Claims []Claim          `json:"claims"`
}

// Actor is an actor of a gold document.
type Actor struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Type    string   `json:"type"`
	Side    string   `json:"side"`
}

// Claim is a gold claim: a relation of two actors that the document tells, in one sentence or several.
type Claim struct {
	Subject   string   `json:"s"`
	Lemmas    []string `json:"p"`     // acceptable lemmas, best first
	Classes   []string `json:"class"` // acceptable classes, best first
	Object    string   `json:"o"`
	Polarity  string   `json:"polarity"`
	Modality  string   `json:"modality"`
	Speaker   string   `json:"speaker"`
	Theme     string   `json:"theme"`
	Sentences []string `json:"sents"` // first words of the sentences that support it
	Mutual    bool     `json:"sym"`
	Optional  bool     `json:"optional"`
}

// ReadGold reads the *.json files of a folder, sorted by name.
func ReadGold(dir string) ([]Gold, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("list gold folder %s: %w", dir, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("gold folder %s: no *.json files there", dir)
	}
	slices.Sort(files)
	var out []Gold
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("read gold: %w", err)
		}
		var g Gold
		if err := json.Unmarshal(b, &g); err != nil {
			return nil, fmt.Errorf("read gold %s: %w", f, err)
		}
		if err := g.check(); err != nil {
			return nil, fmt.Errorf("read gold %s: %w", f, err)
		}
		out = append(out, g)
	}
	return out, nil
}

// check reports a claim of unknown actors.
func (g *Gold) check() error {
	for i, c := range g.Claims {
		for _, a := range []string{c.Subject, c.Object} {
			if _, ok := g.Actors[a]; !ok {
				return fmt.Errorf("claim %d: unknown actor %q", i+1, a)
			}
		}
	}
	return nil
}

// Is reports whether an article id, a path or file name with or without extension, names this document.
func (g *Gold) Is(article string) bool {
	b := filepath.Base(article)
	stem := strings.TrimSuffix(b, filepath.Ext(b))
	return article == g.Doc || b == g.File || stem == strings.TrimSuffix(g.File, filepath.Ext(g.File))
}
