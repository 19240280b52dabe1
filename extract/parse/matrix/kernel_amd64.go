package matrix

import "golang.org/x/sys/cpu"

// Best returns the fastest kernel that this processor can run.
func Best() *Kernel {
	kernels := Available()
	return kernels[0]
}

// Available returns the kernels that this processor can run, fastest first; the last one is Portable.
func Available() []*Kernel {
	var all []*Kernel
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512VL {
		all = append(all, &Kernel{name: "avx512", tanh: tanhAVX512, products: []product{
			product1AVX512, product2AVX512, product3AVX512, product4AVX512,
			product5AVX512, product6AVX512, product7AVX512, product8AVX512,
		}})
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		all = append(all, &Kernel{name: "avx2", tanh: tanhAVX2, products: []product{
			product1AVX2, product2AVX2, product3AVX2, product4AVX2,
		}})
	}
	return append(all, Portable())
}

//go:noescape
func product8AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product7AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product6AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product5AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product4AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product3AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product2AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product1AVX512(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func tanhAVX512(x *float32, n int, pre, post, add float32)

//go:noescape
func product4AVX2(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product3AVX2(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product2AVX2(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product1AVX2(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func tanhAVX2(x *float32, n int, pre, post, add float32)
