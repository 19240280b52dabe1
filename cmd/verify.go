package cmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

func newVerify(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "verify",
		Short:   "Check that every claim stands on the words of its article",
		GroupID: "use",
		Long: "Reads the whole database and checks it: every quad belongs to an article that is there, every claim is complete, and\n" +
			"the words it quotes stand where it says they do.",
		Example: "  quadwire verify",
		Args:    wants(0, 0, "no arguments"),
		RunE:    func(c *cobra.Command, _ []string) error { return a.verify(c.Context()) },
	}
}

func (a *app) verify(ctx context.Context) (err error) {
	store, err := graph.Open(ctx, a.db, graph.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	r, err := store.Verify(ctx)
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		fmt.Fprintf(a.out, "%s %s: %s\n", p.Article, p.Claim, p.Text)
	}
	if n := len(r.Problems); n > 0 {
		return fmt.Errorf("%s in %s", queries.Count(n, "problem"), a.db)
	}
	a.say("%s, %s, %s: nothing wrong", queries.Count(r.Articles, "article"), queries.Count(r.Claims, "claim"), queries.Count(r.Quads, "quad"))
	return nil
}
