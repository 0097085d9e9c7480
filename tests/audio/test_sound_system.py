"""A program of the system per sound; the programs here are stand-ins on PATH."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiptimer.audio import system
from hiptimer.audio.clip import Clip
from hiptimer.audio.player import PlayerFailed, PlayerMissing
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.system import SystemPlayer
from hiptimer.audio.windows import WindowsPlayer
from hiptimer.session.cues import Cue

SLEEP = "exec /bin/sleep "


@pytest.fixture
def player(sounds: Sounds) -> Iterator[SystemPlayer]:
    player = SystemPlayer(("paplay",), sounds)
    yield player
    player.close()


def pids(player: SystemPlayer) -> list[int]:
    return [run.process.pid for run in player._running]


def test_it_plays_the_cues_file_and_reaps_the_process(player, programs, until, clip) -> None:
    programs.add("paplay", "exit 0")
    player.open()
    assert programs.log == []
    player.play(clip(Cue.GO))
    assert until(lambda: player.poll() is None, 2)
    assert programs.log == ["paplay go.wav"]


def test_its_options_stand_before_the_file(programs, sounds: Sounds, until, clip) -> None:
    programs.add("aplay", 'echo "$@" >&1; [ "$1" = -q ]')
    player = SystemPlayer(("aplay", "-q"), sounds)
    player.open()
    player.play(clip(Cue.GO))
    assert until(lambda: player.poll() is None, 2)


def test_a_program_that_is_not_there_is_missing(player, programs) -> None:
    with pytest.raises(PlayerMissing, match=r"^not installed$"):
        player.open()


@pytest.mark.parametrize(("script", "why"), [("exit 1", "exit 1"), ("kill -9 $$", "signal 9")])
def test_a_program_without_a_device_is_found_out_on_opening(player, programs, script: str, why: str) -> None:
    programs.add("paplay", script)
    with pytest.raises(PlayerFailed, match=why):
        player.open()


def test_a_program_that_hangs_is_found_out_on_opening(player, programs, monkeypatch) -> None:
    monkeypatch.setattr(system, "TRIAL", 0.2)
    programs.add("paplay", SLEEP + "60")
    with pytest.raises(PlayerFailed, match="paplay hangs"):
        player.open()


def test_a_failure_in_mid_session_is_noticed_within_the_time_to_play_it_again(
    player, programs, until, clip
) -> None:
    programs.add("paplay", "exit 0")
    player.open()
    programs.add("paplay", "exit 3")
    player.play(clip(Cue.GO))
    begun = time.monotonic()
    with pytest.raises(PlayerFailed, match="exit 3"):
        while (wait := player.poll()) is not None:
            time.sleep(wait)
    assert time.monotonic() - begun < 0.25


def test_a_program_that_does_not_end_is_killed(player, programs, monkeypatch, is_gone, clip) -> None:
    programs.add("paplay", "exit 0")
    player.open()
    monkeypatch.setattr(system, "GRACE", 0.1)
    programs.add("paplay", SLEEP + "60")
    player.play(clip(Cue.TICK))
    [pid] = pids(player)
    with pytest.raises(PlayerFailed, match="hangs"):
        while (wait := player.poll()) is not None:
            time.sleep(wait)
    assert is_gone(pid)


def test_stopping_and_the_next_sound_cut_what_is_heard_but_not_what_is_over(
    player, programs, is_gone, clip
) -> None:
    programs.add("paplay", "exit 0")
    player.open()
    programs.add("paplay", SLEEP + "60")
    player.play(clip(Cue.COUNT_IN))
    [count] = pids(player)
    player.play(clip(Cue.TICK))
    [tick] = pids(player)
    assert is_gone(count)
    time.sleep(0.1)
    player.play(clip(Cue.GO))
    assert pids(player)[0] == tick
    player.stop()
    assert pids(player) == [tick]
    player.close()
    assert is_gone(tick)


def test_a_program_taken_away_in_mid_session_is_a_failure(player, programs, clip) -> None:
    programs.add("paplay", "exit 0")
    player.open()
    (programs.directory / "paplay").unlink()
    with pytest.raises(PlayerFailed, match="does not start"):
        player.play(clip(Cue.GO))


def test_a_file_that_is_missing_is_named(tmp_path: Path, programs) -> None:
    programs.add("paplay", "exit 0")
    with pytest.raises(PlayerFailed, match=r"test\.wav is missing"):
        SystemPlayer(("paplay",), Sounds(tmp_path)).open()
    with pytest.raises(PlayerFailed, match=r"gone\.wav is missing"):
        SystemPlayer(("paplay",), Sounds()).play(Clip(tmp_path / "gone.wav", 1.0))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_winsound_is_left_to_windows(sounds: Sounds) -> None:
    with pytest.raises(PlayerFailed, match="Windows"):
        WindowsPlayer(sounds).open()
