package names

// things are the words that make a name one of a thing or event, at its end or beginning: "the Patriot Act", "Cyclone
// Phailin", "Operation Iraqi Freedom".
var things = wordSet(`Act Acts Treaty Title Article Articles Cyclone Hurricane Typhoon Storm Operation War Wars Revolution Constitution Bill Agreement Accord Accords
	Convention Protocol Cup Games Olympics Prize Award Awards Day Week Month Year Festival Flight Boeing Airbus Virus Amendment Resolution Declaration Charter
	Championship Championships Season Section Chapter Volume Report Study Survey Project Program Programme Plan Deal Summit Crisis Massacre Uprising Spring
	Earthquake Tsunami Disease Syndrome Fever Bible Koran Quran Internet Web English Easter Christmas God Allah Holocaust Genocide Brexit Twitterverse
	COVID COVID-19 Coronavirus Covid Ebola AIDS HIV SARS Zika Islam Christianity Judaism Hinduism Buddhism Catholicism Communism Socialism Nazism Fascism Theory Law Code Rule Order Directive
	Case Appendix Figure Table Part Phase Stage Class Grade Level Type Model Series Mark Edition Race Match Final Finals Open Prix Marathon Tour Derby
	Nobel Oscar Oscars Grammy Emmy Tuesday Medal Missile Rocket Satellite Telescope Mission Shuttle Apollo Windows Linux Android iPhone Honor Honour Medicare Medicaid Obamacare Wikipedia`)

// placeEnds are the words that make a name one of a place at its end.
var placeEnds = wordSet(`Street Avenue Road Boulevard Lane Drive Highway Bridge Airport Square Park Island Islands Mountain Mountains Bay Sea Ocean Valley Desert Strait
	Straits Peninsula Province District County City Town Village Palace Station Stadium Hotel Tower Towers Building Hall Cathedral Mosque Temple Lake River Creek Canal Falls
	Beach Coast Hill Hills Heights Forest Plateau Basin Glacier Reef Gulf Delta Region Oblast Krai Prefecture Governorate Parish Borough Territory Plaza Mall Center Centre
	Base Field Camp Prison Jail Zoo Gardens Garden Cemetery Harbor Harbour Port Dam Reservoir Terminal Junction Crossing Border Zone Quarter Ridge Springs Wells Empire Kingdom Complex Headquarters Shrine Arena Dome Observatory Monument Memorial Castle Abbey House Farm Ranch Plant`)

// placeFronts are the words that make a name one of a place at its beginning.
var placeFronts = wordSet(`Mount Mt Mt. Lake Fort Cape Port Camp Isle River Rio Ciudad Puerto Gulf Bay Strait Sea Valley`)

// ships are the prefixes of the names of ships.
var ships = wordSet("uss u.s.s. hms mv m/v ins hmcs hmas rms ss mt")

// familyPlaces are the words for places that are family names too.
var familyPlaces = wordSet("Hall Park Hill Hills Lane Wells Lake Field Forest Camp Castle House Street Rivers Banks Church Temple Tower Garden Bay")
