package export

import (
	"fmt"
	"strings"

	"quadwire/graph"
	"quadwire/graph/news"
)

// The name spaces of linked data: events (van Hage et al., Design and use of the Simple Event Model, 2011), provenance
// (W3C, PROV-O, 2013), quotations (W3C, Web Annotation Vocabulary, 2017), what denotes an event (Fokkens et al., GAF,
// 2013), and what search engines know. Our own terms are IRIs as they stand, the same as in N-Quads.
var namespaces = [][2]string{
	{"dcterms", "http://purl.org/dc/terms/"}, {"gaf", "http://groundedannotationframework.org/gaf#"}, {"oa", "http://www.w3.org/ns/oa#"},
	{"prov", "http://www.w3.org/ns/prov#"}, {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}, {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"schema", "https://schema.org/"}, {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// resource is a node of linked data with its properties in order.
type resource struct {
	iri        string // empty: without a name
	types      []string
	properties []property
}

// property is a predicate with its values. Names with a prefix of namespaces are short, all others complete.
type property struct {
	name   string
	values []value
}

// value is a literal, a reference or a resource without a name: the first that is there.
type value struct {
	text     string
	datatype string // of text; empty: a string
	iri      string
	nested   *resource
}

// add adds values to a property; empty ones do not count.
func (r *resource) add(name string, values ...value) {
	var kept []value
	for _, v := range values {
		if v != (value{}) {
			kept = append(kept, v)
		}
	}
	if len(kept) > 0 {
		r.properties = append(r.properties, property{name, kept})
	}
}

// text is a plain literal; nothing if it is empty.
func text(s string) value { return value{text: s} }

// ref is a reference.
func ref(iri string) value { return value{iri: iri} }

// typed is a literal of a type; nothing if it is empty.
func typed(s, datatype string) value {
	if s == "" {
		return value{}
	}
	return value{text: s, datatype: datatype}
}

// date is a literal of the type that its length tells.
func date(s string) value {
	return typed(s, map[int]string{10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}[len(s)])
}

// inner is a resource without a name.
func inner(r *resource) value { return value{nested: r} }

// schemaTypes are the classes of schema.org that kinds of actors belong to.
var schemaTypes = map[news.Kind]string{news.Person: "schema:Person", news.Country: "schema:Country", news.Government: "schema:GovernmentOrganization",
	news.Military: "schema:Organization", news.Organization: "schema:Organization"}

// describeActor describes an actor.
func describeActor(a graph.Actor) *resource {
	r := &resource{iri: graph.ActorIRI(a.ID), types: []string{"sem:Actor", "actor:Actor"}}
	if a.AsSpeaker > 0 {
		r.types = append(r.types, "sem:Authority")
	}
	if t := schemaTypes[a.Kind]; t != "" {
		r.types = append(r.types, t)
	}
	r.add("rdfs:label", text(a.Name))
	for _, alias := range a.Aliases {
		r.add("schema:alternateName", text(alias))
	}
	for _, role := range a.Roles {
		r.add("schema:jobTitle", text(role))
	}
	r.add("actor:kind", text(string(a.Kind)))
	r.add("actor:side", text(a.Side))
	return r
}

// describeArticle describes an article as a source.
func describeArticle(a graph.Article) *resource {
	r := &resource{iri: graph.ArticleIRI(a.ID), types: []string{"schema:NewsArticle", "prov:Entity"}}
	r.add("dcterms:title", text(a.Title))
	r.add("schema:datePublished", date(a.Date))
	r.add("schema:url", typed(a.URL, "xsd:anyURI"))
	if a.Source != "" {
		r.add("prov:wasAttributedTo", inner(&resource{types: []string{"prov:Agent", "schema:Organization"}, properties: []property{{"rdfs:label", []value{text(a.Source)}}}}))
	}
	r.add("article:sha256", text(a.SHA256))
	return r
}

// describeClaim describes a claim as an event that an article tells. Who tells it stands as a view on the role that an
// actor has in it, as SEM wants it.
func describeClaim(c news.Claim, a graph.Article) *resource {
	r := &resource{iri: graph.ClaimIRI(c.ID), types: []string{"sem:Event", "claim:Claim"}}
	r.add("rdfs:label", text(says(c)))
	r.add("sem:eventType", ref(graph.VerbIRI(c.Predicate)))
	r.add("claim:class", text(string(c.Class)))
	r.add("sem:hasActor", role(c.Subject, "claim:subject", c.Speaker))
	if c.Object != nil {
		r.add("sem:hasActor", role(*c.Object, "claim:object", c.Speaker))
	}
	r.add("sem:hasTimeStamp", date(c.Date))
	if c.Place != "" {
		r.add("sem:hasPlace", inner(&resource{types: []string{"sem:Place"}, properties: []property{{"rdfs:label", []value{text(c.Place)}}}}))
	}
	r.add("claim:theme", text(oneLine(c.Theme)))
	r.add("claim:polarity", text(string(c.Polarity)))
	r.add("claim:modality", text(string(c.Modality)))
	r.add("claim:confidence", typed(number(c.Confidence), "xsd:decimal"))
	r.add("claim:rule", text(c.Rule))
	article := ref(graph.ArticleIRI(a.ID))
	r.add("prov:wasDerivedFrom", article)
	if a.Extractor != "" {
		r.add("prov:wasGeneratedBy", inner(&resource{types: []string{"prov:Activity"}, properties: []property{
			{"prov:used", []value{article}}, {"rdfs:label", []value{text("extraction by " + a.Extractor)}}}}))
	}
	if c.Sentence != "" {
		quote := &resource{types: []string{"oa:TextQuoteSelector"}, properties: []property{{"oa:exact", []value{text(c.Sentence)}}}}
		r.add("gaf:denotedBy", inner(&resource{types: []string{"oa:SpecificResource"}, properties: []property{
			{"oa:hasSource", []value{article}}, {"oa:hasSelector", []value{inner(quote)}},
			{"claim:start", []value{integer(c.SentenceStart)}}, {"claim:end", []value{integer(c.SentenceEnd)}},
			{"claim:trigger", []value{text(c.Trigger)}}, {"claim:trigger_start", []value{integer(c.TriggerStart)}}, {"claim:trigger_end", []value{integer(c.TriggerEnd)}}}}))
	}
	return r
}

func integer(n int) value { return typed(fmt.Sprint(n), "xsd:integer") }

// role is the part that an actor has in an event, and who says so.
func role(p news.Participant, kind string, speaker *news.Participant) value {
	r := &resource{types: []string{"sem:Role"}}
	r.add("rdf:value", ref(graph.ActorIRI(p.ID)))
	r.add("sem:roleType", ref(kind))
	if speaker != nil {
		r.types = append(r.types, "sem:View")
		r.add("sem:accordingTo", ref(graph.ActorIRI(speaker.ID)))
	}
	return inner(r)
}

// says puts a claim into words: "Jake Sullivan warns North Korea".
func says(c news.Claim) string {
	words := []string{c.Subject.Name, label(c)}
	if c.Object != nil {
		words = append(words, c.Object.Name)
	}
	return strings.Join(words, " ")
}

// linked feeds everything to a writer of linked data: the actors, then each article with its claims.
func (n *Network) linked(actor, article func(*resource) error, claim func(*resource) error) error {
	for a, yes := range n.told() {
		if yes {
			if err := actor(describeActor(n.g.Actors[a])); err != nil {
				return err
			}
		}
	}
	last := -1
	for i := range n.Claims() {
		at := n.g.Edge(i).Article
		if at != last {
			last = at
			if err := article(describeArticle(n.g.Articles[at])); err != nil {
				return err
			}
		}
		if err := claim(describeClaim(n.g.Claim(i), n.g.Articles[at])); err != nil {
			return err
		}
	}
	return nil
}

// told says which actors have a part in the chosen claims, speakers among them.
func (n *Network) told() []bool {
	told := make([]bool, len(n.g.Actors))
	for i := range n.Claims() {
		c := n.g.Claim(i)
		for _, p := range []*news.Participant{&c.Subject, c.Object, c.Speaker} {
			if p == nil {
				continue
			}
			if a, ok := n.g.Actor(p.ID); ok {
				told[a] = true
			}
		}
	}
	return told
}
