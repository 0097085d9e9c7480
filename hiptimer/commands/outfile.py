"""A file that a command writes: whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hiptimer.commands.refusal import Refusal
from hiptimer.file_words import not_written
from hiptimer.files import resolved, write_whole


def written(path: Path, parts: str | Iterable[bytes]) -> None:
    """Put a text or parts in the place of the file; if that fails, what was there stays.

    Raises `Refusal`, and what the parts raise.
    """
    try:
        resolved(path)
    except (OSError, ValueError) as error:
        # ValueError: a NUL in it; not asked below, where the parts may raise one
        raise Refusal(not_written(path, error)) from error
    try:
        write_whole(path, parts)
    except BrokenPipeError:
        # /dev/stdout, and its reader has what it wanted: the command line knows what to do
        raise
    except OSError as error:
        raise Refusal(not_written(path, error)) from error
