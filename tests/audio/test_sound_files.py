"""The sounds themselves, measured: as told apart, as loud and as clean as they have to be."""

from __future__ import annotations

import itertools
import math
import runpy
import wave
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import DONE_SECONDS, Cue

RATE = 48_000
FRAME = 240  # 5 ms
WINDOW = 1024
SCRIPT = Path(__file__).parents[2] / "assets" / "make_sounds.py"


@dataclass(frozen=True)
class Heard:
    start: int
    end: int

    def ms(self) -> int:
        return (self.end - self.start) * 1000 // RATE


@cache
def samples(cue: Cue) -> array[int]:
    with wave.open(str(Sounds().path(cue)), "rb") as file:
        form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert form == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


@cache
def tones(cue: Cue) -> tuple[Heard, ...]:
    """The parts of a cue with silence (10 ms of zeros) between them."""
    data = samples(cue)
    found: list[Heard] = []
    for n in (n for n, value in enumerate(data) if value):
        if found and n - found[-1].end < RATE // 100:
            found[-1] = Heard(found[-1].start, n)
        else:
            found.append(Heard(n, n))
    return tuple(found)


def level(values: array[int]) -> float:
    """Root mean square, in decibels below full scale."""
    return 20 * math.log10(math.sqrt(sum(v * v for v in values) / len(values)) / 32768)


def power(values: list[float], hertz: float) -> float:
    """Goertzel: the power of one frequency."""
    turn = 2 * math.cos(2 * math.pi * hertz / RATE)
    before = now = 0.0
    for value in values:
        before, now = now, value + turn * now - before
    return now * now + before * before - turn * now * before


def spectrum(cue: Cue, tone: Heard) -> tuple[dict[float, float], float]:
    """Power by frequency from 800 Hz to 3 kHz in the middle of a tone, and the whole power there."""
    start = (tone.start + tone.end - WINDOW) // 2
    hann = [0.5 - 0.5 * math.cos(2 * math.pi * n / WINDOW) for n in range(WINDOW)]
    cut = [s * w for s, w in zip(samples(cue)[start : start + WINDOW], hann, strict=True)]
    bins = range(round(800 * WINDOW / RATE), round(3000 * WINDOW / RATE) + 1)
    inside = {k * RATE / WINDOW: power(cut, k * RATE / WINDOW) for k in bins}
    return inside, sum(v * v for v in cut) * WINDOW / 2


@cache
def pitches(cue: Cue) -> tuple[float, ...]:
    """The lowest strong frequency of each tone, to the nearest 50 Hz or so."""
    found = []
    for tone in tones(cue):
        if tone.end - tone.start >= WINDOW:
            inside, _ = spectrum(cue, tone)
            found.append(next(f for f, p in inside.items() if p > 0.2 * max(inside.values())))
    return tuple(found)


def test_given_the_script_runs_again_every_byte_is_the_same(tmp_path: Path) -> None:
    runpy.run_path(str(SCRIPT))["make"](tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (SCRIPT.parent / "sounds").glob("*.wav")}
    assert made == kept


def test_every_cue_has_its_file_and_every_file_its_cue() -> None:
    assert {path.stem for path in Sounds().directory.glob("*.wav")} == {cue.value for cue in Cue}


def starts(cue: Cue) -> list[float]:
    return [tone.start / RATE for tone in tones(cue)]


def test_a_count_in_beeps_each_second_and_goes_at_exactly_three() -> None:
    assert starts(Cue.COUNT_IN) == pytest.approx([0, 1, 2, 3], abs=0.0002)
    *beeps, go = tones(Cue.COUNT_IN)
    assert all(beep.ms() < 200 for beep in beeps) and go.ms() > 500
    assert min(pitches(Cue.COUNT_IN)[:3]) * 1.5 < pitches(Cue.COUNT_IN)[3]


def test_a_count_out_beeps_each_second_and_leaves_the_third_to_what_follows() -> None:
    assert starts(Cue.COUNT_OUT) == pytest.approx([0, 1, 2], abs=0.0002)
    assert len(samples(Cue.COUNT_OUT)) < 3 * RATE


def test_a_short_countdown_goes_with_the_same_tone_as_a_count_in() -> None:
    go = samples(Cue.COUNT_IN)[3 * RATE :]
    assert go == samples(Cue.GO)


def test_done_is_one_low_double_tone_whatever_follows() -> None:
    done = [cue for cue in Cue if cue.value.startswith("done")]
    second_end = tones(done[0])[1].end
    assert len({samples(cue)[:second_end].tobytes() for cue in done}) == 1
    assert pitches(done[0])[0] == pitches(done[0])[1] < 950


def test_the_done_cues_are_as_long_as_the_sheet_takes_them_to_be() -> None:
    for cue, seconds in DONE_SECONDS.items():
        assert len(samples(cue)) / RATE == pytest.approx(seconds, abs=1e-6)
    assert len(samples(Cue.DONE)) / RATE < 0.5


def clean(data: array[int]) -> bool:
    """No jump anywhere: neither in the values nor in their slope, for tones of 3 kHz at most."""
    peak = max(map(abs, data))
    bent = max(abs(a - 2 * b + c) for a, b, c in zip(data, data[1:], data[2:], strict=False))
    return data[0] == 0 == data[-1] and bent < 0.16 * peak


@pytest.mark.parametrize("cue", Cue)
def test_no_cue_clicks(cue: Cue) -> None:
    assert clean(samples(cue))
    for tone in tones(cue):
        data = samples(cue)[tone.start : tone.end + 1]
        peak = max(map(abs, data))
        assert max(map(abs, data[:24])) < 0.05 * peak, "half a millisecond after the start"
        assert max(map(abs, data[-24:])) < 0.05 * peak, "half a millisecond before the end"


def test_a_sound_cut_short_would_be_found_to_click() -> None:
    cut = samples(Cue.GO)[:9_003] + array("h", bytes(200))
    assert not clean(cut)


def test_all_cues_are_equally_loud_but_the_tick_which_is_soft() -> None:
    levels = {}
    for cue in Cue:
        sounding = array("h")
        for tone in tones(cue):
            sounding.extend(samples(cue)[tone.start : tone.end])
        levels[cue] = level(sounding)
        assert max(map(abs, samples(cue))) < 0.95 * 32768
    tick = levels.pop(Cue.TICK)
    assert max(levels.values()) - min(levels.values()) < 1.0
    assert min(levels.values()) > -12
    assert 6 < min(levels.values()) - tick < 20


@pytest.mark.parametrize("cue", Cue)
def test_the_energy_lies_where_a_laptop_is_loud(cue: Cue) -> None:
    for tone in tones(cue):
        inside, whole = spectrum(cue, tone)
        assert sum(inside.values()) > 0.95 * whole


def differ(a: list[int], b: list[int], by: int) -> bool:
    return len(a) != len(b) or any(abs(x - y) > by for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(Cue, 2)])
def test_two_cues_are_told_apart_by_rhythm_and_by_pitch(one: Cue, other: Cue) -> None:
    def rhythm(cue: Cue) -> list[int]:
        return [ms for tone in tones(cue) for ms in (tone.start * 1000 // RATE, tone.ms())]

    assert differ(rhythm(one), rhythm(other), by=40)
    assert differ([round(p) for p in pitches(one)], [round(p) for p in pitches(other)], by=80)
