package export

import (
	"encoding/json"
	"io"
	"strings"
)

// WriteJSONLD writes claims as linked data in JSON-LD (W3C, JSON-LD 1.1, 2020): the same as WriteTriG, a line a node.
func WriteJSONLD(w io.Writer, n *Network) error {
	x := &jsonLD{out: newOut(w)}
	x.WriteString("{\"@context\":{")
	for i, ns := range namespaces {
		if i > 0 {
			x.WriteByte(',')
		}
		x.printf("%s:%s", quote(ns[0]), quote(ns[1]))
	}
	x.WriteString("},\n\"@graph\":[")
	open := false
	comma := ""
	node := func(r *resource) error {
		x.WriteString(comma + "\n")
		comma = ","
		x.resource(r)
		return nil
	}
	err := n.linked(node, func(r *resource) error {
		if open {
			x.WriteString("]}")
			comma = ","
		}
		err := node(r)
		x.printf(",\n{\"@id\":%s,\"@graph\":[", quote(r.iri))
		open, comma = true, ""
		return err
	}, node)
	if err != nil {
		return err
	}
	if open {
		x.WriteString("]}")
	}
	x.WriteString("\n]}\n")
	return x.Flush()
}

// jsonLD writes one file.
type jsonLD struct{ out }

// resource writes a node object. A property that comes several times is one list.
func (x *jsonLD) resource(r *resource) {
	x.WriteByte('{')
	comma := ""
	if r.iri != "" {
		x.printf("\"@id\":%s", quote(r.iri))
		comma = ","
	}
	if len(r.types) > 0 {
		types := make([]string, len(r.types))
		for i, t := range r.types {
			types[i] = quote(t)
		}
		x.printf("%s\"@type\":[%s]", comma, strings.Join(types, ","))
		comma = ","
	}
	for _, p := range joined(r.properties) {
		x.printf("%s%s:[", comma, quote(p.name))
		comma = ","
		for i, v := range p.values {
			if i > 0 {
				x.WriteByte(',')
			}
			x.value(v)
		}
		x.WriteByte(']')
	}
	x.WriteByte('}')
}

func (x *jsonLD) value(v value) {
	switch {
	case v.nested != nil:
		x.resource(v.nested)
	case v.iri != "":
		x.printf("{\"@id\":%s}", quote(v.iri))
	case v.datatype != "":
		x.printf("{\"@value\":%s,\"@type\":%s}", quote(v.text), quote(v.datatype))
	default:
		x.printf("{\"@value\":%s}", quote(v.text))
	}
}

// joined puts the values of one property together.
func joined(list []property) []property {
	var out []property
	at := map[string]int{}
	for _, p := range list {
		if i, ok := at[p.name]; ok {
			out[i].values = append(out[i].values[:len(out[i].values):len(out[i].values)], p.values...)
			continue
		}
		at[p.name] = len(out)
		out = append(out, p)
	}
	return out
}

// quote returns a text as JSON.
func quote(s string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // strings have no errors
	return strings.TrimSuffix(b.String(), "\n")
}
