package graph

import "syscall"

// limitData sets a hard limit for a child's memory, for what grows faster than watchMemory looks: Linux counts what is
// written to, not the mapped file. It is far above the heap's limit, because the collector needs room.
func limitData(heap int64) {
	n := uint64(heap)*3 + 512<<20
	// Without it watchMemory still works, so an error is none.
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: n, Max: n})
}
