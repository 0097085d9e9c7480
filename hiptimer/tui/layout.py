"""Where the parts of the live screen stand, and how large: for any size of terminal. No Textual here.

Every arrangement (beside each other, one below the other, ...) is tried with every size of its largest
parts, and the best one is taken. What is best: each text counts with its weight times the logarithm of
the height of its letters, so that doubling them is worth the same wherever it happens, and nothing is
made huge while something else stays small. The weights are those of a glance: digits, side, name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, product
from math import log
from types import MappingProxyType

from hiptimer.tui.column import Box, Column, Grade, Letters, Part, Picture, Prose, Settled, column
from hiptimer.values import dataclass

NUMBER, SIDE, NAME, TAKE, WORD, LIMB = 3.0, 2.0, 1.4, 0.6, 0.8, 0.3
"""The weights of what is drawn in block letters; a word that only names the phase says less than a name."""
DIGITS = 14
"""Rows from which on more height of the digits counts less: 67'."""
DIGITS_FIRST = 18
"""Rows of two digits below which the figure has to go; of more characters, fewer rows."""
MOST_TRIED = 5
"""Sizes of one part that are tried, from the largest on."""
GAPS = {0: (0.5,), 19: (0.5, 1.0), 40: (1.0,)}
"""Blank rows tried under the heading, by the rows of the region from which on: digits must not touch it."""
EDGED = 44
"""Columns of the region from which on one stays blank at either edge."""
WIDE_GUTTER = 40
"""Columns of the region, its edges included, for each of which one more stands between two parts."""
EDGES = 0.1
"""What these are worth, where parts beside each other have to be smaller for them."""
TEXT_WIDTHS = (28, 38, 48, 58)
"""Columns of text beside something else."""
VAST = (170, 30)
"""Columns and rows of the region from which on a line of what is asked is in block letters, too."""
LEAST_FIGURE = (36, 14)
LEAST_FIGURE_READY = (24, 9)
"""At READY there are no digits that the figure could take room from."""

Places = Mapping[str, Box]
"""A box for each part that has room, by its name in `Parts`; what is not in it is not shown."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is to be placed, each text the widest that is expected to stand there."""

    heading: str
    number: str = ""
    coming: str = ""
    side: str = ""
    limb: str = ""
    first: str = ""
    """The first of the lines, where there is room for it in block letters."""
    lines: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    """Stands in place of the number."""
    caption: str = ""
    """In type of normal size under the heading, where there is neither number nor text."""
    figure: bool = False


