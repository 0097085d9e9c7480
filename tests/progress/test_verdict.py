"""Which hip is weaker: the worked examples, in the log's own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.model import Side
from hiptimer.history.records import SessionRecord
from hiptimer.progress.noise import Noise, smallest_real_change, smallest_visible
from hiptimer.progress.verdict import Finding, Verdict, verdict
from hiptimer.progress.words import ASK, headline, notes, order, sentence, visible

from ..history.days import Gym
from .logbook import TABLE, WALL, holds, log_of, session


def of(days: str) -> Verdict:
    return verdict(log_of(days), WALL)


@pytest.mark.parametrize(
    ("who", "lsi", "interval", "words"),
    [
        ("weak left", 80.5, (70.9, 91.4), "left consistently shorter"),
        ("even", 99.1, (87.4, 112.5), "similar"),
        ("three days", 75.0, (61.5, 91.4), "early sign: left"),
        ("borderline", 90.0, (80.5, 100.7), "unclear"),
    ],
)
def test_the_table_of_verdicts(who: str, lsi: float, interval: tuple[float, float], words: str) -> None:
    found = of(TABLE[who])
    assert found.lsi == pytest.approx(lsi, abs=0.05)
    assert found.interval == pytest.approx(interval, abs=0.05)
    assert headline(found) == words


def test_one_very_uneven_session_is_too_early_and_a_question() -> None:
    found = of(TABLE["one bad day"])
    assert found.lsi == 30.0
    assert headline(found) == "too early"
    assert sentence(found) == "Left held shorter in 1 of 1 session, 30 % of right"
    assert notes(found) == ("2 more sessions to a first hint", ASK)


def test_a_session_really_done_is_judged_from_its_history(tmp_path: Path) -> None:
    gym = Gym(tmp_path)
    runner = gym.begin()
    gym.do(runner, 12.0)
    gym.do(runner, 40.0)
    gym.finish(runner)
    runner.close()
    found = verdict(gym.store.sessions(), WALL)
    gym.store.close()
    assert (found.sessions, found.left_first) == (1, 1.0)
    assert found.lsi == pytest.approx(30.0, abs=0.2)
    assert headline(found) == "too early" and ASK in notes(found)


def test_what_is_said_names_the_side_how_often_how_much_and_how_sure() -> None:
    found = of(TABLE["weak left"])
    assert sentence(found) == "Left held shorter in 6 of 6 sessions, 81 % of right (95 % interval 71-91 %)"
    assert notes(found) == ("6 sessions can see gaps above 16 %",)
    assert sentence(of("41/32 38/35 42/30")).startswith("Right held shorter in 3 of 3 sessions, ")


def test_sides_that_were_held_the_same_are_told_so() -> None:
    found = of("40/40 41/41")
    assert (found.shorter, found.lsi) == (None, 100.0)
    assert sentence(found) == "Left and right held the same on the whole, 2 sessions"


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ("", ("3 more sessions to a first hint",)),
        ("36/40", ("2 more sessions to a first hint",)),
        ("36/40 36/40", ("1 more session to a first hint",)),
    ],
)
def test_below_a_first_hint_it_says_how_many_sessions_are_missing(days: str, missing: tuple[str]) -> None:
    found = of(days)
    assert found.finding is Finding.TOO_EARLY
    assert notes(found) == missing


@pytest.mark.parametrize(
    ("days", "why"),
    [
        (
            "30/40 30/40 30/40 30/40 30/40 30/40 40/39 40/39",
            "Unclear: 6 of 8 sessions agree, it takes 7",
        ),
        ("36/40 " * 6, "Unclear: the interval includes 100 %, so it may be chance"),
        ("36/40 " * 8, "Unclear: the gap is sure, but no more than 10 %"),
        ("40/40 " * 3, "Unclear: too few sessions, or too far apart, to call the sides similar"),
    ],
)
def test_an_unclear_verdict_says_why(days: str, why: str) -> None:
    found = of(days)
    assert found.finding is Finding.UNCLEAR
    assert notes(found)[0] == why


def test_without_a_session_there_is_nothing_to_say() -> None:
    found = of("")
    assert (found.lsi, found.interval, found.shorter, sentence(found)) == (None, None, None, "")


def test_only_the_last_eight_sessions_count() -> None:
    years_ago = "20/60 " * 30
    assert verdict(log_of(years_ago + "40/41 41/40 " * 4), WALL).finding is Finding.SIMILAR


def test_before_six_sessions_a_sure_gap_is_no_more_than_an_early_sign() -> None:
    five, sixth = TABLE["weak left"].rsplit(" ", 1)
    assert of(five).finding is Finding.EARLY_SIGN
    assert of(f"{five} {sixth}").finding is Finding.SHORTER


def test_agreeing_sessions_with_a_small_gap_are_unclear() -> None:
    found = of("38/40 38/40 38/40")
    assert (found.agreeing, found.finding) == (3, Finding.UNCLEAR)


def test_four_of_five_sessions_agree_well_enough() -> None:
    found = of("20/40 21/40 22/40 41/40 20/40")
    assert (found.agreeing, found.finding) == (4, Finding.EARLY_SIGN)


def test_a_side_that_is_shorter_in_too_few_sessions_is_unclear() -> None:
    wild = of("10/60 10/60 10/60 41/40 41/40 10/60")
    assert abs(wild.mean) > wild.half_width
    assert (wild.agreeing, wild.finding) == (4, Finding.UNCLEAR)


def test_a_sure_but_small_gap_is_not_called_one() -> None:
    """36/40 is 90 %, not below it: even when 8 sessions are sure of it."""
    found = of("36/40 " * 8)
    assert found.mean > found.half_width
    assert found.finding is Finding.UNCLEAR


def test_a_sure_gap_within_15_percent_is_similar() -> None:
    assert of("39/40 " * 8).finding is Finding.SIMILAR


def rounds_begun(first: list[str], pair: tuple[float, float]) -> list[SessionRecord]:
    """Sessions of three rounds; within each the first side flips."""
    return [session(holds([pair] * 3, one), 2.0 * n) for n, one in enumerate(first)]


def test_always_starting_left_may_be_an_order_effect() -> None:
    always_left = verdict(rounds_begun(["left"] * 6, (40, 32)), WALL)
    assert always_left.left_first == pytest.approx(2 / 3)
    assert headline(always_left) == "right consistently shorter"
    assert "May be an order effect: left was held first in 67 % of the rounds" in notes(always_left)


def test_always_starting_right_is_the_same() -> None:
    always_right = verdict(rounds_begun(["right"] * 6, (40, 32)), WALL)
    assert "May be an order effect: right was held first in 67 % of the rounds" in notes(always_right)


def test_flipping_between_sessions_rules_it_out() -> None:
    flipped = verdict(rounds_begun(["left", "right"] * 3, (40, 32)), WALL)
    assert headline(flipped) == "right consistently shorter"
    assert order(flipped) not in notes(flipped)


def test_exactly_60_percent_is_not_more_than_that() -> None:
    firsts = ["left", "left", "left", "right", "right"]
    assert verdict(log_of("32/40 " * 5, first=firsts), WALL).left_first == 0.6
    assert not verdict(log_of("32/40 " * 5, first=firsts), WALL).may_be_order


def test_before_a_first_hint_the_order_is_not_worth_a_word() -> None:
    too_early = verdict(rounds_begun(["left"], (40, 32)), WALL)
    assert order(too_early) not in notes(too_early)


def test_the_question_is_about_the_last_session_alone() -> None:
    assert ASK in notes(of("40/40 40/40 40/40 26/40"))
    assert ASK not in notes(of("26/40 40/40 40/40 40/40"))
    assert ASK not in notes(of("40/40 40/40 40/40 27/40"))


@pytest.mark.parametrize(("sessions", "lsi"), [(1, 66), (3, 79), (6, 84), (8, 86), (16, 90)])
def test_what_so_many_sessions_can_tell_from_noise(sessions: int, lsi: int) -> None:
    assert round(smallest_visible(sessions)) == lsi


def test_it_is_told_as_a_gap() -> None:
    assert visible(1) == "1 session can see gaps above 34 %"
    assert visible(6) == "6 sessions can see gaps above 16 %"


def test_the_constants_can_be_another_runners() -> None:
    steady = Noise(typical_error=0.05, prior_sd=0.07)
    assert verdict(log_of(TABLE["borderline"]), WALL, steady).half_width < 0.05
    assert smallest_visible(6, steady) > smallest_visible(6)
    assert smallest_real_change(3, steady) < smallest_real_change(3)


def test_a_harder_variation_begins_a_new_series() -> None:
    knee_back = session(holds([(20, 21)], exercise="wall-push-knee-back"), 20.0)
    log = [*log_of(TABLE["weak left"]), knee_back]
    assert verdict(log, "wall-push-knee-back").missing == 2
    assert verdict(log, WALL) == of(TABLE["weak left"])


def test_the_side_is_the_circuits_own() -> None:
    assert of("30/40").shorter is Side.LEFT
    assert of("40/30").shorter is Side.RIGHT
