"""The arguments of `hiptimer start`."""

from __future__ import annotations

import argparse

from hiptimer.commands.arguments.parsing import CIRCUIT, Commands, Parser, add, seconds, whole
from hiptimer.limits import MOST_REACH, MOST_SECONDS, MOST_SETS

DEFAULT_CIRCUIT = "runner-hips"
COUNTS = ("key", "pace", "tap")

_EXAMPLES = """\
The big key is space: start, done, go on. In a session ? shows all keys.
A time given here replaces every countdown of its kind in the circuit.

examples:
  hiptimer start                           the runner's hip circuit
  hiptimer start ./mine.toml --rest 60     your own file, a minute of rest
  hiptimer start --count pace --reach 4    the app counts; 4 s to reach the key
  hiptimer start --guest                   somebody else trains
  hiptimer start --resume                  go on with what was left open
  hiptimer start --plain                   line by line; the keys are the same"""


def add_to(commands: Commands[Parser]) -> None:
    """`start`: the circuit, its times, and who trains."""
    start = add(commands, "start", "start a session; its first set waits for your key", _EXAMPLES)
    start.add_argument(
        "circuit", nargs="?", metavar=CIRCUIT,
        help=f"name of a circuit (default: {DEFAULT_CIRCUIT}; hiptimer circuits list has all), "
        "or path of a file that ends in .toml",
    )  # fmt: skip
    start.add_argument(
        "--sets", type=whole(1, MOST_SETS), metavar="N",
        help=f"rounds, 1 to {MOST_SETS} (default: the circuit's)",
    )  # fmt: skip
    _add_times(start)
    start.add_argument(
        "--count", choices=COUNTS,
        help="who counts reps: key = you, one press at the end; pace = the app, aloud; "
        "tap = you, a press for each (default: the circuit's, else as answered on the first start)",
    )  # fmt: skip
    add_ways(start)
    which = start.add_mutually_exclusive_group()
    add_new(which)
    which.add_argument(
        "--resume", action="store_true",
        help="go on with the session that was left open (with --guest, a guest's), with its own circuit and "
        "options; --mute counts",
    )  # fmt: skip


def add_ways(start: Parser) -> None:
    """How a session is heard and shown, and whose it is: the same whatever is started."""
    start.add_argument("--mute", action="store_true", help="no sound")
    start.add_argument(
        "--guest", action="store_true",
        help="somebody else trains: logged as a guest's, and left out of your statistics",
    )  # fmt: skip
    start.add_argument(
        "--plain", action="store_true",
        help="as text, line by line, and nothing drawn: for screen readers and pipes "
        "(by itself where TERM=dumb)",
    )  # fmt: skip


def add_new(start: argparse._ActionsContainer) -> None:
    """What becomes of a session that was left open."""
    start.add_argument(
        "--new", action="store_true",
        help="begin anew; your session that was left open (with --guest, a guest's) is closed as partial",
    )  # fmt: skip


def _add_times(start: Parser) -> None:
    add_time(start, "--lead-in", "before a set begins, after the big key")
    add_time(start, "--switch", "to switch sides")
    add_time(start, "--rest", "before the next exercise")
    add_time(start, "--round-rest", "before the next round")
    start.add_argument(
        "--reach", type=seconds(MOST_REACH), metavar="S",
        help=f"seconds from the end of a hold to your key press, taken off every hold, 0 to {MOST_REACH} "
        "(default: as answered on the first start, else 0)",
    )  # fmt: skip


def add_time(start: Parser, name: str, about: str, default: str = "the circuit's") -> None:
    """An option for the length of one kind of countdown."""
    start.add_argument(
        name, type=seconds(MOST_SECONDS), metavar="S",
        help=f"seconds {about}, 0 to {MOST_SECONDS} (default: {default})",
    )  # fmt: skip
