"""Two laptops, one runner: their histories of a session become one, in any order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.exchange.joining import by_time, changed, joined, unchanged
from hiptimer.exchange.values import Logged, LoggedEvent, LoggedSet
from hiptimer.exchange.writing import document
from hiptimer.history.changes import Change
from tests.often import often

DAY = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
HOLD = LoggedSet(
    step=0, part=0, set=1, exercise="wall-push", side="left", direction=None, reps=None, seconds=30.0,
    reach_s=0.0, load_kg=None, status="done", extra=False, pain=None, note=None, reserve=None, at_s=40.0,
    at=(DAY + timedelta(seconds=40)).isoformat(),
)  # fmt: skip
SESSION = Logged(
    id="0b2f1c22-7c6a-4b5e-9d2e-3f5a6b7c8d9e", circuit="Short", text="", options="{}",
    started_at=DAY.isoformat(), ended_at=None, status="finished", rpe=None, morning=None, guest=False,
    planned=None, sets=(HOLD, replace(HOLD, step=1, side="right")), events=(), changes=(),
)  # fmt: skip


def press(at: float) -> LoggedEvent:
    return LoggedEvent(at, (DAY + timedelta(seconds=at)).isoformat(), "press", "{}")


def change(minute: int, field: str, before: object, after: object, step: int | None = 0) -> Change:
    part = None if step is None else 0
    return Change(DAY + timedelta(minutes=minute), step, part, field, before, after)  # type: ignore[arg-type]


SECONDS = st.sampled_from([None, 10.0, 20.0])
STANDING = st.sampled_from(["open", "partial", "finished", "discarded"])
CHANGES = st.one_of(
    st.builds(change, st.integers(0, 2), st.just("seconds"), SECONDS, SECONDS, st.integers(0, 2)),
    st.builds(change, st.integers(0, 2), st.just("note"), *[st.sampled_from([None, "open", "a"])] * 2),
    st.builds(
        change, st.integers(0, 2), st.just("status"), *[STANDING.filter(lambda word: word != "open")] * 2,
        st.none(),
    ),
)  # fmt: skip
ROWS = st.builds(
    lambda step, seconds, note: replace(HOLD, step=step, seconds=seconds, note=note),
    st.integers(0, 1), SECONDS, st.sampled_from([None, "open", "a"]),
)  # fmt: skip
CORES = st.builds(
    lambda rows, events, status, rpe: replace(
        SESSION, sets=tuple(rows), events=tuple(map(press, events)), status=status, rpe=rpe
    ),
    st.lists(ROWS, max_size=2, unique_by=attrgetter("step")).map(
        lambda rows: sorted(rows, key=attrgetter("step"))
    ),
    st.sampled_from([(), (1.0,), (1.0, 2.0), (1.0, 3.0)]),
    STANDING,
    st.sampled_from([None, 3, 7]),
)


HISTORIES = st.builds(
    lambda core, changes: changed(core, by_time(changes)), CORES, st.lists(CHANGES, max_size=3)
).map(lambda session: changed(unchanged(session), session.changes))


@often(400)
@given(HISTORIES, HISTORIES)
def test_it_does_not_matter_who_gives_and_who_takes(one: Logged, other: Logged) -> None:
    assert joined(one, other) == joined(other, one)


@often(400)
@given(HISTORIES, HISTORIES, HISTORIES)
def test_it_does_not_matter_in_which_order_three_meet(a: Logged, b: Logged, c: Logged) -> None:
    assert joined(joined(a, b), c) == joined(a, joined(b, c))


@often(400)
@given(HISTORIES, HISTORIES)
def test_twice_changes_nothing(one: Logged, other: Logged) -> None:
    both = joined(one, other)
    assert joined(both, other) == both and joined(both, one) == both and joined(one, one) == one
    assert list(document({}, [both])) == list(document({}, [joined(both, other)]))


@often(400)
@given(HISTORIES, HISTORIES)
def test_no_change_is_lost_and_of_each_value_the_last_word_holds(one: Logged, other: Logged) -> None:
    both = joined(one, other)
    assert {*one.changes, *other.changes} == set(both.changes)
    last = {each.place: each.after for each in both.changes}
    for row in both.sets:
        for field in ("seconds", "note"):
            place = (*row.place, field)
            assert place not in last or getattr(row, field) == last[place]


@often(400)
@given(HISTORIES, HISTORIES)
def test_no_event_is_lost_to_fewer_of_them(one: Logged, other: Logged) -> None:
    assert len(joined(one, other).events) == max(len(one.events), len(other.events))


def test_a_session_gone_on_with_elsewhere_wins_over_the_one_that_was_left() -> None:
    left = replace(SESSION, status="open", events=(press(1.0),))
    finished = replace(SESSION, events=(press(1.0), press(9.0)))
    assert joined(left, finished) == joined(finished, left) == finished


def test_two_values_changed_on_two_laptops_are_both_changed() -> None:
    with_journal = replace(SESSION, events=(press(1.0),))
    here = changed(with_journal, (change(1, "seconds", 30.0, 31.5),))
    there = changed(with_journal, (change(2, "pain", None, 4),))
    both = joined(here, there)
    assert (both.sets[0].seconds, both.sets[0].pain) == (31.5, 4)
    assert unchanged(both) == with_journal


def test_deleted_here_and_corrected_there_it_stays_deleted() -> None:
    here = changed(SESSION, (change(1, "status", "finished", "discarded", None),))
    there = changed(SESSION, (change(2, "pain", None, 4),))
    assert joined(here, there).status == joined(there, here).status == "discarded"


def test_what_was_corrected_on_the_other_laptop_is_not_open_here_any_more() -> None:
    longer = replace(SESSION, status="open", events=(press(1.0), press(2.0)))
    corrected = changed(replace(SESSION, events=(press(1.0),)), (change(1, "pain", None, 2),))
    both = joined(longer, corrected)
    assert (both.status, len(both.events), both.sets[0].pain) == ("partial", 2, 2)


def test_a_print_of_the_log_is_poorer_than_the_session_with_its_journal() -> None:
    printed = replace(SESSION, sets=(replace(HOLD, seconds=99.0),))
    kept = replace(SESSION, events=(press(1.0),))
    assert joined(printed, kept) == joined(kept, printed) == kept


def test_a_change_is_written_beside_what_it_changed() -> None:
    session = changed(SESSION, (change(1, "seconds", 30.0, 31.5),))
    (line,) = [json.loads(line) for line in document({}, [session]) if line.startswith('{"id"')]
    assert line["sets"][0]["seconds"] == 31.5
    assert line["changes"] == [
        {
            "at": "2026-03-01T18:31:00+00:00",
            "step": 0,
            "part": 0,
            "field": "seconds",
            "before": 30.0,
            "after": 31.5,
        }
    ]
