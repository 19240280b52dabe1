package text

// EntityMention is one mention as the Entity attribute of a treebank gives it (CorefUD format: Nedoluzhko et al.,
// CorefUD 1.0: Coreference Meets Universal Dependencies, 2022; GUM: Zeldes, The GUM Corpus, 2017).
type EntityMention struct {
	Group    string            // id of the entity; mentions of one entity share it
	Sentence int               // index in Document.Sentences
	First    int               // index of the first token
	Last     int               // index of the last token, inclusive; of the first part, if the mention has several
	Fields   map[string]string // the other fields by their names in global.Entity: etype, infstat, minspan, identity …
}

// commentMeta is the document comment that keeps text outside the sentences: its offset and the quoted text.
const commentMeta = "document_meta"

// kindNames are the values of the sentence comment "kind".
var kindNames = [...]string{Prose: "prose", Headline: "headline", Heading: "heading"}

func kindNamed(name string) SentenceKind {
	for kind, n := range kindNames {
		if n == name {
			return SentenceKind(kind)
		}
	}
	return Prose
}

func (d *CoNLLU) readAnnotations() error { return nil }
