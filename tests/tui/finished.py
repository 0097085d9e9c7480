"""A finished day's summary, as it is shown."""

from __future__ import annotations

from datetime import UTC, datetime

from hiptimer.history.records import SessionRecord
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
