// Command quadwire builds a graph of who did what to whom from news articles, and answers questions about it.
package main

import (
	"os"

	"quadwire/cmd"
)

func main() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
