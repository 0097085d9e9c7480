"""A damaged history, moved out of the way under a dated name. Nothing is ever deleted or written over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from errno import EAGAIN, EINVAL, ENOENT
from itertools import count
from pathlib import Path

BESIDE = ("-wal", "-shm", "")
"""The file, after what SQLite keeps beside it: a new one must not be begun beside the rest of the old one."""
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510
"""The bytes on which every connection in WAL mode holds a lock: SHARED_FIRST in os.h of SQLite."""


class InUse(OSError):
    """Another program has the file open."""


class Replaced(OSError):
    """There is another file in its place by now."""


def identity(path: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def set_aside(path: Path, which: tuple[int, int] | None, now: datetime) -> Path:
    """Rename a history and what is beside it; its new path, such as `history.db.damaged-2026-11-23T02-50-00`.

    `which` is the file that was found damaged. Raises `InUse` where a program has it open, `Replaced` where
    it is another one by now, and `OSError` where it can't be renamed: then it stays where it is.
    """
    from hiptimer.files import resolved

    path = resolved(path)
    if path.exists() and not path.is_file():
        raise OSError(EINVAL, "it is no file")
    target = _free_name(path, now)
    # the file may be gone, and only what was beside it be left
    with _alone(path, which) if path.exists() else nullcontext():
        parts = [(end, path.with_name(path.name + end)) for end in BESIDE]
        there = [(end, part) for end, part in parts if part.exists()]
        if not there:
            raise FileNotFoundError(ENOENT, "it is gone")
        for end, part in there:
            part.rename(target.with_name(target.name + end))
    return target


def _free_name(path: Path, now: datetime) -> Path:
    stamp = f"{path.name}.damaged-{now:%Y-%m-%dT%H-%M-%S}"
    for n in count(1):
        name = stamp if n == 1 else f"{stamp}-{n}"
        if not any(os.path.lexists(path.with_name(name + end)) for end in BESIDE):
            return path.with_name(name)
    raise AssertionError


@contextmanager
def _alone(path: Path, which: tuple[int, int] | None) -> Iterator[None]:
    """Keep every other connection out of the file. On Windows, one that is open can't be renamed anyway."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    file = os.open(path, os.O_RDWR)
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError as error:
            raise InUse(EAGAIN, "it is open in another window") from error
        found = os.fstat(file)
        if (found.st_dev, found.st_ino) != which or identity(path) != which:
            raise Replaced(0, "it was replaced meanwhile")
        yield
    finally:
        os.close(file)
