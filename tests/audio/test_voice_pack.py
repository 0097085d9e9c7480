"""The committed voice pack, measured: complete, in form, trimmed, level, and as short as it has to be."""

from __future__ import annotations

import math
import re
import tomllib
import wave
from array import array
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hiptimer.circuit.library import find
from hiptimer.circuit.text import slug

ROOT = Path(__file__).parents[2]
VOICE = ROOT / "assets" / "sounds" / "voice"
RATE = 22_050
FRAME = RATE // 100
FULL = 32_768
LEVEL = -14.0

with (ROOT / "assets" / "voice.toml").open("rb") as file:
    DATA: dict[str, Any] = tomllib.load(file)
PHRASES: dict[str, str] = DATA["phrases"]
EXERCISES: list[dict[str, Any]] = [
    exercise
    for name in ("runner-hips", "runner-hips-bodyweight")
    for exercise in tomllib.loads(find(name, ROOT / "nowhere").text)["exercise"]
]

each_phrase = pytest.mark.parametrize("key", PHRASES)


@cache
def samples(key: str) -> array[int]:
    with wave.open(str(VOICE / f"{key}.wav"), "rb") as file:
        form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert form == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def seconds(key: str) -> float:
    return len(samples(key)) / RATE


def decibels(value: float) -> float:
    return 20 * math.log10(max(value, 0.5) / FULL)


@cache
def loudness(key: str) -> tuple[float, ...]:
    """Level of each frame of 10 ms, in decibels below full scale."""
    data = samples(key)
    starts = range(0, len(data) - FRAME + 1, FRAME)
    return tuple(decibels(math.sqrt(sum(v * v for v in data[n : n + FRAME]) / FRAME)) for n in starts)


def voiced_level(key: str) -> float:
    """Level of the frames at most 25 dB softer than the loudest."""
    frames = loudness(key)
    powers = [10 ** (frame / 10) for frame in frames if frame > max(frames) - 25]
    return 10 * math.log10(sum(powers) / len(powers))


def test_every_phrase_has_its_file_and_nothing_else_is_there() -> None:
    assert {path.stem for path in VOICE.glob("*.wav")} == set(PHRASES)


def test_the_whole_pack_is_small() -> None:
    assert sum(path.stat().st_size for path in VOICE.iterdir()) < 3_000_000


def test_hints_to_the_engine_belong_to_phrases() -> None:
    assert set(DATA["say"]) <= set(PHRASES)


def test_keys_are_kebab_case_and_words_have_no_stray_space() -> None:
    for key, words in PHRASES.items():
        assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", key)
        assert words == " ".join(words.split())


@each_phrase
def test_level_is_even_and_nothing_is_clipped(key: str) -> None:
    assert voiced_level(key) == pytest.approx(LEVEL, abs=0.5)
    peak = max(abs(value) for value in samples(key))
    assert -6.0 < decibels(peak) < -1.0


@each_phrase
def test_silence_is_trimmed_and_the_edges_do_not_click(key: str) -> None:
    data, frames = samples(key), loudness(key)
    heard = [n for n, frame in enumerate(frames) if frame > max(frames) - 45]
    assert heard[0] <= 3
    assert len(frames) - 1 - heard[-1] <= 3
    edge = RATE // 1000
    assert max(map(abs, data[:edge])) < FULL // 300
    assert max(map(abs, data[-edge:])) < FULL // 300
    assert abs(sum(data) / len(data)) < FULL / 1000


@each_phrase
def test_no_phrase_is_longer_than_its_moment_and_none_has_a_long_pause(key: str) -> None:
    assert 0.25 < seconds(key) < 1.8
    frames = loudness(key)
    silent = longest = 0
    for frame in frames:
        silent = silent + 1 if frame < max(frames) - 45 else 0
        longest = max(longest, silent)
    assert longest <= 30


def test_counts_fit_a_tempo_of_one_second() -> None:
    for number in range(1, 21):
        assert seconds(f"count-{number}") < 0.55


def test_spoken_words_that_stand_alone_are_short() -> None:
    for key in ("left", "right", "switch", "rest", "go", "next", "done", "ready", "reverse", "paused"):
        assert seconds(key) < 0.8


def test_late_lines_are_those_of_the_circuits() -> None:
    told = {key: words for key, words in PHRASES.items() if key.startswith("late-")}
    lines = {line for exercise in EXERCISES for line in exercise["tips"]["late"]}
    assert told == {f"late-{slug(line)}": line for line in lines}


def test_other_limbs_are_those_of_the_circuits() -> None:
    told = {key: words for key, words in PHRASES.items() if key.startswith("other-")}
    lines = {exercise["other"].format(other=side) for exercise in EXERCISES for side in ("left", "right")}
    assert told == {f"other-{slug(line)}": line for line in lines}


def test_every_exercise_and_side_of_the_circuits_can_be_called() -> None:
    for exercise in EXERCISES:
        assert f"name-{slug(exercise['short'])}" in PHRASES
        assert set(exercise.get("directions", ())) <= set(PHRASES)
        for side in ("left", "right"):
            assert PHRASES[f"{exercise['side_label']}-{side}"].lower() == f"{exercise['side_label']} {side}"
