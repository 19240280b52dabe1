package parse

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// Options say how to train. The zero value of a field means its default.
type Options struct {
	Size      Size
	Seed      uint64
	Epochs    int     // default 30
	Batch     int     // sentences of a step; default 32
	Rate      float64 // greatest learning rate; default 0.002
	WarmUp    int     // steps over which the rate rises; default 300
	Drop      Dropout
	Smoothing float64 // share of a target that goes to all classes; default 0.03
	Sayings   float64 // share of the sentences with "said" that get another verb of saying; default 0
	Average   float64 // decay of the moving average of the parameters; default 0.999

	Train   []text.Sentence
	Dev     []Treebank
	Vectors *Vectors
	Source  string // treebanks and vectors with their licences, for the header

	Checkpoint string         // file that is written after each epoch and from which an interrupted run goes on; empty for none
	Every      int            // epochs between scores on Dev; default 1
	Report     func(Progress) // is called after each epoch; may be nil
}

// Progress is what an epoch came to.
type Progress struct {
	Epoch  int
	Loss   float64 // mean, of a word
	Heads  float64 // share of heads right on the training data, under dropout
	Scores []Scores
}

// String says it in a line and one for each treebank of Dev that was scored.
func (p Progress) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "epoch %d: loss %.4f, heads %.2f", p.Epoch, p.Loss, 100*p.Heads)
	for _, s := range p.Scores {
		fmt.Fprintf(&b, "\n    %v", s)
	}
	return b.String()
}

func (o *Options) fill() {
	o.Size.fill()
	setDefault(&o.Epochs, 30)
	setDefault(&o.Batch, 32)
	setDefault(&o.Rate, 0.002)
	setDefault(&o.WarmUp, 300)
	setDefault(&o.Smoothing, 0.03)
	setDefault(&o.Average, 0.999)
	setDefault(&o.Every, 1)
	if o.Drop == (Dropout{}) {
		o.Drop = Dropout{Input: 0.2, Layer: 0.3, Hidden: 0.3, Word: 0.5}
	}
}

func setDefault[T int | float64](field *T, value T) {
	if *field == 0 {
		*field = value
	}
}

// poolBatches is the number of batches among which sentences are sorted by length.
const poolBatches = 12

// Train trains a parser. The same options give the same parser on the same kind of processor, bit for bit: every step is
// shared between two learners in a fixed way, however many processors there are.
func Train(o Options) (*Parser, error) {
	o.fill()
	vocab := newVocabulary(o.Train)
	n := newNetwork(o.Size, vocab, o.Vectors)
	n.randomize(rand.New(rand.NewPCG(o.Seed, 0)))
	t := &trainer{Options: o, net: n, optimizer: newOptimizer(n)}
	kernel := matrix.Best()
	for range 2 {
		l := newLearner(n, kernel, &t.back)
		l.drop, l.smooth = o.Drop, float32(o.Smoothing)
		t.learners = append(t.learners, l)
	}
	first, err := t.resume()
	if err != nil {
		return nil, err
	}
	for epoch := first; epoch < o.Epochs; epoch++ {
		progress := t.epoch(epoch)
		if err := t.save(epoch + 1); err != nil {
			return nil, err
		}
		if (epoch+1)%o.Every == 0 {
			p := t.averaged()
			for _, d := range o.Dev {
				progress.Scores = append(progress.Scores, p.Evaluate(d.Sentences))
			}
		}
		if o.Report != nil {
			o.Report(progress)
		}
	}
	return t.finish(), nil
}

// trainer is a run of Train.
type trainer struct {
	Options
	net       *network
	optimizer *optimizer
	learners  []*learner
	back      backPacked
}

// epoch goes once through the training data.
func (t *trainer) epoch(epoch int) Progress {
	random := rand.New(rand.NewPCG(t.Seed, uint64(epoch)+1))
	batches := t.batches(random)
	for _, l := range t.learners {
		l.loss, l.right, l.words = 0, 0, 0
	}
	var words int
	for _, s := range t.Train {
		words += len(s.Tokens)
	}
	scale := float64(len(batches)) / float64(words)
	total := float64(t.Epochs * len(batches))
	for i, b := range batches {
		step := epoch*len(batches) + i
		both(func(half int) {
			if half == 0 {
				t.net.pack()
			} else {
				t.net.packBack(&t.back)
			}
		})
		both(func(half int) {
			l := t.learners[half]
			l.random = rand.New(rand.NewPCG(t.Seed, uint64(2*step+half)|1<<40))
			var share []*example
			for j := half; j < len(b); j += 2 {
				share = append(share, b[j])
			}
			l.learn(share)
		})
		t.optimizer.update(t.net, t.learners, t.rate(float64(step), total), scale, t.Average)
	}
	a, b := t.learners[0], t.learners[1]
	n := float64(a.words + b.words)
	return Progress{Epoch: epoch + 1, Loss: (a.loss + b.loss) / n, Heads: float64(a.right+b.right) / n}
}

// rate returns the learning rate: it rises over the warm-up and then falls along a cosine (I. Loshchilov and F. Hutter,
// "SGDR", 2017).
func (t *trainer) rate(step, total float64) float64 {
	if warm := float64(t.WarmUp); step < warm {
		return t.Rate * (step + 1) / warm
	}
	return t.Rate * (0.01 + 0.99*(1+math.Cos(math.Pi*step/total))/2)
}

// batches shuffles the training data into batches of sentences of about the same length, each longest first.
func (t *trainer) batches(random *rand.Rand) [][]*example {
	var examples []*example
	for _, i := range random.Perm(len(t.Train)) {
		s := vary(&t.Train[i], t.Sayings, random)
		if len(s.Tokens) > 0 && len(s.Tokens) <= maxWords {
			examples = append(examples, t.net.example(s))
		}
	}
	var batches [][]*example
	for pool := range slices.Chunk(examples, t.Batch*poolBatches) {
		slices.SortStableFunc(pool, func(a, b *example) int { return len(b.inputs) - len(a.inputs) })
		batches = slices.AppendSeq(batches, slices.Chunk(pool, t.Batch))
	}
	random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	return batches
}

// averaged returns a parser with the averaged parameters.
func (t *trainer) averaged() *Parser {
	n := newNetwork(t.Size, t.net.vocab, t.net.vectors)
	copy(n.params, t.optimizer.average)
	n.pack()
	return newParser(n, matrix.Best())
}

// example returns a sentence of a treebank as the network sees it.
func (n *network) example(s *text.Sentence) *example {
	e := &example{inputs: []input{rootInput()}, heads: []int{0}, tags: []int{0}, labels: []int{0}}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		e.inputs = append(e.inputs, n.vocab.input(t.Form, n.vectors))
		e.heads = append(e.heads, t.Head+1)
		e.tags = append(e.tags, n.vocab.tagIDs[tagOf(t)])
		e.labels = append(e.labels, n.vocab.relation(t.Rel))
	}
	return e
}
