"""Where circuits come from: the built-in ones, the user's directory, or a file anywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.text import clean, nearest, quoted
from hiptimer.file_words import not_read, why
from hiptimer.limits import LONGEST_TEXT
from hiptimer.values import dataclass

ENDING = ".toml"
"""What the name of a circuit file ends with."""
_ENDS = f"the name of a circuit file ends in {ENDING}"
_BUILTIN = Path(__file__).with_name("builtin")
_TRIAL = "try-a-minute"
HOME_CIRCUIT = "runner-hips"
"""The circuit that home starts."""


class OriginKind(StrEnum):
    """Whose a circuit is, in words that can be shown."""

    BUILT_IN = "built-in"
    USER = "yours"
    INSTEAD = "yours, in place of the built-in one"
    FILE = "a file"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a circuit comes from; as text, the words for it and the file."""

    kind: OriginKind
    file: str
    """What messages call the file: its path, or the name of a built-in circuit."""

    def __str__(self) -> str:
        """One line, safe to print."""
        built_in = self.kind is OriginKind.BUILT_IN
        return str(self.kind) if built_in else f"{self.kind}: {clean(self.file)}"


class Found(NamedTuple):
    """A circuit's text, not yet read as TOML."""

    name: str
    """What the circuit is asked for by; a file's name without its ending."""
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of circuits: a circuit, or what is wrong with its file."""

    name: str
    origin: Origin
    circuit: Circuit | None
    problem: str = ""
    """The first fault, or why the file can't be read; empty when there is a circuit."""


class LibraryError(Exception):
    """No circuit can be had; the message is a sentence for the user, safe to print."""


class UnknownCircuit(LibraryError):
    """No circuit has the name."""

    def __init__(self, name: str, known: tuple[str, ...], hint: str = "") -> None:
        hint = hint or nearest(name, known)
        meant = f" Did you mean {quoted(hint)}?" if hint else ""
        there = ", ".join(clean(one) for one in known)
        super().__init__(f"There is no circuit {quoted(name)}.{meant} There are: {there}.")


class UnreadableCircuit(LibraryError):
    """The file is there, or was asked for by its path, and can't be read."""


def builtin_names() -> tuple[str, ...]:
    """The names of the circuits that come with hiptimer, in alphabetical order."""
    inside = _BUILTIN.iterdir()
    found = {one.name.removesuffix(ENDING) for one in inside if one.name.endswith(ENDING)}
    return tuple(sorted(found - {_TRIAL}))


def names(user_dir: Path) -> tuple[str, ...]:
    """Every name a circuit can be asked for by, in alphabetical order; no file is read."""
    return tuple(sorted({*builtin_names(), *_own_files(user_dir)}))


def own_file(name: str, user_dir: Path) -> Path | None:
    """The user's file of that name, whatever stands in it; None where there is none."""
    return _own_files(user_dir).get(name)


def trial() -> str:
    """The circuit to try a minute of; its name is on no list."""
    return _builtin(_TRIAL)


def find(name_or_path: str, user_dir: Path) -> Found:
    """The text of a circuit by its name, or of a file by a path that ends in `.toml`.

    A file in `user_dir` is preferred to a built-in circuit of the same name. A path is looked up as
    it stands and then, when it is only a file's name, in `user_dir`.

    Raises:
        UnknownCircuit: nothing has that name.
        UnreadableCircuit: the file is missing, too long, not text, or may not be read, its name has
            another ending, or the directory where it would be may not be looked into.
    """
    own, builtin = _own_files(user_dir), builtin_names()
    if name_or_path.lower().endswith(ENDING):
        path = Path(name_or_path)
        if not _exists(path) and path.name == name_or_path and path.stem in own:
            path = own[path.stem]
        if not _exists(path) and path.name == name_or_path and path.stem in builtin:
            raise UnknownCircuit(name_or_path, builtin)
        return Found(path.stem, _read(path), Origin(OriginKind.FILE, str(path)))
    if name_or_path in own:
        kind = OriginKind.INSTEAD if name_or_path in builtin else OriginKind.USER
        path = own[name_or_path]
        return Found(name_or_path, _read(path), Origin(kind, str(path)))
    if name_or_path in builtin:
        return Found(name_or_path, _builtin(name_or_path), Origin(OriginKind.BUILT_IN, name_or_path))
    if closed := _closed(user_dir):
        raise UnreadableCircuit(closed)
    raise _unknown(name_or_path, names(user_dir))


