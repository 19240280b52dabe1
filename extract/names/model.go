package names

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// magic opens a model file. The version changes with the layout of the file.
//
//	1  header lines, an empty line, transitions, weights
const magic = "quadwire names model 1"

// write writes the model: a header that people can read, then the weights, a byte each.
func (r *recogniser) write(w io.Writer, provenance []string) error {
	header := append([]string{magic, fmt.Sprintf("features %d bits %d labels %d", featureVersion, featureBits, labels)}, provenance...)
	if _, err := io.WriteString(w, strings.Join(header, "\n")+"\n\n"); err != nil {
		return err
	}
	var b bytes.Buffer
	for i := range r.step {
		for j := range r.step[i] {
			b.WriteByte(byte(r.step[i][j]))
		}
	}
	b.WriteString(r.weights)
	_, err := w.Write(b.Bytes())
	return err
}

// readModel reads what write wrote.
func readModel(file string) (*recogniser, error) {
	head, body, ok := strings.Cut(file, "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || lines[0] != magic {
		return nil, fmt.Errorf("read names model: not %q; train it again with: quadwire train names", magic)
	}
	want := fmt.Sprintf("features %d bits %d labels %d", featureVersion, featureBits, labels)
	if len(lines) < 2 || lines[1] != want {
		return nil, fmt.Errorf("read names model: it was made for other features than %q; train it again with: quadwire train names", want)
	}
	if len(body) != labels*labels+labels<<featureBits {
		return nil, fmt.Errorf("read names model: %d bytes of weights, want %d", len(body), labels*labels+labels<<featureBits)
	}
	r := &recogniser{weights: body[labels*labels:]}
	for i := range r.step {
		for j := range r.step[i] {
			r.step[i][j] = int8(body[i*labels+j])
		}
	}
	return r, nil
}
