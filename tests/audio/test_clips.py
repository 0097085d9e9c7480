"""Files made ahead of need: softer, joined, silent; and gone afterwards."""

from __future__ import annotations

import math
import os
import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from hiptimer.audio import clips as made
from hiptimer.audio.clips import BETWEEN, Clips, sweep
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import Form, gain, length, read, scaled, write
from hiptimer.session.cues import Cue

VOICE = Form(1, 2, 22_050)


def loudness(path: Path) -> float:
    """Root mean square, in decibels below full scale."""
    samples = array("h", read(path)[1])
    return 20 * math.log10(math.sqrt(sum(s * s for s in samples) / len(samples)) / 32768)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Sounds with a voice that says three things, one of them in another form than the others."""
    for cue in Cue:
        (tmp_path / f"{cue.value}.wav").write_bytes(Sounds().path(cue).read_bytes())
    (tmp_path / "voice").mkdir()
    for name, value, form in (("switch", 900, VOICE), ("left", 700, VOICE), ("odd", 5, Form(1, 2, 8_000))):
        write(tmp_path / "voice" / f"{name}.wav", form, array("h", [value] * 2205).tobytes())
    return tmp_path


@pytest.fixture
def clips(directory: Path) -> Iterator[Clips]:
    clips = Clips(Sounds(directory))
    yield clips
    clips.close()


def test_at_full_volume_a_cue_is_the_file_that_is_recorded(clips: Clips, directory: Path) -> None:
    clip = clips.clip(Cue.GO)
    assert clip is not None and clip.path == directory / "go.wav"
    assert clip.seconds == pytest.approx(0.64) == clips.seconds(Cue.GO)


def test_phrases_are_one_file_with_a_breath_between(clips: Clips) -> None:
    what = ("switch", "left")
    assert clips.seconds(what) is None, "not ready"
    clip = clips.clip(what)
    assert clip is not None and clip.seconds == clips.seconds(what) == pytest.approx(0.2 + BETWEEN, abs=0.001)
    form, frames = read(clip.path)
    samples = array("h", frames)
    assert form == VOICE
    assert (samples[2204], samples[2205], samples[-2206], samples[-2205]) == (900, 0, 0, 700)
    assert clips.clip(what) is clip, "made once"


def test_what_is_not_recorded_is_left_out(clips: Clips, directory: Path) -> None:
    clip = clips.clip(("name-of-mine", "left"))
    assert clip is not None and clip.path == directory / "voice" / "left.wav"
    assert clips.clip(("name-of-mine",)) is None and clips.seconds(("name-of-mine",)) == 0.0
    assert clips.clip(("../go",)) is None, "nor is another directory looked into"


def test_what_is_recorded_in_another_form_is_left_out(clips: Clips) -> None:
    assert clips.clip(("left", "odd")) is not None
    assert clips.seconds(("left", "odd")) == pytest.approx(0.1)


def test_half_the_volume_is_ten_decibels_less_and_each_step_is_heard(clips: Clips) -> None:
    full = loudness(Sounds().path(Cue.GO))
    levels = []
    for volume in range(1, 11):
        clips.volume = volume
        clip = clips.clip(Cue.GO)
        assert clip is not None and clip.cue is Cue.GO and clip.seconds == pytest.approx(0.64)
        levels.append(loudness(clip.path) - full)
    assert levels[4] == pytest.approx(-10, abs=0.1) and levels[-1] == 0
    assert min(b - a for a, b in pairwise(levels)) > 1.4
    assert levels[0] < -30


def test_a_volume_is_heard_in_words_too(clips: Clips) -> None:
    clips.volume = 5
    assert not clips.ready(("left",))
    clip = clips.clip(("left",))
    assert clip is not None
    assert set(array("h", read(clip.path)[1])) == {int(700 * gain(5, 10))}
    clips.volume = 10
    assert clips.seconds(("left",)) is None, "the one at full volume is another"


def test_silence_is_of_the_length_that_is_asked_for(clips: Clips) -> None:
    clip = clips.silence(1.0)
    assert clip is not None and clip.cue is None
    assert not any(read(clip.path)[1]) and length(clip.path) == 1.0
    assert clips.silence(1.0) is clip


def test_what_was_made_is_removed(directory: Path, tmp_path_factory, monkeypatch: pytest.MonkeyPatch) -> None:
    somewhere = tmp_path_factory.mktemp("somewhere")
    monkeypatch.setattr(made.tempfile, "tempdir", str(somewhere))
    clips = Clips(Sounds(directory), volume=3)
    clips.clip(Cue.GO), clips.clip(("left", "switch")), clips.silence(1.0)
    assert len(list(somewhere.rglob("*.wav"))) == 3
    clips.close()
    clips.close()
    assert list(somewhere.iterdir()) == []


def test_given_nothing_can_be_written_cues_are_loud_and_words_are_missing(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(made.tempfile, "mkdtemp", full)
    clips = Clips(Sounds(directory), volume=3)
    clip = clips.clip(Cue.GO)
    assert clip is not None and clip.path == directory / "go.wav"
    assert clips.clip(("left", "switch")) is None and clips.silence(1.0) is None
    clips.close()


def test_a_file_that_is_no_sound_is_not_said(clips: Clips, directory: Path) -> None:
    (directory / "voice" / "left.wav").write_bytes(b"not a sound")
    assert clips.clip(("left", "switch")) is None
    assert clips.clip(("left",)) is not None and clips.seconds(("left",)) == 0.0


def test_only_16_bit_sounds_are_made_softer(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "old.wav"), "wb") as file:
        file.setnchannels(1), file.setsampwidth(1), file.setframerate(8000)
        file.writeframes(bytes(range(100)))
    form, frames = read(tmp_path / "old.wav")
    assert scaled(form, frames, 0.5) == frames


def test_what_a_killed_app_left_is_swept_a_day_later(tmp_path: Path) -> None:
    old, fresh, other = (tmp_path / name for name in ("hiptimer-sound-a", "hiptimer-sound-b", "other"))
    for directory in (old, fresh, other):
        directory.mkdir()
        (directory / "1.wav").touch()
    for directory in (old, other):
        os.utime(directory, (0, 0))
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [fresh, other]
