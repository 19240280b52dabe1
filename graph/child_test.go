package graph

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

// childEnv makes the test binary a child process of a test: "gizmo" runs a query, "add FILE" adds articles until it is
// killed, "hold FILE" keeps a database open for writing.
const childEnv = "QUADWIRE_TEST_CHILD"

func TestMain(m *testing.M) {
	var err error
	switch os.Getenv(childEnv) {
	case "":
		os.Exit(m.Run())
	case "gizmo":
		err = ServeGizmo(context.Background(), os.Stdin, os.Stdout)
	case "add":
		err = addChild(os.Args[1])
	case "hold":
		err = holdChild(os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// addChild adds the articles of TestKill one by one, and says so after each.
func addChild(path string) error {
	s, err := Open(context.Background(), path, Options{Create: true, NoCache: true})
	if err != nil {
		return err
	}
	for _, ac := range killArticles() {
		if _, err := s.Add(context.Background(), []ArticleClaims{ac}); err != nil {
			return err
		}
		fmt.Println(ac.Article.ID)
	}
	return s.Close()
}

func holdChild(path string) error {
	if _, err := Open(context.Background(), path, Options{Create: true, NoCache: true}); err != nil {
		return err
	}
	fmt.Println("open")
	time.Sleep(time.Hour)
	return nil
}
