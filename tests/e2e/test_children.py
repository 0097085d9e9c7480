"""However the app ends, no process of its own is left behind."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.often import long

from .circuits import WALL
from .walking import leave, to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="processes are found by /proc"
)

SIMPLEAUDIO = """
import time


class Sounding:
    def stop(self):
        pass

    def is_playing(self):
        return True


class WaveObject:
    def __init__(self, *_):
        pass

    @classmethod
    def from_wave_file(cls, path):
        return cls()

    def play(self):
        {does}
        return Sounding()
"""
PLAYER = f"""#!{sys.executable}
import sys, time
"silence" in sys.argv[-1] or time.sleep(60)
"""
WAYS = ("quit", *long("finish here", "TERM", "INT", "HUP"), "KILL", "hang up")


def end(terminal: Terminal, way: str) -> None:
    match way:
        case "quit":
            leave(terminal, "r", "resume later")
        case "finish here":
            leave(terminal, "f", "as partial")
        case "hang up":
            terminal.hang_up()
        case _:
            terminal.signal(way)
    terminal.exit_code()


def with_simpleaudio(user: User, does: str) -> dict[str, str]:
    """An environment with this simpleaudio, and no other player."""
    return {**user.only_the_bell(), **user.with_module("simpleaudio", SIMPLEAUDIO.format(does=does))}


def check_nothing_is_left(user: User, way: str) -> None:
    deadline = time.monotonic() + 1.0
    while (left := list(user.processes())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left, f"after {way}: {left}"


@pytest.mark.parametrize("way", WAYS)
def test_the_helper_of_the_sound_library_ends_with_the_app(user: User, way: str) -> None:
    with user.start(user.circuit(WALL), mute=False, env=with_simpleaudio(user, "pass")) as terminal:
        to_work(terminal)
        terminal.until(lambda: len(list(user.processes())) == 2, "the app and its helper")
        end(terminal, way)
    check_nothing_is_left(user, way)


@pytest.mark.parametrize("way", ["TERM", *long("quit", "hang up")])
def test_a_helper_that_hangs_in_its_library_ends_with_the_app(user: User, way: str) -> None:
    does = "time.sleep(0 if not hasattr(time, 'hung') else 60); time.hung = True"
    with user.start(user.circuit(WALL), mute=False, env=with_simpleaudio(user, does)) as terminal:
        to_work(terminal)
        end(terminal, way)
    check_nothing_is_left(user, way)


@pytest.mark.parametrize("way", ["HUP", *long("quit", "TERM", "hang up")])
def test_a_player_that_is_sounding_ends_with_the_app(user: User, way: str) -> None:
    with user.start(user.circuit(WALL), mute=False, env=user.with_player("pw-play", PLAYER)) as terminal:
        to_work(terminal)
        terminal.until(lambda: any("pw-play" in command for _, command in user.processes()), "a player")
        end(terminal, way)
    check_nothing_is_left(user, way)
