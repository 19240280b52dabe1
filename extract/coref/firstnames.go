package coref

import (
	"strings"

	"quadwire/extract/text"
)

// personGender tells a person's gender from titles, gendered nouns and first names; human if nothing tells it.
func (r *run) personGender(k *markable, sent *text.Sentence) gender {
	for i := k.first; i <= k.last; i++ {
		if g := titleGender(strings.ToLower(strings.TrimSuffix(sent.Tokens[i].Form, "."))); g != 0 && (i <= k.head || k.name != nil) {
			return g
		}
	}
	if k.form == text.Named && len(k.name) > 1 {
		if g := firstNameGender(k.name[0]); g != 0 {
			return g
		}
		if g := firstNameGender(k.name[1]); g != 0 && len(k.name) > 2 {
			return g
		}
	}
	return human
}

// titleGender returns the gender that a title, a role or a noun of kinship tells, 0 if none.
func titleGender(word string) gender {
	if g, ok := titleGenders[word]; ok {
		return g
	}
	switch {
	case strings.HasSuffix(word, "woman"):
		return feminine
	case strings.HasSuffix(word, "man") && nounClassOf(word) == personNoun && word != "human":
		return masculine
	}
	return 0
}

// titleGenders are titles, roles and nouns of kinship that tell a gender.
var titleGenders = genders(`mr mister sir king prince lord father dad son brother husband uncle nephew grandfather grandson boy
 boyfriend widower duke baron count emperor sultan sheikh emir monk pope imam ayatollah fiance gentleman guy businessman spokesman
 chairman congressman fisherman stepfather stepson bishop cardinal archbishop`,
	`mrs ms miss madam madame mme lady dame queen princess mother mom mum daughter sister wife aunt niece grandmother
 granddaughter girl girlfriend widow duchess baroness countess empress nun actress fiancee waitress heroine spokeswoman
 chairwoman congresswoman businesswoman stepmother stepdaughter first-lady`)

// firstNameGender returns the gender of a first name, folded; 0 if it is not known or both bear it.
func firstNameGender(name string) gender { return nameGenders[name] }

// genders makes a table of two lists of words; what is on both is left out.
func genders(masculineWords, feminineWords string) map[string]gender {
	m := map[string]gender{}
	for _, w := range strings.Fields(masculineWords) {
		m[w] |= masculine
	}
	for _, w := range strings.Fields(feminineWords) {
		m[w] |= feminine
	}
	for w, g := range m {
		if g == human {
			delete(m, w)
		}
	}
	return m
}

// nameGenders is our own compilation of first names of many countries, folded to ASCII; names that women and men
// both bear are left out.
var nameGenders = genders(masculineNames, feminineNames)

