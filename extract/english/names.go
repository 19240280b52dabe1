package english

import _ "embed" // the word lists of names

// Word lists of the stage that finds names; README.md says where they come from.
var (
	//go:embed names.countries.tsv
	NamesCountries string // states and territories
	//go:embed names.organisations.tsv
	NamesOrganisations string // organisations, offices, forces, media
	//go:embed names.places.tsv
	NamesPlaces string // regions, provinces, cities
	//go:embed names.nouns.txt
	NamesNouns string // nouns for people and bodies, by class
)

// NamesOffices lists who held which office when.
//
//go:embed names.offices.tsv
var NamesOffices string

// NamesModel is the learned recogniser of names.
//
//go:embed names.model
var NamesModel string

// NamesGiven lists given names.
//
//go:embed names.given.txt
var NamesGiven string
