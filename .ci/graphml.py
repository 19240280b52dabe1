"""Loads GraphML and GEXF files with NetworkX and igraph and checks that neither loses anything.

usage: graphml.py FILE...
"""
import sys
import xml.etree.ElementTree as ET

import igraph
import networkx

NS = {"graphml": "{http://graphml.graphdrawing.org/xmlns}", "gexf": "{http://www.gexf.net/1.2draft}"}


def check(ok, message):
    if not ok:
        sys.exit(message)


def networkx_reads(path, graph, nodes, edges):
    check(graph.is_directed(), f"{path}: NetworkX read an undirected graph")
    check(graph.number_of_nodes() == nodes, f"{path}: NetworkX has {graph.number_of_nodes()} of {nodes} nodes")
    check(graph.number_of_edges() == edges, f"{path}: NetworkX has {graph.number_of_edges()} of {edges} edges")
    for node, data in graph.nodes(data=True):
        check(data.get("label") and data.get("kind"), f"{path}: node {node} lost its label or kind in NetworkX")
    for source, target, data in graph.edges(data=True):
        check(data.get("label") and data.get("predicate"), f"{path}: edge {source} -> {target} lost its label or predicate in NetworkX")


def igraph_reads(path, graph, nodes, edges):
    check(graph.is_directed(), f"{path}: igraph read an undirected graph")
    check((graph.vcount(), graph.ecount()) == (nodes, edges), f"{path}: igraph has {graph.vcount()} nodes and {graph.ecount()} edges")
    check({"label", "kind"} <= set(graph.vs.attributes()), f"{path}: igraph has node attributes {graph.vs.attributes()}")
    check("predicate" in graph.es.attributes(), f"{path}: igraph has edge attributes {graph.es.attributes()}")


for path in sys.argv[1:]:
    kind = path.rsplit(".", 1)[1]
    root = ET.parse(path).getroot()
    nodes, edges = (len(list(root.iter(NS[kind] + name))) for name in ("node", "edge"))
    check(nodes > 5 and edges > 5, f"{path}: only {nodes} nodes and {edges} edges in the file")
    if kind == "gexf":
        networkx_reads(path, networkx.read_gexf(path), nodes, edges)
    else:
        networkx_reads(path, networkx.read_graphml(path, force_multigraph=True), nodes, edges)
        igraph_reads(path, igraph.Graph.Read_GraphML(path), nodes, edges)
print(f"{len(sys.argv) - 1} files, read whole by NetworkX {networkx.__version__} and igraph {igraph.__version__}")
