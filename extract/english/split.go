package english

import _ "embed"

// Split is the model of package split: two linear classifiers.
//
//go:embed split.model
var Split string
