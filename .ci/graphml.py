"""Loads a GraphML file with NetworkX and igraph and checks that neither loses anything.

usage: graphml.py FILE
"""
import sys
import xml.etree.ElementTree as ET

import igraph
import networkx

NS = "{http://graphml.graphdrawing.org/xmlns}"


def check(ok, message):
    if not ok:
        sys.exit("graphml: " + message)


path = sys.argv[1]
graph = ET.parse(path).getroot().find(NS + "graph")
nodes, edges = graph.findall(NS + "node"), graph.findall(NS + "edge")
check(len(nodes) > 5 and len(edges) > 5, f"only {len(nodes)} nodes and {len(edges)} edges in the file")

nx = networkx.read_graphml(path, force_multigraph=True)
check(nx.is_directed(), "NetworkX read an undirected graph")
check(nx.number_of_nodes() == len(nodes), f"NetworkX has {nx.number_of_nodes()} of {len(nodes)} nodes")
check(nx.number_of_edges() == len(edges), f"NetworkX has {nx.number_of_edges()} of {len(edges)} edges")
for node, data in nx.nodes(data=True):
    check(data.get("label") and data.get("kind"), f"node {node} lost its label or kind in NetworkX")
for source, target, data in nx.edges(data=True):
    check(data.get("label") and data.get("predicate"), f"edge {source} -> {target} lost its label or predicate in NetworkX")

ig = igraph.Graph.Read_GraphML(path)
check(ig.is_directed(), "igraph read an undirected graph")
check((ig.vcount(), ig.ecount()) == (len(nodes), len(edges)), f"igraph has {ig.vcount()} nodes and {ig.ecount()} edges")
check({"label", "kind"} <= set(ig.vs.attributes()), f"igraph has node attributes {ig.vs.attributes()}")
check("predicate" in ig.es.attributes(), f"igraph has edge attributes {ig.es.attributes()}")
print(f"{len(nodes)} nodes and {len(edges)} edges, read whole by NetworkX {networkx.__version__} and igraph {igraph.__version__}")
