package text

import "strings"

// CoNLL-U is the file format of Universal Dependencies (Nivre et al., Universal Dependencies v2: An Evergrowing
// Multilingual Treebank Collection, 2020): a line a word, ten columns, comments before each sentence, an empty line
// after it.
//
//	treebank, or the output of a parser ──ReadCoNLLU──▶ []*CoNLLU ──▶ training, evaluation
//	Document of the pipeline            ──WriteCoNLLU──▶ file that a linguist reads
//
// The columns hold what Token holds. Everything else has its place in MISC (TokenRange, SpaceAfter, SpacesAfter,
// Entity, Time) or in comments, so that reading gives back what was written.

// CoNLLU is a document as a CoNLL-U file gives it: the annotated text, and what the file says besides.
type CoNLLU struct {
	Document
	ID       string           // newdoc id; empty if the file has no newdoc
	Genre    string           // meta::genre; for EWT and GUM ids without it, the genre that the id names
	Comments []string         // comments of the document (newdoc, meta::, global.), without "# ", in order
	Source   []CoNLLUSentence // beside Document.Sentences, index by index
	Groups   []EntityMention  // what the Entity attributes say, in the order of their opening brackets
}

// CoNLLUSentence is what a CoNLL-U file says about a sentence beyond its tokens.
type CoNLLUSentence struct {
	ID       string        // sent_id
	Comments []string      // all comments but those of the document, without "# ", in order
	Words    []MultiToken  // multiword tokens, in order
	Misc     []string      // for each token its MISC column as read; empty if none
	line     int           // line of the first token
	spans    []surfaceForm // for each orthographic word its form, in order
}

// MultiToken is an orthographic word that consists of several tokens, such as "don't".
type MultiToken struct {
	First int    // index of the first token
	Last  int    // index of the last token, inclusive
	Form  string // as written
}

// surfaceForm is an orthographic word while the text is rebuilt.
type surfaceForm struct {
	form        string
	first, last int // its tokens
	misc        string
	line        int
}

// Comment returns the value of the comment "key = value" of the sentence, and whether there is one.
func (s CoNLLUSentence) Comment(key string) (string, bool) { return commentValue(s.Comments, key) }

// Comment returns the value of the comment "key = value" of the document, and whether there is one.
func (d *CoNLLU) Comment(key string) (string, bool) { return commentValue(d.Comments, key) }

// Attribute returns the value of a key in a MISC or FEATS column ("A=1|B=2"), and whether it is there.
func Attribute(column, key string) (string, bool) {
	for len(column) > 0 {
		item := column
		if i := strings.IndexByte(column, '|'); i >= 0 {
			item, column = column[:i], column[i+1:]
		} else {
			column = ""
		}
		if len(item) > len(key) && item[len(key)] == '=' && item[:len(key)] == key {
			return item[len(key)+1:], true
		}
	}
	return "", false
}
