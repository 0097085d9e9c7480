"""The clock on the wall is set, summer time begins, it is midnight, a leap day: no second of a set is lost.

The session has a clock of its own; the wall only stamps what is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hiptimer.history.records import SessionRecord, to_json
from hiptimer.progress.weeks import counted_days
from hiptimer.session.runner import Runner
from hiptimer.tui.today import when_words
from tests.history.days import Gym, HandClock

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NORMAL = datetime(2026, 3, 10, 18, 30, tzinfo=BERLIN)


class TravelClock(HandClock):
    """Begins at an instant, in a time zone that can be left."""

    def __init__(self, began: datetime) -> None:
        super().__init__()
        self.zone = began.tzinfo
        self._wall = began.astimezone(ZoneInfo("UTC")) - timedelta(seconds=self.reading)

    def wall(self) -> datetime:
        """With an offset, as the system's clock gives it, and not with the rules of a zone."""
        return datetime.fromisoformat(super().wall().astimezone(self.zone).isoformat())


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    gym = Gym(tmp_path)
    yield gym
    gym.store.close()


def begun(gym: Gym, began: datetime) -> tuple[Runner, TravelClock]:
    clock = TravelClock(began)
    gym.clock = clock
    return gym.begin(), clock


def ended(gym: Gym, runner: Runner) -> SessionRecord:
    gym.finish(runner)
    runner.close()
    return gym.store.sessions()[-1]


def lengths(record: SessionRecord) -> list[tuple[object, ...]]:
    return [(row.exercise, row.side, row.direction, row.reps, row.seconds, row.status) for row in record.sets]


@pytest.fixture
def undisturbed(tmp_path: Path) -> SessionRecord:
    gym = Gym(tmp_path / "undisturbed")
    record = ended(gym, begun(gym, NORMAL)[0])
    gym.store.close()
    return record


@pytest.mark.parametrize("hours", [-30 * 24.0, -3.0, -0.01, 0.01, 3.0, 30 * 24.0])
def test_the_clock_is_set_in_the_middle_of_a_hold(gym: Gym, undisturbed: SessionRecord, hours: float) -> None:
    runner, clock = begun(gym, NORMAL)
    gym.until_work(runner)
    gym.wait(runner, 5.0)
    clock.set_wall(timedelta(hours=hours))
    gym.wait(runner, 14.0)
    gym.press(runner)
    record = ended(gym, runner)
    assert lengths(record) == lengths(undisturbed)
    assert record.seconds is not None and undisturbed.seconds is not None
    assert (
        max(0.0, undisturbed.seconds + min(0.0, hours) * 3600) <= record.seconds <= undisturbed.seconds + 2.0
    )
    assert record.status == "finished"


@pytest.mark.parametrize("hours", [-3.0, 3.0])
def test_a_session_left_before_the_clock_is_set_is_resumed(
    gym: Gym, undisturbed: SessionRecord, hours: float
) -> None:
    runner, clock = begun(gym, NORMAL)
    gym.do(runner)
    runner.close()
    clock.set_wall(timedelta(hours=hours))
    (left,) = gym.store.sessions(status="open")
    record = ended(gym, gym.resume(left.id))
    assert lengths(record) == lengths(undisturbed)


def test_the_time_zone_changes_in_the_middle(gym: Gym, undisturbed: SessionRecord) -> None:
    runner, clock = begun(gym, NORMAL)
    gym.do(runner)
    clock.zone = NEW_YORK
    record = ended(gym, runner)
    assert lengths(record) == lengths(undisturbed)
    offsets = [row.at.utcoffset() for row in record.sets]
    assert offsets[0] == timedelta(hours=1) and set(offsets[1:]) == {timedelta(hours=-4)}
    instants = [row.at for row in record.sets]
    assert instants == sorted(instants)
    stamps = [row["at"] for row in to_json([record])["sessions"][0]["sets"]]  # type: ignore[index]
    assert stamps[0].endswith("+01:00") and stamps[-1].endswith("-04:00")


@pytest.mark.parametrize(
    "began",
    [
        datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 59, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 59, fold=1, tzinfo=BERLIN),
    ],
    ids=["summer begins", "summer ends", "just after its end"],
)
def test_a_session_over_a_change_of_summer_time(
    gym: Gym, undisturbed: SessionRecord, began: datetime
) -> None:
    record = ended(gym, begun(gym, began)[0])
    assert lengths(record) == lengths(undisturbed)
    assert record.seconds == undisturbed.seconds
    instants = [row.at for row in record.sets]
    assert instants == sorted(instants) and instants[0] > record.started_at
    assert record.ended_at is not None
    assert (record.ended_at - record.started_at).total_seconds() == pytest.approx(
        (undisturbed.ended_at - undisturbed.started_at).total_seconds()  # type: ignore[operator]
    )


def test_a_session_over_midnight_is_of_the_day_it_began_on(gym: Gym) -> None:
    began = datetime(2026, 12, 31, 23, 59, 30, tzinfo=BERLIN)
    record = ended(gym, begun(gym, began)[0])
    assert record.started_at.date() == began.date()
    assert {row.at.date() for row in record.sets} == {began.date() + timedelta(days=1)} | (
        {began.date()} if record.sets[0].at.date() == began.date() else set()
    )
    assert when_words(record.started_at, began + timedelta(hours=9)) == "yesterday, Thu 31 Dec 2026"


def test_a_leap_day_is_a_day_as_any_other(gym: Gym, undisturbed: SessionRecord) -> None:
    leap = datetime(2028, 2, 29, 23, 59, 30, tzinfo=BERLIN)
    record = ended(gym, begun(gym, leap)[0])
    assert lengths(record) == lengths(undisturbed)
    assert record.started_at.date().isoformat() == "2028-02-29"
    assert record.sets[-1].at.date().isoformat() == "2028-03-01"
    now = leap + timedelta(days=365)
    assert when_words(record.started_at, now) == "365 days ago, Tue 29 Feb 2028"
    assert counted_days(gym.store.trained(), leap + timedelta(days=1)) == [record.started_at]


def test_the_newest_session_is_found_where_the_clock_was_set_back_between_two(gym: Gym) -> None:
    ended(gym, begun(gym, NORMAL)[0])
    runner, _ = begun(gym, NORMAL - timedelta(days=3))
    record = ended(gym, runner)
    assert record.status == "finished"
    assert len(gym.store.sessions()) == 2
