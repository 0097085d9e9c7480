"""The circuits as their screen needs them: read, taken for today, copied and removed. No Textual here."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hiptimer.circuit import keeping, library
from hiptimer.circuit.describe import summary
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import Entry, Found, LibraryError, OriginKind
from hiptimer.circuit.text import clean
from hiptimer.session.estimate import minutes_of


class Shelf:
    """The circuits there are, and the one that home starts."""

    def __init__(self, directory: Path, today: Found, take: Callable[[Found], None]) -> None:
        self.directory = directory
        self.today = today
        self._take = take
        self.entries: tuple[Entry, ...] = ()
        self.read()

    def read(self) -> None:
        """Look at the files again."""
        self.entries = library.listing(self.directory)

    def take(self, name: str) -> None:
        """Home starts this one from now on. Raises `LibraryError` or `CircuitFaults`."""
        found = library.find(name, self.directory)
        parse(found.text, found.origin.file)
        self.today = found
        self._take(found)

    def kept(self, name: str) -> None:
        """A file was made or changed; where it is home's, home has it as it is now."""
        self.read()
        if name == self.today.name:
            self.take(name)

    def found(self, name: str) -> Found:
        """The text of a circuit. Raises `LibraryError`."""
        return library.find(name, self.directory)

    def copy(self, source: str, name: str) -> str:
        """A copy of a circuit under another name; gives that as it is kept. Raises `LibraryError`."""
        name = keeping.file_name(name)
        keeping.keep(name, self.found(source).text, self.directory)
        self.read()
        return name

    def remove(self, name: str) -> str:
        """Move the file away; where it is now. Raises `LibraryError`."""
        aim = keeping.take_away(name, self.directory)
        self.read()
        return clean(f"{name} is moved to {keeping.REMOVED}/{aim.name}")

    def free_name(self, name: str) -> str:
        """A name for a copy that no circuit has."""
        taken = {entry.name for entry in self.entries}
        name = name[: keeping.LONGEST_NAME - 6]
        found, number = f"my-{name}", 1
        while found in taken:
            number += 1
            found = f"my-{name}-{number}"
        return found

    def wrong_name(self, name: str) -> str:
        """Why no new circuit can be called so; empty where one can."""
        try:
            name = keeping.file_name(name)
        except LibraryError as error:
            return str(error)
        taken = {entry.name for entry in self.entries}
        return f"There is a circuit {clean(name)} already. Take another name." if name in taken else ""


def is_own(entry: Entry) -> bool:
    """Whether there is a file of the user's."""
    return entry.origin.kind is not OriginKind.BUILT_IN


def first_fault(error: LibraryError | CircuitFaults) -> str:
    """What is wrong, in one sentence."""
    return str(error.faults[0] if isinstance(error, CircuitFaults) else error)


def about(entry: Entry, directory: Path) -> tuple[str, str]:
    """What a circuit is, or what is wrong with its file; and whose it is."""
    if entry.circuit is None:
        return f"can't be used: {entry.problem.removeprefix(f'{directory}{os.sep}')}", str(entry.origin)
    return f"{summary(entry.circuit)}; about {minutes_of(entry.circuit)} min", str(entry.origin)
