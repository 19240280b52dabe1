package graph

import (
	"testing"

	"quadwire/graph/news"
)

// row is an article whose text is rows, a claim a row.
func row(article string, rows ...string) ArticleClaims {
	ac := ArticleClaims{Article: news.Article{ID: article, Date: "2016-01-02"}, Extractor: "rows"}
	for _, r := range rows {
		start := len(ac.Article.Text)
		ac.Article.Text += r + "\n"
		p := news.Participant{Actor: news.Actor{ID: "actor:" + r, Name: r}, Mention: r, Span: news.Span{Start: start, End: start + len(r)}}
		ac.Claims = append(ac.Claims, news.Claim{ID: "claim:" + r, Article: article, Subject: p, Object: &p, Predicate: "warns", Lemma: "warn", Class: news.Threaten, CAMEO: "13",
			Polarity: news.Affirmed, Modality: news.Actual, Sentence: r, SentenceStart: start, SentenceEnd: start + len(r),
			Trigger: r, TriggerStart: start, TriggerEnd: start + len(r)})
	}
	return ac
}

func TestAddTo(t *testing.T) {
	s, err := OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, step := range []struct {
		batch                     []ArticleClaims
		added, changed, unchanged int
		claims                    int
	}{
		{[]ArticleClaims{row("one", "alpha", "beta")}, 1, 0, 0, 2},
		{[]ArticleClaims{row("one", "beta"), row("two", "gamma")}, 1, 0, 1, 3},
		{[]ArticleClaims{row("one", "beta", "delta", "alpha")}, 0, 1, 0, 4},
		{[]ArticleClaims{row("one", "alpha", "beta", "delta"), row("two", "gamma")}, 0, 0, 2, 4},
	} {
		r, err := s.AddTo(t.Context(), step.batch)
		if err != nil || len(r.Rejected) > 0 || r.Added != step.added || r.Changed != step.changed || r.Unchanged != step.unchanged {
			t.Errorf("%+v, %v, want %+v", r, err, step)
		}
		g, err := s.Graph(t.Context())
		if err != nil || g.Len() != step.claims {
			t.Errorf("%d claims, %v, want %d", g.Len(), err, step.claims)
		}
		report, err := s.Verify(t.Context())
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("%v %v", report.Problems, err)
		}
	}
}
