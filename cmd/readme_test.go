package cmd

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var updateReadme = flag.Bool("update-readme", false, "write what the commands print now into README.md")

// elision is the line that stands for the rest of an output.
const elision = "…"

// TestReadme runs the commands of README.md's console blocks in order, in one folder, and compares what they print
// with what the README says they print. A line "…" stands for the rest of an output.
func TestReadme(t *testing.T) {
	readme, err := filepath.Abs(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "readme.txtar")
	if err := os.WriteFile(script, []byte("readme\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{script}, Setup: laySamples,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"readme": func(ts *testscript.TestScript, _ bool, _ []string) { checkReadme(ts, readme) },
		}})
}

// checkReadme runs the console blocks of a Markdown file.
func checkReadme(ts *testscript.TestScript, file string) {
	text, err := os.ReadFile(file)
	ts.Check(err)
	lines := strings.Split(string(text), "\n")
	var out []string
	ran := 0
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		if strings.TrimSpace(lines[i]) != "```console" {
			continue
		}
		for i++; i < len(lines) && lines[i] != "```"; {
			command, isCommand := strings.CutPrefix(lines[i], "$ ")
			if !isCommand {
				ts.Fatalf("README.md:%d: want a command after $, have %q", i+1, lines[i])
			}
			out = append(out, lines[i])
			at := i + 1
			var want []string
			for i++; i < len(lines) && lines[i] != "```" && !strings.HasPrefix(lines[i], "$ "); i++ {
				want = append(want, lines[i])
			}
			ran++
			got := printed(ts, command)
			if *updateReadme {
				out = append(out, shortened(got, want)...)
			} else if !agree(got, want) {
				ts.Fatalf("README.md:%d: %s prints\n%s\nwant\n%s\nif it is for the better: go test ./cmd -run Readme -update-readme", at, command,
					strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		out = append(out, "```")
	}
	if ran < 12 {
		ts.Fatalf("README.md has only %d commands", ran)
	}
	if *updateReadme {
		ts.Check(os.WriteFile(file, []byte(strings.Join(out, "\n")), 0o644))
	}
}

// printed returns the lines that a command of the README prints to either output. Some of them fail, as the README says.
func printed(ts *testscript.TestScript, command string) []string {
	command = strings.ReplaceAll(command, "go run ./cmd/quadwire", "quadwire")
	ts.Check(ts.Exec("sh", "-c", command+" 2>&1; true"))
	text := strings.TrimRight(ts.ReadFile("stdout"), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// shortened returns got cut where want was.
func shortened(got, want []string) []string {
	if n := len(want); n > 0 && want[n-1] == elision && len(got) > n-1 {
		return append(got[:n-1:n-1], elision)
	}
	return got
}

// agree reports whether got is what want says, times and rates left aside.
func agree(got, want []string) bool {
	if n := len(want); n > 0 && want[n-1] == elision {
		if len(got) < n {
			return false
		}
		got, want = got[:n-1], want[:n-1]
	}
	return timeless(got) == timeless(want)
}

// changing are the parts of an output that differ from run to run.
var changing = regexp.MustCompile(`\b[0-9.,]+ ?(ms|µs|s|words a second|articles a second)\b`)

func timeless(lines []string) string {
	return changing.ReplaceAllString(strings.Join(lines, "\n"), "N")
}
