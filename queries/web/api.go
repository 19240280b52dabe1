package web

import (
	"net/http"

	"quadwire/graph"
	"quadwire/graph/news"
	"quadwire/queries"
	"quadwire/queries/library"
)

// The most of what one answer holds; limit asks for less.
const (
	usual = 100
	most  = 10_000
)

// respond calls f with the parameters and the database, and answers with what it returns.
func (s *Server) respond(w http.ResponseWriter, r *http.Request, f func(*parameters, *graph.Store, *graph.Graph) (any, error)) {
	var out any
	err := s.source.read(r.Context(), func(store *graph.Store, g *graph.Graph) (err error) {
		p := &parameters{r: r}
		out, err = f(p, store, g)
		if p.err != nil { // what f made of wrong parameters does not matter
			err = p.err
		}
		return err
	})
	answer(w, out, err)
}

func (s *Server) healthz(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(_ *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		return map[string]any{"status": "ok", "articles": len(g.Articles), "claims": g.Len(), "version": g.Version}, nil
	})
}

// options reads the parameters that narrow a question down.
func options(p *parameters) queries.Options {
	return queries.Options{Selection: p.selection(), About: p.text("about"), SaidBy: p.text("said_by"), ByClass: p.flag("by_class"),
		Sides: p.flag("side"), MinArticles: p.number("min_articles", 0, 0, 1<<30), Order: p.order(), Limit: p.number("limit", usual, 1, most)}
}

func (s *Server) ask(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		text, o := p.needed("q", "a question, as in: who warned whom"), options(p)
		if p.err != nil {
			return nil, p.err
		}
		q, err := queries.Parse(text)
		if err != nil {
			return nil, err
		}
		return queries.Ask(g, q, o)
	})
}

func (s *Server) claims(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		selection, names := p.selection(), p.list("actor")
		offset, limit := p.number("offset", 0, 0, 1<<30), p.number("limit", usual, 1, most)
		if len(names) > 2 {
			p.wrong("actor", p.text("actor"), "two actors at most")
		}
		if p.err != nil {
			return nil, p.err
		}
		return page(g, names, selection, offset, limit)
	})
}

// pageOf is part of a list.
type pageOf struct {
	Total  int                `json:"total"`
	Offset int                `json:"offset"`
	Claims []queries.Evidence `json:"claims"`
}

// page returns some of the claims of an actor, between two, or of all.
func page(g *graph.Graph, names []string, s queries.Selection, offset, limit int) (any, error) {
	part, total, err := queries.ListClaims(g, names, s, offset, limit)
	return pageOf{Total: total, Offset: offset, Claims: part}, err
}

func (s *Server) claim(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(_ *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		e, ok := queries.FindClaim(g, r.PathValue("id"))
		if !ok {
			return nil, errNotFound
		}
		return e, nil
	})
}

// actorJSON is an actor as programs get it.
type actorJSON struct {
	news.Actor
	Kinds     []news.Kind `json:"kinds"`
	Sides     []string    `json:"sides"`
	Articles  int         `json:"articles"`
	AsSubject int         `json:"as_subject"`
	AsObject  int         `json:"as_object"`
	AsSpeaker int         `json:"as_speaker"`
}

func actorOf(a graph.Actor) actorJSON {
	return actorJSON{a.Actor, append([]news.Kind{}, a.Kinds...), append([]string{}, a.Sides...), a.Articles, a.AsSubject, a.AsObject, a.AsSpeaker}
}

func (s *Server) actors(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		found := queries.ListActors(g, p.text("q"))
		limit := p.number("limit", usual, 1, most)
		out := struct {
			Total  int         `json:"total"`
			Actors []actorJSON `json:"actors"`
		}{Total: len(found), Actors: []actorJSON{}}
		for _, a := range found[:min(limit, len(found))] {
			out.Actors = append(out.Actors, actorOf(a))
		}
		return out, nil
	})
}

func (s *Server) actor(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		o := options(p)
		if p.err != nil {
			return nil, p.err
		}
		i, err := queries.FindActor(g, r.PathValue("id"))
		if err != nil {
			return nil, err
		}
		name := queries.Name(g.Actors[i].ID)
		does, err := queries.Ask(g, queries.Question{Subject: name, Object: queries.Unsaid{}}, o)
		if err != nil {
			return nil, err
		}
		done, err := queries.Ask(g, queries.Question{Subject: queries.Anyone{}, Object: name}, o)
		if err != nil {
			return nil, err
		}
		return struct {
			Actor actorJSON           `json:"actor"`
			Does  []queries.Statement `json:"does"`
			Done  []queries.Statement `json:"done_to_it"`
		}{actorOf(g.Actors[i]), does.Statements, done.Statements}, nil
	})
}

