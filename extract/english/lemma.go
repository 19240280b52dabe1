package english

import _ "embed"

// Lemma is the model of package tag: tables of lemmas and features.
//
//go:embed lemma.model
var Lemma string
