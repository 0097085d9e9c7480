"""Words between the cues: what is said, what waits and what is left out; on a clock that the test turns."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.audio.agenda import ASLEEP, SILENCE, WAKING, Agenda, Play, Stop, Wake
from hiptimer.audio.clip import What
from hiptimer.audio.turns import GAP, LATE, PATIENCE
from hiptimer.session.cues import Cue, Due, Rank, Spoken

SWITCH = Spoken(10.1, ("switch", "stand-right"), 17.0)
DONE = Due(10.0, Cue.DONE_SWITCH)
GO = Due(17.0, Cue.COUNT_IN)
TONE = 0.5


def seconds(what: What) -> float | None:
    """Every cue lasts half a second, every phrase one; that of an exercise of the user's is not recorded."""
    return TONE if isinstance(what, Cue) else float(len([name for name in what if name != "name-mine"]))


def count(at: float, number: int) -> Spoken:
    return Spoken(at, (f"count-{number}",), at + 3.0, Rank.COUNT)


class Player:
    """Plays an agenda on a clock that goes from one thing to be done to the next."""

    def __init__(self, *sheet: Due | Spoken, agenda: Agenda | None = None) -> None:
        self.agenda = agenda or Agenda(wakes=False)
        self.now = 0.0
        self.heard: list[tuple[float, What | None]] = []
        self.new(*sheet)

    def new(self, *sheet: Due | Spoken, zero: float = 0.0) -> Stop | None:
        self.agenda, stop = self.agenda.adopt(sheet, zero, self.now)
        return stop

    def until(self, end: float) -> Player:
        while True:
            self.agenda, order = self.agenda.step(self.now, seconds)
            if order is not None:
                what = order.what if isinstance(order, Play) else None
                self.heard.append((round(self.now, 3), what))
            wait = self.agenda.wait(self.now, seconds)
            assert order is not None or wait != 0, "a step leaves nothing to be done behind"
            if wait is None or self.now + wait > end:
                self.now = end
                return self
            self.now += wait

    @property
    def said(self) -> list[tuple[float, What | None]]:
        return [(at, what) for at, what in self.heard if isinstance(what, tuple)]


def test_what_is_said_waits_for_the_tone_and_a_breath() -> None:
    player = Player(DONE, SWITCH, GO).until(30.0)
    assert player.heard == [
        (10.0, Cue.DONE_SWITCH),
        (10.0 + TONE + GAP, ("switch", "stand-right")),
        (17.0, Cue.COUNT_IN),
    ]


def test_with_nothing_sounding_it_is_said_at_its_instant() -> None:
    assert Player(SWITCH).until(30.0).said == [(10.1, SWITCH.phrases)]


@pytest.mark.parametrize("tone", [12.0, 11.0, 10.6])
def test_what_cannot_end_before_the_next_cue_is_said_after_it(tone: float) -> None:
    player = Player(SWITCH, Due(tone, Cue.HALFWAY)).until(30.0)
    assert player.heard == [(tone, Cue.HALFWAY), (tone + TONE + GAP, SWITCH.phrases)]


def test_what_cannot_end_in_its_time_is_not_said() -> None:
    assert Player(Spoken(10.0, ("a", "b"), 11.9)).until(30.0).heard == []


def test_what_has_waited_too_long_is_not_said() -> None:
    cues = [Due(1.0 + n, Cue.TICK) for n in range(int(PATIENCE) + 2)]
    assert Player(Spoken(1.2, ("late-squat-1",), inf), *cues).until(30.0).said == []


def test_a_word_leaves_room_for_the_next_count() -> None:
    player = Player(count(10.0, 4), Spoken(10.1, ("reverse",), 13.0), count(12.0, 5)).until(30.0)
    assert player.said == [(10.0, ("count-4",)), (12.0, ("count-5",))]
    player = Player(count(10.0, 4), Spoken(10.1, ("reverse",), 14.0), count(12.5, 5)).until(30.0)
    assert player.said == [(10.0, ("count-4",)), (11.0 + GAP, ("reverse",)), (12.5, ("count-5",))]


def test_a_count_is_on_time_or_left_out() -> None:
    player = Player(count(10.0, 4), agenda=Agenda(wakes=False, ends=10.0 + LATE + 0.01)).until(30.0)
    assert player.said == []
    player = Player(count(10.0, 4), agenda=Agenda(wakes=False, ends=10.2)).until(30.0)
    assert player.said == [(10.2, ("count-4",))]


def test_of_two_that_are_due_the_count_goes_first() -> None:
    player = Player(Spoken(9.9, ("reverse",), inf), count(10.0, 1), agenda=Agenda(wakes=False, ends=10.1))
    assert player.until(30.0).said == [(10.1, ("count-1",)), (11.1 + GAP, ("reverse",))]


def test_given_a_new_sheet_what_was_said_is_not_said_again() -> None:
    player = Player(SWITCH).until(10.5)
    player.new(Spoken(10.1 + 1e-9, SWITCH.phrases, 25.0), Due(25.0, Cue.COUNT_IN))
    assert len(player.until(30.0).said) == 1


def test_given_a_new_session_the_same_words_are_said_again() -> None:
    player = Player(SWITCH).until(15.0)
    player.new(SWITCH, zero=10.0)
    assert len(player.until(40.0).said) == 2


def test_what_is_being_said_rings_out_although_no_sheet_holds_it_any_more() -> None:
    player = Player(SWITCH).until(10.5)
    assert player.new(Spoken(10.6, ("rest",), inf)) is None
    assert player.until(30.0).said[-1] == (12.1 + GAP, ("rest",))


