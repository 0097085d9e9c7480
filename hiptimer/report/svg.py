"""A plot as SVG: lines that are told apart by shape and dash, so that it can be printed without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from html import escape
from math import ceil, log10

from hiptimer.circuit.text import clean
from hiptimer.progress.holds import Held
from hiptimer.progress.words import day
from hiptimer.report.document import Plot
from hiptimer.values import dataclass

WIDTH, HEIGHT = 720, 250
LEFT, RIGHT, TOP, BOTTOM = 40, 34, 30, 28
"""Margins around the lines."""
MOST_TICKS = 7
_COLOURS = ("#0b4f8a", "#9a3b00")
"""Each has a contrast of more than 7 to 1 on white."""
_DASHES = ("", "5 3")
_DAYS = (1, 2, 7, 14, 28)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Instants and seconds, to places on the picture."""

    first: datetime
    last: datetime
    most: float

    def x(self, at: datetime) -> float:
        span = (self.last - self.first) / timedelta(seconds=1)
        share = (at - self.first) / timedelta(seconds=1) / span if span else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, seconds: float) -> float:
        return round(HEIGHT - BOTTOM - seconds / self.most * (HEIGHT - TOP - BOTTOM), 1)


def to_svg(plot: Plot) -> str:
    """The picture, to be put into a page; readable by a screen reader through its title and description."""
    points = [one for series in plot.series for one in series.points]
    step = _nice(max(one.seconds for one in points) / (MOST_TICKS - 1))
    most = step * ceil(max(one.seconds for one in points) / step)
    scale = _Scale(min(one.at for one in points), max(one.at for one in points), most)
    inside = [
        f"<title>{safe(plot.title)}</title><desc>{safe(_described(plot))}</desc>",
        *_seconds_axis(scale, step),
        *_days_axis(scale),
    ]
    for place, series in enumerate(plot.series):
        places = [(scale.x(one.at), scale.y(one.seconds)) for one in series.points]
        inside += [
            *_legend(series.name, place),
            _line(places, place),
            *(_mark(x, y, place) for x, y in places),
        ]
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-size="12" fill="#222">{"".join(inside)}</svg>'
    )


def _described(plot: Plot) -> str:
    """Each series from its first to its last value."""
    return "; ".join(
        f"{series.name or 'held'}: {_told(series.points[0])} to {_told(series.points[-1])}"
        for series in plot.series
        if series.points
    )


def _told(held: Held) -> str:
    return f"{held.seconds:.0f} s on {day(held.at)}"


def _nice(least: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is no less."""
    power = 10.0 ** ceil(log10(least) - 1)
    return next(times * power for times in (1, 2, 5, 10) if times * power >= least * 0.999)


def _seconds_axis(scale: _Scale, step: float) -> Iterator[str]:
    for number in range(round(scale.most / step) + 1):
        y = scale.y(number * step)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ccc"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{number * step:g}</text>'
    yield f'<text x="4" y="{TOP - 16}">seconds</text>'


def _days_axis(scale: _Scale) -> Iterator[str]:
    year = None
    for tick in _ticks(scale.first.date(), scale.last.date()):
        at = datetime(tick.year, tick.month, tick.day, tzinfo=scale.first.tzinfo)
        x = scale.x(min(max(at, scale.first), scale.last))
        label = f"{tick.day} {tick:%b}" + f" {tick.year}" * (tick.year != year)
        year = tick.year
        yield f'<path d="M{x} {HEIGHT - BOTTOM}v5" stroke="#222"/>'
        yield f'<text x="{x}" y="{HEIGHT - 8}" text-anchor="middle">{label}</text>'


def _ticks(first: date, last: date) -> Sequence[date]:
    """Days from the first on, or firsts of months, as few as can be read."""
    days = (last - first).days
    for step in _DAYS:
        if days // step < MOST_TICKS:
            return [first + timedelta(days=step * number) for number in range(days // step + 1)]
    months = [first.year * 12 + first.month, last.year * 12 + last.month]
    step = next((one for one in _MONTHS if (months[1] - months[0]) // one < MOST_TICKS), _MONTHS[-1])
    return [
        date((number - 1) // 12, (number - 1) % 12 + 1, 1)
        for number in range(months[0] + 1, months[1] + 1, step)
    ]


def _line(places: Sequence[tuple[float, float]], which: int) -> str:
    along = " ".join(f"{x},{y}" for x, y in places)
    look = f'stroke="{_COLOURS[which]}" stroke-dasharray="{_DASHES[which]}"'
    return f'<polyline points="{along}" fill="none" {look}/>'


def _mark(x: float, y: float, which: int) -> str:
    """A full circle, or an open square."""
    colour = _COLOURS[which]
    if which:
        return (
            f'<rect x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7" fill="#fff" stroke="{colour}"/>'
        )
    return f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>'


def _legend(name: str, which: int) -> Iterator[str]:
    if not name:
        return
    x, y = LEFT + 80 + 110 * which, TOP - 20
    yield _line([(x, y), (x + 36, y)], which)
    yield _mark(x + 18, y, which)
    yield f'<text x="{x + 42}" y="{y + 4}">{safe(name)}</text>'


def safe(text: str) -> str:
    """Text as itself: nothing in it is a tag, and nothing in it steers."""
    return escape(clean(text))
