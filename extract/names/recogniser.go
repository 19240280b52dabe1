package names

// recogniser labels tokens with the types of names: a linear chain model decoded by Viterbi's algorithm, trained as an
// averaged structured perceptron (Collins, Discriminative training methods for hidden Markov models, 2002).
type recogniser struct {
	weights string // a signed byte for each feature*labels + label
	step    [labels][labels]int8
}

// impossible is the score of a label that no allowed sequence ends with.
const impossible = -1 << 30

// scorer holds weights: those being learned, or those of a model.
type scorer interface {
	add(feature uint32, to *[labels]int32)
	transition(from, to int) int32
}

func (r *recogniser) add(feature uint32, to *[labels]int32) {
	w := r.weights[int(feature)*labels:][:labels]
	for l := range to {
		to[l] += int32(int8(w[l]))
	}
}

func (r *recogniser) transition(from, to int) int32 { return int32(r.step[from][to]) }

// decode returns the best labels of a sentence.
func decode(x *features, r scorer) []label {
	n := len(x.s.toks)
	out := make([]label, n)
	for i := 0; i < n; {
		if !x.eligible(i) {
			i++
			continue
		}
		j := i
		for j < n && x.eligible(j) {
			j++
		}
		decodeRange(x, r, i, j, out)
		i = j
	}
	return out
}

// decodeRange labels the tokens from to to-1, all eligible, with outside before them.
func decodeRange(x *features, r scorer, from, to int, out []label) {
	back := make([][labels]int8, to-from)
	var best [labels]int32
	for l := range best {
		best[l] = impossible
	}
	best[outside] = 0
	for i := from; i < to; i++ {
		var emit [labels]int32
		for _, f := range x.of(i) {
			r.add(f, &emit)
		}
		var now [labels]int32
		for l := 0; l < labels; l++ {
			now[l] = impossible
			for p := 0; p < labels; p++ {
				if best[p] == impossible || !follows(label(p), label(l)) {
					continue
				}
				if v := best[p] + r.transition(p, l); v > now[l] {
					now[l], back[i-from][l] = v, int8(p)
				}
			}
			if now[l] != impossible {
				now[l] += emit[l]
			}
		}
		best = now
	}
	l := 0
	for k := range best {
		if best[k] > best[l] {
			l = k
		}
	}
	for i := to - 1; i >= from; i-- {
		out[i] = label(l)
		l = int(back[i-from][l])
	}
}
