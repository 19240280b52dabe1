package coref

import "strings"

// nounClass is what a noun phrase denotes, as far as coreference depends on it.
type nounClass uint8

const (
	thingNoun        nounClass = iota // no actor: deal, statement, missile
	personNoun                        // president, protesters
	groupNoun                         // people, crowd, militia
	organizationNoun                  // government, company, army
	countryNoun                       // country, nation, kingdom
	placeNoun                         // city, region
	unknownNoun                       // may be a person: leftist, Briton
	unknownName                       // a proper noun that names did not know as an actor: a ship, a law, a village
)

// nounClassOf looks a lemma up in the lists below, then at endings that only person nouns have.
func nounClassOf(noun string) nounClass {
	if c, ok := nounClasses[noun]; ok {
		return c
	}
	if i := strings.LastIndexByte(noun, '-'); i >= 0 && i+1 < len(noun) {
		return nounClassOf(noun[i+1:])
	}
	for _, ending := range personEndings {
		if len(noun) > len(ending)+2 && strings.HasSuffix(noun, ending) {
			return personNoun
		}
	}
	return thingNoun
}

// personEndings mark nouns that denote people whatever comes before.
var personEndings = []string{"person", "woman", "ologist", "ographer", "ician", "maker", "holder", "worker", "keeper",
	"fighter", "seeker", "goer", "crat", "monger"}

// nounClasses is our own list of nouns of news, by what they denote.
var nounClasses = func() map[string]nounClass {
	m := map[string]nounClass{}
	for class, list := range nounLists {
		for _, w := range strings.Fields(list) {
			m[w] = nounClass(class)
		}
	}
	return m
}()

// nounLists are the lists by class. No noun is on two.
var nounLists = [...]string{personNoun: personNouns, groupNoun: groupNouns, organizationNoun: organizationNouns,
	countryNoun: countryNouns, placeNoun: placeNouns}

const personNouns = `
 activist actor actress addict adjutant administrator admiral adolescent adult adversary adviser advisor advocate agent aide
 ally ambassador analyst anchor announcer apostle applicant archbishop architect artist assailant assassin assistant astronaut
 athlete attacker attendee attorney aunt author baby backer banker baron battler being believer beneficiary billionaire biologist
 bishop blogger bodyguard boss boy boyfriend brother buyer campaigner candidate captain captor cardinal carer
 caretaker celebrity ceo chair chairman chairperson chairwoman chancellor chemist chief child christian cleric clerk client coach
 co-founder colleague colonel columnist comedian commander commando commentator commissioner communist competitor complainant
 composer comrade congressman congresswoman conservative conspirator constable consul consultant consumer contender contractor
 convict coordinator coroner correspondent counsel counselor counterpart courier cousin creator criminal critic customer
 dad daughter dealer defector defendant defender delegate democrat demonstrator deputy descendant designer detainee detective
 dictator diplomat director dissident doctor donor driver economist editor educator emir emperor employee employer
 engineer envoy executive expert extremist farmer father federalist fiance fiancee fighter figure financier firefighter
 fisherman follower foreigner founder friend fugitive gambler general girl girlfriend governor graduate grandfather grandmother
 grandson granddaughter guard guardian guest gunman guy hacker head heir hero historian hostage host human hunter
 husband immigrant inhabitant inmate insider inspector instructor insurgent intellectual interpreter inventor investigator
 investor islamist jew jihadist journalist judge jurist juror justice kid kidnapper killer king knight lady landlord lawmaker
 lawyer leader lecturer legislator liberal librarian lieutenant lobbyist local lord lover maid major man manager marine
 marshal martyr mayor mediator medic member merchant militant millionaire miner minister mom monarch monk moderator mother
 motorcyclist motorist mp muslim musician national nationalist native negotiator neighbor neighbour nephew newcomer niece
 nobleman nominee novelist nun nurse observer occupant offender officer official onlooker operative opponent orator
 organiser organizer owner painter panelist parent parliamentarian participant partner passenger passerby pastor patient patriarch
 patriot patron peacekeeper pedestrian peer performer perpetrator person philosopher photographer physician physicist pilgrim
 pilot pioneer player plaintiff poet police-officer policeman policewoman politician pope premier presenter president priest
 prime-minister prince princess principal prisoner producer professor prosecutor protagonist protester protestor provider psychologist
 publisher pupil queen rabbi racer radical reader rebel recipient recruit referee reformer refugee relative reporter
 representative republican rescuer researcher resident respondent responder rider rioter rival royal ruler sailor
 scholar scientist secessionist secretary senator separatist sergeant servant settler sheikh sheriff shooter sibling singer sir
 sister skipper smuggler socialist soldier son sovereign speaker specialist spokesman spokesperson spokeswoman spouse
 spy staffer star statesman stepfather stepmother student successor suicide-bomber bomber sultan superintendent supporter surgeon
 survivor suspect sympathizer teacher technician teen teenager tenant terrorist thief tourist trader traitor traveler traveller
 treasurer troop trooper tsar twin tycoon uncle undersecretary user vendor veteran vicar victim villager visitor volunteer
 voter ward warlord warrior watchdog-chief whistleblower widow widower wife winner witness woman worker worshipper writer
 youngster zealot american attendant aviator baker ballplayer batsman bowler goalkeeper striker midfielder
 chef citizen civilian co-author co-star co-worker crewmember cyclist dancer dean debtor deserter diver economist envoy
 evacuee exile filmmaker finalist gambler goalscorer hijacker homeowner illustrator infant interviewee interviewer
 jogger layman learner linguist litigant looter lawbreaker mathematician medalist migrant missionary mourner murderer
 nationalist nutritionist oligarch orphan outsider pensioner pediatrician playwright policy-maker policymaker potentate predecessor
 preacher programmer prophet rapist rapper repairman runner saint scout sculptor seaman senior shareholder shopkeeper skater
 skier sociologist songwriter speechwriter sportsman stranger strategist subordinate subscriber swimmer tribesman troublemaker
 trustee tutor undergraduate viewer waiter waitress wrestler zoologist`

