//go:build race

package cmd

// raceDetector says that the race detector is on: it needs memory of its own, so that limits of memory mean nothing.
const raceDetector = true
