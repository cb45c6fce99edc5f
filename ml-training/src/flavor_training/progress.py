"""Progress of long work, on standard error: standard output belongs to results."""

import sys
import time

_START = time.monotonic()


def say(text: str) -> None:
    """Print a line with the seconds since the program began."""
    print(f"[{time.monotonic() - _START:7.1f} s] {text}", file=sys.stderr, flush=True)  # noqa: T201
