package claims

import (
	"strings"

	"quadwire/extract/text"
)

// repair returns the tokens of a sentence with the attachments corrected that parsers get wrong in ways that matter
// here. The document's own tokens stay as they are.
func repair(toks []text.Token) []text.Token {
	out := append([]text.Token(nil), toks...)
	for v := range out {
		repairSubject(out, v)
		repairClause(out, v)
		repairStranded(out, v)
		repairConjunct(out, v)
		repairParticiple(out, v)
		repairIndirect(out, v)
		repairCased(out, v)
		repairApposition(out, v)
		repairGerund(out, v)
		repairNeighbour(out, v)
		repairFinite(out, v)
		repairMain(out, v)
	}
	return out
}

// attach hangs token k on head with a relation, and reports false and does nothing if that would make a cycle.
func attach(toks []text.Token, k, head int, rel string) bool {
	if head >= 0 && below(toks, head, k) {
		return false
	}
	toks[k].Head, toks[k].Rel = head, rel
	return true
}

// repairSubject undoes a garden path: in "troops had defeated ISIS and Turkey would be moving", Turkey is coordinated
// with ISIS while the verb after it has auxiliaries and no subject.
func repairSubject(toks []text.Token, v int) {
	switch toks[v].Rel {
	case "conj", "ccomp", "parataxis", "advcl":
	default:
		return
	}
	if toks[v].UPOS != "VERB" {
		return
	}
	first := v
	for k := range toks {
		if toks[k].Head != v {
			continue
		}
		switch toks[k].Rel {
		case "nsubj", "nsubj:pass", "csubj", "expl":
			return
		case "aux", "aux:pass", "advmod":
			first = min(first, k)
		}
	}
	n := first - 1
	if n < 1 || first == v && (toks[v].Rel != "conj" || toks[v].XPOS != "VBD" && toks[v].XPOS != "VBZ") ||
		first < v && toks[first].Rel == "advmod" && first == v-1 {
		return
	}
	if toks[n].Form == "," && n > 0 {
		n--
	}
	for n >= 0 && (toks[n].Rel == "flat" || toks[n].Rel == "appos" || toks[n].Rel == "compound") && toks[n].Head >= 0 && toks[n].Head < n {
		n = toks[n].Head
	}
	if toks[n].Rel != "conj" || toks[n].Head < 0 || (toks[n].UPOS != "NOUN" && toks[n].UPOS != "PROPN" && toks[n].UPOS != "PRON") {
		return
	}
	if g := toks[n].Head; toks[g].UPOS == "VERB" || toks[g].Rel == "nsubj" || toks[v].Head < 0 {
		return
	}
	attach(toks, n, v, "nsubj")
	for k := range toks {
		if toks[k].Head == v && toks[k].Rel == "aux:pass" {
			toks[n].Rel = "nsubj:pass"
		}
	}
}

// repairParticiple hangs a participle after a comma on the clause, not on the last noun: "flies weapons across the
// region, supporting the regime".
func repairParticiple(toks []text.Token, v int) {
	h := toks[v].Head
	if toks[v].XPOS != "VBG" || v == 0 || h < 0 || toks[v-1].Form != "," {
		return
	}
	if toks[v].Rel == "advcl" && toks[h].XPOS == "VB" && toks[h].Rel == "acl" { // "blocked the bid to join, accusing"
		h = toks[h].Head
	} else if toks[v].Rel != "acl" {
		return
	}
	for g, n := h, 0; g >= 0 && n < len(toks); g, n = toks[g].Head, n+1 {
		switch {
		case toks[g].UPOS == "VERB" && g < v:
			attach(toks, v, g, "advcl")
			return
		case toks[g].Rel == "nsubj" || toks[g].Rel == "nsubj:pass" || toks[g].Rel == "root":
			return
		}
	}
}

// repairIndirect makes a name before a determiner or numeral of the object what it must be, the indirect object: "gave
// Poland three systems".
func repairIndirect(toks []text.Token, k int) {
	h := toks[k].Head
	if toks[k].Rel != "compound" && toks[k].Rel != "amod" || h <= k || toks[h].Rel != "obj" || toks[h].Head < 0 || toks[h].Head >= k {
		return
	}
	for d := k + 1; d < h; d++ {
		if toks[d].Head == h && (toks[d].Rel == "det" || toks[d].Rel == "nummod") {
			attach(toks, k, toks[h].Head, "iobj")
			return
		}
	}
}

// clauseWords are prepositions that also open clauses.
var clauseWords = map[string]bool{"after": true, "before": true, "since": true, "until": true, "as": true, "than": true}

