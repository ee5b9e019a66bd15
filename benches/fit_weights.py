#!/usr/bin/env python3
"""Fits the weights of likeness (src/matching/weights.ron) on labelled clusters of texts.

    cargo build --example signs
    python3 benches/fit_weights.py target/debug/examples/signs CLUSTERS... > weights.ron

Each cluster is a folder with texts and a gold.json (tests/clusters/README.md says what is in it). Two models are fitted.
Of the first, a pair of claims is positive (one thing) if the gold calls it a contradiction or an agreement, or explains it by
hedge, rounding or conversion; pairs that it explains otherwise, optional ones, and pairs with one telling value that it does not list are left out; all others are
negative. Of
the second, all pairs that the gold lists are positive (one matter), all others negative. Each is a logistic regression with
a ridge of 1 on the weights, fitted by Newton's method. What leaving out one cluster at a time gives goes to standard error."""
import json, math, pathlib, subprocess, sys

SAME = ('hedge_covers', 'rounding', 'unit_conversion')
LIKELY, KNOWN, RELATED, ALIKE, STATED, STATED_ALIKE = 0.35, 0.2, 0.08, 0.1, 0.1, 0.2


def same_thing(pair):
    if pair.get('optional'):
        return None
    return 1 if pair['relation'] in ('contradiction', 'agreement') or pair['why'] in SAME else None


def one_matter(pair):
    return 1


def rows(program, folder):
    gold = json.loads((folder / 'gold.json').read_text())
    files = [one['file'] for one in gold['documents']]
    text = {file: (folder / file).read_text() for file in files}

    def span(claim):
        at = text[claim['file']].find(claim['fragment'])
        start = len(text[claim['file']][:at].encode())
        return claim['file'], start, start + len(claim['fragment'].encode())

    spans = {claim['id']: span(claim) for claim in gold['claims']}
    hit = lambda one, two: one[0] == two[0] and one[1] < two[2] and two[1] < one[2]
    out = subprocess.run([program, *files], cwd=folder, capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        pair = json.loads(line)
        a, b = ((side['file'], side['start'], side['end']) for side in (pair['a'], pair['b']))
        is_of = lambda gold, one, two: hit(spans[gold['a']], one) and hit(spans[gold['b']], two)
        known = [one for one in gold['pairs'] if is_of(one, a, b) or is_of(one, b, a)]
        yield folder.name, known, pair['signs']


def solve(matrix, right):
    size = len(right)
    rows = [row[:] + [right[at]] for at, row in enumerate(matrix)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(size):
            if other != at and rows[other][at]:
                factor = rows[other][at] / rows[at][at]
                rows[other] = [x - factor * y for x, y in zip(rows[other], rows[at])]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def logistic(z):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def fit(data, names, ridge=1.0, rounds=12):
    place = {name: at + 1 for at, name in enumerate(names)}
    size = len(names) + 1
    weights = [0.0] * size
    points = [([(0, 1.0)] + [(place[k], v) for k, v in signs.items() if v], y) for _, y, signs in data]
    for _ in range(rounds):
        slope = [0.0] + [-ridge * w for w in weights[1:]]
        curve = [[(ridge if at else 1e-6) if at == to else 0.0 for to in range(size)] for at in range(size)]
        for signs, y in points:
            p = logistic(sum(weights[at] * v for at, v in signs))
            for at, v in signs:
                slope[at] += (y - p) * v
                for to, u in signs:
                    curve[at][to] += p * (1 - p) * v * u
        weights = [w + d for w, d in zip(weights, solve(curve, slope))]
    return weights


def tally(data, weights, names, least):
    place = {name: at + 1 for at, name in enumerate(names)}
    counts = [0, 0, 0]
    for _, y, signs in data:
        found = logistic(weights[0] + sum(weights[place[k]] * v for k, v in signs.items())) >= least
        if found or y:
            counts[0 if found and y else 1 if found else 2] += 1
    return counts


def labelled(rows, label):
    for folder, known, signs in rows:
        labels = [label(one) for one in known]
        # Only a selection of agreements is listed: one telling value in both that is not is no sign of two things.
        if None not in labels and (known or not (signs.get('same_value') or signs.get('rounded'))):
            yield folder, max(labels, default=0), signs


def left_out(data, names, least):
    total = [0, 0, 0]
    for cluster in sorted({row[0] for row in data}):
        weights = fit([row for row in data if row[0] != cluster], names)
        left = tally([row for row in data if row[0] == cluster], weights, names, least)
        total = [x + y for x, y in zip(total, left)]
    return total


def main():
    folders = [one for root in sys.argv[2:] for one in sorted(pathlib.Path(root).iterdir()) if (one / 'gold.json').exists()]
    program = str(pathlib.Path(sys.argv[1]).resolve())
    all_rows = [row for folder in folders for row in rows(program, folder)]
    names = sorted({name for _, _, signs in all_rows for name in signs})
    print('// Weights of likeness: logistic regressions on labelled pairs (benches/fit_weights.py; docs/accuracy.md).\n(')
    print(f'    likely: {LIKELY}, known: {KNOWN}, related: {RELATED}, alike: {ALIKE}, stated: {STATED}, stated_alike: {STATED_ALIKE},')
    for name, label, least in (('same_thing', same_thing, LIKELY), ('one_matter', one_matter, RELATED)):
        data = list(labelled(all_rows, label))
        found, many, missed = left_out(data, names, least)
        print(f'{name}, left out in turn: {found} found, {many} too many, {missed} missed', file=sys.stderr)
        weights = fit(data, names)
        print(f'    {name}: {{\n        "bias": {weights[0]:.2f},')
        for sign, weight in zip(names, weights[1:]):
            print(f'        "{sign}": {weight:.2f},')
        print('    },')
    print(')')


main()
