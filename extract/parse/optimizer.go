package parse

import (
	"math"
	"sync"
)

// optimizer is Adam (D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015) with a moving average of
// the parameters (B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by averaging", 1992). Rows of
// embeddings change only when they have a gradient.
type optimizer struct {
	first, second []float32 // moments
	average       []float32 // of the parameters
	step          int
}

const (
	beta1, beta2 = 0.9, 0.98
	epsilon      = 1e-8
	clip         = 4 // greatest norm of the gradient of the dense parameters
	averageEvery = 4 // steps between additions to the average
)

func newOptimizer(n *network) *optimizer {
	o := &optimizer{first: make([]float32, n.total), second: make([]float32, n.total), average: make([]float32, n.total)}
	copy(o.average, n.params)
	return o
}

// update takes a step with the sum of the learners' gradients, times scale, and clears them.
func (o *optimizer) update(n *network, learners []*learner, rate, scale, decay float64) {
	o.step++
	norm := o.norm(n, learners) * scale
	if norm > clip {
		scale *= clip / norm
	}
	rate *= math.Sqrt(1-math.Pow(beta2, float64(o.step))) / (1 - math.Pow(beta1, float64(o.step)))
	both(func(half int) {
		from, to := n.dense*half/2, n.dense*(half+1)/2
		o.change(n, learners, from, to, rate, scale)
		for which, t := range []tensor{n.words, n.affixes} {
			for row := half; row < t.rows; row += 2 {
				hit := false
				for _, l := range learners {
					hit = hit || l.touched[which][row]
					l.touched[which][row] = false
				}
				if hit {
					o.change(n, learners, t.at+row*t.cols, t.at+(row+1)*t.cols, rate, scale)
				}
			}
		}
	})
	if o.step%averageEvery == 0 {
		d := min(decay, float64(o.step+1)/float64(o.step+10))
		o.addToAverage(n, float32(math.Pow(d, averageEvery)))
	}
}

// addToAverage moves the average towards the parameters; keep is the weight of the old average.
func (o *optimizer) addToAverage(n *network, keep float32) {
	both(func(half int) {
		from, to := n.total*half/2, n.total*(half+1)/2
		params := n.params[from:to]
		for i, a := range o.average[from:to] {
			o.average[from+i] = params[i] + keep*(a-params[i])
		}
	})
}

// norm returns the Euclidean norm of the summed dense gradients.
func (o *optimizer) norm(n *network, learners []*learner) float64 {
	var sums [2]float64
	both(func(half int) {
		from, to := n.dense*half/2, n.dense*(half+1)/2
		a, b := learners[0].gradients[from:to], learners[1].gradients[from:to]
		var sum float32
		for i, x := range a {
			sum += (x + b[i]) * (x + b[i])
			if i%1024 == 0 {
				sums[half] += float64(sum)
				sum = 0
			}
		}
		sums[half] += float64(sum)
	})
	return math.Sqrt(sums[0] + sums[1])
}

// change updates parameters from to to.
func (o *optimizer) change(n *network, learners []*learner, from, to int, rate, scale float64) {
	p, m, v := n.params[from:to], o.first[from:to], o.second[from:to]
	a, b := learners[0].gradients[from:to], learners[1].gradients[from:to]
	r, s := float32(rate), float32(scale)
	for i := range p {
		g := (a[i] + b[i]) * s
		a[i], b[i] = 0, 0
		m[i] += (1 - beta1) * (g - m[i])
		v[i] += (1 - beta2) * (g*g - v[i])
		p[i] -= r * m[i] / (float32(math.Sqrt(float64(v[i]))) + epsilon)
	}
}

// both runs a function for 0 and 1 at the same time.
func both(f func(half int)) {
	var wait sync.WaitGroup
	wait.Go(func() { f(1) })
	f(0)
	wait.Wait()
}