def load(name_or_path: str, user_dir: Path) -> Circuit:
    """The circuit itself, its faults named by the file they are in.

    Raises:
        LibraryError: there is no such circuit, or its file can't be read.
        CircuitFaults: the text is no circuit.
    """
    found = find(name_or_path, user_dir)
    return parse(found.text, found.origin.file)


def listing(user_dir: Path) -> tuple[Entry, ...]:
    """Every circuit that can be asked for by name, and for each file with a fault the first of them.

    A directory that may not be looked into is an entry with that problem, after the others.
    """
    entries = [_entry(name, user_dir) for name in names(user_dir)]
    closed = _closed(user_dir)
    if closed:
        entries.append(Entry(user_dir.name, Origin(OriginKind.USER, str(user_dir)), None, closed))
    return tuple(entries)


def _entry(name: str, user_dir: Path) -> Entry:
    origin = Origin(OriginKind.USER, str(user_dir / f"{name}{ENDING}"))
    try:
        found = find(name, user_dir)
        origin = found.origin
        return Entry(name, origin, parse(found.text, origin.file))
    except LibraryError as error:
        return Entry(name, origin, None, str(error))
    except CircuitFaults as error:
        return Entry(name, origin, None, str(error.faults[0]))


def _builtin(name: str) -> str:
    return _BUILTIN.joinpath(f"{name}{ENDING}").read_text("utf-8")


def _own_files(user_dir: Path) -> dict[str, Path]:
    """The user's files by name; none when the directory is closed, so that the built-in ones stay."""
    try:
        inside = sorted(user_dir.iterdir())
    except OSError:
        return {}
    # Hidden ones are what editors leave behind.
    return {path.stem: path for path in inside if path.suffix.lower() == ENDING and path.name[0] != "."}


def _unknown(name: str, known: tuple[str, ...]) -> LibraryError:
    """What to say of a name that no circuit has: it may be a path whose ending no circuit file has."""
    path = Path(name)
    # a directory that is only called so is not meant: what there is helps more
    if name and _exists(path) and not (path.name == name != ".." and path.is_dir()):
        if path.is_dir():
            return UnreadableCircuit(f"{clean(name)} is a directory: {_ENDS}. Give the path of one.")
        return UnreadableCircuit(
            f"{clean(name)} is there, but not read: {_ENDS}. Give the path of one, or rename it."
        )
    if name and _exists(Path(f"{name}{ENDING}")):
        return UnknownCircuit(name, known, f"{name}{ENDING}")
    if name and (path.name != name or (path.suffix and not nearest(name, known))):
        return UnreadableCircuit(f"There is no file {clean(name)}, and {_ENDS}. Check the path.")
    return UnknownCircuit(name, known)


def _closed(user_dir: Path) -> str:
    """Why the user's directory can't be looked into; empty when it can, or is not there."""
    try:
        next(user_dir.iterdir(), None)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"{clean(str(user_dir))} can't be looked into: {why(user_dir, error)}. Check the directory."
    return ""


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _read(path: Path) -> str:
    """The text of a file, never more than `LONGEST_TEXT` bytes of it."""
    where = clean(str(path))
    try:
        # A pipe or a device would wait for ever, or never end.
        if path.exists() and not path.is_file():
            raise UnreadableCircuit(f"{where} is not a file. Give the path of a circuit file.")
        with path.open("rb") as stream:
            data = stream.read(LONGEST_TEXT + 1)
    except (OSError, ValueError) as error:
        raise UnreadableCircuit(not_read(path, error)) from error
    if len(data) > LONGEST_TEXT:
        raise UnreadableCircuit(
            f"{where} is longer than {LONGEST_TEXT:,} bytes (1 MB), the most for a circuit."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableCircuit(f"{where}:{line}: this is not UTF-8 text. Save the file as UTF-8.") from error
