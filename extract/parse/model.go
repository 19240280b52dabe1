package parse

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"quadwire/extract/parse/matrix"
	"quadwire/extract/text"
)

// A model file holds the magic, the length of the header and the header as JSON; then the lists of strings, each with its
// length; then the pretrained vectors at four bits a number, the dense parameters at 16 and the tables of embeddings at
// eight, each row with its scale. Numbers are little-endian.

const magic = "quadwire parse\n"

// Version of the format and of the features. A model of another version must be trained anew.
//
//	1  two suffixes… see spelling; tags as "UPOS XPOS"; distances in 32 classes
const (
	formatVersion  = 1
	featureVersion = 1
)

// Header says what a model was made from and how good it was on the development data.
type Header struct {
	Format    int               `json:"format"`
	Features  int               `json:"features"`
	Size      Size              `json:"size"`
	Seed      uint64            `json:"seed"`
	Epochs    int               `json:"epochs"`
	Sentences int               `json:"sentences"` // of the training data
	Data      string            `json:"data"`      // SHA-256 of the training data: forms, tags, heads and relations
	Kernel    string            `json:"kernel"`    // that it was trained with
	Source    string            `json:"source"`    // treebanks and vectors, with their licences
	Dev       map[string]Scores `json:"dev"`
	Vectors   int               `json:"vectors"` // number of pretrained vectors
	Lists     [4]int            `json:"lists"`   // bytes of: words, tags, relations, words of vectors
}

