"""A player that fails is left, once and for good; the cue goes to the next."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.audio.chain import Chain, Status
from hiptimer.audio.clip import Clip
from hiptimer.audio.player import BellPlayer, PlayerFailed, PlayerMissing
from hiptimer.session.cues import Cue

Changes = list[tuple[str, str]]


def clip_of(cue: Cue) -> Clip:
    return Clip(Path(f"{cue.value}.wav"), 0.5, cue)


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_first_player_that_opens_is_used_and_told(recorder: Callable, clock: Clock) -> None:
    absent, present, changes = recorder("absent"), recorder("present"), []
    absent.fault["open"] = PlayerFailed("no absent")
    chain = Chain([absent, present], clock, lambda *told: changes.append(told))
    assert chain.status == Status("", "", True)
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    assert present.played == ["go"]
    assert changes == [("present", "")]
    assert chain.status == Status("present", "", True)


@pytest.mark.parametrize("fault", [PlayerFailed("broken"), ZeroDivisionError("unforeseen")])
def test_a_cue_that_fails_is_played_by_the_next(recorder: Callable, clock: Clock, fault: Exception) -> None:
    first, second, changes = recorder("first"), recorder("second"), []
    chain = Chain([first, second], clock, lambda *told: changes.append(told))
    chain.open()
    first.fault["play"] = fault
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    chain.play(clip_of(Cue.TICK), clock() + 0.25)
    assert first.played == ["go"] and first.asked[-1] == "close"
    assert second.played == ["go", "tick"]
    assert [name for name, _ in changes] == ["first", "second"]
    assert str(fault) in changes[1][1]


def test_a_sound_that_turns_out_to_have_failed_is_played_again_while_it_is_not_late(
    recorder: Callable, clock: Clock
) -> None:
    first, second = recorder("first"), recorder("second")
    chain = Chain([first, second], clock, lambda *told: None)
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    clock.time += 0.1
    first.fault["poll"] = PlayerFailed("exit 1")
    chain.poll()
    assert second.played == ["go"]


def test_a_sound_that_is_late_by_then_or_was_cut_is_not_played_again(
    recorder: Callable, clock: Clock
) -> None:
    players = [recorder(name) for name in "abc"]
    chain = Chain(players, clock, lambda *told: None)
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    clock.time += 0.3
    players[0].fault["poll"] = PlayerFailed("hung")
    chain.poll()
    assert players[1].played == []
    chain.play(clip_of(Cue.COUNT_IN), clock() + 0.25)
    chain.stop()
    players[1].fault["poll"] = PlayerFailed("hung")
    chain.poll()
    assert players[2].played == []


def test_a_player_that_is_not_heard_is_left_but_the_bell_stays(recorder: Callable, clock: Clock) -> None:
    first, second, changes = recorder("first"), recorder("second"), []
    chain = Chain([first, second, BellPlayer(lambda: None, clock)], clock, lambda *told: changes.append(told))
    chain.play(clip_of(Cue.READY), clock() + 0.25)
    for _ in range(4):
        chain.not_heard()
    assert first.asked[-1] == second.asked[-1] == "close" and second.played == []
    assert [name for name, _ in changes] == ["first", "second", "bell"]
    assert chain.status == Status("bell", "first is not heard, second is not heard", audible=False)


def prepare(chain: Chain) -> None:
    while chain.prepare():
        time.sleep(0.001)


class Hanging:
    """A player whose `open` hangs until it is closed."""

    name = "hanging"
    audible = True

    def __init__(self) -> None:
        self.opening = threading.Event()
        self.closed = threading.Event()

    def open(self) -> None:
        self.opening.set()
        assert self.closed.wait(5)
        raise PlayerFailed("closed")

    def close(self) -> None:
        self.closed.set()


def test_while_the_fallback_is_looked_for_cues_are_played(recorder: Callable, clock: Clock) -> None:
    first, hanging = recorder("first"), Hanging()
    chain = Chain([first, hanging], clock, lambda *told: None)
    chain.open()
    assert chain.prepare() and hanging.opening.wait(5)
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    assert first.played == ["go"]
    chain.close()
    assert hanging.closed.is_set()


def test_closed_while_the_first_player_hangs_no_other_is_tried(recorder: Callable, clock: Clock) -> None:
    hanging, other = Hanging(), recorder("other")
    chain = Chain([hanging, other], clock, lambda *told: None)
    opener = threading.Thread(target=chain.open)
    opener.start()
    assert hanging.opening.wait(5)
    chain.close()
    opener.join(5)
    assert not opener.is_alive()
    assert (other.asked, chain.status.name) == ([], "silence")


def test_the_player_to_fall_back_on_is_opened_ahead_of_need(recorder: Callable, clock: Clock) -> None:
    first, absent, spare = recorder("first"), recorder("absent"), recorder("spare")
    absent.fault["open"] = PlayerFailed("no absent")
    chain = Chain([first, absent, spare], clock, lambda *told: None)
    chain.open()
    assert absent.asked == spare.asked == []
    prepare(chain)
    assert spare.asked == ["open"]
    first.fault["stop"] = PlayerFailed("broken")
    chain.stop()
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    assert spare.asked == ["open", "go"]
    chain.close()
    assert spare.asked[-1] == "close"


def test_given_a_hang_the_player_to_fall_back_on_is_tried_again(recorder: Callable, clock: Clock) -> None:
    hung, frozen_too, works = recorder("hung"), recorder("frozen too"), recorder("works")
    chain = Chain([hung, frozen_too, works], clock, lambda *told: None)
    chain.open()
    prepare(chain)
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    clock.time += 0.5
    hung.fault["poll"] = frozen_too.fault["open"] = PlayerFailed("hangs")
    chain.poll()
    chain.play(clip_of(Cue.TICK), clock() + 0.25)
    assert (frozen_too.played, works.played) == ([], ["tick"])


def test_with_the_bell_alone_the_screen_is_told_every_reason(recorder: Callable, clock: Clock) -> None:
    absent, bell = recorder("absent"), BellPlayer(lambda: None, clock)
    absent.fault["open"] = PlayerFailed("no absent")
    changes: Changes = []
    chain = Chain([absent, bell], clock, lambda name, why: changes.append((name, why)))
    chain.open()
    assert chain.status == Status("bell", "no absent", False)
    assert changes == [("bell", "no absent")]


def test_what_is_not_installed_is_no_reason_beside_what_failed(recorder: Callable, clock: Clock) -> None:
    optional, absent, broken, bell = (recorder(name) for name in ("optional", "absent", "broken", "bell"))
    optional.fault["open"] = absent.fault["open"] = PlayerMissing("not installed")
    bell.audible = False
    chain = Chain([optional, absent, bell], clock, lambda *told: None)
    chain.open()
    assert chain.status == Status("bell", "no player of sounds is installed", False)
    broken.fault["open"] = PlayerFailed("broken failed (exit 1)")
    chain = Chain([optional, absent, broken, bell], clock, lambda *told: None)
    chain.open()
    assert chain.status == Status("bell", "broken failed (exit 1)", False)


def test_at_the_end_is_silence_and_it_stays(recorder: Callable, clock: Clock) -> None:
    def broken() -> None:
        raise OSError("the terminal is gone")

    chain = Chain([BellPlayer(broken, clock)], clock, lambda *told: None)
    for cue in Cue:
        chain.play(clip_of(cue), clock() + 0.25)
        chain.poll()
    chain.stop()
    assert chain.status.name == "silence"
    assert "the terminal is gone" in chain.status.why
    assert chain.prepare() is False


def test_a_listener_that_raises_is_not_asked_again(recorder: Callable, clock: Clock) -> None:
    told = []

    def listener(name: str, why: str) -> None:
        told.append(name)
        raise RuntimeError("no app is running")

    first, second = recorder("first"), recorder("second")
    chain = Chain([first, second], clock, listener)
    chain.open()
    first.fault["play"] = PlayerFailed("broken")
    first.fault["close"] = OSError("cannot even be closed")
    chain.play(clip_of(Cue.GO), clock() + 0.25)
    assert second.played == ["go"]
    assert told == ["first"]


def test_a_fault_that_is_no_players_is_told_once(recorder: Callable, clock: Clock) -> None:
    changes: Changes = []
    chain = Chain([recorder("only")], clock, lambda name, why: changes.append((name, why)))
    chain.open()
    chain.report(ValueError("odd"))
    chain.report(ValueError("odd"))
    assert changes == [("only", ""), ("only", "sound: ValueError('odd')")]
