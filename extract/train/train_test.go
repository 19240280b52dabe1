package train

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestEmbedded makes the files that take seconds anew, twice, and compares them with each other and with the embedded ones.
func TestEmbedded(t *testing.T) {
	s := &Sources{Corpora: os.Getenv("QUADWIRE_CORPORA"), WordNet: os.Getenv("QUADWIRE_WORDNET")}
	if s.Corpora == "" {
		t.Skip("QUADWIRE_CORPORA is unset")
	}
	for _, m := range Models() {
		t.Run(m.Stage+" "+m.File, func(t *testing.T) {
			if m.Vectors {
				t.Skip("takes half an hour")
			}
			if m.WordNet && s.WordNet == "" {
				t.Skip("QUADWIRE_WORDNET is unset")
			}
			first, err := m.Train(s, Options{})
			if err != nil {
				t.Fatal(err)
			}
			second, err := m.Train(s, Options{})
			if err != nil || !bytes.Equal(first, second) {
				t.Errorf("two trainings differ (%v)", err)
			}
			embedded, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(m.File)))
			if err != nil || !bytes.Equal(first, embedded) {
				t.Errorf("%s is not what the corpora give (%v): quadwire train %s", m.File, err, m.Stage)
			}
		})
	}
}

func TestMissingSources(t *testing.T) {
	for _, m := range Models() {
		if _, err := m.Train(&Sources{Corpora: t.TempDir()}, Options{}); err == nil {
			t.Errorf("%s is made from nothing", m.File)
		}
	}
}

func TestStages(t *testing.T) {
	if got := Stages(); len(got) != 5 || got[0] != "split" || got[4] != "coref" {
		t.Errorf("stages %v", got)
	}
}