@lru_cache(maxsize=64)
def place(parts: Parts, width: int, height: int) -> Places:
    """The best arrangement of `parts` in a region of `width` columns and `height` rows."""
    room = Box(0, 0, width, height)
    if width >= VAST[0] and height >= VAST[1] and parts.lines:
        parts = replace(parts, first=parts.lines[0], lines=parts.lines[1:])
    best = max(_plans(replace(parts, figure=False), room), key=_score, default=None)
    if parts.figure and best:
        enough = min(_digit_rows(best), DIGITS_FIRST * 2 // max(2, len(parts.number)))
        fair = (plan for plan in _plans(parts, room) if _digit_rows(plan) >= enough)
        best = max(fair, key=_score, default=best)
    return MappingProxyType(dict(best.boxes) if best else {})


def _plans(parts: Parts, room: Box) -> Iterator[Column]:
    return chain(_stacked(parts, room), _under_heading(parts, room), _abreast(parts, room))


def _score(plan: Column) -> float:
    return plan.score


def _digit_rows(plan: Column) -> int:
    return next((box.height for name, box in plan.boxes if name == "number"), 0)


def _heading(parts: Parts, below: float = 0.5) -> Letters:
    return Letters("heading", parts.heading, WORD if parts.coming else NAME, below=below)


def _number(parts: Parts, below: float = 0.0) -> Letters:
    return Letters("number", parts.number, NUMBER, 2.0 * DIGITS, below)


def _text(parts: Parts) -> Prose:
    return Prose("text", parts.text, lost=0.7, apart=True)


def _figure(parts: Parts) -> list[Picture]:
    return [Picture("figure", LEAST_FIGURE if parts.number else LEAST_FIGURE_READY)] if parts.figure else []


def _coming(parts: Parts) -> list[Part]:
    name = Letters("coming", parts.coming, NAME)
    return [Prose("title", ("NEXT",)), name] if parts.coming else []


def _which(parts: Parts) -> list[Part]:
    """Which side, and what the other limb does; or which weight to take before the coming exercise."""
    side = Letters("side", parts.side, SIDE)
    below = 1.5 if parts.first else 0.5
    limb = Letters("limb", parts.limb, TAKE if parts.coming else LIMB, below=below)
    first = Letters("first", parts.first, LIMB)
    caption = Prose("caption", (parts.caption,) if parts.caption else (), lost=0.8)
    return [*_coming(parts), caption, side, limb, first, Prose("lines", parts.lines)]


def _inner(room: Box) -> Box:
    return room._replace(x=room.x + 1, width=room.width - 2) if room.width >= EDGED else room


def _stacked(parts: Parts, room: Box) -> Iterator[Column]:
    """One below the other: for panes that are higher than wide."""
    heading, which = _heading(parts), _which(parts)
    inner = _inner(room)
    if not parts.number:
        orders: list[list[Part]] = [[heading, *which, _text(parts)]]
    else:
        grades = _number(parts, 0.5).grades(inner.width, inner.height)[-MOST_TRIED:]
        numbers = [Settled("number", grade) for grade in grades]
        before, after = ([heading], which) if parts.coming else ([], [which[0], heading, *which[1:]])
        orders = [[*before, number, *after] for number in numbers]
    for order in orders:
        if made := column([*order, *_figure(parts)], inner, middle=True):
            yield made


def _under_heading(parts: Parts, room: Box) -> Iterator[Column]:
    """The name over digits or text, and the side beside these: for panes of common shape."""
    inner = _inner(room)
    for below in GAPS[max(rows for rows in GAPS if rows <= room.height)]:
        for heading in _heading(parts, below).grades(inner.width, room.height * 2 // 5)[-MOST_TRIED:]:
            name = ("heading", inner._replace(height=heading.rows))
            for sides, worth in {inner: EDGES, **({room: 0.0} if parts.number else {})}.items():
                main = sides._replace(y=heading.rows, height=room.height - heading.rows)
                for made in chain(_beside(parts, _which(parts), main), _over_text(parts, main)):
                    score = made.score + heading.score + below / 10 + worth
                    yield Column(score, made.columns, (name, *made.boxes))


def _abreast(parts: Parts, room: Box) -> Iterator[Column]:
    """Digits or text over the whole height, all else beside them: for low panes."""
    yield from _beside(parts, [_heading(parts), *_which(parts)], _inner(room))


def _beside(parts: Parts, others: Sequence[Part], room: Box) -> Iterator[Column]:
    """Digits or text at the left, and the others at the right, over the figure or between it and the left."""
    for left in _lefts(parts, room):
        gutter = _gutter(room) if left.columns else 0
        rest = room._replace(x=0, width=room.width - left.columns - gutter)
        if made := column([*others, *_figure(parts)], rest, middle=bool(parts.number)):
            yield _joined(parts, left, made, room)
        for part in _figure(parts):
            for wide in sorted({max(LEAST_FIGURE[0], room.width // 4), max(part.least[0], room.width // 3)}):
                narrow = rest._replace(width=rest.width - wide - _gutter(room))
                made = column(others, narrow, middle=bool(parts.number))
                *_, best = part.grades(wide, room.height)
                if made and best.rows:
                    yield _joined(parts, left, _with_figure(made, wide, best, narrow), room)


def _gutter(room: Box) -> int:
    """Columns at least between two parts beside each other."""
    return max(1, (room.width + 2) // WIDE_GUTTER - 1)


def _lefts(parts: Parts, room: Box) -> Iterator[Grade]:
    if parts.number:
        yield from _number(parts).grades(room.width, room.height)[-MOST_TRIED:]
    elif not parts.text:
        yield Grade(0, 0, 0.0)
    else:
        for wide in TEXT_WIDTHS:
            *_, grade = _text(parts).grades(wide, room.height)
            yield grade._replace(columns=wide, score=grade.score + log(wide / TEXT_WIDTHS[0]))


def _with_figure(made: Column, wide: int, size: Grade, room: Box) -> Column:
    x = made.columns + _gutter(room)
    box = Box(x, room.y, wide + room.width - made.columns, size.rows)
    slim = ((name, one._replace(width=min(one.width, made.columns))) for name, one in made.boxes)
    return Column(made.score + size.score, x + box.width, (*slim, ("figure", box)))


def _joined(parts: Parts, left: Grade, right: Column, room: Box) -> Column:
    """What is spare stands at the left, between them, and at the right; text takes what it can."""
    if not left.columns:
        return Column(right.score, room.width, tuple(_trimmed(right.moved(room.x), room)))
    spare = room.width - left.columns - right.columns
    gutter = _gutter(room)
    if parts.number:
        edge = max(0, min((spare - gutter) // 2, spare // 3, 8) - room.x)
        y = room.y + (room.height - left.rows + 1) // 2
        box = Box(room.x + edge, y, left.columns, left.rows)
        x = room.x + room.width - edge - right.columns
    else:
        box = Box(room.x, room.y, left.columns, room.height)
        x = room.x + left.columns + max(gutter, min(spare, 4))
    named = ("number" if parts.number else "text", box)
    return Column(left.score + right.score, room.width, (named, *_trimmed(right.moved(x), room)))


def _trimmed(made: Column, room: Box) -> Iterator[tuple[str, Box]]:
    """Its boxes without what is over the edge."""
    for name, box in made.boxes:
        yield name, box._replace(width=min(box.width, room.x + room.width - box.x))


def _over_text(parts: Parts, room: Box) -> Iterator[Column]:
    """The figure beside the side, and the text below both."""
    if not (parts.text and parts.figure):
        return
    [picture] = _figure(parts)
    texts = _text(parts).grades(room.width, room.height)[1:][-2:]
    sides = Letters("side", parts.side, SIDE).grades(room.width, room.height)[-MOST_TRIED:]
    for text, side in product(texts, sides):
        high = room.height - text.rows - 1
        right = column(_which(parts), room._replace(x=0, width=side.columns, height=high))
        wide = room.width - side.columns - 2 * _gutter(room)
        *_, size = picture.grades(wide, high)
        if right and size.rows:
            beside = right.moved(room.x + wide + _gutter(room))
            boxes = [("figure", room._replace(width=wide, height=high)), *beside.boxes]
            boxes.append(("text", room._replace(y=room.y + high + 1, height=text.rows)))
            yield Column(size.score + right.score + text.score, room.width, tuple(boxes))
