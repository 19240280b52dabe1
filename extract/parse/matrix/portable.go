package matrix

// Portable returns the kernel in plain Go, for processors without known vector instructions and for tests.
func Portable() *Kernel { return &Kernel{name: "portable"} }

// portableProduct adds a row times a panel to c. It keeps eight sums at a time in registers.
func portableProduct(c, a []float32, stride int, panel []float32) {
	rows := len(panel) / Panel
	for j := 0; j < Panel; j += 8 {
		var s0, s1, s2, s3, s4, s5, s6, s7 float32
		at := 0
		for i := range rows {
			x := a[at]
			at += stride
			b := panel[i*Panel+j:][:8:8]
			s0 += x * b[0]
			s1 += x * b[1]
			s2 += x * b[2]
			s3 += x * b[3]
			s4 += x * b[4]
			s5 += x * b[5]
			s6 += x * b[6]
			s7 += x * b[7]
		}
		c := c[j : j+8 : j+8]
		c[0] += s0
		c[1] += s1
		c[2] += s2
		c[3] += s3
		c[4] += s4
		c[5] += s5
		c[6] += s6
		c[7] += s7
	}
}

// tanhOf approximates the hyperbolic tangent by a quotient of polynomials, as Eigen (G. Guennebaud, B. Jacob and others,
// Eigen v3, 2010) does.
func tanhOf(x float32) float32 {
	x = max(-7.905, min(7.905, x))
	q := x * x
	p := float32(-2.76076847742355e-16)
	for _, a := range [...]float32{2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05, 6.37261928875436e-04, 4.89352455891786e-03} {
		p = p*q + a
	}
	d := float32(1.19825839466702e-06)
	for _, b := range [...]float32{1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03} {
		d = d*q + b
	}
	return p * x / d
}