def test_a_cue_that_a_key_asks_for_does_not_wait_for_what_is_being_said() -> None:
    player = Player(SWITCH).until(10.5)
    player.new(Due(10.5, Cue.DONE_REST), Spoken(10.6, ("rest",), inf))
    assert player.until(30.0).heard[1:] == [(10.5, Cue.DONE_REST), (10.5 + TONE + GAP, ("rest",))]


def test_what_is_not_recorded_keeps_nothing_waiting() -> None:
    player = Player(Spoken(1.0, ("name-mine",), inf), Spoken(1.1, ("left",), inf)).until(30.0)
    assert player.said == [(1.1, ("left",))]


def test_muted_nothing_is_said_nor_caught_up_with() -> None:
    player = Player(SWITCH, agenda=Agenda(muted=True)).until(10.5)
    player.agenda = Agenda(wakes=False, sheet=player.agenda.sheet, handed=player.agenda.handed)
    assert player.until(30.0).heard == []


def test_asked_for_it_is_said_as_soon_as_nothing_sounds_and_not_over_a_cue() -> None:
    player = Player(DONE, Due(11.0, Cue.HALFWAY)).until(10.2)
    player.agenda = player.agenda.ask(("stand-left",), 10.2)
    assert player.until(30.0).said == [(11.0 + TONE + GAP, ("stand-left",))]
    player.agenda = player.agenda.ask(("stand-left",), 30.0)
    assert player.until(40.0).said[1:] == [(30.0, ("stand-left",))]


def test_asked_for_in_the_middle_of_it_it_is_not_said_twice() -> None:
    player = Player(SWITCH).until(11.0)
    player.agenda = player.agenda.ask(SWITCH.phrases, 11.0)
    assert len(player.until(30.0).said) == 1


def test_a_device_is_woken_before_what_comes_after_a_long_silence() -> None:
    player = Player(Due(20.0, Cue.GO), Due(22.0, Cue.TICK), Due(30.0, Cue.GO), agenda=Agenda()).until(40.0)
    assert [at for at, what in player.heard if what is None] == [18.7, 28.7]
    assert SILENCE < WAKING, "it is over before the cue"


def test_a_device_is_woken_for_words_too_and_not_where_it_is_awake() -> None:
    player = Player(SWITCH, Due(12.1 + ASLEEP - 0.1, Cue.GO), agenda=Agenda()).until(40.0)
    assert [at for at, what in player.heard if what is None] == [round(SWITCH.at - WAKING, 3)]


def test_with_no_time_left_a_device_is_not_woken() -> None:
    player = Player(agenda=Agenda()).until(10.0)
    player.new(Due(11.0, Cue.GO))
    assert player.until(20.0).heard == [(11.0, Cue.GO)]


def test_muted_a_device_is_let_sleep() -> None:
    assert Player(DONE, agenda=Agenda(muted=True)).until(20.0).heard == []


def test_for_bluetooth_everything_is_handed_over_earlier_and_a_key_is_answered_late() -> None:
    player = Player(DONE, SWITCH, GO, agenda=Agenda(wakes=False, latency=0.4)).until(20.0)
    assert [at for at, _ in player.heard] == [9.6, round(9.6 + TONE + GAP, 3), 16.6]
    player.new(Due(20.0, Cue.DONE_REST))
    assert player.until(30.0).heard[-1] == (20.0, Cue.DONE_REST)


def test_for_bluetooth_a_count_can_be_taken_back_until_its_end_is_heard() -> None:
    player = Player(GO, agenda=Agenda(wakes=False, latency=0.4)).until(19.9)
    assert player.new() == Stop()


at = st.floats(0, 30).map(lambda value: round(value, 2))
dues = st.builds(Due, at, st.sampled_from(Cue))
names = st.lists(st.sampled_from(("left", "switch", "count-1", "name-mine")), min_size=1, max_size=3).map(
    tuple
)
words = st.builds(Spoken, at, names, at, st.sampled_from(Rank))
sheets = st.lists(dues | words, max_size=8)


@given(first=sheets, changes=st.lists(st.tuples(st.floats(0.001, 5), sheets), max_size=6))
def test_nothing_that_could_be_foreseen_cuts_a_word(
    first: list[Due | Spoken], changes: list[tuple[float, list[Due | Spoken]]]
) -> None:
    player = Player(*first, agenda=Agenda())
    known, cutters = list(first), [(0.0, item) for item in first]
    for pause, sheet in changes:
        player.until(player.now + pause)
        player.new(*sheet)
        known += sheet
        cutters += [(player.now, item) for item in sheet]
    player.until(60.0)
    for (begin, what), (after, then) in zip(player.heard, player.heard[1:], strict=False):
        if not isinstance(what, tuple):
            continue
        assert begin >= min(item.at for item in known if isinstance(item, Spoken) and item.phrases == what)
        if after < begin + (seconds(what) or 0.0):
            assert isinstance(then, Cue), "only a cue cuts a word"
            told = [when for when, item in cutters if isinstance(item, Due) and item.cue is then]
            assert any(begin <= when + 0.001 and when <= after + 0.001 for when in told), (
                "and a key asked for it"
            )


def test_wake_and_play_are_told_apart() -> None:
    assert Agenda().adopt([DONE], 0.0, 0.0)[0].step(10.0 - WAKING, seconds)[1] == Wake()
