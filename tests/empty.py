"""Empty histories for tests, made once and then copied."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hiptimer.history.store import Store


@cache
def empty_history() -> bytes:
    """A history as it is made, with nothing in it: most of its time is that of the disk."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "history.db"
        Store.open(path).close()
        return path.read_bytes()


def bring_empty(path: Path) -> None:
    """An empty history there, if there is none."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(empty_history())
