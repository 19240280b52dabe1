package names

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// printDocument writes each sentence with its mentions and times.
func printDocument(w io.Writer, doc *text.Document) {
	k, j := 0, 0
	for i, s := range doc.Sentences {
		fmt.Fprintf(w, "\n%s\n", doc.Text[s.Start:s.End])
		for ; k < len(doc.Mentions) && doc.Mentions[k].Sentence == i; k++ {
			m := doc.Mentions[k]
			if m.Kind == news.Country && m.Name == m.Side && m.Form == text.Named && m.First == m.Last && m.Head == m.First && os.Getenv("QUADWIRE_BRIEF") != "" {
				continue
			}
			kind := string(m.Kind)
			if m.Place {
				kind += "@"
			}
			if m.Form == text.Nominal {
				kind = "~" + kind
			}
			fmt.Fprintf(w, "  · %s «%s»", kind, doc.Text[m.Start:m.End])
			if m.Name != doc.Text[m.Start:m.End] {
				fmt.Fprintf(w, " =%s", m.Name)
			}
			if m.Side != "" {
				fmt.Fprintf(w, " <%s>", m.Side)
			}
			if len(m.Roles) > 0 {
				fmt.Fprintf(w, " (%s)", strings.Join(m.Roles, "; "))
			}
		}
		fmt.Fprintln(w)
		for ; j < len(doc.Times) && doc.Times[j].Sentence == i; j++ {
			x := doc.Times[j]
			fmt.Fprintf(w, "    TIME %s «%s»\n", x.Value, doc.Text[x.Start:x.End])
		}
	}
}

// goldArticle is what the test reads of a gold file.
type goldArticle struct {
	File   string
	Actors map[string]struct {
		Name, Type, Side string
		Aliases          []string
	}
	Claims []struct {
		S, O     string
		Speaker  *string
		Optional bool
	}
}

// TestGoldActors measures how many of the gold actors (QUADWIRE_GOLD, a folder of NNN.json beside the articles) some
// mention finds, and how many with the right side, over trees in QUADWIRE_TREES. QUADWIRE_PRINT=1 prints the mentions.
func TestGoldActors(t *testing.T) {
	gold, trees := os.Getenv("QUADWIRE_GOLD"), os.Getenv("QUADWIRE_TREES")
	if gold == "" || trees == "" {
		t.Skip("QUADWIRE_GOLD or QUADWIRE_TREES unset")
	}
	finder, err := English()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(gold, "*.json"))
	type tally struct{ n, found, sided int }
	all, used := map[string]*tally{}, map[string]*tally{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g goldArticle
		if err := json.Unmarshal(data, &g); err != nil {
			t.Fatal(err)
		}
		doc := readArticle(t, filepath.Join(gold, g.File), trees)
		finder.Find(doc)
		checkMentions(t, doc)
		if os.Getenv("QUADWIRE_PRINT") != "" {
			fmt.Println("##", g.File)
			printDocument(os.Stdout, doc)
		}
		need := map[string]bool{}
		for _, c := range g.Claims {
			if !c.Optional {
				need[c.S], need[c.O] = true, true
			}
		}
		ids := make([]string, 0, len(g.Actors))
		for id := range g.Actors {
			ids = append(ids, id)
		}
		sort.Strings(ids)
		for _, id := range ids {
			a := g.Actors[id]
			keys := map[string]bool{goldNorm(a.Name): true}
			for _, s := range a.Aliases {
				keys[goldNorm(s)] = true
			}
			found, sided := false, false
			for _, m := range doc.Mentions {
				if m.Kind != "" && (keys[goldNorm(m.Name)] || keys[goldNorm(doc.Text[m.Start:m.End])]) {
					found = true
					sided = sided || goldNorm(m.Side) == goldNorm(a.Side)
				}
			}
			count := func(m map[string]*tally, key string) {
				if m[key] == nil {
					m[key] = &tally{}
				}
				m[key].n++
				if found {
					m[key].found++
				}
				if sided {
					m[key].sided++
				}
			}
			count(all, a.Type)
			count(all, "~all")
			if need[id] {
				count(used, a.Type)
				count(used, "~all")
				if !found || !sided {
					t.Logf("%s: %s %q found %v sided %v (%s)", g.File[:3], a.Type, a.Name, found, sided, a.Side)
				}
			}
		}
	}
	for _, name := range []string{"all", "required"} {
		set := all
		if name == "required" {
			set = used
		}
		kinds := make([]string, 0, len(set))
		for k := range set {
			kinds = append(kinds, k)
		}
		sort.Strings(kinds)
		for _, k := range kinds {
			x := set[k]
			t.Logf("%-9s %-13s n %3d found %.3f right side %.3f", name, k, x.n, float64(x.found)/float64(x.n), float64(x.sided)/float64(x.n))
		}
	}
	if x := used["~all"]; x == nil || float64(x.found) < 0.9*float64(x.n) || float64(x.sided) < 0.85*float64(x.n) {
		t.Errorf("required actors: %+v, want 90 %% found, 85 %% with their side", x)
	}
}

func readArticle(t *testing.T, file, trees string) *text.Document {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := readTrees(t, filepath.Join(trees, filepath.Base(file)+".conllu"), string(body), "")
	if _, rest, ok := strings.Cut(string(body), "date "); ok && len(rest) > 10 {
		doc.Date = rest[:10]
	}
	return doc
}

var (
	goldDashes      = regexp.MustCompile(`[‐‑–—/]`)
	goldOwner       = regexp.MustCompile(`'s\b`)
	goldDots        = regexp.MustCompile(`\b(?:[a-z]\.){2,}`)
	goldOther       = regexp.MustCompile(`[^a-z0-9]+`)
	goldArticleWord = regexp.MustCompile(`^(the|a|an) `)
)

// goldNorm is the normal form by which the gold scorer compares names.
func goldNorm(s string) string {
	s = strings.ToLower(foldMarks(goldDashes.ReplaceAllString(strings.ReplaceAll(s, "’", "'"), " ")))
	s = goldOwner.ReplaceAllString(s, "")
	s = goldDots.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, ".", "") + " " })
	s = strings.TrimSpace(goldOther.ReplaceAllString(s, " "))
	return goldArticleWord.ReplaceAllString(s, "")
}

// TestPrint prints the mentions of the articles that QUADWIRE_PRINT names (a glob).
func TestPrint(t *testing.T) {
	pattern, trees := os.Getenv("QUADWIRE_PRINT"), os.Getenv("QUADWIRE_TREES")
	if pattern == "" || trees == "" || pattern == "1" {
		t.Skip("QUADWIRE_PRINT or QUADWIRE_TREES unset")
	}
	finder, err := English()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		doc := readArticle(t, file, trees)
		finder.Find(doc)
		checkMentions(t, doc)
		printDocument(os.Stdout, doc)
	}
}
