package news

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The shapes of dates, after the day of the week has been taken off. What follows a full date (a time of day, a zone)
// is not looked at: the day is the one written, in whatever zone it was written.
var (
	weekday    = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+`)
	clock      = `(?:(?:\s*[T,|]\s*|\s+)(?:at\s+)?\d{1,2}[:.]\d{2}.*)?$`
	yearFirst  = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:$|[T ,].*$)`)
	compact    = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$`)
	dayFirst   = regexp.MustCompile(`(?i)^(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,?[ -](\d{4})` + clock)
	monthFirst = regexp.MustCompile(`(?i)^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})` + clock)
	ansic      = regexp.MustCompile(`(?i)^([a-z]{3}) +(\d{1,2}) \d\d:\d\d:\d\d .*?(\d{4})$`)
	numeric    = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})` + clock)
	yearMonth  = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})$`)
	monthYear  = regexp.MustCompile(`(?i)^([a-z]{3,9})\.?,? (\d{4})$`)
	yearOnly   = regexp.MustCompile(`^\d{4}$`)
)

// ParseDate reads a date in a common form and returns it as YYYY-MM-DD, or as YYYY-MM or YYYY if it says no more. It
// reads ISO 8601 and RFC 3339, RFC 1123 and the other forms of mail and feeds, "6 November 2023", "Nov. 6, 2023",
// "20231106", "6.11.2023", and "11/26/2023" where only one reading is possible.
func ParseDate(s string) (string, error) {
	text := strings.Join(strings.Fields(s), " ")
	text = weekday.ReplaceAllString(text, "")
	if m := numeric.FindStringSubmatch(text); m != nil {
		return numericDate(s, m)
	}
	var year, month, day string
	switch {
	case yearFirst.MatchString(text):
		m := yearFirst.FindStringSubmatch(text)
		year, month, day = m[1], m[3], m[5]
	case compact.MatchString(text):
		m := compact.FindStringSubmatch(text)
		year, month, day = m[1], m[2], m[3]
	case dayFirst.MatchString(text):
		m := dayFirst.FindStringSubmatch(text)
		year, month, day = m[3], m[2], m[1]
	case monthFirst.MatchString(text):
		m := monthFirst.FindStringSubmatch(text)
		year, month, day = m[3], m[1], m[2]
	case ansic.MatchString(text):
		m := ansic.FindStringSubmatch(text)
		year, month, day = m[3], m[1], m[2]
	case yearMonth.MatchString(text):
		m := yearMonth.FindStringSubmatch(text)
		year, month = m[1], m[2]
	case monthYear.MatchString(text):
		m := monthYear.FindStringSubmatch(text)
		year, month = m[2], m[1]
	case yearOnly.MatchString(text):
		year = text
	default:
		return "", fmt.Errorf("%q is not a date: write it as 2023-11-06, 6 November 2023 or Nov 6, 2023", s)
	}
	return calendar(s, year, month, day)
}

// numericDate reads the parts of a date of numbers only, year last. Points mean day first; slashes and hyphens mean
// either order, so that the date is read only where one of the orders is impossible or both say the same.
func numericDate(s string, m []string) (string, error) {
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[3])
	switch {
	case m[2] == "." || first > 12 || first == second:
		return calendar(s, m[4], m[3], m[1])
	case second > 12:
		return calendar(s, m[4], m[1], m[3])
	}
	return "", fmt.Errorf("%q can be read with the day or the month first: write it as %s-%02d-%02d or %s-%02d-%02d",
		s, m[4], second, first, m[4], first, second)
}

// calendar joins the parts of a date and checks that there is such a day. Month is a number or an English name; month
// and day may be empty.
func calendar(s, year, month, day string) (string, error) {
	if month == "" {
		return year, nil
	}
	number := monthNumber(month)
	if number < 1 || number > 12 {
		return "", fmt.Errorf("%q is not a date: there is no month %q", s, month)
	}
	if day == "" {
		return fmt.Sprintf("%s-%02d", year, number), nil
	}
	n, _ := strconv.Atoi(day)
	date := fmt.Sprintf("%s-%02d-%02d", year, number, n)
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return "", fmt.Errorf("%q is not a date: %s has no day %s", s, time.Month(number), day)
	}
	return date, nil
}

// monthNumber returns the number of a month given as digits, as an English name or as an abbreviation of one with
// three letters or more; 0 if it is none.
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = strings.ToLower(s)
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), s) {
			return int(m)
		}
	}
	return 0
}