func (s *Server) path(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		from, to := p.needed("from", "an actor"), p.needed("to", "an actor")
		o := queries.PathOptions{Count: p.number("count", 3, 1, 20), MaxHops: p.number("max_hops", 6, 1, 12), Directed: p.flag("directed"),
			Via: p.list("via"), Avoid: p.list("avoid"), Selection: p.selection()}
		if p.err != nil {
			return nil, p.err
		}
		return queries.FindPaths(g, from, to, o)
	})
}

func (s *Server) timeline(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		names, selection := p.list("actor"), p.selection()
		offset, limit := p.number("offset", 0, 0, 1<<30), p.number("limit", usual, 1, most)
		if len(names) < 1 || len(names) > 2 {
			p.wrong("actor", p.text("actor"), "one actor or two")
		}
		if p.err != nil {
			return nil, p.err
		}
		return page(g, names, selection, offset, limit)
	})
}

func (s *Server) stats(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, store *graph.Store, g *graph.Graph) (any, error) {
		selection, dyads := p.selection(), p.number("dyads", 10, 0, most)
		if p.err != nil {
			return nil, p.err
		}
		all, err := store.Stats(r.Context())
		if err != nil {
			return nil, err
		}
		counts, err := queries.CountClaims(g, selection, dyads)
		return struct {
			Articles int             `json:"articles"`
			Actors   int             `json:"actors"`
			Claims   int             `json:"claims"`
			Quads    int             `json:"quads"`
			Verbs    int             `json:"verbs"`
			First    string          `json:"first_date"`
			Last     string          `json:"last_date"`
			Selected *queries.Counts `json:"selected"`
			Suggest  []string        `json:"suggestions"`
		}{all.Articles, all.Actors, all.Claims, all.Quads, all.Verbs, all.First, all.Last, counts, append([]string{}, queries.Suggest(g)...)}, err
	})
}

// articleJSON is an article without its text.
type articleJSON struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Date   string `json:"date"`
	Source string `json:"source"`
	URL    string `json:"url"`
	Claims int    `json:"claims"`
}

func (s *Server) articles(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(p *parameters, _ *graph.Store, g *graph.Graph) (any, error) {
		offset, limit := p.number("offset", 0, 0, 1<<30), p.number("limit", usual, 1, most)
		from := min(offset, len(g.Articles))
		out := struct {
			Total    int           `json:"total"`
			Offset   int           `json:"offset"`
			Articles []articleJSON `json:"articles"`
		}{len(g.Articles), offset, []articleJSON{}}
		for _, a := range g.Articles[from:min(from+limit, len(g.Articles))] {
			out.Articles = append(out.Articles, articleJSON{a.ID, a.Title, a.Date, a.Source, a.URL, a.Claims})
		}
		return out, nil
	})
}

func (s *Server) article(w http.ResponseWriter, r *http.Request) {
	s.respond(w, r, func(_ *parameters, store *graph.Store, _ *graph.Graph) (any, error) {
		ac, err := store.Article(r.Context(), r.PathValue("id"))
		if err != nil {
			return nil, err
		}
		return struct {
			news.Article
			Extractor string       `json:"extractor"`
			Claims    []news.Claim `json:"claims"`
		}{ac.Article, ac.Extractor, append([]news.Claim{}, ac.Claims...)}, nil
	})
}

func (s *Server) library(w http.ResponseWriter, _ *http.Request) { answer(w, library.List(), nil) }

func (s *Server) runLibrary(w http.ResponseWriter, r *http.Request) {
	q, ok := library.Find(r.PathValue("name"))
	if !ok {
		answer(w, nil, errNotFound)
		return
	}
	p := &parameters{r: r}
	limit := p.number("limit", usual, 1, s.o.Limit)
	if p.err != nil {
		answer(w, nil, p.err)
		return
	}
	result, err := s.gizmo(r.Context(), graph.Query{Text: q.Text, Prelude: library.Prelude(r.URL.Query()["arg"]), Limit: limit})
	answer(w, q.Arrange(result), err)
}
