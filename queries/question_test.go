package queries

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	anyone, unsaid := Anyone{}, Unsaid{}
	for _, c := range []struct {
		question string
		want     Question
		prints   string
	}{
		{"who warned whom", Question{anyone, Verb{"warned"}, anyone}, "who warned whom"},
		{"Who warned whom?", Question{anyone, Verb{"warned"}, anyone}, "who warned whom"},
		{`who warned "North Korea"`, Question{anyone, Verb{"warned"}, Name("North Korea")}, `who warned "North Korea"`},
		{"who is warning North Korea ?", Question{anyone, Verb{"warning"}, Name("North Korea")}, `who warning "North Korea"`},
		{"who protested", Question{anyone, Verb{"protested"}, unsaid}, "who protested"},
		{"who met with whom", Question{anyone, Verb{"met", "with"}, anyone}, "who met with whom"},
		{"who was warned", Question{anyone, Verb{"warned"}, anyone}, "who warned whom"},
		{"who has been warned by Sullivan", Question{Name("Sullivan"), Verb{"warned"}, anyone}, `whom did "Sullivan" warned`},
		{"whom did Sullivan warn", Question{Name("Sullivan"), Verb{"warn"}, anyone}, `whom did "Sullivan" warn`},
		{"who did Kim Jong Un meet with", Question{Name("Kim Jong Un"), Verb{"meet", "with"}, anyone}, `whom did "Kim Jong Un" meet with`},
		{"what did Russia do to Ukraine", Question{Name("Russia"), nil, Name("Ukraine")}, `what did "Russia" do to "Ukraine"`},
		{"what did South Korea do", Question{Name("South Korea"), nil, unsaid}, `what did "South Korea" do`},
		{"what did Russia do to whom", Question{Name("Russia"), nil, anyone}, `what did "Russia" do to whom`},
		{"what did Sullivan say", Question{Name("Sullivan"), Verb{"say"}, unsaid}, `what did "Sullivan" say`},
		{"what did Ursula von der Leyen tell China", Question{Name("Ursula von der Leyen"), Verb{"tell"}, Name("China")}, `what did "Ursula von der Leyen" tell "China"`},
		{"what did north korea say", Question{Name("north korea"), Verb{"say"}, unsaid}, `what did "north korea" say`},
		{"who did what to whom", Question{anyone, nil, anyone}, "who did what to whom"},
		{"who did what to North Korea", Question{anyone, nil, Name("North Korea")}, `who did what to "North Korea"`},
		{"who did what", Question{anyone, nil, unsaid}, "who did what"},
		{"who did “Ann Smith” sue", Question{Name("Ann Smith"), Verb{"sue"}, anyone}, `whom did "Ann Smith" sue`},
	} {
		got, err := Parse(c.question)
		if err != nil || !reflect.DeepEqual(got, c.want) || got.String() != c.prints {
			t.Errorf("Parse(%q) = %#v (%s), %v", c.question, got, got, err)
			continue
		}
		if again, err := Parse(got.String()); err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q prints %q, which reads as %#v, %v", c.question, got, again, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		question string
		at       int
		want     string
	}{
		{"", 0, "who, whom or what"},
		{"where was Putin", 0, "who, whom or what"},
		{"who", 3, "a verb"},
		{"who whom", 4, "a verb"},
		{"who did", 7, "what, or a name"},
		{`who "North Korea"`, 4, "a verb"},
		{"whom warned Sullivan", 5, "did"},
		{"whom did warn", 13, "a name and a verb"},
		{"what did do to Ukraine", 9, "a name"},
		{"what did Russia do Ukraine", 19, "to or with"},
		{"what did Russia do to", 21, "a name"},
		{"what happened", 5, "did"},
		{"who did what whom", 13, "to"},
		{"who was warned by", 17, "whom or a name"},
	} {
		_, err := Parse(c.question)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || syntax.At != c.at || !strings.HasPrefix(syntax.Want, c.want) {
			t.Errorf("Parse(%q): %v", c.question, err)
		}
	}
}

func TestQuote(t *testing.T) {
	if got := Quote([]string{"who", "warned", "North Korea"}); got != `who warned "North Korea"` {
		t.Error(got)
	}
}

// A question that could be read prints as one that reads the same.
func FuzzParse(f *testing.F) {
	for _, q := range []string{"who warned whom", `whom did "A b" meet with`, "what did X do to Y?", "who was hit by", "who did what to “a”"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, question string) {
		q, err := Parse(question)
		if err != nil {
			_ = err.Error()
			return
		}
		again, err := Parse(q.String())
		if err != nil || again.String() != q.String() {
			t.Errorf("%q prints %q, which reads as %q, %v", question, q, again, err)
		}
	})
}