const masculineNames = `
 aaron abbas abd abdel abdi abdul abdullah abe abel abiy abraham abu adam adel adil adnan adolf adrian ahmad ahmed
 ajit akbar akira al alain alan alassane albert alberto aldo alejandro aleksandar aleksander aleksandr aleksei
 alessandro alexander alexandre alexei alexey alfonso alfred alfredo ali alistair allan allen alvaro alyaksandr amin
 amir amit anatoly anders andre andreas andrei andres andrew andrey andrzej andy angelo angus anil ansar anthony
 antoine anton antonio antony anutin anwar archibald archie ariel aristide armando arnold arsen arthur arturo arun
 ashraf asif atiku atta august augusto avi avigdor axel aziz babak bakir barack barry bart bartholomew bashar bashir
 basil baz ben benedict benigno benito benjamin benny bernard bernardino bernardo bernd bernie bert bilal bill billy
 binyamin bjorn blaise bob bobby boris brad bradley brahim brendan brent brett brian bruce bruno bryan burhan byron
 calvin cameron carl carlo carlos cary cecil cedric cesar chad charles charlie chester chris christian christoph
 christophe christopher chuck clarence clark claude claudio clement cliff clifford clint clive cody colin conor
 constantine corey cornelius craig curtis cyril cyrus dale damian damon dan daniel daniele danilo danny dario
 darrell darren daud dave david davide dean denis dennis derek derrick desmond didier diego dieter dimitri dimitris
 dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas duane duncan dwight earl ed eddie edgar edmund
 eduard eduardo edward edwin eli elias elijah elliot elliott elon emile emilio emmanuel emmerson enrico enrique eric
 erich erik ernest ernesto ernst erwin ethan etienne eugene evan evgeni evgeny evo fabio fabrice fahad faisal farid
 farouk fawzi federico felipe felix ferdinand fernando fidel filip floyd francesco francis francisco franco francois
 frank frankie franklin franz fred freddie frederic frederick fredrik fritz fumio gabriel gareth garry gary gaston
 gavin gene geoff geoffrey george georges georgi georgy gerald gerard gerhard gerry ghassan giacomo gianni gilbert
 gilles giorgio giovanni giuseppe glen glenn gonzalo goodluck goran gordon gotabaya graeme graham grant greg gregg
 gregory guido guillaume guillermo gunther gustav gustavo guy hailemariam hakan hakim hamad hamid hamza hank
 hannibal hans harald hari harold harry harvey hasan hashim hassan hector heiko heinrich heinz helmut henri henrik
 henry herbert herman hermann hideki hiroshi horacio horst howard hubert hugh hugo hun husain hussain hussein ian
 ibrahim idriss ignacio igor ilham ilya imad imran ion isaac isaias ishaq ismail issa istvan ivan ivo jacek jack
 jacob jacques jaime jair jake jakob jamal james jamil janez janos jared jaroslaw jason javad javier jay
 jean-bertrand jean-claude jean-luc jean-pierre jeb jeff jeffrey jens jeremy jerome jerry jerzy jesse jesus jim
 jimmy joachim joao joaquin joe joel johan johann johannes john johnny joko jomo jon jonas jonathan jong-il jong-un
 jorge jose josef joseph josh joshua josip jovenel juan juha jules julian julio julius jurgen justin kamal karel
 karim karl kaspar keir keith ken kenneth kent kevin khaled khalid khalifa khalil kim-jong kirill kirk klaus
 konstantin kurt kwame kyle kyriakos lamar lance larry lars laurent lawrence lazarus len lenin leo leon leonard
 leonardo leonid leopold leroy les lev levi lewis lex liam lincoln lionel lloyd lorenzo lothar lou louis luc luca
 lucas lucian luigi luis luiz lukas luke luther mac macky mahathir mahdi mahinda mahmood mahmoud mahmud majid
 malcolm malik manfred manuel marc marcel marcelo marco marcos marcus mariano marin mario mark marko markus marshall
 martin marvin marwan masoud massimo mateusz mathieu matt matteo matthew matthias matti maurice mauricio mauro max
 maxim maxime maximilian mehdi mehmed mehmet meir mel meles menachem micah michael michal michel miguel mihai mike
 mikhail miklos milan milo milos milton miroslav mitch mitt mohamad mohamed mohammad mohammed mohamud moise moises
 moon-jae mordechai morten moshe mostafa muammar muhammad muhammadu mukhtar murad murray musa mustafa mykola naftali
 naguib narendra naseer nasir nasser nate nathan nathaniel nawaz ned neil nelson nestor nicholas nick nicolae
 nicolas nigel nikita nikol nikola nikolai nikolaos nikolay nikos nils nizar noah noel nuri octavio olaf oleg
 oleksandr oleksiy oliver olivier ollanta olusegun omar orlando osama oscar oskar osman otto owen pablo paolo
 patrick paul paulo pavel pawel pedro per percy perry pervez pete peter petr petro phil philip philippe phillip
 pierre pieter pietro piotr porfirio prabowo prakash prasad prayut qasem qasim qassem quentin rafael rafiq rahm
 rahul raila raj rajiv rajnath ralph ram rami ramiro ramon ramush ramzan ramzi randall randy ranil raphael rashid
 raul ravi ray raymond recep reginald reinhard reinhold rex reza ricardo richard rick ricky riek rob robert roberto
 rod roderick rodney rodolfo rodrigo roger rohan roland rolf roman romano ron ronald ronnie rory ross roy rudolf
 rudolph rudy rupert russ russell rustam ryan saad sacha saddam sadiq saeed said saif salah saleh salem salman salva
 salvador salvatore sameh sami samir samuel sandro sanjay santiago saul scott sean sebastian sepp serge sergei
 sergey sergio seth seyed shahid shaun shavkat shawn shehbaz sheldon shigeru shimon shinzo shlomo sid sigmar silvio
 simon slobodan stan stanislav stanley stefan stefano steffen stephane stephen sterling steve steven stewart stuart
 sultan sven sylvester tadeusz taha tariq taro tayyip ted teodoro terence thabo thaksin theo theodore thiago thierry
 thomas thorsten tim timothy tito toby todd tom tomas tomasz tommy tony toomas trent trevor troy tyler ugo uhuru
 ulrich umar umaru umberto usman vaclav valentin valery vasily vicente victor vidkun viktor vincent vincenzo vinod
 virgil vitali vitaly vittorio vladimir volodymyr wade wael waldemar waleed walid wallace walter warren wayne
 wendell werner wesley wilfred wilfried wilhelm will willem william willie wilson winston wladimir wojciech wolfgang
 woodrow xavier xi yahya yair yakov yann yannis yasir yasser yevgeny yitzhak yoon-suk yoshihide yoshihiko yoshiro
 youssef yoweri yuri yury yusuf yves zac zachary zalmay zayed zbigniew zdravko zia zinedine zoran`

