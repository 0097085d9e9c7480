"""A report as values: paragraphs, lists, tables and plots. Whoever writes it makes its text safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from hiptimer.progress.holds import Held, PairedSession
from hiptimer.progress.tables import Table
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str
    is_strong: bool = False
    """What the section comes to."""


@dataclass(frozen=True, slots=True)
class Points:
    """Lines, each for itself."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a plot."""

    name: str
    points: Sequence[Held]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Seconds held over time: a picture on a page, a table where nothing can be drawn."""

    title: str
    series: tuple[Series, ...]
    """Two at most, left before right; at least one point in all."""
    compared: Mapping[datetime, PairedSession]
    """The sessions in which both sides were held, by when they began."""


Block = Paragraph | Points | Table | Plot


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One report."""

    title: str
    about: tuple[str, ...]
    """Lines under the title: who made it when, and from how much."""
    sections: tuple[Section, ...]
