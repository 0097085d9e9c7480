"""What the log says of each session: a line a session, under headings of months. No Textual here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from hiptimer.history.records import SessionRecord, holds, length, standing
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.fit import clean, shorten
from hiptimer.tui.today import sets_words
from hiptimer.values import dataclass

NOTHING = "No sessions yet: space on home starts the first one."
DATE, DAY = 12, 6
"""Columns of `Sun 01 18:30`, and of `Sun 01` where there is less room."""
LENGTH, SETS = 6, 7
"""Columns of `27 min` and `24 sets`."""
GAP = 2
LEAST_HELD, MOST_HELD = 8, 20
"""Columns of the seconds held on one side: `31 28 30`, and more rounds of them."""
APART, LEAST_APART = 14, 10
"""Columns of what sets a session apart: `guest, partial`, `unfinished`."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns are that are not always alike."""

    date: int
    held: int
    """Of each side; 0: it is left out."""
    rest: int
    """Of the circuit, where there are several, and of what sets the session apart."""
    several: bool
    """Whether the log has more than one circuit."""


def columns(width: int, several: bool) -> Columns:
    """The columns for lines of so many cells."""
    for date, apart in ((DATE, APART), (DAY, LEAST_APART)):
        room = width - (1 + date + GAP + LENGTH + GAP + SETS + GAP)
        held = min((room - apart) // 2 - GAP, MOST_HELD)
        if held >= LEAST_HELD:
            return Columns(date, held, room - 2 * (held + GAP), several)
    return Columns(DAY, 0, max(room, 0), several)


def several_circuits(records: Sequence[SessionRecord]) -> bool:
    """Whether the circuit is worth telling."""
    return len({one.circuit for one in records}) > 1


def head(wide: Columns) -> str:
    """What stands above the columns."""
    names = [f" {'DATE':<{wide.date}}", f"{'LENGTH':<{LENGTH}}", f"{'DONE':<{SETS}}"]
    if wide.held:
        sides = ("HELD LEFT", "HELD RIGHT") if wide.held >= len("HELD RIGHT") else ("LEFT", "RIGHT")
        names += [f"{side:<{wide.held}}" for side in sides]
    if wide.several and wide.rest > APART:
        names.append("CIRCUIT")
    return (" " * GAP).join(names).rstrip()


def lines(
    records: Sequence[SessionRecord], wide: Columns, before: SessionRecord | None = None
) -> Iterator[Line]:
    """A line a session, its id as the key of its cell; `before`: what the last line told, if there is one."""
    month = None if before is None else _month(before)
    for record in records:
        if _month(record) != month:
            month = _month(record)
            yield (Span(f" {month}", Tone.MONTH),)
        yield (Span(" "), Span(line(record, wide), _tone(record), record.id))


def _month(record: SessionRecord) -> str:
    return f"{record.started_at:%B %Y}".upper()


def _tone(record: SessionRecord) -> Tone:
    if record.status == "open":
        return Tone.OPEN
    return Tone.HEAD if record.guest else Tone.PLAIN


def line(record: SessionRecord, wide: Columns) -> str:
    """`Sun 01 18:30  27 min  24 sets  31 28 30  29 27 28  partial`."""
    cells = [
        f"{record.started_at:%a %d %H:%M}"[: wide.date],
        f"{length(record.seconds):>{LENGTH}}",
        f"{sets_words(record, narrow=True):<{SETS}}",
    ]
    if wide.held:
        held = (holds(record, side).removesuffix(" s") for side in ("left", "right"))
        cells += [_fixed(seconds, wide.held) for seconds in held]
    cells.append(_rest(record, wide))
    return (" " * GAP).join(cells).rstrip()


def _rest(record: SessionRecord, wide: Columns) -> str:
    """The circuit as far as there is room beside the words that set the session apart."""
    apart = "unfinished" if record.status == "open" else standing(record)
    room = wide.rest - (cell_len(apart) + GAP if apart else 0)
    circuit = shorten(clean(record.circuit), room) if wide.several and room > GAP else ""
    return shorten((" " * GAP).join(filter(None, (circuit, apart))), wide.rest)


def _fixed(text: str, width: int) -> str:
    return set_cell_size(shorten(text, width), width)


def session_words(record: SessionRecord) -> str:
    """A session, in a question or a message: `Sun 01 Mar 2026 18:30`."""
    return f"{record.started_at:%a %d %b %Y %H:%M}"
