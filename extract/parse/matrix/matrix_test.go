package matrix

import (
	"fmt"
	"math"
	"math/rand"
	"testing"
)

func random(rng *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(rng.NormFloat64())
	}
	return x
}

// TestMulAdd compares every kernel with the textbook product, for plain and transposed factors of many sizes.
func TestMulAdd(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for _, k := range Available() {
		for _, size := range [][3]int{{1, 1, 1}, {1, 32, 7}, {2, 64, 5}, {3, 33, 40}, {5, 32, 1}, {7, 96, 100}, {8, 31, 64}, {9, 32, 3}, {10, 32, 3}, {11, 32, 3}, {13, 64, 4}, {15, 320, 33}, {31, 64, 17}} {
			n, m, inner := size[0], size[1], size[2]
			for _, transposed := range []bool{false, true} {
				a, b := random(rng, n*inner), random(rng, inner*m)
				ldc := Round(m) + 3
				c := random(rng, n*ldc)
				want := make([]float64, n*ldc)
				for i := range want {
					want[i] = float64(c[i])
				}
				left, ars, acs := Rows(a, n, inner), inner, 1
				var p Packed
				if transposed {
					left, ars, acs = Transposed(a, n, n), 1, n
					p.Pack(b, inner, m, 1, inner)
				} else {
					p.Pack(b, inner, m, m, 1)
				}
				for i := range n {
					for j := range m {
						for l := range inner {
							bv := b[l*m+j]
							if transposed {
								bv = b[j*inner+l]
							}
							want[i*ldc+j] += float64(a[i*ars+l*acs]) * float64(bv)
						}
					}
				}
				k.MulAdd(c, ldc, left, &p)
				for i := range want {
					if math.Abs(want[i]-float64(c[i])) > 1e-4*(1+math.Abs(want[i])) {
						t.Fatalf("%s %v transposed=%v: element %d is %g, want %g", k.Name(), size, transposed, i, c[i], want[i])
					}
				}
			}
		}
	}
}

// TestRowsAreIndependent checks that a row of a product has the same bits alone and among others.
func TestRowsAreIndependent(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	const n, inner, m = 13, 77, 64
	a, b := random(rng, n*inner), random(rng, inner*m)
	var p Packed
	p.Pack(b, inner, m, m, 1)
	for _, k := range Available() {
		together := make([]float32, n*m)
		k.MulAdd(together, m, Rows(a, n, inner), &p)
		for i := range n {
			alone := make([]float32, m)
			k.MulAdd(alone, m, Rows(a[i*inner:], 1, inner), &p)
			for j := range m {
				if alone[j] != together[i*m+j] {
					t.Fatalf("%s: element (%d, %d) is %g alone, %g together", k.Name(), i, j, alone[j], together[i*m+j])
				}
			}
		}
	}
}

func TestSquash(t *testing.T) {
	var xs []float32
	for v := -20.0; v <= 20; v += 0.37 {
		xs = append(xs, float32(v))
	}
	for _, k := range Available() {
		th, sg := append([]float32(nil), xs...), append([]float32(nil), xs...)
		k.Tanh(th)
		k.Sigmoid(sg)
		for i, x := range xs {
			if want := math.Tanh(float64(x)); math.Abs(want-float64(th[i])) > 1e-6 {
				t.Errorf("%s: tanh(%g) is %g, want %g", k.Name(), x, th[i], want)
			}
			if want := 1 / (1 + math.Exp(-float64(x))); math.Abs(want-float64(sg[i])) > 1e-6 {
				t.Errorf("%s: sigmoid(%g) is %g, want %g", k.Name(), x, sg[i], want)
			}
		}
	}
}

// BenchmarkMulAdd reports the speed of a product of the size of a recurrent step and of an input projection.
func BenchmarkMulAdd(b *testing.B) {
	rng := rand.New(rand.NewSource(3))
	for _, k := range Available() {
		for _, size := range [][3]int{{16, 768, 192}, {13, 768, 192}, {400, 768, 384}} {
			n, m, inner := size[0], size[1], size[2]
			a, w, c := random(rng, n*inner), random(rng, inner*m), make([]float32, n*m)
			var p Packed
			p.Pack(w, inner, m, m, 1)
			b.Run(fmt.Sprintf("%s/%dx%dx%d", k.Name(), n, inner, m), func(b *testing.B) {
				for b.Loop() {
					k.MulAdd(c, m, Rows(a, n, inner), &p)
				}
				b.ReportMetric(2*float64(n)*float64(m)*float64(inner)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOPS")
			})
		}
	}
}
