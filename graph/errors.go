package graph

import (
	"errors"
	"io/fs"
	"syscall"

	hkv "github.com/hidal-go/hidalgo/kv"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What can be wrong with a database. Errors of this package wrap these; each says what to do.
var (
	ErrMissing   = errors.New("there is no database: run `quadwire build PATH…` first, or name another file with --db")
	ErrForeign   = errors.New("this is not a quadwire database: name another file with --db, or move this one away and build anew")
	ErrOlder     = errors.New("the database was written by an older quadwire, in a layout that is read no more: delete it and build it anew from the articles, or name another file with --db")
	ErrNewer     = errors.New("the database was written by a newer quadwire: update quadwire, or build anew under another name")
	ErrLocked    = errors.New("the database is in use by another process: wait until it ends, or stop it")
	ErrDiskFull  = errors.New("the disk is full: make room and run the same command again; what was loaded before is kept")
	ErrReadOnly  = errors.New("the database cannot be written: it was opened for reading, or its file or folder is write-protected")
	ErrDamaged   = errors.New("the database is damaged: build it anew from the articles")
	ErrNoArticle = errors.New("no such article in the database")
	ErrNoClaim   = errors.New("no such claim in the database")
)

// explained returns err with the sentinel it amounts to, or err itself.
func explained(err error) error {
	for _, c := range []struct {
		is   func(error) bool
		what error
	}{
		{is(fs.ErrNotExist), ErrMissing},
		{is(bolterrors.ErrTimeout), ErrLocked},
		{is(bolterrors.ErrInvalid, bolterrors.ErrChecksum, bolterrors.ErrVersionMismatch), ErrForeign},
		{is(syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG), ErrDiskFull},
		{is(fs.ErrPermission, syscall.EROFS, bolterrors.ErrDatabaseReadOnly, bolterrors.ErrTxNotWritable, hkv.ErrReadOnly), ErrReadOnly},
	} {
		if err != nil && c.is(err) && !errors.Is(err, c.what) {
			return &cause{what: c.what, err: err}
		}
	}
	return err
}

func is(targets ...error) func(error) bool {
	return func(err error) bool {
		for _, t := range targets {
			if errors.Is(err, t) {
				return true
			}
		}
		return false
	}
}

// cause is a sentinel together with the error of the system behind it.
type cause struct{ what, err error }

func (c *cause) Error() string   { return c.what.Error() + " (" + c.err.Error() + ")" }
func (c *cause) Unwrap() []error { return []error{c.what, c.err} }
