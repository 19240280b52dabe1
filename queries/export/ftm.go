package export

import (
	"encoding/json"
	"io"
	"strings"

	"quadwire/graph"
	"quadwire/graph/events"
	"quadwire/graph/news"
)

// ftmEntity is a line of FollowTheMoney JSON Lines (OpenSanctions, followthemoney 4).
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"` // encoding/json sorts the keys
}

// ftmSchemas are the schemas of kinds of actors.
var ftmSchemas = map[news.Kind]string{news.Person: "Person", news.Country: "PublicBody", news.Government: "PublicBody", news.Military: "PublicBody",
	news.Organization: "Organization"}

// WriteFTM writes actors, articles and claims as FollowTheMoney entities, one a line: a claim is an Event that the article
// proves, with whom it involves, and, if it has an object, an UnknownLink from actor to actor whose role is the verb.
func WriteFTM(w io.Writer, n *Network) error {
	x := &ftm{out: newOut(w)}
	x.encoder = json.NewEncoder(x.out)
	x.encoder.SetEscapeHTML(false)
	for a, told := range n.told() {
		if told {
			x.actor(n.g.Actors[a])
		}
	}
	last := -1
	for i := range n.Claims() {
		at := n.g.Edge(i).Article
		if at != last {
			last = at
			x.article(n.g.Articles[at])
		}
		x.claim(n.g.Claim(i), n.g.Articles[at])
	}
	return x.Flush()
}

// ftm writes one file.
type ftm struct {
	out
	encoder *json.Encoder
}

// entity writes an entity; properties come as name, value, name, value; empty ones are left out.
func (x *ftm) entity(id, schema string, pairs ...string) {
	e := ftmEntity{ID: ftmID(id), Schema: schema, Properties: map[string][]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := oneLine(pairs[i+1]); v != "" {
			e.Properties[pairs[i]] = append(e.Properties[pairs[i]], v)
		}
	}
	_ = x.encoder.Encode(e) // errors are kept until the end
}

// ftmID makes an id that FollowTheMoney takes: letters, digits and a few marks.
func ftmID(id string) string {
	return strings.Map(func(r rune) rune {
		if r == ':' || r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, id)
}

func (x *ftm) actor(a graph.Actor) {
	schema := ftmSchemas[a.Kind]
	if schema == "" {
		schema = "LegalEntity"
	}
	pairs := []string{"name", a.Name}
	for _, alias := range a.Aliases {
		pairs = append(pairs, "alias", alias)
	}
	if c, ok := events.CountryOf(a.Side); ok {
		pairs = append(pairs, "country", strings.ToLower(c.Alpha2))
	}
	for _, role := range a.Roles {
		if schema == "Person" {
			pairs = append(pairs, "position", role)
		} else {
			pairs = append(pairs, "notes", role)
		}
	}
	x.entity(a.ID, schema, pairs...)
}

func (x *ftm) article(a graph.Article) {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	x.entity("article:"+a.ID, "Article", "title", title, "fileName", a.ID, "publishedAt", a.Date, "publisher", a.Source, "sourceUrl", a.URL, "language", "eng",
		"contentHash", a.SHA256)
}

func (x *ftm) claim(c news.Claim, a graph.Article) {
	object := actorOf(c.Object)
	article := ftmID("article:" + a.ID)
	id := func(actor string) string {
		if actor == "" {
			return ""
		}
		return ftmID(actor)
	}
	x.entity(c.ID, "Event", "name", says(c), "date", c.Date, "location", c.Place, "summary", c.Sentence, "involved", id(c.Subject.ID), "involved", id(object.ID),
		"keywords", string(c.Class), "keywords", string(c.Polarity), "keywords", string(c.Modality), "proof", article, "sourceUrl", a.URL, "publisher", a.Source)
	if c.Object != nil {
		x.entity(c.ID+"-link", "UnknownLink", "subject", id(c.Subject.ID), "object", id(object.ID), "role", label(c), "date", c.Date, "sourceUrl", a.URL, "recordId", id(c.ID))
	}
}
