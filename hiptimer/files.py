"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

_READABLE = 0o644


def write_whole(path: Path, text: str) -> None:
    """Put a text, as UTF-8, in the place of a file, with the permissions that one had. Raises `OSError`."""
    with _written_beside(path, text) as new:
        os.replace(new, path)


def write_new(path: Path, text: str) -> None:
    """Put a text, as UTF-8, where no file is. Raises `FileExistsError` where one is, else `OSError`."""
    with _written_beside(path, text) as new:
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # a disk that knows no links, such as a USB stick
            with path.open("xb") as stream:
                stream.write(text.encode("utf-8"))
        os.unlink(new)


@contextmanager
def _written_beside(path: Path, text: str) -> Iterator[str]:
    """The name of a file in the same directory that has the text already; gone if it is not put in place."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
        try:
            new.write(text.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
            new.close()
            os.chmod(new.name, path.stat().st_mode & 0o777 if path.exists() else _READABLE)
            yield new.name
        except BaseException:
            with suppress(OSError):
                new.close()  # tries once more to write, where the disk is full
            Path(new.name).unlink(missing_ok=True)
            raise
