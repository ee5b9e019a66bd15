"""Runs everything turn by turn, round after round, and keeps the lines of figures in results.jsonl."""
import json
import os
import subprocess
import time

import whole
from prepare import HOT, say

LIMIT = {10_000: 120, 100_000: 400, 1_000_000: 900}
"""Seconds after which a program is stopped that is not done."""
SLOW = 60
"""What takes more seconds than this is run in the first round alone."""
HOT_PEERS = ["duckdb", "polars", "sqlite"]


class Wrong(Exception):
    """An answer that is not the reference's, or none."""


def run(options, ready):
    results = Results(options.work / "results.jsonl", options.resume)
    for number in range(options.rounds):
        for name in [str(size) for size in options.sizes] + [HOT]:
            for task, command in tasks(options, ready, name):
                results.take(number, name, task, command)


def tasks(options, ready, name):
    """What is to be run on a set: a name, and a command that prints figures or a function that returns them."""
    tables, graph = ready.tables[name], ready.graphs[name]
    # Some forms of a question take long; they need not be repeated as often as the others.
    budget = ["--budget", "3" if name == HOT else "10"]
    common = ["--runs", str(options.runs), *budget, "--wait", str(options.wait), "--scratch", str(ready.scratch)]
    own = [ready.peer, tables, graph, *common]
    if name == HOT:
        yield "gainsay", [*own, "--only", "q1"]
    else:
        yield "gainsay", [*own, "--only", "open,q1,q2,q3,q4,q5"]
        yield "gainsay, one thread", [*own, "--only", "q1", "--threads", "1"]
        yield "gainsay, loading", [*own, "--only", "load"]
        yield "gainsay, one file changed", [*own, "--only", "change"]
        yield "gainsay, drawing", [*own, "--only", "q6"]
        yield "gainsay, floors", [*own, "--only", "floor"]
        yield "gainsay, counting processes", lambda: whole.figures(ready, name, options, whole.counting)
        yield "gainsay, other processes", lambda: whole.figures(ready, name, options, whole.others)
        yield "gainsay, importing", lambda: whole.imports(ready, name, options)
    if ready.python:
        folder = options.shared / "peers"
        only = ["--only", "q1"] if name == HOT else []
        for peer in HOT_PEERS if name == HOT else options.peers:
            yield peer, [ready.python, folder / f"{peer}_peer.py", tables, *common, *only]
        if name != HOT:
            shells = ["--duckdb", ready.python.parent / "duckdb"]
            yield "shells", [ready.python, folder / "oneshot.py", tables, *shells, *unbudgeted(common)]


def unbudgeted(arguments):
    at = arguments.index("--budget")
    return arguments[:at] + arguments[at + 2:]


class Results:
    """The lines of figures, and which tasks are done."""

    def __init__(self, path, resume):
        self.path, self.done, self.slow = path, set(), set()
        if resume and path.exists():
            lines = [json.loads(line) for line in path.read_text().splitlines()]
            self.done = {tuple(line["done"]) for line in lines if "done" in line}
            self.slow = {tuple(line["done"][1:]) for line in lines if line.get("took", 0) > SLOW}
            kept = [line for line in lines if tuple(line.get("done") or line["of"]) in self.done]
            path.write_text("".join(json.dumps(line) + "\n" for line in kept))
        else:
            path.write_text("")

    def take(self, number, name, task, command):
        key = (number, name, task)
        if key in self.done or (name, task) in self.slow:
            return
        start = time.monotonic()
        lines = command() if callable(command) else printed(command, LIMIT.get(int(name), 900) if name != HOT else 300)
        for line in lines:
            if line.get("ok") is False:
                raise Wrong(f"{line['peer']} answers {line['what']} of {name} wrongly: {line}")
        took = time.monotonic() - start
        if took > SLOW:
            self.slow.add((name, task))
        with self.path.open("a") as out:
            for line in [*({**line, "set": name, "of": key} for line in lines), {"done": key, "took": took}]:
                out.write(json.dumps(line) + "\n")
        say(f"round {number + 1}, {name}: {task}, {len(lines)} figures in {took:.0f} s")


def printed(command, limit):
    """The figures that a program prints. One that takes too long is stopped, and what it had printed counts."""
    program = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        text, errors = program.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        program.kill()
        text, errors = program.communicate()
        say(f"{command[1]} was stopped after {limit} s")
    else:
        if program.returncode:
            raise Wrong(f"{' '.join(map(str, command))} failed: {errors.strip()[-2000:]}")
    return [json.loads(line) for line in text.splitlines() if line.startswith("{") and line.endswith("}")]
