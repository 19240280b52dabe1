package cmd

import (
	"bufio"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"quadwire/queries"
)

// settle calls f, which asks the graph for actors by names, until no name fits several actors: on a terminal the user
// chooses one of them, and its id takes the name's place. Elsewhere the error of f, which lists them, is returned.
func (a *app) settle(f func() error, names ...*string) error {
	answers := bufio.NewReader(a.in)
	for {
		err := f()
		var ambiguous *queries.AmbiguousError
		if !a.asks || !errors.As(err, &ambiguous) {
			return err
		}
		id, ok := a.choose(ambiguous, answers)
		if !ok || !replace(names, ambiguous.Name, id) {
			return err
		}
	}
}

// choose lists the actors that a name fits and reads the number of one; ok is false if the user wants none of them.
func (a *app) choose(e *queries.AmbiguousError, answers *bufio.Reader) (id string, ok bool) {
	actors := e.Actors[:min(len(e.Actors), queries.MaxListed)]
	fmt.Fprintf(a.err, "%q can be\n", printable(e.Name))
	for i := range actors {
		fmt.Fprintf(a.err, "%4d  %s\n", i+1, printable(queries.Describe(actors[i])))
	}
	if more := len(e.Actors) - len(actors); more > 0 {
		fmt.Fprintf(a.err, "      … and %d more, rarer ones: ask by the whole name\n", more)
	}
	for {
		fmt.Fprintf(a.err, "Which one? 1 to %d, nothing for none: ", len(actors))
		line, err := answers.ReadString('\n')
		line = strings.TrimSpace(line)
		if n, bad := strconv.Atoi(line); bad == nil && n >= 1 && n <= len(actors) {
			return actors[n-1].ID, true
		}
		if line == "" || err != nil {
			return "", false
		}
	}
}

// replace puts an id in the place of a name wherever it was given, and reports whether it was.
func replace(names []*string, name, id string) bool {
	done := false
	for _, n := range names {
		if *n == name {
			*n, done = id, true
		}
	}
	return done
}

// pointers returns where the strings of a list stand.
func pointers(list []string) []*string {
	out := make([]*string, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
