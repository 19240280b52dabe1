//go:build !amd64 && !arm64

package matrix

// Best returns the fastest kernel that this processor can run: the one in plain Go.
func Best() *Kernel { return Portable() }

// Available returns the kernels that this processor can run.
func Available() []*Kernel { return []*Kernel{Portable()} }
