"""The values of the summary in block letters, for where there is room to read them from afar. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hiptimer.tui import font, glyphs
from hiptimer.tui.font import Font
from hiptimer.tui.summary import LONGEST, SetCell
from hiptimer.tui.summary_head import fitting

WHOLE = 2
"""Texts of a cell, the longest first, of which one is drawn: shorter ones say less than those beside it."""
UNSAID = re.compile(rf" ?{LONGEST}| s\b")
"""What is not drawn: the sign, which stands beside the letters, and the unit, which looks like a 5."""
MARK = len(LONGEST) + 1
"""Columns of the sign beside the letters."""


def face_for(rounds: Sequence[Sequence[SetCell]], width: int, alone: int) -> Font | None:
    """The larger font in which all values of an exercise have room; None where they have it in none.

    `width` is that of one of two cells, `alone` that of a cell by itself.
    """
    rooms = [(cell, width if len(cells) > 1 else alone) for cells in rounds for cell in cells]
    return next((face for face in Font if all(_text(cell, room, face) for cell, room in rooms)), None)


def rows_of(cell: SetCell, width: int, face: Font, align: str) -> Iterator[str]:
    """A cell as rows of exactly `width` columns: the first one has the sign of the longest."""
    text = _text(cell, width, face)
    drawn = glyphs.render(text, 1, face=face) if font.can_draw(text) else (fitting(width, *cell.texts),)
    marked = LONGEST in cell.texts[0] and len(drawn) > 1
    for row in range(-(-face.height // 2)):
        line = drawn[row] if row < len(drawn) else ""
        mark = f" {'' if row else LONGEST}".ljust(MARK) if marked else ""
        yield f"{line}{mark}".rjust(width) if align == ">" else format(f"{line}{mark}", f"{align}{width}")


def _text(cell: SetCell, width: int, face: Font) -> str:
    """What is drawn of a cell; the whole text where the fonts lack a sign, empty where there is no room."""
    texts = [UNSAID.sub("", text) for text in cell.texts]
    if not font.can_draw(texts[0]):
        return texts[0]
    room = width - (MARK if LONGEST in cell.texts[0] else 0)
    fits = (text for text in texts[:WHOLE] if glyphs.size(text, 1, face)[0] <= room)
    return next(fits, "")
