"""Linked data: rdflib asks both formats in SPARQL, and PyLD, a JSON-LD processor, expands and flattens one of them."""

import json

import pyld
import rdflib

PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX gainsay: <urn:gainsay:ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
"""
CLAIMS = "SELECT ?id { ?claim a schema:Claim ; schema:identifier ?id ; schema:appearance ?source }"
SOURCES = "SELECT ?id { ?source a gainsay:Source ; schema:identifier ?id }"
ACTORS = "SELECT ?id { ?actor a gainsay:Actor ; schema:identifier ?id }"
EVIDENCE = """
SELECT ?note { ?note a oa:Annotation ; oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector/oa:exact ?words .
               ?claim cito:citesAsEvidence ?note }
"""
DISAGREEMENTS = """
SELECT ?a ?b { ?one cito:disagreesWith ?other . ?other cito:disagreesWith ?one .
               ?one schema:identifier ?a . ?other schema:identifier ?b }
"""


def asked(report, reader, graph, data):
    """Asks for everything that can be counted."""
    ask = lambda query: [tuple(map(str, row)) for row in data.query(PREFIXES + query)]
    report.same(reader, "claims", {own for (own,) in ask(CLAIMS)}, graph.claims)
    report.same(reader, "sources", {own for (own,) in ask(SOURCES)}, graph.sources)
    report.same(reader, "actors", {own for (own,) in ask(ACTORS)}, graph.actors)
    report.count(reader, "evidence", len(set(ask(EVIDENCE))), graph.evidence)
    pairs = {tuple(sorted(pair)) for pair in ask(DISAGREEMENTS)}
    report.same(reader, "disagreements", pairs, graph.disagreements)


def turtle(graph, report):
    """Turtle with rdflib."""
    data = rdflib.Graph().parse(graph.export("turtle", "graph.ttl"), format="turtle")
    asked(report, "rdflib, turtle", graph, data)


def no_loading(url, _options):
    """Nothing may be fetched to read the document."""
    raise ValueError(f"the document asks for {url}")


def jsonld(graph, report):
    """JSON-LD with rdflib and with PyLD."""
    path = graph.export("jsonld", "graph.jsonld")
    asked(report, "rdflib, json-ld", graph, rdflib.Graph().parse(path, format="json-ld"))
    document = json.loads(path.read_bytes())
    options = {"documentLoader": no_loading}
    expanded = pyld.jsonld.expand(document, options)
    report.count("pyld expand", "entries", len(expanded), len(document["@graph"]))
    flat = pyld.jsonld.flatten(document, None, options)
    claims = [node for node in flat if "https://schema.org/Claim" in node.get("@type", [])]
    report.count("pyld flatten", "claims", len(claims), len(graph.claims))
    term = "http://purl.org/spar/cito/disagreesWith"
    pairs = {tuple(sorted((claim["@id"], other["@id"]))) for claim in claims for other in claim.get(term, [])}
    report.count("pyld flatten", "disagreements", len(pairs), len(graph.disagreements))
    report.count("pyld flatten", "things without a name", sum(node["@id"].startswith("_:") for node in flat), 0)
