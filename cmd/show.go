package cmd

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"quadwire/queries"
)

func newShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "show ACTOR | CLAIM | ARTICLE",
		Short:             "Show an actor's card, a claim, or an article with its claims marked",
		GroupID:           "ask",
		Example:           "  quadwire show Sullivan\n  quadwire show 000_86d9946c328912ac.txt",
		Args:              wants(1, 1, "an actor, a claim or an article"),
		RunE:              func(c *cobra.Command, args []string) error { return a.show(c.Context(), args[0]) },
		ValidArgsFunction: a.completeActors(1),
	}
}

func (a *app) show(ctx context.Context, id string) (err error) {
	store, g, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if c, ok := queries.FindClaim(g, id); ok {
		return queries.WriteClaim(a.out, c, a.style())
	}
	if _, ok := g.Article(id); ok {
		ac, err := store.Article(ctx, id)
		if err != nil {
			return err
		}
		return queries.WriteArticle(a.out, ac, a.style())
	}
	return a.settle(func() error { return queries.WriteActor(a.out, g, id, a.style()) }, &id)
}
