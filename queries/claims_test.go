package queries

import "testing"

func TestListClaims(t *testing.T) {
	g := sampleGraph(t, `
		b 2023-11-06 sullivan warn nk
		a 2023-11-05 kim meet putin
		a 2023-11-07 russia warn us planned`)
	for _, c := range []struct {
		names         []string
		include       []string
		offset, limit int
		first         string
		n, total      int
	}{
		{nil, nil, 0, 10, "meet", 2, 2},
		{nil, []string{"all"}, 1, 1, "warn", 1, 3},
		{nil, nil, 5, 10, "", 0, 2},
		{[]string{"Sullivan"}, nil, 0, 10, "warn", 1, 1},
		{[]string{"Kim Jong Un", "Putin"}, nil, 0, 0, "", 0, 1},
	} {
		part, total, err := ListClaims(g, c.names, Selection{Include: c.include}, c.offset, c.limit)
		if err != nil || total != c.total || len(part) != c.n || part == nil || c.n > 0 && part[0].Lemma != c.first {
			t.Errorf("%+v: %d of %d, %v", c, len(part), total, err)
		}
	}
	if _, _, err := ListClaims(g, []string{"nobody at all"}, Selection{}, 0, 1); err == nil {
		t.Error("an unknown actor is no error")
	}
}
