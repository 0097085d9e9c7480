"""The values of a logged session as cells: what each says, and whether it is as it was logged. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from hiptimer.history.changes import Was
from hiptimer.history.records import SetRecord
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.logged import SIDES, TURN_SIGNS, Logged, Place, value_words
from hiptimer.tui.summary import INTERRUPTED, SKIPPED
from hiptimer.values import dataclass

CHANGED = "*"
"""Behind a value that is not as it was logged."""
FIELDS = ("load_kg", "pain", "reserve")
"""What is told of a set beside what was done."""


@dataclass(frozen=True, slots=True)
class ValueCells:
    """The cells of one session; the key of each is the `Place` of its value."""

    logged: Logged
    before: Mapping[Place, Was]
    """What the values were that are others now."""

    def cell(self, place: Place, text: str, tone: Tone = Tone.PLAIN, also: tuple[str, ...] = ()) -> Span:
        """A cell, marked where its value, or one of the fields `also` that it tells of, was changed."""
        step, part, name = place
        if any((step, part, one) in self.before for one in (name, *also)):
            return Span(text + CHANGED, Tone.CHANGED, place)
        return Span(text, tone, place)

    def session(self, short: bool) -> Line:
        """Effort, the next morning, how it ended."""
        record = self.logged.record
        spans: list[Span] = []
        for word, name in (("effort", "rpe"), ("morning" if short else "next morning", "morning")):
            value = getattr(record, name)
            tone = Tone.NOTHING if value is None else Tone.PLAIN
            told = self.cell((-1, -1, name), value_words(name, value, self.logged.unit), tone)
            spans += [Span(f" {word} ", Tone.HEAD), told, Span(" ")]
        ended = self.cell((-1, -1, "status"), value_words("status", record.status, self.logged.unit))
        return (*spans, Span(" "), ended)

    def values(self, row: SetRecord) -> tuple[Span | None, ...]:
        """What was done, load, pain, reps more; what is told once a set only in its first direction."""
        first = self.logged.together(row)[0]
        return (self._done(row), *(self._told(row, first, name) for name in FIELDS))

    def _done(self, row: SetRecord) -> Span:
        name = self.logged.counted(row)
        text = value_words(name, getattr(row, name), self.logged.unit)
        also = ("side", "status")
        place = (row.step, row.part, name)
        match row.status:
            case "done":
                return self.cell(place, text, Tone.PLAIN, also)
            case "skipped":
                return self.cell(place, f"{SKIPPED} skipped", Tone.NOTHING, also)
            case _:
                return self.cell(place, f"{INTERRUPTED} {text}", Tone.OPEN, also)

    def _told(self, row: SetRecord, first: SetRecord, name: str) -> Span | None:
        value = getattr(row, name)
        again = row is not first and value == getattr(first, name)
        if again or (name == "reserve" and not self.asks_more(row)):
            return None
        tone = Tone.NOTHING if value is None else Tone.PLAIN
        return self.cell((row.step, row.part, name), value_words(name, value, self.logged.unit), tone)

    def asks_more(self, row: SetRecord) -> bool:
        """Whether it is told how many reps more there would have been."""
        return self.logged.counted(row) == "reps" or row.reserve is not None

    def note(self, row: SetRecord) -> Span | None:
        """The note of a set, once, and also one that was taken away; None where there never was one."""
        place, first = (row.step, row.part, "note"), self.logged.together(row)[0]
        told_already = row is not first and row.note == first.note
        if told_already or (row.note is None and place not in self.before):
            return None
        return self.cell(place, value_words("note", row.note, self.logged.unit), Tone.NOTE)


def label(row: SetRecord, side: str = "") -> str:
    """`2 CW`, `2 LEFT CW +`: + is a set beyond what was planned."""
    turn = TURN_SIGNS.get(row.direction or "", "")
    return " ".join(filter(None, (str(row.set), side, turn, "+" if row.extra else "")))


def side_label(row: SetRecord, letter: bool) -> str:
    """`LEFT`, or `L`; nothing where sides mean nothing or alternate."""
    if row.side not in SIDES:
        return ""
    return row.side[0].upper() if letter else row.side.upper()
