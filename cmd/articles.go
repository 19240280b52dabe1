package cmd

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"quadwire/extract/read"
	"quadwire/graph/news"
)

// work is one article on its way through the workers, or the reason why it was left out.
type work[T any] struct {
	article news.Article
	skip    error
	result  T
	done    chan struct{}
}

// sideBySide reads articles, applies f to them on all cores, and yields the results in the order of the input. It
// stops early when ctx is done. No more articles are in memory than keep the cores busy.
func sideBySide[T any](ctx context.Context, articles iter.Seq2[news.Article, error], f func(news.Article) T) iter.Seq[*work[T]] {
	return func(yield func(*work[T]) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		workers := runtime.GOMAXPROCS(0)
		todo := make(chan *work[T])
		inOrder := make(chan *work[T], 4*workers)
		go func() {
			defer close(inOrder)
			defer close(todo)
			for a, err := range articles {
				w := &work[T]{article: a, skip: err, done: make(chan struct{})}
				if !send(ctx, inOrder, w) {
					return
				}
				if err != nil {
					close(w.done)
				} else if !send(ctx, todo, w) {
					return
				}
			}
		}()
		for range workers {
			go func() {
				for w := range todo {
					w.result, w.skip = guarded(w.article, f)
					close(w.done)
				}
			}()
		}
		for w := range inOrder {
			select {
			case <-w.done:
			case <-ctx.Done():
				return
			}
			if !yield(w) {
				return
			}
		}
	}
}

// send sends w unless ctx is done.
func send[T any](ctx context.Context, to chan<- *work[T], w *work[T]) bool {
	select {
	case to <- w:
		return true
	case <-ctx.Done():
		return false
	}
}

// guarded applies f. The language stages take any text; should one fail all the same, that costs one article and not
// the run.
func guarded[T any](a news.Article, f func(news.Article) T) (result T, skip error) {
	defer func() {
		if r := recover(); r != nil {
			skip = &read.Skip{Path: a.Path, Err: fmt.Errorf("a fault in quadwire, please report it with the article: %v", r)}
		}
	}()
	return f(a), nil
}

// findFiles finds the files of the paths and names those that cannot be read.
func (a *app) findFiles(paths []string) (files []read.File, left leftOut, err error) {
	if len(paths) == 0 {
		return nil, left, usagef("which articles? Name files, folders, patterns, or - for standard input")
	}
	files, errs := read.Files(paths)
	for _, err := range errs {
		left.add(a, err)
	}
	return files, left, nil
}

// leftOut counts what was left out.
type leftOut struct {
	skipped int // named on standard error
	repeats int // the same article twice: nothing is lost
}

// add counts an article that was left out and says why.
func (l *leftOut) add(a *app, err error) {
	if read.IsRepeat(err) {
		l.repeats++
		if a.verbose {
			a.say("left out %v", err)
		}
		return
	}
	l.skipped++
	fmt.Fprintf(a.err, "left out %s\n", printable(err.Error()))
}

// err returns errPartial if anything was lost, or an error if nothing was read at all.
func (l *leftOut) err(read int) error {
	switch {
	case l.skipped == 0:
		return nil
	case read == 0:
		return errors.New("no article could be read")
	}
	return errPartial
}