const groupNouns = `
 people public audience crowd couple pair duo trio population electorate opposition militia gang mob faction family clan tribe
 cell cartel crew staff personnel delegation panel jury quartet squad team unit brigade battalion regiment platoon convoy
 community minority majority diaspora press media generation band elite clergy royalty youth police guerrilla leadership
 folk folks workforce coalition alliance bloc movement group public-opinion household troupe caliphate resistance
 troops forces everyone everybody nobody someone somebody anyone anybody`

const organizationNouns = `
 academy administration agency airline airforce army assembly association authority bank board brand broadcaster
 bureau business cabinet campaign caucus central-bank chamber charity church club college commission committee company
 confederation conglomerate congress consortium consulate corporation council court department directorate duma embassy
 enterprise executive-branch faculty federation firm force fund foundation garrison government guild hospital
 industry institute institution intelligence junta kremlin laboratory league legislature lender lobby manufacturer
 magazine maker military ministry mission monarchy mosque municipality museum navy network newspaper ngo office operator
 organisation organization parliament party presidency prosecution publication regime regulator retailer
 school secretariat senate service society start-up startup studio subsidiary supplier syndicate taskforce think-tank treasury
 tribunal union university utility watchdog website company-board paper outlet channel developer`

const countryNouns = `country nation state kingdom republic monarchy-state emirate superpower neighbour-state homeland
 motherland fatherland nation-state power sultanate commonwealth`

const placeNouns = `
 city town village capital region province district area island islands continent territory county municipality-area
 neighborhood neighbourhood suburb street square road bridge airport port harbour harbor border frontier coast
 mountain valley river lake sea ocean bay gulf peninsula desert forest park stadium station building house
 hotel palace temple cathedral camp base prison jail center centre headquarters site zone enclave strip
 settlement place world planet earth east west north south land farm factory plant mall market store shop restaurant
 room apartment home campus hall theater theatre beach resort archipelago metropolis hub`
