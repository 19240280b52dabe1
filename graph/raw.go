package graph

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	bolt "go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"
)

// Cayley's own reading looks up and decodes four nodes for each quad, most of them again and again: 7 to 24 seconds
// for a million quads. Here one article's quads are read in one transaction, each node once: a tenth of that. This is
// the layout of Cayley's key-value format 2 (graph/kv/indexing.go), which Open has checked.
//
//	log     id (8 bytes, big endian) → a node's value, or a quad's four ids    proto.Primitive
//	vXY     hash of a value          → id of its node (uvarint)                XY: the first two bytes of the hash
//	c, sp   id of a label; of a subject, of a predicate → ids of quads (uvarints), deleted ones among them

// reader reads quads in one transaction.
type reader struct {
	tx    *bolt.Tx
	log   *bolt.Bucket
	known map[uint64]quad.IRI // nodes that many articles share
}

// maxKnown bounds the memory of a reader.
const maxKnown = 200_000

// read runs fn with a reader. The store is locked.
func (s *Store) read(fn func(r *reader) error) error {
	return s.view(func(tx *bolt.Tx) error {
		r := &reader{tx: tx, log: tx.Bucket([]byte("log")), known: map[uint64]quad.IRI{}}
		if r.log == nil {
			return ErrDamaged
		}
		return fn(r)
	})
}

// view runs fn in a reading transaction. The store is locked.
func (s *Store) view(fn func(tx *bolt.Tx) error) error {
	return guarded(func() error { return s.db.View(fn) })
}

// link is a quad as four ids of nodes.
type link struct{ subject, predicate, object, label uint64 }

// with returns the quads in whose direction d v stands, in the order in which they were written.
func (r *reader) with(ctx context.Context, d quad.Direction, v quad.Value) ([]quad.Quad, error) {
	id := r.node(v)
	if id == 0 {
		return nil, nil
	}
	nodes := map[uint64]quad.Value{id: v}
	var out []quad.Quad
	err := r.index(d, id, func(l link) error {
		q, err := r.quad(l, nodes)
		out = append(out, q)
		if len(out)%4096 == 0 && err == nil {
			err = ctx.Err()
		}
		return err
	})
	return out, err
}

// node returns the id of a value's node; 0 if there is none.
func (r *reader) node(v quad.Value) uint64 {
	hash := quad.HashOf(v)
	b := r.tx.Bucket([]byte{'v', hash[0], hash[1]})
	if b == nil {
		return 0
	}
	id, _ := binary.Uvarint(b.Get(hash))
	return id
}

// index calls fn for each quad in whose direction d the node stands.
func (r *reader) index(d quad.Direction, node uint64, fn func(link) error) error {
	name := map[quad.Direction]string{quad.Label: "c", quad.Subject: "sp", quad.Object: "ops"}[d]
	b := r.tx.Bucket([]byte(name))
	if b == nil {
		return nil // nothing was ever written
	}
	prefix := binary.BigEndian.AppendUint64(nil, node)
	c := b.Cursor()
	for k, ids := c.Seek(prefix); len(k) >= 8 && string(k[:8]) == string(prefix); k, ids = c.Next() {
		for len(ids) > 0 {
			id, n := binary.Uvarint(ids)
			if n <= 0 {
				return fmt.Errorf("%w: index of node %d", ErrDamaged, node)
			}
			ids = ids[n:]
			p, err := r.primitive(id)
			if err != nil {
				return err
			}
			if !p.deleted {
				if err := fn(p.link); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// quad returns the quad of four ids; nodes holds what was looked up before.
func (r *reader) quad(l link, nodes map[uint64]quad.Value) (q quad.Quad, err error) {
	for _, x := range []struct {
		id uint64
		to *quad.Value
	}{{l.subject, &q.Subject}, {l.predicate, &q.Predicate}, {l.object, &q.Object}, {l.label, &q.Label}} {
		if x.id == 0 {
			continue
		}
		v, ok := nodes[x.id]
		if !ok {
			if v, err = r.value(x.id); err != nil {
				return q, err
			}
			nodes[x.id] = v
		}
		*x.to = v
	}
	return q, nil
}

// value returns the value of a node.
func (r *reader) value(id uint64) (quad.Value, error) {
	if iri, ok := r.known[id]; ok {
		return iri, nil
	}
	p, err := r.primitive(id)
	if err != nil {
		return nil, err
	}
	v, err := pquads.UnmarshalValue(p.value)
	if err != nil || v == nil {
		return nil, fmt.Errorf("%w: value of node %d", ErrDamaged, id)
	}
	if iri, ok := v.(quad.IRI); ok && len(r.known) < maxKnown {
		r.known[id] = iri
	}
	return v, nil
}

// primitive is an entry of the log.
type primitive struct {
	link
	value   []byte
	deleted bool
}

func (r *reader) primitive(id uint64) (primitive, error) {
	data := r.log.Get(binary.BigEndian.AppendUint64(nil, id))
	p, ok := parsePrimitive(data)
	if !ok {
		return p, fmt.Errorf("%w: entry %d of the log", ErrDamaged, id)
	}
	return p, nil
}

// parsePrimitive decodes an entry of the log. ok is false if there is none or it is damaged.
func parsePrimitive(data []byte) (p primitive, ok bool) {
	if len(data) == 0 {
		return p, false
	}
	for len(data) > 0 {
		field, kind, n := protowire.ConsumeTag(data)
		if n < 0 {
			return p, false
		}
		data = data[n:]
		switch kind {
		case protowire.VarintType:
			v, m := protowire.ConsumeVarint(data)
			n = m
			p.set(field, v)
		case protowire.BytesType:
			v, m := protowire.ConsumeBytes(data)
			n = m
			if field == 8 {
				p.value = v
			}
		default:
			n = protowire.ConsumeFieldValue(field, kind, data)
		}
		if n < 0 {
			return p, false
		}
		data = data[n:]
	}
	return p, true
}

// set sets a field by its number in Cayley's primitive.proto.
func (p *primitive) set(field protowire.Number, v uint64) {
	switch field {
	case 2:
		p.subject = v
	case 3:
		p.predicate = v
	case 4:
		p.object = v
	case 5:
		p.label = v
	case 9:
		p.deleted = v != 0
	}
}
