"""Where `hiptimer` and `python -m hiptimer` begin. Imports nothing itself, so that Ctrl+C ends it quietly."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def start() -> int:
    """Run the command line, all of its imports included; its exit code. After that, Ctrl+C does nothing."""
    try:
        from hiptimer.cli import main

        code = main()
    except KeyboardInterrupt:
        code = INTERRUPTED
    # where ^C ended an exec, as dataclasses have it, CPython would end by the signal; the next one forgets it
    exec("")
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return code


if __name__ == "__main__":
    sys.exit(start())
