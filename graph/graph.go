// Package graph keeps claims as quads in a Cayley graph and gives them back. It is the only package that knows what
// a quad is, how Cayley stores it and how Gizmo asks for it.
//
//	[]news.Claim ──encode──▶ quads ──Add──▶ quadwire.db (Cayley on bbolt) ──decode──▶ Graph ──Filter──▶ []news.Claim
//	                                             │
//	                                             ├──WriteNQuads──▶ N-Quads, for any RDF store
//	                                             └──RunGizmo──▶ rows of a Gizmo query, run in a child process
//
// The label of every quad is the article that says so. Retracting an article removes exactly the quads of its label,
// and corroboration is the number of labels under which one triple stands. Two articles share nodes, never quads.
//
// A Store is the database; a Graph is an immutable snapshot of it, held in memory and compact, on which questions are
// answered. Both are safe for concurrent use.
package graph
