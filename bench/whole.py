"""Whole processes of gainsay, from their start to their end, with their output thrown away: what somebody waits for who uses the
command line. The answer of the first run of each is held against the reference's."""
import json
import os
import shutil
import statistics
import subprocess
import time

import prepare

BUDGET = 3
"""Seconds after which a command is not run again."""
TICKS = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """A command that could not do what it should."""


def figures(ready, name, options, questions):
    told = json.loads((ready.tables[name] / "expected.json").read_text())
    graph = [ready.gainsay, "--graph", ready.graphs[name]]
    lines = []
    for what, command, right in questions(told, ready.scratch):
        quiet(options.wait)
        answer = ready.scratch / "answer"
        with Load() as load, answer.open("wb") as out:
            runs = [once([*graph, *command], out)]
            while len(runs) < options.runs and sum(run[0] for run in runs) < BUDGET:
                runs.append(once([*graph, *command]))
        lines.append({**summary(told["n"], what, runs, load), "ok": right(answer.read_bytes())})
    return lines


def counting(told, _):
    """A name, a command, and what its output must be."""
    places, actors, sources = (told["q2"][kind] for kind in ("place", "actor", "source"))
    command = ["contradictions", "--count", "--format", "json"]
    one = told["q1"]
    yield "q1", command, said(pairs=one["contradicting_pairs"], subjects=one["groups_in_dispute"])
    for which, at in ("hot", 0), ("usual", 5):
        yield f"q2_place_{which}", [*command, "--place", places[at]["place"]], said(pairs=places[at]["pairs"])
        actor, source = actors[at], sources[at]
        yield f"q2_actor_{which}", [*command, "--actor", f"actor-{actor['actor']}"], said(pairs=actor["pairs"])
        yield f"q2_source_{which}", [*command, "--source", f"source-{source['source']}"], said(pairs=source["pairs"])


def others(told, scratch):
    """The same for what needs more than columns."""
    dot = scratch / "whole.dot"
    for which, row in ("usual", told["q3"][1]), ("deep", told["q3"][-1]):
        trace = ["trace", f"claim-{row['claim']}", "--format", "json"]
        yield f"q3_{which}", trace, said(cites={"sources": row["reached"] - 1})
    for which, row in ("hub", told["q4"][0]), ("usual", told["q4"][10]):
        impact = ["impact", f"source-{row['source']}", "--format", "json"]
        yield f"q4_{which}", impact, said(cited_by={"sources": row["sources"] - 1})
    yield "list", ["contradictions"], bool
    yield "q6", ["export", "--to", "dot", "--output", dot], lambda _: dot.stat().st_size > 0


def said(**expected):
    """Whether JSON has these fields."""
    return lambda output: has(json.loads(output), expected)


def has(found, expected):
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(has(found.get(key), value) for key, value in expected.items())
    return found == expected


def imports(ready, name, options):
    """Tables into a checked graph, written aside, and into a graph's files."""
    tables, graph = ready.tables[name], ready.scratch / "imported"
    take = prepare.taking(ready.gainsay, tables, graph)

    def anew():
        shutil.rmtree(graph, ignore_errors=True)
        subprocess.run(prepare.empty(ready.gainsay, graph), stdout=subprocess.DEVNULL, check=True)

    lines = []
    for what, command in ("csv_aside", [*take, "--dry-run"]), ("csv", take):
        anew()
        quiet(options.wait)
        with Load() as load:
            runs = [once(command)]
        lines.append(summary(int(name), what, runs, load))
    shutil.rmtree(graph)
    return lines


class Load:
    """How many processors other programs kept busy meanwhile."""

    def __enter__(self):
        self.start, self.busy = time.perf_counter(), busy()
        return self

    def __exit__(self, *_):
        self.wall, self.busy = time.perf_counter() - self.start, busy() - self.busy

    def others(self, own):
        return round(max(0.0, (self.busy - own) / self.wall), 2) if self.wall > 0.2 else None


def summary(count, what, runs, load):
    used = sum(run[1] for run in runs)
    return {"peer": "gainsay-cli", "n": count, "what": what, "median_s": statistics.median(run[0] for run in runs),
            "cpu_s": used / len(runs), "runs": len(runs), "others": load.others(used),
            "peak_mib": round(max(run[2] for run in runs), 1)}


def once(command, out=subprocess.DEVNULL):
    """Seconds, processor seconds, and the most memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(map(str, command))} failed with {process.returncode}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def busy():
    """Processor seconds that all programs have used."""
    with open("/proc/stat") as stat:
        ticks = [int(field) for field in stat.readline().split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / TICKS


def quiet(seconds):
    """Waits until other programs leave the machine alone."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        before, start = busy(), time.perf_counter()
        time.sleep(0.4)
        if (busy() - before) / (time.perf_counter() - start) <= 0.15:
            return
