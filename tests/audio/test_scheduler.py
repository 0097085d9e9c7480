"""The thread, on the real clock of a machine that may be busy."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hiptimer.audio.agenda import WAKING
from hiptimer.audio.clip import Clip
from hiptimer.audio.clips import Clips
from hiptimer.audio.scheduler import Scheduler
from hiptimer.audio.settings import SoundSettings
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.turns import GAP
from hiptimer.audio.waves import Form, write
from hiptimer.session.cues import Cue, Due, Spoken

WORDS = ("switch", "stand-left")


class Tape:
    """An output that writes down when it was asked what."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str]] = []
        self.fault: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def _ask(self, what: str) -> None:
        self.asked.append((time.monotonic(), what))
        self.gate.wait(5)
        if self.fault is not None:
            raise self.fault

    def open(self) -> None:
        self._ask("open")

    def prepare(self) -> bool:
        return False

    def play(self, clip: Clip, until: float) -> None:
        self._ask(clip.path.stem)

    def wake(self, silence: Clip) -> None:
        self._ask("silence")

    def poll(self) -> float | None:
        return None

    def stop(self) -> None:
        self._ask("stop")

    def close(self) -> None:
        self._ask("close")

    @property
    def words(self) -> list[str]:
        return [what for _, what in self.asked]


def scheduler_of(
    tape: Tape,
    on_fault: Callable[[Exception], None],
    now: Callable[[], float] = time.monotonic,
) -> Scheduler:
    return Scheduler(tape, Clips(Sounds()), now, on_fault, SoundSettings(wake=False))


Until = Callable[[Callable[[], bool], float], bool]


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def faults() -> list[Exception]:
    return []


@pytest.fixture
def voice(tmp_path: Path) -> Sounds:
    """The cues, and half a second of each word."""
    for cue in Cue:
        (tmp_path / f"{cue.value}.wav").write_bytes(Sounds().path(cue).read_bytes())
    (tmp_path / "voice").mkdir()
    for name in WORDS:
        write(tmp_path / "voice" / f"{name}.wav", Form(1, 2, 8000), bytes(4000))
    return Sounds(tmp_path)


@pytest.fixture
def scheduler(tape: Tape, faults: list[Exception], voice: Sounds) -> Iterator[Scheduler]:
    clips = Clips(voice)
    scheduler = Scheduler(tape, clips, time.monotonic, faults.append, SoundSettings(wake=False))
    yield scheduler
    tape.gate.set()
    scheduler.close()
    clips.close()


def test_cues_are_handed_over_on_time(tape: Tape, scheduler: Scheduler) -> None:
    zero = time.monotonic() + 0.1
    sheet = [Due(n * 0.06, Cue.TICK) for n in range(12)]
    scheduler.replace(sheet, zero)
    time.sleep(0.8)
    played = [at - zero for at, what in tape.asked if what == "tick"]
    late = [at - due.at for at, due in zip(played, sheet, strict=True)]
    assert min(late) >= 0
    assert statistics.median(late) < 0.02


def test_given_a_key_ends_the_count_it_is_cut_at_once(tape: Tape, scheduler: Scheduler, until: Until) -> None:
    scheduler.replace([Due(0.0, Cue.COUNT_IN)], time.monotonic())
    assert until(lambda: "count-in" in tape.words, 1)
    key = time.monotonic()
    scheduler.replace([], key)
    assert until(lambda: "stop" in tape.words, 1)
    assert tape.asked[-1][0] - key < 0.1


def test_a_new_sheet_wakes_the_thread_from_a_long_sleep(
    tape: Tape, scheduler: Scheduler, until: Until
) -> None:
    scheduler.replace([Due(3600.0, Cue.READY)], time.monotonic())
    time.sleep(0.05)
    scheduler.replace([Due(0.0, Cue.GO)], time.monotonic())
    assert until(lambda: "go" in tape.words, 0.5)


def test_muted_in_the_middle_of_a_count_it_is_cut_and_what_follows_is_not_heard(
    tape: Tape, scheduler: Scheduler, until: Until
) -> None:
    scheduler.replace([Due(0.0, Cue.COUNT_IN), Due(0.2, Cue.HALFWAY)], time.monotonic())
    assert until(lambda: "count-in" in tape.words, 1)
    scheduler.mute(True)
    scheduler.play(Cue.READY)
    time.sleep(0.3)
    assert tape.words == ["open", "count-in", "stop"]
    scheduler.mute(False)
    scheduler.play(Cue.READY)
    assert until(lambda: tape.words[-1] == "ready", 1)


