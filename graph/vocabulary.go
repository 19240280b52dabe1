package graph

import "github.com/cayleygraph/quad"

// Name spaces of the standard vocabularies. Stored and exported are always the full IRIs, so that other RDF programs
// understand them; a Gizmo session of ours understands the short forms (<rdf:type>) too.
const (
	rdfNS     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfsNS    = "http://www.w3.org/2000/01/rdf-schema#"
	dctermsNS = "http://purl.org/dc/terms/"
	xsdNS     = "http://www.w3.org/2001/XMLSchema#"
)

// Prefixes maps the short forms of the standard vocabularies to their name spaces. The prefixes of our own (actor:,
// verb:, claim:, article:) are not among them: they are schemes of IRIs that are complete as they stand, so that
// <actor:north_korea> is the same node in any Cayley and in any RDF store.
func Prefixes() map[string]string {
	return map[string]string{"rdf": rdfNS, "rdfs": rdfsNS, "dcterms": dctermsNS, "xsd": xsdNS}
}

// Terms of the standard vocabularies.
const (
	RDFType      quad.IRI = rdfNS + "type"
	RDFSLabel    quad.IRI = rdfsNS + "label"     // of an actor: its name, as the article has it
	DCTitle      quad.IRI = dctermsNS + "title"  // of an article
	DCDate       quad.IRI = dctermsNS + "date"   // of an article: day of publication
	DCSource     quad.IRI = dctermsNS + "source" // of an article: publisher or site
	XSDDate      quad.IRI = xsdNS + "date"       // YYYY-MM-DD
	XSDYearMonth quad.IRI = xsdNS + "gYearMonth" // YYYY-MM
	XSDYear      quad.IRI = xsdNS + "gYear"      // YYYY
	XSDInteger   quad.IRI = xsdNS + "integer"    // offsets, in bytes
	XSDDouble    quad.IRI = xsdNS + "double"     // confidence
	XSDBoolean   quad.IRI = xsdNS + "boolean"    // claim:mutual
)

// Schemes of our own identifiers.
const (
	ActorScheme   = "actor:"   // and a slug of the name: <actor:north_korea>
	VerbScheme    = "verb:"    // and the third person present: <verb:warns>, <verb:pulls_out_of>
	ClaimScheme   = "claim:"   // and a hash
	ArticleScheme = "article:" // and the article's id
)

// Types, the objects of RDFType.
const (
	ClaimType   quad.IRI = "claim:Claim"
	ActorType   quad.IRI = "actor:Actor"
	ArticleType quad.IRI = "article:Article"
)

// Predicates of a claim. A field that is empty, zero or false has no quad.
const (
	ClaimSubject        quad.IRI = "claim:subject"         // actor
	ClaimPredicate      quad.IRI = "claim:predicate"       // verb
	ClaimLemma          quad.IRI = "claim:lemma"           // only where it is not the verb's VerbLemma
	ClaimObject         quad.IRI = "claim:object"          // actor
	ClaimSpeaker        quad.IRI = "claim:speaker"         // actor who says so
	ClaimClass          quad.IRI = "claim:class"           // "THREATEN"
	ClaimCAMEO          quad.IRI = "claim:cameo"           // only where it is not the code of the class
	ClaimMutual         quad.IRI = "claim:mutual"          // true: each does it to the other
	ClaimTheme          quad.IRI = "claim:theme"           // what it is about, in the article's words
	ClaimPolarity       quad.IRI = "claim:polarity"        // "affirmed", "negated"
	ClaimModality       quad.IRI = "claim:modality"        // "actual", "planned", "possible", "requested"
	ClaimDate           quad.IRI = "claim:date"            // xsd:date, xsd:gYearMonth or xsd:gYear
	ClaimDateSource     quad.IRI = "claim:date_source"     // "text", "article"
	ClaimPlace          quad.IRI = "claim:place"           // name of a place
	ClaimQuote          quad.IRI = "claim:quote"           // the sentence
	ClaimStart          quad.IRI = "claim:start"           // of the sentence, in bytes of ArticleText
	ClaimEnd            quad.IRI = "claim:end"             //
	ClaimTrigger        quad.IRI = "claim:trigger"         // the word that states it: "warned", "warning"
	ClaimTriggerStart   quad.IRI = "claim:trigger_start"   //
	ClaimTriggerEnd     quad.IRI = "claim:trigger_end"     // an end only where it is not the start plus the length
	ClaimSubjectMention quad.IRI = "claim:subject_mention" // the words that denote the subject
	ClaimSubjectStart   quad.IRI = "claim:subject_start"   //
	ClaimSubjectEnd     quad.IRI = "claim:subject_end"     //
	ClaimObjectMention  quad.IRI = "claim:object_mention"  //
	ClaimObjectStart    quad.IRI = "claim:object_start"    //
	ClaimObjectEnd      quad.IRI = "claim:object_end"      //
	ClaimSpeakerMention quad.IRI = "claim:speaker_mention" //
	ClaimSpeakerStart   quad.IRI = "claim:speaker_start"   //
	ClaimSpeakerEnd     quad.IRI = "claim:speaker_end"     //
	ClaimRule           quad.IRI = "claim:rule"            // name of the rule that found it
	ClaimConfidence     quad.IRI = "claim:confidence"      // 0 to 1
)

// Predicates of verbs, actors and articles.
const (
	VerbLemma        quad.IRI = "verb:lemma"        // "warn"
	ActorAlias       quad.IRI = "actor:alias"       // another name
	ActorRole        quad.IRI = "actor:role"        // "national security adviser"
	ActorSide        quad.IRI = "actor:side"        // name of the state or organisation it acts for
	ActorKind        quad.IRI = "actor:kind"        // "person", "country", …
	ArticleURL       quad.IRI = "article:url"       //
	ArticlePath      quad.IRI = "article:path"      // where it was read
	ArticleSHA256    quad.IRI = "article:sha256"    // of ArticleText, hexadecimal
	ArticleText      quad.IRI = "article:text"      // the text as read, into which all offsets point
	ArticleMeta      quad.IRI = "article:meta"      // ranges of the text that are metadata: "0-15 20-31"
	ArticleExtractor quad.IRI = "article:extractor" // version of what found the claims
)
