package tag

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestReadWordNet makes paradigms of a dictionary in WordNet's format: irregular forms as listed, the others by rule,
// nouns only if some sense of theirs is tagged in texts, no phrases.
func TestReadWordNet(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"verb.exc":   "went go\ngone go\nlay lie\nlying lie\n",
		"noun.exc":   "feet foot\n",
		"adj.exc":    "",
		"index.verb": "  1 a licence line\ngo v 1 1 @ 1 1 00000001\ncarry v 1 0 1 1 00000002\nlie v 1 0 1 1 00000003\ntake_off v 1 0 1 1 00000004\nveto v 1 0 1 1 00000005\nradio v 1 0 1 1 00000006\n",
		"index.noun": "foot n 1 0 1 1 00000001\nbox n 1 2 @ ~ 1 1 00000002\nzyzzyva n 1 0 1 0 00000003\njeans n 1 0 1 1 00000004\n",
		"index.adj":  "big a 1 0 1 1 00000001\nimportant a 1 0 1 1 00000002\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	words, err := ReadWordNet(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []Word{{"goes", "VBZ", "go"}, {"going", "VBG", "go"}, {"went", "VBD", "go"}, {"gone", "VBN", "go"},
		{"carried", "VBD", "carry"}, {"carries", "VBZ", "carry"}, {"lying", "VBG", "lie"}, {"lay", "VBD", "lie"}, {"vetoes", "VBZ", "veto"}, {"radios", "VBZ", "radio"},
		{"feet", "NNS", "foot"}, {"boxes", "NNS", "box"}, {"jeans", "NNS", "jeans"}, {"important", "JJ", "important"}} {
		if !slices.Contains(words, want) {
			t.Errorf("no %v", want)
		}
	}
	for _, w := range words {
		switch w.Form {
		case "gos", "vetos", "goed", "foots", "zyzzyva", "zyzzyvas", "take_off", "importanter", "lieing":
			t.Errorf("made %v", w)
		}
	}
	if _, err := ReadWordNet(filepath.Join(dir, "none")); err == nil {
		t.Error("no error for a missing dictionary")
	}
}
