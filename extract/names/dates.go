package names

import (
	"strconv"
	"strings"
	"time"
)

// monthDay reads "September 6", "Sept. 6, 2019", "September 2019".
func (r reader) monthDay(i int) (int, string, bool) {
	m := r.isMonth(i)
	if m == 0 {
		return 0, "", false
	}
	j := i + 1
	if j < len(r.s.toks) && r.s.low[j] == "." {
		j++
	}
	if y, ok := r.yearNumber(j); ok {
		return j, monthString(y, m), true
	}
	d, ok := r.dayNumber(j)
	if !ok {
		return 0, "", false
	}
	last := j
	k := j + 1
	if k < len(r.s.toks) && r.s.low[k] == "," {
		k++
	}
	if y, ok := r.yearNumber(k); ok {
		return k, validDay(y, m, d), true
	}
	return last, r.nearest(i, m, d), true
}

// dayMonth reads "6 September", "the 6th of September 2019".
func (r reader) dayMonth(i int) (int, string, bool) {
	d, ok := r.dayNumber(i)
	j := i + 1
	if !ok || j >= len(r.s.toks) {
		return 0, "", false
	}
	if r.s.low[j] == "of" {
		j++
	}
	m := r.isMonth(j)
	if m == 0 {
		return 0, "", false
	}
	if y, ok := r.yearNumber(j + 1); ok {
		return j + 1, validDay(y, m, d), true
	}
	return j, r.nearest(i, m, d), true
}

// Days by which a date in this year is too far from the day of publication: ahead, so that the one of last year is meant;
// past, so that the next one is, in any clause and in one about what is to come.
const farAhead, longPast, justPast = 120, 270, 7

// nearest puts a day and month into the year that is nearest to today; the past counts as nearer, unless the clause is
// about what is to come.
func (r reader) nearest(i, m, d int) string {
	if !r.dated {
		return ""
	}
	y := r.today.Year()
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	days := int(t.Sub(r.today).Hours() / 24)
	future := r.future(i)
	switch {
	case days > farAhead && !future:
		y--
	case days < -longPast || days < -justPast && future:
		y++
	}
	return validDay(y, m, d)
}

// weekday reads "Monday", "Tuesday morning": the nearest past one, or the coming one in a clause about the future.
func (r reader) weekday(i int) (int, string, bool) {
	d := weekdays[r.s.low[i]]
	if d == 0 || !r.s.capital(i) || len(r.s.low[i]) < 6 {
		return 0, "", false
	}
	if strings.HasSuffix(r.s.low[i], "days") {
		return i, "", true
	}
	// "Monday, September 6": the date counts.
	if j := i + 1; j+1 < len(r.s.toks) && r.s.low[j] == "," {
		if last, v, ok := r.monthDay(j + 1); ok {
			return last, v, true
		}
		if last, v, ok := r.dayMonth(j + 1); ok {
			return last, v, true
		}
	}
	back := (isoWeekday(r.today) - d + 7) % 7
	if r.future(i) && back > 0 {
		back -= 7
	}
	return i, r.day(r.today.AddDate(0, 0, -back)), true
}

// monthAlone reads "in October", "since May", "earlier in March".
func (r reader) monthAlone(i int) (int, string, bool) {
	m := r.isMonth(i)
	if m == 0 || len(r.s.low[i]) < 3 || strings.HasSuffix(r.s.low[i], ".") || len(r.s.low[i]) == 3 && time.Month(m) != time.May {
		return 0, "", false
	}
	switch time.Month(m) {
	case time.March, time.April, time.May, time.June, time.August: // verbs, names of people
		if i == 0 || !beforeMonth[r.s.low[i-1]] {
			return 0, "", false
		}
	}
	y := r.today.Year()
	switch months := m - int(r.today.Month()); {
	case months > 0 && !r.future(i) && (months > 1 || !r.s.future):
		y--
	case months < 0 && r.future(i):
		y++
	}
	if !r.dated {
		return i, "", true
	}
	return i, monthString(y, m), true
}

// dayOfMonth reads "the 29th": the nearest such day, of the past if there is a choice.
func (r reader) dayOfMonth(i int) (int, string, bool) {
	s := r.s
	if s.low[i] != "the" || i+1 >= len(s.toks) || i == 0 || s.low[i-1] != "on" {
		return 0, "", false
	}
	w := s.low[i+1]
	d, ok := r.dayNumber(i + 1)
	if !ok || w == strconv.Itoa(d) || i+2 < len(s.toks) && (s.toks[i+2].UPOS == "NOUN" || s.low[i+2] == "of") {
		return 0, "", false
	}
	t := firstOfMonth(r.today)
	if d > r.today.Day() && !r.future(i) {
		t = t.AddDate(0, -1, 0)
	}
	if !r.dated {
		return i + 1, "", true
	}
	return i + 1, validDay(t.Year(), int(t.Month()), d), true
}

// year reads "in 2019", "2019" where it is no other number.
func (r reader) year(i int) (int, string, bool) {
	y, ok := r.yearNumber(i)
	s := r.s
	if !ok || i+1 < len(s.toks) && (s.toks[i+1].UPOS == "NOUN" && s.toks[i+1].XPOS == "NNS" || s.low[i+1] == "%" || s.low[i+1] == "utc") {
		return 0, "", false
	}
	if i > 0 && (s.toks[i-1].UPOS == "SYM" || s.low[i-1] == "$" || s.low[i-1] == "#") || y < 1500 {
		return 0, "", false
	}
	rel := s.rel(i)
	if rel == "nummod" && (i == 0 || !beforeYear[s.low[i-1]]) && (s.head(i) < i || y < 1900) {
		return 0, "", false
	}
	return i, strconv.Itoa(y), true
}

// iso reads "2019-01-05" as one token.
func (r reader) iso(i int) (int, string, bool) {
	w := r.s.low[i]
	if len(w) != 10 {
		return 0, "", false
	}
	t, err := time.Parse(time.DateOnly, w)
	if err != nil {
		return 0, "", false
	}
	return i, t.Format(time.DateOnly), true
}

// beforeMonth are the words after which "May", "March" or "August" is a month.
var beforeMonth = wordSet("in since until till by during of from mid - early late last next this to through between before after and for throughout")

// beforeYear are the words after which a number before a noun is a year.
var beforeYear = wordSet("in since until till by during of from mid - early late the before after a")
