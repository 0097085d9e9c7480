"""What is changed in the log afterwards: the value in its place, and what it was, kept for good."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.changes import Change, NotAllowed, Value, check, of_session, of_set, taken_back
from hiptimer.history.records import SessionRecord

from .days import Gym

LATER = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


@pytest.fixture
def gym(tmp_path: Path) -> Gym:
    """A session done: two holds, and two sets in two directions."""
    gym = Gym(tmp_path)
    gym.finished()
    return gym


def only(gym: Gym) -> SessionRecord:
    (record,) = gym.store.sessions()
    return record


def test_a_hold_is_corrected_days_later_and_what_it_was_stays_known(gym: Gym) -> None:
    before = only(gym)
    change = of_set(before.sets[0], "seconds", 31.5, LATER)
    gym.store.amend(before.id, [change])
    assert only(gym).sets[0].seconds == 31.5
    assert only(gym).sets[1:] == before.sets[1:]
    assert gym.store.changes(before.id) == [change]
    assert change.before == before.sets[0].seconds


def test_one_direction_of_a_set_is_changed_and_not_the_other(gym: Gym) -> None:
    row = next(row for row in only(gym).sets if row.direction == "counterclockwise")
    gym.store.amend(only(gym).id, [of_set(row, "reps", 5, LATER)])
    changed = {(one.step, one.part): one.reps for one in only(gym).sets if one.reps == 5}
    assert changed == {(row.step, row.part): 5}


def test_changes_are_taken_back_by_changes(gym: Gym) -> None:
    before = only(gym)
    row = before.sets[0]
    made = [of_set(row, "pain", 4, LATER), of_set(row, "note", "cramp", LATER)]
    gym.store.amend(before.id, made)
    gym.store.amend(before.id, taken_back(made, LATER))
    assert only(gym) == before
    assert len(gym.store.changes(before.id)) == 4


def test_a_session_is_deleted_from_the_log_and_brought_back(gym: Gym) -> None:
    before = only(gym)
    gone = of_session(before, "status", "discarded", LATER)
    gym.store.amend(before.id, [gone])
    assert gym.store.sessions() == [] and gym.store.last_of("wall-push", 9) == []
    gym.store.amend(before.id, taken_back([gone], LATER))
    assert only(gym) == before


def test_the_next_morning_is_a_value_of_the_session(gym: Gym) -> None:
    gym.store.amend(only(gym).id, [of_session(only(gym), "morning", "worse", LATER)])
    assert only(gym).morning == "worse"


def test_a_session_that_is_unfinished_is_left_to_itself(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    record = gym.store.sessions()[-1]
    with pytest.raises(ValueError, match="unfinished"):
        gym.store.amend(record.id, [of_set(record.sets[0], "seconds", 5.0, LATER)])
    runner.close()


def test_one_change_that_cannot_be_takes_all_of_them_back(gym: Gym) -> None:
    before = only(gym)
    good = of_set(before.sets[0], "seconds", 5.0, LATER)
    nowhere = Change(LATER, 99, 0, "seconds", 1.0, 2.0)
    with pytest.raises(ValueError, match="no such set"):
        gym.store.amend(before.id, [good, nowhere])
    assert only(gym) == before and gym.store.changes(before.id) == []
    with pytest.raises(KeyError):
        gym.store.amend("nobody", [good])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seconds", -1.0), ("seconds", float("nan")), ("seconds", "long"), ("seconds", True), ("reps", 8),
        ("side", "middle"), ("side", None), ("status", "begun"), ("pain", 11), ("pain", 2.5),
        ("load_kg", 501), ("reserve", 4), ("note", ""), ("note", "n" * 501),
        ("at", "2026-03-05"), ("exercise", "plank"),
    ],
)  # fmt: skip
def test_what_can_not_be_in_the_log_is_not_taken(gym: Gym, field: str, value: Value) -> None:
    with pytest.raises(NotAllowed):
        of_set(only(gym).sets[0], field, value, LATER)


@given(st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.booleans()))
def test_whatever_is_taken_as_seconds_is_a_time_that_can_be_held(value: Value) -> None:
    try:
        check(Change(LATER, 0, 0, "seconds", 1.0, value))
    except NotAllowed:
        return
    assert value is None or (isinstance(value, int | float) and 0 <= value <= 3600)
