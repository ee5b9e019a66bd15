"""JSON: the published schema, and what the document says of itself."""

import json
from pathlib import Path

import jsonschema

from graph import disagreements

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "gainsay.schema.json"


def ids(records):
    return {record["id"] for record in records}


def json_schema(graph, report):
    """Validates the document, and counts its records."""
    document = json.loads(graph.export("json", "graph.json").read_bytes())
    schema = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    faults = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
    report.count("jsonschema", "faults", len(faults), 0)
    report.same("jsonschema", "claims", ids(document["claims"]), graph.claims)
    report.same("jsonschema", "sources", ids(document["sources"]), graph.sources)
    report.same("jsonschema", "actors", ids(document["actors"]), graph.actors)
    report.same("jsonschema", "disagreements", disagreements(document["questions"]), graph.disagreements)
    counts = document["counts"]
    pairs = counts["contradictions"] + counts["tensions"]
    report.count("jsonschema", "counted disagreements", pairs, len(graph.disagreements))
    report.count("jsonschema", "counted evidence", counts["evidence"], graph.evidence)
