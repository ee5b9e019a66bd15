"""Citations: citeproc-py renders CSL-JSON, bibtexparser reads BibTeX."""

import json
import warnings

import bibtexparser
from bibtexparser.bparser import BibTexParser
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON


def csl(graph, report):
    """Renders an entry for each source."""
    warnings.simplefilter("ignore")  # of fields that this processor does not know
    records = json.loads(graph.export("csl", "sources.csl.json").read_bytes())
    source = CiteProcJSON(records)
    report.same("citeproc-py", "sources", {record["id"] for record in records}, graph.sources)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    entries = [str(entry) for entry in bibliography.bibliography()]
    rendered = sum(bool(entry.strip()) for entry in entries)
    report.count("citeproc-py", "entries rendered", rendered, len(graph.sources))


def bibtex(graph, report):
    """Reads every entry."""
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    found = bibtexparser.loads(graph.export("bibtex", "sources.bib").read_text(encoding="utf-8"), parser)
    report.same("bibtexparser", "sources", {entry["ID"] for entry in found.entries}, graph.sources)
