"""`hiptimer circuits`: the circuits there are, one of them in words, what is wrong in one, and the files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from hiptimer.circuit import library
from hiptimer.circuit.describe import describe, summary
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.text import clean, nearest, quoted, words
from hiptimer.commands import circuit_files
from hiptimer.commands.places import places
from hiptimer.commands.refusal import FaultyFile, Refusal
from hiptimer.session.estimate import minutes_of


def run(args: argparse.Namespace) -> int:
    """Do what was asked for, and print what there is to say."""
    try:
        lines = _lines(args)
    except library.LibraryError as error:
        raise Refusal(str(error)) from error
    print("\n".join(clean(line) for line in lines))
    return 0


def _lines(args: argparse.Namespace) -> list[str]:
    match args.action:
        case "list":
            return list(_list())
        case "show":
            found, circuit = read(args.name)
            about = f"about {minutes_of(circuit)} min; {found.origin}"
            name, *rest = describe(circuit).split("\n")
            return [name, about, *rest]
        case "check":
            return _checked(args.name)
        case "edit":
            return _checked(str(circuit_files.edit(args.name)))
        case "schema":
            return _schema()
        case "new":
            return circuit_files.new(args.name)
        case "copy":
            return circuit_files.copy(args.source, args.name)
        case "remove":
            return [circuit_files.remove(args.name, args.yes)]
        case _:
            return [circuit_files.path(args.name)]


def _schema() -> list[str]:
    import json

    from hiptimer.circuit.json_schema import json_schema

    return json.dumps(json_schema(), indent=2).split("\n")


def _checked(name: str) -> list[str]:
    _, circuit = read(name)
    return [f"{name}: ok: {_summary(circuit)}", *_not_drawn(circuit)]


def _not_drawn(circuit: Circuit) -> Iterator[str]:
    """What is to be drawn and can't be: no fault, since the file may be of a version with more figures."""
    from hiptimer.figure.shelf import figures

    for exercise in circuit.exercises:
        if exercise.figure and exercise.figure not in figures():
            meant = nearest(exercise.figure, figures())
            there = f"did you mean {quoted(meant)}?" if meant else f"there are {words(figures())}"
            named = quoted(exercise.figure)
            yield f"{exercise.short}: no figure is called {named}, so none is drawn; {there}"


def read(name_or_path: str) -> tuple[library.Found, Circuit]:
    """A circuit and its text by name or path; what is wrong with it is refused, a line a fault."""
    try:
        found = library.find(name_or_path, places().circuits)
        return found, parse(found.text, found.origin.file)
    except library.LibraryError as error:
        raise Refusal(str(error)) from error
    except CircuitFaults as error:
        raise FaultyFile(str(error)) from error


def _list() -> Iterator[str]:
    directory = places().circuits
    entries = library.listing(directory)
    width = max(len(clean(entry.name)) for entry in entries) + 2
    for entry in entries:
        yield f"{clean(entry.name):<{width}}{entry.origin}"
        about = _summary(entry.circuit) if entry.circuit else f"can't be used: {entry.problem}"
        yield f"{'':<{width}}{about}"
    yield ""
    yield f"Your own go into {directory}"
    yield "hiptimer circuits new NAME makes one"


def _summary(circuit: Circuit) -> str:
    return f"{summary(circuit)}; about {minutes_of(circuit)} min"
