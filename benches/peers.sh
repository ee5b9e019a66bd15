#!/usr/bin/env bash
# Gainsay beside other programs that find numbers in texts: how fast each reads, and, given labelled texts, how well.
#
#   bash benches/peers.sh [--dir DIR] [--rounds N] [--gold DIR] [--drop KINDS]
#
# The others are installed into DIR (a virtual environment of Python, by default in the user's cache), never here. Each reads
# the paragraphs of benches/peers.txt over and over, as many as take it some seconds; all take their turn in each round, on one
# core if taskset is there. Time is that of the processor. For the others it is that of their calls alone, without start and
# import; for Gainsay it is the whole program's, with reading and writing JSON.
#
# --gold DIR scores each by DIR/score_quantities.py on every DIR/gold/q_*.jsonl; --drop leaves out kinds that those sets do
# not mark.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dir=${XDG_CACHE_HOME:-$HOME/.cache}/gainsay-peers
rounds=5 gold='' drop=date,year,ordinal,time,period,name,age
while [ $# -gt 0 ]; do
    case $1 in
        --dir) dir=$2 ;;
        --rounds) rounds=$2 ;;
        --gold) gold=$2 ;;
        --drop) drop=$2 ;;
        *) sed -n '2,14s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
    esac
    shift 2
done

# What is compared, with all that it needs.
pins=(
    quantulum3==0.10.0 text2num==3.1.0 num2words==0.5.6 inflect==7.6.0 jaraco.functools==4.6.0 more-itertools==11.2.1
    typeguard==4.6.0 typing-extensions==4.16.0
)
mkdir -p "$dir"
[ -x "$dir/venv/bin/python" ] || python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --no-deps "${pins[@]}"
cargo build --quiet --release --manifest-path "$root/Cargo.toml"
program=${CARGO_TARGET_DIR:-$root/target}/release/gainsay

cat >"$dir/peers.py" <<'PYTHON'
"""Runs and scores the programs; written and called by benches/peers.sh."""
import json, re, resource, statistics, subprocess, sys, time, warnings
from glob import glob
from importlib.metadata import version
from os.path import basename

warnings.simplefilter("ignore")
PEERS = ("quantulum3", "text2num")
# Bytes that take each some seconds.
BYTES = {"gainsay": 20_000_000, "quantulum3": 60_000, "text2num": 20_000_000}
NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")

def by_quantulum3():
    from quantulum3 import parser
    def quantities(text):
        for found in parser.parse(text):
            spread = found.uncertainty or 0
            yield {"start": found.span[0], "end": found.span[1], "unit": found.unit.name,
                   "value_low": found.value - spread, "value_high": found.value + spread}
    return parser.parse, quantities

def by_text2num():
    from text_to_num import alpha2digit
    def quantities(text):
        # It turns words into digits where they stand; a pattern takes the digits. Places and units are lost.
        for digits in NUMBER.findall(alpha2digit(text, "en")):
            number = float(digits.replace(",", ""))
            yield {"start": None, "end": None, "unit": None, "value_low": number, "value_high": number}
    return (lambda text: alpha2digit(text, "en")), quantities

def peer(name):
    return {"quantulum3": by_quantulum3, "text2num": by_text2num}[name]()

def paragraphs(path, size):
    lines = open(path, encoding="utf-8").read().splitlines()
    whole = sum(len(line.encode()) for line in lines)
    return lines * (size // whole + 1)

def size(lines):
    return sum(len(line.encode()) for line in lines) / 1e6

def rate(name, path):
    """Megabytes a second of one run of a peer."""
    run, lines = peer(name)[0], paragraphs(path, BYTES[name])
    run(lines[0])
    start = time.process_time()
    for line in lines:
        run(line)
    return size(lines) / (time.process_time() - start)

def spent():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime

def own_rate(program, path, batch):
    start = spent()
    subprocess.run([program, "extract", "--batch", batch], stdout=subprocess.DEVNULL, check=True)
    return size(paragraphs(path, BYTES["gainsay"])) / (spent() - start)

def speed(program, path, folder, rounds):
    batch = f"{folder}/batch.jsonl"
    with open(batch, "w", encoding="utf-8") as file:
        for place, line in enumerate(paragraphs(path, BYTES["gainsay"])):
            print(json.dumps({"id": place, "text": line}, ensure_ascii=False), file=file)
    rates = {name: [] for name in ("gainsay",) + PEERS}
    for _ in range(rounds):
        rates["gainsay"].append(own_rate(program, path, batch))
        for name in PEERS:
            once = subprocess.run([sys.executable, __file__, "rate", name, path], stdout=subprocess.PIPE, check=True)
            rates[name].append(float(once.stdout))
    print("| program | MB/s, median | slowest to fastest | Gainsay is so many times as fast |\n| --- | --- | --- | --- |")
    for name, own in rates.items():
        label = name if name == "gainsay" else f"{name} {version(name)}"
        ratio = statistics.median(ours / theirs for ours, theirs in zip(rates["gainsay"], own))
        print(f"| {label} | {statistics.median(own):.3g} | {min(own):.3g} to {max(own):.3g} | {ratio:.3g} |")

def predict(name, program, gold, out):
    if name == "gainsay":
        with open(out, "w", encoding="utf-8") as file:
            subprocess.run([program, "extract", "--batch", gold], stdout=file, check=True)
        return
    quantities = peer(name)[1]
    with open(gold, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as file:
        for line in filter(str.strip, lines):
            record = json.loads(line)
            print(json.dumps({"id": record["id"], "quantities": list(quantities(record["text"]))}), file=file)

def score(program, folder, gold, drop):
    print("| set | " + " | ".join(f"{name}, value / bounds" for name in ("gainsay",) + PEERS) + " |\n| --- | --- | --- | --- |")
    for labelled in sorted(glob(f"{gold}/gold/q_*.jsonl")):
        cells = []
        for name in ("gainsay",) + PEERS:
            out = f"{folder}/found.jsonl"
            predict(name, program, labelled, out)
            offsets = "byte" if name == "gainsay" else "char"
            told = subprocess.run([sys.executable, f"{gold}/score_quantities.py", labelled, out, "--offsets", offsets,
                                   "--drop", drop, "--json"], stdout=subprocess.PIPE, check=True)
            figures = json.loads(told.stdout)
            cells.append(" / ".join(str(figures.get(what, {}).get("f1", "–")) for what in ("value", "bounds")))
        print(f"| {basename(labelled)} | " + " | ".join(cells) + " |")

if __name__ == "__main__":
    if sys.argv[1] == "rate":
        print(rate(*sys.argv[2:]))
    elif sys.argv[1] == "speed":
        speed(*sys.argv[2:5], int(sys.argv[5]))
    else:
        score(*sys.argv[2:])
PYTHON

pinned=()
if command -v taskset >/dev/null; then pinned=(taskset -c 0); fi
run() { "${pinned[@]}" "$dir/venv/bin/python" "$dir/peers.py" "$@"; }

machine=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1) || machine=
echo "$("$program" --version), $("$dir/venv/bin/python" --version), ${machine:-$(uname -m)}, one core, $rounds rounds"
echo
run speed "$program" "$root/benches/peers.txt" "$dir" "$rounds"
if [ -n "$gold" ]; then
    echo
    run score "$program" "$dir" "$gold" "$drop"
fi