def test_given_the_machine_slept_the_longer_clock_is_believed(
    tape: Tape, faults: list[Exception], until: Until
) -> None:
    slept = 0.0
    scheduler = scheduler_of(tape, faults.append, lambda: time.monotonic() + slept)
    scheduler.replace([Due(300.0, Cue.TICK), Due(601.5, Cue.READY)], time.monotonic())
    time.sleep(0.05)
    slept = 600.0
    assert until(lambda: "ready" in tape.words, 2)
    assert "tick" not in tape.words
    scheduler.close()


def test_an_output_that_always_fails_does_not_end_the_thread(
    tape: Tape, scheduler: Scheduler, faults: list[Exception], until: Until
) -> None:
    tape.fault = ValueError("out of order")
    scheduler.play(Cue.GO)
    assert until(lambda: faults == [tape.fault], 1)
    tape.fault = None
    scheduler.play(Cue.READY)
    assert until(lambda: "ready" in tape.words, 1)


def test_given_a_player_hangs_those_who_call_do_not_wait(tape: Tape, scheduler: Scheduler) -> None:
    tape.gate.clear()
    scheduler.play(Cue.GO)
    time.sleep(0.05)
    begun = time.monotonic()
    scheduler.replace([Due(0.0, Cue.TICK)], begun)
    scheduler.play(Cue.READY)
    scheduler.mute(True)
    assert time.monotonic() - begun < 0.05


def test_what_is_to_be_said_is_made_and_said_on_time(tape: Tape, scheduler: Scheduler, until: Until) -> None:
    zero = time.monotonic()
    scheduler.replace([Due(0.0, Cue.TICK), Spoken(0.1, WORDS, 9.0), Due(1.2, Cue.GO)], zero)
    assert until(lambda: "go" in tape.words, 2)
    said, go = tape.asked[2:]
    assert said[1] not in set(Cue)
    assert said[0] - zero == pytest.approx(0.055 + GAP, abs=0.1)
    assert go[0] - zero == pytest.approx(1.2, abs=0.1)


def test_a_sheet_that_comes_while_words_wait_finds_them_waiting(
    tape: Tape, scheduler: Scheduler, until: Until
) -> None:
    scheduler.play(Cue.READY)
    scheduler.say(WORDS)
    scheduler.replace([Due(3600.0, Cue.READY)], time.monotonic())
    assert until(lambda: len(tape.words) == 3, 2)
    assert tape.asked[2][0] - tape.asked[1][0] == pytest.approx(0.72 + GAP, abs=0.1)


def test_at_volume_0_what_sounds_is_cut_and_nothing_is_played(
    tape: Tape, scheduler: Scheduler, until: Until
) -> None:
    scheduler.play(Cue.COUNT_IN)
    assert until(lambda: "count-in" in tape.words, 1)
    scheduler.volume(0)
    scheduler.play(Cue.GO)
    scheduler.mute(False)
    assert until(lambda: tape.words[-1] == "stop", 1)
    scheduler.volume(10)
    scheduler.play(Cue.READY)
    assert until(lambda: tape.words[-1] == "ready", 1)
    assert "go" not in tape.words


def test_a_new_volume_is_heard_from_the_next_sound_on(tape: Tape, scheduler: Scheduler, until: Until) -> None:
    scheduler.volume(3)
    scheduler.play(Cue.GO)
    assert until(lambda: len(tape.words) == 2, 1)
    assert "stop" not in tape.words and tape.words[1] != "go", "a copy, made softer"


def test_a_sleeping_device_is_woken(tape: Tape, until: Until) -> None:
    clips = Clips(Sounds())
    scheduler = Scheduler(tape, clips, time.monotonic, lambda error: None, SoundSettings(wake=True))
    zero = time.monotonic()
    scheduler.replace([Due(1.4, Cue.GO)], zero)
    assert until(lambda: "go" in tape.words, 2)
    scheduler.close()
    clips.close()
    assert tape.words == ["open", "silence", "go", "close"]
    assert tape.asked[1][0] - zero == pytest.approx(1.4 - WAKING, abs=0.1)


def test_closing_ends_the_thread_and_the_output_and_may_be_done_twice(tape: Tape) -> None:
    scheduler = scheduler_of(tape, lambda error: None)
    scheduler.close()
    scheduler.close()
    assert tape.words == ["open", "close"]
    assert "hiptimer-sound" not in [thread.name for thread in threading.enumerate()]
