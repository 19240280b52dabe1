package names

import "strings"

// isTimeWord reports whether a word in lower case names a day, a month or a feast.
func isTimeWord(w string) bool {
	w = strings.TrimSuffix(w, "'s")
	return weekdays[w] > 0 || months[w] > 0 || feasts[w]
}

// weekdays numbers the days from Monday, 1.
var weekdays = map[string]int{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7}

// months numbers the months; "may", "march" and abbreviations are names of months only when capitalised.
var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12}

// feasts are feasts, the words for days near today, and time zones.
var feasts = wordSet(`yesterday today tomorrow tonight christmas easter ramadan hanukkah thanksgiving halloween eid utc gmt bst est edt pst cet cest`)
