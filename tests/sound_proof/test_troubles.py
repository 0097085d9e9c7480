"""A helper that dies, hangs or crashes, and machines without a sound: the session goes on, and says so."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest

from hiptimer.session.cues import Cue

from ..e2e.circuits import WALL
from ..e2e.walking import leave, to_work

if TYPE_CHECKING:
    from ..e2e.terminal import Terminal
    from .stage import Result, Stage, Stages

CRASHES = '''
"""Stands in for simpleaudio: opens the device, and crashes at the first sound."""
import os, signal


class WaveObject:
    def __init__(self, *_):
        self.silent = True

    @classmethod
    def from_wave_file(cls, path):
        made = cls()
        made.silent = False
        return made

    def play(self):
        self.silent or os.kill(os.getpid(), signal.SIGSEGV)
        return self

    def stop(self):
        pass

    def is_playing(self):
        return False
'''
TITLE = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""A sequence that may end with the character of the bell."""
WAYS = ("quit", "TERM", "HUP", "KILL", "hang up")


def hurt(stage: Stage, how: signal.Signals) -> Result:
    """The helper gets a signal in a count-down, a moment before the first cue."""

    def send(terminal: Terminal) -> None:
        os.kill(stage.until_helper(terminal), how)

    return stage.play(WALL, whole=False, before_work=send)


def crashing(stage: Stage) -> Result:
    return stage.play(WALL, whole=False, **stage.user.with_module("simpleaudio", CRASHES))


def no_device(stage: Stage) -> bytes:
    """Programs that play are there, and no sound server."""
    (stage.user.directory / ".asoundrc").write_text(
        "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
    )
    return silent(stage, {"XDG_RUNTIME_DIR": str(stage.user.directory)})


def nothing_on_path(stage: Stage) -> bytes:
    return silent(stage, {"PATH": "", **stage.user.with_module("simpleaudio", "raise ImportError('none')\n")})


def silent(stage: Stage, env: dict[str, str]) -> bytes:
    """All that a session wrote, until after its first count-in and done."""
    with stage.start(**env) as terminal:
        terminal.until("no sound")
        to_work(terminal)
        terminal.big()
        terminal.until_status("SWITCH")
        assert "no sound" in terminal.settled(), "it stays"
        terminal.wait(0.5)
        return bytes(terminal.raw)


def left(stage: Stage, way: str) -> None:
    """The app ends while a count-in is sounding; nothing of it is there a second later."""
    from .pulse import Pulse

    with Pulse(stage.user.directory) as pulse, stage.start(**pulse.env) as terminal:
        terminal.until_status("READY")
        stage.until_helper(terminal)
        terminal.big()
        terminal.wait(1.5)
        match way:
            case "quit":
                leave(terminal, "r", "resume later")
            case "hang up":
                terminal.hang_up()
            case _:
                terminal.signal(way)
        terminal.exit_code()
        end = time.monotonic() + 1.0
        while processes := list(stage.user.processes()):
            assert time.monotonic() < end, processes
            time.sleep(0.02)


SCENES: dict[str, Callable[[Stage], object]] = {
    "killed": partial(hurt, how=signal.SIGKILL),
    "stopped": partial(hurt, how=signal.SIGSTOP),
    "crashes": crashing,
    "no device": no_device,
    "nothing on PATH": nothing_on_path,
    **{way: partial(left, way=way) for way in WAYS},
}


@pytest.fixture
def result(stages: Stages, request: pytest.FixtureRequest) -> object:
    """What this scene has come to; all of them are played at once, for they mostly wait."""
    stages.together(SCENES)
    return stages.result(request.param)


@pytest.mark.parametrize("result", ["killed", "crashes"], indirect=True)
def test_given_the_helper_dies_the_next_player_plays_even_the_cue_it_died_of(result: Result) -> None:
    assert [heard.due.cue for heard in result.cues] == [Cue.COUNT_IN, Cue.DONE_SWITCH, Cue.COUNT_IN]
    assert result.lost == []


@pytest.mark.parametrize("result", ["stopped"], indirect=True)
def test_given_the_helper_hangs_one_cue_is_lost(result: Result) -> None:
    assert [heard.due.cue for heard in result.cues] == [Cue.COUNT_IN, Cue.DONE_SWITCH, Cue.COUNT_IN]
    assert len(result.lost) <= 1


@pytest.mark.parametrize("result", ["no device", "nothing on PATH"], indirect=True)
def test_without_a_sound_the_bell_rings_and_nothing_but_the_reason_reaches_the_screen(result: bytes) -> None:
    assert b"\x07" in TITLE.sub(b"", result)
    assert not re.search(rb"ALSA|pcm_|snd_|pa_context|Connection refused\r?\n|Traceback", result)


@pytest.mark.parametrize("result", WAYS, indirect=True)
def test_the_helper_ends_with_the_app(result: None) -> None:
    assert result is None
