package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quadwire/graph/news"
)

const page = `<!DOCTYPE html><html><head><title>Envoys meet in Oslo | The Daily</title>
<meta property="og:title" content="Envoys meet in Oslo"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2023-11-06T10:15:00+01:00"><link rel="canonical" href="https://daily.example/oslo">
<script>var x = "not text";</script></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Oslo</h1><p>Envoys of both states <b>met</b> in Oslo on Monday, the foreign ministry said. It was
the first meeting since the war began, and it lasted for three hours behind closed doors.</p>
<p>“We warned them&nbsp;twice,” the minister said.<br>She would not say of what. The talks go on tomorrow in the same place,
and nobody expects them to end before the weekend.</p></article>
<footer>© The Daily. All rights reserved. Subscribe to our newsletter.</footer></body></html>`

func TestReadHTML(t *testing.T) {
	a := one(t, "oslo.html", page)
	if a.Title != "Envoys meet in Oslo" || a.Date != "2023-11-06" || a.Source != "The Daily" || a.URL != "https://daily.example/oslo" {
		t.Errorf("title %q date %q source %q url %q", a.Title, a.Date, a.Source, a.URL)
	}
	for _, want := range []string{"Envoys meet in Oslo\n\nEnvoys of both states met in Oslo on Monday, the", "was the first", "“We warned them\u00a0twice,” the minister said."} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, a.Text)
		}
	}
	for _, no := range []string{"Subscribe", "World", "var x", "<"} {
		if strings.Contains(a.Text, no) {
			t.Errorf("the text has %q:\n%s", no, a.Text)
		}
	}
}

func TestReadHTMLShort(t *testing.T) {
	a := one(t, "short.htm", "<html><body><p>Russia warned Japan.</p><p>Japan protested.</p></body></html>")
	if a.Text != "Russia warned Japan.\n\nJapan protested." {
		t.Errorf("text %q", a.Text)
	}
}

func TestReadHTMLDeclaredEncoding(t *testing.T) {
	a := one(t, "pl.html", "<html><head><meta charset=\"iso-8859-2\"></head><body><p>Prezydent Wa\xb3\xeasa m\xf3wi.</p></body></html>")
	if a.Text != "Prezydent Wałęsa mówi." {
		t.Errorf("text %q", a.Text)
	}
}

func FuzzReadHTML(f *testing.F) {
	f.Add(page)
	f.Add("<p>a<br>b<table><td>c")
	f.Add("<html><body><a href='::'>x</a></body>")
	f.Fuzz(func(t *testing.T, s string) {
		var a news.Article
		if err := readHTML(&a, Decode([]byte(s))); err == nil && (!utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "") {
			t.Errorf("text %q", a.Text)
		}
	})
}

func BenchmarkReadHTML(b *testing.B) {
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		var a news.Article
		_ = readHTML(&a, page)
	}
}
