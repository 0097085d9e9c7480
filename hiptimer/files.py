"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, parts: str | Iterable[bytes]) -> None:
    """Put a text, as UTF-8, or parts in the place of a file; if that fails, what was there stays.

    A link stays a link, a file keeps its permissions, and a new one has those the user gives to files. A
    device or a pipe, such as /dev/stdout, is written to: nothing can be put in its place. Raises `OSError`,
    and what the parts raise.
    """
    made = _made(parts)
    if path.exists() and not path.is_file():
        with path.open("wb") as there:
            there.writelines(made)
        return
    path = resolved(path)
    with _written_beside(path, made) as new:
        os.replace(new, path)


def write_new(path: Path, parts: str | Iterable[bytes]) -> None:
    """The same where no file is. Raises `FileExistsError` where one is, else as `write_whole` does."""
    with _written_beside(path, _made(parts)) as new:
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # a disk that knows no links, such as a USB stick
            with path.open("xb") as stream:
                stream.write(new.read_bytes())
                _sync(stream)


def resolved(path: Path) -> Path:
    """Where a file really is, or would be: the end of its links.

    Raises `OSError` for a link that leads to itself; of `Path.resolve`, Python 3.12 and older make a
    `RuntimeError` of it, and newer ones a path that is still the link.
    """
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return real


@contextmanager
def _written_beside(path: Path, parts: Iterable[bytes]) -> Iterator[Path]:
    """A file in the same directory that has the parts already; gone at the end if it was not moved away."""
    before = path.stat().st_mode & 0o777 if path.exists() else None
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with open(new, "xb", opener=lambda name, how: os.open(name, how, before or 0o666)) as stream:
            stream.writelines(parts)
            _sync(stream)
        if before is not None:
            os.chmod(new, before)
        yield new
    finally:
        with suppress(OSError):
            new.unlink()


def _made(parts: str | Iterable[bytes]) -> Iterable[bytes]:
    return [parts.encode("utf-8")] if isinstance(parts, str) else parts


def _sync(stream: BinaryIO) -> None:
    """What was written stands on the disk before the file is moved to its place."""
    stream.flush()
    os.fsync(stream.fileno())
