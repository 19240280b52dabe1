package parse

import (
	"strings"
	"sync"

	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// Limits of what goes through the network at once.
const (
	maxWords     = 240  // of a sentence; a longer one is cut into chunks
	batchWords   = 1500 // of a batch, unless one sentence alone has more
	batchChunks  = 32   // sentences of a batch
	cachedInputs = 4096 // word forms whose input projection is kept
)

// chunk is a sentence, or a part of one that is too long to be parsed at once.
type chunk struct {
	tokens []text.Token
	offset int // of the first token in its sentence
}

// chunks cuts sentences into chunks of at most maxWords tokens, after punctuation where there is some.
func chunks(sentences []text.Sentence) []chunk {
	var all []chunk
	for i := range sentences {
		tokens := sentences[i].Tokens
		for from := 0; from < len(tokens); {
			to := len(tokens)
			if to-from > maxWords {
				to = cut(tokens, from)
			}
			all = append(all, chunk{tokens[from:to], from})
			from = to
		}
	}
	return all
}

// cut returns where to end a chunk that begins at from: after the last strong punctuation in its second half, or else
// after the last comma, or at its full length.
func cut(tokens []text.Token, from int) int {
	for _, marks := range []string{".;:!?", ",–—-)"} {
		for to := from + maxWords; to > from+maxWords/2; to-- {
			if form := tokens[to-1].Form; form != "" && strings.Contains(marks, form) {
				return to
			}
		}
	}
	return from + maxWords
}

// scratch is the memory of one call of Parse.
type scratch struct {
	pass
	packed   matrix.Packed
	relation []float32
}

// projections caches the input of the first layer, times its weights, by word form.
type projections struct {
	sync.RWMutex
	rows map[string][]float32
}

// predict tags and parses chunks of falling length in one batch.
func (p *Parser) predict(s *scratch, group []chunk) {
	n := p.net
	s.memory.reset()
	lengths := make([]int, len(group))
	for i, c := range group {
		lengths[i] = len(c.tokens) + 1
	}
	s.batch = newBatch(lengths)
	heads := s.headsOf(s.encode(p.firstGates(s, group)))
	compared := s.affine(heads[n.arcWordAt():], n.heads.cols, &n.packed.arc, n.arcBias)
	label := n.size.Label
	hidden := s.memory.floats(s.batch.rows * label)
	trees := make([][]int, len(group))
	arcs := make([]*arcScores, len(group))
	for i, c := range group {
		arcs[i] = s.arcs(i, heads, compared, &s.packed)
		trees[i] = make([]int, lengths[i])
		decode(arcs[i], trees[i])
		for d := 1; d < lengths[i]; d++ {
			row := s.batch.row(i, d)
			s.labelHidden(i, d, trees[i][d], heads, hidden[row*label:(row+1)*label])
			tags := heads[row*n.heads.cols+n.tagsAt():][:len(n.vocab.tags)]
			c.tokens[d-1].UPOS, c.tokens[d-1].XPOS, _ = strings.Cut(n.vocab.tags[argmax(tags)], " ")
		}
	}
	scores := s.affine(hidden, label, &n.packed.label, n.labBias)
	for i, c := range group {
		r := &relabeler{scratch: s, parser: p, sentence: i, arcs: arcs[i], heads: trees[i], vectors: heads}
		r.label(scores, c.tokens)
		for d := 1; d < lengths[i]; d++ {
			c.tokens[d-1].Head = trees[i][d] - 1 + c.offset
			if trees[i][d] == 0 {
				c.tokens[d-1].Head = -1
			}
		}
	}
}

// firstGates returns the projected gates of the first layer for every row, mostly from the cache.
func (p *Parser) firstGates(s *scratch, group []chunk) [][]float32 {
	rows := make([][]float32, s.batch.rows)
	var missing []int
	p.cache.RLock()
	for i, c := range group {
		for d := range len(c.tokens) + 1 {
			row := s.batch.row(i, d)
			if rows[row] = p.cache.rows[formAt(c, d)]; rows[row] == nil {
				missing = append(missing, i, d)
			}
		}
	}
	p.cache.RUnlock()
	if len(missing) > 0 {
		p.projectMissing(s, group, missing, rows)
	}
	return rows
}

// formAt returns the form at a position of a chunk; the root's is a string that no token has.
func formAt(c chunk, position int) string {
	if position == 0 {
		return "\x00root"
	}
	return c.tokens[position-1].Form
}

// projectMissing computes the projections of positions (chunk, position) that the cache does not have, each form once.
func (p *Parser) projectMissing(s *scratch, group []chunk, positions []int, rows [][]float32) {
	n := p.net
	width, in := 4*n.size.Hidden, n.size.input()
	index := map[string]int{}
	var forms []string
	for at := 0; at < len(positions); at += 2 {
		form := formAt(group[positions[at]], positions[at+1])
		if _, ok := index[form]; !ok {
			index[form] = len(forms)
			forms = append(forms, form)
		}
	}
	x := s.memory.floats(len(forms) * in)
	out := s.memory.raw(len(forms) * 2 * width)
	for i, form := range forms {
		row := rootInput()
		if form != formAt(chunk{}, 0) {
			row = n.vocab.input(form, n.vectors)
		}
		n.embed(row, x[i*in:(i+1)*in])
		for d, c := range n.cells[0] {
			copy(out[(2*i+d)*width:], c.bias.of(n.params))
		}
	}
	for d := range n.cells[0] {
		s.kernel.MulAdd(out[d*width:], 2*width, matrix.Rows(x, len(forms), in), &n.packed.input[0][d])
	}
	for at := 0; at < len(positions); at += 2 {
		i := index[formAt(group[positions[at]], positions[at+1])]
		rows[s.batch.row(positions[at], positions[at+1])] = out[i*2*width : (i+1)*2*width]
	}
	p.cache.Lock()
	defer p.cache.Unlock()
	for i, form := range forms {
		if len(p.cache.rows) < cachedInputs && len(form) < 64 {
			p.cache.rows[strings.Clone(form)] = append([]float32(nil), out[i*2*width:(i+1)*2*width]...)
		}
	}
}
