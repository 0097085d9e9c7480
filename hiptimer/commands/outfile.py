"""A file that a command writes: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from hiptimer.circuit.text import clean
from hiptimer.commands.refusal import Refusal

_READABLE = 0o644


def written(path: Path, parts: Iterable[bytes]) -> None:
    """Put the parts in the place of the file; if that fails, what was there stays. Raises `Refusal`."""
    try:
        if path.exists() and not path.is_file():
            # a device or a pipe, such as /dev/stdout: nothing can be put in its place
            with path.open("wb") as there:
                there.writelines(parts)
            return
        path = path.resolve()  # a link into another directory stays a link
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
            try:
                new.writelines(parts)
                new.flush()
                os.fsync(new.fileno())
                new.close()
                os.chmod(new.name, path.stat().st_mode & 0o777 if path.exists() else _READABLE)
                os.replace(new.name, path)
            except BaseException:
                with suppress(OSError):
                    new.close()  # tries once more to write, where the disk is full
                with suppress(OSError):
                    os.unlink(new.name)
                raise
    except BrokenPipeError:
        # /dev/stdout, and its reader has what it wanted: the command line knows what to do
        raise
    except OSError as error:
        raise Refusal(f"can't write {clean(str(path))}: {error.strerror or error}") from error
    except ValueError as error:
        raise Refusal(f"can't write {clean(str(path))}: it is no name of a file") from error
