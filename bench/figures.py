"""The figures of all rounds: for each question the median of what its rounds told."""
import json
import statistics

CALM = 0.5
"""Lines taken while other programs kept more than so many processors busy count only if there are no others."""


class Figures:
    def __init__(self, path):
        self.lines = {}
        for line in map(json.loads, path.read_text().splitlines()):
            if "what" in line:
                own = line["of"][2] == "gainsay, one thread"
                program = "gainsay, one thread" if own else line["peer"]
                self.lines.setdefault((line["set"], program, line["what"]), []).append(line)

    def of(self, name, program, what, field="median_s"):
        """The median of a field; none if nobody told it."""
        lines = [line for line in self.lines.get((name, program, what), []) if line.get(field) is not None]
        calm = [line for line in lines if (line.get("others") or 0) <= CALM] or lines
        return statistics.median(line[field] for line in calm) if calm else None

    def best(self, name, program, whats, field="median_s"):
        """The least of several ways to ask one question."""
        known = [self.of(name, program, what, field) for what in whats]
        return min((value for value in known if value is not None), default=None)

    def most(self, name, program, field):
        """The greatest of a field over all that a program was asked."""
        lines = [line for key, lines in self.lines.items() if key[:2] == (name, program) for line in lines]
        return max((line[field] for line in lines if line.get(field) is not None), default=None)

    def programs(self):
        """The programs and their versions."""
        found = {}
        for (_, program, _), lines in self.lines.items():
            found.setdefault(program, lines[0].get("version"))
        return found

    def checked(self):
        """How many answers were held against the reference's."""
        return sum(line.get("ok") is True for lines in self.lines.values() for line in lines)

    def restless(self):
        """How many lines were taken while the machine was busy with other things, and how many there are."""
        lines = [line for lines in self.lines.values() for line in lines]
        return sum((line.get("others") or 0) > CALM for line in lines), len(lines)


def seconds(value):
    """A time as people write it."""
    if value is None:
        return "–"
    for unit, size in ("s", 1), ("ms", 1e-3):
        if value >= size:
            return f"{digits(value / size)} {unit}"
    return f"{digits(value / 1e-6)} µs"


def digits(value):
    """Three digits that count."""
    whole = f"{value:.3g}"
    return f"{float(whole):,.0f}" if abs(value) >= 100 else whole
