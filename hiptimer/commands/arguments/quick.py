"""The arguments of `hiptimer quick`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiptimer.commands.arguments.parsing import Commands, Parser, add, expected
from hiptimer.commands.arguments.start import add_new, add_time, add_ways

if TYPE_CHECKING:
    from hiptimer.circuit.quick import Intervals

LEAD_IN = 10
LONGEST_NAME = 200

_EXAMPLES = """\
Once begun, all of it runs by itself. It is logged as any other session.

examples:
  hiptimer quick 8x20/10            eight times 20 s, 10 s of rest between
  hiptimer quick 5x3:00/1:00        five times 3 min, 1 min of rest between
  hiptimer quick 10x60              ten times a minute, without a rest
  hiptimer quick 4x45/15 --save core --name "Core"
  hiptimer start core               the same again"""


def add_to(commands: Commands[Parser]) -> None:
    """`quick`: the intervals, and what is kept of them."""
    quick = add(commands, "quick", "start an interval workout, such as 8x20/10", _EXAMPLES)
    quick.add_argument(
        "intervals", type=read_intervals, metavar="INTERVALS",
        help="ROUNDSxWORK/REST, in seconds or minutes:seconds; no rest after the last",
    )  # fmt: skip
    quick.add_argument(
        "--name",
        type=read_name,
        metavar="TEXT",
        help="what it is called in the log (default: the intervals)",
    )
    quick.add_argument(
        "--save",
        metavar="NAME",
        help="keep it as a circuit of yours too: hiptimer start NAME begins it again",
    )
    add_time(quick, "--lead-in", "before the first interval", str(LEAD_IN))
    add_ways(quick)
    add_new(quick)


def read_intervals(text: str) -> Intervals:
    """A reader of intervals, for argparse."""
    from hiptimer.circuit.quick import NotIntervals, intervals

    try:
        return intervals(text)
    except NotIntervals as error:
        raise expected(str(error), text) from None


def read_name(text: str) -> str:
    """A reader of a name for the log, for argparse."""
    from hiptimer.circuit.text import steers

    if not 1 <= len(text.strip()) <= len(text) <= LONGEST_NAME or any(map(steers, text)):
        raise expected(f"1 to {LONGEST_NAME} characters, none that control a terminal", text)
    return text