// digest returns the hash of training data.
func digest(sentences []text.Sentence) string {
	h := sha256.New()
	for _, s := range sentences {
		for _, t := range s.Tokens {
			fmt.Fprintf(h, "%s\t%s\t%s\t%d\t%s\n", t.Form, t.UPOS, t.XPOS, t.Head, t.Rel)
		}
		fmt.Fprintln(h)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// Save writes the model.
func (p *Parser) Save(w io.Writer) error {
	n := p.net
	lists := [4]string{}
	for i, l := range [][]string{n.vocab.words, n.vocab.tags, n.vocab.relations, n.vectors.words} {
		lists[i] = strings.Join(l, "\n")
		p.header.Lists[i] = len(lists[i])
	}
	p.header.Format, p.header.Features, p.header.Size, p.header.Vectors = formatVersion, featureVersion, n.size, len(n.vectors.words)
	header, err := json.Marshal(p.header)
	if err != nil {
		return fmt.Errorf("write parser model: %w", err)
	}
	var b bytes.Buffer
	b.WriteString(magic)
	binary.Write(&b, binary.LittleEndian, uint32(len(header)))
	b.Write(header)
	for _, l := range lists {
		b.WriteString(l)
	}
	for _, s := range n.vectors.scales {
		binary.Write(&b, binary.LittleEndian, math.Float32bits(s))
	}
	b.Write(n.vectors.codes)
	for _, t := range n.tensors() {
		writeTensor(&b, t.of(n.params), t.cols, t.at >= n.dense)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write parser model: %w", err)
	}
	return nil
}

// tensors lists the tensors in the order of the parameters.
func (n *network) tensors() []tensor {
	var all []tensor
	for _, both := range n.cells {
		for _, c := range both {
			all = append(all, c.input, c.recurrent, c.bias)
		}
	}
	return append(all, n.heads, n.headBias, n.arc, n.arcBias, n.near, n.label, n.labBias, n.words, n.affixes)
}

// writeTensor quantises each row to 8 or 16 bits a number.
func writeTensor(b *bytes.Buffer, x []float32, cols int, small bool) {
	levels := float64(math.MaxInt16)
	if small {
		levels = math.MaxInt8
	}
	for ; len(x) > 0; x = x[cols:] {
		most := 0.0
		for _, v := range x[:cols] {
			most = max(most, math.Abs(float64(v)))
		}
		scale := float32(max(most, 1e-20) / levels)
		binary.Write(b, binary.LittleEndian, math.Float32bits(scale))
		for _, v := range x[:cols] {
			q := int(math.Round(float64(v) / float64(scale)))
			q = max(-int(levels), min(int(levels), q))
			if b.WriteByte(byte(q)); !small {
				b.WriteByte(byte(q >> 8))
			}
		}
	}
}

// readTensor is the inverse of writeTensor; it returns what is left of data.
func readTensor(data []byte, x []float32, cols int, small bool) []byte {
	for ; len(x) > 0; x = x[cols:] {
		scale := math.Float32frombits(binary.LittleEndian.Uint32(data))
		data = data[4:]
		row := x[:cols]
		if small {
			for j := range row {
				row[j] = float32(int8(data[j])) * scale
			}
			data = data[cols:]
			continue
		}
		for j := range row {
			row[j] = float32(int16(binary.LittleEndian.Uint16(data[2*j:]))) * scale
		}
		data = data[2*cols:]
	}
	return data
}

// sizeOf returns the bytes that tensors take.
func (n *network) sizeOf() int {
	size := 0
	for _, t := range n.tensors() {
		width := 2
		if t.at >= n.dense {
			width = 1
		}
		size += t.rows * (4 + width*t.cols)
	}
	return size
}

// Load reads a model.
func Load(r io.Reader) (*Parser, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read parser model: %w", err)
	}
	return load(data)
}

// load decodes a model.
func load(data []byte) (*Parser, error) {
	if len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("read parser model: not a parser model")
	}
	data = data[len(magic):]
	length := int(binary.LittleEndian.Uint32(data))
	if data = data[4:]; length > len(data) {
		return nil, fmt.Errorf("read parser model: header is cut off")
	}
	var h Header
	if err := json.Unmarshal(data[:length], &h); err != nil {
		return nil, fmt.Errorf("read parser model: header: %w", err)
	}
	if h.Format != formatVersion || h.Features != featureVersion {
		return nil, fmt.Errorf("read parser model: version %d.%d, this program reads %d.%d: train it again with quadwire train", h.Format, h.Features, formatVersion, featureVersion)
	}
	lists, data, err := readLists(data[length:], h.Lists)
	if err != nil {
		return nil, err
	}
	vocab := &vocabulary{words: lists[0], tags: lists[1], relations: lists[2]}
	vectors := &Vectors{words: lists[3], scales: make([]float32, h.Vectors)}
	if len(vectors.words) != h.Vectors || len(data) < h.Vectors*(4+dimensions/2) || !h.Size.valid() {
		return nil, fmt.Errorf("read parser model: damaged")
	}
	vocab.index()
	vectors.index()
	for i := range vectors.scales {
		vectors.scales[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	data = data[4*h.Vectors:]
	vectors.codes, data = data[:h.Vectors*dimensions/2], data[h.Vectors*dimensions/2:]
	n := newNetwork(h.Size, vocab, vectors)
	if len(data) != n.sizeOf() {
		return nil, fmt.Errorf("read parser model: %d bytes of parameters, want %d", len(data), n.sizeOf())
	}
	for _, t := range n.tensors() {
		data = readTensor(data, t.of(n.params), t.cols, t.at >= n.dense)
	}
	n.pack()
	p := newParser(n, matrix.Best())
	p.header = h
	return p, nil
}

// valid says whether a size is one that a model can have.
func (s Size) valid() bool {
	ok := func(v, multiple int) bool { return 0 < v && v <= 4096 && v%multiple == 0 }
	return ok(s.Hidden, matrix.Panel) && ok(s.Arc, matrix.Panel) && ok(s.Label, matrix.Panel) && ok(s.Word, 1) && ok(s.Affix, 1) && 0 < s.Layers && s.Layers <= 8
}

// readLists splits the lists of strings, whose lengths in bytes are given, off data.
func readLists(data []byte, lengths [4]int) (lists [4][]string, rest []byte, err error) {
	for i, n := range lengths {
		if n <= 0 || n > len(data) {
			return lists, nil, fmt.Errorf("read parser model: lists are cut off")
		}
		lists[i] = strings.Split(string(data[:n]), "\n")
		data = data[n:]
	}
	return lists, data, nil
}
