package claims

import "quadwire/extract/text"

// repair returns the tokens of a sentence with the attachments corrected that parsers get wrong in ways that matter
// here. The document's own tokens stay as they are.
func repair(toks []text.Token) []text.Token {
	out := append([]text.Token(nil), toks...)
	for v := range out {
		repairSubject(out, v)
		repairParticiple(out, v)
		repairIndirect(out, v)
	}
	return out
}

// repairSubject undoes a garden path: in "troops had defeated ISIS and Turkey would be moving", Turkey is coordinated
// with ISIS while the verb after it has auxiliaries and no subject.
func repairSubject(toks []text.Token, v int) {
	if toks[v].Rel != "conj" || toks[v].UPOS != "VERB" {
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
	if first == v || n < 1 || toks[first].Rel == "advmod" && first == v-1 {
		return
	}
	for n >= 0 && (toks[n].Rel == "flat" || toks[n].Rel == "punct") && toks[n].Head >= 0 && toks[n].Head < n {
		n = toks[n].Head
	}
	if toks[n].Rel != "conj" || toks[n].Head < 0 || (toks[n].UPOS != "NOUN" && toks[n].UPOS != "PROPN" && toks[n].UPOS != "PRON") {
		return
	}
	if g := toks[n].Head; toks[g].UPOS == "VERB" || toks[g].Rel == "nsubj" || toks[v].Head < 0 {
		return
	}
	toks[n].Head, toks[n].Rel = v, "nsubj"
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
	if toks[v].Rel != "acl" || toks[v].XPOS != "VBG" || v == 0 || h < 0 || toks[v-1].Form != "," {
		return
	}
	for g, n := h, 0; g >= 0 && n < len(toks); g, n = toks[g].Head, n+1 {
		switch {
		case toks[g].UPOS == "VERB" && g < v:
			toks[v].Head, toks[v].Rel = g, "advcl"
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
			toks[k].Head, toks[k].Rel = toks[h].Head, "iobj"
			return
		}
	}
}
