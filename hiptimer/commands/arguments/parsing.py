"""What all parsers share: one sentence for what is wrong, no abbreviations, readers of numbers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Commands = argparse._SubParsersAction

CIRCUIT = "CIRCUIT"
"""What help calls the name of a circuit; the completions know it by that."""
FILE = "FILE"
"""What help calls the path of a file with sessions."""
OUTPUT = "OUTPUT"
"""What help calls the path of a file that is written."""
STDOUT = "-"
"""What stands for standard output where a file is asked for."""
FIGURE = "FIGURE"
"""What help calls the name of a figure."""


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and leave with 2."""
        from hiptimer.circuit.text import clean

        message = message.replace("ignored explicit argument", "expected no value, got")
        # argparse's own way of printing fails on some Pythons where stderr is closed
        if sys.stderr is not None:
            end = "" if message.endswith("?") else "."
            print(f"{self.prog}: {clean(message)}{end} See {self.prog} --help.", file=sys.stderr)
        self.exit(2)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, but what is unknown is told by the command it stands behind."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}{_meant(self._likely(unknown))}")
        return found, unknown

    def _likely(self, unknown: Sequence[str]) -> str:
        """The same option behind a command that has it, or one of this command's that is called nearly so."""
        from hiptimer.circuit.text import nearest

        below = [one for on in self._actions if isinstance(on, Commands) for one in on.choices.values()]
        behind = (
            f"{one.prog} {word}" for word in unknown for one in below if word in one._option_string_actions
        )
        near = (nearest(word, self._option_string_actions) for word in unknown)
        return next(filter(None, (*behind, *near)), "")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """As argparse does, but a full disk is told."""
        stream = file or sys.stderr
        if stream is not None:
            stream.write(message)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Of several words one, or what was probably meant; argparse's own way is other on every Python."""
        if action.choices is None or value in action.choices:
            return
        error = expected_one_of(map(str, action.choices), str(value))
        raise argparse.ArgumentError(action, str(error))


def make(make: Callable[..., Parser], *names: str, **more: str) -> Parser:
    """A parser with the manners of ours; `more` is argparse's own."""
    # an abbreviation that works today would break with the next option that begins like it
    return make(
        *names, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **more
    )  # fmt: skip


def add(commands: Commands[Parser], name: str, about: str, epilog: str) -> Parser:
    """One more command: its line in the list of commands, and its own help."""
    described = f"{about[0].upper()}{about[1:]}."
    return make(commands.add_parser, name, help=about, description=described, epilog=epilog)


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers within a range, for argparse."""
    words = f"{low} or more" if high is None else f"from {low} to {high}"

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise expected(f"a whole number, {words}", text) from None
        if number < low or (high is not None and number > high):
            raise expected(f"a whole number, {words}", text)
        return number

    return read


def seconds(high: int) -> Callable[[str], float]:
    """A reader of seconds from 0 to `high`, for argparse; not-a-number is out of every range."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            raise expected(f"seconds, from 0 to {high}", text) from None
        if not 0 <= number <= high:
            raise expected(f"seconds, from 0 to {high}", text)
        return number

    return read


def expected(what: str, text: str) -> argparse.ArgumentTypeError:
    """What argparse wants to be raised: what was expected, and what it got instead."""
    from hiptimer.circuit.text import quoted

    return argparse.ArgumentTypeError(f"expected {what}, got {quoted(text)}")


def expected_one_of(known: Iterable[str], text: str) -> argparse.ArgumentTypeError:
    """The same of words, with the one that was probably meant."""
    from hiptimer.circuit.text import nearest, quoted, words

    names = list(known)
    hint = nearest(text, names)
    return argparse.ArgumentTypeError(f"expected one of {words(names)}, got {quoted(text)}{_meant(hint)}")


def _meant(hint: str) -> str:
    return f'; did you mean "{hint}"?' if hint else ""
