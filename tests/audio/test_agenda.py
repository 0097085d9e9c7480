"""What is played when, on a clock that the test turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.audio.agenda import NEAR, PROMISES, Agenda, Play, Stop
from hiptimer.audio.clip import What
from hiptimer.audio.turns import LATE, in_time, turns
from hiptimer.session.cues import Cue, Due, Rank, Spoken

COUNT = Due(10.0, Cue.COUNT_IN)
HALF = Due(20.0, Cue.HALFWAY)


def seconds(what: What) -> float | None:
    """Every cue half a second, but the count-in; every phrase a second."""
    if isinstance(what, Cue):
        return 3.62 if what is Cue.COUNT_IN else 0.5
    return float(len(what))


def adopted(*sheet: Due, zero: float = 0.0, now: float = 0.0) -> Agenda:
    return Agenda(wakes=False).adopt(sheet, zero, now)[0]


def test_a_cue_is_played_when_it_is_due_and_only_once() -> None:
    agenda = adopted(COUNT, HALF)
    assert agenda.wait(4.0, seconds) == 6.0
    assert agenda.step(9.99, seconds)[1] is None
    agenda, play = agenda.step(10.01, seconds)
    assert play == Play(Cue.COUNT_IN, 10.0 + LATE)
    assert agenda.step(10.02, seconds)[1] is None
    assert agenda.wait(10.0, seconds) == 10.0


def test_session_seconds_are_counted_from_zero_on_the_clock() -> None:
    assert adopted(COUNT, zero=1000.0, now=1000.0).step(1010.0, seconds)[1] == Play(
        Cue.COUNT_IN, 1010.0 + LATE
    )


def test_a_cue_that_is_late_is_dropped() -> None:
    agenda = adopted(COUNT)
    assert agenda.step(10.0 + LATE + 0.001, seconds)[1] is None
    assert agenda.wait(10.0 + LATE + 0.001, seconds) is None


def test_a_cue_that_is_due_now_is_waited_for_no_longer() -> None:
    assert adopted(COUNT).wait(10.1, seconds) == 0.0


def test_after_a_stall_only_the_last_of_several_is_heard() -> None:
    agenda, play = adopted(Due(1.0, Cue.TICK), Due(1.1, Cue.HALFWAY)).step(1.2, seconds)
    assert play is not None and play.what is Cue.HALFWAY
    assert agenda.step(1.21, seconds)[1] is None


def test_given_a_sheet_lists_what_was_played_it_is_not_played_again() -> None:
    agenda, _ = adopted(COUNT).step(10.0, seconds)
    agenda, stop = agenda.adopt([COUNT, HALF], 0.0, 10.1)
    assert stop is None
    assert agenda.step(10.1, seconds)[1] is None


def test_given_a_sheet_computed_anew_the_last_bit_of_an_instant_does_not_matter() -> None:
    agenda, _ = adopted(COUNT).step(10.0, seconds)
    again = Due(10.0 + 1e-9, Cue.COUNT_IN)
    agenda, stop = agenda.adopt([again], 0.0, 10.1)
    assert stop is None
    assert agenda.step(10.1, seconds)[1] is None


def test_a_count_in_that_is_taken_back_is_cut() -> None:
    agenda, _ = adopted(COUNT).step(10.0, seconds)
    agenda, stop = agenda.adopt([], 0.0, 11.5)
    assert stop == Stop()
    assert agenda.adopt([], 0.0, 11.6)[1] is None


def test_a_count_that_is_moved_is_cut_and_counted_again() -> None:
    agenda, _ = adopted(COUNT).step(10.0, seconds)
    agenda, stop = agenda.adopt([Due(25.0, Cue.COUNT_IN)], 0.0, 11.5)
    assert stop == Stop()
    assert agenda.step(25.0, seconds)[1] == Play(Cue.COUNT_IN, 25.0 + LATE)


def test_the_long_tone_rings_out_over_the_work_it_starts() -> None:
    agenda, _ = adopted(COUNT).step(10.0, seconds)
    assert agenda.adopt([HALF], 0.0, 13.0)[1] is None


def test_done_rings_out_although_the_next_phase_does_not_know_it() -> None:
    agenda, _ = adopted(Due(5.0, Cue.DONE_SWITCH)).step(5.0, seconds)
    assert agenda.adopt([HALF], 0.0, 5.1)[1] is None


def test_a_count_out_gives_way_to_done_without_a_cut() -> None:
    agenda, _ = adopted(Due(5.0, Cue.COUNT_OUT), Due(8.0, Cue.DONE_REST)).step(5.0, seconds)
    agenda, play = agenda.step(8.0, seconds)
    assert play is not None and play.what is Cue.DONE_REST
    assert agenda.adopt([], 0.0, 8.1)[1] is None


def test_given_a_timed_set_ended_by_key_its_count_out_is_cut() -> None:
    agenda, _ = adopted(Due(5.0, Cue.COUNT_OUT), Due(8.0, Cue.DONE_REST)).step(5.0, seconds)
    agenda, stop = agenda.adopt([Due(6.5, Cue.DONE_REST)], 0.0, 6.5)
    assert stop == Stop()
    assert agenda.step(6.5, seconds)[1] == Play(Cue.DONE_REST, 6.5 + LATE)


def test_muted_nothing_is_played_nor_caught_up_with_afterwards() -> None:
    agenda, play = Agenda(muted=True, wakes=False).adopt([COUNT], 0.0, 0.0)[0].step(10.0, seconds)
    assert play is None
    assert agenda.promise is None
    assert agenda.step(10.1, seconds)[1] is None


words = st.builds(
    lambda at, phrases, before, rank: Spoken(at, phrases, at + before, rank),
    st.floats(0, 90).map(lambda at: round(at, 2)),
    st.sampled_from([("one",), ("one", "two"), ("not", "recorded", "yet")]),
    st.floats(0, 30),
    st.sampled_from(Rank),
)
dues = st.builds(Due, st.floats(0, 30).map(lambda at: round(at, 2)), st.sampled_from(Cue))
sheets = st.lists(dues, max_size=6)


@given(first=sheets, changes=st.lists(st.tuples(st.floats(0.001, 5), sheets), max_size=8))
def test_whatever_is_handed_over_nothing_is_late_early_or_twice(
    first: list[Due], changes: list[tuple[float, list[Due]]]
) -> None:
    agenda, now = adopted(*first), 0.0
    heard: list[tuple[float, Play]] = []
    known = list(first)
    for pause, sheet in changes:
        end = now + pause
        while now < end:
            agenda, play = agenda.step(now, seconds)
            if play:
                heard.append((now, play))
            wait = agenda.wait(now, seconds)
            assert wait is None or wait > 0, "a step leaves nothing due behind"
            now = min(end, now + (wait if wait is not None else pause))
        agenda, stop = agenda.adopt(sheet, 0.0, now)
        known += sheet
        if stop:
            at, last = heard[-1]
            assert last.what in PROMISES and now < at + LATE + 3.0
    for at, play in heard:
        planned = [d for d in known if d.cue is play.what and d.at <= at <= d.at + LATE]
        assert planned
    assert len(heard) <= len({(round(d.at, 2), d.cue) for d in known})


@given(st.lists(st.one_of(dues, words), max_size=12), st.floats(0, 90))
def test_of_what_is_far_off_nothing_is_missed(sheet: list[Due | Spoken], now: float) -> None:
    agenda = Agenda(wakes=False).adopt(sheet, 0.0, now)[0]
    ahead = [item for item in agenda.sheet if in_time(item, now, 0.0)]
    first = next(iter(turns(ahead, agenda.ends, now, recorded)), None)
    wait = agenda.wait(now, recorded)
    if first is not None and first.begin <= now + NEAR:
        assert wait == max(0.0, first.begin - now)
    else:
        assert wait is None or wait > NEAR


def recorded(what: What) -> float | None:
    """As `seconds`, but for what is not recorded."""
    return None if len(what) == 3 and not isinstance(what, Cue) else seconds(what)
