package news

// Polarity says whether a claim is affirmed or negated.
type Polarity string

// The polarities.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated"
)

// Modality says how a claim relates to what happens in the world.
type Modality string

// The modalities.
const (
	Actual    Modality = "actual"    // told as happened or happening, whoever says so
	Planned   Modality = "planned"   // will, is to, agreed to, expected to
	Possible  Modality = "possible"  // may, could, if, potential, feared
	Requested Modality = "requested" // what a demand or appeal asks for
)

// DateSource says where a claim's date comes from.
type DateSource string

// The sources of dates.
const (
	DateFromText    DateSource = "text"    // an expression in the sentence, resolved
	DateFromArticle DateSource = "article" // the article's date
	DateUnknown     DateSource = ""
)

// Claim is what one sentence of an article says that one actor did, did not do, may do or is asked to do to or with
// another. It is the record that `quadwire extract --format jsonl` writes, one a line.
//
// The id is a hash of what the claim says and where: the article, the place of the trigger, class, lemma, the actors in
// their parts, polarity and modality. So it is the same in every run, whatever else the article says.
type Claim struct {
	ID            string       `json:"id"`        // "claim:" and a hash, see below
	Article       string       `json:"article"`   // Article.ID
	Subject       Participant  `json:"subject"`   //
	Predicate     string       `json:"predicate"` // third person present: "warns"
	Lemma         string       `json:"lemma"`     // "warn"
	Class         Class        `json:"class"`     //
	CAMEO         string       `json:"cameo"`     // CAMEO root code, two digits; empty for OTHER
	Object        *Participant `json:"object"`    // nil: the claim has a theme only
	Mutual        bool         `json:"mutual"`    // both actors do it to each other: meet, talk, clash; stored once
	Theme         string       `json:"theme"`     // what it is about, in the article's words
	Polarity      Polarity     `json:"polarity"`  //
	Modality      Modality     `json:"modality"`  //
	Speaker       *Participant `json:"speaker"`   // who says so; nil: the article's own voice
	Date          string       `json:"date"`      // YYYY-MM-DD, YYYY-MM or YYYY; empty if unknown
	DateSource    DateSource   `json:"date_source"`
	Place         string       `json:"place,omitempty"`
	Sentence      string       `json:"sentence"` // Text[SentenceStart:SentenceEnd]
	SentenceStart int          `json:"sentence_start"`
	SentenceEnd   int          `json:"sentence_end"`
	Trigger       string       `json:"trigger"` // Text[TriggerStart:TriggerEnd]
	TriggerStart  int          `json:"trigger_start"`
	TriggerEnd    int          `json:"trigger_end"`
	Rule          string       `json:"rule"`       // name of the rule that found it
	Confidence    float64      `json:"confidence"` // 0 to 1
}
