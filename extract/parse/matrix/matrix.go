// Package matrix multiplies float32 matrices for the parser's network, on the vector unit where there is one.
//
//	weights ──Pack──▶ Packed ──┐
//	activations ───────────────┴─Kernel.MulAdd──▶ activations
//
// A Kernel is chosen once, by what the processor can do: AVX-512, AVX2 with FMA, NEON, or plain Go. Every element of a
// product is summed in the order of the inner dimension, whatever the other rows are, so that a result does not depend
// on which rows were computed together.
package matrix

//go:generate go run gen.go

// Panel is the number of columns that a kernel computes at a time. The columns of a packed matrix are rounded up to a
// multiple of it.
const Panel = 32

// Round returns n rounded up to a multiple of Panel.
func Round(n int) int { return (n + Panel - 1) / Panel * Panel }

// Packed is a matrix laid out for multiplication from the right: panels of Panel columns, each row by row.
type Packed struct {
	Rows, Cols int // Cols is a multiple of Panel
	data       []float32
}

// Pack lays out the matrix of the given size whose element (i, j) is b[i*rowStride+j*colStride]. Columns beyond cols, up
// to a multiple of Panel, are zero. It reuses the memory of p.
func (p *Packed) Pack(b []float32, rows, cols, rowStride, colStride int) {
	p.Rows, p.Cols = rows, Round(cols)
	if need := p.Rows * p.Cols; cap(p.data) < need {
		p.data = make([]float32, need)
	} else {
		p.data = p.data[:need]
	}
	for panel := 0; panel < p.Cols; panel += Panel {
		width := min(Panel, cols-panel)
		out := p.data[panel*rows : (panel+Panel)*rows]
		if colStride == 1 {
			for i := range rows {
				to := out[i*Panel : (i+1)*Panel]
				at := i*rowStride + panel
				clear(to[copy(to, b[at:at+width]):])
			}
			continue
		}
		if width < Panel {
			clear(out)
		}
		// Some rows at a time, so that what is written stays in the nearest cache.
		for from := 0; from < rows; from += packRows {
			count := min(packRows, rows-from)
			for j := range width {
				at := (panel+j)*colStride + from*rowStride
				to := out[from*Panel+j:]
				for i := range count {
					to[i*Panel] = b[at+i*rowStride]
				}
			}
		}
	}
}

// packRows is how many rows of a transposed matrix are packed at a time.
const packRows = 32

// Left is the left factor of a product: Rows × inner elements, (i, k) at Data[i*RowStride+k*ColStride].
type Left struct {
	Data                 []float32
	Rows                 int
	RowStride, ColStride int
}

// Rows returns the n × width matrix that lies row by row in data, stride elements apart.
func Rows(data []float32, n, stride int) Left {
	return Left{Data: data, Rows: n, RowStride: stride, ColStride: 1}
}

// Transposed returns the transpose of an n × rows matrix that lies row by row in data, stride elements apart.
func Transposed(data []float32, rows, stride int) Left {
	return Left{Data: data, Rows: rows, RowStride: 1, ColStride: stride}
}
