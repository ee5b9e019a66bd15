"""Writes the tables into the document, between the marks; what stands around them is left as it is."""
import datetime
import json
import os
import platform
import subprocess
from pathlib import Path

from figures import Figures, digits, seconds
from prepare import HOT
from targets import ALL, TARGETS

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
QUESTIONS = [
    ("all disagreements", ALL, "median_s"), ("their pairs, listed", ["q1_list"], "median_s"),
    ("those of one place, mean", ["q2_place"], "mean_s"), ("of one place, worst", ["q2_place"], "worst_s"),
    ("of one actor, mean", ["q2_actor"], "mean_s"), ("of one actor, worst", ["q2_actor"], "worst_s"),
    ("of one source, mean", ["q2_source"], "mean_s"), ("of one source, worst", ["q2_source"], "worst_s"),
    ("trace, mean", ["q3"], "mean_s"), ("impact, mean", ["q4"], "mean_s"), ("impact, worst", ["q4"], "worst_s"),
    ("circles", ["q5"], "median_s"), ("full DOT", ["q6"], "median_s"),
]
WHOLE = [
    ("all disagreements", "q1"), ("of a hot place", "q2_place_hot"), ("of a usual place", "q2_place_usual"),
    ("of a hot actor", "q2_actor_hot"), ("of a usual actor", "q2_actor_usual"), ("of a hot source", "q2_source_hot"),
    ("of a usual source", "q2_source_usual"), ("trace, usual", "q3_usual"), ("trace, deep", "q3_deep"),
    ("impact, usual", "q4_usual"), ("impact, of a hub", "q4_hub"), ("all contradictions, in full", "list"),
    ("full DOT", "q6"), ("CSV to a graph's files", "csv"), ("the same, written aside", "csv_aside"),
]
OPENING = [
    ("what a count needs", "open"), ("what filters need", "open_filters"), ("what trace and impact need", "open_reach"),
    ("all columns", "open_all"), ("all columns, the first time in a process", "open_memory"),
    ("all records, unpacked", "archive"), ("the first drawing, with the graph that it walks", "q6_first"),
    ("RON to a checked graph", "load"), ("its snapshot, made and written", "load_snapshot"), ("one changed file", "change"),
]
FLOORS = [
    ("bytes of the snapshot, read from its file", "floor_read"), ("the same, checked (XXH3)", "floor_xxh3"),
    ("the same, copied", "floor_copy"), ("days and ends of all claims, each looked at once", "floor_scan"),
    ("RON, parsed by the ron crate on all threads", "floor_ron"), ("the table of claims, split by the csv crate", "floor_csv"),
]


def write(options):
    figures = Figures(options.work / "results.jsonl")
    sizes = [str(size) for size in options.sizes]
    parts = [machine(figures, options), "### Figures to reach", reached(figures, sizes[-1]), "### Each question",
             questions(figures, sizes[-1]), "### Whole processes", whole(figures, sizes[-1]), "### Opening",
             opening(figures, sizes[-1]), "### Growth", growth(figures, sizes), "### Memory", memory(figures, sizes[-1]),
             "### Floors", floors(figures, sizes[-1])]
    text = options.out.read_text() if options.out.exists() else f"# Performance\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    options.out.write_text(f"{before}{BEGIN}\n\n" + "\n\n".join(parts) + f"\n\n{END}{after}")
    print(f"wrote {options.out}")


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def reached(figures, largest):
    head = [f"{int(largest):,} claims", "Gainsay", "peer", "times as fast", "to reach", ""]
    return table(head, [target.row(figures, largest) for target in TARGETS])


def others(figures):
    return sorted(name for name in figures.programs() if not name.startswith("gainsay") and not name.endswith("-cli"))


def questions(figures, largest):
    programs = ["gainsay", "gainsay, one thread", *others(figures)]
    rows = []
    for label, whats, field in QUESTIONS:
        rows.append([label, *(seconds(figures.best(largest, program, whats, field)) for program in programs)])
    hot = [seconds(figures.best(HOT, program, ALL)) for program in programs]
    return table(["", *programs], [*rows, ["all disagreements of the hot set", *hot]])


