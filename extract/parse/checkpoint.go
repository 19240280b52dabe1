package parse

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"quadwire/extract/parse/matrix"
)

// checkpoint is the state of a run after some epochs.
type checkpoint struct {
	Data                           string
	Size                           Size
	Seed                           uint64
	Epochs                         int
	Done                           int
	Step                           int
	Params, First, Second, Average []float32
}

// resume reads the checkpoint, if there is one of the same run, and returns the epoch to go on with.
func (t *trainer) resume() (int, error) {
	if t.Checkpoint == "" {
		return 0, nil
	}
	f, err := os.Open(t.Checkpoint)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	} else if err != nil {
		return 0, fmt.Errorf("resume training: %w", err)
	}
	defer f.Close()
	var c checkpoint
	if err := gob.NewDecoder(f).Decode(&c); err != nil {
		return 0, fmt.Errorf("resume training from %s: %w", t.Checkpoint, err)
	}
	if c.Data != digest(t.Train) || c.Size != t.Size || c.Seed != t.Seed || c.Epochs != t.Epochs || len(c.Params) != t.net.total {
		return 0, fmt.Errorf("resume training from %s: it is of another run; remove it to start anew", t.Checkpoint)
	}
	copy(t.net.params, c.Params)
	t.optimizer.step = c.Step
	copy(t.optimizer.first, c.First)
	copy(t.optimizer.second, c.Second)
	copy(t.optimizer.average, c.Average)
	return c.Done, nil
}

// save writes the checkpoint.
func (t *trainer) save(done int) error {
	if t.Checkpoint == "" {
		return nil
	}
	o := t.optimizer
	c := checkpoint{digest(t.Train), t.Size, t.Seed, t.Epochs, done, o.step, t.net.params, o.first, o.second, o.average}
	f, err := os.Create(t.Checkpoint + ".new")
	if err == nil {
		err = errors.Join(gob.NewEncoder(f).Encode(c), f.Close())
	}
	if err == nil {
		err = os.Rename(t.Checkpoint+".new", t.Checkpoint)
	}
	if err != nil {
		return fmt.Errorf("write checkpoint: %w", err)
	}
	return nil
}

// finish returns the trained parser with its header.
func (t *trainer) finish() *Parser {
	p := t.averaged()
	p.header = Header{Seed: t.Seed, Epochs: t.Epochs, Sentences: len(t.Train), Data: digest(t.Train), Kernel: matrix.Best().Name(), Source: t.Source, Dev: map[string]Scores{}}
	for _, d := range t.Dev {
		p.header.Dev[d.Name] = p.Evaluate(d.Sentences)
	}
	return p
}
