package parse

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestReadVectors(t *testing.T) {
	numbers := func(x float64) string {
		var b strings.Builder
		for i := range dimensions {
			fmt.Fprintf(&b, "%g,", x*float64(i))
		}
		return "[" + b.String() + "7,7]"
	}
	source := `{"size":3,"words":["the","Court","court","rare"],"other":{"a":[1]},"vectors":{"the":` + numbers(0.01) + `,"Court":` + numbers(-0.02) + `,"court":` + numbers(1) + `,"rare":` + numbers(1) + `}}`
	v, err := ReadVectors(strings.NewReader(source), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.words) != 2 || v.row("rare") != -1 {
		t.Fatalf("words %q, want the and court", v.words)
	}
	x := make([]float32, dimensions)
	v.read(v.row("court"), x)
	for i, got := range x {
		if want := -0.02 * float64(i); math.Abs(want-float64(got)) > 0.3 {
			t.Errorf("number %d is %g, want %g", i, got, want)
		}
	}
	for _, bad := range []string{"", "[]", "{}", `{"words":["a"],"vectors":{"a":[1]}}`, source[:len(source)/2]} {
		if _, err := ReadVectors(strings.NewReader(bad), 3); err == nil {
			t.Errorf("%.40q is accepted", bad)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, c := range []struct{ form, normal, shape string }{
		{"Biden", "biden", "Xxx"}, {"G7", "g0", "Xd"}, {"2023", "0000", "dd"}, {"U.S.", "u.s.", "X.X."}, {"n’t", "n't", "x?x"},
		{"MÜNCHEN", "münchen", "XX"}, {"", "", ""}, {"a-b-c-d-e-f-g-h-i-j-k", "a-b-c-d-e-f-g-h-i-j-k", "x-x-x-x-x-x-x-x"},
	} {
		if got := normal(c.form); got != c.normal {
			t.Errorf("normal(%q) is %q, want %q", c.form, got, c.normal)
		}
		if got := shape(c.form); len(got) > 15 || !strings.HasPrefix(got, c.shape) && got != c.shape {
			t.Errorf("shape(%q) is %q, want %q", c.form, got, c.shape)
		}
	}
	if last("東京都", 2) != "京都" || first("東京都", 2) != "東京" || last("a", 3) != "a" || first("", 3) != "" {
		t.Error("affixes are cut inside characters")
	}
}
