"""Pictures: Graphviz draws DOT, networkx reads GraphML, and Mermaid's own parser reads Mermaid."""

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import networkx

from graph import DISAGREEMENTS

SVG = "{http://www.w3.org/2000/svg}"
# Names of things that are drawn begin with their kind: `claim port-arrivals`, `claim_port-arrivals`, `claim.port-arrivals`.
NAME = re.compile(r"^(?:cluster_)?(?:(source|claim|actor)[ _:./])?(.+)$", re.DOTALL)


def parted(name):
    """The kind of a thing, if its name tells it, and its id."""
    return NAME.match(name).groups()


def drawn(report, reader, graph, names, edges):
    """Claims, sources and actors that are drawn, and pairs of claims that are tied as disagreeing."""
    things = [parted(name) for name in names]
    for kind, known in (("claim", graph.claims), ("source", graph.sources), ("actor", graph.actors)):
        found = {own for (told, own) in things if told in (None, kind) and own in known}
        report.same(reader, f"{kind}s", found, known)
    pairs = {tuple(sorted((parted(a)[1], parted(b)[1]))) for a, b in edges}
    report.same(reader, "disagreements", pairs & graph.disagreements, graph.disagreements)


def dot(graph, report):
    """The SVG that Graphviz makes of it."""
    path = graph.export("dot", "graph.dot")
    svg = path.with_suffix(".dot.svg")
    subprocess.run(["dot", "-Tsvg", "-o", svg, path], check=True)
    titles = {"node": [], "edge": [], "cluster": []}
    for group in ElementTree.parse(svg).iter(f"{SVG}g"):
        if group.get("class") in titles:
            titles[group.get("class")].append(group.findtext(f"{SVG}title"))
    edges = [tuple(re.split(r"->|--", title, maxsplit=1)) for title in titles["edge"]]
    drawn(report, "dot -Tsvg", graph, titles["node"] + titles["cluster"], edges)


def graphml(graph, report):
    """The graph that networkx makes of it."""
    found = networkx.read_graphml(graph.export("graphml", "graph.graphml"))
    edges = [(a, b) for a, b, kind in found.edges(data="kind") if kind in DISAGREEMENTS]
    drawn(report, "networkx", graph, found.nodes, edges)
    report.count("networkx", "edges of disagreement", len(edges), len(graph.disagreements))


def mermaid(graph, report):
    """What Mermaid finds in it."""
    path = graph.export("mermaid", "graph.mmd")
    done = subprocess.run(
        ["node", "mermaid.mjs", path], cwd=graph.folder.parent, check=True, stdout=subprocess.PIPE, text=True
    )
    found = json.loads(done.stdout)
    drawn(report, "mermaid", graph, found["nodes"] + found["groups"], found["edges"])
