package matrix

// Best returns the fastest kernel that this processor can run.
func Best() *Kernel { return Available()[0] }

// Available returns the kernels that this processor can run, fastest first; the last one is Portable. Every 64-bit Arm
// processor has NEON.
func Available() []*Kernel {
	return []*Kernel{{name: "neon", tanh: tanhNEON, products: []product{
		product1NEON, product2NEON, product3NEON, product4NEON,
	}}, Portable()}
}

//go:noescape
func product4NEON(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product3NEON(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product2NEON(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func product1NEON(k int, a *float32, ars, acs uintptr, b, c *float32, ldc uintptr)

//go:noescape
func tanhNEON(x *float32, n int, pre, post, add float32)
