package cmd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quadwire/graph"
	"quadwire/queries/web"
)

// serve is the command that answers over HTTP.
type serve struct {
	*app
	listen, token, origin string
	write                 bool
	limit                 int
	timeout               time.Duration
	memory                int64
	check                 bool
}

func newServe(a *app) *cobra.Command {
	o := &serve{app: a}
	c := &cobra.Command{
		Use:     "serve",
		Short:   "Answer over HTTP: a page to ask on, an interface for programs, and Cayley's own",
		GroupID: "ask",
		Long: "Serves a page to ask questions on, an interface for programs under /api (described by /api/openapi.json) and Cayley's\n" +
			"HTTP interfaces, versions 1 and 2, for its clients. Only this machine can reach it unless --listen says otherwise,\n" +
			"and nothing can be written without --write and a token, which writers send as \"Authorization: Bearer TOKEN\".\n" +
			"Queries in Gizmo run in processes of their own, with limits. Ctrl-C ends it when all questions are answered.",
		Example: "  quadwire serve --check --listen 127.0.0.1:0 --timeout 10s\n" +
			"  QUADWIRE_TOKEN=secret-of-yours quadwire serve --check --listen 127.0.0.1:0 --write --cors https://example.org",
		Args: wants(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error { return o.run(c.Context()) },
	}
	f := c.Flags()
	f.StringVar(&o.listen, "listen", "127.0.0.1:64210", "`ADDRESS` to answer at")
	f.BoolVar(&o.write, "write", false, "let quads be written and deleted, by who has the token")
	f.StringVar(&o.token, "token", "", "the `TOKEN` of writers; better in the environment, as QUADWIRE_TOKEN")
	f.StringVar(&o.origin, "cors", "", "let pages of this `ORIGIN` ask, e.g. https://example.org")
	f.IntVar(&o.limit, "limit", 10_000, "most results of a query, `N`")
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, "stop a query after this `TIME`")
	f.Int64Var(&o.memory, "memory", 1024, "stop a query at so many `MB` of memory")
	f.BoolVar(&o.check, "check", false, "only check that it could start, and say where it would answer")
	return c
}

// graceTime is how long questions that are being answered may still take when the server is to end.
const graceTime = 10 * time.Second

func (o *serve) run(ctx context.Context) (err error) {
	if o.limit <= 0 || o.timeout <= 0 || o.memory <= 0 {
		return usagef("--limit, --timeout and --memory are more than nothing")
	}
	if o.token == "" {
		o.token = os.Getenv("QUADWIRE_TOKEN")
	}
	if o.write && len(o.token) < 8 {
		return usagef("--write wants a token of 8 characters or more: --token or QUADWIRE_TOKEN")
	}
	hosts, err := hostsOf(o.listen)
	if err != nil {
		return err
	}
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	server, err := web.New(ctx, web.Options{DB: o.db, Write: o.write, Token: o.token, Origin: o.origin, Hosts: hosts, Timeout: o.timeout,
		Limit: o.limit, Log: o.logger(), Gizmo: func(ctx context.Context, q graph.Query) (graph.Result, error) {
			q.MaxBytes = o.memory << 20
			return graph.RunGizmo(ctx, exe, []string{gizmoCommand}, q)
		}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", o.listen)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	fmt.Fprintf(o.out, "http://%s/\n", listener.Addr())
	if o.check {
		return listener.Close()
	}
	if hosts == nil {
		o.say("whoever can reach this machine can ask; there is no password for reading")
	}
	return o.answer(ctx, listener, server)
}

// answer serves until ctx ends.
func (o *serve) answer(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute,
		WriteTimeout: 2*o.timeout + time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	o.say("ending")
	grace, stop := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
	defer stop()
	if err := s.Shutdown(grace); err != nil {
		return errors.Join(fmt.Errorf("serve: some questions were not answered: %w", err), s.Close())
	}
	return nil
}

// hostsOf returns the names that a server at an address of this machine only goes by; nil if others can reach it, by
// whatever name.
func hostsOf(listen string) ([]string, error) {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return nil, usagef("--listen %s: expected an address with a port, as 127.0.0.1:64210", listen)
	}
	ip := net.ParseIP(host)
	if !strings.EqualFold(host, "localhost") && (ip == nil || !ip.IsLoopback()) {
		return nil, nil
	}
	return []string{"localhost", "127.0.0.1", "::1", strings.ToLower(host)}, nil
}
