"""Sound as the session uses it, whole: real threads and processes, nothing heard but the bell."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hiptimer.audio import sounds as resolver
from hiptimer.audio.check import check_sound
from hiptimer.audio.sound import Sound, open_sound
from hiptimer.session.cues import Cue, Due

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


class Screen:
    def __init__(self) -> None:
        self.rings: list[float] = []
        self.changes: list[tuple[str, str]] = []

    def ring(self) -> None:
        self.rings.append(time.monotonic())

    def change(self, name: str, why: str) -> None:
        self.changes.append((name, why))


@pytest.fixture
def screen() -> Screen:
    return Screen()


@contextmanager
def opened(screen: Screen, *, mute: bool = False) -> Iterator[Sound]:
    sound = open_sound(time.monotonic, screen.ring, screen.change, mute=mute)
    try:
        yield sound
    finally:
        sound.close()


@pytest.fixture
def uninstalled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiptimer.audio.helper_player.find_spec", lambda name: None)


@posix
def test_given_no_player_at_all_the_bell_rings_and_the_reason_stays(
    screen: Screen, uninstalled: None, programs, until, capfd: pytest.CaptureFixture[str]
) -> None:
    with opened(screen) as sound:
        assert until(lambda: sound.status.name == "bell", 1)
        sound.cue_sheet([Due(0.1, Cue.GO)], time.monotonic())
        assert until(lambda: len(screen.rings) == 1, 1)
        status = sound.status
    assert not status.audible
    assert status.why == "no player of sounds is installed"
    assert screen.changes == [("bell", status.why)]
    assert capfd.readouterr() == ("", "")


@posix
def test_given_simpleaudio_crashes_the_systems_player_goes_on(
    screen: Screen, simpleaudio, programs, until, capfd: pytest.CaptureFixture[str]
) -> None:
    system = "afplay" if sys.platform == "darwin" else "paplay"
    programs.add(system, "exit 0")
    with opened(screen) as sound:
        assert until(lambda: sound.status.name == "simpleaudio", 2)
        simpleaudio.mode("crash")
        sound.play(Cue.GO)
        assert until(lambda: programs.log == [f"{system} go.wav"], 2)
        assert sound.status.audible
    assert [name for name, _ in screen.changes] == ["simpleaudio", system]
    assert capfd.readouterr() == ("", "")


@posix
def test_a_player_that_is_not_heard_is_left(screen: Screen, simpleaudio, programs, until) -> None:
    system = "afplay" if sys.platform == "darwin" else "paplay"
    programs.add(system, "exit 0")
    with opened(screen) as sound:
        assert until(lambda: sound.status.name == "simpleaudio", 2)
        sound.not_heard()
        assert until(lambda: screen.changes[-1] == (system, "simpleaudio is not heard"), 2)
        sound.not_heard()
        sound.not_heard()
        assert until(lambda: sound.status.name == "bell" and not sound.status.audible, 2)


def test_muted_nothing_is_asked_for(screen: Screen, simpleaudio, until) -> None:
    with opened(screen, mute=True) as sound:
        assert until(lambda: sound.status.name == "simpleaudio", 2)
        sound.play(Cue.GO)
        sound.mute(False)
        sound.play(Cue.READY)
        assert until(lambda: "play ready" in simpleaudio.log, 1)
    assert "play go" not in simpleaudio.log


@pytest.mark.parametrize("fault", ["hang", "freeze", "crash"])
def test_a_player_in_trouble_keeps_nobody_waiting(
    screen: Screen, simpleaudio, programs, until, fault: str
) -> None:
    with opened(screen) as sound:
        assert until(lambda: sound.status.name == "simpleaudio", 2)
        simpleaudio.mode(fault)
        waited = []
        while sound.status.name == "simpleaudio" and len(waited) < 400:
            begun = time.monotonic()
            sound.play(Cue.GO)
            sound.cue_sheet([Due(0.0, Cue.COUNT_IN)], begun)
            sound.say(("go",))
            waited.append(time.monotonic() - begun)
            time.sleep(0.005)
        assert max(waited) < 0.05, "seconds that the screen could do nothing else"
        assert sound.status.name == "bell"


def test_a_player_that_hangs_at_once_is_not_waited_for(screen: Screen, simpleaudio) -> None:
    simpleaudio.mode("hang")
    begun = time.monotonic()
    sound = open_sound(time.monotonic, screen.ring, screen.change)
    assert time.monotonic() - begun < 0.1
    assert sound.status.name == ""
    sound.close()
    assert time.monotonic() - begun < 2


@posix
def test_doctor_names_the_player_that_played(simpleaudio, programs) -> None:
    programs.add("aplay", "exit 1")
    result = check_sound(lambda: None)
    assert (result.played_by, result.audible) == ("simpleaudio", True)
    assert "play test" in simpleaudio.log
    assert [report.name for report in result.reports if report.usable] == ["simpleaudio", "bell"]


def test_the_sounds_come_from_the_wheel_if_there_are_any_else_from_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "hiptimer"
    package.mkdir()
    monkeypatch.setattr(resolver, "files", lambda name: package)
    assert resolver.sound_directory() == tmp_path / "assets" / "sounds"
    (package / "assets" / "sounds").mkdir(parents=True)
    assert resolver.sound_directory() == package / "assets" / "sounds"
