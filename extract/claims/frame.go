package claims

// arg is a word that fills a place in the frame of a predicate, and the rules that put it there.
type arg struct {
	tree *tree
	tok  int
	prep string   // preposition, for arguments that have one
	via  []string // names of argument rules, outermost first: "passive", "relative"
	cost float64  // doubt that these rules add, in log odds
}

// frame is what the tree says about a predicate: who stands where. The places are logical ones: the subject of a
// passive is in objects, its by-phrase in subjects.
type frame struct {
	subjects   []arg
	objects    []arg
	indirect   []arg // iobj: "gave them"
	preps      []arg // obliques and the modifiers of objects, with their prepositions
	complement int   // head of the clause that it takes: what is said, asked or planned; -1 if none
	passive    bool
	particle   string
}

// maxDepth bounds the walk from a predicate to the subject that it shares with others.
const maxDepth = 6

// verbFrame finds the places of the verb i.
func (t *tree) verbFrame(i int) frame {
	f := frame{complement: -1, passive: t.passive(i)}
	t.direct(i, &f)
	if len(f.subjects) == 0 && !f.passive || f.passive && len(f.objects) == 0 {
		t.missing(i, &f)
	}
	t.sharedObjects(i, &f)
	t.objectModifiers(i, &f)
	return f
}

// direct fills the places of f from the dependents of the verb i.
func (t *tree) direct(i int, f *frame) {
	for _, k := range t.kids[i] {
		switch {
		case t.rel(k, "nsubj:pass"):
			f.objects = append(f.objects, t.plain(k, "passive"))
		case t.rel(k, "nsubj") && f.passive:
			f.objects = append(f.objects, t.plain(k, "passive"))
		case t.toks[k].Rel == "nsubj:outer" && len(t.children(i, "nsubj")) > 1:
			// the subject of another clause: "were X to attack, Y would answer"
		case t.rel(k, "nsubj"):
			f.subjects = append(f.subjects, t.plain(k))
		case t.rel(k, "obj") && t.prep(k) == "":
			f.objects = append(f.objects, t.plain(k))
		case t.rel(k, "iobj"):
			f.indirect = append(f.indirect, t.plain(k))
		case t.rel(k, "obl", "nmod", "obj"):
			t.oblique(k, f)
		case t.rel(k, "ccomp"):
			f.complement = k
		case t.rel(k, "xcomp") && f.complement < 0:
			f.complement = k
		case t.rel(k, "advcl") && f.complement < 0 && t.gerundComplement(k):
			f.complement = k
		case t.rel(k, "compound:prt"):
			f.particle = t.form(k)
		}
	}
	if naming[t.lemma(i)] && len(f.indirect) > 0 && len(f.objects) > 0 {
		f.objects, f.indirect = f.indirect[:1], nil
	}
	if len(f.objects) > 1 && naming[t.lemma(i)] { // "calling it an aggression": the second is a predicate
		f.objects = f.objects[:1]
	}
	if len(f.objects) == 0 && len(f.indirect) > 0 && !f.passive { // "asked China to stop": parsers differ
		f.objects, f.indirect = f.indirect, nil
	}
	if f.passive && len(f.objects) > 1 && t.child(i, "obj") < 0 { // an apposition read as a second subject
		f.objects = f.objects[:1]
	}
	if len(f.objects) > 1 && len(f.indirect) == 0 { // "was given asylum", "providing Russia support": the first receives
		f.indirect = append(f.indirect, f.objects[0])
		f.objects = f.objects[1:]
	}
}

// naming are verbs whose second object says what the first is.
var naming = map[string]bool{"call": true, "name": true, "label": true, "dub": true, "brand": true, "consider": true,
	"deem": true, "term": true, "declare": true, "elect": true, "appoint": true, "make": true, "find": true}

// plain makes an argument of token k; a relative pronoun stands for its antecedent.
func (t *tree) plain(k int, via ...string) arg {
	if a := t.antecedent(k); a >= 0 {
		return arg{tree: t, tok: a, via: append(via, "relative"), cost: 0.2}
	}
	return arg{tree: t, tok: k, via: via}
}

