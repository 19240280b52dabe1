package english

import _ "embed"

//go:embed parse.model
var parseModel []byte

// ParseModel returns the model of the tagger and parser, in the format of package parse. It must not be changed.
func ParseModel() []byte { return parseModel }
