// Package queries answers questions about a graph: who did what to whom, how two actors are tied, who there is and what
// they did when. Its functions take a snapshot of the graph and return values; how these are shown is written beside
// them, so that the command line and a web page show the same.
//
//	words ──Parse──▶ Question ─┐
//	flags ──────────▶ Options ─┼─Ask──▶ Result ──▶ text · JSON · JSON Lines · CSV
//	Store ──────────▶ Graph ───┘
//	                     └──FindPaths, Timeline, ListActors … ──▶ package export
//
// Nothing here reads a clock, and nothing depends on the order in which articles were loaded.
package queries
