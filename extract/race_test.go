//go:build race

package extract

// raceDetector says that the race detector slows everything down.
const raceDetector = true
