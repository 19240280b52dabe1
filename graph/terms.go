package graph

// ActorIRI returns the IRI of the actor with the given id, as it stands in the store and in its N-Quads.
func ActorIRI(id string) string { return string(actorIRI(id)) }

// ClaimIRI returns the IRI of the claim with the given id.
func ClaimIRI(id string) string { return string(claimIRI(id)) }

// ArticleIRI returns the IRI of the article with the given id: the label of its quads.
func ArticleIRI(id string) string { return string(articleIRI(id)) }

// VerbIRI returns the IRI of a predicate: "pulls out of".
func VerbIRI(predicate string) string { return string(verbIRI(predicate)) }
