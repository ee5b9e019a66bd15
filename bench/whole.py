"""Whole processes of gainsay, from their start to their end, with their output thrown away: what somebody waits for who uses the
command line. Each is run once before, and its answer held against the reference's."""
import json
import os
import shutil
import statistics
import subprocess
import time

import prepare

TICKS = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """A command that could not do what it should."""


def figures(ready, name, options):
    told = json.loads((ready.tables[name] / "expected.json").read_text())
    count = told["counts"]["claims"]
    graph = [ready.gainsay, "--graph", ready.graphs[name]]
    lines = []
    for what, command, right in questions(told, ready.scratch):
        answer = subprocess.run([*graph, *command], stdout=subprocess.PIPE, check=False)
        is_right = answer.returncode == 0 and right(answer.stdout)
        got = {} if is_right else {"got": answer.stdout[:200].decode(errors="replace")}
        times = timed([*graph, *command], options.runs, options.wait) if is_right else {}
        lines.append({**times, "what": what, "ok": is_right, **got})
    lines += imports(ready, name, options)
    return [{"peer": "gainsay-cli", "n": count, **line} for line in lines]


def questions(told, scratch):
    """A name, a command, and what its output must be."""
    places, actors, sources = (told["q2"][kind] for kind in ("place", "actor", "source"))
    counting, dot = ["contradictions", "--count", "--format", "json"], scratch / "whole.dot"
    one = told["q1"]
    yield "q1", counting, said(pairs=one["contradicting_pairs"], subjects=one["groups_in_dispute"])
    for which, at in ("hot", 0), ("usual", 5):
        yield f"q2_place_{which}", [*counting, "--place", places[at]["place"]], said(pairs=places[at]["pairs"])
        actor, source = actors[at], sources[at]
        yield f"q2_actor_{which}", [*counting, "--actor", f"actor-{actor['actor']}"], said(pairs=actor["pairs"])
        yield f"q2_source_{which}", [*counting, "--source", f"source-{source['source']}"], said(pairs=source["pairs"])
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

    yield {**timed([*take, "--dry-run"], 1, options.wait, anew), "what": "csv_aside"}
    yield {**timed(take, 1, options.wait, anew), "what": "csv"}
    shutil.rmtree(graph)


def timed(command, runs, wait, before=lambda: None):
    quiet(wait)
    start, busy_before, all_runs = time.perf_counter(), busy(), []
    for _ in range(runs):
        before()
        all_runs.append(once(command))
    used, wall = sum(run[1] for run in all_runs), time.perf_counter() - start
    others = round(max(0.0, (busy() - busy_before - used) / wall), 2) if wall > 0.2 else None
    return {"median_s": statistics.median(run[0] for run in all_runs), "cpu_s": used / runs, "runs": runs, "others": others,
            "peak_mib": round(max(run[2] for run in all_runs), 1)}


def once(command):
    """Seconds, processor seconds, and the most memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
