"""The graph as `list` and `contradictions` tell it, and its exports: what readers of others are held against."""

import json
import os
import subprocess
from functools import cached_property
from pathlib import Path

DISAGREEMENTS = ("contradiction", "tension")


def gainsay(*arguments):
    """What the program prints."""
    done = subprocess.run([os.environ["GAINSAY"], *arguments], check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")


def listed(kind):
    """The ids of all records of a kind."""
    return {record["id"] for record in json.loads(gainsay("list", kind, "--format", "json"))}


def disagreements(questions):
    """Pairs of claims that disagree, each with its ids in order."""
    pairs = [pair for question in questions for pair in question["comparisons"]]
    return {tuple(sorted((pair["a"], pair["b"]))) for pair in pairs if pair["relation"] in DISAGREEMENTS}


class Graph:
    """What is to be found in every format."""

    def __init__(self, folder):
        self.folder = Path(folder) / "exports"
        self.folder.mkdir(parents=True, exist_ok=True)

    def export(self, form, name):
        """A file (or folder) with the graph in that format."""
        path = self.folder / name
        gainsay("export", "--to", form, "--output", str(path))
        return path

    @cached_property
    def claims(self):
        return listed("claims")

    @cached_property
    def sources(self):
        return listed("sources")

    @cached_property
    def actors(self):
        return listed("actors")

    @cached_property
    def evidence(self):
        claims = json.loads(gainsay("list", "claims", "--format", "json"))
        return sum(len(claim["evidence"]) for claim in claims)

    @cached_property
    def disagreements(self):
        """Pairs of claims that disagree, each with its ids in order."""
        found = json.loads(gainsay("contradictions", "--all", "--format", "json"))
        return disagreements(found["questions"])
