package cmd

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries"
)

func newRetract(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "retract ARTICLE…",
		Short:   "Take articles and everything that only they say out of the graph",
		GroupID: "use",
		Example: "  quadwire retract 004_abee654689d686db.txt\n  quadwire build testdata/articles   # and back again",
		Args:    wants(1, -1, "articles, by their ids"),
		RunE:    func(c *cobra.Command, args []string) error { return a.retract(c.Context(), args) },
		ValidArgsFunction: func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return a.completions(c, typed, queries.ArticleIDs), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func (a *app) retract(ctx context.Context, ids []string) (err error) {
	store, err := graph.Open(ctx, a.db, graph.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	g, err := store.Graph(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids { // all or none
		if _, ok := g.Article(id); !ok {
			return &queries.UnknownError{What: "article", Name: id, Near: queries.NearArticles(g, id)}
		}
	}
	for _, id := range ids {
		n, err := store.Retract(ctx, id)
		if err != nil {
			return err
		}
		a.say("%s: %s removed", strings.TrimSpace(id), queries.Count(n, "quad"))
	}
	return nil
}