// repairClause makes a clause of what was read as a phrase with a participle: "comes after the European Union
// sanctioned Iran". The verb is finite and has no subject, and the phrase ends right before it.
func repairClause(toks []text.Token, v int) {
	if toks[v].XPOS != "VBD" && toks[v].XPOS != "VBZ" || toks[v].UPOS != "VERB" || v < 2 || toks[v].Rel == "root" || hasSubject(toks, v) {
		return
	}
	n := v - 1
	for n > 0 && (toks[n].Rel == "flat" || toks[n].Rel == "fixed") {
		n = toks[n].Head
	}
	if n < 0 || toks[n].Rel != "obl" && toks[n].Rel != "nmod" || toks[n].Head == v {
		return
	}
	for k := range n {
		if toks[k].Head == n && toks[k].Rel == "case" && clauseWords[strings.ToLower(toks[k].Form)] {
			attach(toks, k, v, "mark")
			attach(toks, v, toks[n].Head, "advcl")
			attach(toks, n, v, "nsubj")
			return
		}
	}
}

// repairStranded gives a finite verb without subject the noun after a comma that was taken for the subject of an
// infinitive or gerund before it: "With entities ceasing to trade in Iran, German firms have announced".
func repairStranded(toks []text.Token, v int) {
	if toks[v].UPOS != "VERB" || hasSubject(toks, v) {
		return
	}
	for n := range v {
		h := toks[n].Head
		if toks[n].Rel != "nsubj" || h < 0 || h >= n || toks[h].XPOS != "VBG" && toks[h].XPOS != "VB" || !below(toks, h, v) {
			continue
		}
		for k := h + 1; k < n; k++ {
			if toks[k].Form == "," {
				attach(toks, n, v, toks[n].Rel)
				return
			}
		}
	}
}

// hasAux reports whether the verb v has the auxiliary.
func hasAux(toks []text.Token, v int, form string) bool {
	for _, t := range toks {
		if t.Head == v && t.Rel == "aux" && strings.EqualFold(t.Form, form) {
			return true
		}
	}
	return false
}

// hasSubject reports whether a subject depends on the verb v.
func hasSubject(toks []text.Token, v int) bool {
	for _, t := range toks {
		if t.Head == v && strings.Contains(t.Rel, "subj") {
			return true
		}
	}
	return false
}

// below reports whether token i depends on token top, directly or not.
func below(toks []text.Token, i, top int) bool {
	for n := 0; i >= 0 && n <= len(toks); n++ {
		if i == top {
			return true
		}
		i = toks[i].Head
	}
	return false
}

// repairConjunct hangs a finite verb that was coordinated with an infinitive on the finite verb above: "urged them to
// reconsider and spoke with".
func repairConjunct(toks []text.Token, v int) {
	h := toks[v].Head
	if toks[v].Rel != "conj" || h < 0 || toks[v].XPOS != "VBD" && toks[v].XPOS != "VBZ" {
		return
	}
	shifted := toks[h].XPOS == "VBN" && hasAux(toks, h, "had") || toks[h].XPOS == "VB" && (hasAux(toks, h, "would") || hasAux(toks, h, "will"))
	if shifted && toks[h].Rel == "ccomp" && toks[v].XPOS == "VBD" && !hasSubject(toks, v) {
		for g, n := toks[h].Head, 0; g >= 0 && n < len(toks); g, n = toks[g].Head, n+1 { // "found it had come from there and spoke with"
			if hasSubject(toks, g) {
				attach(toks, v, g, toks[v].Rel)
				return
			}
		}
	}
	if toks[h].XPOS != "VB" {
		return
	}
	if g := toks[h].Head; g >= 0 && (toks[h].Rel == "xcomp" || toks[h].Rel == "advcl") && toks[g].XPOS == toks[v].XPOS {
		attach(toks, v, g, toks[v].Rel)
	}
}

// repairCased takes a noun with a preposition back from the participle after it, whose subject it cannot be: "posted a
// message on Twitter blaming Iran".
func repairCased(toks []text.Token, n int) {
	v := toks[n].Head
	if toks[n].Rel != "nsubj" || v <= n || toks[v].XPOS != "VBG" || toks[v].Rel != "acl" || toks[v].Head < 0 || toks[v].Head >= n {
		return
	}
	for k := toks[v].Head + 1; k < n; k++ {
		if toks[k].Head == n && toks[k].Rel == "case" || toks[k].Head == v && toks[k].Rel == "mark" && platforms[strings.ToLower(toks[n].Form)] {
			attach(toks, k, n, "case")
			attach(toks, n, toks[v].Head, "nmod")
			return
		}
	}
}
