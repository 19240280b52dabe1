package queries

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"strconv"

	"quadwire/graph"
	"quadwire/graph/news"
)

// WriteJSONL writes the claims of the given numbers as JSON Lines, a claim a line.
func WriteJSONL(w io.Writer, g *graph.Graph, claims iter.Seq[int]) error {
	out := bufio.NewWriterSize(w, 1<<16)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for i := range claims {
		c := g.Claim(i)
		if err := encoder.Encode(&c); err != nil {
			return err
		}
	}
	return out.Flush()
}

// csvColumns are the columns of a table of claims.
var csvColumns = []string{"id", "article", "title", "source", "date", "date_source", "subject_id", "subject", "subject_kind", "subject_side",
	"predicate", "lemma", "class", "cameo", "object_id", "object", "object_kind", "object_side", "mutual", "theme", "polarity", "modality",
	"speaker_id", "speaker", "place", "sentence", "trigger", "sentence_start", "sentence_end", "trigger_start", "trigger_end", "rule", "confidence"}

// WriteCSV writes the claims of the given numbers as comma-separated values (RFC 4180) with a line of headings.
func WriteCSV(w io.Writer, g *graph.Graph, claims iter.Seq[int]) error {
	t := newClaimTable(w)
	for i := range claims {
		t.write(evidence(g, i))
	}
	return t.finish()
}

// claimTable writes claims as CSV.
type claimTable struct{ *csv.Writer }

func newClaimTable(w io.Writer) claimTable {
	t := claimTable{csv.NewWriter(w)}
	_ = t.Write(csvColumns) // errors are kept until finish
	return t
}

func (t claimTable) finish() error {
	t.Flush()
	return t.Error()
}

func (t claimTable) write(e Evidence) {
	object, speaker := actorOf(e.Object), actorOf(e.Speaker)
	_ = t.Write([]string{e.ID, e.Article, oneLine(e.Title), e.Source, e.Date, string(e.DateSource), e.Subject.ID, e.Subject.Name,
		string(e.Subject.Kind), e.Subject.Side, e.Predicate, e.Lemma, string(e.Class), e.CAMEO, object.ID, object.Name,
		string(object.Kind), object.Side, strconv.FormatBool(e.Mutual), oneLine(e.Theme), string(e.Polarity), string(e.Modality), speaker.ID,
		speaker.Name, e.Place, oneLine(e.Sentence), e.Trigger, strconv.Itoa(e.SentenceStart), strconv.Itoa(e.SentenceEnd),
		strconv.Itoa(e.TriggerStart), strconv.Itoa(e.TriggerEnd), e.Rule, strconv.FormatFloat(e.Confidence, 'f', -1, 64)})
}

// actorOf returns a participant's actor; an empty one if there is no participant.
func actorOf(p *news.Participant) news.Actor {
	if p == nil {
		return news.Actor{}
	}
	return p.Actor
}

// WriteJSON writes the answers as one JSON object.
func (r *Result) WriteJSON(w io.Writer) error { return writeJSON(w, r) }

// WriteJSON writes the ways as one JSON object.
func (p *Paths) WriteJSON(w io.Writer) error { return writeJSON(w, p) }

// WriteJSONL writes the claims of the answers, one a line.
func (r *Result) WriteJSONL(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, st := range r.Statements {
		for i := range st.Claims {
			if err := encoder.Encode(&st.Claims[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// WriteCSV writes the claims of the answers as a table.
func (r *Result) WriteCSV(w io.Writer) error {
	t := newClaimTable(w)
	for _, st := range r.Statements {
		for _, e := range st.Claims {
			t.write(e)
		}
	}
	return t.finish()
}

// writeJSON writes a value as indented JSON; empty lists are [].
func writeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// dates is the span of the dates of claims.
type dates struct{ first, last string }

func (d *dates) add(date string) {
	if date == "" {
		return
	}
	if d.first == "" || date < d.first {
		d.first = date
	}
	d.last = max(d.last, date)
}
