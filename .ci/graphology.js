// Loads GraphML and GEXF files with graphology and checks that no node, edge or label is lost.
const { DOMParser } = require("@xmldom/xmldom");
global.DOMParser = DOMParser;
const fs = require("fs");
const Graph = require("graphology");
const readers = { graphml: require("graphology-graphml").parse, gexf: require("graphology-gexf").parse };

for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, "utf8");
  const graph = readers[file.split(".").pop()](Graph, text);
  const want = ["node", "edge"].map((name) => text.split(`<${name} id=`).length - 1);
  if (graph.order !== want[0] || graph.size !== want[1]) {
    throw new Error(`${file}: graphology has ${graph.order} nodes and ${graph.size} edges, want ${want}`);
  }
  graph.forEachNode((node, data) => { if (!data.label) throw new Error(`${file}: node ${node} lost its label`); });
  graph.forEachEdge((edge, data) => { if (!data.label || !data.predicate) throw new Error(`${file}: edge ${edge} lost its label`); });
}
console.log(`${process.argv.length - 2} files, read whole by graphology`);
