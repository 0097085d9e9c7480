"""Values over time as lines of text: each series has a letter of its own, so that it is told without colour.

plotext (MIT) draws; it is imported when the first plot is. A series is drawn by itself and laid over the
others, so that each sign on the plot is known to be of one series, or of more than one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from hiptimer.values import dataclass

BRAILLE = range(0x2800, 0x2900)
SHARED = "="
"""Where points of more than one series fall on one place."""
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0)
"""Between two values on the axis: round ones, of seconds as of kilograms."""
ROWS_A_VALUE, COLUMNS_A_DATE = 2, 18
COLUMNS_A_POINT = 4
"""Below this the points stand so close that a line between them is only in the way."""
YEARLY = 300
"""Days from which on the dates need their year."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Series:
    """One side's values."""

    sign: str
    """A letter."""
    points: tuple[tuple[datetime, float], ...]
    """Oldest first; no value is negative."""


Piece = tuple[str, int | None]
"""Text, and the number of its series; one more than the last: of several; None: the axes."""


def plot(series: Sequence[Series], width: int, height: int) -> list[list[Piece]]:
    """The plot as lines of pieces, `height` lines of at most `width` columns; none without points."""
    instants = [at for one in series for at, _ in one.points]
    if not instants:
        return []
    frame = _frame(series, min(instants), max(instants), width, height)
    # what is on the empty one, too, is the axes'
    layers = [_draw(one, frame) for one in (*series, Series("", ()))]
    return [_laid_over(rows) for rows in zip(*layers, strict=True)]


@dataclass(frozen=True, slots=True)
class _Frame:
    width: int
    height: int
    begin: datetime
    days: float
    top: float
    step: float
    dates: int


def _frame(series: Sequence[Series], begin: datetime, end: datetime, width: int, height: int) -> _Frame:
    most = max((value for one in series for _, value in one.points), default=0.0)
    room = max(1, (height - 2) // ROWS_A_VALUE)
    step = next((one for one in STEPS if one * room >= most), STEPS[-1])
    top = step * max(1, -(-most // step))
    return _Frame(width, height, begin, (end - begin) / DAY, top, step, max(2, width // COLUMNS_A_DATE))


def _draw(series: Series, frame: _Frame) -> list[str]:
    import plotext

    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limit_size(False, False)  # our own widget knows its size; plotext would ask the terminal
    plotext.plot_size(frame.width, frame.height)
    plotext.xaxes(True, False)
    plotext.yaxes(True, False)
    plotext.ylim(0, frame.top)
    # one day before and after, where there is only one
    plotext.xlim(*((0.0, frame.days) if frame.days else (-1.0, 1.0)))
    plotext.yticks(*_values(frame))
    plotext.xticks(*_dates(frame))
    # plotext labels no axes without a point
    plotext.scatter([0.0], [0.0], marker=" ")
    if series.points:
        days = [(at - frame.begin) / DAY for at, _ in series.points]
        values = [value for _, value in series.points]
        if frame.width >= COLUMNS_A_POINT * len(values):
            plotext.plot(days, values, marker="braille")
        plotext.scatter(days, values, marker=series.sign)
    return [line.replace("\x1b[0m", "") for line in str(plotext.build()).splitlines()]


def _values(frame: _Frame) -> tuple[list[float], list[str]]:
    values = [frame.step * place for place in range(round(frame.top / frame.step) + 1)]
    return values, [f"{value:g}" for value in values]


def _dates(frame: _Frame) -> tuple[list[float], list[str]]:
    number = frame.dates if frame.days >= frame.dates else 1 + bool(frame.days)
    days = [frame.days * place / max(1, number - 1) for place in range(number)]
    dates = [frame.begin + day * DAY for day in days]
    return days, [f"{at:%b %Y}" if frame.days > YEARLY else f"{at.day} {at:%b}" for at in dates]


def _laid_over(rows: tuple[str, ...]) -> list[Piece]:
    """One line of the plot from that of each series; the axes are the same on all of them."""
    width = max(map(len, rows))
    cells = (_cell(signs) for signs in zip(*(row.ljust(width) for row in rows), strict=True))
    return [
        ("".join(sign for sign, _ in run), owner) for owner, run in groupby(cells, key=lambda one: one[1])
    ]


def _cell(signs: tuple[str, ...]) -> Piece:
    if len(set(signs)) == 1:
        return signs[0], None
    drawn = [(sign, owner) for owner, sign in enumerate(signs) if sign != " "]
    points = [(sign, owner) for sign, owner in drawn if ord(sign) not in BRAILLE]
    match points or drawn:
        case []:
            return " ", None
        case [only]:
            return only
        case [_, *_] if points:
            return SHARED, len(signs) - 1
        case lines:
            return chr(_joined(sign for sign, _ in lines)), len(signs) - 1


def _joined(lines: Iterator[str]) -> int:
    dots = 0
    for sign in lines:
        dots |= ord(sign)
    return dots
