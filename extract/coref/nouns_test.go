package coref

import (
	"strings"
	"testing"
)

// TestNounLists checks that no noun is on the lists of two classes: which one it had would be chance.
func TestNounLists(t *testing.T) {
	on := map[string]nounClass{}
	for class, list := range nounLists {
		for _, w := range strings.Fields(list) {
			if before, ok := on[w]; ok && before != nounClass(class) {
				t.Errorf("%s is on the lists of classes %d and %d", w, before, class)
			}
			on[w] = nounClass(class)
		}
	}
	if len(on) < 500 {
		t.Errorf("%d nouns, want 500", len(on))
	}
}
