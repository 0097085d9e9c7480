"""What the runner is asked, with which answers, and what each of them does: the same however it is asked."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Exercise, Side
from hiptimer.session import asking
from hiptimer.session import events as e
from hiptimer.session.questions import Choosing, Closing, Noting, Rating, Refusal, Then, Topic, Weighing
from hiptimer.session.state import Phase
from tests.session.builders import HIPS, MIXED, PLANK, THRUST, WALL, WHOLE, Day, only

HOLD, HALO, THRUSTS, LUNGES = 0, 2, 4, 6
"""The first steps of the exercises of `HIPS`."""


def called(exercise: Exercise, side: Side | None) -> str:
    return f"{exercise.short.title()} {side or ''}".strip()


def choosing(then: Then, about: Topic) -> Choosing:
    assert isinstance(then, Choosing) and then.about is about
    return then


def rating(then: Then, about: Topic) -> Rating:
    assert isinstance(then, Rating) and then.about is about
    return then


def told(asked: Choosing) -> dict[str, str]:
    return {one.keys[0]: one.words for one in asked.answers}


# -- skip


def test_a_coming_set_is_skipped_without_a_question() -> None:
    day = Day(HIPS).until(1, Phase.SWITCH)
    assert asking.skip(day.session, called) == e.Skip()
    assert asking.skip(day.until(HALO, Phase.REST).session, called) == e.Skip()


def test_a_set_that_is_under_way_is_asked_about() -> None:
    day = Day(HIPS).until(HOLD, Phase.WORK)
    asked = choosing(asking.skip(day.session, called), Topic.SKIP)
    assert told(asked) == {"s": "this set", "e": "Wall Push for today"}
    assert asked.chosen("s") == e.Skip(HOLD)
    assert asked.chosen("e") == e.Drop("wall-push")
    assert asked.chosen("x") is asked.chosen("") is None


def test_an_answer_to_skip_a_set_that_is_over_by_then_does_nothing() -> None:
    day = Day(only(PLANK, sets=2)).until(0, Phase.WORK)
    asked = choosing(asking.skip(day.session, called), Topic.SKIP)
    day.wait(60.0)
    before, answer = day.session, asked.chosen("s")
    assert isinstance(answer, e.Event) and day.do(answer).session == before


def test_what_can_be_done_instead_is_among_the_answers_and_a_question_of_its_own() -> None:
    day = Day(WHOLE).until(3, Phase.WORK)
    skip = choosing(asking.skip(day.session, called), Topic.SKIP)
    assert told(skip)["1"] == "Bridge instead, for today"
    asked = asking.instead(day.session, day.session.step.exercise, called)
    assert isinstance(asked, Choosing) and told(asked) == {
        "1": "Bridge instead, for today",
        "2": "Step-Up instead, for today",
    }
    assert asked.chosen("2") == skip.chosen("2") == e.Substitute("backward-lunge", "step-up")
    assert asking.instead(day.session, WALL, called) == Refusal("nothing to do instead of Wall Push")


def test_of_a_finished_session_nothing_is_skipped() -> None:
    assert asking.skip(Day(only(PLANK)).finish().session, called) == Refusal("nothing to skip now")


# -- weight


def test_between_two_sets_it_is_asked_which_one_the_weight_is_for() -> None:
    day = Day(HIPS).until(THRUSTS, Phase.REST)
    asked = choosing(asking.weight(day.session, called), Topic.WHICH_SET)
    assert told(asked) == {"c": "Hip Thrust left, coming", "d": "Lunge Halo right, just done"}
    coming, done = asked.chosen("c"), asked.chosen("d")
    assert coming == Weighing(THRUSTS) and done == Weighing(THRUSTS - 1)
    assert Weighing(THRUSTS).event(day.session, 16.0, False) == e.Weigh(16.0, False, False)
    assert Weighing(THRUSTS - 1).event(day.session, 8.0, True) == e.Weigh(8.0, True, True)


def test_at_work_the_weight_is_that_of_the_set_or_waits_where_a_clock_runs() -> None:
    day = Day(HIPS).until(HOLD, Phase.WORK)
    assert asking.weight(day.session, called) == Refusal("weight: after the set")
    assert asking.weight(day.until(THRUSTS, Phase.WORK).session, called) == Weighing(THRUSTS)


def test_a_set_that_ended_under_the_question_has_its_weight_in_the_log() -> None:
    day = Day(HIPS).until(THRUSTS, Phase.WORK)
    asked = asking.weight(day.session, called)
    assert isinstance(asked, Weighing)
    day.wait(20.0).press()
    day.do(asked.event(day.session, 20.0, False))
    assert day.row(THRUSTS).load_kg == 20.0


# -- pain, how many more, note, effort


@pytest.mark.parametrize(
    ("level", "words", "stops"),
    [
        (3, "", False),
        (4, "Ease off", False),
        (6, "Stop this exercise", True),
        (10, "Stop this exercise", True),
    ],
)
def test_pain_is_answered_by_advice_and_much_of_it_by_the_question_whether_to_stop(
    level: int, words: str, stops: bool
) -> None:
    day = Day(HIPS).until(HALO, Phase.REST)
    asked = rating(asking.pain(day.session, called), Topic.PAIN)
    assert (asked.most, asked.of) == (10, ("Wall Push right",))
    day.do(asked.event(level))
    assert day.session.remarks[1].pain == level
    said, question = asking.after_pain(day.session, level, called)
    assert said.startswith(words) and bool(said) is bool(words)
    assert (question is not None) is stops
    if question is not None:
        assert (question.about, question.of) == (Topic.STOP, ("Wall Push", f"{level}"))
        assert question.chosen("e") == e.Drop("wall-push")
        assert question.chosen("k") is question.chosen("enter") is None


def test_after_the_last_set_there_is_nothing_to_stop() -> None:
    day = Day(only(PLANK)).finish().do(e.Pain(8))
    said, question = asking.after_pain(day.session, 8, called)
    assert said.startswith("Stop") and question is None


@pytest.mark.parametrize(("typed", "kept"), [(0, 0), (2, 2), (3, 3), (4, 3), (12, 3)])
def test_three_more_or_twelve_more_are_one_answer(typed: int, kept: int) -> None:
    day = Day(only(THRUST, sets=2)).until(1, Phase.SWITCH)
    asked = rating(asking.reserve(day.session, called), Topic.RESERVE)
    assert asked.of == ("Hip Thrust left",)
    assert asked.event(typed) == e.Reserve(kept)
    assert asked.words == ("none", "one", "two", "three or more")


def test_how_many_more_is_a_question_after_reps_only() -> None:
    refusal = Refusal("how many more: after a set of reps")
    assert asking.reserve(Day(HIPS).session, called) == refusal
    assert asking.reserve(Day(HIPS).until(1, Phase.SWITCH).session, called) == refusal


def test_a_note_is_on_the_set_in_focus_and_waits_where_a_clock_runs() -> None:
    day = Day(HIPS).until(HOLD, Phase.WORK)
    assert asking.note(day.session, called) == Refusal("note: after the set")
    day.until(1, Phase.SWITCH).do(e.Note("knee fine"))
    assert asking.note(day.session, called) == Noting("Wall Push left", "knee fine")
    assert asking.note(day.until(HALO, Phase.WORK).session, called) == Noting("Lunge Halo left", "")


def test_effort_is_asked_at_the_end() -> None:
    day = Day(only(PLANK))
    assert asking.effort(day.session) == Refusal("effort: at the end")
    asked = rating(asking.effort(day.finish().session), Topic.EFFORT)
    assert (asked.most, asked.event(7)) == (10, e.Effort(7))


# -- leaving


def test_leaving_has_four_answers_and_any_other_key_keeps_going() -> None:
    day = Day(MIXED).until(1, Phase.WORK)
    asked = choosing(asking.leave(day.session, kept=True), Topic.LEAVE)
    assert asked.leaves
    assert told(asked) == {
        "r": "resume later",
        "f": "finish here, as partial",
        "d": "discard this session",
        "k": "keep going",
    }
    assert asked.chosen("r") == asked.chosen("l") == e.Leave(e.Leaving.LATER)
    assert asked.chosen("f") == asked.chosen("p") == e.Leave(e.Leaving.PARTIAL)
    assert asked.chosen("k") is asked.chosen("z") is asked.chosen("") is asked.chosen("rl") is None


def test_discarding_is_asked_twice_and_only_yes_does_it() -> None:
    asked = choosing(asking.leave(Day(HIPS).session, kept=True), Topic.LEAVE)
    sure = choosing(asked.chosen("d"), Topic.DISCARD)
    assert sure.answers[0].harmless  # the big key gives it
    assert sure.chosen("y") == e.Leave(e.Leaving.DISCARD)
    assert sure.chosen("d") is sure.chosen("k") is None


def test_nothing_is_asked_where_nothing_is_open_or_kept() -> None:
    day = Day(only(PLANK))
    assert asking.leave(day.session, kept=False) is Closing.SAVED
    assert asking.leave(day.finish().session, kept=True) is Closing.SAVED


def test_only_a_partial_session_with_a_set_in_it_stays_to_be_summed_up() -> None:
    nothing, something = Day(HIPS), Day(HIPS).until(1, Phase.SWITCH)
    for how in e.Leaving:
        stays = how is e.Leaving.PARTIAL
        assert asking.after_leaving(nothing.do(e.Leave(how)).session, how) is Closing.SAVED
        closing = asking.after_leaving(something.session, how)
        assert closing is (None if stays else Closing.SAVED)


def test_what_is_not_saved_is_tried_again_unless_it_is_said_that_it_may_be_lost() -> None:
    assert asking.closing(None) is Closing.NOW
    asked = choosing(asking.closing("disk full"), Topic.UNSAVED)
    assert asked.of == ("disk full",) and asked.leaves
    assert asked.answers[0].then is Closing.SAVED  # the big key gives it
    assert asked.chosen("l") is Closing.NOW
    assert asked.chosen("t") is asked.chosen("") is Closing.SAVED


@pytest.mark.parametrize("cursor", range(HOLD, LUNGES))
def test_no_key_stands_for_two_answers(cursor: int) -> None:
    day = Day(WHOLE if cursor % 2 else HIPS).until(cursor, Phase.WORK)
    for asked in (asking.skip(day.session, called), asking.leave(day.session, kept=True)):
        assert isinstance(asked, Choosing)
        keys = "".join(one.keys for one in asked.answers)
        assert len(keys) == len(set(keys))
