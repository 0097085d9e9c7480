"""What is changed in the log afterwards: the value in its place, and what it was, kept for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.changes import (
    Change,
    NotAllowed,
    Value,
    Was,
    check,
    edits,
    instant_after,
    of_session,
    of_set,
    originals,
    taken_back,
)
from hiptimer.history.records import SessionRecord
from hiptimer.session.events import Leave, Leaving

from .days import Gym

LATER = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


@pytest.fixture
def gym(gym: Gym) -> Gym:
    """A session done: two holds, and two sets in two directions."""
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


def test_the_order_of_changes_is_that_of_their_time_though_the_clock_was_set_back(gym: Gym) -> None:
    record = only(gym)
    for seconds, at in ((31.5, LATER), (32.5, LATER - timedelta(hours=1)), (33.5, LATER)):
        gym.store.amend(record.id, [of_set(only(gym).sets[0], "seconds", seconds, at)])
    times = [change.at for change in gym.store.changes(record.id)]
    assert times == sorted(set(times)) and times[0] == LATER
    assert only(gym).sets[0].seconds == 33.5


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


# -- what stands, and what it was


def changed(gym: Gym, field: str, *values: Value) -> list[Change]:
    """The first set, changed to one value after the other, a minute apart."""
    for minutes, value in enumerate(values):
        row = only(gym).sets[0]
        gym.store.amend(only(gym).id, [of_set(row, field, value, LATER + timedelta(minutes=minutes))])
    return gym.store.changes(only(gym).id)


def test_an_edit_that_is_taken_back_does_not_stand(gym: Gym) -> None:
    made = changed(gym, "pain", 3, 5)
    assert edits(made) == [(made[0],), (made[1],)]
    back = taken_back(edits(made)[-1], LATER + timedelta(hours=1))
    assert edits([*made, *back]) == [(made[0],)]
    again = taken_back(edits([*made, *back])[-1], LATER + timedelta(hours=2))
    assert edits([*made, *back, *again]) == []


def test_what_is_changed_at_once_is_one_edit(gym: Gym) -> None:
    rows = only(gym).sets[:2]
    made = [of_set(row, "note", "both", LATER) for row in rows]
    assert edits(made) == [tuple(made)]
    assert edits([*made, *taken_back(made, LATER + timedelta(1))]) == []


def test_a_value_changed_twice_was_what_was_logged(gym: Gym) -> None:
    logged = only(gym).sets[0].seconds
    made = changed(gym, "seconds", 31.0, 32.0)
    assert originals(made) == {made[0].place: Was(logged, made[1].at)}
    assert originals(changed(gym, "seconds", logged)) == {}


def test_the_next_change_is_later_than_all_even_where_the_clock_was_set_back(gym: Gym) -> None:
    made = changed(gym, "pain", 3, 5)
    assert instant_after(made, LATER) > made[-1].at
    assert instant_after(made, LATER + timedelta(days=1)) == LATER + timedelta(days=1)
    assert instant_after([], LATER) == LATER


@given(st.lists(st.integers(0, 10), max_size=6))
def test_undoing_all_that_stands_gives_what_was_logged(values: list[int]) -> None:
    now, pain, made = LATER, None, list[Change]()
    for value in values:
        now = instant_after(made, now)
        made.append(Change(now, 0, 0, "pain", pain, value))
        pain = value
    while standing := edits(made):
        made += taken_back(standing[-1], instant_after(made, now))
    assert originals(made) == {}


def test_deleted_sessions_are_known_the_last_one_first(gym: Gym) -> None:
    gym.finished(2.0)
    first, second = gym.store.sessions()
    thrown_away = gym.begin()
    gym.do(thrown_away)
    thrown_away.send(Leave(Leaving.DISCARD))
    thrown_away.close()
    for minutes, record in enumerate((second, first)):
        gone = of_session(record, "status", "discarded", LATER + timedelta(minutes=minutes))
        gym.store.amend(record.id, [gone])
    assert gym.store.deleted() == [first.id, second.id]
    gym.store.amend(first.id, taken_back([gone], LATER + timedelta(hours=1)))
    assert gym.store.deleted() == [second.id]
