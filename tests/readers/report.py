"""Lines of the form `reader: what = counted (expected)`, and whether all were as expected."""


class Report:
    """Prints each count as it comes."""

    def __init__(self):
        self.wrong = 0

    def count(self, reader, what, counted, expected):
        """One count."""
        fits = counted == expected
        self.wrong += not fits
        print(f"{reader}: {what} = {counted} ({expected}){'' if fits else '  WRONG'}", flush=True)

    def same(self, reader, what, counted, expected):
        """Sets that must be equal, of which the sizes are printed; the first that differs is named."""
        self.count(reader, what, len(counted), len(expected))
        if counted != expected and len(counted) == len(expected):
            self.wrong += 1
            print(f"{reader}: {what} differ: {sorted(counted ^ expected)[0]}  WRONG")

    def failed(self, reader, error):
        """A reader that refused the file."""
        self.wrong += 1
        print(f"{reader}: {type(error).__name__}: {error}  WRONG", flush=True)
