package split

// longestDateline bounds the words of a dateline.
const longestDateline = 18

// acronyms are words in capitals that no dateline begins with.
var acronyms = set(`NATO ASEAN OPEC UNESCO UNICEF UNHCR ISIS ISIL BRICS AUKUS APEC ECOWAS FIFA UEFA NASA COVID OSCE UNRWA
	OFAC UNITA HAMAS BREXIT UPDATE BREAKING EXCLUSIVE ANALYSIS OPINION`)

// dateline returns how many of the words of a paragraph are a dateline, such as "SEOUL, Sept. 6 (Reuters) –" or
// "KYIV, Ukraine (AP) —": a place in capitals, or any place before an agency in brackets, then more names, numbers,
// commas and brackets, closed by a dash. It becomes a sentence of its own, of kind Heading, so that the tree of the
// first sentence is not spoiled; 0 if there is none.
func dateline(s string, words []word) int {
	if n := agencyOnly(words); n > 0 || len(words) < 3 || words[0].shape >= sign {
		return n
	}
	place := s[words[0].start:words[0].end]
	capitals := words[0].shape == upperLetters && len(place) > 3 && !acronyms[place]
	agency := false
	open := 0
	for i := 0; i < len(words) && i < longestDateline; i++ {
		switch w := words[i]; w.shape {
		case sign + '(':
			open = i
			agency = i > 0
		case sign + '-', sign + '–', sign + '—':
			if w.glued && i+1 < len(words) && words[i+1].glued {
				continue // inside a name: "TEL-AVIV"
			}
			if i+1 < len(words) && (capitals || agency) && i > 0 && !(i == 1 && words[i+1].shape == lowerLetters) {
				return i + 1
			}
			return 0
		case sign + ')':
			open = 0
		case titleLetters, upperLetters, oneCapital, mixedLetters, abbreviation, number, digits1, digits2, digits4,
			sign + ',', sign + '/', sign + '.', address:
		case lowerLetters, compound:
			if open == 0 {
				return 0 // only inside the brackets: "(dpa)"
			}
		default:
			return 0
		}
	}
	return 0
}

// agencyOnly returns how many words are a dateline without a place: "(Reuters) -".
func agencyOnly(words []word) int {
	if len(words) < 5 || words[0].shape != sign+'(' || !words[1].capital || words[2].shape != sign+')' {
		return 0
	}
	switch words[3].shape {
	case sign + '-', sign + '–', sign + '—':
		return 4
	}
	return 0
}
