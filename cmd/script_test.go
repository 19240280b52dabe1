package cmd

import (
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// TestMain makes the program a command of the scripts; it is a process of its own there, as for a user.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"quadwire": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the scripts in testdata/script from end to end. They find the sample articles in testdata/articles.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: filepath.Join("..", "testdata", "script"), Setup: laySamples, Cmds: scriptCommands,
		Condition: func(c string) (bool, error) {
			if c != "race" {
				return false, fmt.Errorf("unknown condition %q", c)
			}
			return raceDetector, nil
		}})
}

// laySamples copies the sample articles to where a script runs.
func laySamples(env *testscript.Env) error {
	return os.CopyFS(filepath.Join(env.WorkDir, "testdata", "articles"), os.DirFS(filepath.Join("..", "testdata", "articles")))
}

// scriptCommands are what the scripts need beside the program.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"exits":  exits,
	"repeat": repeat,
	"gzip":   zip,
}

// exits runs quadwire and checks its exit code: exits 2 who.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE ARG…")
	}
	err := ts.Exec("quadwire", args[1:]...)
	code := 0
	if err != nil {
		if _, scanErr := fmt.Sscanf(err.Error(), "exit status %d", &code); scanErr != nil {
			ts.Fatalf("quadwire %s: %v", strings.Join(args[1:], " "), err)
		}
	}
	if got := fmt.Sprint(code); got != args[0] {
		ts.Fatalf("quadwire %s: exit code %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// repeat writes a file that repeats a line: repeat FILE TIMES LINE; %d is the number of the line.
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: repeat FILE TIMES LINE")
	}
	n := 0
	_, err := fmt.Sscan(args[1], &n)
	ts.Check(err)
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(args[2], "%d", fmt.Sprint(i+1)) + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b.String()), 0o644))
}

// zip compresses a file: gzip FILE writes FILE.gz.
func zip(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0] + ".gz"))
	ts.Check(err)
	w := gzip.NewWriter(f)
	_, err = w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(f.Close())
}

// TestExamples runs every example of every command's help on the sample articles.
func TestExamples(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("the examples are lines for a shell")
	}
	var script strings.Builder
	script.WriteString("exec quadwire build testdata/articles\n")
	script.WriteString("exec sh -c 'quadwire extract article.txt --format conllu > test.conllu'\nmkdir corpora/ud-ewt corpora/ud-gum-free\n")
	for _, part := range []string{"ud-ewt/train", "ud-ewt/dev", "ud-ewt/test", "ud-gum-free/train", "ud-gum-free/dev", "ud-gum-free/test"} {
		script.WriteString("cp test.conllu corpora/" + part + ".conllu\n")
	}
	examples := 0
	eachCommand((&app{}).root(), func(c *cobra.Command) {
		if c.Hidden || c.Name() == "help" || c.Name() == "completion" || c.Parent() != nil && c.Parent().Name() == "completion" {
			return
		}
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for line := range strings.SplitSeq(c.Example, "\n") {
			examples++
			fmt.Fprintf(&script, "exec rm -rf graph.graphml conflict.graphml claims.csv\nexec sh -c '%s'\n", strings.ReplaceAll(strings.TrimSpace(line), "'", "''"))
		}
	})
	if examples < 20 {
		t.Fatalf("only %d examples", examples)
	}
	file := filepath.Join(t.TempDir(), "examples.txtar")
	if err := os.WriteFile(file, []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{file}, Setup: layExampleFiles})
}

// eachCommand visits a command and those below it.
func eachCommand(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, sub := range c.Commands() {
		eachCommand(sub, visit)
	}
}

// sampleGold is the gold annotation of the article that the examples have.
const sampleGold = `{"doc":"one","file":"one.txt","actors":{"r":{"name":"Russia","aliases":[],"type":"country","side":"Russia"},
"j":{"name":"Japan","aliases":[],"type":"country","side":"Japan"}},"claims":[{"s":"r","p":["warn"],"class":["THREATEN"],"o":"j","polarity":"affirmed",
"modality":"actual","speaker":null,"theme":"","sents":["Russia warned Japan"],"sym":false,"optional":false}]}`

// layExampleFiles lays the files that the examples name.
func layExampleFiles(env *testscript.Env) error {
	if err := laySamples(env); err != nil {
		return err
	}
	const text = "Leaders meet in Sochi\n\nRussia warned Japan on Monday. Japan rejected the warning.\n"
	page := "<html><body><h1>Leaders meet in Sochi</h1><p>Russia warned Japan on Monday.</p></body></html>"
	for name, content := range map[string]string{"article.txt": text, "article.html": page, "news/one.html": page,
		"gold/one.txt": text, "gold/one.json": sampleGold,
		"archive.jsonl.gz": "{\"id\":\"one\",\"text\":\"Russia warned Japan on Monday.\"}\n"} {
		path := filepath.Join(env.WorkDir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(content), fs.FileMode(0o644)); err != nil {
			return err
		}
	}
	return nil
}
