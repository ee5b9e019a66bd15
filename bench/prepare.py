"""What a run needs: the programs, the tables, and the graphs that are imported from them. What is there is left as it is."""
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HOT = "hot"
"""A set of 100,000 claims of which a fifth are on one key."""


class Missing(Exception):
    """Something that a run cannot do without."""


@dataclass
class Ready:
    """Where everything is."""

    gainsay: Path
    peer: Path
    tables: dict
    graphs: dict
    scratch: Path
    python: Path | None
    """The Python of the other programs; none if these cannot be run."""


def all(options):
    options.work.mkdir(parents=True, exist_ok=True)
    scratch = options.work / "scratch"
    scratch.mkdir(exist_ok=True)
    gainsay, peer = built(options)
    names = [str(size) for size in options.sizes] + [HOT]
    tables = {name: tabled(options, name) for name in names}
    graphs = {name: imported(gainsay, tables[name], options.work / "graphs" / name) for name in names}
    return Ready(gainsay, peer, tables, graphs, scratch, others(options))


def say(text):
    print(text, flush=True)


def built(options):
    say("building gainsay")
    command = ["cargo", "build", "--release", "--locked", "--bin", "gainsay", "--example", "peer"]
    subprocess.run(command, cwd=options.root, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", options.root / "target")).resolve() / "release"
    return target / "gainsay", target / "examples/peer"


def tabled(options, name):
    """The folder of the tables of a size, which are generated if they are not there."""
    for folder in (options.data, options.work / "data"):
        if folder and (folder / name / "expected.json").exists():
            return (folder / name).resolve()
    generator, folder = options.shared / "generate.py", options.work / "data" / name
    if not generator.exists():
        raise Missing(f"{generator} is not there, and neither are tables in {folder}; "
                      "name the folder of generate.py with --shared, or that of tables with --data")
    say(f"generating {name}")
    of = ["--n", "100000", "--hot", "0.2"] if name == HOT else ["--n", name]
    subprocess.run([sys.executable, generator, *of, "--seed", "1", "--out", folder], check=True)
    return folder


def imported(gainsay, tables, graph):
    """The folder of a graph, which is imported if it is not there."""
    if not (graph / "done").exists():
        say(f"importing {graph.name}")
        take(gainsay, tables, graph / "graph")
        (graph / "done").touch()
    # Another build may find its snapshot of no use; it is made anew here, and not where something is measured.
    count = [gainsay, "--graph", graph / "graph", "--snapshot", "always", "contradictions", "--count"]
    subprocess.run(count, stdout=subprocess.DEVNULL, check=True)
    return graph / "graph"


def take(gainsay, tables, graph):
    """Makes a graph of tables."""
    shutil.rmtree(graph, ignore_errors=True)
    graph.parent.mkdir(parents=True, exist_ok=True)
    for command in empty(gainsay, graph), taking(gainsay, tables, graph):
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def empty(gainsay, graph):
    return [gainsay, "init", "--empty", "--dir", graph]


def taking(gainsay, tables, graph):
    return [gainsay, "--graph", graph, "import", "--from", "csv", "--tolerance", "5", tables]


def others(options):
    """The Python in which the other programs are installed."""
    listed = options.shared / "peers/requirements.txt"
    if not listed.exists():
        say(f"{listed} is not there: Gainsay runs alone")
        return None
    venv = options.work / "venv"
    installed = venv / "installed.txt"
    if not installed.exists() or installed.read_text() != listed.read_text():
        say("installing the other programs")
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        pip = [venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", listed]
        subprocess.run(pip, check=True)
        shutil.copy(listed, installed)
    return venv / "bin/python"
