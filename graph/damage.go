package graph

import (
	"fmt"
	"runtime/debug"
)

// guarded runs fn, which reads a file that bbolt has mapped into memory, and makes an error of what bbolt does when the
// file is damaged or was cut: it panics, or reads behind the end of the file, which the system answers with a fault.
func guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w (%v)", ErrDamaged, r)
		}
	}()
	return fn()
}
