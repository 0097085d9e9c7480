"""A finished day: its summary as it is shown, and its record in the log."""

from __future__ import annotations

from datetime import UTC, datetime

from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.session.rows import rows
from hiptimer.session.state import Phase
from hiptimer.tui.summary import Past, Summary, summary
from hiptimer.tui.summary_grid import picture
from tests.session.builders import Day

ENDED = datetime(2026, 3, 3, 19, 0, tzinfo=UTC)


def shown(day: Day, row: int = 0, last: SessionRecord | None = None) -> Summary:
    return summary(day.session, row, Past(ENDED, day.session.since, last))


def drawn(day: Day, width: int = 78, height: int = 18, page: int = 0) -> list[str]:
    lines = picture(shown(day), width, height, page).lines
    return ["".join(text for text, _ in line) for line in lines]


def held(day: Day, *seconds: float) -> Day:
    """Holds of so many seconds, one after the other."""
    for one in seconds:
        day.until(day.session.cursor, Phase.WORK).wait(one).press()
    return day


def record(day: Day) -> SessionRecord:
    """The session as the log has it two days later."""
    sets = tuple(
        SetRecord(
            one.set, one.exercise, one.side, one.direction, one.reps, one.seconds, one.reach_s,
            one.load_kg, one.status, int(one.extra), one.pain, one.note, ENDED,
        )
        for one in rows(day.session)
    )  # fmt: skip
    return SessionRecord("1", "Only", datetime(2026, 3, 1, 18, tzinfo=UTC), ENDED, "finished", None, sets)
