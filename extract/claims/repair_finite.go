package claims

import (
	"strings"

	"quadwire/extract/text"
)

// repairFinite makes the object of a verb of saying the subject of the finite clause after it: "claimed protesters were
// sent", "announced Benin was to join".
func repairFinite(toks []text.Token, c int) {
	v := toks[c].Head
	if toks[c].Rel != "ccomp" && toks[c].Rel != "xcomp" || v < 0 || v > c || hasSubject(toks, c) || !finite(toks, c) {
		return
	}
	object := -1
	for k := v + 1; k < c; k++ {
		if toks[k].Head == c && toks[k].Rel == "mark" {
			return
		}
		if toks[k].Head == v && toks[k].Rel == "obj" {
			object = k
		}
	}
	if object < 0 {
		return
	}
	if !attach(toks, object, c, "nsubj") {
		return
	}
	toks[c].Rel = "ccomp"
	for k := range toks {
		if toks[k].Head == c && toks[k].Rel == "aux:pass" {
			toks[object].Rel = "nsubj:pass"
		}
	}
}

// finite reports whether the clause headed by c has a finite verb.
func finite(toks []text.Token, c int) bool {
	tensed := func(t text.Token) bool {
		return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD"
	}
	if tensed(toks[c]) {
		return true
	}
	for _, t := range toks {
		if t.Head == c && (t.Rel == "aux" || t.Rel == "aux:pass" || t.Rel == "cop") && tensed(t) {
			return true
		}
	}
	return false
}

// repairMain makes a main verb of a finite verb that was hung on its subject because another clause follows: "Two
// members, X and Y, opposed the bill, and a third, Z, voted for it".
func repairMain(toks []text.Token, v int) {
	n := toks[v].Head
	if toks[v].Rel != "acl" || toks[v].XPOS != "VBD" || n < 0 || n >= v || hasSubject(toks, v) ||
		strings.HasSuffix(toks[v].Form, "ed") && hasCase(toks, v, "by") {
		return
	}
	for toks[n].Rel == "nmod" && toks[n].Head >= 0 && toks[n].Head < n {
		n = toks[n].Head
	}
	main := toks[n].Head
	if toks[n].Rel != "nsubj" || main <= v || toks[main].UPOS != "VERB" {
		return
	}
	attach(toks, v, toks[main].Head, toks[main].Rel)
	attach(toks, main, v, "conj")
	attach(toks, n, v, toks[n].Rel)
	repairSubject(toks, main)
}

// hasCase reports whether a phrase with the preposition depends on v.
func hasCase(toks []text.Token, v int, prep string) bool {
	for _, t := range toks {
		if t.Rel == "case" && strings.EqualFold(t.Form, prep) && t.Head >= 0 && toks[t.Head].Head == v {
			return true
		}
	}
	return false
}

// repairNeighbour makes an adjective of a participle that was taken for a verb: "accuses neighbouring Rwanda of".
func repairNeighbour(toks []text.Token, v int) {
	switch strings.ToLower(toks[v].Form) {
	case "neighbouring", "neighboring", "opposing", "warring", "ruling", "visiting":
	default:
		return
	}
	h := toks[v].Head
	if toks[v].Rel != "xcomp" || h < 0 {
		return
	}
	for k := v + 1; k < len(toks); k++ {
		if toks[k].Head != v || toks[k].Rel != "obj" {
			continue
		}
		for i := range toks {
			if toks[i].Head == v {
				attach(toks, i, h, toks[i].Rel)
			}
		}
		attach(toks, v, k, "amod")
		toks[v].UPOS = "ADJ"
		return
	}
}

// gerundVerbs take an object and a gerund with a preposition that says what the object does or is kept from.
var gerundVerbs = map[string]bool{"accuse": true, "suspect": true, "convict": true, "acquit": true, "ban": true, "bar": true,
	"prevent": true, "stop": true, "keep": true, "block": true, "prohibit": true, "warn": true, "caution": true,
	"dissuade": true, "deter": true, "discourage": true, "exonerate": true, "absolve": true, "criticize": true,
	"condemn": true, "blame": true, "praise": true, "thank": true, "punish": true, "sanction": true}

// repairGerund hangs such a gerund on its verb, not on the object or the by-phrase: "accused Chinese vessels of firing".
func repairGerund(toks []text.Token, g int) {
	n := toks[g].Head
	if toks[g].XPOS != "VBG" || toks[g].Rel != "acl" || n < 0 || n > g {
		return
	}
	v := toks[n].Head
	if v < 0 || !gerundVerbs[toks[v].Lemma] || toks[n].Rel != "obj" && toks[n].Rel != "iobj" && !strings.HasPrefix(toks[n].Rel, "obl") {
		return
	}
	for k := n + 1; k < g; k++ {
		if toks[k].Head != g || toks[k].Rel != "mark" && toks[k].Rel != "case" {
			continue
		}
		switch strings.ToLower(toks[k].Form) {
		case "of", "from", "against", "for":
			attach(toks, g, v, "advcl")
		}
	}
}

// repairApposition makes the subject of a verb of a noun that was read as an apposition but that no comma closes:
// "despite warnings from Seoul, North Korea launched".
func repairApposition(toks []text.Token, n int) {
	if toks[n].Rel != "appos" || n+1 >= len(toks) || toks[n].Head < 0 {
		return
	}
	end := n + 1
	for end < len(toks) && toks[end].Head >= 0 && toks[end].Head >= n && toks[end].Head < end && toks[end].Rel == "flat" {
		end++
	}
	for v := end; v < len(toks) && v < end+4; v++ {
		if toks[v].UPOS == "VERB" {
			if !hasSubject(toks, v) && finite(toks, v) && toks[n].Head < n && below(toks, n, v) {
				attach(toks, n, v, "nsubj")
				for k := range toks {
					if toks[k].Head == v && toks[k].Rel == "aux:pass" {
						toks[n].Rel = "nsubj:pass"
					}
				}
			}
			return
		}
		if toks[v].UPOS != "AUX" && toks[v].UPOS != "ADV" && toks[v].UPOS != "PART" {
			return
		}
	}
}
