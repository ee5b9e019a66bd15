"""Tables: Python's csv."""

import csv


def rows(path):
    """The rows of a table, each of which must be as long as its head."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    if any(None in row or None in row.values() for row in found):
        raise ValueError(f"{path.name} has rows of other lengths than its head")
    return found


def csv_tables(graph, report):
    """All tables of a folder."""
    folder = graph.export("csv", "tables")
    table = lambda name: rows(folder / f"{name}.csv")
    claims = table("claims")
    report.count("csv", "rows of claims", len(claims), len(graph.claims))
    report.same("csv", "claims", {row["id"] for row in claims}, graph.claims)
    report.same("csv", "sources", {row["id"] for row in table("sources")}, graph.sources)
    asserted = {row["to"] for row in table("edges") if row["edge"] == "asserts" and row["from"] in graph.sources}
    report.same("csv", "asserted claims", asserted, graph.claims)
    pairs = {tuple(sorted((row["a"], row["b"]))) for row in table("disagreements")}
    report.same("csv", "disagreements", pairs, graph.disagreements)
