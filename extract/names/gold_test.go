package names

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quadwire/extract/parse"
	"quadwire/extract/read"
	"quadwire/extract/score"
	"quadwire/extract/split"
	"quadwire/extract/tag"
	"quadwire/extract/text"
)

// found counts gold actors: all, those that some mention finds by name, those with the right side too.
type found struct{ all, named, sided int }

// actorCounts counts gold actors by type, and all of them under "all".
type actorCounts map[string]*found

func (c actorCounts) add(kind string, named, sided bool) {
	for _, key := range []string{kind, "all"} {
		if c[key] == nil {
			c[key] = &found{}
		}
		c[key].all++
		if named {
			c[key].named++
		}
		if sided {
			c[key].sided++
		}
	}
}

// TestGoldActors measures how many of the gold actors of a folder (QUADWIRE_GOLD, *.json beside the articles) some
// mention finds, and how many with the right side, over the tags and trees of the stages before.
func TestGoldActors(t *testing.T) {
	dir := os.Getenv("QUADWIRE_GOLD")
	if dir == "" {
		t.Skip("QUADWIRE_GOLD is unset")
	}
	gold, err := score.ReadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	find := pipeline(t)
	all, required := actorCounts{}, actorCounts{}
	for _, g := range gold {
		doc := find(filepath.Join(dir, g.File))
		checkMentions(t, doc)
		need := map[string]bool{}
		for _, c := range g.Claims {
			need[c.Subject] = need[c.Subject] || !c.Optional
			need[c.Object] = need[c.Object] || !c.Optional
		}
		for _, id := range slices.Sorted(maps.Keys(g.Actors)) {
			a := g.Actors[id]
			named, sided := finds(doc, a)
			all.add(a.Type, named, sided)
			if need[id] {
				required.add(a.Type, named, sided)
			}
			if need[id] && !sided {
				t.Logf("%s: %s %q of %q: named %v, side %v", g.Doc, a.Type, a.Name, a.Side, named, sided)
			}
		}
	}
	report(t, "all", all)
	report(t, "required", required)
	if x := required["all"]; x == nil || float64(x.named) < 0.9*float64(x.all) || float64(x.sided) < 0.85*float64(x.all) {
		t.Errorf("required actors: %+v, want 90 %% named, 85 %% with their side", x)
	}
}

// pipeline returns a function that reads an article and runs the stages up to this one.
func pipeline(t *testing.T) func(file string) *text.Document {
	splitter, err := split.English()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.English()
	if err != nil {
		t.Fatal(err)
	}
	lemmatizer, err := tag.English()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return func(file string) *text.Document {
		files, errs := read.Files([]string{file})
		if len(errs) > 0 {
			t.Fatal(errs[0])
		}
		doc := &text.Document{}
		for a, err := range read.Articles(files, read.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			doc = &text.Document{Text: a.Text, Date: a.Date, Meta: a.Meta}
		}
		splitter.Split(doc)
		parser.Parse(doc.Sentences)
		lemmatizer.Lemmatize(doc.Sentences)
		finder.Find(doc)
		return doc
	}
}

// finds reports whether some mention has a name of the gold actor, and whether one of these has its side.
func finds(doc *text.Document, a score.Actor) (named, sided bool) {
	names := map[string]bool{}
	for _, s := range append([]string{a.Name}, a.Aliases...) {
		names[plainName(s)] = true
	}
	for _, m := range doc.Mentions {
		if m.Kind != "" && (names[plainName(m.Name)] || names[plainName(doc.Text[m.Start:m.End])]) {
			named = true
			sided = sided || plainName(m.Side) == plainName(a.Side)
		}
	}
	return named, sided
}

// plainName is a name without case, diacritics, full stops and a leading article.
func plainName(s string) string {
	s = strings.ToLower(foldPhrase(s))
	for _, article := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, article)
	}
	return s
}

// report logs the shares by type.
func report(t *testing.T, title string, c actorCounts) {
	t.Helper()
	for _, kind := range slices.Sorted(maps.Keys(c)) {
		x := c[kind]
		t.Logf("%-9s %-13s %3d: named %.3f, right side %.3f", title, kind, x.all, float64(x.named)/float64(x.all), float64(x.sided)/float64(x.all))
	}
}
