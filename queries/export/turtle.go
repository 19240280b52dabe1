package export

import (
	"fmt"
	"io"
	"strings"
)

// WriteTurtle writes claims as linked data in Turtle (W3C, RDF 1.1 Turtle, 2014), all in one graph.
func WriteTurtle(w io.Writer, n *Network) error { return writeTurtle(w, n, false) }

// WriteTriG writes claims as linked data in TriG (W3C, RDF 1.1 TriG, 2014): each article is a named graph with its
// claims, as in the store; what is said of actors and articles stands outside.
func WriteTriG(w io.Writer, n *Network) error { return writeTurtle(w, n, true) }

func writeTurtle(w io.Writer, n *Network, named bool) error {
	x := &turtle{out: newOut(w)}
	for _, ns := range namespaces {
		x.printf("@prefix %s: <%s> .\n", ns[0], ns[1])
	}
	open := false
	err := n.linked(func(r *resource) error { return x.resource(r) }, func(r *resource) error {
		if open {
			x.WriteString("}\n")
		}
		err := x.resource(r)
		if open = named; named {
			x.printf("\n<%s> {\n", r.iri)
		}
		return err
	}, func(r *resource) error { return x.resource(r) })
	if open {
		x.WriteString("}\n")
	}
	if err != nil {
		return err
	}
	return x.Flush()
}

// turtle writes one file.
type turtle struct{ out }

// resource writes a statement about a resource.
func (x *turtle) resource(r *resource) error {
	x.printf("\n<%s>", r.iri)
	x.properties(r, "\n    ")
	_, err := x.WriteString(" .\n")
	return err
}

// properties writes what is said of a resource.
func (x *turtle) properties(r *resource, indent string) {
	lead := " "
	if len(r.types) > 0 {
		x.WriteString(" a ")
		for i, t := range r.types {
			if i > 0 {
				x.WriteString(", ")
			}
			x.WriteString(term(t))
		}
		lead = " ;" + indent
	}
	for _, p := range r.properties {
		x.WriteString(lead + term(p.name))
		for i, v := range p.values {
			if i > 0 {
				x.WriteString(",")
			}
			x.WriteByte(' ')
			x.value(v)
		}
		lead = " ;" + indent
	}
}

func (x *turtle) value(v value) {
	switch {
	case v.nested != nil:
		x.WriteString("[")
		x.properties(v.nested, " ")
		x.WriteString(" ]")
	case v.iri != "":
		x.WriteString(term(v.iri))
	case v.datatype != "":
		x.WriteString(turtleString(v.text) + "^^" + v.datatype)
	default:
		x.WriteString(turtleString(v.text))
	}
}

// term writes a name: short if its prefix is one of namespaces.
func term(name string) string {
	prefix, rest, _ := strings.Cut(name, ":")
	for _, ns := range namespaces {
		if ns[0] == prefix && !strings.HasPrefix(rest, "//") {
			return name
		}
	}
	return "<" + name + ">"
}

// turtleString quotes a text.
func turtleString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
