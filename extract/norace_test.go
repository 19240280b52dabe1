//go:build !race

package extract

// raceDetector says that the race detector does not slow things down.
const raceDetector = false
