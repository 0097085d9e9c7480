"""What really leaves simpleaudio and `aplay`, frame by frame, on a machine with no sound card.

ALSA's file plugin writes every frame it is given to a WAV, and has no clock of its own.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
import wave
from importlib.util import find_spec
from pathlib import Path

import pytest

from hiptimer.audio.clip import Clip
from hiptimer.audio.helper_player import HelperPlayer
from hiptimer.audio.player import Player
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.system import SystemPlayer
from hiptimer.session.cues import Cue

CONFIG = """
pcm.!default {{ type plug slave.pcm {{ type file slave.pcm {{ type null }} file "{out}" format "wav" }} }}
ctl.!default {{ type null }}
"""


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The WAV that ALSA writes; each sound begins it anew."""
    if not sys.platform.startswith("linux") or ctypes.util.find_library("asound") is None:
        pytest.skip("needs ALSA")
    out = tmp_path / "heard.wav"
    config = tmp_path / "asound.conf"
    config.write_text(CONFIG.format(out=out))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    return out


def frames(path: Path) -> bytes:
    """Every frame, whatever length the header (which is written last) names."""
    return path.read_bytes()[44:] if path.exists() else b""


def wav(path: Path) -> bytes:
    with wave.open(str(path), "rb") as file:
        return file.readframes(file.getnframes())


@pytest.fixture
def installed() -> None:
    if find_spec("simpleaudio") is None:
        if os.environ.get("HIPTIMER_REQUIRE_SIMPLEAUDIO") == "1":
            pytest.fail("simpleaudio is not installed, and HIPTIMER_REQUIRE_SIMPLEAUDIO=1")
        pytest.skip("simpleaudio is not installed")


def played(player: Player, heard: Path, sounds: Sounds, until) -> None:
    player.open()
    try:
        for cue in (Cue.COUNT_IN, Cue.DONE_FINISHED, Cue.TICK):
            player.play(Clip(sounds.path(cue), 1.0, cue))
            expected = wav(sounds.path(cue))
            assert until(lambda expected=expected: frames(heard)[: len(expected)] == expected, 2), cue
            player.poll()
    finally:
        player.close()


def test_simpleaudio_plays_every_frame(
    installed: None, heard: Path, sounds: Sounds, until, capfd: pytest.CaptureFixture[str]
) -> None:
    played(HelperPlayer(sounds), heard, sounds, until)
    assert capfd.readouterr() == ("", "")


def test_aplay_plays_every_frame(heard: Path, sounds: Sounds, until) -> None:
    if shutil.which("aplay") is None:
        pytest.skip("aplay is not installed")
    played(SystemPlayer(("aplay", "-q"), sounds), heard, sounds, until)
