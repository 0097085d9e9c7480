"""By ear: a round more, another exercise in place of one, and the parts that are done once."""

from __future__ import annotations

from hiptimer.plain.changes import changes
from hiptimer.plain.summary import summary
from hiptimer.plain.words import place
from hiptimer.progress.words import ASK
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.weights import NONE_OWNED
from tests.session.builders import WALL, WHOLE, Day, only

NO_LUNGE = e.Substitute("backward-lunge", "bridge")


def said(day: Day, *events: e.Event) -> list[str]:
    """What is told of these events."""
    before = day.session
    day.do(*events)
    return list(changes(before, day.session, day.at, NONE_OWNED))


def test_what_is_done_instead_is_told_and_nothing_else() -> None:
    day = Day(WHOLE).until(5, Phase.READY)
    assert said(day, NO_LUNGE) == ["INSTEAD: bridge for back lunge."]
    assert said(day, e.Substitute("bridge", "step-up")) == ["INSTEAD: step-up for back lunge."]


def test_in_the_set_itself_it_is_told_and_where_the_session_stands() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).wait(5.0)
    told, stands = said(day, NO_LUNGE)
    assert told == "INSTEAD: bridge for back lunge."
    assert stands.startswith("READY: bridge. 15 reps.")


def test_taken_back_it_is_told_too() -> None:
    day = Day(WHOLE).until(5, Phase.READY).do(NO_LUNGE)
    before = day.session
    assert list(changes(before, day.undo().session, day.at, NONE_OWNED)) == ["INSTEAD: back lunge again."]


def test_a_set_that_only_moved_is_not_told_again() -> None:
    day = Day(WHOLE).until(10, Phase.SWITCH)
    assert said(day, e.AddRound()) == ["ADDED: round 3.", place(day.session, day.at, NONE_OWNED)]


def test_the_side_that_was_exchanged_is_not_called_swapped() -> None:
    day = Day(WHOLE).until(4, Phase.SWITCH).wait(5.0)
    assert [line.split(":")[0] for line in said(day, NO_LUNGE)] == ["INSTEAD", "REST"]
    assert [line.split(":")[0] for line in said(day, e.Swap())] == []


def test_warm_up_and_cool_down_are_named_in_place_of_the_round() -> None:
    day = Day(WHOLE)
    assert "Warm-up. Press" in place(day.session, day.at, NONE_OWNED)
    assert "Round 1 of 2." in place(day.until(1, Phase.READY).session, day.at, NONE_OWNED)


def test_the_end_tells_what_was_done_in_the_order_of_the_circuit() -> None:
    day = Day(WHOLE).until(5, Phase.READY).do(NO_LUNGE).finish()
    lines = list(summary(day.session))
    assert [line.split(":")[0] for line in lines] == [
        "swings", "wall push, left", "wall push, right", "wall push", "back lunge, left",
        "back lunge, right", "bridge",
        "stretch, left", "stretch, right", "10 of 10 sets done.",
    ]  # fmt: skip


def test_very_unequal_holds_are_asked_about_at_the_end() -> None:
    day = Day(only(WALL, sets=1))
    for seconds in (12, 40):
        day.until(day.session.cursor, Phase.WORK).wait(seconds).press()
    assert "wall push: left 30 % of right (LSI); too early to say. " + ASK in list(summary(day.session))
