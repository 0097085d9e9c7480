"""A line of text drawn as large as its region allows, for an eye 3 m away."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from hiptimer.tui import glyphs
from hiptimer.tui.fit import Fit, again, clean, largest
from hiptimer.tui.widgets.rows import finished
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that decides what is drawn, apart from its colour."""

    text: str
    reserve: str
    size: Size
    horizontal: str
    vertical: str

    @property
    def fit(self) -> Fit:
        """How the text is drawn."""
        if self.reserve:
            room = largest(self.reserve, *self.size)
            # A reserve that does not fit at all must not keep a shorter text from being large.
            if fit := again(room, self.text, *self.size):
                return fit
        return largest(self.text, *self.size)

    def rows(self, fit: Fit) -> tuple[str, ...]:
        if fit.scale:
            align = self.horizontal
            return glyphs.render(fit.text, fit.scale, face=fit.face, align=align)
        lines = fit.text.split("\n")
        return tuple(line + " " * (fit.columns - cell_len(line)) for line in lines)


def draw(wanted: _Wanted, fit: Fit) -> tuple[str, ...]:
    """One line for each row of the region, each exactly as many cells as the region is wide."""
    width, height = wanted.size
    if not (width and height):
        return ()
    rows = wanted.rows(fit)
    blank = " " * width
    room = width - cell_len(rows[0])
    left = {"center": room // 2, "right": room}.get(wanted.horizontal, 0)
    above = {"middle": (height - len(rows)) // 2, "bottom": height - len(rows)}.get(wanted.vertical, 0)
    below = height - above - len(rows)
    return (
        *(blank for _ in range(above)),
        *(" " * left + row + " " * (room - left) for row in rows),
        *(blank for _ in range(below)),
    )


def changed_regions(before: tuple[str, ...], after: tuple[str, ...]) -> list[Region]:
    """Where two drawings, of equal size and narrow characters, differ, from top to bottom."""
    regions = []
    # A large pixel covers several rows: rows that change alike make one region.
    alike = groupby(enumerate(zip(before, after, strict=True)), key=itemgetter(1))
    for (old, new), group in alike:
        if old != new:
            ys = [y for y, _ in group]
            xs = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
            regions.append(Region(xs[0], ys[0], xs[-1] + 1 - xs[0], len(ys)))
    return regions


class BlockText(Widget):
    """Text in block characters, as large as the widget's region allows, on several lines if that helps.

    `content-align` places it; colour and text style come from CSS. Text that the fonts cannot draw,
    or that does not fit, is shown in plain bold characters and cut with an ellipsis. A change
    repaints only the columns that differ, unless the widget's width is `auto`: then the
    screen is laid out again, so give running numbers a size of their own.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    BlockText { width: 1fr; height: 1fr; }
    """

    text: reactive[str] = reactive("", repaint=False, init=False)
    """What is drawn. Never parsed as markup."""
    reserve: reactive[str] = reactive("", repaint=False, init=False)
    """The widest text expected, say `88`: shorter texts are drawn no larger than this one would be."""

    def __init__(
        self, text: str = "", *, reserve: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(BlockText.text, clean(text))
        self.set_reactive(BlockText.reserve, clean(reserve))
        self._said = text
        self._wanted: _Wanted | None = None
        self._drawing: tuple[str, ...] = ()
        self._fit = Fit("", 0, 0)
        self._strips: dict[str, Strip] = {}
        self._strips_style = Style.null()

    @property
    def scale(self) -> int:
        """The scale the text is drawn at; 0 when it is plain text."""
        return self.fit.scale

    @property
    def fit(self) -> Fit:
        """How the text is drawn."""
        self._draw()
        return self._fit

    def update(self, text: str) -> None:
        """Show `text` from now on. Saying the same again costs nothing."""
        if text != self._said:
            self._said = text
            self.text = text

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of the text at the largest scale for `container`, for `width: auto`."""
        wanted = self._want(container)
        return max((cell_len(row) for row in wanted.rows(wanted.fit)), default=0)

    def render_line(self, y: int) -> Strip:
        """One row of the region."""
        return self._rows(y, y + 1)[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the region. Without border and padding nothing else has to be put together."""
        if self.styles.gutter:
            return super().render_lines(crop)
        return finished(self, self._rows(crop.y, crop.bottom), crop)

    def _rows(self, begin: int, end: int) -> list[Strip]:
        self._draw()
        width = self.size.width
        style = self.visual_style.rich_style
        if style != self._strips_style:
            self._strips.clear()
            self._strips_style = style
        drawn = style if self._fit.scale else style + Style(bold=True)
        lines = [*self._drawing[begin:end], *[" " * width] * (end - max(begin, len(self._drawing)))]
        for line in lines:
            if line not in self._strips:
                self._strips[line] = Strip([Segment(line, drawn)], width)
        return [self._strips[line] for line in lines]

    def _want(self, size: Size) -> _Wanted:
        styles = self.styles
        return _Wanted(
            self.text,
            self.reserve,
            size,
            styles.content_align_horizontal,
            styles.content_align_vertical,
        )

    def _draw(self) -> None:
        wanted = self._want(self.size)
        if wanted != self._wanted:
            self._wanted = wanted
            self._fit = wanted.fit
            self._drawing = draw(wanted, self._fit)
            self._strips.clear()

    def _redraw(self) -> None:
        """Repaint the region in which the new drawing differs from the one on the screen."""
        before, scale, drawing = self._wanted, self._fit.scale, self._drawing
        self._draw()
        after = self._wanted
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        elif not (before and after and before.size == after.size and scale and self._fit.scale):
            self.refresh()
        elif regions := changed_regions(drawing, self._drawing):
            self.refresh(*regions)

    def _clean(self, text: str) -> str:
        return clean(text)

    validate_text = validate_reserve = _clean
    watch_text = watch_reserve = _redraw
