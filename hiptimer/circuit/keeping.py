"""The user's own circuit files: what they may be called, and how they are made and taken away.

No file is ever lost: a new one needs a name of its own, one that is taken away is moved to the directory
`removed` beside the others, and of one that is changed the text before is kept in `earlier`.
"""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import Path

from hiptimer.circuit.library import (
    ENDING,
    LibraryError,
    UnknownCircuit,
    builtin_names,
    names,
    own_file,
)
from hiptimer.circuit.text import clean, is_plain, quoted
from hiptimer.file_words import not_read, not_written
from hiptimer.files import write_new, write_whole

LONGEST_NAME = 60
"""Characters; with four bytes for each, still a file's name everywhere."""
REMOVED = "removed"
EARLIER = "earlier"
"""The directory with the texts of circuits before they were changed."""
ELSEWHERE = "set HIPTIMER_HOME to another directory"
"""What helps where the directory of the circuits is at fault."""

_LISTED = "hiptimer circuits list names them all"
_NOT_ON_WINDOWS = frozenset('<>:"/\\|?*')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class CantKeep(LibraryError):
    """A circuit file can't be made or taken away; the message is a sentence for the user, safe to print."""


class ChangedMeanwhile(CantKeep):
    """The file is not as it was when it was read."""


def file_name(name: str) -> str:
    """The name that a circuit is kept and asked for by; an ending `.toml` is not part of it.

    Raises:
        CantKeep: no file could have the name on Linux, macOS and Windows alike.
    """
    given, name = name, unicodedata.normalize("NFC", name).removesuffix(ENDING)
    problem = _problem(name)
    if problem:
        raise CantKeep(f"A circuit can't be called {quoted(given)}: {problem}.")
    return name


def _problem(name: str) -> str:
    """Why it is no name; empty when it is one."""
    if not 1 <= len(name) <= LONGEST_NAME:
        return f"a name has 1 to {LONGEST_NAME} characters"
    if not is_plain(name):
        return "a name has no control characters"
    if "/" in name or "\\" in name:
        return "this is a path, and a name is needed, such as my-hips"
    bad = sorted(_NOT_ON_WINDOWS & set(name))
    if bad:
        return f"no file may have {' '.join(bad)} in its name on Windows"
    if name[0] in ".- " or name[-1] in ". ":
        return "a name begins with a letter or a digit, and ends with no dot or space"
    if name.split(".")[0].strip().lower() in _DEVICES:
        return "on Windows that is a device"
    return ""


def keep(name: str, text: str, user_dir: Path) -> Path:
    """Write a new circuit file; gives its path.

    Raises:
        CantKeep: the name is none or is taken, or the file can't be written.
    """
    name = file_name(name)
    taken = own_file(name, user_dir)
    path = taken or user_dir / f"{name}{ENDING}"
    try:
        user_dir.mkdir(parents=True, exist_ok=True)
        write_new(path, text)
    except FileExistsError as error:
        raise CantKeep(_taken(name, path, user_dir)) from error
    except OSError as error:
        raise CantKeep(not_written(path, error, ELSEWHERE)) from error
    return path


def _taken(name: str, path: Path, user_dir: Path) -> str:
    if not user_dir.is_dir():
        return f"{clean(str(user_dir))} is in the way: circuits need a directory there. Move it away."
    return f"There is a circuit {quoted(name)} already: {clean(str(path))}. Take another name, or remove it."


def take_away(name: str, user_dir: Path) -> Path:
    """Move a circuit file of the user's into `removed`; gives its new path.

    Raises:
        CantKeep: the file can't be moved.
        LibraryError: the user has no such circuit.
    """
    path = own(name, user_dir)
    place = user_dir / REMOVED
    try:
        place.mkdir(exist_ok=True)
        aim = _free(place, path.stem)
        path.rename(aim)
    except OSError as error:
        raise CantKeep(not_written(place / path.name, error, ELSEWHERE)) from error
    return aim


def change(name: str, text: str, before: str | None, user_dir: Path) -> Path:
    """Write a circuit file of the user's anew, and its text until now into `earlier`; gives its path.

    `before` is what is expected to stand in it; None: whatever it is.

    Raises:
        ChangedMeanwhile: something else stands in it.
        CantKeep: the file can't be read, or one of the two can't be written.
        LibraryError: the user has no such circuit any more.
    """
    path = own(name, user_dir)
    try:
        found = path.read_bytes()
    except OSError as error:
        raise CantKeep(not_read(path, error)) from error
    if before is not None and found != before.encode():
        raise ChangedMeanwhile(f"{clean(str(path))} was changed by something else meanwhile.")
    place = user_dir / EARLIER
    try:
        place.mkdir(exist_ok=True)
        write_new(_free(place, name), [found])
        write_whole(path, text)
    except OSError as error:
        raise CantKeep(not_written(path, error, ELSEWHERE)) from error
    return path


def _free(place: Path, stem: str) -> Path:
    """A path in the directory that no file has."""
    path, number = place / f"{stem}{ENDING}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = place / f"{stem}-{number}{ENDING}"
    return path


def own(name: str, user_dir: Path) -> Path:
    """The user's file of a circuit, whatever stands in it.

    Raises:
        CantKeep: the circuit is a built-in one, or a path was given.
        UnknownCircuit: there is none of the name.
    """
    given, name = name, unicodedata.normalize("NFC", name).removesuffix(ENDING)
    path = own_file(name, user_dir)
    if path is not None:
        return path
    if name in builtin_names():
        raise CantKeep(
            f"{name} is built in, and has no file of yours. "
            f"hiptimer circuits copy {name} my-{name} makes one that you can change."
        )
    if "/" in name or "\\" in name:
        raise CantKeep(f"{quoted(given)} is a path, and the name of a circuit of yours is needed. {_LISTED}.")
    raise UnknownCircuit(name, names(user_dir))


def template(name: str) -> str:
    """The text of a new circuit, with comments; `name` is what it is called in the log."""
    text = files(__package__).joinpath("template.toml").read_text("utf-8")
    return text.replace('"My circuit"', f'"{name}"', 1)
