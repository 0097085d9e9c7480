"""How fast, how light, how punctual: `python -m benchmarks`, or `python -m benchmarks starting keys`.

Each row is measured by turns with what it is compared with, so that it means something on a busy machine too;
`--quick` takes a few samples of each and proves only that the rows run.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module

from benchmarks.ratios import Row, TooFew, table
from benchmarks.terminal import NotSeen

PARTS = {
    "starting": "start, memory, and the commands that draw nothing",
    "cpu": "CPU time of each phase, beside termdown and the smallest app that ticks",
    "keys": "from a key to its text on the screen",
    "cues": "how punctual a sound is handed over; drift",
    "durable": "one event on the disk",
    "core": "the machine without a screen",
    "scale": "the same at 100 and at many sessions",
}


def main() -> int:
    """Measure the parts asked for, and print one table; 1 if a target is not reached."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="parts:\n" + "\n".join(f"  {name:10}{about}" for name, about in PARTS.items()),
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure (default: all of it)")
    parser.add_argument("--quick", action="store_true", help="a few samples of each")
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_machine()}, {_load()}", flush=True)
    rows = [row for part in asked.parts or PARTS for row in _measured(part, asked.quick)]
    print("\n".join(["", *table(rows)]))
    missed = [row for row in rows if row.reached is False]
    reached = [row for row in rows if row.reached]
    print(f"\n{len(reached)} targets reached, {len(missed)} not; {_load()} at the end")
    return 1 if missed else 0


def _measured(part: str, quick: bool) -> list[Row]:
    print(f"{part}: {PARTS[part]}; {_load()}", file=sys.stderr, flush=True)
    rows = []
    try:
        rows.extend(import_module(f"benchmarks.{part}").rows(quick))
    except (TooFew, NotSeen) as failed:
        # the other parts are still worth something
        rows.append(Row(part, "failed", str(failed), reached=False))
    print("\n".join(table(rows)), file=sys.stderr, flush=True)
    return rows


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"


def _load() -> str:
    return "load " + " ".join(f"{load:.1f}" for load in os.getloadavg())


if __name__ == "__main__":
    sys.exit(main())
