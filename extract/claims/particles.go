package claims

import (
	"strings"

	"quadwire/extract/claims/lexicon"
)

// adverbs are prepositions that are also particles of verbs.
var adverbs = map[string]bool{"out": true, "over": true, "up": true, "off": true, "down": true, "in": true, "back": true,
	"away": true, "on": true, "out of": true, "off of": true}

// senseOf returns the sense of the verb i in its frame. Where a parser took a particle for a preposition, "handed over
// the suspects", "pulled out of Iraq", the sense with the particle is preferred and f corrected.
func (r *reader) senseOf(t *tree, i int, f *frame) (lexicon.Sense, bool) {
	senses := r.lex.Verb(r.verbLemma(t, i))
	if len(senses) == 0 {
		return lexicon.Sense{}, false
	}
	if alt, ok := t.particleFrame(i, *f); ok {
		sense, ok := r.lex.Match(senses, r.features(t, i, alt))
		if ok && strings.HasSuffix(sense.Predicate, " "+alt.particle) {
			*f = alt
			return sense, true
		}
	}
	return r.lex.Match(senses, r.features(t, i, *f))
}

// fullSense returns the sense of the verb i in its frame, light ones left out.
func (r *reader) fullSense(t *tree, i int, f frame) (lexicon.Sense, bool) {
	var full []lexicon.Sense
	for _, s := range r.lex.Verb(r.verbLemma(t, i)) {
		if !s.Is(lexicon.Light) {
			full = append(full, s)
		}
	}
	return r.lex.Match(full, r.features(t, i, f))
}

// particleFrame returns f with the preposition right after the verb read as a particle.
func (t *tree) particleFrame(i int, f frame) (frame, bool) {
	if f.particle != "" {
		return f, false
	}
	for n, p := range f.preps {
		first, second, _ := strings.Cut(p.prep, " ")
		if p.tree != t || !adverbs[p.prep] && !adverbs[first] || i+1 >= len(t.toks) || t.form(i+1) != first {
			continue
		}
		f.particle = first
		rest := append([]arg{}, f.preps[:n]...)
		rest = append(rest, f.preps[n+1:]...)
		if second != "" {
			p.prep = second
			rest = append(rest, p)
		} else if len(f.objects) == 0 {
			p.prep = ""
			f.objects = []arg{p}
			for _, k := range t.children(p.tok, "nmod") {
				if q := t.prep(k); q != "" {
					a := t.plain(k)
					a.prep = q
					rest = append(rest, a)
				}
			}
		} else {
			continue
		}
		f.preps = rest
		return f, true
	}
	return f, false
}
