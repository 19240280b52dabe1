package names

import (
	"strconv"
	"strings"
	"time"

	"quadwire/extract/text"
	"quadwire/graph/news"
)

// times finds the expressions of time of a sentence and resolves them against the day of publication.
func (f *Finder) times(s *sentence, date string) []text.Time {
	r := reader{s: s}
	if d, err := time.Parse(time.DateOnly, date); err == nil {
		r.today, r.dated = d, true
	}
	var out []text.Time
	for i := 0; i < len(s.toks); {
		last, value, ok := r.expression(i)
		if !ok {
			i++
			continue
		}
		for last+1 < len(s.toks) && partsOfDay[s.low[last+1]] && !s.possessive(last) {
			last++
		}
		out = append(out, text.Time{Span: news.Span{Start: s.toks[i].Start, End: s.toks[last].End}, Sentence: s.index, First: i, Last: last, Value: value})
		i = last + 1
	}
	return out
}

// partsOfDay belong to the expression of time before them.
var partsOfDay = wordSet("morning afternoon evening night")

// reader reads expressions of time from one sentence.
type reader struct {
	s     *sentence
	today time.Time
	dated bool // the day of publication is known
}

// expression reads the expression that begins at token i: its last token and value.
func (r reader) expression(i int) (last int, value string, ok bool) {
	for _, read := range []func(int) (int, string, bool){r.relative, r.ago, r.monthDay, r.dayMonth, r.weekday, r.monthAlone, r.dayOfMonth, r.year, r.iso} {
		if last, value, ok = read(i); ok {
			return last, value, true
		}
	}
	return 0, "", false
}

// day, month and yearOf format a time to that precision; empty without a day of publication.
func (r reader) day(t time.Time) string {
	if !r.dated {
		return ""
	}
	return t.Format(time.DateOnly)
}

func (r reader) month(t time.Time) string {
	if !r.dated {
		return ""
	}
	return t.Format("2006-01")
}

func (r reader) yearOf(t time.Time) string {
	if !r.dated {
		return ""
	}
	return t.Format("2006")
}

