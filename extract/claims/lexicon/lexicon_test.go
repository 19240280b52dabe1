package lexicon

import "testing"

func TestEnglish(t *testing.T) {
	if _, err := Read(files); err != nil {
		t.Fatal(err)
	}
}
