package graph

import (
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// An IRI of ours is a scheme and a name in which the bytes that RDF forbids in IRIs, and the percent sign, are
// percent-encoded (RFC 3987, section 3.1). So any name, also one that is no valid UTF-8, becomes an IRI and comes back.

// actorIRI returns the node of the actor with the given id, "actor:…".
func actorIRI(id string) quad.IRI { return quad.IRI(schemed(ActorScheme, id)) }

// claimIRI returns the node of the claim with the given id, "claim:…".
func claimIRI(id string) quad.IRI { return quad.IRI(schemed(ClaimScheme, id)) }

// articleIRI returns the node of the article with the given id: a file's base name, without a scheme.
func articleIRI(id string) quad.IRI { return quad.IRI(ArticleScheme + escape(id)) }

// verbIRI returns the node of a predicate: blanks become underscores, so that nobody has to type %20.
func verbIRI(predicate string) quad.IRI {
	name := strings.ReplaceAll(escape(predicate), "_", "%5F")
	return quad.IRI(VerbScheme + strings.ReplaceAll(name, "%20", "_"))
}

// actorID and its sisters undo what the functions above do.
func actorID(v quad.Value) string   { return unescape(iriString(v)) }
func claimID(v quad.Value) string   { return unescape(iriString(v)) }
func articleID(v quad.Value) string { return unescape(strings.TrimPrefix(iriString(v), ArticleScheme)) }
func predicateOf(v quad.Value) string {
	return unescape(strings.ReplaceAll(strings.TrimPrefix(iriString(v), VerbScheme), "_", " "))
}

// schemed returns the id as an IRI. An id of another shape than the scheme's stays as it is, and is complete all the
// same.
func schemed(scheme, id string) string {
	if rest, ok := strings.CutPrefix(id, scheme); ok {
		return scheme + escape(rest)
	}
	return escape(id)
}

func iriString(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	return string(iri)
}

const upperHex = "0123456789ABCDEF"

// escape percent-encodes what may not stand in an IRI.
func escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if forbidden(r, n) {
			for _, c := range []byte(s[i : i+n]) {
				b.WriteByte('%')
				b.WriteByte(upperHex[c>>4])
				b.WriteByte(upperHex[c&15])
			}
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// forbidden reports whether RDF's grammar (N-Triples, IRIREF) leaves r out of IRIs; n is its length in bytes.
func forbidden(r rune, n int) bool {
	if r == utf8.RuneError && n == 1 || r <= ' ' || r >= 0x7f && r <= 0xa0 || r == 0x2028 || r == 0x2029 {
		return true
	}
	return strings.ContainsRune("<>\"{}|^`\\%", r)
}

// unescape decodes percent-encoded bytes; what is not well encoded stays as it is.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi < 16 && lo < 16 {
				b = append(b, hi<<4|lo)
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

// unhex returns the value of a hexadecimal digit, or 16 if c is none.
func unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	}
	return 16
}
