// Package dateparser stands in for the module of the same path, which reads dates in two hundred languages. Of all
// programs that link it, its tables take a fifth of a second and 80 MB at every start, in whatever command. We need
// none of it: the main-text extractor's date finder calls it only for its extensive search, which package read turns
// off. What stands here is the part of the interface that the date finder names.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way of reading dates.
type ParserType uint8

// The ways that the date finder asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says how a date without a year is completed.
type PreferredDateSource uint8

// Past completes a date to the last such day.
const Past PreferredDateSource = 1

// Configuration holds the settings that the date finder makes.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser would read dates.
type Parser struct{ ParserTypes []ParserType }

// Date is a date that was read.
type Date struct{ Time time.Time }

// Parse reads no date.
func (p *Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errors.New("dateparser: this build reads no dates in free form")
}
