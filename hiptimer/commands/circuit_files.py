"""What `hiptimer circuits` does to files: new, copy, edit, remove, and where they are."""

from __future__ import annotations

import sys
from pathlib import Path

from hiptimer.circuit import keeping, library
from hiptimer.commands.editor import open_editor
from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.commands.terminal import is_terminal


def new(name: str) -> list[str]:
    """A circuit to begin with; what to say about it, line by line. Raises `LibraryError`."""
    name = keeping.file_name(name)
    if name in library.builtin_names():
        raise Refusal(
            f"{name} is the name of a built-in circuit. Take another one, or let "
            f"hiptimer circuits copy {name} {name} put yours in its place"
        )
    title = name.replace("-", " ").replace("_", " ")
    path = keeping.keep(name, keeping.template(title[0].upper() + title[1:]), places().circuits)
    return [f"{path}: a circuit to begin with", *_what_now(name)]


def copy(source: str, name: str) -> list[str]:
    """A copy of a circuit, its comments too; what to say about it. Raises `LibraryError`."""
    directory = places().circuits
    found = library.find(source, directory)
    name = keeping.file_name(name)
    path = keeping.keep(name, found.text, directory)
    instead = ", in place of the built-in one" if name in library.builtin_names() else ""
    return [f"{path}: a copy of {source}{instead}", *_what_now(name)]


def _what_now(name: str) -> tuple[str, str]:
    word = f'"{name}"' if " " in name else name
    return f"hiptimer circuits edit {word}    to change it", f"hiptimer start {word}    to start it"


def edit(name: str) -> Path:
    """The file of a circuit, once the editor is closed. Raises `LibraryError`."""
    path = keeping.own(name, places().circuits)
    open_editor(path)
    return path


def remove(name: str, yes: bool) -> str:
    """Move the file of a circuit away, after asking. Raises `LibraryError`."""
    directory = places().circuits
    path = keeping.own(name, directory)
    if not yes and not _agreed(f"Remove {path}? It is moved to {keeping.REMOVED}, not deleted. [y/N] "):
        return "Nothing is removed."
    aim = keeping.take_away(name, directory)
    built_in = f"; {path.stem} is the built-in one again" if path.stem in library.builtin_names() else ""
    return f"{path} is now {aim}{built_in}"


def _agreed(question: str) -> bool:
    if not is_terminal(sys.stdin) or not is_terminal(sys.stdout):
        raise Refusal("there is no terminal to ask in, and a circuit is removed only after asking: add --yes")
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        return False


def path(name: str | None) -> str:
    """Where a circuit of the user's is, or their directory, which need not exist. Raises `LibraryError`."""
    directory = places().circuits
    return str(directory if name is None else keeping.own(name, directory))