// oblique adds the oblique k: a by-phrase of a passive is its subject.
func (t *tree) oblique(k int, f *frame) {
	p := t.prep(k)
	a := t.plain(k)
	a.prep = p
	switch {
	case f.passive && (p == "by" || t.rel(k, "obl:agent")):
		a.via = append(a.via, "by-phrase")
		f.subjects = append(f.subjects, a)
	case p != "":
		f.preps = append(f.preps, a)
	}
}

// gerundComplement reports whether the adverbial clause k belongs to the verb's frame: "warned X against moving",
// "is preparing to impose".
func (t *tree) gerundComplement(k int) bool {
	return t.marked(k, "to", "from", "against", "into", "of", "for") && t.child(k, "nsubj") < 0
}

// antecedent returns the noun that the relative pronoun k stands for, or -1.
func (t *tree) antecedent(k int) int {
	switch t.form(k) {
	case "who", "whom", "which", "that", "whose":
	default:
		return -1
	}
	if !t.pos(k, "PRON", "DET", "SCONJ") {
		return -1
	}
	for n, h := 0, t.head(k); h >= 0 && n < maxDepth; n, h = n+1, t.head(h) {
		if t.rel(h, "acl:relcl") {
			return t.relativeNoun(h)
		}
	}
	return -1
}

// relativeNoun returns the noun that the relative clause with head h modifies. A clause on the last of several nouns
// is left there.
func (t *tree) relativeNoun(h int) int {
	n := t.head(h)
	if n >= 0 && t.nominal(n) {
		return n
	}
	return -1
}

// missing finds the understood subject (of a passive participle, the understood object) of the verb i.
func (t *tree) missing(i int, f *frame) {
	subjects := t.understood(i, 0)
	if f.passive {
		f.objects = append(f.objects, subjects...)
		return
	}
	f.subjects = append(f.subjects, subjects...)
}

// sharedObjects gives a coordinated verb the object that the first conjunct has after both: "condemned and rejected
// the plan".
func (t *tree) sharedObjects(i int, f *frame) {
	if len(f.objects) > 0 || f.complement >= 0 || f.passive {
		return
	}
	if t.rel(i, "conj") {
		h := t.head(i)
		if h >= 0 && t.pos(h, "VERB") {
			for _, k := range t.children(h, "obj") {
				if k > i {
					f.objects = append(f.objects, arg{tree: t, tok: k, via: []string{"conjunct"}, cost: 0.3})
				}
			}
		}
	}
	for _, c := range t.children(i, "conj") { // the object hangs on the last verb: "attacked and then occupied Chad"
		if o := t.child(c, "obj"); o > c && c-i <= 3 && t.pos(c, "VERB") && len(f.preps) == 0 && t.child(c, "nsubj") < 0 {
			f.objects = append(f.objects, arg{tree: t, tok: o, via: []string{"conjunct"}, cost: 0.5})
		}
	}
	if t.rel(i, "acl:relcl") && t.child(i, "nsubj") >= 0 && !t.relativeWithin(i) { // "the strike the army launched"
		if n := t.relativeNoun(i); n >= 0 {
			f.objects = append(f.objects, arg{tree: t, tok: n, via: []string{"relative"}, cost: 0.5})
		}
	}
}

// relativeWithin reports whether a relative pronoun depends on the verb i.
func (t *tree) relativeWithin(i int) bool {
	for _, k := range t.kids[i] {
		if t.antecedent(k) >= 0 {
			return true
		}
	}
	return false
}

// objectModifiers adds the prepositional modifiers of the objects: parsers hang "on Iran" of "imposed sanctions on
// Iran" on the noun or on the verb.
func (t *tree) objectModifiers(i int, f *frame) {
	holders := append([]arg{}, f.objects...)
	for _, a := range f.subjects { // "concerns were raised by Seoul and its allies regarding the talks"
		if a.prep == "by" && f.passive {
			holders = append(holders, a)
		}
	}
	for _, o := range holders {
		if o.tree != t {
			continue
		}
		for _, n := range t.conjuncts(o.tok) {
			for _, k := range t.children(n, "nmod", "obl") {
				if p := t.prep(k); p != "" && p != "of" && !exampleWords[p] {
					a := t.plain(k)
					a.prep, a.cost = p, a.cost+0.1
					f.preps = append(f.preps, a)
				}
			}
		}
	}
}