const feminineNames = `
 abigail ada adela adele adelina adriana adrienne agatha agnes agnieszka aicha aida aileen aisha aissata alejandra
 aleksandra alena alessandra alexandra alexandria alexia alice alicia alina alison allison alma amal amalia amanda
 amber amelia amelie amina amira amy ana anabel anastasia angela angelica angelina anita anja ann anna annabel
 annalena anne annegret annette annie antonia anya april arlene asha ashley asma astrid atifete audrey aung-san
 aurora ava ayelet ayesha barbara beata beatrice beatrix bella benazir berit bernadette bertha beth bethany betsy
 betty beverly bianca birgit bonnie brenda bridget brigitte brittany camila camilla candace carina carla carly
 carmen carol carole carolina caroline carolyn carrie catalina catarina catherine cathy cecilia celeste celia celine
 chantal charlene charlotte chelsea cheryl chloe christa christiane christina christine chrystia cindy claire clara
 clare claudia colette colleen condoleezza connie constance consuelo corazon cristina crystal cynthia dagmar daisy
 dalia daniela danielle daphne daria dawn debbie deborah debra deirdre delia denise desiree diana diane dilma dina
 dolores dominika dora doreen doris dorothy edith edna eileen elaine eleanor elena eleni elisa elisabeth elise
 elizabeth ella ellen eloise elsa elsie elvira emilia emily emma erica erika erin ernestine esperanza estelle esther
 eunice eva eve evelyn fatima fatou fatoumata federica felicia felicity fernanda fiona flora florence frances
 francesca francine francoise freya frida gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina
 geraldine gertrude gillian gina ginger gisele giulia gladys glenda gloria golda grace greta gretchen grete
 guadalupe gwen gwendolyn hannah harriet hasina hazel heather heidi helen helena helene helga helle henrietta hilary
 hilda hillary hina holly hope ida iman imelda indira ines inge ingrid inna irena irene irina iris irma isabel
 isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jana jane janet janice jasmine jeanette jeanne jelena
 jen jenna jennifer jenny jessica jill jillian jo joan joanna joanne jocelyn jodie joni josefina josephine joy joyce
 juanita judith judy julia juliana julianne julie juliet juliette june kaja kamala karen karin karina karla katalin
 kate katerina katharina katherine kathleen kathryn kathy katie katrin katrina katya kayla keiko kellyanne khadija
 khaleda kirsten kirsty kolinda kristen kristin kristina krystyna lara larissa latifa laura lauren laurie leah leila
 lena leonor leticia lidia lillian lily lina linda lisa lisbeth liz liza lois lola lorena loretta lorraine louisa
 louise lucia lucinda lucy ludmila luisa luz lydia lynn lyudmila mabel madeleine madonna maggie maia malala manal
 mandy manuela mara marcela marcella marcia margaret margarita margot margrethe maria mariah mariam mariana marianne
 marie marilyn marina marisa marjorie marlene marta martha martina mary maryam maureen maxine maya megan megawati
 meghan melania melanie melinda melissa mercedes meredith mette mia michaela michelle mila mildred minnie miranda
 miriam moira molly mona monica monika monique muriel myra myriam nadezhda nadia nadine naledi nancy naomi natalia
 natalie natalya natasha nathalie nelly nicole nikki nina noelle nora norma noura ofelia olena olga olivia olympia
 oprah paige pamela patricia patsy patty paula pauline pearl peggy penelope penny petra philippa phoebe phyllis
 pilar polly pratibha priscilla priti priya rachel ramona rania raquel rashida rebecca regina renata renee reyna
 rhonda rigoberta rita roberta rosa rosalind rosalyn rosanna rose rosemary rosie roxana ruth saara sabina sabine
 sabrina sadie sahle-work sally samantha samia sandra sanna sara sarah selma serena shakira sharon sheikh-hasina
 sheikha sheila shelley sheryl shirley silvia simone simonetta sinead sofia solveig sonia sonja sophia sophie stacey
 stella stephanie sue susan susana susanna susanne suzanne svetlana sviatlana sylvia sylvie tamara tania tanya tara
 tarja tatiana tatyana teresa tessa thelma theresa therese tina tracey trudy tulsi uma ursula valentina valeria
 valerie vanessa vera veronica veronika vicky victoria vida vigdis viktoria viola violet virginia vivian vivien
 wanda wangari wendy whitney whoopi wilhelmina winnie winona xiomara yasmin yelena yevgenia yingluck yoko yolanda
 yulia yuliya yvette yvonne zainab zehra zoe zsuzsanna zuzana`
