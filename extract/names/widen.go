package names

// widen stretches a listed name to the longer name of a body that begins with it: "Russian Pacific Fleet", "London
// Stock Exchange".
func (f *Finder) widen(s *sentence, c chunk) chunk {
	if c.kind == bodyName && c.last > c.first {
		return c
	}
	if b, ok := f.body(s, c.first); ok && b.last > c.last {
		return b
	}
	return c
}
