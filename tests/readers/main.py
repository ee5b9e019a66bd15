"""Has each reader read its format, and fails if one counts otherwise than the program does."""

import shutil
import sys

import citations
import documents
import linked
import pictures
import tables
from graph import Graph
from report import Report

# Reader, the program that it needs beside Python, and what it does.
READERS = {
    "dot": ("dot", pictures.dot),
    "graphml": (None, pictures.graphml),
    "mermaid": ("npm", pictures.mermaid),
    "json": (None, documents.json_schema),
    "jsonld": (None, linked.jsonld),
    "turtle": (None, linked.turtle),
    "csv": (None, tables.csv_tables),
    "csl": (None, citations.csl),
    "bibtex": (None, citations.bibtex),
}


def main(folder, *asked):
    report, graph = Report(), Graph(folder)
    for name in asked or READERS:
        needs, read = READERS[name]
        if needs and not shutil.which(needs):
            if name in asked:
                report.failed(name, FileNotFoundError(f"{needs} is not installed"))
            else:
                print(f"{name}: not read, for want of {needs}")
            continue
        try:
            read(graph, report)
        except Exception as error:  # a reader of others may raise anything
            report.failed(name, error)
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