// relative reads "yesterday", "last month", "earlier this week", "next year", "last night".
func (r reader) relative(i int) (int, string, bool) {
	s := r.s
	switch s.low[i] {
	case "yesterday":
		return i, r.day(r.today.AddDate(0, 0, -1)), true
	case "today", "tonight":
		return i, r.day(r.today), true
	case "tomorrow":
		return i, r.day(r.today.AddDate(0, 0, 1)), true
	}
	start := i
	if w := s.low[i]; (w == "earlier" || w == "later" || w == "late" || w == "early") && i+2 < len(s.toks) {
		i++
	}
	step, ok := map[string]int{"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[s.low[i]]
	if !ok || i+1 >= len(s.toks) || start < i && s.low[i] == "past" {
		return 0, "", false
	}
	unit := s.low[i+1]
	if s.low[i] == "past" || s.low[i] == "previous" || s.low[i] == "coming" {
		if unit != "week" && unit != "month" && unit != "year" {
			return 0, "", false
		}
	}
	if m := months[unit]; m > 0 && s.capital(i+1) {
		return r.monthStep(i+1, m, step)
	}
	if d := weekdays[unit]; d > 0 && s.capital(i+1) {
		return i + 1, r.weekdayStep(d, step), true
	}
	return r.unitStep(i+1, unit, step)
}

// unitStep resolves a unit at token i that lies so many units from the day of publication: "last month", "this year".
func (r reader) unitStep(i int, unit string, step int) (int, string, bool) {
	switch unit {
	case "week", "weekend", "fortnight":
		return i, r.month(r.today.AddDate(0, 0, 7*step)), true
	case "month":
		return i, r.month(firstOfMonth(r.today).AddDate(0, step, 0)), true
	case "year":
		return i, r.yearOf(firstOfMonth(r.today).AddDate(step, 0, 0)), true
	case "night", "evening":
		return i, r.day(r.today.AddDate(0, 0, step)), step <= 0
	case "morning", "afternoon":
		return i, r.day(r.today), step == 0
	case "spring", "summer", "autumn", "fall", "winter":
		if step == 0 && unit == "fall" {
			return 0, "", false
		}
		return i, r.yearOf(firstOfMonth(r.today).AddDate(step, 0, 0)), true
	}
	return 0, "", false
}

// firstOfMonth avoids that a month is skipped: 31 March less a month is no 31 February.
func firstOfMonth(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }

// monthStep resolves "last April", "this April", "next April 5".
func (r reader) monthStep(i, m, step int) (int, string, bool) {
	y := r.today.Year()
	switch {
	case step < 0 && m >= int(r.today.Month()):
		y--
	case step > 0 && m <= int(r.today.Month()):
		y++
	}
	if !r.dated {
		return i, "", true
	}
	if d, ok := r.dayNumber(i + 1); ok {
		return i + 1, validDay(y, m, d), true
	}
	return i, monthString(y, m), true
}

// monthString formats a month.
func monthString(y, m int) string {
	return time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}

// validDay formats a day, or its month if the calendar has no such day.
func validDay(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != m {
		return monthString(y, m)
	}
	return t.Format(time.DateOnly)
}

// weekdayStep resolves "last Monday", "this Monday" and "next Monday".
func (r reader) weekdayStep(d, step int) string {
	back := (isoWeekday(r.today) - d + 7) % 7
	switch {
	case step < 0 && back == 0:
		back = 7
	case step > 0 || step == 0 && r.s.future && back > 0:
		back -= 7
	}
	return r.day(r.today.AddDate(0, 0, -back))
}

// isoWeekday numbers the days of the week from Monday, 1 (ISO 8601).
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// future reports whether the clause around token i speaks of what is to come: an auxiliary of the verb above it says so.
func (r reader) future(i int) bool {
	s := r.s
	if i > 0 && ahead[s.low[i-1]] {
		return true
	}
	past := false
	for h, hops := i, 0; h >= 0 && hops < 6; h, hops = s.head(h), hops+1 {
		for _, j := range s.children(h) {
			if s.rel(j) != "aux" {
				continue
			}
			if w := s.low[j]; w == "will" || w == "'ll" || w == "shall" {
				return true
			}
			past = past || s.low[j] == "had" || s.low[j] == "was" || s.low[j] == "were" || s.low[j] == "has" || s.low[j] == "have"
		}
		if s.toks[h].XPOS == "VBD" || past {
			return false
		}
		switch s.low[h] {
		case "scheduled", "expected", "planned", "due", "slated":
			return true
		}
	}
	return false
}

// ahead are the words before a time to come.
var ahead = wordSet("until till by through before")

// ago reads "two days ago", "a year earlier", "three weeks ago".
func (r reader) ago(i int) (int, string, bool) {
	s := r.s
	n, ok := number(s.low[i])
	if !ok || i+2 >= len(s.toks) {
		return 0, "", false
	}
	if s.low[i+2] != "ago" {
		return 0, "", false
	}
	switch singular(s.low[i+1]) {
	case "day":
		return i + 2, r.day(r.today.AddDate(0, 0, -n)), true
	case "week":
		return i + 2, r.month(r.today.AddDate(0, 0, -7*n)), true
	case "month":
		return i + 2, r.month(firstOfMonth(r.today).AddDate(0, -n, 0)), true
	case "year":
		return i + 2, r.yearOf(firstOfMonth(r.today).AddDate(-n, 0, 0)), true
	case "decade":
		return i + 2, r.yearOf(firstOfMonth(r.today).AddDate(-10*n, 0, 0)), true
	case "hour", "minute":
		return i + 2, r.day(r.today), n < 24
	}
	return 0, "", false
}

// number reads a small number in words or figures.
func number(w string) (int, bool) {
	if n, ok := smallNumbers[w]; ok {
		return n, true
	}
	if len(w) > 3 {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 0
}

// smallNumbers are numbers in words.
var smallNumbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

// dayNumber reads the day of a month at token i: "6", "6th".
func (r reader) dayNumber(i int) (int, bool) {
	if i < 0 || i >= len(r.s.toks) {
		return 0, false
	}
	w := r.s.low[i]
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "th"), "st"), "nd"), "rd")
	if len(w) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1 && n <= 31
}

// yearNumber reads a year in four figures at token i.
func (r reader) yearNumber(i int) (int, bool) {
	if i < 0 || i >= len(r.s.toks) || len(r.s.low[i]) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(r.s.low[i])
	return n, err == nil && n >= 1000 && n < 2200
}

// isMonth returns the number of the month that token i names, 0 if none; abbreviations need a number beside them.
func (r reader) isMonth(i int) int {
	if i < 0 || i >= len(r.s.toks) || !r.s.capital(i) {
		return 0
	}
	return months[r.s.low[i]]
}
