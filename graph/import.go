package graph

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// ImportNQuads adds what WriteNQuads wrote, here or elsewhere: quads of our vocabulary, those of an article together.
// Articles are added as by Add. An article whose quads are not exactly those of its claims is rejected, with the first
// quad that does not belong; a line that is no N-Quad ends the import with an error that says where, and what came
// before it is kept.
func (s *Store) ImportNQuads(ctx context.Context, r io.Reader) (AddResult, error) {
	in := importer{s: s, seen: map[quad.Value]bool{}}
	reader := nquads.NewReader(r, false)
	for n := 1; ; n++ {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = in.quad(ctx, q)
		}
		if err != nil {
			return in.done, fmt.Errorf("import N-Quads, quad %d: %w", n, err)
		}
	}
	err := in.article(ctx)
	if err == nil {
		err = in.flush(ctx)
	}
	if err != nil {
		return in.done, fmt.Errorf("import N-Quads: %w", err)
	}
	return in.done, nil
}

// importer gathers the quads of one article, and articles until they make a batch.
type importer struct {
	s     *Store
	quads []quad.Quad
	seen  map[quad.Value]bool
	batch []ArticleClaims
	size  int // quads in batch
	done  AddResult
}

// quad takes one quad; one of another article than the quad before ends that article.
func (in *importer) quad(ctx context.Context, q quad.Quad) error {
	if len(in.quads) > 0 && in.quads[0].Label != q.Label {
		if err := in.article(ctx); err != nil {
			return err
		}
	}
	if in.seen[q.Label] {
		return fmt.Errorf("%v comes again after other articles: sort the file by article", q.Label)
	}
	in.quads = append(in.quads, q)
	return nil
}

// article ends an article.
func (in *importer) article(ctx context.Context) error {
	if len(in.quads) == 0 {
		return nil
	}
	label := in.quads[0].Label
	in.seen[label] = true
	ac, err := exactly(label, in.quads)
	in.size += len(in.quads)
	in.quads = nil
	if err != nil {
		in.done.Rejected = append(in.done.Rejected, Rejection{Article: articleID(label), Err: err})
		return nil
	}
	in.batch = append(in.batch, ac)
	if in.size >= batchQuads {
		return in.flush(ctx)
	}
	return nil
}

// flush adds the batch.
func (in *importer) flush(ctx context.Context) error {
	sum, err := in.s.Add(ctx, in.batch)
	in.done = in.done.Plus(sum)
	in.batch, in.size = nil, 0
	return err
}

// exactly returns the article that has these quads and no others.
func exactly(label quad.Value, quads []quad.Quad) (ArticleClaims, error) {
	iri, ok := label.(quad.IRI)
	if !ok || articleIRI(articleID(iri)) != iri {
		return ArticleClaims{}, fmt.Errorf("the label %v is no article, <%s…>", label, ArticleScheme)
	}
	ac, err := Normalize(decode(iri, quads))
	if err != nil {
		return ac, err
	}
	missing, surplus := difference(quads, encode(ac))
	switch {
	case len(surplus) > 0:
		return ac, fmt.Errorf("this quad is no part of a claim: %s", describeQuad(surplus[0]))
	case len(missing) > 0:
		return ac, fmt.Errorf("this quad is missing: %s", describeQuad(missing[0]))
	}
	return ac, nil
}
