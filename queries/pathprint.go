package queries

import (
	"fmt"
	"io"
	"strings"
)

// WriteText prints the ways for people to read.
func (p *Paths) WriteText(w io.Writer, s Style) error {
	var b strings.Builder
	if len(p.Paths) == 0 {
		fmt.Fprintf(&b, "No way from %s to %s.\n", s.Bold(oneLine(p.From.Name)), s.Bold(oneLine(p.To.Name)))
		for _, h := range p.Hints {
			fmt.Fprintf(&b, "%s\n", wrap("  "+h, s.columns(), "    "))
		}
	}
	for i, path := range p.Paths {
		if i > 0 {
			b.WriteByte('\n')
		}
		names := make([]string, len(path.Actors))
		for j, a := range path.Actors {
			names[j] = oneLine(a.Name)
		}
		fmt.Fprintf(&b, "%s  %s\n", s.Bold(wrap(strings.Join(names, " — "), s.columns()-8, "  ")), s.Faint(Count(len(path.Hops), "hop")))
		for _, hop := range path.Hops {
			hop.write(&b, s)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// write prints what ties two actors: the best statement with its best sentence, or everything.
func (h *Hop) write(b *strings.Builder, s Style) {
	shown := h.Statements
	if !s.All {
		shown = shown[:1]
	}
	for _, st := range shown {
		fmt.Fprintf(b, "  %s  %s\n", s.Bold(st.Sentence()), s.Faint(st.classes()))
		claims := st.Claims
		if !s.All {
			claims = claims[:1]
		}
		for i := range claims {
			claims[i].write(b, s, "    ")
		}
	}
	if left := len(h.Statements) - len(shown); left > 0 {
		fmt.Fprintf(b, "    %s\n", s.Faint(fmt.Sprintf("%s more between the two; --why shows all", Count(left, "statement"))))
	}
}
