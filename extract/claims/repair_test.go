package claims

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"quadwire/extract/text"
)

// parse reads "Form/UPOS/XPOS/head/relation" words, heads counted from 1 and 0 for the root.
func parse(t *testing.T, s string) []text.Token {
	var out []text.Token
	for i, w := range strings.Fields(s) {
		f := strings.Split(w, "/")
		if len(f) != 5 {
			t.Fatalf("word %d: %q", i+1, w)
		}
		h, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, text.Token{Form: f[0], Lemma: strings.ToLower(f[0]), UPOS: f[1], XPOS: f[2], Head: h - 1, Rel: f[4]})
	}
	return out
}

func TestRepair(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		want       []string // "word head relation", counted from 1
	}{
		{"garden path",
			"Troops/NOUN/NNS/2/nsubj beat/VERB/VBD/0/root ISIS/PROPN/NNP/2/obj and/CCONJ/CC/5/cc Turkey/PROPN/NNP/3/conj would/AUX/MD/7/aux move/VERB/VB/2/conj",
			[]string{"5 7 nsubj"}},
		{"clause after a preposition",
			"It/PRON/PRP/2/nsubj comes/VERB/VBZ/0/root after/ADP/IN/5/case the/DET/DT/5/det EU/PROPN/NNP/2/obl sanctioned/VERB/VBD/2/advcl Iran/PROPN/NNP/6/obj",
			[]string{"5 6 nsubj", "3 6 mark"}},
		{"participle after a comma",
			"Mahan/PROPN/NNP/2/nsubj flies/VERB/VBZ/0/root arms/NOUN/NNS/2/obj ,/PUNCT/,/5/punct supporting/VERB/VBG/3/acl Iran/PROPN/NNP/5/obj",
			[]string{"5 2 advcl"}},
		{"indirect object",
			"Berlin/PROPN/NNP/2/nsubj gave/VERB/VBD/0/root Poland/PROPN/NNP/5/compound three/NUM/CD/5/nummod systems/NOUN/NNS/2/obj",
			[]string{"3 2 iobj"}},
		{"finite conjunct of an infinitive",
			"He/PRON/PRP/2/nsubj urged/VERB/VBD/0/root them/PRON/PRP/2/obj to/PART/TO/5/mark wait/VERB/VB/2/xcomp and/CCONJ/CC/7/cc spoke/VERB/VBD/5/conj",
			[]string{"7 2 conj"}},
		{"object of saying that is a subject",
			"They/PRON/PRP/2/nsubj claimed/VERB/VBD/0/root thugs/NOUN/NNS/2/obj were/AUX/VBD/5/aux:pass sent/VERB/VBN/2/ccomp",
			[]string{"3 5 nsubj:pass"}},
		{"open apposition",
			"Despite/ADP/IN/2/case warnings/NOUN/NNS/7/obl from/ADP/IN/4/case Seoul/PROPN/NNP/2/nmod ,/PUNCT/,/2/punct Korea/PROPN/NNP/4/appos launched/VERB/VBD/0/root one/NUM/CD/7/obj",
			[]string{"6 7 nsubj"}},
		{"nothing to repair",
			"Russia/PROPN/NNP/2/nsubj attacked/VERB/VBD/0/root Ukraine/PROPN/NNP/2/obj and/CCONJ/CC/5/cc Georgia/PROPN/NNP/3/conj",
			nil},
	} {
		before := parse(t, c.tree)
		after := repair(before)
		var got []string
		for i := range after {
			if after[i].Head != before[i].Head || after[i].Rel != before[i].Rel {
				got = append(got, fmt.Sprint(i+1, after[i].Head+1, " ", after[i].Rel))
			}
		}
		want := map[string]bool{}
		for _, w := range c.want {
			want[strings.ReplaceAll(w, " ", "")] = true
		}
		have := map[string]bool{}
		for _, g := range got {
			have[strings.ReplaceAll(g, " ", "")] = true
		}
		if len(want) != len(have) || len(want) > 0 && !reflect.DeepEqual(want, have) {
			t.Errorf("%s: changed %v, want %v", c.name, got, c.want)
		}
	}
}

// TestRepairKeepsTrees repairs trees made at random and checks that no cycle comes of it.
func TestRepairKeepsTrees(t *testing.T) {
	rels := []string{"nsubj", "obj", "conj", "acl", "advcl", "appos", "nmod", "obl", "ccomp", "xcomp", "compound", "case", "mark", "aux"}
	tags := []string{"VBD", "VBG", "VBN", "VB", "NNP", "NN", "IN", ",", "MD"}
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	for range 20000 {
		var toks []text.Token
		for i := range 3 + next(9) {
			tag := tags[next(len(tags))]
			upos := map[string]string{"NNP": "PROPN", "NN": "NOUN", "IN": "ADP", ",": "PUNCT", "MD": "AUX"}[tag]
			if upos == "" {
				upos = "VERB"
			}
			form := map[string]string{",": ",", "IN": "after", "MD": "would"}[tag]
			toks = append(toks, text.Token{Form: form, XPOS: tag, UPOS: upos, Head: next(i+1) - 1, Rel: rels[next(len(rels))]})
		}
		for i := range toks { // a tree: heads come before, or the order is turned round
			if toks[i].Head < 0 && i > 0 {
				toks[i].Head = 0
			}
		}
		toks[0].Head, toks[0].Rel = -1, "root"
		for i := range repair(toks) {
			out := repair(toks)
			h, n := i, 0
			for ; h >= 0 && n <= len(out); n++ {
				h = out[h].Head
			}
			if h >= 0 {
				t.Fatalf("cycle at %d\nbefore %v\nafter %v", i, toks, out)
			}
		}
	}
}
