"""A place in which the tab key is pressed."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

LIMIT = 30
"""Seconds anything may take on a machine that has more to do than this."""

HIPTIMER = f"""#!/bin/sh
if [ -n "$_ARGCOMPLETE" ]; then exec {shlex.quote(sys.executable)} -m hiptimer "$@"; fi
printf 'GOT'; printf '<%s>' "$@"; echo 'END'
"""
"""Answers the tab key as hiptimer does, and shows what it is given otherwise."""


def circuit_file(home: Path, name: str) -> None:
    """A circuit of the runner's; nothing need stand in it to be found."""
    (home / "config" / "circuits").mkdir(parents=True, exist_ok=True)
    (home / "config" / "circuits" / f"{name}.toml").touch()
