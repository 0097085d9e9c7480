"""What is said before a session: what is done today, about how long, and what happened last time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiptimer.circuit.describe import rounds_words
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.text import number_of
from hiptimer.history.records import SessionRecord, length
from hiptimer.plain.words import sentences
from hiptimer.session.estimate import minutes_of
from hiptimer.tui.today import sets_words


def home_lines(
    circuit: Circuit, last: SessionRecord | None, unfinished: Sequence[SessionRecord]
) -> Iterator[str]:
    """The home screen in a few lines; the last one is the question."""
    yield "hiptimer, line by line. A timer and a log, not medical advice."
    kit = f"you need {', '.join(circuit.kit)}" if circuit.kit else ""
    about = number_of(minutes_of(circuit), "minute")
    yield sentences(f"{circuit.name}: {rounds_words(circuit)}, about {about}", kit)
    if last is not None:
        lasted = "" if last.seconds is None else f", {length(last.seconds)}"
        yield f"Last time: {_when(last)}{lasted}, {sets_words(last)}."
    if unfinished:
        guest = ", a guest's" if unfinished[-1].guest else ""
        yield f"Unfinished: {_when(unfinished[-1])}, {sets_words(unfinished[-1])}{guest}."
    yield f"Enter starts{', r resumes the unfinished one' if unfinished else ''}, q leaves."


def _when(record: SessionRecord) -> str:
    return f"{record.started_at:%a %d %b, %H:%M}"
