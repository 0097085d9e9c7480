"""When is it time for more? The weaker side decides, and pain has a veto."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hiptimer.circuit.model import Exercise, Seconds, Sides
from hiptimer.history.records import Morning, SessionRecord, SetRecord
from hiptimer.progress.progression import Advance, Suggestion, suggestion
from tests.session.builders import HALO, LUNGE, PLANK, THRUST, WALL

from .logbook import holds, row, session

KETTLEBELLS = (8.0, 8.5, 12.0, 16.0)
"""From 8 to 8.5 kg is 6 %, from 8.5 to 12 is 41 %."""


def asked(
    sessions: Sequence[SessionRecord],
    exercise: Exercise,
    owned: Sequence[float] = KETTLEBELLS,
) -> Suggestion | None:
    return suggestion(sessions, exercise, owned)


def days(*sets: list[SetRecord], status: str = "finished") -> list[SessionRecord]:
    return [session(rows, 2.0 * n, status) for n, rows in enumerate(sets)]


def legs(exercise: Exercise, left: int, right: int, kg: float | None = 8.0, **more: int) -> list[SetRecord]:
    """Two rounds; the first is at 5 reps, the last as given."""
    return [
        row(side, number=number, exercise=exercise.id, reps=reps, kg=kg, **more)  # type: ignore[arg-type]
        for number, pair in enumerate([(5, 5), (left, right)], 1)
        for side, reps in zip(("left", "right"), pair, strict=True)
    ]


def halo(*reps: int, kg: float = 8.0) -> list[SetRecord]:
    """One round: left clockwise and counterclockwise, right the same."""
    places = [(side, way) for side in ("left", "right") for way in ("clockwise", "counterclockwise")]
    return [
        row(side, exercise=HALO.id, direction=way, reps=number, kg=kg)
        for (side, way), number in zip(places, reps, strict=True)
    ]


def test_two_sessions_of_a_minute_on_both_sides_call_for_the_harder_variation() -> None:
    long = holds([(62, 70), (60, 61), (58, 64)])
    assert asked(days(long, long), WALL) == Suggestion(
        Advance.VARIATION, "held 60 s or more on both sides in 2 sessions"
    )
    assert asked(days(long), WALL) is None


def test_the_harder_variation_is_named_where_the_circuit_has_one() -> None:
    long = holds([(62, 70), (60, 61), (58, 64)])
    further_back = replace(WALL, id="wall-push-back", variation_of=WALL.id)
    found = suggestion(days(long, long), WALL, KETTLEBELLS, further_back)
    assert found is not None and found.variation is further_back
    assert suggestion(days(long, long), further_back, KETTLEBELLS) is None  # a series of its own


def test_seconds_at_the_top_of_their_range_call_for_the_harder_variation() -> None:
    plank = replace(PLANK, target=Seconds(30.0, 45.0))
    harder = replace(plank, id="plank-feet-up", variation_of="plank")
    full = [row(None, number=number, exercise="plank", seconds=45.0) for number in (1, 2)]
    short = [*full[:1], row(None, number=2, exercise="plank", seconds=44.0)]
    assert suggestion(days(full), plank, (), harder) == Suggestion(
        Advance.VARIATION, "all sets 45 s", variation=harder
    )
    assert suggestion(days(short), plank, (), harder) is None
    assert suggestion(days(full), plank, ()) is None
    assert suggestion(days(full), PLANK, (), harder) is None


def test_the_weaker_side_decides() -> None:
    uneven = holds([(59, 90), (59, 90)])
    assert asked(days(uneven, uneven), WALL) is None


def test_the_two_sessions_are_the_last_two() -> None:
    long, short = holds([(62, 70)]), holds([(40, 70)])
    assert asked(days(long, long, short), WALL) is None
    assert asked(days(short, long, long), WALL) is not None
    assert asked(days(long, short, long), WALL) is None


def test_the_harder_variation_starts_from_nothing() -> None:
    long = holds([(62, 70)])
    assert asked(days(long, long), replace(WALL, id="wall-push-knee-back")) is None


def test_halos_at_the_top_call_for_the_next_weight_back_at_the_bottom() -> None:
    assert asked(days(halo(6, 6, 6, 6)), HALO) == Suggestion(
        Advance.WEIGHT, "all sets 6+6 on both sides", 8.5, 3
    )


@pytest.mark.parametrize("reps", [(5, 6, 6, 6), (6, 5, 6, 6), (6, 6, 6, 3), (7, 5, 6, 6)])
def test_one_direction_short_is_no_top(reps: tuple[int, ...]) -> None:
    assert asked(days(halo(*reps)), HALO) is None


def test_a_skipped_halo_or_a_session_left_early_is_no_top() -> None:
    whole = halo(6, 6, 6, 6)
    skipped = [replace(one, set=2, status="skipped", reps=None) for one in whole]
    assert asked(days([*whole, *skipped]), HALO) is None
    assert asked(days(whole, status="partial"), HALO) is None
    assert asked(days(whole[:2]), HALO) is None


@pytest.mark.parametrize(("exercise", "enough"), [(THRUST, 10), (LUNGE, 14)])
def test_two_reps_over_the_target_in_two_sessions_call_for_the_next_weight(
    exercise: Exercise, enough: int
) -> None:
    strong = legs(exercise, enough, enough + 1)
    assert asked(days(strong, strong), exercise) == Suggestion(
        Advance.WEIGHT, f"last set {enough} or more (or 3+ reps left) on both sides in 2 sessions", 8.5
    )
    assert asked(days(strong), exercise) is None
    weak = legs(exercise, enough - 1, enough + 5)
    assert asked(days(strong, weak), exercise) is None


def test_three_reps_left_count_as_much_leg_by_leg() -> None:
    def day(side: str, reserve: int) -> list[SetRecord]:
        sets = legs(THRUST, 8, 10)
        return [replace(one, reserve=reserve) if (one.set, one.side) == (2, side) else one for one in sets]

    assert asked(days(day("left", 3), day("left", 3)), THRUST) is not None
    assert asked(days(day("left", 3), day("right", 3)), THRUST) is None
    assert asked(days(day("left", 3), day("left", 2)), THRUST) is None


def test_a_last_set_that_was_skipped_is_not_passed_over() -> None:
    day = [*legs(THRUST, 10, 10), row("left", number=3, exercise=THRUST.id, status="skipped")]
    assert asked(days(day, day), THRUST) is None


def test_a_jump_of_more_than_a_tenth_needs_three_sessions() -> None:
    strong = legs(THRUST, 10, 10, kg=8.5)
    assert asked(days(strong, strong), THRUST) is None
    found = asked(days(strong, strong, strong), THRUST)
    assert found is not None and found.kg == 12.0
    assert found.reason.endswith("in 3 sessions")
    top = halo(6, 6, 6, 6, kg=8.5)
    assert asked(days(top, top), HALO) is None
    assert asked(days(top, top, top), HALO) is not None


def test_from_body_weight_the_first_weight_is_a_big_jump() -> None:
    strong = legs(THRUST, 10, 10, kg=0.0)
    assert asked(days(strong, strong), THRUST) is None
    found = asked(days(strong, strong, strong), THRUST)
    assert found is not None and found.kg == 8.0


def test_only_owned_weights_are_suggested() -> None:
    strong = legs(THRUST, 10, 10, kg=8.0)
    assert asked(days(strong, strong, strong), THRUST, owned=()) is None
    assert asked(days(strong, strong, strong), THRUST, owned=(8.0,)) is None
    found = asked(days(strong, strong, strong), THRUST, owned=(20.0, 4.0, 10.0))
    assert found is not None and found.kg == 10.0


def test_a_weight_never_told_has_no_next_one() -> None:
    strong = legs(THRUST, 10, 10, kg=None)
    assert asked(days(strong, strong, strong), THRUST) is None


def test_sessions_with_another_weight_are_not_added_up() -> None:
    light, heavy = legs(THRUST, 10, 10, kg=8.0), legs(THRUST, 10, 10, kg=8.5)
    assert asked(days(light, light, heavy), THRUST) is None


def test_from_split_weights_the_lighter_leg_goes_on() -> None:
    split = [
        replace(one, load_kg=8.0 if one.side == "left" else 12.0) for one in legs(THRUST, 10, 10, kg=None)
    ]
    found = asked(days(split, split), THRUST)
    assert found is not None and found.kg == 8.5


def test_pain_above_three_blocks_and_says_so() -> None:
    strong, hurting = legs(THRUST, 10, 10), legs(THRUST, 10, 10, pain=4)
    found = asked(days(strong, hurting), THRUST)
    assert found == Suggestion(
        Advance.STAY, "last set 10 or more (or 3+ reps left) on both sides in 2 sessions, but pain 4"
    )
    allowed = asked(days(strong, legs(THRUST, 10, 10, pain=3)), THRUST)
    assert allowed is not None and allowed.advance is Advance.WEIGHT


def test_an_exercise_left_out_for_pain_is_not_forgotten() -> None:
    strong = legs(THRUST, 10, 10)
    stopped = [row("left", exercise=THRUST.id, status="skipped", pain=6)]
    assert asked(days(strong, strong, stopped), THRUST) is None


def test_an_exercise_merely_skipped_says_nothing() -> None:
    strong = legs(THRUST, 10, 10)
    skipped = [row("left", exercise=THRUST.id, status="skipped")]
    assert asked(days(strong, skipped, strong), THRUST) is not None


def test_pain_in_another_exercise_does_not_block() -> None:
    day = [*legs(THRUST, 10, 10), row("left", exercise=LUNGE.id, reps=12, pain=6)]
    found = asked(days(day, day), THRUST)
    assert found is not None and found.advance is Advance.WEIGHT


def test_worse_the_next_morning_blocks() -> None:
    strong = legs(THRUST, 10, 10)
    yesterday, today = days(strong, strong)
    found = asked([yesterday, replace(today, morning=Morning.WORSE)], THRUST)
    assert found is not None and found.advance is Advance.STAY
    assert found.reason.endswith("but worse the next morning")
    same = asked([yesterday, replace(today, morning=Morning.SAME)], THRUST)
    assert same is not None and same.advance is Advance.WEIGHT


def test_a_guests_sets_earn_the_owner_nothing() -> None:
    strong = legs(THRUST, 10, 10)
    assert asked([*days(strong), session(strong, 2.0, "guest")], THRUST) is None


def test_legs_that_alternate_in_one_set_are_one() -> None:
    both = replace(LUNGE, sides=Sides.ALTERNATING)
    day = [row("both", exercise=LUNGE.id, reps=14, kg=8.0)]
    found = asked(days(day, day), both)
    assert found is not None and "both sides" not in found.reason
