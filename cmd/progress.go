package cmd

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"quadwire/extract/read"
	"quadwire/queries"
)

// progress shows how far a run has come: a bar on a terminal, a line now and then otherwise.
type progress struct {
	a        *app
	total    int64        // bytes of all files; 0 if unknown
	read     atomic.Int64 // bytes read; the reader runs beside
	articles int
	claims   int
	start    time.Time
	shown    time.Time
	width    int // of the terminal; 0: none
	bar      bool
}

// newProgress starts to count.
func newProgress(a *app, files []read.File) *progress {
	p := &progress{a: a, start: time.Now(), shown: time.Now(), width: terminal(a.err)}
	for _, f := range files {
		p.total += f.Size
		if f.Path == "-" {
			p.total = 0
			break
		}
	}
	return p
}

// count adds bytes read.
func (p *progress) count(n int64) { p.read.Add(n) }

// step says that another article is done.
func (p *progress) step(claims int) {
	p.articles++
	p.claims += claims
	wait := 10 * time.Second
	if p.width > 0 {
		wait = 100 * time.Millisecond
	}
	if p.a.quiet || time.Since(p.shown) < wait {
		return
	}
	p.shown = time.Now()
	if p.width > 0 {
		p.draw()
		return
	}
	p.a.say("%s%s, %s", p.percent(), queries.Count(p.articles, "article"), queries.Count(p.claims, "claim"))
}

// percent returns how much of the input is read, if that is known.
func (p *progress) percent() string {
	if p.total == 0 {
		return ""
	}
	return fmt.Sprintf("%d %%: ", min(100, 100*p.read.Load()/p.total))
}

// draw draws the bar over the line before.
func (p *progress) draw() {
	p.bar = true
	seconds := time.Since(p.start).Seconds()
	tail := fmt.Sprintf(" %s, %s, %.0f/s", queries.Count(p.articles, "article"), queries.Count(p.claims, "claim"), float64(p.articles)/seconds)
	line := tail
	if p.total > 0 {
		part := min(1, float64(p.read.Load())/float64(p.total))
		room := max(10, min(40, p.width-len(tail)-18))
		full := int(part * float64(room))
		left := ""
		if part > 0.02 {
			left = fmt.Sprintf(", %s left", (time.Duration(seconds*(1-part)/part) * time.Second).Round(time.Second))
		}
		line = fmt.Sprintf("%s%s %3.0f %%%s%s", strings.Repeat("█", full), strings.Repeat("░", room-full), 100*part, tail, left)
	}
	if runes := []rune(line); len(runes) >= p.width {
		line = string(runes[:p.width-1])
	}
	fmt.Fprintf(p.a.err, "\r\x1b[K%s", line)
}

// clear takes the bar away, so that a line can be printed in its place.
func (p *progress) clear() {
	if p.bar {
		fmt.Fprint(p.a.err, "\r\x1b[K")
		p.bar = false
	}
}
