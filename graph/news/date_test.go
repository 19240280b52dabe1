package news

import (
	"strings"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2023-11-06", "2023-11-06"},
		{" 2023-11-06 ", "2023-11-06"},
		{"2023-11-06T23:30:00-05:00", "2023-11-06"},
		{"2023-11-06 14:00:05", "2023-11-06"},
		{"2023/11/6", "2023-11-06"},
		{"20231106", "2023-11-06"},
		{"20231106T101500Z", "2023-11-06"},
		{"Mon, 06 Nov 2023 10:15:00 GMT", "2023-11-06"},
		{"Monday, 06-Nov-2023 10:15:00 UTC", "2023-11-06"},
		{"Mon Nov  6 10:15:00 2023", "2023-11-06"},
		{"Mon Nov 6 10:15:00 UTC 2023", "2023-11-06"},
		{"6 November 2023", "2023-11-06"},
		{"6th of November, 2023", "2023-11-06"},
		{"Saturday, January 5, 2019 ", "2019-01-05"},
		{"Jan. 2nd, 2019", "2019-01-02"},
		{"Sept. 6, 2023 at 10:15 a.m. EDT", "2023-09-06"},
		{"November\u00a06, 2023", "2023-11-06"},
		{"6.11.2023", "2023-11-06"},
		{"11/26/2023", "2023-11-26"},
		{"26/11/2023", "2023-11-26"},
		{"2023-11", "2023-11"},
		{"November 2023", "2023-11"},
		{"2023", "2023"},
		{"2024-02-29", "2024-02-29"},
	} {
		if got, err := ParseDate(c.in); err != nil || got != c.want {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", c.in, got, err, c.want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "is not a date"},
		{"last week", "is not a date"},
		{"2023-02-29", "has no day"},
		{"2023-13-01", "no month"},
		{"5 Novembre 2023", "no month"},
		{"03/04/2023", "2023-04-03 or 2023-03-04"},
		{"2023-11-06abc", "is not a date"},
	} {
		if got, err := ParseDate(c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseDate(%q) = %q, %v; want an error with %q", c.in, got, err, c.want)
		}
	}
}

// A date that was read reads as itself.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023-11-06", "Nov. 6, 2023", "26/11/2023", "Mon, 06 Nov 2023 10:15:00 GMT", "2023", "0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, err := ParseDate(s)
		if err != nil {
			return
		}
		if again, err := ParseDate(date); err != nil || again != date {
			t.Errorf("ParseDate(%q) = %q, which reads as %q, %v", s, date, again, err)
		}
	})
}