def whole(figures, largest):
    programs = ["gainsay-cli", "sqlite3-cli", "duckdb-cli"]
    rows = []
    for label, what in WHOLE:
        peak = figures.of(largest, "gainsay-cli", what, "peak_mib")
        times = [seconds(figures.of(largest, program, what)) for program in programs]
        rows.append([label, *times, "–" if peak is None else f"{digits(peak)} MiB"])
    return table(["", "gainsay", "sqlite3", "duckdb", "gainsay's memory at most"], rows)


def opening(figures, largest):
    rows = []
    for label, what in OPENING:
        took, used = (figures.of(largest, "gainsay", what, field) for field in ("median_s", "cpu_s"))
        rows.append([label, seconds(took), seconds(used)])
    return table(["", "time", "processor time"], rows)


def growth(figures, sizes):
    rows = []
    for label, whats, field in [*QUESTIONS, *((label, [what], "median_s") for label, what in OPENING)]:
        own = [figures.best(size, "gainsay", whats, field) for size in sizes]
        steps = [f"{b / a:.2g}" if a and b else "–" for a, b in zip(own, own[1:])]
        rows.append([label, *map(seconds, own), ", ".join(steps)])
    for label, what in WHOLE:
        own = [figures.of(size, "gainsay-cli", what) for size in sizes]
        steps = [f"{b / a:.2g}" if a and b else "–" for a, b in zip(own, own[1:])]
        rows.append([f"process: {label}", *map(seconds, own), ", ".join(steps)])
    return table(["", *(f"{int(size):,}" for size in sizes), "times, step by step"], rows)


def memory(figures, largest):
    rows = []
    for program in ["gainsay", *others(figures)]:
        what = "open_memory" if program == "gainsay" else "load"
        stages = [figures.of(largest, program, stage, "bytes_per_claim") for stage in (what, "prepare", "prepare_years")]
        held = [value for value in stages if value is not None]
        peak = figures.most(largest, program, "peak_mib") if program != "gainsay" else None
        own = f"{digits(held[0])}" if held else "–"
        ready = f"{digits(held[-1])}" if len(held) > 1 else own
        rows.append([program, own, ready, "–" if peak is None else f"{digits(peak)} MiB"])
    return table(["", "bytes a claim, open", "with what makes questions fast", "the most of the whole run"], rows)


def floors(figures, largest):
    rows = []
    for label, what in FLOORS:
        took, size = figures.of(largest, "gainsay", what), figures.of(largest, "gainsay", what, "mb")
        rate = f"{digits(size / took)} MB/s" if took and size else "–"
        rows.append([label, seconds(took), "–" if size is None else f"{digits(size)} MB", rate])
    return table(["", "time", "size", "rate"], rows)


def machine(figures, options):
    restless, lines = figures.restless()
    versions = figures.programs()
    peers = ", ".join(f"{name} {versions[name]}" for name in others(figures))
    rust = subprocess.run(["rustc", "--version"], stdout=subprocess.PIPE, text=True, check=False).stdout.split()
    return (f"{datetime.date.today():%-d %B %Y}. {known('/proc/cpuinfo', 'model name')}, {len(os.sched_getaffinity(0))} processors, "
            f"{int(known('/proc/meminfo', 'MemTotal').split()[0]) / 1048576:.0f} GiB of memory, Linux {platform.release()}. "
            f"Gainsay {versions.get('gainsay')}, Rust {rust[1] if len(rust) > 1 else '?'}, Python {platform.python_version()}"
            f"{', ' + peers if peers else ''}. Rounds: {rounds(options)}. {figures.checked()} answers were held against the "
            f"reference's, and all are equal. {restless} of {lines} figures were taken while other programs kept more than half "
            "a processor busy; they count only where there are no others.")


def known(path, name):
    """A field of what the machine says of itself."""
    lines = (line.partition(":") for line in Path(path).read_text().splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "?")


def rounds(options):
    lines = map(json.loads, (options.work / "results.jsonl").read_text().splitlines())
    return 1 + max((line["done"][0] for line in lines if "done" in line), default=-1)
