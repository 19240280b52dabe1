// Package text holds an annotated document: sentences, tokens with tags and trees, mentions and entities. Each stage
// of package extract fills in its own fields and no others.
//
//	split: Sentence, Token.Start/End/Form     tag: Lemma, Feats       parse: UPOS, XPOS, Head, Rel
//	names: Document.Mentions, Times           coref: more Mentions, Mention.Entity and Members, Entities, Quotes
//
// The text is immutable and every annotation is byte offsets into it: doc.Text[t.Start:t.End] is the token.
package text

import "quadwire/graph/news"

// Document is the text of one article and everything that the stages found in it.
type Document struct {
	Text      string      // valid UTF-8, as read
	Date      string      // day of publication, YYYY-MM-DD, against which "on Monday" is resolved; may be empty
	Meta      []news.Span // ranges of Text that no stage reads
	Sentences []Sentence  // in order, not overlapping
	Mentions  []Mention   // by sentence, then by first token, longer first
	Times     []Time      // expressions of time, by sentence, then by first token
	Entities  []Entity    // by first mention
	Quotes    []Quote     // direct speech, by start; an inner quotation follows the one around it
}

// SentenceKind says what a sentence is in the layout of the article.
type SentenceKind uint8

// The kinds of sentences.
const (
	Prose    SentenceKind = iota
	Headline              // the article's title
	Heading               // a title inside the article
)

// Sentence is a sentence, headline or heading.
type Sentence struct {
	news.Span              // from the first token to the last
	Kind      SentenceKind //
	Paragraph int          // number of its paragraph, from 0
	Tokens    []Token      // in order, not overlapping
}

// Token is a syntactic word of Universal Dependencies. The parts of a multiword token ("don't") are tokens of their
// own that share no bytes: "do", "n't".
type Token struct {
	news.Span
	Form  string // Text[Start:End]
	Lemma string // dictionary form: "warn", "Russia"
	UPOS  string // universal part of speech: NOUN, VERB, …
	XPOS  string // Penn Treebank tag: NNS, VBD, …
	Feats string // morphology, "Number=Sing|Person=3"; empty if none
	Head  int    // index in Sentence.Tokens of the syntactic head; -1 for the root
	Rel   string // universal dependency relation, with subtype: nsubj, nsubj:pass, obl, …
	Glued bool   // no white space between it and the token before: CoNLL-U's SpaceAfter=No of that one
}

// MentionForm says by what kind of words a mention denotes its entity.
type MentionForm uint8

// The forms of mentions.
const (
	Named   MentionForm = iota // contains a name: "National security adviser Jake Sullivan", "Moscow"
	Nominal                    // a noun phrase without a name: "the South Korean defence minister", "protesters"
	Pronoun                    // "he", "their", "who"
)

// Mention is a stretch of one sentence that denotes an actor or a place.
type Mention struct {
	news.Span             // bytes, titles and roles included
	Sentence  int         // index in Document.Sentences
	First     int         // index of the first token
	Last      int         // index of the last token, inclusive
	Head      int         // index of the syntactic head
	Form      MentionForm //
	Kind      news.Kind   // kind of actor; empty for a place that is no actor and for a pronoun not resolved
	Place     bool        // it is (also) the name of a place: a country, a city
	Name      string      // the name alone, without titles, roles and article, in its standard form: "Jake Sullivan", "North Korea" for Pyongyang; for a nominal its words without determiner
	Roles     []string    // roles and titles said here: "national security adviser"
	Side      string      // state or organisation it acts for, if these words say so: "United States"
	Entity    int         // index in Document.Entities; -1 if none
	Members   []int       // several entities that the words denote together ("both leaders", "the two countries", "they"): indexes in Document.Entities, by first mention; Entity is then -1
}

// Entity is an actor of the document: all the mentions that denote it.
type Entity struct {
	Mentions []int     // indexes in Document.Mentions, in order
	Name     string    // the fullest name that a mention gives it
	Kind     news.Kind // empty for a place that is no actor
	Side     string    // state or organisation it acts for; empty if none is known
	Roles    []string  // sorted
	Aliases  []string  // strings that denote it in this document, pronouns left out; sorted
}

// Time is an expression of time and the day, month or year it denotes.
type Time struct {
	news.Span
	Sentence int    // index in Document.Sentences
	First    int    // index of the first token
	Last     int    // index of the last token, inclusive
	Value    string // YYYY-MM-DD, YYYY-MM or YYYY; empty if it could not be resolved
}

// Quote is a stretch of direct speech. It may run over sentences and, where a paragraph opens with a quotation mark
// before the one of the last paragraph was closed, over paragraphs.
type Quote struct {
	news.Span         // from the opening to the closing quotation mark, both included
	Speaker   int     // index in Document.Mentions of the words that say who speaks; -1 if they were not found
	Cue       TokenID // the word that reports it: said, told, according; Sentence is -1 if there is none
}

// TokenID names a token of a document.
type TokenID struct {
	Sentence int // index in Document.Sentences
	Token    int // index in Sentence.Tokens
}
