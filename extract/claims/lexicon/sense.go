package lexicon

import "quadwire/graph/news"

// Sense is one meaning of a word in one frame.
type Sense struct {
	Lemma      string     // lemma of the trigger: "pull", "invasion"
	Predicate  string     // lemma of the predicate: verb with its particle ("pull out"), or the verb of a noun ("invade")
	Frame      Frame      // when the word has this sense
	Class      news.Class //
	CAMEO      string     // CAMEO root code, two digits; empty for OTHER
	Agent      []Slot     // nouns: where the agent stands, best first; verbs and adjectives: the subject, left out
	Target     []Slot     // where the target stands, best first
	Complement Complement // what an embedded clause becomes
	Flags      Flags      //
	File       string     // file that defines it, for explanations
	Line       int        // its line there, from 1
}

// Is reports whether the sense has all the given flags.
func (s Sense) Is(f Flags) bool { return s.Flags&f == f }

// Slot is the place of an argument in the syntax around a word. A preposition is the slot of its phrase ("to",
// "with", "out_of"). The others are the constants.
type Slot string

// The slots that are not prepositions.
const (
	Subject     Slot = "subj"      // subject; in the passive the by-phrase
	Object      Slot = "obj"       // direct object; in the passive the subject
	Indirect    Slot = "iobj"      // indirect object
	InObject    Slot = "obj.in"    // inside the object: possessor, adjective of nationality, compound, of-phrase
	ClauseSubj  Slot = "comp.subj" // subject of the embedded clause
	Clause      Slot = "comp"      // target of the embedded clause
	Reciprocal  Slot = "recip"     // members of a coordinated or plural subject, each other's targets
	Possessor   Slot = "poss"      // of a noun: "Kim's visit", "their talks"
	Modifier    Slot = "mod"       // of a noun: nationality or compound, "Russian invasion", "Iran sanctions"
	Between     Slot = "between"   // of a noun: between X and Y, both roles
	EventObject Slot = "obj.event" // target of the event noun that is the object: "cancelled a visit to Seoul"
)

// Effect says what an embedded clause becomes when the word that embeds it holds.
type Effect string

// The effects.
const (
	NoEffect  Effect = ""          // nothing follows: treat the clause as possible
	Implied   Effect = "implied"   // it happens: "managed to"
	Planned   Effect = "planned"   // it is to happen: "agreed to"
	Possible  Effect = "possible"  // it may happen: "considers", "threatens to"
	Requested Effect = "requested" // somebody wants it: "urged X to"
	Negated   Effect = "negated"   // it does not happen: "refused to", "failed to"
	Reported  Effect = "reported"  // somebody says so: "said that"
)

// Complement is what becomes of the clause, or the event noun in object position, that a word embeds.
type Complement struct {
	Effect  Effect
	Control Slot // who is its understood subject: Subject (promise) or Object (urge) or a preposition (call on)
}

// Flags are further marks of a sense.
type Flags uint16

// The flags.
const (
	Mutual   Flags = 1 << iota // both do it to each other: meet, talk, clash, trade
	Speech                     // introduces quotations: say, tell, announce
	Light                      // light verb: the noun in its object gives class and predicate: hold talks
	Undergo                    // the subject is the target and the from- or by-phrase the agent: face criticism from, receive aid from
	Onlooker                   // light verb whose subject has no part in the event: fear an attack, prevent a war
	Aux                        // adds only modality or phase and makes no claim of its own: plan to, begin to
	Neg                        // the claim itself is a negated one: lack
	Weak                       // political only with two clear actors; low confidence
	Void                       // no event that a claim is made of: be, have, seem
	Person                     // the target is usually a person, not a state
	Stative                    // a state, not an event: be allied with
	ByThing                    // the subject is usually an instrument or an event, not an actor
)

var flagNames = map[string]Flags{"mutual": Mutual, "speech": Speech, "light": Light, "undergo": Undergo,
	"onlooker": Onlooker, "aux": Aux, "neg": Neg, "weak": Weak, "void": Void, "person": Person, "stative": Stative,
	"bything": ByThing}

// Roles chooses the slots of a noun's agent and target, given which slots an actor fills: the agent takes the first
// filled slot of its own, the target the first filled one that is left. Between holds both.
func (s Sense) Roles(filled func(Slot) bool) (agent, target Slot) {
	for _, a := range s.Agent {
		if filled(a) {
			agent = a
			break
		}
	}
	return agent, s.TargetSlot(filled, agent)
}

// TargetSlot returns the first slot that an actor fills and that can hold the target, except used, unless that is
// Between; empty if there is none. With used empty it serves verbs, and nouns whose agent is known from elsewhere:
// the subject of their light verb.
func (s Sense) TargetSlot(filled func(Slot) bool, used Slot) Slot {
	for _, t := range s.Target {
		if filled(t) && (t != used || t == Between) {
			return t
		}
	}
	return ""
}
