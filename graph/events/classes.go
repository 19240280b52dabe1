package events

import (
	"strings"

	"quadwire/graph/news"
)

// scheme is how the coding schemes see an event class.
type scheme struct {
	class            news.Class
	predicate, lemma string  // what a row of the class says that one does to the other
	cameo            string  // CAMEO code: the root and 0, "not specified below" (Schrodt, CAMEO Codebook, 2012)
	name             string  // of the CAMEO code, as ICEWS writes it
	goldstein        float64 // of the CAMEO root (Goldstein, A conflict-cooperation scale for WEIS events data, 1992)
	cameoQuad        int     // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	ploverQuad       int
	ploverScore      float64
}

// schemes are the classes in PLOVER's order; STATE and OTHER are none of PLOVER's, OTHER is none of CAMEO's.
var schemes = []scheme{
	{news.Agree, "agrees with", "agree with", "030", "Express intent to cooperate", 4, 1, 1, 2.5},
	{news.Consult, "consults", "consult", "040", "Consult", 1, 1, 1, 2.5},
	{news.Support, "supports", "support", "050", "Engage in diplomatic cooperation", 3.5, 1, 1, 5},
	{news.Cooperate, "cooperates with", "cooperate with", "060", "Engage in material cooperation", 6, 2, 2, 9.5},
	{news.Aid, "aids", "aid", "070", "Provide aid", 7, 2, 2, 10},
	{news.Concede, "yields to", "yield to", "080", "Yield", 5, 2, 1, 4.5},
	{news.Retreat, "withdraws from", "withdraw from", "087", "De-escalate military engagement", 9, 2, 2, 6.5},
	{news.Request, "demands of", "demand of", "100", "Demand", -5, 3, 3, 0},
	{news.Accuse, "accuses", "accuse", "110", "Disapprove", -2, 3, 3, -3},
	{news.Reject, "rejects", "reject", "120", "Reject", -4, 3, 3, -2},
	{news.Threaten, "threatens", "threaten", "130", "Threaten", -6, 3, 3, -3.5},
	{news.Protest, "protests against", "protest against", "140", "Engage in political dissent", -6.5, 4, 4, -5},
	{news.Sanction, "sanctions", "sanction", "160", "Reduce relations", -4, 4, 3, -6},
	{news.Mobilize, "mobilizes against", "mobilize against", "150", "Demonstrate military or police power", -7.2, 4, 4, -5.5},
	{news.Coerce, "coerces", "coerce", "170", "Coerce", -7, 4, 4, -7},
	{news.Assault, "attacks", "attack", "190", "Use conventional military force", -10, 4, 4, -9},
	{news.State, "speaks to", "speak to", "010", "Make statement", 0, 1, 0, 0},
}

// schemeOf returns how a class is coded.
func schemeOf(c news.Class) (scheme, bool) {
	for _, s := range schemes {
		if s.class == c {
			return s, true
		}
	}
	return scheme{}, false
}

// quads are the names of the quad codes in POLECAT.
var quads = []string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}

// roots are the classes of CAMEO's root codes (PLOVER 2.0, mapping from CAMEO).
var roots = map[string]news.Class{"01": news.State, "02": news.Request, "03": news.Agree, "04": news.Consult, "05": news.Support, "06": news.Cooperate,
	"07": news.Aid, "08": news.Concede, "09": news.Accuse, "10": news.Request, "11": news.Accuse, "12": news.Reject, "13": news.Threaten,
	"14": news.Protest, "15": news.Mobilize, "16": news.Sanction, "17": news.Coerce, "18": news.Assault, "19": news.Assault, "20": news.Assault}

// exceptions are longer codes that belong to another class than their root; the longest that fits decides.
var exceptions = map[string]news.Class{"084": news.Retreat, "085": news.Retreat, "086": news.Retreat, "087": news.Retreat, "0813": news.Retreat,
	"0814": news.Retreat, "163": news.Coerce, "1712": news.Assault, "175": news.Assault, "191": news.Coerce, "192": news.Coerce}

// classOf returns the class of a CAMEO code; ok is false if there is no such root.
func classOf(code string) (c news.Class, ok bool) {
	for n := min(4, len(code)); n >= 3; n-- {
		if c, ok := exceptions[code[:n]]; ok {
			return c, true
		}
	}
	if len(code) < 2 || strings.Trim(code, "0123456789") != "" {
		return "", false
	}
	c, ok = roots[code[:2]]
	return c, ok
}
