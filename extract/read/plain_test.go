package read

import (
	"reflect"
	"testing"

	"quadwire/graph/news"
)

func TestReadHeader(t *testing.T) {
	for name, c := range map[string]struct {
		text, title, date, source string
		meta                      []string
	}{
		"inline":    {" date 2023-11-06 In an unexpected turn, talks began.\n\nMore.", "", "2023-11-06", "", []string{"date 2023-11-06"}},
		"wikinews":  {"Fire kills five in Koszalin\ndate 2019-01-05\n\nSaturday, January 5, 2019 \n\nA fire killed five.", "Fire kills five in Koszalin", "2019-01-05", "", []string{"date 2019-01-05", "Saturday, January 5, 2019"}},
		"bare":      {"In a stern warning, the administration cautioned the North.\n\nIt went on.", "", "", "", nil},
		"title":     {"Leaders meet in Sochi\r\n\r\nThey talked.", "Leaders meet in Sochi", "", "", nil},
		"fields":    {"Source: The Daily\nDate: Nov. 6, 2023\nTitle: Leaders meet\n\nThey talked.", "Leaders meet", "2023-11-06", "The Daily", []string{"Source: The Daily", "Date: Nov. 6, 2023", "Title: Leaders meet"}},
		"byline":    {"Leaders meet in Sochi\n\nBy Ann Smith and Jo de Vries\n\nThey talked.", "Leaders meet in Sochi", "", "", []string{"By Ann Smith and Jo de Vries"}},
		"by":        {"By Monday the talks had ended.\n\nMore.", "", "", "", nil},
		"one line":  {"Leaders meet in Sochi", "", "", "", nil},
		"wrapped":   {"The leaders of both states met\nin Sochi on Monday.\n\nThey talked.", "", "", "", nil},
		"sentence":  {"The leaders met.\n\nThey talked.", "", "", "", nil},
		"question":  {"Will the leaders meet?\n\nNobody knows.", "Will the leaders meet?", "", "", nil},
		"bad day":   {"date 2023-02-31 In an unexpected turn.", "", "", "", nil},
		"date verb": {"Date palms fail\n\nA frost killed them.", "Date palms fail", "", "", nil},
	} {
		a := news.Article{Text: c.text}
		readHeader(&a)
		var meta []string
		for _, m := range a.Meta {
			meta = append(meta, a.Text[m.Start:m.End])
		}
		if a.Title != c.title || a.Date != c.date || a.Source != c.source || !reflect.DeepEqual(meta, c.meta) {
			t.Errorf("%s: title %q date %q source %q meta %q", name, a.Title, a.Date, a.Source, meta)
		}
		if a.Text != c.text {
			t.Errorf("%s: the text was changed", name)
		}
	}
}
