package graph

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"

	"quadwire/graph/news"
)

// The snapshot beside the database, "quadwire.db.cache", is a file of numbers and one of strings in one:
//
//	magic, format | checksum of the rest | number of numbers | numbers (4 bytes each, little endian) | strings
//
// It may be deleted at any time, and is ignored when anything about it is wrong: then the database is read, and the
// file written anew. A snapshot of another version of the database is still good for the articles that it has right.

// cacheMagic begins the file. The number after the name is the format, raised when the layout changes.
const cacheMagic = "quadwire cache 1\n"

const cacheHeader = len(cacheMagic) + 4 + 8

func (s *Store) cachePath() string { return s.path + ".cache" }

// saveGraph writes the snapshot, whole or not at all. Where it cannot be written, questions only take longer, so there
// is no error.
func saveGraph(path string, g *Graph) {
	data := encodeGraph(g)
	f, err := os.CreateTemp(filepath.Dir(path), ".quadwire-cache-")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
}

// loadGraph reads a snapshot; nil if there is none that can be read.
func loadGraph(path string) *Graph {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return decodeGraph(data)
}

// castagnoli is the polynomial of the file's checksum, for which processors have an instruction.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// numbers is the first part of the file while it is written.
type numbers struct {
	list []uint32
	text *stringNumbers
}

func (n *numbers) num(x int)        { n.list = append(n.list, uint32(x)) }
func (n *numbers) str(s string)     { n.list = append(n.list, n.text.number(s)) }
func (n *numbers) all(col []uint32) { n.list = append(append(n.list, uint32(len(col))), col...) }

func (n *numbers) strs(list []string) {
	n.num(len(list))
	for _, s := range list {
		n.str(s)
	}
}

func (n *numbers) actor(a news.Actor) {
	n.str(a.ID)
	n.str(a.Name)
	n.strs(a.Aliases)
	n.str(string(a.Kind))
	n.str(a.Side)
	n.strs(a.Roles)
}

func encodeGraph(g *Graph) []byte {
	n := &numbers{text: reopen(g.text)}
	n.str(g.Version)
	n.num(len(g.Articles))
	for i, a := range g.Articles {
		n.strs([]string{a.ID, a.Path, a.Title, a.Date, a.Source, a.URL, a.SHA256, a.Extractor, string(g.digests[i][:])})
		n.num(a.Claims)
		n.num(len(a.Meta))
		for _, m := range a.Meta {
			n.num(m.Start)
			n.num(m.End)
		}
	}
	n.num(len(g.Actors))
	for _, a := range g.Actors {
		n.actor(a.Actor)
		n.strs(texts(a.Kinds))
		n.strs(a.Sides)
		for _, x := range []int{a.Articles, a.AsSubject, a.AsObject, a.AsSpeaker} {
			n.num(x)
		}
	}
	n.num(len(g.records))
	for _, r := range g.records {
		n.actor(r.Actor)
	}
	for f := range g.col {
		n.all(g.col[f])
	}
	return n.bytes()
}

func (n *numbers) bytes() []byte {
	strings := n.text
	for i := range len(strings.starts) - 1 {
		n.num(strings.starts[i+1] - strings.starts[i])
	}
	n.num(len(strings.starts) - 1)
	out := make([]byte, cacheHeader, cacheHeader+4*len(n.list)+len(strings.all))
	copy(out, cacheMagic)
	binary.LittleEndian.PutUint64(out[len(cacheMagic)+4:], uint64(len(n.list)))
	for _, x := range n.list {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	out = append(out, strings.all...)
	binary.LittleEndian.PutUint32(out[len(cacheMagic):], crc32.Checksum(out[len(cacheMagic)+4:], castagnoli))
	return out
}

// reopen makes a table to which strings can be added; it does not find those that are there.
func reopen(t stringTable) *stringNumbers {
	return &stringNumbers{all: []byte(t.all), starts: slices.Clone(t.starts), numbers: map[string]uint32{}}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
