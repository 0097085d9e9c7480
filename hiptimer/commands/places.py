"""The directories, with a sentence where they can't be named."""

from __future__ import annotations

from hiptimer.commands.refusal import Refusal
from hiptimer.paths import HOME_VARIABLE, Paths, find_paths


def places() -> Paths:
    """The directories of this user."""
    try:
        return find_paths()
    except RuntimeError as error:
        # a ~name of nobody, or no home at all
        raise Refusal(f"there is no place for files: {error} Set {HOME_VARIABLE} to a directory") from error
