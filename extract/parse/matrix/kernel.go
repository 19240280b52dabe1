package matrix

import "unsafe"

// product adds the product of some rows of A with one panel of B to C; strides are in bytes.
type product func(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

// Kernel multiplies matrices with one set of machine instructions. It is immutable and safe for concurrent use.
type Kernel struct {
	name     string
	products []product // for 1, 2, 3, … rows at a time; empty for plain Go
	tanh     func(x *float32, n int, pre, post, add float32)
}

// Name says which instructions the kernel uses: "avx512", "avx2", "neon" or "portable".
func (k *Kernel) Name() string { return k.name }

// MulAdd computes C += A·B, with C's rows ldc elements apart. Rows of C must hold b.Cols elements.
func (k *Kernel) MulAdd(c []float32, ldc int, a Left, b *Packed) {
	if a.Rows == 0 || b.Rows == 0 || b.Cols == 0 {
		return
	}
	_ = c[(a.Rows-1)*ldc+b.Cols-1] // the kernels do not check bounds
	_ = a.Data[(a.Rows-1)*a.RowStride+(b.Rows-1)*a.ColStride]
	for panel := 0; panel < b.Cols; panel += Panel {
		pb := &b.data[panel*b.Rows]
		row := 0
		for row < a.Rows && len(k.products) > 0 {
			rows := k.rows(a.Rows - row)
			k.products[rows-1](b.Rows, &a.Data[row*a.RowStride], uintptr(a.RowStride)*4, uintptr(a.ColStride)*4, pb, &c[row*ldc+panel], uintptr(ldc)*4)
			row += rows
		}
		for ; row < a.Rows; row++ {
			portableProduct(c[row*ldc+panel:][:Panel], a.Data[row*a.RowStride:], a.ColStride, b.data[panel*b.Rows:(panel+Panel)*b.Rows])
		}
	}
}

// rows says how many of the rows that are left to compute next. Few rows keep the processor waiting for sums, so that
// nine are better computed as five and four than as eight and one.
func (k *Kernel) rows(left int) int {
	most := len(k.products)
	if left > most && 2*left < 3*most {
		return (left + 1) / 2
	}
	return min(left, most)
}

// Sigmoid replaces every x by 1/(1+exp(-x)), to seven digits.
func (k *Kernel) Sigmoid(x []float32) { k.squash(x, 0.5, 0.5, 0.5) }

// Tanh replaces every x by its hyperbolic tangent, to seven digits.
func (k *Kernel) Tanh(x []float32) { k.squash(x, 1, 1, 0) }

// lanes is the widest register, in floats.
const lanes = 16

func (k *Kernel) squash(x []float32, pre, post, add float32) {
	whole := 0
	if k.tanh != nil {
		if whole = len(x) / lanes * lanes; whole > 0 {
			k.tanh(unsafe.SliceData(x), whole, pre, post, add)
		}
	}
	for i := whole; i < len(x); i++ {
		x[i] = tanhOf(x[i]*pre)*post + add
	}
}

// Cell computes a step of a long short-term memory. Gates holds the input, forget and output gates and the candidate
// before their non-linear functions, and after it their values; cell is updated; hidden is the output.
func (k *Kernel) Cell(gates, cell, hidden []float32) {
	n := len(cell)
	k.Sigmoid(gates[:3*n])
	k.Tanh(gates[3*n : 4*n])
	in, forget, out, candidate := gates[:n], gates[n:2*n], gates[2*n:3*n], gates[3*n:4*n]
	for j, c := range cell {
		c = forget[j]*c + in[j]*candidate[j]
		cell[j], hidden[j] = c, c
	}
	k.Tanh(hidden[:n])
	for j := range n {
		hidden[j] *= out[j]
	}
}
