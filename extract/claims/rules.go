package claims

// Rule documents one rule: a part of the names that claims carry. Its example is its test.
type Rule struct {
	Name    string // as it stands in a claim's rule, between plus signs
	Doc     string // what it does
	Example string // a sentence
	Claim   string // "subject | lemma | object" that the rule finds in it
}

// Rules lists the rules: kinds of triggers first, then ways to find an actor.
var Rules = []Rule{
	{"verb", "a verb with its frame in the lexicon",
		"Sullivan warned North Korea.", "Sullivan | warn | North Korea"},
	{"noun", "an event noun with its participants",
		"The Russian invasion of Ukraine continued.", "Russia | invade | Ukraine"},
	{"light verb", "a verb that adds little to the event noun in its object",
		"China issued a warning to Japan.", "China | warn | Japan"},
	{"adjective", "a predicative adjective with its frame in the lexicon",
		"Turkey is critical of Israel.", "Turkey | be critical | Israel"},
	{"demand", "a statement that somebody must or should do something",
		"Merkel said Russia must withdraw its troops.", "Merkel | say | Russia"},
	{"accusation", "a statement in which somebody is said to have done wrong",
		"The Kremlin said Ukraine had attacked the bridge.", "Russia | say | Ukraine"},
	{"evaluation", "what somebody calls somebody or somebody's deed",
		"Netanyahu called Iran a threat.", "Netanyahu | call | Iran"},
	{"undergone", "the subject is said to be target or subject of an event",
		"Yemen was the target of an Ethiopian attack.", "Ethiopia | attack | Yemen"},
	{"responsible", "somebody is said to be responsible for an event",
		"Hamas claimed responsibility for the attack on Israel.", "Hamas | attack | Israel"},
	{"passive", "the subject of a passive is acted on",
		"Iran was sanctioned by the United States.", "United States | sanction | Iran"},
	{"by-phrase", "the by-phrase of a passive acts",
		"Iran was sanctioned by the United States.", "United States | sanction | Iran"},
	{"relative", "a relative pronoun or gap stands for the noun before",
		"Russia, which invaded Ukraine, denied it.", "Russia | invade | Ukraine"},
	{"participle", "the understood subject of a participle",
		"Visiting Beijing, Putin praised China.", "Putin | visit | China"},
	{"control", "the understood subject of an infinitive or gerund",
		"France urged Turkey to support Greece.", "Turkey | support | Greece"},
	{"conjunct", "coordinated verbs share subject and object",
		"Russia condemned and attacked Ukraine.", "Russia | condemn | Ukraine"},
	{"coordination", "each of coordinated nouns takes part",
		"The United States sanctioned Iran and Syria.", "United States | sanction | Syria"},
	{"plural reference", "each actor of a plural reference takes part",
		"Russia and China want more trade. Japan criticised the two countries.", "Japan | criticize | China"},
	{"apposition", "an actor named beside the noun",
		"One of the groups, Hezbollah, threatened Israel.", "Hezbollah | threaten | Israel"},
	{"quantity", "a quantity passes its of-phrase on",
		"Thousands of protesters attacked the United States Embassy.", "protesters | attack | United States Embassy"},
	{"possessor", "the possessor of the event, or of the thing acted on, takes part",
		"Pakistan condemned India's decision.", "Pakistan | condemn | India"},
	{"of-phrase", "the of-phrase of the thing acted on takes part",
		"Poland praised the decision of Ukraine.", "Poland | praise | Ukraine"},
	{"modifier", "an adjective of nationality or a compound takes part in an event noun",
		"The Israeli attack on Syria was condemned.", "Israel | attack | Syria"},
	{"subject of the clause", "the target is the subject of the embedded clause",
		"Japan demanded that China release the sailors.", "Japan | demand | China"},
	{"embedded target", "the target is that of the embedded verb",
		"Putin refused to meet Volodymyr Zelensky.", "Putin | refuse | Volodymyr Zelensky"},
	{"target of the event", "the target is that of the event noun in the object",
		"Blinken cancelled a visit to China.", "Blinken | cancel | China"},
	{"predicate noun", "the subject of a noun that is a predicate takes part",
		"Yemen was the target of an Ethiopian attack.", "Ethiopia | attack | Yemen"},
	{"owner of the subject", "an event or thing in the subject's place stands for whose it is",
		"Israeli jets bombed Gaza.", "Israel | bomb | Gaza"},
	{"same event", "a definite event noun has the participants of the same event told before",
		"The United States invaded Iraq. France condemned the invasion.", "France | condemn | United States"},
}
