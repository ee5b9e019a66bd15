"""The figures that were to be reached, and whether they are."""
from dataclasses import dataclass

from figures import digits, seconds
from prepare import HOT

ALL = ["q1", "q1_plain", "q1_years"]
"""The forms in which other programs are asked for all disagreements; the fastest counts."""


@dataclass
class Race:
    """So many times as fast as another program."""

    label: str
    ours: tuple
    peer: tuple
    times: float
    field: str = "median_s"
    on: str | None = None

    def row(self, figures, largest):
        name = self.on or largest
        own = figures.of(name, *self.ours, field=self.field)
        program, whats = self.peer
        other = figures.best(name, program, whats, self.field)
        if own is None or other is None:
            return [self.label, seconds(own), f"{program} {seconds(other)}", "–", f"{self.times:g} times", "–"]
        ratio = other / own
        shown = "the ron crate" if program == "gainsay" else program
        return [self.label, seconds(own), f"{shown} {seconds(other)}", digits(ratio), f"{self.times:g} times",
                verdict(ratio >= self.times)]


@dataclass
class Limit:
    """At most, or at least, so much."""

    label: str
    ours: tuple
    field: str
    most: float
    text: str
    told: object = seconds

    def row(self, figures, largest):
        own = figures.of(largest, *self.ours, field=self.field)
        is_met = "–" if own is None else verdict(own <= self.most)
        return [self.label, "–" if own is None else self.told(own), "", "", self.text, is_met]


@dataclass
class Rate:
    """Claims a second."""

    label: str
    ours: tuple
    least: float

    def row(self, figures, largest):
        took = figures.of(largest, *self.ours)
        if took is None:
            return [self.label, "–", "", "", f"{self.least / 1e6:g} M claims/s", "–"]
        rate = int(largest) / took
        return [self.label, f"{seconds(took)}, {rate / 1e6:.2f} M claims/s", "", "", f"{self.least / 1e6:g} M claims/s",
                verdict(rate >= self.least)]


def verdict(is_met):
    return "met" if is_met else "**missed**"


OPEN = "gainsay"
WHOLE = "gainsay-cli"
TARGETS = [
    Race("all disagreements, graph open", (OPEN, "q1"), ("polars", ALL), 10),
    Race("the same on the hot set", (OPEN, "q1"), ("duckdb", ALL), 20, on=HOT),
    Race("a new process: open, and count them", (WHOLE, "q1"), ("duckdb-cli", ["q1"]), 5),
    *(Race(f"disagreements of one {kind}, mean", (OPEN, f"q2_{kind}"), ("sqlite", [f"q2_{kind}"]), 10, "mean_s")
      for kind in ("place", "actor", "source")),
    Race("a new process: of a hot place", (WHOLE, "q2_place_hot"), ("sqlite3-cli", ["q2_place_hot"]), 1),
    Race("a new process: of a usual place", (WHOLE, "q2_place_usual"), ("sqlite3-cli", ["q2_place_usual"]), 1),
    Race("trace one claim, mean", (OPEN, "q3"), ("rustworkx", ["q3"]), 10, "mean_s"),
    Race("impact of one source, mean", (OPEN, "q4"), ("duckdb", ["q4"]), 10, "mean_s"),
    Race("impact of one source, the worst", (OPEN, "q4"), ("duckdb", ["q4"]), 6, "worst_s"),
    Race("circular citations", (OPEN, "q5"), ("rustworkx", ["q5"]), 10),
    Race("full DOT", (OPEN, "q6"), ("duckdb", ["q6"]), 3),
    Limit("opening what a count needs", (OPEN, "open"), "median_s", 0.040, "40 ms"),
    Limit("opening what a filter needs", (OPEN, "open_filters"), "median_s", 0.040, "40 ms"),
    Race("RON to checked graph, against the ron crate alone", (OPEN, "load"), ("gainsay", ["floor_ron"]), 1),
    Limit("one changed file of the graph's", (OPEN, "change"), "median_s", 0.020, "20 ms"),
    Rate("CSV to checked graph, written aside", (WHOLE, "csv_aside"), 1.5e6),
    Limit("memory a claim, graph open", (OPEN, "open_memory"), "bytes_per_claim", 250, "250 bytes",
          lambda value: f"{digits(value)} bytes"),
]
