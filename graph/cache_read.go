package graph

import (
	"encoding/binary"
	"hash/crc32"

	"quadwire/graph/news"
)

// scanner reads the numbers of a cache file. The checksum was right, so what it reads is what was written; should it
// not be so, it stops with bad.
type scanner struct {
	list []byte
	text stringTable
	bad  bool
}

func (s *scanner) num() int {
	if len(s.list) < 4 {
		s.bad = true
		return 0
	}
	n := binary.LittleEndian.Uint32(s.list)
	s.list = s.list[4:]
	return int(n)
}

// count reads how many things follow, of size numbers each at least.
func (s *scanner) count(size int) int {
	n := s.num()
	if n*size > len(s.list)/4 {
		s.bad = true
		return 0
	}
	return n
}

func (s *scanner) str() string {
	i := s.num()
	if i >= s.text.len() {
		s.bad = true
		return ""
	}
	return s.text.at(uint32(i))
}

func (s *scanner) strs() []string {
	out := make([]string, s.count(1))
	for i := range out {
		out[i] = s.str()
	}
	return out
}

func (s *scanner) all() []uint32 {
	out := make([]uint32, s.count(1))
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(s.list[4*i:])
	}
	s.list = s.list[4*len(out):]
	return out
}

func (s *scanner) actor() news.Actor {
	a := news.Actor{ID: s.str(), Name: s.str(), Aliases: s.strs(), Kind: news.Kind(s.str()), Side: s.str(), Roles: s.strs()}
	if len(a.Roles) == 0 {
		a.Roles = nil
	}
	return a
}

// open checks the file and finds its two parts.
func (s *scanner) open(data []byte) bool {
	if len(data) < cacheHeader || string(data[:len(cacheMagic)]) != cacheMagic {
		return false
	}
	sum := binary.LittleEndian.Uint32(data[len(cacheMagic):])
	if crc32.Checksum(data[len(cacheMagic)+4:], castagnoli) != sum {
		return false
	}
	n := binary.LittleEndian.Uint64(data[len(cacheMagic)+4:])
	rest := data[cacheHeader:]
	if n > uint64(len(rest)/4) {
		return false
	}
	s.list, s.text.all = rest[:4*n], string(rest[4*n:])
	return s.strings()
}

// strings reads the table of strings, which stands behind the other numbers: their count is the last number before
// their lengths, so it is found from the end.
func (s *scanner) strings() bool {
	if len(s.list) < 4 {
		return false
	}
	last := len(s.list) - 4
	n := int(binary.LittleEndian.Uint32(s.list[last:]))
	if n > last/4 {
		return false
	}
	lengths := s.list[last-4*n : last]
	s.list = s.list[:last-4*n]
	s.text.starts = make([]int, n+1)
	for i := range n {
		s.text.starts[i+1] = s.text.starts[i] + int(binary.LittleEndian.Uint32(lengths[4*i:]))
	}
	return s.text.starts[n] == len(s.text.all)
}

func decodeGraph(data []byte) *Graph {
	var s scanner
	if !s.open(data) {
		return nil
	}
	return s.graph()
}

// graph reads what the numbers describe; nil if that is nothing sound.
func (s *scanner) graph() *Graph {
	g := &Graph{text: s.text, Version: s.str()}
	g.Articles = make([]Article, s.count(10))
	g.digests = make([]digest, len(g.Articles))
	for i := range g.Articles {
		s.article(g, i)
	}
	g.Actors = make([]Actor, s.count(10))
	for i := range g.Actors {
		a := Actor{Actor: s.actor(), Kinds: []news.Kind{}}
		for _, k := range s.strs() {
			a.Kinds = append(a.Kinds, news.Kind(k))
		}
		a.Sides = s.strs()
		a.Articles, a.AsSubject, a.AsObject, a.AsSpeaker = s.num(), s.num(), s.num(), s.num()
		g.Actors[i] = a
	}
	g.records = make([]record, s.count(6))
	for i := range g.records {
		g.records[i].Actor = s.actor()
	}
	for f := range g.col {
		g.col[f] = s.all()
	}
	if s.bad || len(s.list) > 0 || !g.consistent() {
		return nil
	}
	g.number()
	return g
}

func (s *scanner) article(g *Graph, i int) {
	t := s.strs()
	if len(t) != 9 {
		s.bad = true
		return
	}
	a := Article{Article: news.Article{ID: t[0], Path: t[1], Title: t[2], Date: t[3], Source: t[4], URL: t[5]}, SHA256: t[6],
		Extractor: t[7], Claims: s.count(1), FirstClaim: len(g.articleOf)}
	copy(g.digests[i][:], t[8])
	for range s.count(2) {
		a.Meta = append(a.Meta, news.Span{Start: s.num(), End: s.num()})
	}
	for range a.Claims {
		g.articleOf = append(g.articleOf, uint32(i))
	}
	g.Articles[i] = a
}

// consistent reports whether all numbers point to something.
func (g *Graph) consistent() bool {
	for f := range g.col {
		if len(g.col[f]) != g.Len() {
			return false
		}
	}
	for _, f := range []field{fieldSubject, fieldObject, fieldSpeaker} {
		for _, r := range g.col[f] {
			if r == nobody && f == fieldSubject || r != nobody && int(r) >= len(g.records) {
				return false
			}
		}
	}
	for _, f := range stringFields {
		for _, n := range g.col[f] {
			if int(n) >= g.text.len() {
				return false
			}
		}
	}
	return true
}

// stringFields are the columns that hold numbers of strings.
var stringFields = []field{fieldID, fieldSubjectMention, fieldObjectMention, fieldSpeakerMention, fieldPredicate, fieldLemma,
	fieldClass, fieldCAMEO, fieldTheme, fieldPolarity, fieldModality, fieldDate, fieldDateSource, fieldPlace, fieldSentence,
	fieldTrigger, fieldRule}
