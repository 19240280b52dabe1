package claims

// exampleWords introduce members of the group named before: "allies such as Germany", "firms including Siemens".
var exampleWords = map[string]bool{"such as": true, "including": true, "like": true, "namely": true, "especially": true,
	"particularly": true, "such": true}

// examples returns the actors named as members of the group that the noun at token i denotes.
func (r *reader) examples(t *tree, i int) []who {
	var out []who
	if _, ok := r.heads[t.index][i]; !ok || !t.plural(i) {
		return nil
	}
	phrases := t.children(i, "nmod", "acl", "appos", "obl")
	for _, a := range t.nextPhrase(i) {
		phrases = append(phrases, a.tok)
	}
	for _, k := range phrases {
		if exampleWords[t.prep(k)] {
			out = append(out, addVia(r.actors(t.plain(k)), "examples", 0.3)...)
		}
	}
	return out
}
