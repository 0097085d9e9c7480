"""What the tab key is answered: the shell runs hiptimer itself, and argcomplete tells it what fits."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping

from hiptimer.circuit.text import steers
from hiptimer.commands.arguments.parsing import CIRCUIT, FIGURE, FILE, OUTPUT

Completer = Callable[..., Iterator[str]]
"""Called by argcomplete with `prefix`, what is typed of the argument, and more that is not needed here.

Each imports what it looks in: a command's own name must be completed at once.
"""


def answer(parser: argparse.ArgumentParser) -> None:
    """Tell the shell what may stand at its cursor, and leave the process."""
    # only here: whoever asks for no completion starts without it
    from argcomplete import autocomplete
    from argcomplete.completers import SuppressCompleter

    for action in _actions(parser):
        if action.metavar in COMPLETERS:
            vars(action)["completer"] = COMPLETERS[str(action.metavar)]  # where argcomplete looks for it
    # without a default, a number or a new name would be completed as any file
    autocomplete(
        parser, always_complete_options=False, validator=_fits, default_completer=SuppressCompleter()
    )


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of every command."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in set(action.choices.values()):
                yield from _actions(command)


def _circuits(prefix: str, **_: object) -> Iterator[str]:
    """The names of all circuits, then the files that could be one."""
    from hiptimer.circuit.library import ENDING, names
    from hiptimer.paths import find_paths

    yield from names(find_paths().circuits)
    yield from _files(prefix, ENDING)


def _session_files(prefix: str, **_: object) -> Iterator[str]:
    """What export writes, and directories to go on in."""
    yield from _files(prefix, ".json")


def _files(prefix: str, ending: str = "", **_: object) -> Iterator[str]:
    """Files with an ending, and directories; what is hidden only where its dot is typed."""
    begun = prefix.rpartition("/")[2]
    typed = prefix.removesuffix(begun)
    folder = os.path.expanduser(typed) or "."
    try:
        inside = sorted(os.listdir(folder))
    except (OSError, ValueError):
        return
    for name in inside:
        if name.startswith(".") and not begun.startswith("."):
            continue
        if os.path.isdir(os.path.join(folder, name)):
            yield f"{typed}{name}/"
        elif name.lower().endswith(ending):
            yield typed + name


def _figures(**_: object) -> Iterator[str]:
    from hiptimer.figure.shelf import figures

    yield from figures()


COMPLETERS: Mapping[str, Completer] = {
    CIRCUIT: _circuits,
    FILE: _session_files,
    FIGURE: _figures,
    OUTPUT: _files,
}
"""What completes an argument, by what help calls it; a choice of words is completed by argcomplete."""


def _fits(found: str, prefix: str) -> bool:
    """Whether it goes on from what is typed, and the shell would hand it over as it is.

    argcomplete or the shell puts a backslash before a space or a `$`, but not before what would begin an
    option, a comment or somebody's home; and nothing helps against what steers the terminal itself.
    """
    misread = found.startswith(("-", "#")) or (found.startswith("~") and not prefix.startswith("~/"))
    return found.startswith(prefix) and not misread and not any(map(steers, found))
