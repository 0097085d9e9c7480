"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, parts: str | Iterable[bytes]) -> None:
    """Put a text, as UTF-8, or parts in the place of a file; if that fails, what was there stays.

    A link stays a link, a file keeps its permissions, and a new one has those the user gives to files. A
    device or a pipe, such as /dev/stdout, is written to: nothing can be put in its place. Raises `OSError`,
    and what the parts raise.
    """
    made = [parts.encode("utf-8")] if isinstance(parts, str) else parts
    if path.exists() and not path.is_file():
        with path.open("wb") as there:
            there.writelines(made)
        return
    path = path.resolve()
    before = path.stat().st_mode & 0o777 if path.exists() else None
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with open(new, "xb", opener=lambda name, how: os.open(name, how, before or 0o666)) as stream:
            stream.writelines(made)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            os.chmod(new, before)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` where one is, and `OSError`."""
    path.open("xb").close()  # from here on the name is taken, and the file is ours
    try:
        write_whole(path, text)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
