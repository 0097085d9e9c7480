"""The real helper process, with a stand-in for simpleaudio that can be told to misbehave."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from hiptimer.audio import helper_player
from hiptimer.audio.chain import Chain
from hiptimer.audio.clips import Clips
from hiptimer.audio.helper_player import HelperPlayer
from hiptimer.audio.player import PlayerFailed, PlayerMissing
from hiptimer.audio.scheduler import Scheduler
from hiptimer.audio.settings import SoundSettings
from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import Cue, Due

posix = pytest.mark.skipif(sys.platform == "win32", reason="stops and kills by signals")

PARENT = """
from hiptimer.audio.clip import Clip
from hiptimer.audio.clips import Clips
from hiptimer.audio.helper_player import HelperPlayer
from hiptimer.audio.settings import SoundSettings
from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import Cue
player = HelperPlayer(Sounds())
player.open()
print(player._process.pid, flush=True)
input()
player.play(Clip(Sounds().path(Cue.COUNT_IN), 3.64))
"""


@pytest.fixture
def player(simpleaudio: object, sounds: Sounds) -> Iterator[HelperPlayer]:
    player = HelperPlayer(sounds)
    yield player
    player.close()


def pid_of(player: HelperPlayer) -> int:
    assert player._process is not None
    return player._process.pid


def test_it_opens_the_device_with_silence_and_plays_by_name(player: HelperPlayer, simpleaudio, clip) -> None:
    player.open()
    player.play(clip(Cue.GO))
    player.play(clip(Cue.DONE_REST))
    expected = ["play silence", "stop silence", "play go", "stop go", "play done-rest"]
    assert simpleaudio.log == expected
    assert player.poll() is None


def test_stopping_leaves_nothing_that_sounds_and_a_helper_that_plays_on(
    player: HelperPlayer, simpleaudio, is_gone, clip
) -> None:
    player.open()
    player.play(clip(Cue.COUNT_IN))
    sounding = pid_of(player)
    begun = time.monotonic()
    player.stop()
    assert is_gone(sounding) and time.monotonic() - begun < 0.5
    player.play(clip(Cue.PAUSED))
    assert simpleaudio.log[-1] == "play paused"


def test_given_nothing_sounds_stopping_costs_nothing(player: HelperPlayer) -> None:
    player.open()
    helper = pid_of(player)
    player.stop()
    assert pid_of(player) == helper


def test_given_a_device_for_one_sound_it_waits_for_the_one_before(
    player: HelperPlayer, simpleaudio, clip
) -> None:
    simpleaudio.mode("one voice")
    player.open()
    for cue in (Cue.GO, Cue.TICK, Cue.HALFWAY):
        player.play(clip(cue))
    assert [line for line in simpleaudio.log if line.startswith("play")][-1] == "play halfway"


def test_whatever_a_library_prints_reaches_neither_screen_nor_answers(
    player: HelperPlayer, simpleaudio, capfd: pytest.CaptureFixture[str], clip
) -> None:
    simpleaudio.mode("noisy")
    player.open()
    player.play(clip(Cue.GO))
    simpleaudio.mode("fail")
    with pytest.raises(PlayerFailed):
        player.play(clip(Cue.GO))
    assert capfd.readouterr() == ("", "")


def test_without_a_device_it_says_so_in_few_words(player: HelperPlayer, simpleaudio) -> None:
    simpleaudio.mode("fail")
    with pytest.raises(PlayerFailed, match=r"^simpleaudio: no sound device \(No such file or directory\)$"):
        player.open()


@posix
@pytest.mark.parametrize("mode", ["hang", "freeze"])
def test_a_hung_library_costs_half_a_second_and_its_process(
    player: HelperPlayer, simpleaudio, is_gone, mode: str, clip
) -> None:
    player.open()
    simpleaudio.mode(mode)
    begun = time.monotonic()
    with pytest.raises(PlayerFailed, match=r"did not answer within 0\.5 s"):
        player.play(clip(Cue.GO))
    assert time.monotonic() - begun < 0.9
    assert is_gone(pid_of(player))


@posix
def test_a_crash_is_noticed_at_once(player: HelperPlayer, simpleaudio, clip) -> None:
    player.open()
    simpleaudio.mode("crash")
    begun = time.monotonic()
    with pytest.raises(PlayerFailed, match="signal 11"):
        player.play(clip(Cue.GO))
    assert time.monotonic() - begun < 0.5


@posix
def test_a_crash_between_two_sounds_is_noticed_before_the_next(player: HelperPlayer, until) -> None:
    player.open()
    os.kill(pid_of(player), signal.SIGKILL)

    def noticed() -> bool:
        try:
            player.poll()
        except PlayerFailed as error:
            return "signal 9" in str(error)
        return False

    assert until(noticed, 1)


@posix
def test_it_is_out_of_reach_of_the_terminals_signals(player: HelperPlayer) -> None:
    player.open()
    assert os.getpgid(pid_of(player)) != os.getpgid(0)
    assert os.getsid(pid_of(player)) != os.getsid(0)


def test_closing_ends_the_process_and_may_be_done_twice(player: HelperPlayer, is_gone, clip) -> None:
    player.open()
    pid = pid_of(player)
    begun = time.monotonic()
    player.close()
    player.close()
    assert is_gone(pid) and time.monotonic() - begun < 0.5
    with pytest.raises(PlayerFailed, match="closed"):
        player.play(clip(Cue.GO))


@posix
@pytest.mark.parametrize("mode", ["well", "freeze"])
def test_it_ends_within_a_second_of_a_parent_that_was_killed(
    simpleaudio, is_gone: Callable[[int], bool], until, mode: str
) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", PARENT], stdin=pipe, stdout=pipe, text=True) as parent:
        assert parent.stdin and parent.stdout
        helper = int(parent.stdout.readline())
        simpleaudio.mode(mode)
        if mode == "freeze":
            parent.stdin.write("\n")
            parent.stdin.flush()
            time.sleep(0.1)
        assert not is_gone(helper)
        parent.kill()
    assert until(lambda: is_gone(helper), 1)


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_given_it_dies_or_hangs_in_mid_session_one_cue_at_most_is_lost(
    player: HelperPlayer, simpleaudio, recorder, until, how: signal.Signals
) -> None:
    spare, changes = recorder("spare"), []
    chain = Chain([player, spare], time.monotonic, lambda name, why: changes.append(name))
    scheduler = Scheduler(chain, Clips(Sounds()), time.monotonic, chain.report, SoundSettings(wake=False))
    scheduler.replace(
        [Due(0.3, Cue.READY), Due(0.6, Cue.GO), Due(1.3, Cue.HALFWAY), Due(1.6, Cue.STILL)], time.monotonic()
    )
    assert until(lambda: "play ready" in simpleaudio.log, 2)
    os.kill(pid_of(player), how)
    assert until(lambda: "still" in spare.played, 3)
    scheduler.close()
    assert spare.played[-2:] == ["halfway", "still"]
    assert changes == ["simpleaudio", "spare"]


def test_it_imports_little_for_a_quick_start() -> None:
    code = "import sys; old = set(sys.modules); import hiptimer.audio.helper; print(*set(sys.modules) - old)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert not loaded & {
        "textual",
        "rich",
        "typing",
        "pathlib",
        "enum",
        "dataclasses",
        "subprocess",
        "asyncio",
    }
    assert "hiptimer.session" not in run.stdout


def test_without_simpleaudio_no_process_is_started(sounds: Sounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper_player, "find_spec", lambda name: None)
    with pytest.raises(PlayerMissing, match=r"^not installed \(optional\)$"):
        HelperPlayer(sounds).open()


@pytest.mark.parametrize(
    ("python", "installed", "usable"),
    [
        ((3, 11), {"simpleaudio"}, True),
        ((3, 12), {"simpleaudio"}, False),
        ((3, 12), {"simpleaudio-patched"}, True),
        ((3, 13), {"simpleaudio", "simpleaudio-patched"}, True),
    ],
)
def test_the_original_that_crashes_newer_pythons_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, python: tuple[int, int], installed: set[str], usable: bool
) -> None:
    monkeypatch.setattr(helper_player, "find_spec", lambda name: object())
    monkeypatch.setattr(helper_player, "_has", installed.__contains__)
    monkeypatch.setattr(sys, "version_info", python)
    assert (helper_player.unusable() is None) is usable
